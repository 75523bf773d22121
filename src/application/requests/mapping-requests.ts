import type { OutdatedDecision } from '../../domain/collation';
import type { Framework, ParsedFramework } from '../../domain/framework';
import type { LogframeDifferences } from '../../domain/logframe';
import type { Coverage, Suggestion, TurnedDown } from '../../domain/mapping';
import type { Action, MeasureLine } from '../../domain/reading';
import type { Change } from '../../domain/workbook';
import type { OnProgress } from '../ports/ports';
import type { PlanReading } from './plan-reading';

/** One action with the indicators it serves, and why. An id is in one of `confirmed`, `written` and `rejected` at most. */
export interface MappedRow {
  readonly action: Action;
  /** Unique among the rows; the Ref where there is one. */
  readonly key: string;
  /** Null until a collation has given it one. */
  readonly ref: string | null;
  readonly confirmed: readonly string[];
  /** By the officer, in the row itself. */
  readonly written: readonly string[];
  readonly rejected: readonly string[];
  /** Decided to serve none. */
  readonly servesNone: boolean;
  /** All that the words of the row suggest, decided on or not; see `openSuggestions`. */
  readonly suggestions: readonly Suggestion[];
  /** Those that a user might expect and that are not suggested, with the reason. */
  readonly turnedDown: readonly TurnedDown[];
  readonly standing: Standing;
}

/** Every row stands in one place, so that the counts add up: it has a certain indicator, there are suggestions to decide on, or there is nothing. */
export const STANDINGS = ['confirmed', 'to decide', 'serves none', 'nothing suggested'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A directorate's own measure with the indicator it restates; null for a new local measure. */
export interface CollatedMeasure {
  readonly line: MeasureLine;
  /** The line's text, or its part where the line states several measures. */
  readonly text: string;
  readonly indicator: string | null;
  /** In words, what differs from the logframe. */
  readonly differences: readonly string[];
}

export interface Mapping {
  readonly framework: Framework;
  /** One sentence on what the suggestions rest on. */
  readonly restsOn: string;
  /** Whether the framework says what its indicators measure; without, the suggestions rest on words alone. */
  readonly knowsConcepts: boolean;
  /** The actions of this workbook's tables, then those of the plan that came as files. */
  readonly rows: readonly MappedRow[];
  readonly coverage: Coverage;
  /** The directorates' own measures, with the indicator each restates and what differs. */
  readonly measures: readonly CollatedMeasure[];
  /** Decisions on indicators that were removed or changed by a new version of the framework. */
  readonly outdated: readonly OutdatedDecision[];
  /** How the logframe on a sheet of this workbook differs from the framework; null when there is none. */
  readonly logframe: LogframeDifferences | null;
}

/** What is decided on an action from now on; all empty clears what was decided before. */
export interface ActionChoice {
  readonly action: Action;
  readonly confirmed: readonly string[];
  readonly rejected: readonly string[];
  readonly servesNone: boolean;
}

/** A table or cell that is left as it is, and why. */
export interface LeftAlone {
  readonly sheet: string;
  /** A1 address of the cell, or of the column's heading for a whole table. */
  readonly address: string;
  readonly reason: string;
}

/** What writing the indicators beside the actions would do. */
export interface IndicatorColumnPlan {
  readonly tables: readonly { readonly sheet: string; readonly heading: string; readonly isNew: boolean; readonly cells: number }[];
  readonly cells: number;
  readonly left: readonly LeftAlone[];
  readonly changes: readonly Change[];
}

export interface IndicatorsWritten {
  readonly cells: number;
  readonly takeBack: readonly Change[];
}

/** What the pane asks for about the logframe; see `PlanRequests` for how a function fails. */
export interface MappingRequests {
  /** Ranks the indicators for every action of a reading; does not read the workbook. */
  mapPlan(reading: PlanReading, signal: AbortSignal, onProgress: OnProgress): Promise<Mapping>;
  /** Keeps decisions in the workbook; the reading comes back with all decisions that the workbook has now. */
  decide(reading: PlanReading, choices: readonly ActionChoice[], signal: AbortSignal): Promise<PlanReading>;
  /** What writing the indicators beside the actions would do, cell by cell; writes nothing. */
  planIndicatorColumn(reading: PlanReading, mapping: Mapping): Promise<IndicatorColumnPlan>;
  writeIndicatorColumn(plan: IndicatorColumnPlan, signal: AbortSignal): Promise<IndicatorsWritten>;
  /**
   * Keeps another council's framework file with the workbook, by its text; null goes back to the shipped one. A bad file's problems come
   * back, and nothing is kept. Requests go by the new one once the pane was started again.
   */
  chooseFramework(text: string | null): Promise<ParsedFramework | null>;
  /**
   * Adds the sheet "Framework" to fill in, with what the framework in force says unless it is the shipped one. Requests go by what is filled
   * in once the pane was started again. Gives the sheet's name.
   */
  addFrameworkSheet(isShipped: boolean): Promise<string>;
  /** Keeps the framework in force, with the indicators of the logframe on the sheet, in the same way. */
  adoptLogframe(reading: PlanReading): Promise<ParsedFramework | null>;
  /** Puts the cells back as they were, if they still hold what was written. */
  takeBackIndicatorColumn(written: IndicatorsWritten): Promise<void>;
}
