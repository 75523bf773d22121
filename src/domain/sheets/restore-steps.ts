import { counted, grouped, listed } from '../wording';
import type { TypedSince } from './typed-since';

/** What taking back the last run does to one sheet. */
export interface RestoreStep {
  readonly sheet: string;
  /** `remove`: the run made the sheet. `not there`: the run made it, and it is gone since. */
  readonly what: 'remove' | 'put back' | 'not there';
  /** Cells put back; 0 for a sheet that is removed. */
  readonly cells: number;
  /** Comments and notes that go back to where they stood. */
  readonly comments: number;
  /** What was typed there since, and is lost by it. */
  readonly typed: readonly TypedSince[];
  /** What else is done there, in words: "the chart “ActionsByOutcome” removed"; left out where that is nothing. */
  readonly also?: readonly string[];
}

/** Texts that are quoted of those typed since; the others are counted. */
const QUOTED = 5;

function typedInWords(typed: readonly TypedSince[]): string {
  if (typed.length === 0) return '';
  const quoted = typed.slice(0, QUOTED).map(({ cell, words }) => `${cell} “${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`);
  const more = typed.length - quoted.length;
  return `; typed there since, and lost by it: ${listed(more === 0 ? quoted : [...quoted, `${grouped(more)} more`])}`;
}

/** "“Changes”: removed, since that run made it", for before and after it is done. */
export function restoreStepInWords({ sheet, what, cells, comments, typed, also = [] }: RestoreStep): string {
  switch (what) {
    case 'remove':
      return `“${sheet}”: removed, since that run made it${typedInWords(typed)}`;
    case 'put back':
      return `“${sheet}”: ${putBackInWords(cells, comments, also)}${typedInWords(typed)}`;
    case 'not there':
      return `“${sheet}”: not there any more`;
  }
}

function putBackInWords(cells: number, comments: number, also: readonly string[]): string {
  if (cells + comments === 0 && also.length > 0) return listed(also);
  const back = `${counted(cells, 'cell')}${comments === 0 ? '' : ` and ${counted(comments, 'comment')}`} put back`;
  return listed([back, ...also]);
}
