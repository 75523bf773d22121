import type { Directorate, Framework } from '../framework';
import { textColumn } from '../sheets';
import { type DropDown, type PlanCell, type SheetPlan, text } from '../workbook';
import type { SampleRow } from './sample-rows';
import { HEADING_ROW, ROOM_FOR_ROWS, sheetToFillIn } from './sheet-to-fill-in';
import { TEMPLATE_GUIDE, templateGuide } from './template-guide';
import { templateHeadings } from './template-headings';
import { listArea, TEMPLATE_LISTS, templateLists } from './template-lists';

/** Excel shows no more of a prompt. */
const LONGEST_PROMPT = 255;

/** The sheet of a sample. */
const SAMPLE = 'Sample';

/** The names of a template in the workbook that it is added to. */
export interface TemplateNames {
  readonly table: string;
  /** Sheets, as the workbook has them. */
  readonly guide: string;
  readonly lists: string;
}

/** @param number tells a second template of one directorate from the first. */
export function templateTableName({ shortCode }: Directorate, number = 1): string {
  return `Priorities_${shortCode}${number === 1 ? '' : `_${String(number)}`}`;
}

/**
 * What a directorate fills in: its priority sheet, the page that explains it, and the hidden lists. All three must be made
 * before the first is laid out: its drop-downs name the lists.
 *
 * @param rows to fill in that the table is made with; it grows as more are typed below the last.
 * @param sample rows that are filled in instead.
 */
export function templatePlans(
  framework: Framework,
  directorate: Directorate,
  rows = 30,
  names: TemplateNames = { table: templateTableName(directorate), guide: TEMPLATE_GUIDE, lists: TEMPLATE_LISTS },
  sample: readonly SampleRow[] = [],
): [priorities: SheetPlan, guide: SheetPlan, lists: SheetPlan] {
  return [
    prioritySheet(framework, directorate, names, sample.length > 0 ? { sample, rows: sample.length } : { sample, rows }),
    templateGuide(framework),
    templateLists(framework),
  ];
}

interface RowsToFillIn {
  readonly rows: number;
  /** What the first of them hold. */
  readonly sample: readonly SampleRow[];
}

function prioritySheet(framework: Framework, directorate: Directorate, names: TemplateNames, { rows, sample }: RowsToFillIn): SheetPlan {
  const headings = templateHeadings(framework);
  return sheetToFillIn({
    directorate,
    ...(sample.length === 0 ? {} : { other: { name: SAMPLE, title: 'Sample of priorities to improve health and wellbeing' } }),
    begin: `One action in each row. The line above the headings says what goes where; there is more on the sheet “${names.guide}”.`,
    hints: headings.map(({ hint }) => hint),
    table: {
      name: names.table,
      // Text throughout: Excel turns "June 26" into 26 June anywhere else.
      columns: headings.map(({ key, heading, width }) => textColumn(key, heading, width, { owner: 'user' })),
      rows: Array.from({ length: rows }, (_, index) => ({ key: String(index + 1), cells: cellsOf(sample[index] ?? {}) })),
    },
    looks: [],
    dropDowns: dropDownsOf(framework, names.lists),
    rules: [],
    frozenColumns: 0,
    paper: 'A4',
  });
}

function cellsOf(row: SampleRow): Record<string, PlanCell> {
  return Object.fromEntries(Object.entries(row).map(([key, words]) => [key, text(words)]));
}

function dropDownsOf(framework: Framework, lists: string): DropDown[] {
  const prompts = {
    sharedOutcome: outcomePrompt(framework),
    cost: 'Pick one, or type a sum or where the money comes from.',
    status: 'Pick how it stands today. Say more under Progress.',
  };
  return templateHeadings(framework).flatMap(({ heading, list }, column): DropDown[] => {
    if (list === null) return [];
    return [
      {
        area: { top: HEADING_ROW + 1, bottom: HEADING_ROW + ROOM_FOR_ROWS, left: column, right: column },
        list: { sheet: lists, area: listArea(framework, list) },
        prompt: { title: heading, message: prompts[list] },
      },
    ];
  });
}

/** Each code with as much of its title as Excel's prompt has room for; with too many codes for that, how to give several. */
function outcomePrompt({ outcomes }: Framework): string {
  const several = 'Pick one, or type several with commas.';
  // A line end goes before each outcome's line.
  const room = Math.floor((LONGEST_PROMPT - several.length) / outcomes.length) - 1;
  const lines = outcomes.map(({ code, titles }) => shortened(`${code} ${titles[0] ?? ''}`, room));
  return room < 20 ? several : [several, ...lines].join('\n');
}

/** At most `room` characters, cut between words. */
function shortened(words: string, room: number): string {
  if (words.length <= room) return words;
  const cut = words.slice(0, room);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > room / 2 ? end : room - 1)}…`;
}
