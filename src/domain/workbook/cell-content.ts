import { a1, type Cell, parseA1, quotedSheet } from '../grid';
import type { CellContent, ExpectedValue } from './edit';
import type { PlanCell } from './sheet-plan';

export const DATE_FORMAT = 'dd/mm/yyyy';
export const NOTHING: PlanCell = { kind: 'empty' };

/** Excel holds no longer text in a cell. */
const LONGEST_TEXT = 32_767;

/** A text cell, or an empty one for an empty text. Line ends are Excel's own, so that what is read back is what was written. */
export function text(words: string): PlanCell {
  const kept = words.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  if (kept === '') return NOTHING;
  return { kind: 'text', text: kept.length > LONGEST_TEXT ? `${kept.slice(0, LONGEST_TEXT - 1)}…` : kept };
}

export function count(value: number): PlanCell {
  return { kind: 'number', value, format: '0' };
}

/**
 * The one formula the program writes. Both strings are text inside a formula, so their quotes are doubled; the
 * target begins with "#", so it can only lead into this workbook. Excel takes 255 characters in a formula's string.
 */
export function linkFormula(target: { readonly sheet: string; readonly address: string }, words: string): string {
  const quote = (part: string): string => `"${part.replaceAll('"', '""')}"`;
  const shown = words.length > 250 ? `${words.slice(0, 249)}…` : words;
  return `=HYPERLINK(${quote(`#${quotedSheet(target.sheet)}!${target.address}`)},${quote(shown)})`;
}

/** Reads a formula that `linkFormula` wrote; null for any other. */
export function parseLinkFormula(formula: string): { readonly sheet: string; readonly address: string; readonly text: string } | null {
  const match = /^=HYPERLINK\("#'((?:[^'"]|''|"")+)'!([A-Z]{1,3}\d+)","((?:[^"]|"")*)"\)$/.exec(formula);
  if (match === null || parseA1(match[2] ?? '') === null) return null;
  const plain = (part = ''): string => part.replaceAll('""', '"');
  return { sheet: plain(match[1]).replaceAll("''", "'"), address: match[2] ?? '', text: plain(match[3]) };
}

/** Whether a cell already holds what the plan wants; looks and formats do not count, they are the user's. */
export function holds(cell: Cell, wanted: PlanCell): boolean {
  switch (wanted.kind) {
    case 'empty':
      return cell.kind === 'empty' && cell.formula === undefined;
    case 'text':
      return cell.formula === undefined && cell.value === wanted.text;
    case 'number':
      return cell.formula === undefined && cell.value === wanted.value;
    case 'date':
      return cell.formula === undefined && cell.value === wanted.serial;
    case 'link':
      return 'path' in wanted.target ? cell.value === wanted.text : cell.formula === linkFormula(wanted.target, wanted.text);
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
  return { kind: 'restore', value: cell.value, format: cell.format, ...(cell.formula === undefined ? {} : { formula: cell.formula }) };
}

export function expecting(cell: Cell): ExpectedValue {
  return { value: cell.value, ...(cell.formula === undefined ? {} : { formula: cell.formula }) };
}

/** An A1 address from zero-based numbers, for reports. */
export function addressOf(row: number, column: number): string {
  return a1({ row, column });
}
