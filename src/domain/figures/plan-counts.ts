import type { Register } from '../collation';
import { type Finding, severityCounts, type SeverityCounts } from '../findings';
import type { Framework } from '../framework';
import { countIn, directorateGroups } from './groups';

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
  /** The framework's directorates with an action, and those without, by name. */
  readonly sent: readonly string[];
  readonly silent: readonly string[];
  /** Every action in one line: known directorates, others together, not known; lines without an action are left out. */
  readonly byDirectorate: readonly { readonly name: string; readonly actions: number }[];
}

export interface Counted {
  readonly framework: Framework;
  readonly register: Register;
  readonly findings: readonly Finding[];
}

export function planCounts({ framework, register, findings }: Counted): PlanCounts {
  const actions = register.actions.map(({ action }) => action);
  const lines = directorateGroups(framework, actions).map((group) => ({ name: group.name, actions: countIn(group, actions) }));
  const names = framework.directorates.map(({ name }) => name);
  const sent = new Set(lines.filter((line) => line.actions > 0).map(({ name }) => name));
  const themes = actions.flatMap(({ directorate, theme }) => (theme === null ? [] : [`${directorate ?? ''}\n${theme}`]));
  return {
    actions: actions.length,
    services: actions.filter(({ kind }) => kind === 'service').length,
    themes: new Set(themes).size,
    gone: register.gone.length,
    found: severityCounts(findings),
    sent: names.filter((name) => sent.has(name)),
    silent: names.filter((name) => !sent.has(name)),
    byDirectorate: lines.filter((line) => line.actions > 0),
  };
}
