export { type CopiedText, type CopyAnswer, isAnswerToText, lastMerged } from './copied-text';
export { type CopyMerged, mergeCopies, type MergeOptions, type PlanMerged } from './merge-copies';
export { ownCellsOf } from './own-cells';
export { filledRows, tableSideOf } from './table-side';
