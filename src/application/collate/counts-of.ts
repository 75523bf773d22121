import type { Severity } from '../../domain/findings';
import { type RowRead, rulesOf } from '../../domain/reading';
import type { Collated } from './collate';
import type { PlanJson } from './plan-json';

/** The figures every report shares: computed from the lists they count, never set. */
export function countsOf({ sources, register, measures, findings }: Collated): PlanJson['counts'] {
  const tables = sources.flatMap((source) => source.tables);
  const holding = (rowKind: RowRead['kind']): number => tables.filter(({ kind }) => rulesOf(kind).rowKind === rowKind).length;
  const found = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const themes = new Set(
    register.actions.flatMap(({ action }) => (action.theme === null ? [] : [`${action.directorate ?? ''}\n${action.theme}`])),
  );
  return {
    files: sources.length,
    tables: tables.length,
    priorityTables: holding('action'),
    measureTables: holding('measure'),
    activityTables: holding('activity'),
    actions: register.actions.length,
    services: register.actions.filter(({ action }) => action.kind === 'service').length,
    themes: themes.size,
    measures: measures.length,
    errors: found('error'),
    warnings: found('warning'),
    advice: found('advice'),
    gone: register.gone.length,
  };
}
