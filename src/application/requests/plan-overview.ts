import type { Severity } from '../../domain/findings';

/** A row of one of the plan's sheets; zero-based. */
export interface ListedAt {
  readonly sheetId: string;
  readonly row: number;
}

/** A finding as the plan's sheet of findings lists it. The file that it is about need not be open. */
export interface ListedFinding {
  readonly severity: Severity;
  /** The file that was sent; "" for the workbook that holds the plan. */
  readonly file: string;
  /** "" for a finding about a file as a whole. */
  readonly sheet: string;
  /** As Excel numbers it; null for a finding about a sheet or file as a whole. */
  readonly row: number | null;
  /** "" where it is about no column. */
  readonly heading: string;
  /** The words in the cell. */
  readonly quote: string;
  readonly message: string;
  /** What the cell would say; "" where there is no repair. */
  readonly repair: string;
  /** Where the sheet of findings says this. */
  readonly listedAt: ListedAt;
}

/** A directorate whose rows were carried forward by the last run. */
export interface LateDirectorate {
  readonly directorate: string;
  /** The newest quarter in which it was heard, "2025/26 Q1". */
  readonly lastHeard: string;
}

/** What the plan in a workbook says of itself: as its sheets and its memory stand, whoever wrote them and whenever. */
export interface PlanOverview {
  /** When it was last collated, in words; null where nobody remembers. */
  readonly collated: string | null;
  /** Those still sent. */
  readonly actions: number;
  /** Cells of the user's own columns that hold something. */
  readonly notes: number;
  readonly findings: readonly ListedFinding[];
  /** Parts of what was sent that the last run did not read: the rows of the sheet of sources that list them. */
  readonly partsNotRead: readonly ListedAt[];
  readonly late: readonly LateDirectorate[];
  /** Directorates of the framework of whom the plan has nothing. */
  readonly notSent: readonly string[];
  /** Directorates of the framework, to count the others of. */
  readonly directorates: number;
  readonly finance: {
    /** Actions whose cost is contradicted by their own words. */
    readonly contradicted: number;
    /** Actions without a verdict, or whose words have changed since it was given. */
    readonly withoutVerdict: number;
  };
}
