import { outdatedInWords, setAsideInWords } from '../../domain/collation';
import { fieldsJson, timescaleJson } from '../../domain/fields';
import { columnName, areaA1 } from '../../domain/grid';
import type { Source } from '../../domain/reading';
import type { KeptInPlan } from '../../domain/sheets';
import type { Collated } from './collate';
import { countsOf } from './counts-of';
import type { PlanJson } from './plan-json';

/**
 * The collated plan as other programs read it: the fields of an action as they were sent, and beside them what its cells in the plan say
 * instead. @param kept cells of the plan that were typed over.
 */
export function planJsonOf(collated: Collated, kept: readonly KeptInPlan[]): PlanJson {
  const { options, sources, setAside, register, measures, activities, findings, outdated } = collated;
  return {
    version: 2,
    framework: { name: options.framework.name, version: options.framework.version },
    sources: sources.map((one) => {
      const older = setAside.filter(({ file }) => file === one.file).map(setAsideInWords);
      const problem = [...(one.problem === null ? [] : [one.problem]), ...older].join(' ');
      return {
        file: one.file,
        sheets: one.sheets.map(({ name, notRead }) => {
          return { name, tables: one.tables.filter(({ sheet }) => sheet === name).length, notRead };
        }),
        tables: one.tables.length,
        actions: one.actions.length,
        ...(problem === '' ? {} : { problem }),
      };
    }),
    tables: sources.flatMap(({ file, tables }) => {
      return tables.map((table) => ({
        id: table.id,
        kind: table.kind,
        file,
        sheet: table.sheet,
        address: areaA1(table.area),
        directorate: table.directorate,
        headings: table.headings.map(({ text, key, column }) => ({ text, means: key, column: columnName(column) })),
        rows: table.rows.length,
      }));
    }),
    actions: register.actions.map((one) => {
      const { directorate, theme, indicators, ...otherFields } = fieldsJson(one);
      const { theirRef, kind, source } = one.action;
      return {
        ref: one.ref,
        theirRef,
        directorate,
        theme,
        kind,
        ...otherFields,
        indicators,
        kept: keptJson(one.ref, kept),
        source: sourceJson(source),
      };
    }),
    measures: measures.map(({ line, indicator, differences }) => ({
      directorate: line.directorate,
      text: line.text,
      timescale: timescaleJson(line.timescale),
      progress: line.progress,
      indicator,
      differences: [...differences],
      source: sourceJson(line.source),
    })),
    activities: activities.map(({ directorate, outcome, theme, commitment, strategies, source }) => {
      return { directorate, outcome, theme, commitment, strategies, source: sourceJson(source) };
    }),
    findings: findings.map(({ code, severity, file, sheet, row, heading, cell, message, repair }) => {
      return { code, severity, file, sheet, row, heading, cell, message, ...(repair === undefined ? {} : { repair }) };
    }),
    coverage: coverageJson(collated),
    outdatedDecisions: outdated.map((one) => ({ indicator: one.indicator, refs: [...one.refs], message: outdatedInWords(one) })),
    counts: countsOf(collated),
  };
}

function keptJson(ref: string, cells: readonly KeptInPlan[]): PlanJson['actions'][number]['kept'] {
  const own = cells.filter(({ row, sender }) => row === ref && sender !== null);
  return own.map(({ heading, kept, sent, conflict }) => ({ heading, kept, sent, conflict }));
}

function sourceJson({ file, sheet, cells }: Source): PlanJson['actions'][number]['source'] {
  return { file, sheet, cells: { ...cells } };
}

/** Every indicator of the framework with the actions that serve it, suggested ones included: an indicator that no action serves has none. */
function coverageJson({ options, register }: Collated): PlanJson['coverage'] {
  return options.framework.indicators.map(({ id }) => {
    const serving = register.actions.filter(({ indicators }) => indicators.some((one) => one.id === id));
    const directorates = new Set(serving.flatMap(({ action }) => (action.directorate === null ? [] : [action.directorate])));
    const confirmed = serving.filter(({ indicators }) => indicators.some((one) => one.id === id && one.state !== 'suggested'));
    return {
      indicator: id,
      actions: serving.map(({ ref }) => ref),
      confirmed: confirmed.map(({ ref }) => ref),
      directorates: [...directorates],
    };
  });
}
