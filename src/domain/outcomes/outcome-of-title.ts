import type { Outcome } from '../framework';
import { numberedCode, outcomeWords, plainWords } from './outcome-words';

/** Other names of an outcome that a number or letter may stand behind. */
const LABEL =
  /(?<![\p{L}\p{N}])(outcome|goal|priority|objective|aim|ambition|theme|pillar|mission)\s*(?:no\.?\s*)?(\d+(?:\.\d+)*|[A-Z]{1,3})(?![\p{L}\p{N}])/iu;

/**
 * The code of the outcome that a line of words names: by what stands behind its label ("Shared outcome 1: ...", "Goal B"), by its title, or by
 * its code; null when it names none. A number counts behind a label alone, and a single letter there or where it begins the line: other
 * numbers and an "a" are words of any title.
 */
export function outcomeOfTitle(text: string, outcomes: readonly Outcome[]): string | null {
  const [, label = '', mark = ''] = LABEL.exec(text) ?? [];
  const labelled = label === '' ? null : behindLabel(label, mark, outcomes);
  if (labelled !== null) return labelled;
  // "Outcome 9" of a council with six is none of them, whatever its words.
  if (label.toLowerCase() === 'outcome' && /^\d/.test(mark)) return null;
  const plain = plainWords(text);
  const titled = outcomes.find(({ titles }) => titles.some((title) => plain.includes(plainWords(title))));
  return (titled ?? outcomes.find(({ code }) => namesCode(text, code)))?.code ?? null;
}

function behindLabel(label: string, mark: string, outcomes: readonly Outcome[]): string | null {
  const whole = `${label} ${mark}`.toLowerCase();
  const same = outcomes.find(({ code }) => code.toLowerCase() === whole) ?? outcomes.find(({ code }) => code === mark);
  if (same !== undefined) return same.code;
  const { codeOf, areNumbers } = outcomeWords(outcomes);
  return /^\d/.test(mark) && (label.toLowerCase() === 'outcome' || areNumbers) ? codeOf('', mark) : null;
}

function namesCode(text: string, code: string): boolean {
  const numbered = numberedCode(code);
  const escaped = code.replace(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`);
  const within = String.raw`(?<![\p{L}\p{N}.])${escaped}(?![\p{L}\p{N}]|\.\d)`;
  if (numbered !== null && numbered.prefix !== '') return new RegExp(within, 'iu').test(text);
  if (/^\d+$/.test(code)) return false;
  const isTelling = code.length > 1 && !/^\d/.test(code);
  return (
    new RegExp(isTelling ? within : String.raw`^\s*${escaped}(?:[.:)]|\s*[-–—]|\s)\s*\p{L}`, 'u').test(text) &&
    !startsWithArticle(text, code)
  );
}

/** "A better start" begins with an article, "A: better start" with a code. */
const startsWithArticle = (text: string, code: string): boolean => /^\p{L}$/u.test(code) && /^\s*\p{L}\s+\p{L}/u.test(text);
