import type { Framework } from '../framework';
import { matchLine } from '../indicators';
import type { Activity, MeasureLine } from '../reading';
import type { HeardRow } from './heard-row';
import { type WordCounts, fewestShared, likenessByTotals, plainWording, wordCounts, wordTotal } from './likeness';
import { matchBestFirst, type Partner } from './match-best-first';
import { grouped } from './grouped';
import { shortCodeFor } from './register';
import { WordingIndex } from './wording-index';

/** A measure or a commitment of the current activity, under the name that it keeps from run to run. */
export interface PlanLine<Line> {
  /** "GET-M3" for a measure, "GET-A12" for an activity. */
  readonly ref: string;
  readonly line: Line;
  /** The quarter in which it was last sent; null when it was sent in this run. */
  readonly lastHeard: string | null;
}

/** A measure with the indicators that it restates: most one, some two, a local one none. */
export interface PlanMeasure extends PlanLine<MeasureLine> {
  readonly indicators: readonly string[];
  /** In words, what differs from the logframe. */
  readonly differences: readonly string[];
}

export type PlanActivity = PlanLine<Activity>;

/** The measures and the current activity of a plan; `gone` are the Refs of those that are no longer sent. */
export interface PlanLines {
  readonly measures: readonly PlanMeasure[];
  readonly activities: readonly PlanActivity[];
  readonly gone: readonly string[];
}

/** The lines of one kind of this run, and those that earlier runs knew. */
export interface LinesSent<Line> {
  readonly sent: readonly Line[];
  readonly known: readonly { readonly row: HeardRow; readonly line: Line }[];
  /** By Ref: see `lateRows`. */
  readonly late: ReadonlyMap<string, string | null>;
}

export function planLines(measures: LinesSent<MeasureLine>, activities: LinesSent<Activity>, framework: Framework): PlanLines {
  const codeOf = shortCodeFor(framework);
  const ofMeasures = linesOf(measures, {
    refOf: (line, number) => `${codeOf(line.directorate)}-M${String(number)}`,
    keysOf: (line) => {
      const owner = codeOf(line.directorate);
      const restated = matchLine(line.text, framework, line.timescale.text).indicators.join(', ');
      return [`${owner}\n${plainWording(line.text)}`, restated === '' ? null : `${owner}\n${restated}`];
    },
    groupOf: ({ directorate }) => codeOf(directorate),
    wordsOf: ({ text }) => text,
  });
  const ofActivities = linesOf(activities, {
    refOf: (line, number) => `${codeOf(line.directorate)}-A${String(number)}`,
    keysOf: ({ directorate, outcome, commitment, strategies }) => {
      const words = `${codeOf(directorate)}\n${plainWording(commitment)}`;
      return [`${words}\n${outcome ?? ''}\n${plainWording(strategies)}`, `${words}\n${outcome ?? ''}`, words];
    },
    groupOf: ({ directorate, outcome }) => `${codeOf(directorate)}\n${outcome ?? ''}`,
    wordsOf: ({ commitment, strategies }) => (commitment === '' ? strategies : commitment),
  });
  return {
    measures: ofMeasures.lines.map((one) => {
      const { indicators, differences } = matchLine(one.line.text, framework, one.line.timescale.text);
      return { ...one, indicators, differences };
    }),
    activities: ofActivities.lines,
    gone: [...ofMeasures.gone, ...ofActivities.gone],
  };
}

/** How lines of one kind are told apart. */
interface LineWays<Line> {
  readonly refOf: (line: Line, number: number) => string;
  /** What two writings of one line have in common, the surest first; null matches nothing. */
  readonly keysOf: (line: Line) => readonly (string | null)[];
  /** Only lines of one group can be reworded into one another. */
  readonly groupOf: (line: Line) => string;
  readonly wordsOf: (line: Line) => string;
}

interface Known<Line> {
  readonly row: HeardRow;
  readonly line: Line;
}

/** From this likeness on, a line was reworded; below it is another one. The same as for actions. */
const REWORDED = 0.55;

