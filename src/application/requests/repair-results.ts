import type { Finding } from '../../domain/findings';
import type { CellContent } from '../../domain/workbook';
import type { Failure } from '../ports/failure';

/** A repair that was made: what stands in the cell now, what stood there, and what puts it back. */
export interface RepairOutcome {
  readonly finding: Finding;
  readonly before: string | number | boolean | null;
  readonly after: string;
  readonly was: CellContent;
}

/** A cell that was left as it is, and why. */
export interface RefusedRepair {
  readonly finding: Finding;
  readonly failure: Failure;
}

export interface RepairsMade {
  readonly made: readonly RepairOutcome[];
  readonly refused: readonly RefusedRepair[];
  /** What ended the work before its last cell; null when every cell was either repaired or refused. */
  readonly stopped: Failure | null;
}

export interface RepairsTakenBack {
  /** Those whose cells have their former content again. */
  readonly takenBack: readonly RepairOutcome[];
  readonly refused: readonly RefusedRepair[];
  readonly stopped: Failure | null;
}
