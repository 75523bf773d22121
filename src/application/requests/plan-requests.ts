import type { Finding } from '../../domain/findings';
import type { Action, TableCorrection, TableKind, TableRead } from '../../domain/reading';
import type { RestorePoint, RestoreStep } from '../../domain/sheets';
import type { BookChange, OnProgress, Receipt } from '../ports/ports';
import type { CollationChoices, CollationDryRun, CollationResult, SubmittedFile } from './collation-requests';
import type { FinanceRequests } from './finance-requests';
import type { MappingRequests } from './mapping-requests';
import type { PlanReading } from './plan-reading';
import type { RepairOutcome, RepairsMade, RepairsTakenBack } from './repair-results';

/**
 * What the pane asks of the application, in plain data. The entry file joins it to a workbook; the tests and the
 * preview join it to others. A function that fails rejects with a `Failure` whose message is for people; one that
 * was stopped by its signal rejects with code "cancelled" (or an AbortError).
 */

/** What to bring to the front: the cell is selected, focus stays in the pane. A sheet is known by its name. */
export type RevealTarget =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'table'; readonly table: TableRead }
  | { readonly kind: 'action'; readonly action: Action }
  /** Zero-based. */
  | { readonly kind: 'row'; readonly sheetId: string; readonly row: number }
  | { readonly kind: 'sheet'; readonly sheet: string };

/** A template that was added to the workbook. */
export interface TemplateWritten {
  /** The priority sheet, as the workbook has it: " 2" stands behind its name where the name was taken. */
  readonly sheet: string;
  /** The directorate's name in the framework. */
  readonly directorate: string;
  /** The name the sheet would have had, where another sheet has it; null where it was free. */
  readonly nameTaken: string | null;
  readonly receipt: Receipt;
}

/** The last run of a collation, as the workbook remembers it. */
export interface LastRun {
  /** The version of the plan's memory where a later version of this program wrote it, so that nothing may be written; else null. */
  readonly laterVersion: string | null;
  /** What takes the last run back; null where there is none to take back. */
  readonly restore: {
    /** `open`: the write did not end, and should be undone before anything else. */
    readonly state: RestorePoint['state'];
    /** "31 January, 14:02" */
    readonly startedAt: string;
    readonly steps: readonly RestoreStep[];
    /** Why it cannot be taken back; null when it can. */
    readonly refusal: string | null;
    /** The run made every visible sheet, so that there is no plan before it. */
    readonly isAll: boolean;
  } | null;
}

/** Everything the pane can ask for. */
export interface PlanRequests extends MappingRequests, FinanceRequests {
  readPlan(signal: AbortSignal, onProgress: OnProgress): Promise<PlanReading>;
  /**
   * What `readPlan` would give, after reading no more than has changed: the cells of these changes and those that the pane has written
   * itself. What nothing has changed for is the same objects as before.
   */
  recheck(changes: readonly BookChange[], signal: AbortSignal, onProgress: OnProgress): Promise<PlanReading>;
  /** Writes repairs, each if its cell still holds what was read; those it could not write are listed with the reason. */
  repair(findings: readonly Finding[], signal: AbortSignal, onProgress: OnProgress): Promise<RepairsMade>;
  /** Puts back what repairs replaced, each if its cell still holds the repair. */
  takeBack(outcomes: readonly RepairOutcome[], signal: AbortSignal, onProgress: OnProgress): Promise<RepairsTakenBack>;
  /** Remembers in the workbook what the user corrects about a table; every reading from now on follows it. */
  correct(correction: TableCorrection): Promise<void>;
  /** Forgets all corrections of a table. */
  uncorrect(tableId: string): Promise<void>;
  /** Takes the cells selected in the sheet for a table that was missed; the table as it is read then. */
  pointAtTable(kind: TableKind): Promise<TableRead>;
  /** Adds a sheet for a directorate to fill in. */
  writeTemplate(directorate: string, signal: AbortSignal, onProgress: OnProgress): Promise<TemplateWritten>;
  /** Adds a sheet that is filled in, with mistakes in it, to try the check on. */
  writeSample(signal: AbortSignal, onProgress: OnProgress): Promise<TemplateWritten>;
  reveal(target: RevealTarget): Promise<void>;
  planCollation(
    submissions: readonly SubmittedFile[],
    signal: AbortSignal,
    onProgress: OnProgress,
    choices?: CollationChoices,
  ): Promise<CollationDryRun>;
  /** All or nothing: a rejection says whether the workbook is as it was. */
  writeCollation(dryRun: CollationDryRun, signal: AbortSignal, onProgress: OnProgress): Promise<CollationResult>;
  /** Calls back on edits and selection until the returned function is called. */
  watch(listener: (change: BookChange) => void): Promise<() => Promise<void>>;
  lastRun(): Promise<LastRun>;
  /** Puts the workbook back as it was before its last run, whether that ended or not; what was done, sheet by sheet. */
  restore(signal: AbortSignal, onProgress: OnProgress): Promise<readonly RestoreStep[]>;
}
