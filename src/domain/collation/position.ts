import { isoDate, type CalendarDate } from '../grid';
import { dueOf } from '../timescale';
import type { KnownAction } from './identity';
import type { CollatedAction, Register } from './register';

/** The fields of an action that are compared from run to run, in the order of the columns. */
export const COMPARED_FIELDS = [
  'theme',
  'commitment',
  'ledBy',
  'timescale',
  'due',
  'measure',
  'outcomes',
  'indicators',
  'cost',
  'status',
  'progress',
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** The columns that the collator fills in as well: what they typed replaces what was sent. */
export const SHARED_FIELDS: readonly ComparedField[] = ['indicators', 'cost', 'status', 'progress'];

/** What was typed beside an action, by Ref and field; a field left out holds what was sent. */
export type TypedFields = ReadonlyMap<string, Readonly<Partial<Record<ComparedField, string>>>>;

/** An action as the plan had it on a day: `due` is an ISO date, `cell` the A1 address of its commitment, `standing` "gone" once it is no longer sent. */
export type ActionPosition = Readonly<Record<ComparedField | 'directorate' | 'kind' | 'sheet' | 'cell' | 'standing', string>>;

/** Where every action stands, by Ref; those no longer sent are kept as they last were. */
export type PlanPosition = ReadonlyMap<string, ActionPosition>;

export const NO_POSITION: ActionPosition = {
  directorate: '',
  kind: '',
  theme: '',
  commitment: '',
  ledBy: '',
  timescale: '',
  due: '',
  measure: '',
  outcomes: '',
  indicators: '',
  cost: '',
  status: '',
  progress: '',
  sheet: '',
  cell: '',
  standing: '',
};

/** @param before the position of the last run, from which actions no longer sent are carried over. */
export function positionOf(register: Register, typed: TypedFields, planDate: CalendarDate, before: PlanPosition | null): PlanPosition {
  const sent = register.actions.map((one): [string, ActionPosition] => [one.ref, sentPosition(one, typed, planDate)]);
  const gone = register.gone.map((one): [string, ActionPosition] => [one.ref, gonePosition(one, before)]);
  return new Map([...sent, ...gone]);
}

function sentPosition({ ref, action, indicators }: CollatedAction, typed: TypedFields, planDate: CalendarDate): ActionPosition {
  const due = dueOf(action.timescale, planDate);
  return {
    directorate: action.directorate ?? action.directorateText,
    kind: action.kind,
    theme: action.theme ?? '',
    commitment: action.commitment,
    ledBy: action.ledBy.text,
    timescale: action.timescale.text,
    due: due === null ? '' : isoDate(due),
    measure: action.measure.text,
    outcomes: action.outcomes.codes.join(', '),
    indicators: indicators.flatMap(({ id, state }) => (state === 'suggested' ? [] : [id])).join(', '),
    cost: action.kind === 'service' ? '' : action.cost.cost,
    status: action.status ?? '',
    progress: action.progress,
    sheet: action.source.sheet,
    cell: action.source.cells.commitment ?? '',
    standing: '',
    ...typed.get(ref),
  };
}

function gonePosition({ ref, commitment, measure, ledBy }: KnownAction, before: PlanPosition | null): ActionPosition {
  return { ...NO_POSITION, commitment, measure, ledBy, ...before?.get(ref), standing: 'gone' };
}
