import { type CollatedAction, outdatedInWords, setAsideInWords } from '../../domain/collation';
import { lastMerged } from '../../domain/copies';
import { fieldsJson, milestoneJson, timescaleJson } from '../../domain/fields';
import { type FinanceReading, financeReading, verdictRead } from '../../domain/finance';
import { markedInWords } from '../../domain/findings';
import { planCounts } from '../../domain/figures';
import { columnName, areaA1 } from '../../domain/grid';
import type { Figure } from '../../domain/measure';
import type { Source, SourceAccount } from '../../domain/reading';
import type { KeptInPlan } from '../../domain/sheets';
import type { CostRow } from '../requests/finance-requests';
import type { NotRead } from '../sources/open-sources';
import type { Collated } from './collate';
import { countsOf } from './counts-of';
import { countedOf } from './figures-of';
import type { PlanJson } from './plan-json';
import { indicatorsJson } from './plan-json-indicators';

/**
 * The collated plan as other programs read it: the fields of an action as they were sent, and beside them what its cells in the plan say
 * instead. @param kept cells of the plan that were typed over.
 */
export function planJsonOf(collated: Collated, kept: readonly KeptInPlan[]): PlanJson {
  const { options, sources, setAside, register, lines, findings, outdated } = collated;
  return {
    version: 2,
    framework: { name: options.framework.name, version: options.framework.version },
    sources: sources.map((one) => {
      const older = setAside.filter(({ file }) => file === one.file).map(setAsideInWords);
      const problem = [...(one.problem === null ? [] : [one.problem]), ...older].join(' ');
      return {
        file: one.file,
        ...sourceJson(one),
        tables: one.tables.length,
        actions: one.actions.length,
        ...(problem === '' ? {} : { problem }),
      };
    }),
    notRead: notReadJson(options.notRead ?? []),
    tables: sources.flatMap(({ file, tables }) => {
      return tables.map((table) => ({
        id: table.id,
        kind: table.kind,
        file,
        sheet: table.sheet,
        address: areaA1(table.area),
        directorate: table.directorate,
        headings: table.headings.map(({ text, key, addsTo = null, column }) => ({
          text,
          means: key ?? addsTo,
          column: columnName(column),
        })),
        rows: table.rows.length,
      }));
    }),
    actions: register.actions.map((one) => {
      const { directorate, theme, indicators, ...otherFields } = fieldsJson(one);
      const { theirRef, kind, source } = one.action;
      return {
        ref: one.ref,
        lastHeard: one.lastHeard,
        theirRef,
        directorate,
        theme,
        kind,
        ...otherFields,
        indicators,
        milestones: one.action.milestones.map(milestoneJson),
        supportedBy: [...one.action.ledBy.supporting],
        outcomeParts: [...one.action.outcomes.parts],
        baseline: figureJson(one.action.measure.baseline),
        target: figureJson(one.action.measure.target),
        ledByText: one.action.ledBy.text,
        costText: one.action.cost.text,
        finance: financeOf(one, collated),
        kept: keptJson(one.ref, kept),
        source: placeJson(source),
      };
    }),
    measures: lines.measures.map(({ ref, lastHeard, line, indicators, differences }) => ({
      ref,
      lastHeard,
      directorate: line.directorate,
      text: line.text,
      timescale: timescaleJson(line.timescale),
      progress: line.progress,
      indicator: indicators[0] ?? null,
      indicators: [...indicators],
      differences: [...differences],
      source: placeJson(line.source),
    })),
    activities: lines.activities.map(({ ref, lastHeard, line }) => {
      const { directorate, outcome, theme, commitment, strategies, source } = line;
      return { ref, lastHeard, directorate, outcome, theme, commitment, strategies, source: placeJson(source) };
    }),
    findings: findings.map(({ code, severity, file, sheet, row, heading, cell, message, repair, lastHeard = null }) => {
      return { code, severity, file, sheet, row, heading, cell, message, lastHeard, ...(repair === undefined ? {} : { repair }) };
    }),
    notSent: notSentJson(collated),
    coverage: coverageJson(collated),
    indicators: indicatorsJson(options.framework),
    outdatedDecisions: outdated.map((one) => ({ indicator: one.indicator, refs: [...one.refs], message: outdatedInWords(one) })),
    fromCopies: lastMerged(collated.state.fromCopies).map(({ copy, asOf, sheet, row, heading, theirs, mine, how }) => {
      return { copy, asOf, sheet, row, heading, theirs, mine, how };
    }),
    counts: countsOf(collated),
  };
}

