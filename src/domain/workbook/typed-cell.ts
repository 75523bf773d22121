import { type Cell, dateOfSerial, isDateFormat, isoDate } from '../grid';
import { wordsOfCell } from './cell-content';
import type { PlanCell } from './sheet-plan';

/**
 * Whether somebody typed into a cell since the program last wrote it. Spaces and line ends alone are no typing, since other programs change
 * them when they save. A formula counts as typed, but for links that the program wrote itself.
 * Rule: docs/rules.md#typed-values.
 *
 * @param isLast whether words are those that were last written there.
 */
export function isTypedOver(cell: Cell, isLast: (words: string) => boolean): boolean {
  if (cell.formula === undefined) return !isLast(wordsOfCell(cell));
  const link = linkOfFirstVersion(cell);
  return link === null || !isLast(link);
}

/** What a link formula of version 0.1.0 shows, which wrote them into its tables; null for any other cell. */
export function linkOfFirstVersion({ formula = '' }: Cell): string | null {
  const match = /^=HYPERLINK\("#'(?:[^'"]|''|"")+'![A-Z]{0,3}\d*","((?:[^"]|"")*)"\)$/.exec(formula);
  return match === null ? null : (match[1] ?? '').replaceAll('""', '"');
}

/** It showed as much of the words as fits into a formula. */
function shownInLink(words: string): string {
  return words.length > 250 ? `${words.slice(0, 249)}…` : words;
}

/** `isLast` where the words themselves are remembered. */
export function wordsWere(last: string): (words: string) => boolean {
  return (words) => plainWords(words) === plainWords(last) || words === shownInLink(last);
}

/** A cell that was emptied, or never filled: the plan fills it again. */
export function isBlank(cell: Cell): boolean {
  return cell.formula === undefined && wordsOfCell(cell).trim() === '';
}

/** What a person sees in a cell: a date as dd/mm/yyyy, a formula that shows nothing as the formula itself. */
export function shownWords(cell: Cell): string {
  if (cell.kind === 'number' && isDateFormat(cell.format)) return dayWords(cell.value) ?? cell.text;
  const words = wordsOfCell(cell);
  return words === '' ? (cell.formula ?? '') : words;
}

/** A formula as it was typed; anything else as it is shown. */
export function typedWords(cell: Cell): string {
  return cell.formula ?? shownWords(cell);
}

/** What a person would see in a planned cell. */
export function shownPlan(cell: PlanCell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
    case 'link':
      return cell.text;
    case 'number':
      return String(cell.value);
    case 'date':
      return dayWords(cell.serial) ?? String(cell.serial);
  }
}

function dayWords(serial: number): string | null {
  const date = dateOfSerial(serial);
  return date === null ? null : isoDate(date).split('-').reverse().join('/');
}

/** Words with one space between them, whatever stood there. */
export function plainWords(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
