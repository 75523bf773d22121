import { type AssignedCell, isGrouped } from './assign-headings';
import type { Header } from './find-headers';
import { MONTH, SEASON } from './words-of-time';

/**
 * Columns of one status, each of another month, quarter or term.
 * Rule: docs/rules.md#further-columns.
 */

/** A month, a quarter or a term, with or without its year. */
const OF_A_TIME = new RegExp(
  String.raw`^(?:${MONTH}|q(?:uarter|tr)? ?\d|${SEASON}(?: term)?)\.?[\s'’-]*(?:(?:20)?\d{2}(?:[/-]\d{2})?)?$`,
  'i',
);

/** Columns of one status a month or quarter under a group heading: "Progress RAG" over "Sep", "Oct" and "Nov". */
export function statusByTime({ cells }: Header): AssignedCell[] {
  const first = cells.find((cell) => cell.key === 'status' && cell.setByUser !== true && isGrouped(cell, cells));
  const columns = cells.filter((cell) => cell === first || (cell.key === null && isGrouped(cell, cells)));
  const group = columns.filter(({ texts }) => texts.at(-2) === first?.texts.at(-2));
  const dated = sameButForTime(cells);
  if (dated.length >= 2) return dated;
  return group.length >= 2 && group.every(({ texts }) => OF_A_TIME.test((texts.at(-1) ?? '').trim())) ? group : [];
}

/** Columns of the status whose headings differ in their time alone: "RAG Sept 26" and "RAG Nov 26". */
function sameButForTime(cells: readonly AssignedCell[]): AssignedCell[] {
  const bareOf = ({ texts }: AssignedCell): string[] => (texts.at(-1) ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const isTime = (word: string): boolean => OF_A_TIME.test(word) || /^(?:20)?\d{2}$/.test(word);
  const main = cells.find((cell) => cell.key === 'status' && cell.setByUser !== true);
  const words = main === undefined ? [] : bareOf(main);
  if (!words.some(isTime)) return [];
  const wanted = words.filter((word) => !isTime(word)).join(' ');
  return cells.filter((cell) => {
    const own = bareOf(cell);
    const isFree = cell === main || (cell.key === null && cell.setByUser !== true);
    return isFree && own.some(isTime) && own.filter((word) => !isTime(word)).join(' ') === wanted;
  });
}
