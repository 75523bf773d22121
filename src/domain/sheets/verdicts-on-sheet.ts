import type { VerdictCell } from '../finance';
import { type BookGrid, type Cell, cellAt, dateOfSerial, isDateFormat, isoDate } from '../grid';
import { headingsIn, wordsOfCell } from '../workbook';
import { ALL_PRIORITIES_TABLE, FINANCE_HEADINGS } from './all-priorities';

/** A note in the plan is as long as its cell in the state allows. */
const LONGEST = 4_000;

const wordsIn = (cell: Cell): string => {
  const date = cell.kind === 'number' && isDateFormat(cell.format) ? dateOfSerial(cell.value) : null;
  return date === null ? wordsOfCell(cell).trim().slice(0, LONGEST) : isoDate(date);
};

/**
 * Finance's verdicts in All priorities, by Ref: the column Finance check, with note, initials and date where the sheet has columns of those
 * headings. A row without a verdict is not among them, whatever its note says.
 * Rule: docs/rules.md#finance-verdicts.
 */
export function verdictsOnSheet(book: BookGrid): Map<string, VerdictCell> {
  const verdicts = new Map<string, VerdictCell>();
  const sheet = book.sheets.find(({ tables }) => tables.some(({ name }) => name === ALL_PRIORITIES_TABLE));
  const area = sheet?.tables.find(({ name }) => name === ALL_PRIORITIES_TABLE)?.area;
  if (sheet === undefined || area === undefined) return verdicts;
  const { check, note, by, date } = FINANCE_HEADINGS;
  const columns = headingsIn(sheet, area.top, ['Ref', check, note, by, date], area);
  const wordsAt = (row: number, heading: string): string => {
    const column = columns.get(heading);
    return column === undefined ? '' : wordsIn(cellAt(sheet, { row, column }));
  };
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    const ref = wordsAt(row, 'Ref');
    const verdict = wordsAt(row, check);
    if (ref === '' || verdict === '' || verdicts.has(ref)) continue;
    verdicts.set(ref, { verdict, note: wordsAt(row, note), by: wordsAt(row, by) || null, date: wordsAt(row, date) || null });
  }
  return verdicts;
}
