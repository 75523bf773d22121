/** Permanent codes and their one severity (docs/rules.md#finding-codes). More may be added; none is re-used or re-graded. */
export const SEVERITY_OF = {
  'missing-lead': 'error',
  'missing-timescale': 'error',
  'missing-measure': 'error',
  'missing-outcome': 'error',
  'unknown-outcome': 'error',
  'missing-commitment': 'error',
  'no-table': 'error',
  'unreadable-timescale': 'warning',
  'timescale-without-year': 'warning',
  'timescale-far-off': 'warning',
  'timescale-partly-read': 'warning',
  'excel-changed-date': 'warning',
  'mistyped-outcome': 'warning',
  'vague-measure': 'warning',
  'lead-not-a-person': 'warning',
  'duplicate-commitment': 'warning',
  'cost-contradicted': 'warning',
  'cost-ambiguous': 'warning',
  'error-in-cell': 'warning',
  'dates-disagree': 'warning',
  'unknown-directorate': 'warning',
  'past-without-status': 'warning',
  'part-not-read': 'warning',
  'ref-in-doubt': 'warning',
  'column-in-doubt': 'warning',
  'continued-row': 'warning',
  'unreadable-status': 'warning',
  'unreadable-cost': 'warning',
  'unknown-indicator': 'warning',
  'verdict-differs': 'warning',
  'tracked-changes': 'warning',
  'untidy-outcome': 'advice',
  'duplicate-outcome': 'advice',
  'measure-not-observable': 'advice',
  'duplicate-across-directorates': 'advice',
  'provisional-timescale': 'advice',
  'figures-differ-from-logframe': 'advice',
  'measure-in-doubt': 'advice',
} as const;

export type FindingCode = keyof typeof SEVERITY_OF;
export type Severity = 'error' | 'warning' | 'advice';
export const FINDING_CODES = Object.keys(SEVERITY_OF) as FindingCode[];

/** What to write into the finding's cell; certain, or there is no repair. `before` is the cell's value when it was read. */
export interface CellRepair {
  readonly kind: 'write';
  readonly before: string | number | boolean | null;
  readonly after: string;
}

/** A column that the table lacks. */
export interface ColumnRepair {
  readonly kind: 'add-column';
  /** The new column's heading. */
  readonly heading: string;
  /** A1 address of the cell of the new heading; it is empty, and so is the column below it as far as the table goes. */
  readonly cell: string;
}

export type Repair = CellRepair | ColumnRepair;

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The workbook's file name; "" for the workbook that is open. */
  readonly file: string;
  /** Null for a finding about a file as a whole; then its row, heading and cell are null too. */
  readonly sheet: string | null;
  /** "" where there is no sheet. */
  readonly sheetId: string;
  /** The table's id, so that the findings of one table can be renewed alone; "" where there is no table. */
  readonly tableId: string;
  /** The directorate's name in the framework; null when none was recognised. */
  readonly directorate: string | null;
  /** As Excel numbers it: 1 is the first row. Null for a finding about a file or a sheet as a whole. */
  readonly row: number | null;
  /** The heading's words on the sheet; null where the finding is about no column. */
  readonly heading: string | null;
  /** A1 address of the cell at fault (for a missing value, the empty cell); null for a finding about a file or a sheet as a whole. */
  readonly cell: string | null;
  /** One plain sentence: what and why. Worded in `wording.ts` alone. */
  readonly message: string;
  /** The words in the cell, as quoted on screen. */
  readonly quote: string;
  readonly repair?: Repair;
  /** Of a row that is carried forward: the quarter in which it was last sent, "2025/26 Q1". */
  readonly lastHeard?: string;
}
