import { hasOrdinalEnding } from './year-at';
import type { TokenStream } from './token-stream';
import { MONTHS, UNITS } from './words';

/** What is numbered in a plan: the figure after it is its name. */
const NUMBERED = new Set(
  `phase phases stage stages step steps part parts tranche wave milestone milestones cohort lot objective objectives action actions priority
  priorities option item goal aim theme workstream gate level tier section page para paragraph appendix annex version ref no number
  outcome outcomes strand round sprint batch release site zone band group point output measure target commitment recommendation class reception
  indicator covid draft edition ks grade category project task chapter table figure figures`.split(/\s+/),
);

/** Letters that make a time with the figure after them, so that "H3" and "Q5" are mistakes and no names. */
const LETTERS_OF_TIMES = new Set(['q', 'h', 'fy', 'y', 'yr', 'wk', 'm', 'd', 't', 'qtr', 'ay', 'fye']);

/** Marks within one figure: "£2,000", "1.2", "10:30", "0-19". */
const WITHIN = [',', '.', ':', '-', '/'];
/** Figures joined by such marks, looked back over. */
const MOST_JOINED = 4;

const isAge = (stream: TokenStream, at: number): boolean => {
  if (stream.isWord(at - 1, 'aged', 'age', 'ages', 'under', 'over') && !UNITS.has(stream.at(at + 1).text)) {
    // "Under 5s", "aged 18"; "under 12 months" is a length of time.
    return true;
  }
  if (stream.isWord(at + 1, 's') && !stream.at(at + 1).gap) return true;
  const range = stream.isMark(at + 1, '-') || stream.isWord(at + 1, 'to') ? at + 2 : at;
  const unit = UNITS.has(stream.at(range + 1).text) ? range + 1 : stream.skip(range + 1, '-');
  return UNITS.has(stream.at(unit).text) && stream.isWord(stream.skip(unit + 1, '-'), 'old', 'olds', 'ago');
};

/** "1. June 2026", "(2) Dec 2026", "3) pilot". */
function isListNumber(stream: TokenStream, at: number): boolean {
  const value = stream.number(at);
  if (value === null || value < 1 || value > 20) return false;
  const after = stream.at(at + 1);
  if (after.kind !== 'mark' || after.gap) return false;
  return after.text === ')' || (after.text === '.' && stream.at(at + 2).gap && stream.at(at + 2).kind === 'word');
}

function isNamed(stream: TokenStream, at: number): boolean {
  const before = stream.at(at - 1);
  if (before.kind === 'mark') return ['£', '$', '€', '#'].includes(before.text);
  if (before.kind !== 'word') return false;
  if (NUMBERED.has(before.text)) return true;
  // "KS2", "A20", "SO3": letters and figures in one.
  const isGlued = !stream.at(at).gap && before.text.length <= 5;
  return isGlued && !LETTERS_OF_TIMES.has(before.text) && !MONTHS.has(before.text);
}

function isOther(stream: TokenStream, at: number): boolean {
  if (isNamed(stream, at) || isAge(stream, at) || isListNumber(stream, at)) return true;
  // "10:30".
  if (stream.isMark(at + 1, ':') && !stream.at(at + 2).gap && /^\d\d$/.test(stream.at(at + 2).text)) return true;
  if (stream.isMark(at + 1, '%') || stream.isWord(at + 1, 'am', 'pm', 'percent')) return true;
  return hasOrdinalEnding(stream, at) && NUMBERED.has(stream.at(at + 2).text);
}

/**
 * Whether a figure that is part of no date is plainly something else: a sum, a share, an age, the number of a phase. Any other is
 * asked about, for it may be part of a date that was not understood.
 * Rule: docs/rules.md#timescale-figures-left.
 */
export function isExplained(stream: TokenStream, at: number): boolean {
  // Nothing but figures around it: a look at its neighbours is enough.
  if (!['word', 'mark'].includes(stream.at(at - 1).kind) && !['word', 'mark'].includes(stream.at(at + 1).kind)) return false;
  let place = at;
  for (let joined = 0; joined < MOST_JOINED; joined += 1) {
    if (isOther(stream, place)) return true;
    const isJoined = stream.isMark(place - 1, ...WITHIN) && !stream.at(place).gap && stream.at(place - 2).kind === 'number';
    if (isJoined) place -= 2;
    // "Phase 1 and 2", "stages 1 & 2".
    else if (stream.isWord(place - 1, 'and', 'to', 'or') && stream.at(place - 2).kind === 'number' && isNamed(stream, place - 2))
      return true;
    else break;
  }
  // The front of "18-25 year olds" is told by its end.
  const isFront = stream.isMark(at + 1, '-') && stream.at(at + 2).kind === 'number' && !stream.at(at + 2).gap;
  return isFront && isOther(stream, at + 2);
}
