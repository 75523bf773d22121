import type { PlanRequests, RepairOutcome } from '../application';

/** What the pane gets by its props: the application's requests, joined to a workbook by the entry file. */
export type PaneServices = PlanRequests;
export type { RepairOutcome };
export type {
  CollationDryRun,
  CollationResult,
  CollationSource,
  JournalState,
  OnProgress,
  PlanReading,
  RevealTarget,
  SheetChanges,
  SubmittedFile,
} from '../application';
