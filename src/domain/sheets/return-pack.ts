import type { Directorate, Framework } from '../framework';
import { text } from './cell-content';
import { BAD, headingLook, INK, SECTION_FILL, textColumn, titleLooks, UNSURE } from './council-look';
import type { PackAction } from './pack-actions';
import type { DropDown, LookArea, PlanColumn, SheetPlan } from './sheet-plan';
import { STATUS_LOOKS } from './status-looks';
import { templateSheetName } from './template';
import { listArea, TEMPLATE_LISTS, templateLists } from './template-lists';

/** Drop-downs reach this far, so that rows added later have them too. */
const ROOM_FOR_ROWS = 1_000;

/** Zero-based: title, what to do, hints, headings. */
const HINT_ROW = 2;
const HEADING_ROW = 3;

interface PackColumn {
  readonly column: PlanColumn;
  readonly hint: string;
  readonly cell: (action: PackAction) => string;
}

type Answer = 'statusNow' | 'progressNow';

/** Headings that the reading knows, so that what comes back is read as what went out; see `heading-words.ts`. */
function packColumns(): PackColumn[] {
  const column = (key: keyof PackAction | Answer, heading: string, width: number, hint = ''): PackColumn => ({
    column: textColumn(key, heading, width, { owner: 'user' }),
    hint,
    cell: (action) => (key === 'statusNow' || key === 'progressNow' ? '' : action[key]),
  });
  return [
    column('ref', 'Ref', 9, 'Ours: leave as it is'),
    column('theme', 'Theme', 28),
    column(
      'commitment',
      'What we have committed to',
      42,
      'Reword, move or delete rows as you need; new actions go below the last one, without a Ref',
    ),
    column('ledBy', 'Led by', 18),
    column('timescale', 'Timescale', 15),
    column('measure', 'Measure', 32),
    column('sharedOutcome', 'Shared Outcome', 12),
    column('indicator', 'Logframe indicator', 11),
    column('cost', 'Low/no cost', 12),
    column('lastStatus', 'Status last time', 11, 'What the plan says'),
    column('lastProgress', 'Progress last time', 24, 'What the plan says'),
    column('statusNow', 'Status now', 12, 'Pick from the list'),
    column('progressNow', 'Progress now', 34, 'What has been done since, and what is in the way'),
    column('findings', 'To look at', 34, 'What we noticed in this row'),
  ];
}

/** The Excel table of a return pack, by which nothing is found again: what comes back is read by its headings and Refs. */
function packTableName({ shortCode }: Directorate): string {
  return `ReturnPack_${shortCode}`;
}

/** What a directorate gets back each quarter: its sheet of actions with two columns to fill in, and the hidden lists behind its drop-downs. */
export function returnPackPlans(framework: Framework, directorate: Directorate, actions: readonly PackAction[]): [SheetPlan, SheetPlan] {
  return [packSheet(framework, directorate, actions), templateLists(framework)];
}

function packSheet(framework: Framework, directorate: Directorate, actions: readonly PackAction[]): SheetPlan {
  const columns = packColumns();
  const last = columns.length - 1;
  const begin = 'Fill in Status now and Progress now. What you leave empty there stays as it was last time.';
  const area = (from: keyof PackAction | Answer, to = from, rows = ROOM_FOR_ROWS): DropDown['area'] => ({
    top: HEADING_ROW + 1,
    bottom: HEADING_ROW + rows,
    left: columns.findIndex(({ column }) => column.key === from),
    right: columns.findIndex(({ column }) => column.key === to),
  });
  return {
    name: templateSheetName(directorate),
    visibility: 'visible',
    tabColour: '#1F4E79',
    blocks: [
      {
        at: { row: 0, column: 0 },
        cells: [
          // A reader takes what stands after "~" for the directorate.
          [text(`Priorities to improve health and wellbeing ~ ${directorate.name}`)],
          [text(begin)],
          columns.map(({ hint }) => text(hint)),
        ],
      },
    ],
    table: {
      name: packTableName(directorate),
      at: { row: HEADING_ROW, column: 0 },
      columns: columns.map(({ column }) => column),
      rows: actions.map((action) => ({
        key: action.ref,
        cells: Object.fromEntries(columns.map(({ column, cell }) => [column.key, text(cell(action))])),
      })),
      refresh: null,
      banded: true,
      style: 'TableStyleLight9',
    },
    widths: {},
    merges: [],
    looks: looksOf(last, actions.length, area('statusNow', 'progressNow', actions.length)),
    dropDowns: [
      { area: area('statusNow'), list: { sheet: TEMPLATE_LISTS, area: listArea(framework, 'status'), others: 'allowed' } },
      { area: area('cost'), list: { sheet: TEMPLATE_LISTS, area: listArea(framework, 'cost'), others: 'allowed' } },
    ],
    rules: [
      ...STATUS_LOOKS.flatMap(({ cellIs, look }) => [
        { area: area('lastStatus'), when: { cellIs }, look },
        { area: area('statusNow'), when: { cellIs }, look },
      ]),
      { area: area('cost'), when: { cellIs: 'above low cost' }, look: BAD },
    ],
    charts: [],
    freeze: { rows: HEADING_ROW + 1, columns: 1 },
    print: {
      orientation: 'landscape',
      paper: 'A3',
      titleRows: { top: HEADING_ROW, bottom: HEADING_ROW },
      // "&" begins a code in a footer; doubled, it is itself.
      footer: `${directorate.name.replaceAll('&', '&&')}, page &P of &N`,
    },
    gridlines: false,
  };
}

function looksOf(last: number, rows: number, answers: LookArea['area']): LookArea[] {
  const hints = { top: HINT_ROW, bottom: HINT_ROW, left: 0, right: last };
  const body = { top: HEADING_ROW + 1, bottom: HEADING_ROW + rows, left: 0, right: last };
  return [
    ...titleLooks(last),
    { area: hints, look: { italic: true, size: 9, colour: INK, fill: SECTION_FILL, wrap: true, vertical: 'bottom', align: 'left' } },
    headingLook(HEADING_ROW, 0, last),
    { area: body, look: { border: 'thin' } },
    { area: answers, look: { fill: UNSURE.fill } },
  ];
}
