export { count, DATE_FORMAT, holds, NOTHING, restoring, text, wordsOfCell, wordsOfPlan } from './cell-content';
export type { CellContent, Change, Edit, ExpectedValue, SheetLayout } from './edit';
export { reconcile, sheetOf } from './reconcile';
export type { Conflict, Obstacle, Overwritten, SheetOutcome, WrittenSheet } from './sheet-outcome';
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
export { CellCollector, type CellsToWrite, writeChanges } from './write-cells';
