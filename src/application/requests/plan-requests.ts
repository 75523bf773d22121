import type { MappingRequests, MappingSource } from './mapping-requests';
import type { BookChange } from '../ports/ports';
import type { PreparedWrite } from '../collate/prepare-write';
import type { RepairOutcome, RepairsMade, RepairsTakenBack } from '../check/repair-cells';
import type { TemplateWritten } from '../forms/write-template';
import type { Doubt, Judgement, NewerBy, PartsSent, VersionChoice } from '../../domain/collation';
import type { Finding, Severity } from '../../domain/findings';
import type { Action, LeftOut, MeasureLine, TableCorrection, TableKind, TableRead, UnfitCorrection } from '../../domain/reading';
import type { Conflict, Obstacle, Overwritten } from '../../domain/workbook';
import type { OptionalSheet } from '../../domain/sheets';

/**
 * What the pane asks of the application, in plain data. The entry file joins it to a workbook; the tests and the
 * preview join it to others. A function that fails rejects with a `Failure` whose message is for people; one that
 * was stopped by its signal rejects with code "cancelled" (or an AbortError).
 */

/** The share done, 0 to 1, and what is being worked on ("GET.xlsx · 24 actions found"). */
export type OnProgress = (done: number, what: string) => void;

/** Names of the framework's directorates, in its order: those with at least one table, and the rest. */
export interface DirectoratesSeen {
  readonly seen: readonly string[];
  readonly missing: readonly string[];
}

/** The workbook as read. The pane counts what it shows from these lists, so that no number stands without its list. */
export interface PlanReading {
  /** Sheets looked at; hidden ones are not. */
  readonly sheets: number;
  /** Tables of directorates; the sheets a collation wrote are not among them. In tab order, from the top. */
  readonly tables: readonly TableRead[];
  readonly actions: readonly Action[];
  readonly measures: readonly MeasureLine[];
  /** In the order of the sheets and rows. */
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOut[];
  /** What the user set right about tables of this workbook, and what of it no longer fits. */
  readonly corrections: readonly TableCorrection[];
  readonly unfit: readonly UnfitCorrection[];
  readonly directorates: DirectoratesSeen;
  readonly mapping: MappingSource;
}

/** What to bring to the front: the cell is selected, focus stays in the pane. A sheet is known by its name. */
export type RevealTarget =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'table'; readonly table: TableRead }
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'sheet'; readonly sheet: string };

/** A workbook that a directorate sent, as picked or dropped; it is parsed here and goes nowhere. The same object for the same file. */
export interface SubmittedFile {
  readonly name: string;
  /** Fetches the bytes anew each time. @throws Failure when the file is not there any more. */
  readonly bytes: () => Promise<Uint8Array>;
  /** ISO date and time at which the file was last changed; null when the host does not say. */
  readonly modified: string | null;
}

/** Rows of one sheet, each counted once: `added + changed + gone + kept + unchanged` is every row of its table. */
export interface SheetChanges {
  readonly sheet: string;
  /** The sheet is made by this run. */
  readonly isNew: boolean;
  readonly added: number;
  /** Reworded, or a date, outcome or other field differs. */
  readonly changed: number;
  /** No longer sent; the row stays and is marked. */
  readonly gone: number;
  /** Marked as no longer sent by an earlier run, and left there. */
  readonly kept: number;
  readonly unchanged: number;
}

/** A place actions came from: this workbook (file "") or a submission. */
export interface CollationSource {
  readonly file: string;
  /** Names in the framework. */
  readonly directorates: readonly string[];
  readonly tables: number;
  readonly actions: number;
  /** Why it was not taken, or only in part, in plain words; null when all of it was. */
  readonly problem: string | null;
  /** Findings in what was taken of it. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Columns of its tables that no heading was understood for; their cells are not collated. */
  readonly notUnderstood: readonly { readonly sheet: string; readonly heading: string }[];
  readonly leftOut: readonly LeftOut[];
}

/** A file among the versions of one directorate's table. */
export interface VersionSent {
  readonly file: string;
  /** Read from the name or the cover; null when neither says. */
  readonly version: number | null;
  /** ISO date and time; null where unknown. */
  readonly modified: string | null;
  /** Of that directorate. */
  readonly actions: number;
  /** Its rows are collated; of several that count, each row once. */
  readonly counts: boolean;
}

/** Versions of one directorate's table, the newest first. */
export interface DirectorateVersions {
  readonly directorate: string;
  readonly files: readonly VersionSent[];
  readonly newerBy: NewerBy;
}

