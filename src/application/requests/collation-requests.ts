import type { Doubt, FileNotSent, Judgement, NewerBy, PartsSent, PlanChanges, VersionChoice } from '../../domain/collation';
import type { CopyAnswer, CopyMerged } from '../../domain/copies';
import type { CarriedCount, PlanFigures } from '../../domain/figures';
import type { Severity } from '../../domain/findings';
import type { Notice } from '../../domain/recognition';
import type { KeptInPlan, OptionalSheet } from '../../domain/sheets';
import type { Change, DisplacedText, Obstacle, SettledCell, SheetOutcome } from '../../domain/workbook';
import type { DirectoratesSeen } from './plan-reading';

/** A workbook that a directorate sent, as picked or dropped; it is read on this computer and not sent anywhere. The same file is the same object. */
export interface SubmittedFile {
  readonly name: string;
  /** Fetches the bytes anew each time. @throws Failure when the file is not there any more. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** Rows of one sheet, each counted once: `added + changed + sourceAlone + gone + kept + unchanged` is every row of its table. */
export interface SheetChanges {
  readonly sheet: string;
  /** The sheet is made by this run. */
  readonly isNew: boolean;
  readonly added: number;
  /** Reworded, or a date, outcome or other field differs. */
  readonly changed: number;
  /** The same, but sent in another file, sheet or row than before. */
  readonly sourceAlone: number;
  /** No longer sent; the row stays and is marked. */
  readonly gone: number;
  /** Marked as no longer sent by an earlier run, and left there. */
  readonly kept: number;
  readonly unchanged: number;
  /** Comments and notes that go to another cell with their rows. */
  readonly comments: number;
  /** Rows change places, and this version of Excel does not say where notes are. */
  readonly notesUnseen: boolean;
}

/** Something of a workbook that is not in the plan. */
export interface PartNotRead {
  readonly sheet: string;
  /** An A1 address or "row 8"; "" for the whole sheet. */
  readonly where: string;
  readonly reason: string;
  /** What the cells show, shortened where it is long; "" where the place says enough. */
  readonly words: string;
}

export interface SourceNotRead {
  readonly parts: readonly PartNotRead[];
  /** Cells with content on sheets that were read, out of reach of the tables, and not among `parts`. */
  readonly cellsElsewhere: number;
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
  readonly notRead: SourceNotRead;
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
  /** What was said of cells of the plan that were typed over. */
  readonly settled: readonly SettledCell[];
  /** Names of directorates that sent nothing and are not to be carried forward. */
  readonly leaveOut: readonly string[];
  /** What was said of files that are copies of this plan; one of which nothing was said counts as merged until the plan is written. */
  readonly copies: readonly { readonly file: string; readonly isMerged: boolean }[];
  /** What was said of texts of a copy that differ from the plan's. */
  readonly copyAnswers: readonly CopyAnswer[];
}

/** The choices before anybody has chosen. */
export const NOTHING_CHOSEN: CollationChoices = {
  sheets: [],
  since: null,
  versions: [],
  judgements: [],
  leaveOut: [],
  settled: [],
  copies: [],
  copyAnswers: [],
};

/** What writing the collated plan into a workbook would do, worked out to the last cell before anything is written. */
export interface PreparedWrite {
  readonly runId: string;
  /** In the order of the tabs. */
  readonly sheets: readonly SheetOutcome[];
  /** What became of the actions, as the sheet of changes lists it. */
  readonly changes: PlanChanges;
  /** Files of earlier runs whose rows went since they did not come. */
  readonly notSent: readonly FileNotSent[];
  /** As the sheets tell them. */
  readonly figures: PlanFigures;
  /** Cells that somebody typed over where the plan has something else: they stay as they were typed. */
  readonly kept: readonly KeptInPlan[];
  /** Typed cells that take what is sent, since the user said so: as they were. */
  readonly taken: readonly KeptInPlan[];
  /** Texts that stood where a title or figure goes; they are put on the sheet of kept texts. */
  readonly displaced: readonly DisplacedText[];
  /** What the user must say before it is written. */
  readonly questions: readonly Doubt[];
  /** Nothing would differ, so nothing is written, not even the date of the run. */
  readonly nothingToDo: boolean;
  /** For `WorkbookPort.apply`: the journal opened, the work, the journal closed. Empty when there is nothing to do. */
  readonly stages: readonly (readonly Change[])[];
}

/** What a collation would write. The application may carry more with it; the pane hands the same object back to `writeCollation`. */
export interface CollationDryRun {
  readonly actions: number;
  readonly sheets: readonly SheetChanges[];
  /** Cells of the collator's own columns that hold something and stay. */
  readonly notesKept: number;
  readonly sources: readonly CollationSource[];
  /** Files that are copies of this plan and no submissions, with what was typed in each. */
  readonly copies: readonly CopyMerged[];
  /** Actions by directorate, for those that sent any; the numbers add up to `actions`. */
  readonly byDirectorate: readonly { readonly directorate: string; readonly actions: number }[];
  readonly directorates: DirectoratesSeen;
  /** Directorates of whom a file was sent and nothing in it was read. */
  readonly unread: readonly string[];
  /** What was not sent this time and is carried forward; counted in `actions`. */
  readonly carried: readonly CarriedCount[];
  /** Findings in what is carried forward; counted in `remaining`. */
  readonly carriedFindings: number;
  /** Directorates of which several versions were sent, and those of which several parts were. */
  readonly versions: readonly DirectorateVersions[];
  readonly parts: readonly PartsSent[];
  /** The workbook is already up to date; writing would change no cell. */
  readonly nothingToDo: boolean;
  /** See `PreparedWrite`. */
  readonly kept: PreparedWrite['kept'];
  readonly taken: PreparedWrite['taken'];
  readonly displaced: PreparedWrite['displaced'];
  /** What lies where the plan must go; nothing can be written until it is moved. */
  readonly obstacles: readonly Obstacle[];
  /** What a person should look at, with what the user has said of it; some must be answered before anything is written. */
  readonly doubts: readonly Doubt[];
  /** What was put right about the plan's workbook, to be written with the rest. */
  readonly putRight: readonly Notice[];
  /** What became of the actions since the last run or the chosen quarter, in words; null where there is nothing to compare with yet. */
  readonly changes: string | null;
  /** A sentence for each file of earlier runs whose rows went since it did not come. */
  readonly notSent: readonly string[];
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
  /** What could not be done beside the writing, such as setting a filter again; each a sentence. */
  readonly notices: readonly string[];
  /** Findings in the collated actions, by severity, and the tables the errors are in. */
  readonly remaining: { readonly errors: number; readonly warnings: number; readonly advice: number; readonly tablesWithErrors: number };
}
