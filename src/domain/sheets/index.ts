export { ALL_PRIORITIES, allPrioritiesColumns, GONE, SERVICE } from './all-priorities';
export { changeLine, type ChangeLine, CHANGES_SHEET, changesInWords, copiedInWords, keptLines } from './changes-sheet';
export { financeReview } from './finance-review';
export { withHeardOnSheets } from './heard-on-sheets';
export { type KeptInPlan, keptInPlan, sentInWords } from './kept-in-plan';
export { FINDINGS_SHEET } from './findings-sheet';
export { KEPT_TEXTS, keptTexts } from './kept-texts';
export { BAD, headingLook, INK, SECTION_FILL, textColumn, titleLooks, UNSURE } from './council-look';
export { LOGFRAME_COVERAGE } from './logframe-coverage';
export { hasMilestonesIn } from './milestones-sheet';
export { columnsPlanned } from './plan-columns';
export { OPTIONAL_SHEETS, type OptionalSheet, optionalSheetsIn, PLAN_SHEET_NAMES, planSheets } from './plan-sheets';
export { headingsPlanned, type PlanSheetFound, planSheetsIn, sheetsWrittenIn, withTable } from './plan-sheets-in';
export { type PlanProgress, type PlanStanding, type PlanSubject, STAMP_START } from './plan-subject';
export { progressSheet } from './progress-sheet';
export { STATUS_LOOKS } from './status-looks';
export { typedFields } from './typed-fields';
export {
  LONGEST_NOTE,
  prioritiesTable,
  VERDICT_PARTS,
  verdictCellAt,
  type VerdictColumns,
  verdictColumns,
  verdictsOnSheet,
} from './verdicts-on-sheet';
export { verdictCells, type VerdictPart } from './verdict-cells';
export { withTypedIndicators } from './typed-indicators';
export { type RestorePoint, restorePointInSteps, restorePointOf } from './restore-point';
export { type RestoreStep, restoreStepInWords } from './restore-steps';
export { cellsInWords, PART_LEFT_OUT, sameFileInWords, sheetInWords, sourceInWords, SOURCES_SHEET, whyNotRead } from './sources-sheet';
