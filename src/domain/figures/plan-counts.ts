import type { PlanLines, Register } from '../collation';
import { type Finding, severityCounts, type SeverityCounts } from '../findings';
import type { Framework } from '../framework';
import { directorateInName } from '../reading';
import { directorateWords } from '../wording';
import { countsIn, directorateGroups } from './groups';

/** How many of everything a plan holds, the same in plan.json, on the summary sheet, on the command line and in the pane. */
export interface PlanCounts {
  /** Listed services among them. */
  readonly actions: number;
  readonly services: number;
  /** A theme of two directorates is two. */
  readonly themes: number;
  /** Known from earlier runs and not sent any more. */
  readonly gone: number;
  readonly found: SeverityCounts;
  /** The framework's directorates by name: with an action or a measure sent this time; with a file of which nothing was read; and the rest, who sent nothing. */
  readonly sent: readonly string[];
  readonly unread: readonly string[];
  readonly silent: readonly string[];
  /** What is carried forward, by directorate and by the quarter in which it was last heard; counted in all the other numbers. */
  readonly carried: readonly CarriedCount[];
  /** Every action in one line: known directorates, others together, not known; lines without an action are left out. */
  readonly byDirectorate: readonly { readonly name: string; readonly actions: number }[];
}

export interface CarriedCount {
  readonly directorate: string;
  readonly quarter: string;
  readonly actions: number;
  readonly measures: number;
  readonly activities: number;
}

export interface Counted {
  readonly framework: Framework;
  readonly register: Register;
  readonly lines: PlanLines;
  readonly findings: readonly Finding[];
  /** Names of files that could not be opened; each says by its name alone whose it is. */
  readonly notOpened: readonly string[];
}

export function planCounts({ framework, register, lines: planLines, findings, notOpened }: Counted): PlanCounts {
  const actions = register.actions.map(({ action }) => action);
  const directorates = directorateGroups(framework, actions);
  const counts = countsIn(directorates, actions);
  const lines = directorates.names.map(({ name }, place) => ({ name, actions: counts[place] ?? 0 }));
  const names = framework.directorates.map(({ name }) => name);
  const sent = new Set([
    ...register.actions.flatMap(({ action, lastHeard }) => (lastHeard === null ? (action.directorate ?? []) : [])),
    ...planLines.measures.flatMap(({ line, lastHeard }) => (lastHeard === null ? (line.directorate ?? []) : [])),
  ]);
  const unread = new Set([
    ...findings.flatMap(({ code, directorate }) => (code === 'no-table' && directorate !== null ? [directorate] : [])),
    ...notOpened.flatMap((file) => directorateInName(framework, file)?.name ?? []),
  ]);
  const themes = actions.flatMap(({ directorate, theme }) => (theme === null ? [] : [`${directorate ?? ''}\n${theme}`]));
  return {
    actions: actions.length,
    services: actions.filter(({ kind }) => kind === 'service').length,
    themes: new Set(themes).size,
    gone: register.gone.length,
    found: severityCounts(findings),
    sent: names.filter((name) => sent.has(name)),
    unread: names.filter((name) => !sent.has(name) && unread.has(name)),
    silent: names.filter((name) => !sent.has(name) && !unread.has(name)),
    carried: carriedCounts(register, planLines, names),
    byDirectorate: lines.filter((line) => line.actions > 0),
  };
}

/** In the framework's order, others after them; of one directorate the newest quarter first. */
function carriedCounts(register: Register, { measures, activities }: PlanLines, names: readonly string[]): CarriedCount[] {
  const counts = new Map<string, { directorate: string; quarter: string; actions: number; measures: number; activities: number }>();
  const add = (
    what: 'actions' | 'measures' | 'activities',
    owned: Parameters<typeof directorateWords>[0],
    quarter: string | null,
  ): void => {
    if (quarter === null) return;
    const directorate = directorateWords(owned);
    const key = `${directorate}\n${quarter}`;
    const count = counts.get(key) ?? { directorate, quarter, actions: 0, measures: 0, activities: 0 };
    count[what] += 1;
    counts.set(key, count);
  };
  for (const { action, lastHeard } of register.actions) add('actions', action, lastHeard);
  for (const { line, lastHeard } of measures) add('measures', line, lastHeard);
  for (const { line, lastHeard } of activities) add('activities', line, lastHeard);
  const placeOf = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return [...counts.values()].sort((a, b) => placeOf(a.directorate) - placeOf(b.directorate) || b.quarter.localeCompare(a.quarter));
}
