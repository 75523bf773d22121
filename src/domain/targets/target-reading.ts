/**
 * What an indicator's wording says of what is measured and how far it is to go (docs/rules.md#targets). The words of every field are fixed lists,
 * so that what reads them needs no wording.
 */
export const TARGET_KINDS = [
  'absolute',
  'relative change',
  'compared with another area',
  'rank change',
  'process/deliverable',
  'none',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export const TARGET_OPS = [
  '>=',
  '>',
  '<=',
  '<',
  '=',
  'similar or better',
  'similar or lower',
  'better',
  'match',
  'meet',
  'at or close to',
] as const;
export type TargetOp = (typeof TARGET_OPS)[number];

export const TARGET_ROLES = ['target', 'final', 'interim', 'level', 'comparison'] as const;
export type TargetRole = (typeof TARGET_ROLES)[number];

/** Which way is better. */
export const DIRECTIONS = ['up', 'down', 'keep', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const CHANGE_UNITS = ['percentage points', 'percent', 'years', 'places', 'points', 'count'] as const;

export const PERIOD_TYPES = [
  'calendar year',
  'financial year',
  'academic year',
  'pooled calendar years',
  'pooled financial years',
  'range of years',
  'quarter',
  'month',
  'part of a year',
] as const;

/** Months as "2029-03", both included. `years` is given for pools alone. */
export interface TargetPeriod {
  readonly text: string;
  readonly type: (typeof PERIOD_TYPES)[number];
  readonly from: string;
  readonly to: string;
  readonly years?: number;
}

export interface Baseline {
  readonly value: number | null;
  readonly period: TargetPeriod | null;
  /** How it stood against another area where that is said: "worse". */
  readonly relation: string | null;
}

export interface Target {
  /** Null where the wording names none. */
  readonly area: string | null;
  readonly role: TargetRole;
  readonly kind: TargetKind;
  readonly op: TargetOp | null;
  /** The level as printed. */
  readonly value: number | null;
  /** A fall is negative. */
  readonly change: { readonly amount: number; readonly unit: (typeof CHANGE_UNITS)[number] } | null;
  readonly compare: { readonly with: string; readonly relation: string | null; readonly value: number | null } | null;
  /** The level that follows: the printed one, or the baseline with the change. */
  readonly impliedValue: number | null;
  readonly baseline: Baseline | null;
  /** `period` is null where the date is left open or is none of the calendar. */
  readonly due: { readonly text: string; readonly period: TargetPeriod | null } | null;
}

export interface IndicatorMeasure {
  readonly measure: string;
  readonly unit: string | null;
  readonly direction: Direction;
  readonly targets: readonly Target[];
}

export type IndicatorSource =
  | { readonly type: 'fingertips'; readonly id: number }
  | { readonly type: 'ascof' | 'obh'; readonly id: string }
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'named'; readonly text: string };

/** Whom a level was taken from; no target. */
export interface Benchmark {
  readonly area: string | null;
  readonly comparator: string;
  readonly period: TargetPeriod | null;
}

export interface IndicatorReading {
  readonly id: string;
  readonly workInProgress: { readonly flag: boolean; readonly placeholders: readonly string[] };
  readonly areasNamed: readonly string[];
  readonly sources: readonly IndicatorSource[];
  readonly benchmarks: readonly Benchmark[];
  readonly measures: readonly IndicatorMeasure[];
}
