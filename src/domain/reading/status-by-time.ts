import { textCell } from '../grid';
import { readTimescale } from '../timescale';
import { type AssignedCell, isGrouped } from './assign-headings';
import type { Header } from './find-headers';
import { MONTH, monthAlone, SEASON } from './words-of-time';

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

/** Where in its year the time of a heading stands, and how many such a year has; null where it names none. */
function placeInYear(words: string): { readonly at: number; readonly of: number } | null {
  const month = words
    .split(/[^\p{L}]+/u)
    .map(monthAlone)
    .find((found) => found > 0);
  if (month !== undefined) return { at: month, of: 12 };
  const quarter = /\bq(?:uarter|tr)? ?([1-4])\b/i.exec(words)?.[1];
  return quarter === undefined ? null : { at: Number(quarter), of: 4 };
}

/** Whether months or quarters without years run backwards: "Nov", "Oct", "Sep". */
function isNewestFirst(words: readonly string[]): boolean {
  const places = words.map(placeInYear);
  return places.slice(1).every((place, index) => {
    const before = places[index] ?? null;
    return place !== null && before?.of === place.of && (before.at - place.at + place.of) % place.of === 1;
  });
}

/**
 * The columns of one status from the first time to the last. Some put the newest beside the action, so that the order of the columns tells
 * nothing where their headings say when.
 * @param columns from left to right.
 */
export function inOrderOfTime<T extends { readonly words: string }>(columns: readonly T[]): T[] {
  if (columns.length < 2) return [...columns];
  const dated = columns.map((column) => ({ column, end: readTimescale(textCell(column.words)).end ?? '' }));
  if (dated.every(({ end }) => end !== '')) {
    return dated.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0)).map(({ column }) => column);
  }
  return isNewestFirst(columns.map(({ words }) => words)) ? [...columns].reverse() : [...columns];
}
