import type { VerdictCell } from '../finance';
import { type Area, type BookGrid, type Cell, cellAt, dateOfSerial, isDateFormat, isoDate, type SheetGrid } from '../grid';
import { headingsIn, wordsOfCell } from '../workbook';
import { FINANCE_HEADINGS } from '../wording';
import { ALL_PRIORITIES_TABLE } from './all-priorities';
import type { VerdictPart } from './verdict-cells';

/** A note in the plan is as long as its cell in the state allows. */
export const LONGEST_NOTE = 4_000;

/** A longer text ends in "…", so that it can be seen where it goes to another place that it was cut. */
const wordsIn = (cell: Cell): string => {
  const date = cell.kind === 'number' && isDateFormat(cell.format) ? dateOfSerial(cell.value) : null;
  if (date !== null) return isoDate(date);
  const words = wordsOfCell(cell).trim();
  return words.length > LONGEST_NOTE ? `${words.slice(0, LONGEST_NOTE - 1)}…` : words;
};

export const VERDICT_PARTS = Object.keys(FINANCE_HEADINGS) as VerdictPart[];

/** Zero-based columns of a sheet in which the parts of a verdict stand; a part without a column is not among them. */
export type VerdictColumns = Readonly<Partial<Record<VerdictPart, number>>>;

/** Finance's columns among the headings of one row. @param columns zero-based and inclusive. */
export function verdictColumns(sheet: SheetGrid, row: number, columns: { readonly left: number; readonly right: number }): VerdictColumns {
  const found = headingsIn(sheet, row, Object.values(FINANCE_HEADINGS), columns);
  return Object.fromEntries(
    VERDICT_PARTS.flatMap((part): [VerdictPart, number][] => {
      const column = found.get(FINANCE_HEADINGS[part]);
      return column === undefined ? [] : [[part, column]];
    }),
  );
}

/** What finance's cells of a row say; a verdict of "" where there is none, whatever the note says. @param row zero-based. */
export function verdictCellAt(sheet: SheetGrid, row: number, columns: VerdictColumns): VerdictCell {
  const wordsAt = (part: VerdictPart): string => {
    const column = columns[part];
    return column === undefined ? '' : wordsIn(cellAt(sheet, { row, column }));
  };
  return { verdict: wordsAt('check'), note: wordsAt('note'), by: wordsAt('by') || null, date: wordsAt('date') || null };
}

/** The Excel table of All priorities, where the workbook has one. */
export function prioritiesTable({ sheets }: BookGrid): { readonly sheet: SheetGrid; readonly area: Area } | null {
  for (const sheet of sheets) {
    const table = sheet.tables.find(({ name }) => name === ALL_PRIORITIES_TABLE);
    if (table !== undefined) return { sheet, area: table.area };
  }
  return null;
}

/**
 * Finance's verdicts in All priorities, by Ref: the column Finance check, with note, initials and date where the sheet has columns of those
 * headings. Of a row that has a note, initials or a date alone, the verdict is "".
 * Rule: docs/rules.md#finance-verdicts.
 */
export function verdictsOnSheet(book: BookGrid): Map<string, VerdictCell> {
  const verdicts = new Map<string, VerdictCell>();
  const priorities = prioritiesTable(book);
  if (priorities === null) return verdicts;
  const { sheet, area } = priorities;
  const columns = verdictColumns(sheet, area.top, area);
  const refs = headingsIn(sheet, area.top, ['Ref'], area).get('Ref');
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    const ref = refs === undefined ? '' : wordsIn(cellAt(sheet, { row, column: refs }));
    const said = verdictCellAt(sheet, row, columns);
    const isEmpty = said.verdict === '' && said.note === '' && said.by === null && said.date === null;
    if (ref === '' || isEmpty || verdicts.has(ref)) continue;
    verdicts.set(ref, said);
  }
  return verdicts;
}
