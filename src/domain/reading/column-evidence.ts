import { readCost } from '../cost';
import type { Framework } from '../framework';
import type { Cell } from '../grid';
import { namesWho } from '../lead';
import { readOutcomes } from '../outcomes';
import { readTimescale } from '../timescale';
import type { HeadingKey } from './heading-keys';
import { readStatus } from './read-status';
import { shownText } from './sheet-view';
import { MONTH, SEASON } from './words-of-time';

/** More words than this are a sentence, which may hold a date or a post and be about something else. */
const MOST_WORDS = 12;

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Words of a time, and those that join them. */
const OF_A_TIME = new RegExp(
  String.raw`^(?:${MONTH}|${SEASON})s?$|^(?:by|end|start|early|mid|late|from|to|until|till|in|on|at|of|the|and|or|then|each|every|per|a|an|within|after|before|first|next|last|ongoing|annual(?:ly)?|monthly|weekly|quarterly|(?:calendar|financial|school|academic)|(?:day|week|month|quarter|term|year)s?|tbc|q)$`,
  'iu',
);

/** Whether the words say when, and little else: "20 more homes are visited each year" is about homes. @param others how many other words there may be. */
export function saysWhen(cell: Cell, others = 2): boolean {
  const rest = shownText(cell)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !OF_A_TIME.test(word));
  return rest.length <= others && readTimescale(cell).items > 0;
}

function saysOutcomes(cell: Cell, framework: Framework): boolean {
  const { codes, unknown } = readOutcomes(cell, framework.outcomes);
  return codes.length > 0 && unknown.length === 0;
}

const saysStatus = (cell: Cell, framework: Framework): boolean => readStatus(shownText(cell), '', framework).status !== null;

/** Words that other columns hold: "Yes", "Low cost", "On track", "High". */
const isOfAList = (cell: Cell, framework: Framework): boolean =>
  /^(?:y|yes|n|no|high|medium|low|urgent|critical|[hml])$/i.test(shownText(cell).trim()) ||
  saysStatus(cell, framework) ||
  readCost(cell, '', framework).unread !== true;

function saysWho(cell: Cell, framework: Framework): boolean {
  const text = shownText(cell);
  if (cell.kind !== 'text' || wordsIn(text) > MOST_WORDS || isOfAList(cell, framework)) return false;
  // A surname or initials tell nothing by themselves, but are what such a column may hold.
  return namesWho(text, framework) || (wordsIn(text) <= 3 && !/\p{N}/u.test(text));
}

function saysHowMeasured(cell: Cell, framework: Framework): boolean {
  const text = shownText(cell);
  return (
    (wordsIn(text) >= 3 && !isOfAList(cell, framework) && !(wordsIn(text) <= MOST_WORDS && namesWho(text, framework))) ||
    /\d\s*%/.test(text)
  );
}

/** What a cell may be, of the columns that a table is expected to have. A cell may be several. */
function fitsOf(cell: Cell, framework: Framework): HeadingKey[] {
  if (saysOutcomes(cell, framework)) return ['sharedOutcome'];
  if (saysWhen(cell)) return ['timescale'];
  return [
    ...(saysWho(cell, framework) ? (['ledBy'] as const) : []),
    ...(saysHowMeasured(cell, framework) ? (['measure'] as const) : []),
    ...(saysStatus(cell, framework) ? (['status'] as const) : []),
  ];
}

/**
 * What a column whose heading was not understood may be, going by its cells: the headings that more than half of its filled cells fit, the
 * likeliest first. A column of other things, and an empty one, fits none.
 */
export function likelyHeadings(cells: readonly Cell[], framework: Framework): HeadingKey[] {
  const counts = new Map<HeadingKey, number>();
  for (const key of cells.flatMap((cell) => fitsOf(cell, framework))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count * 2 > cells.length)
    .sort(([, a], [, b]) => b - a)
    .map(([key]) => key);
}
