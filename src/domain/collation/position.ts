import { type ComparedField, EMPTY_FIELDS, type FieldKey, fieldsInWords } from '../fields';
import type { CalendarDate } from '../grid';
import { directorateNameOf } from '../wording';
import type { KnownAction } from './known-action';
import type { PlanActivity, PlanLines, PlanMeasure } from './plan-lines';
import type { CollatedAction, Register } from './register';

/** What was typed over what was sent, by Ref and field, in the words of `ActionField.words`; a field left out holds what was sent. */
export type TypedFields = ReadonlyMap<string, Readonly<Partial<Record<ComparedField, string>>>>;

/**
 * An action as the plan had it on a day, or a measure or an activity, as `kind` says: `due` is an ISO date, `cell` the A1 address of its
 * commitment, `standing` "gone" once it is no longer sent, `lastHeard` the quarter from which it was carried forward.
 */
export type ActionPosition = Readonly<Record<FieldKey | 'kind' | 'sheet' | 'cell' | 'standing' | 'strategies' | 'lastHeard', string>>;

/** Where every action stands, by Ref; those no longer sent are kept as they last were. */
export type PlanPosition = ReadonlyMap<string, ActionPosition>;

export const NO_POSITION: ActionPosition = { ...positionWith(EMPTY_FIELDS, '', { sheet: '', cell: '' }) };

/** @param before the position of the last run, from which what is no longer sent is carried over. */
export function positionOf(
  { register, lines }: { readonly register: Register; readonly lines: PlanLines },
  typed: TypedFields,
  planDate: CalendarDate,
  before: PlanPosition | null,
): PlanPosition {
  const sent = register.actions.map((one): [string, ActionPosition] => [one.ref, sentPosition(one, typed, planDate)]);
  const gone = register.gone.map((one): [string, ActionPosition] => [one.ref, gonePosition(one, before)]);
  const goneLines = lines.gone.map((ref): [string, ActionPosition] => [
    ref,
    { ...NO_POSITION, ...before?.get(ref), standing: 'gone', lastHeard: '' },
  ]);
  return new Map([
    ...sent,
    ...gone,
    ...lines.measures.map((one): [string, ActionPosition] => [one.ref, measurePosition(one)]),
    ...lines.activities.map((one): [string, ActionPosition] => [one.ref, activityPosition(one)]),
    ...goneLines,
  ]);
}

function measurePosition({ line, indicators, lastHeard }: PlanMeasure): ActionPosition {
  return {
    ...NO_POSITION,
    directorate: directorateNameOf(line),
    kind: 'measure',
    measure: line.text,
    timescale: line.timescale.text,
    indicators: indicators.join(', '),
    progress: line.progress,
    sheet: line.source.sheet,
    cell: line.source.cells.measure ?? line.source.cells.indicator ?? '',
    lastHeard: lastHeard ?? '',
  };
}

function activityPosition({ line, lastHeard }: PlanActivity): ActionPosition {
  return {
    ...NO_POSITION,
    directorate: directorateNameOf(line),
    kind: 'activity',
    theme: line.theme ?? '',
    commitment: line.commitment,
    outcomes: line.outcome ?? '',
    strategies: line.strategies,
    sheet: line.source.sheet,
    cell: line.source.cells.commitment ?? '',
    lastHeard: lastHeard ?? '',
  };
}

function sentPosition(one: CollatedAction, typed: TypedFields, planDate: CalendarDate): ActionPosition {
  const { kind, source } = one.action;
  const place = { sheet: source.sheet, cell: source.cells.commitment ?? '' };
  return { ...positionWith(fieldsInWords(one, planDate), kind, place), lastHeard: one.lastHeard ?? '', ...typed.get(one.ref) };
}

/** Positions are remembered as JSON, so the order of these keys is part of what a workbook remembers. */
function positionWith(
  { directorate, ...fields }: Readonly<Record<FieldKey, string>>,
  kind: string,
  { sheet, cell }: Pick<ActionPosition, 'sheet' | 'cell'>,
): ActionPosition {
  return { directorate, kind, ...fields, sheet, cell, standing: '', strategies: '', lastHeard: '' };
}

function gonePosition({ ref, commitment, measure, ledBy }: KnownAction, before: PlanPosition | null): ActionPosition {
  return { ...NO_POSITION, commitment, measure, ledBy, ...before?.get(ref), standing: 'gone', lastHeard: '' };
}

/** The codes of a position's outcomes, which stand in it with ", " between them; each once. */
export function outcomeCodesIn(outcomes: string): string[] {
  return [...new Set(outcomes.split(', ').filter((code) => code !== ''))];
}
