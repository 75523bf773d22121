/**
 * Which words differ between two wordings of one field. Written here, because little is needed: whole words, short
 * texts, and few long runs rather than many short ones, since a person reads the result.
 */

/** Words the two have in common, or that stand in one and not in the other; each text is a side's runs joined. */
export interface WordRun {
  readonly same: boolean;
  readonly was: string;
  readonly now: string;
}

interface Word {
  readonly word: string;
  /** With the space behind it, so that runs joined are the text. */
  readonly text: string;
}

/** Above this many comparisons the middle of two texts counts as rewritten: a cell of 2,000 words against another. */
const MOST_COMPARISONS = 4_000_000;

/** A lone word as short as this between two differences is read with them: "the", "and". */
const SHORT = 3;

export function wordDifference(was: string, now: string): WordRun[] {
  const a = wordsIn(was);
  const b = wordsIn(now);
  let start = 0;
  while (start < a.length && start < b.length && isSame(a[start], b[start])) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && isSame(a.at(-1 - end), b.at(-1 - end))) end += 1;
  const kept = longestCommon(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const matches: Match[] = [
    ...Array.from({ length: start }, (_, index): Match => [index, index]),
    ...kept.map(([left, right]): Match => [left + start, right + start]),
    ...Array.from({ length: end }, (_, index): Match => [a.length - end + index, b.length - end + index]),
  ];
  return withoutCrumbs(runsOf(a, b, matches));
}

/** Indexes of one word in both texts. */
type Match = readonly [was: number, now: number];

function wordsIn(text: string): Word[] {
  return (text.match(/\S+\s*/g) ?? []).map((word) => ({ word: word.trimEnd(), text: word }));
}

function isSame(a: Word | undefined, b: Word | undefined): boolean {
  return a?.word === b?.word;
}

/** The longest list of words, in order, that stand in both: the textbook table, filled from the end so that it is read from the start. */
function longestCommon(a: readonly Word[], b: readonly Word[]): Match[] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_COMPARISONS) return [];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (left: number, right: number): number => lengths[left * width + right] ?? 0;
  for (let left = a.length - 1; left >= 0; left -= 1) {
    for (let right = b.length - 1; right >= 0; right -= 1) {
      lengths[left * width + right] = isSame(a[left], b[right])
        ? at(left + 1, right + 1) + 1
        : Math.max(at(left + 1, right), at(left, right + 1));
    }
  }
  const matches: Match[] = [];
  for (let left = 0, right = 0; left < a.length && right < b.length;) {
    if (isSame(a[left], b[right])) matches.push([left++, right++]);
    else if (at(left + 1, right) >= at(left, right + 1)) left += 1;
    else right += 1;
  }
  return matches;
}

function runsOf(a: readonly Word[], b: readonly Word[], matches: readonly Match[]): WordRun[] {
  const runs: WordRun[] = [];
  const join = (words: readonly Word[]): string => words.map(({ text }) => text).join('');
  const add = (same: boolean, was: string, now: string): void => {
    const last = runs.at(-1);
    if (was === '' && now === '') return;
    if (last?.same === same) runs[runs.length - 1] = { same, was: last.was + was, now: last.now + now };
    else runs.push({ same, was, now });
  };
  let [left, right] = [0, 0];
  for (const [was, now] of [...matches, [a.length, b.length] as const]) {
    add(false, join(a.slice(left, was)), join(b.slice(right, now)));
    add(true, a[was]?.text ?? '', b[now]?.text ?? '');
    [left, right] = [was + 1, now + 1];
  }
  return runs;
}

/** A short word left standing between two differences says nothing: the three are read as one. */
function withoutCrumbs(runs: readonly WordRun[]): WordRun[] {
  const whole: WordRun[] = [];
  for (const [index, run] of runs.entries()) {
    const last = whole.at(-1);
    const isCrumb = run.same && run.now.trim().length <= SHORT && last?.same === false && runs[index + 1]?.same === false;
    if (last !== undefined && (isCrumb || last.same === run.same))
      whole[whole.length - 1] = { same: last.same, was: last.was + run.was, now: last.now + run.now };
    else whole.push(run);
  }
  return whole;
}
