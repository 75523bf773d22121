export { ALL_PRIORITIES, ALL_PRIORITIES_TABLE, GONE, SERVICE } from './all-priorities';
export { changeLine, changesInWords } from './changes-sheet';
export { BAD, headingLook, INK, SECTION_FILL, textColumn, titleLooks, UNSURE } from './council-look';
export { OPTIONAL_SHEETS, type OptionalSheet, optionalSheetsIn, PLAN_SHEET_NAMES, planSheets, sheetsWrittenIn } from './plan-sheets';
export { type PlanProgress, type PlanStanding, type PlanSubject } from './plan-subject';
export { progressSheet } from './progress-sheet';
export { STATUS_LOOKS } from './status-looks';
export { typedFields } from './typed-fields';
export { withTypedIndicators } from './typed-indicators';