/** Gives each line the Ref that it had, or a new one. Rule: docs/rules.md#lines-from-run-to-run. */
function linesOf<Line>(
  { sent, known, late }: LinesSent<Line>,
  ways: LineWays<Line>,
): { readonly lines: readonly PlanLine<Line>[]; readonly gone: readonly string[] } {
  const refs = new Map<Line, string>();
  const taken = new Set<HeardRow>();
  const keys = new Map([...sent, ...known.map(({ line }) => line)].map((line) => [line, ways.keysOf(line)]));
  // One that is still in the plan comes before one that is no longer sent.
  let open = [...known].sort((a, b) => Number(a.row.standing === 'gone') - Number(b.row.standing === 'gone'));
  const take = (line: Line, { row }: Known<Line>): void => {
    refs.set(line, row.ref);
    taken.add(row);
  };
  const stillOpen = (): Known<Line>[] => open.filter(({ row }) => !taken.has(row));
  const passes = sent.reduce((most, line) => Math.max(most, keys.get(line)?.length ?? 0), 0);
  for (let pass = 0; pass < passes && open.length > 0; pass += 1) {
    const byKey = grouped(open, ({ line }) => keys.get(line)?.[pass] ?? null);
    for (const line of sent) {
      const partner = refs.has(line) ? undefined : byKey.get(keys.get(line)?.[pass] ?? '')?.shift();
      if (partner !== undefined) take(line, partner);
    }
    open = stillOpen();
  }
  matchReworded(
    sent.filter((line) => !refs.has(line)),
    open,
    ways,
    take,
  );
  open = stillOpen();
  const last = lastNumbers(known.map(({ row }) => row.ref));
  const fresh = sent.map((line): PlanLine<Line> => ({ ref: refs.get(line) ?? nextRef(line, ways, last), line, lastHeard: null }));
  const carried = open.flatMap(({ row, line }): PlanLine<Line>[] => {
    const lastHeard = late.get(row.ref);
    return lastHeard === undefined ? [] : [{ ref: row.ref, line, lastHeard }];
  });
  const stays = new Set(carried.map(({ ref }) => ref));
  return { lines: [...fresh, ...carried], gone: open.flatMap(({ row: { ref } }) => (stays.has(ref) ? [] : [ref])) };
}

function matchReworded<Line>(
  sent: readonly Line[],
  open: readonly Known<Line>[],
  { groupOf, wordsOf }: LineWays<Line>,
  take: (line: Line, known: Known<Line>) => void,
): void {
  const groups = grouped(open, ({ line }) => groupOf(line));
  const indexes = new Map([...groups].map(([group, own]) => [group, new WordingIndex(own.map(({ line }) => wordCounts(wordsOf(line))))]));
  const taken = new Set<Known<Line>>();
  const words = new Map<Line, WordCounts>(sent.map((line) => [line, wordCounts(wordsOf(line))]));
  const best = (line: Line): Partner<Known<Line>> | null => {
    const counts = words.get(line) ?? new Map<string, number>();
    const total = wordTotal(counts);
    const needed = fewestShared(total, REWORDED);
    const own = groups.get(groupOf(line)) ?? [];
    let found: Partner<Known<Line>> | null = null;
    indexes.get(groupOf(line))?.overlaps(counts, (position, shared, otherTotal) => {
      const known = own[position];
      const score = likenessByTotals(shared, total, otherTotal);
      if (known === undefined || taken.has(known) || shared < needed(otherTotal) || score <= (found?.score ?? 0)) return;
      found = { known, score };
    });
    return found;
  };
  matchBestFirst(
    sent,
    best,
    (known) => !taken.has(known),
    (line, { known }) => {
      taken.add(known);
      take(line, known);
    },
  );
}

/** The last number issued, by what stands before it. */
function lastNumbers(refs: readonly string[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const ref of refs) {
    const [, before = '', number = '0'] = /^(.*?)(?<!\d)(\d+)$/.exec(ref) ?? [];
    last.set(before, Math.max(last.get(before) ?? 0, Number(number)));
  }
  return last;
}

function nextRef<Line>(line: Line, { refOf }: LineWays<Line>, last: Map<string, number>): string {
  const before = refOf(line, 0).slice(0, -1);
  const number = (last.get(before) ?? 0) + 1;
  last.set(before, number);
  return refOf(line, number);
}
