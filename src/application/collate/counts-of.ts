import { planCounts } from '../../domain/figures';
import { type RowRead, rulesOf } from '../../domain/reading';
import type { Collated } from './collate';
import { countedOf } from './figures-of';
import type { PlanJson } from './plan-json';

/** The counts of plan.json: what was read, and the plan's own counts, which every sheet and paper shares. */
export function countsOf(collated: Collated): PlanJson['counts'] {
  const { sources, register, lines } = collated;
  const tables = sources.flatMap((source) => source.tables);
  const holding = (rowKind: RowRead['kind']): number => tables.filter(({ kind }) => rulesOf(kind).rowKind === rowKind).length;
  const { actions, services, themes, gone, found } = planCounts(countedOf(collated));
  return {
    files: sources.length,
    tables: tables.length,
    priorityTables: holding('action'),
    measureTables: holding('measure'),
    activityTables: holding('activity'),
    actions,
    services,
    themes,
    measures: lines.measures.length,
    activities: lines.activities.length,
    errors: found.error,
    warnings: found.warning,
    advice: found.advice,
    gone,
    carried: register.actions.filter(({ lastHeard }) => lastHeard !== null).length,
  };
}
