import type { DocumentRequests, PaneMemoryRequests, PlanRequests } from '../../application';

/** What the pane gets by its props: the application's requests, joined to a workbook by the entry file. */
export interface PaneServices extends PlanRequests {
  readonly documents: DocumentRequests;
  readonly memory: PaneMemoryRequests;
}
export { NOTHING_CHOSEN, STANDINGS } from '../../application';
export type {
  ActionChoice,
  CollationChoices,
  CollationDryRun,
  CollationResult,
  CollationSource,
  DeliveryWay,
  DirectoratesSeen,
  DirectorateVersions,
  DocumentChoice,
  DocumentContents,
  IndicatorColumnPlan,
  IndicatorsWritten,
  KeptSubmissions,
  LastRun,
  ListedFinding,
  MappedRow,
  MadeDocument,
  Mapping,
  OnProgress,
  OptionalSheet,
  PartNotRead,
  PlanOverview,
  PlanReading,
  RefusedRepair,
  RepairOutcome,
  RestoreStep,
  RevealTarget,
  AnswersOnFiles,
  SheetChanges,
  SourceNotRead,
  Standing,
  SubmittedFile,
  TemplateWritten,
  VersionSent,
} from '../../application';
