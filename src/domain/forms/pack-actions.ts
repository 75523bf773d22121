import { type FieldKey, FIELDS } from '../fields';
import type { TypedFields } from '../collation';
import type { Directorate, Framework } from '../framework';
import { dateOfSerial, isoDate } from '../grid';
import { ALL_PRIORITIES, GONE, SERVICE } from '../sheets';
import type { PlanState } from '../state';
import { measuresToReturn, type PackMeasure } from './pack-measures';

/** An action as it goes back to its directorate. */
export interface PackAction {
  readonly ref: string;
  readonly kind: 'action' | 'service';
  /** Its fields in words, those that the user typed before those that were sent; the due date as ISO date. */
  readonly fields: Readonly<Record<FieldKey, string>>;
  readonly findings: string;
}

/** What goes back to whom, and what belongs to no directorate. */
export interface PlanToReturn {
  readonly directorates: readonly {
    readonly directorate: Directorate;
    readonly actions: readonly PackAction[];
    readonly measures: readonly PackMeasure[];
    /** Where the last collation carried actions of theirs forward: how many, and the quarter in which the newest of them were last sent. */
    readonly late: { readonly actions: number; readonly quarter: string } | null;
  }[];
  /** The plan holds neither an action nor a measure of theirs. */
  readonly silent: readonly Directorate[];
  /** Refs of actions whose directorate is not one of the framework's. */
  readonly unowned: readonly string[];
}

/**
 * The plan as the last collation left it, by directorate in the framework's order. Actions no longer sent are left out.
 * Rule: docs/rules.md#return-packs.
 */
export function planToReturn(state: PlanState, typed: TypedFields, framework: Framework): PlanToReturn {
  const rows = state.written.find(({ plan }) => plan === ALL_PRIORITIES)?.rows ?? {};
  const sent = Object.entries(rows).filter(([, row]) => row.standing !== GONE);
  const codeOf = new Map(state.actions.map(({ ref, code }) => [ref, code]));
  const measures = measuresToReturn(state, framework);
  const parts = framework.directorates.map((directorate) => ({
    directorate,
    measures: measures.get(directorate.name) ?? [],
    actions: sent
      .filter(([ref]) => codeOf.get(ref) === directorate.shortCode)
      .map(([ref, row]) => packAction(ref, row, typed.get(ref) ?? {})),
  }));
  const carried = new Map(state.heard.flatMap(({ ref, standing, quarter }) => (standing === 'carried' ? [[ref, quarter] as const] : [])));
  const codes = new Set(framework.directorates.map(({ shortCode }) => shortCode));
  return {
    directorates: parts
      .filter((part) => part.actions.length + part.measures.length > 0)
      .map((part) => ({ ...part, late: lateIn(part.actions.flatMap(({ ref }) => carried.get(ref) ?? [])) })),
    silent: parts.filter((part) => part.actions.length + part.measures.length === 0).map(({ directorate }) => directorate),
    unowned: sent.map(([ref]) => ref).filter((ref) => !codes.has(codeOf.get(ref) ?? '')),
  };
}

/** @param quarters of each action that was carried forward. */
function lateIn(quarters: readonly string[]): PlanToReturn['directorates'][number]['late'] {
  const newest = [...quarters].sort().at(-1);
  return newest === undefined ? null : { actions: quarters.length, quarter: newest };
}

function packAction(ref: string, row: Readonly<Record<string, string | undefined>>, typed: Partial<PackAction['fields']>): PackAction {
  const fields = Object.fromEntries(FIELDS.map(({ key, isDate }) => [key, isDate === true ? isoOfSerial(row[key]) : (row[key] ?? '')]));
  return {
    ref,
    kind: row.standing?.startsWith(SERVICE) === true ? 'service' : 'action',
    fields: { ...(fields as Record<FieldKey, string>), ...typed },
    findings: row.findings ?? '',
  };
}

/** A sheet remembers a date as its serial number. */
function isoOfSerial(words = ''): string {
  const date = dateOfSerial(Number(words));
  return date === null ? '' : isoDate(date);
}