/** What the user chose for a collation; nothing chosen is the usual sheets, the newest versions and the changes since the last run. */
export interface CollationChoices {
  readonly sheets: readonly OptionalSheet[];
  /** A quarter of `CollationDryRun.quarters`; null is the last run. */
  readonly since: string | null;
  /** Of versions, those that count; the newest where nothing is said. */
  readonly versions: readonly VersionChoice[];
  /** What was said of doubtful matches. */
  readonly judgements: readonly Judgement[];
}

/** What a collation would write. The application may carry more with it; the pane hands the same object back to `writeCollation`. */
export interface CollationDryRun {
  readonly actions: number;
  readonly sheets: readonly SheetChanges[];
  /** Cells of the collator's own columns that hold something and stay. */
  readonly notesKept: number;
  readonly sources: readonly CollationSource[];
  /** Actions by directorate, for those that sent any; the numbers add up to `actions`. */
  readonly byDirectorate: readonly { readonly directorate: string; readonly actions: number }[];
  readonly directorates: DirectoratesSeen;
  /** Directorates of which several versions were sent, and those of which several parts were. */
  readonly versions: readonly DirectorateVersions[];
  readonly parts: readonly PartsSent[];
  /** The workbook already says all of it; writing would change no cell. */
  readonly nothingToDo: boolean;
  /** Cells the user typed into a column of ours, which will be written over. */
  readonly overwritten: readonly Overwritten[];
  /** Fields that both the source and the cell changed; the cell is kept. */
  readonly conflicts: readonly Conflict[];
  /** What lies where the plan must go; nothing can be written until it is moved. */
  readonly obstacles: readonly Obstacle[];
  /** Reworded rows that a person should look at, with what the user has said of them. */
  readonly doubts: readonly Doubt[];
  /** What became of the actions since the last run or the chosen quarter, in words; null where there is nothing to compare with yet. */
  readonly changes: string | null;
  /** Quarters of which there is a snapshot, newest first. */
  readonly quarters: readonly string[];
  /** Sheets by choice that are in the workbook already, so that they are kept up to date. */
  readonly optionalThere: readonly OptionalSheet[];
  /** Carried along for `writeCollation`. */
  readonly prepared: PreparedWrite;
  readonly remaining: CollationResult['remaining'];
}

export interface CollationResult {
  /** "14:02", as the clock here shows it. */
  readonly writtenAt: string;
  readonly actions: number;
  readonly notesKept: number;
  readonly sheets: readonly SheetChanges[];
  /** Findings in the collated actions, by severity, and the tables the errors are in. */
  readonly remaining: { readonly errors: number; readonly warnings: number; readonly advice: number; readonly tablesWithErrors: number };
}

/** A write that did not end: found when the pane opens, put back on request. */
export type JournalState = { readonly open: false } | { readonly open: true; /** "31 January, 14:02". */ readonly startedAt: string };

/** Everything the pane can ask for. */
export interface PlanRequests extends MappingRequests {
  readPlan(signal: AbortSignal, onProgress: OnProgress): Promise<PlanReading>;
  /**
   * What `readPlan` would give, after reading no more than has changed: the cells of these changes and those that the pane has written
   * itself. What nothing has changed for is the same objects as before.
   */
  recheck(changes: readonly BookChange[], signal: AbortSignal, onProgress: OnProgress): Promise<PlanReading>;
  /** Writes repairs, each if its cell still holds what was read; those it could not write are told with the reason. */
  repair(findings: readonly Finding[], signal: AbortSignal, onProgress: OnProgress): Promise<RepairsMade>;
  /** Puts back what repairs replaced, each if its cell still holds the repair. */
  takeBack(outcomes: readonly RepairOutcome[], signal: AbortSignal, onProgress: OnProgress): Promise<RepairsTakenBack>;
  /** Remembers in the workbook what the user sets right about a table; every reading from now on follows it. */
  correct(correction: TableCorrection): Promise<void>;
  /** Forgets all that was set right about a table. */
  uncorrect(tableId: string): Promise<void>;
  /** Takes the cells selected in the sheet for a table that was missed; the table as it is read then. */
  pointAtTable(kind: TableKind): Promise<TableRead>;
  /** Adds a sheet for a directorate to fill in. */
  writeTemplate(directorate: string, signal: AbortSignal, onProgress: OnProgress): Promise<TemplateWritten>;
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
  openJournal(): Promise<JournalState>;
  /** Puts the workbook back as it was before the write that did not end. */
  mendJournal(): Promise<void>;
}