function financeOf({ action, ref }: CollatedAction, { options, verdicts }: Collated): FinanceJson {
  const known = verdicts.known.find((one) => one.ref === ref);
  const verdict = verdictRead(known, verdicts.now.get(ref) ?? known?.seen ?? '');
  return financeJson({ ...financeReading(action, options.framework), verdict, history: known?.history ?? [] });
}

type FinanceJson = PlanJson['actions'][number]['finance'];

/** What finance is shown of an action and has said of it, as plan.json and `collate costs --json` have it. */
export function financeJson({
  proposed,
  contradictions,
  question,
  evidence,
  verdict,
  history,
}: Omit<FinanceReading, 'pounds'> & Pick<CostRow, 'verdict' | 'history'>): FinanceJson {
  return {
    proposed: proposed?.cost ?? null,
    contradicted: contradictions.length > 0,
    question,
    evidence: evidence.map(({ field, start, end, text, kind }) => ({ field, start, end, text, kind })),
    verdict: verdict === null ? null : { ...verdict },
    history: history.map(({ verdict: said, note, by, date, found }) => ({
      verdict: said,
      note,
      by,
      date,
      found: found === '' ? null : found,
    })),
  };
}

function figureJson(figure: Figure | null): PlanJson['actions'][number]['baseline'] {
  return figure === null ? null : { value: figure.value, unit: figure.unit, period: figure.period, words: figure.words };
}

function keptJson(ref: string, cells: readonly KeptInPlan[]): PlanJson['actions'][number]['kept'] {
  const own = cells.filter(({ row }) => row === ref);
  return own.map(({ heading, kept, sent, conflict }) => ({ heading, kept, sent, conflict }));
}

/** Files that lay in a folder and were no sources, as plan.json and `check-plan --format json` have them. */
export function notReadJson(files: readonly NotRead[]): PlanJson['notRead'] {
  return files.filter(({ isOwn }) => !isOwn).map(({ file, why, facts: { size, sha256 } }) => ({ file, why, size, sha256 }));
}

/** A file with its sheets and every cell of them, as plan.json and `check-plan --format json` have it. */
export function sourceJson({ size, sha256, version, modified, sameAs, sheets }: SourceAccount): SourceJson {
  return {
    size,
    sha256,
    version,
    modified,
    sameAs,
    sheets: sheets.map(({ name, tables, notRead, cells, byKind, leftOut, besideCells, marked, notLookedFor }) => ({
      name,
      tables,
      notRead,
      cells,
      byKind: { ...byKind },
      leftOut: leftOut.map((part) => ({ address: part.address, cells: part.cells, words: part.words, reason: part.reason })),
      besideCells: [...besideCells, ...marked.map(markedInWords)],
      notLookedFor: [...notLookedFor],
    })),
  };
}

type SourceJson = Pick<PlanJson['sources'][number], 'size' | 'sha256' | 'version' | 'modified' | 'sameAs' | 'sheets'>;

function placeJson({ file, sheet, cells }: Source): PlanJson['actions'][number]['source'] {
  return { file, sheet, cells: { ...cells } };
}

/** Directorates of whom something is missing in this run: what of theirs is carried forward; those with nothing in the plan come last. */
function notSentJson(collated: Collated): PlanJson['notSent'] {
  const { carried, silent } = planCounts(countedOf(collated));
  const late = new Set(carried.map(({ directorate }) => directorate));
  const none = { lastHeard: null, actions: 0, measures: 0, activities: 0 };
  return [
    ...carried.map(({ quarter, ...counts }) => ({ ...counts, lastHeard: quarter })),
    ...silent.filter((directorate) => !late.has(directorate)).map((directorate) => ({ directorate, ...none })),
  ];
}

/** Every indicator of the framework with what serves it, suggested actions included: one that nothing serves has none. */
function coverageJson({ options, register, lines }: Collated): PlanJson['coverage'] {
  return options.framework.indicators.map(({ id }) => {
    const serving = register.actions.filter(({ indicators }) => indicators.some((one) => one.id === id));
    const restating = lines.measures.filter(({ indicators }) => indicators.includes(id));
    const owners = [...serving.map(({ action }) => action), ...restating.map(({ line }) => line)];
    const directorates = new Set(owners.flatMap(({ directorate }) => directorate ?? []));
    const confirmed = serving.filter(({ indicators }) => indicators.some((one) => one.id === id && one.state !== 'suggested'));
    return {
      indicator: id,
      actions: serving.map(({ ref }) => ref),
      confirmed: confirmed.map(({ ref }) => ref),
      measures: restating.map(({ ref }) => ref),
      directorates: [...directorates],
    };
  });
}
