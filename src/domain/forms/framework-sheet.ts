import { type Framework, FRAMEWORK_SHEET, LIST_HEADINGS, SETTING_LABELS, VOCABULARY_HEADINGS } from '../framework';
import { headingLook, INK, SECTION_FILL, titleLooks } from '../sheets';
import { NOTHING, type PlanBlock, type PlanCell, type SheetPlan, text } from '../workbook';

/** Rows of the lists that are laid out to be filled in; more can be typed below. */
const ROWS = 60;
const SETTINGS_ROW = 3;
const HEADING_ROW = 10;
const HEADINGS = { ...LIST_HEADINGS, ...VOCABULARY_HEADINGS };
type Column = keyof typeof HEADINGS;

/** The lists from left to right; null is an empty column between two. */
const COLUMNS: readonly (Column | null)[] = [
  ...(['code', 'outcome', 'otherTitles', 'under', null] as const),
  ...(['directorate', 'shortCode', 'otherNames', null] as const),
  ...(['indicatorId', 'indicator', 'level', 'meansOfVerification', 'notes', null] as const),
  ...(['statuses', 'verdicts', 'namedFunds', 'posts', 'teams', 'commonWords', 'places'] as const),
];
const WIDTHS: Partial<Readonly<Record<Column, number>>> = {
  code: 14,
  outcome: 44,
  directorate: 32,
  otherNames: 34,
  indicator: 50,
  meansOfVerification: 30,
};

const HINTS: Readonly<Record<keyof typeof SETTING_LABELS, string>> = {
  council: 'As papers name it',
  name: 'As papers name it; made from the council’s name where it is empty',
  planDate: 'Timescales such as “1-2 years” are counted from it; 30 January 2025',
  lowCostUpTo: '10,000 where it is empty',
  outcomeWord: 'Goal, Priority, Objective; Shared outcome where it is empty',
};

/** The sheet that a council fills in instead of a JSON file; with a framework, what that one says is filled in. */
export function frameworkSheet(framework: Framework | null): SheetPlan {
  const last = COLUMNS.length - 1;
  const lists = framework === null ? {} : listsOf(framework);
  const rows = Math.max(ROWS, ...Object.values(lists).map((words) => words.length));
  const body = { top: HEADING_ROW + 1, bottom: HEADING_ROW + rows, left: 0, right: last };
  return {
    name: FRAMEWORK_SHEET,
    visibility: 'visible',
    tabColour: '#1F4E79',
    blocks: [
      {
        at: { row: 0, column: 0 },
        cells: [
          [text(FRAMEWORK_SHEET)],
          [
            text(
              'Outcomes and directorates are needed; all else has a default. One in each row; several names are set apart by semicolons. A priority below an outcome says its code under “Under”.',
            ),
          ],
        ],
      },
      settingsBlock(framework),
      { at: { row: HEADING_ROW, column: 0 }, cells: [COLUMNS.map((column) => (column === null ? NOTHING : text(HEADINGS[column])))] },
      ...(framework === null ? [] : [bodyBlock(lists)]),
    ],
    table: null,
    widths: Object.fromEntries(COLUMNS.map((column, at) => [at, column === null ? 3 : (WIDTHS[column] ?? 16)])),
    merges: [],
    looks: [
      ...titleLooks(last),
      {
        area: { top: SETTINGS_ROW, bottom: SETTINGS_ROW + settings().length - 1, left: 0, right: 0 },
        look: { bold: true, colour: INK, fill: SECTION_FILL },
      },
      headingLook(HEADING_ROW, 0, last),
      // Text throughout: Excel would make a number of 2.10 and a date of 1-2.
      { area: body, look: { format: '@', wrap: true, vertical: 'top', border: 'thin' } },
      {
        area: { top: SETTINGS_ROW, bottom: SETTINGS_ROW + settings().length - 1, left: 1, right: 1 },
        look: { format: '@', border: 'thin' },
      },
    ],
    dropDowns: [],
    rules: [],
    charts: [],
    freeze: { rows: HEADING_ROW + 1, columns: 0 },
    print: {
      orientation: 'landscape',
      paper: 'A3',
      pages: 'one wide',
      lastColumn: null,
      titleRows: null,
      footer: `${FRAMEWORK_SHEET}, page &P of &N`,
    },
    gridlines: true,
  };
}

const settings = (): (keyof typeof SETTING_LABELS)[] => Object.keys(SETTING_LABELS) as (keyof typeof SETTING_LABELS)[];

function settingsBlock(framework: Framework | null): PlanBlock {
  const values = {
    council: framework?.council ?? '',
    name: framework?.name ?? '',
    planDate: framework?.planDate ?? '',
    lowCostUpTo: framework === null ? '' : String(framework.lowCostUpTo),
    outcomeWord: framework?.words.outcome ?? '',
  };
  // An empty value beside a label is not written, so that the hint is not taken for it.
  const cellsOf = (key: keyof typeof SETTING_LABELS): PlanCell[] => [
    text(SETTING_LABELS[key]),
    values[key] === '' ? NOTHING : text(values[key]),
    NOTHING,
    NOTHING,
    NOTHING,
    text(HINTS[key]),
  ];
  return { at: { row: SETTINGS_ROW, column: 0 }, cells: settings().map(cellsOf) };
}

type Lists = Partial<Record<Column, readonly string[]>>;

function listsOf({ outcomes, directorates, indicators, vocabularies }: Framework): Lists {
  const { statuses, verdicts, namedFunds, posts, teams, commonWords, places } = vocabularies;
  return {
    code: outcomes.map(({ code }) => code),
    outcome: outcomes.map(({ titles }) => titles[0] ?? ''),
    otherTitles: outcomes.map(({ titles }) => titles.slice(1).join('; ')),
    under: outcomes.map(({ under = '' }) => under),
    directorate: directorates.map(({ name }) => name),
    shortCode: directorates.map(({ shortCode }) => shortCode),
    otherNames: directorates.map(({ otherNames }) => otherNames.join('; ')),
    indicatorId: indicators.map(({ id }) => id),
    indicator: indicators.map(({ text: words }) => words),
    level: indicators.map(({ level }) => (outcomes.some(({ code }) => code === level) ? level : '')),
    meansOfVerification: indicators.map(({ meansOfVerification }) => meansOfVerification),
    notes: indicators.map(({ notes }) => notes),
    ...{ statuses, verdicts, namedFunds, posts, teams, commonWords, places },
  };
}

function bodyBlock(lists: Lists): PlanBlock {
  const rows = Math.max(...Object.values(lists).map((words) => words.length));
  const cellAt = (row: number, column: Column | null): PlanCell => {
    const words = column === null ? '' : (lists[column]?.[row] ?? '');
    return words === '' ? NOTHING : text(words);
  };
  return {
    at: { row: HEADING_ROW + 1, column: 0 },
    cells: Array.from({ length: rows }, (_, row) => COLUMNS.map((column) => cellAt(row, column))),
  };
}
