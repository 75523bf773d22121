export { answerDelivery } from './answer-delivery';
export { answerDocuments, type DocumentWorld } from './answer-documents';
export { answerPaneMemory } from './memory/answer-pane-memory';
export { answerRequests, type RequestWorld } from './answer-requests';
export { sourceAccounts } from './collate/source-accounts';
export { checkSources } from './check/check-sources';
export { type Collated, type CollateOptions } from './collate/collate';
export { countsOf } from './collate/counts-of';
export { type PlanJson } from './collate/plan-json';
export { financeJson, notReadJson, planJsonOf, sourceJson } from './collate/plan-json-of';
export { type CollationRun, runCollation } from './collate/run-collation';
export { sheetChangesOf, sheetChangeWords } from './collate/sheet-changes';
export { lastRunIn, takeBackLastRun } from './collate/restore';
export { isPlan, typedInto } from './collate/typed-into';
export { writePlan } from './collate/write-plan';
export { documentSubjectOf, makeCsvs, makePapers, makePlanJson } from './documents/make-documents';
export { costTotalInWords } from './finance/cost-total-in-words';
export { hasVerdictColumns } from './finance/parts-missing';
export { reviewCosts, totalsOf } from './finance/review-costs';
export { makeReturnPacks, type PackOptions, type ReturnPack, type ReturnPacks } from './forms/return-packs';
export { writeTemplate } from './forms/write-template';
export { type FrameworkInForce, frameworkWith, frameworkOf } from './framework/choose-framework';
export { checkFrameworkBook, checkFrameworkText, type FrameworkChecked } from './framework/check-framework';
export { frameworkFromBook } from './framework/framework-from-book';
export { writeFrameworkSheet } from './framework/write-framework-sheet';
export { frameworkFrom } from './framework/framework-from';
export { frameworkInBook, type PlacedProblem } from './framework/framework-in-book';
export { planDateOf } from './framework/plan-date-of';
export { withPlanDate } from './framework/with-plan-date';
export { withPrintedIndicators } from './framework/printed-indicators';
export { rowWithChoice } from './map/row-with-choice';
export * from './ports/failure';
export * from './ports/load-part';
export * from './ports/pane-store-port';
export * from './ports/ports';
export * from './requests/collation-requests';
export * from './requests/document-requests';
export * from './requests/finance-requests';
export * from './requests/mapping-requests';
export * from './requests/pane-memory-requests';
export * from './requests/plan-overview';
export * from './requests/plan-reading';
export * from './requests/plan-requests';
export * from './requests/repair-results';
export { demandKnownFormat } from './sources/known-format';
export { READ_ENDINGS, SUBMISSION_ENDINGS, WORKBOOK_ENDINGS } from './sources/file-endings';
export { NO_FACTS, type NotRead, openBooks, type OpenedSource, openSources, type SourceToOpen } from './sources/open-sources';
export { readOpened, readSource, type SourceRead } from './sources/read-sources';
export { withoutFaulty } from './sources/without-faulty';
export type { PlanChanges } from '../domain/collation';
export {
  changeLine,
  type ChangeLine,
  changesInWords,
  copiedInWords,
  keptLines,
  KEPT_TEXTS,
  OPTIONAL_SHEETS,
  type OptionalSheet,
  type RestoreStep,
  restoreStepInWords,
  sentInWords,
  SOURCES_SHEET,
} from '../domain/sheets';
export { isAnswerTo, type SettledCell } from '../domain/workbook';
export { type CopyAnswer, type CopyMerged, isAnswerToText } from '../domain/copies';
export { readState } from '../domain/state';
