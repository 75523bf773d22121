import { a1, type Cell, EMPTY_CELL } from '../grid';
import type { CellContent, ExpectedValue } from './edit';
import type { PlanCell } from './sheet-plan';

export const DATE_FORMAT = 'dd/mm/yyyy';
export const NOTHING: PlanCell = { kind: 'empty' };

/** Excel holds no longer text in a cell. */
export const LONGEST_TEXT = 32_767;

/** A text cell, or an empty one for an empty text. Line ends are Excel's own, so that what is read back is what was written. */
export function text(words: string): PlanCell {
  const kept = words.includes('\r') ? words.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : words;
  if (kept === '') return NOTHING;
  return { kind: 'text', text: kept.length > LONGEST_TEXT ? `${kept.slice(0, LONGEST_TEXT - 1)}…` : kept };
}

export function count(value: number): PlanCell {
  return { kind: 'number', value, format: '0' };
}

/** Whether a cell already holds what the plan wants; looks and formats do not count, they are the user's. */
export function holds(cell: Cell, wanted: PlanCell): boolean {
  switch (wanted.kind) {
    case 'empty':
      return cell.kind === 'empty' && cell.formula === undefined;
    // A link is known by its words, which name the file, the sheet and the cell: another target has other words.
    case 'text':
    case 'link':
      return cell.formula === undefined && cell.value === wanted.text;
    case 'number':
      return cell.formula === undefined && cell.value === wanted.value;
    case 'date':
      return cell.formula === undefined && cell.value === wanted.serial;
  }
}

/** A planned cell as one string, to remember what was written and to compare it with the next plan. */
export function wordsOfPlan(cell: PlanCell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return cell.text;
    case 'number':
      return String(cell.value);
    case 'date':
      return String(cell.serial);
    case 'link':
      return cell.text;
  }
}

/** A cell on the sheet as the same kind of string. */
export function wordsOfCell(cell: Cell): string {
  return cell.value === null ? '' : String(cell.value);
}

/** What puts a cell back as it is now. */
export function restoring(cell: Cell): CellContent {
  return cell === EMPTY_CELL
    ? RESTORED_EMPTY
    : { kind: 'restore', value: cell.value, format: cell.format, ...(cell.formula === undefined ? {} : { formula: cell.formula }) };
}

/** One for all: most cells of a plan are written where nothing was. */
const RESTORED_EMPTY: CellContent = { kind: 'restore', value: EMPTY_CELL.value, format: EMPTY_CELL.format };
const EXPECTED_EMPTY: ExpectedValue = { value: EMPTY_CELL.value };

export function expecting(cell: Cell): ExpectedValue {
  return cell === EMPTY_CELL ? EXPECTED_EMPTY : { value: cell.value, ...(cell.formula === undefined ? {} : { formula: cell.formula }) };
}

/** An A1 address from zero-based numbers, for reports. */
export function addressOf(row: number, column: number): string {
  return a1({ row, column });
}
