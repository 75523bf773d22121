import type { CostReading } from '../cost';
import type { LeadReading } from '../lead';
import type { MeasureReading } from '../measure';
import type { OutcomeReading } from '../outcomes';
import type { TimescaleReading } from '../timescale';
import type { HeadingKey } from './heading-keys';
import type { SourcedCell } from './table-read';

/** Where something was read: the file ("" for the open workbook), the sheet and, for each field, its cell. */
export interface Source {
  readonly file: string;
  readonly sheet: string;
  readonly sheetId: string;
  readonly tableId: string;
  /** Zero-based row on the sheet. */
  readonly row: number;
  /** A1 addresses, by field; a merged lead's is the merge's first cell, a missing field's the empty cell where it belongs. */
  readonly cells: Readonly<Partial<Record<HeadingKey, string>>>;
}

/** A step towards an action; what is empty here is as the action says. */
export interface Milestone {
  readonly text: string;
  readonly ledBy: LeadReading;
  readonly timescale: TimescaleReading;
  readonly measure: MeasureReading;
  /** A1 addresses by field, as in the action's source. */
  readonly cells: Source['cells'];
}

/** One row of a priority table with its meaning. Texts are as written, with outer white space trimmed. */
export interface Action {
  readonly kind: 'action' | 'service';
  /** Name in the framework, or null when none was recognised. */
  readonly directorate: string | null;
  readonly directorateText: string;
  readonly theme: string | null;
  /** The directorate's own numbering; kept, never matched on. Formula and format tell a Ref of ours from theirs. */
  readonly theirRef: string | null;
  readonly commitment: string;
  readonly ledBy: LeadReading;
  readonly timescale: TimescaleReading;
  readonly measure: MeasureReading;
  readonly outcomes: OutcomeReading;
  readonly cost: CostReading;
  /** A status of the framework's vocabulary, from the status column or the first words of the progress cell. */
  readonly status: string | null;
  readonly progress: string;
  /** Ids of the framework's indicators that the row itself names. */
  readonly writtenIndicators: readonly string[];
  /** From top to bottom; none for most actions. The action's own lead, timescale and measure have all of theirs. */
  readonly milestones: readonly Milestone[];
  readonly source: Source;
  /** The cells behind the fields, for checks that need kind, format or formula. */
  readonly cells: Readonly<Partial<Record<HeadingKey, SourcedCell>>>;
  /** The headings' words on the sheet, for the findings. */
  readonly headings: Readonly<Partial<Record<HeadingKey, string>>>;
}

/** One line of a directorate's "Measures within the Logframe". */
export interface MeasureLine {
  readonly directorate: string | null;
  readonly directorateText: string;
  readonly text: string;
  readonly timescale: TimescaleReading;
  readonly progress: string;
  readonly source: Source;
}

/** One commitment of Appendix A, the current activity. */
export interface Activity {
  readonly directorate: string | null;
  readonly directorateText: string;
  readonly outcome: string | null;
  readonly theme: string | null;
  readonly commitment: string;
  readonly strategies: string;
  readonly source: Source;
}
