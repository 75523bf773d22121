import { parseA1 } from '../grid';
import type { Finding, FindingCode } from './finding';

/** A finding with what it is put in order and compared by. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** Findings of one key are one. */
  readonly key: string;
  readonly column: number;
}

/** Faults of the row and not of the cell they stand at: a merged cell may be the place of several. */
const OF_THE_ROW: ReadonlySet<FindingCode> = new Set(['past-without-status', 'cost-contradicted', 'dates-disagree']);

/** A lead merged over four rows is one cell: what is wrong with it is said once. */
export function placedFinding(finding: Finding): PlacedFinding {
  const { code, file, sheetId, cell, row } = finding;
  const key = `${code}\n${file}\n${sheetId}\n${cell ?? ''}\n${OF_THE_ROW.has(code) ? (row ?? '') : ''}`;
  return { finding, key, column: (cell === null ? null : parseA1(cell))?.column ?? 0 };
}
