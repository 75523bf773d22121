export { calculatesAlone } from './calculates-alone';
export { type CellMove, cellsToMove, commentKey, type CommentMove, commentsBack, oneByOne } from './comment-moves';
export { LONGEST_TEXT, addressOf, count, DATE_FORMAT, holds, NOTHING, restoring, text, wordsOfCell, wordsOfPlan } from './cell-content';
export type { CellContent, Change, Edit, ExpectedValue, SheetLayout } from './edit';
export { areaOfRange, type HeadingRow, headingRowOf, headingsIn, plainHeadings, rowsWithHeadings } from './find-table';
export { growTable, shrinkTable } from './grow-table';
export { contentHash, leftHash, withHashesLeft } from './left-hash';
export { LEAST_POINTS, printedPoints, SIDE_MARGIN, usedByBlocks } from './paper';
export { reconcile, sheetOf } from './reconcile';
export { isAnswerTo, type Settled, type SettledCell, settledBy, type Side } from './merge-cell';
export {
  beforeKey,
  type DisplacedText,
  type KeptCell,
  keptKey,
  type Obstacle,
  type SheetOutcome,
  type WrittenSheet,
} from './sheet-outcome';
export type {
  CellLook,
  ColumnOwner,
  DropDown,
  FormatRule,
  LookArea,
  PlanBlock,
  PlanCell,
  PlanChart,
  PlanColumn,
  PlanRow,
  PlanTable,
  PrintSetUp,
  SheetPlan,
} from './sheet-plan';
export { hashOf, type RowHashes, rowsWritten } from './rows-written';
export { isBlank, isTypedOver, linkOfFirstVersion, plainWords, shownWords, wordsWere } from './typed-cell';
export { CellCollector, type CellsToWrite, writeChanges } from './write-cells';
