import type { Framework } from '../framework';
import type { HeadingKey, HeadingsNearest, PartMarked } from '../reading';

/** What a finding says, as facts: `wording.ts` makes the sentence. Each code has its own facts, so that its sentence cannot be made without them. */
export type Problem =
  /** `rows`: null for one cell; for a table without that column, how many of its rows lack it. `startColumn`: the heading of a start that stands alone. */
  | ({ readonly code: MissingCode; readonly rows: number | null; readonly startColumn?: string } & OwnWords)
  | ({
      readonly code: 'unknown-outcome';
      readonly parts: readonly string[];
      readonly codes: readonly string[];
      /** What was likely typed where Excel made a date of it. */
      readonly typed?: { readonly typed: string; readonly codes: readonly string[] };
    } & OwnWords)
  | ({ readonly code: 'mistyped-outcome'; readonly repaired: readonly { readonly written: string; readonly code: string }[] } & OwnWords)
  | { readonly code: 'duplicate-outcome'; readonly codes: readonly string[] }
  | ({ readonly code: 'untidy-outcome' } & OwnWords)
  | { readonly code: 'unreadable-timescale'; readonly text: string }
  | { readonly code: 'timescale-without-year'; readonly text: string }
  /** In a measure or a lead: `typed` is what was likely typed, day first: "3/4". */
  | { readonly code: 'excel-changed-date'; readonly shown: string; readonly typed: string; readonly holds: string }
  /** `month` in words. `completed`: the text says that it is done, and the month is still to come. */
  | { readonly code: 'timescale-far-off'; readonly text: string; readonly month: string; readonly completed: boolean }
  /** `figures`: those of the text that are part of no date. */
  | { readonly code: 'timescale-partly-read'; readonly text: string; readonly figures: readonly string[] }
  /** `meant` and `holds` in words: "March 2025", "25 March 2024"; `meant` null where what was typed was likely no month: "3-4". */
  | {
      readonly code: 'excel-changed-date';
      readonly shown: string;
      readonly meant: string | null;
      readonly holds: string;
      readonly typed: readonly string[];
    }
  | { readonly code: 'provisional-timescale'; readonly text: string }
  | { readonly code: 'vague-measure'; readonly text: string }
  | { readonly code: 'measure-not-observable' }
  | { readonly code: 'lead-not-a-person'; readonly leads: readonly string[]; readonly open: readonly string[] }
  /** `where`: the first place of the same words, such as "row 5 of GET". */
  | { readonly code: 'duplicate-commitment'; readonly where: string }
  | { readonly code: 'duplicate-across-directorates'; readonly where: string; readonly directorate: string }
  | { readonly code: 'cost-contradicted'; readonly cost: string; readonly words: readonly string[] }
  | { readonly code: 'cost-ambiguous'; readonly text: string; readonly heading: string; readonly taken: string }
  | { readonly code: 'error-in-cell'; readonly shown: string; readonly key: HeadingKey }
  /** The start that a column of its own gives lies after the timescale's end, or is not the start that the timescale gives; months in words. */
  | { readonly code: 'dates-disagree'; readonly start: string; readonly timescale: string; readonly side: 'start after end' | 'two starts' }
  /** `side`: the measure's date lies after the timescale's end, or before its start. */
  | { readonly code: 'dates-disagree'; readonly words: string; readonly side: 'after end' | 'before start'; readonly month: string }
  | { readonly code: 'unknown-directorate'; readonly text: string; readonly known: readonly string[] }
  /** `due`: the month, in words. `rows`: null for one row; for a table without a column for the status, how many are past, and `due` is the first's. */
  | { readonly code: 'past-without-status'; readonly due: string; readonly statuses: readonly string[] }
  /** Of a table without a column for the status. */
  | { readonly code: 'past-without-status'; readonly due: string; readonly rows: number }
  /** A column whose heading says nothing was taken for a field by its cells. */
  | { readonly code: 'column-in-doubt'; readonly heading: string; readonly key: HeadingKey }
  /** `row` is that of the action, as Excel numbers it. */
  | { readonly code: 'continued-row'; readonly row: number; readonly words: string; readonly beginsSmall: boolean }
  | { readonly code: 'unreadable-status'; readonly text: string; readonly statuses: readonly string[] }
  | { readonly code: 'unreadable-cost'; readonly text: string }
  /** `perhaps`: null, or the id that may have been typed where a number cell shows `words`; `isKnown` whether what it shows is an id too. */
  | {
      readonly code: 'unknown-indicator';
      readonly words: readonly string[];
      readonly perhaps: { readonly id: string; readonly isKnown: boolean } | null;
    }
  /** `words`: what the row says without a commitment. */
  | { readonly code: 'missing-commitment'; readonly words: string }
  /** `reason` begins with a capital and has no full stop. */
  | { readonly code: 'part-not-read'; readonly address: string; readonly cells: number; readonly reason: string; readonly words: string }
  /** `marked`: what their look may mean is not read. */
  | { readonly code: 'part-not-read'; readonly marked: PartMarked }
  /** Files within a document, by their names. */
  | { readonly code: 'part-not-read'; readonly embedded: readonly string[] }
  | { readonly code: 'tracked-changes'; readonly insertions: number; readonly deletions: number }
  /** `nearest` is null where no cell is a heading. */
  | {
      readonly code: 'no-table';
      readonly file: string;
      readonly sheets: readonly { readonly name: string; readonly why: string }[];
      readonly nearest: (HeadingsNearest & { readonly sheet: string }) | null;
    }
  /** `instead`: the row or action that has the Ref; `given`: the Ref that the row has now, null where it is left as it is. */
  | { readonly code: 'ref-in-doubt'; readonly carries: string; readonly instead: string; readonly given: string | null }
  /** In words, with initials and date: "“query” (AB, 9 March 2026)". */
  | { readonly code: 'verdict-differs'; readonly sent: string; readonly inPlan: string }
  | { readonly code: 'figures-differ-from-logframe'; readonly differences: readonly string[] }
  /** `maybe`: ids of the indicators that the measure may restate, likeliest first; never empty. */
  | { readonly code: 'measure-in-doubt'; readonly maybe: readonly string[] };

/** What the council calls an outcome; the usual words where it has none of its own. */
type OwnWords = Partial<Pick<Framework, 'words'>>;

export type MissingCode = 'missing-lead' | 'missing-timescale' | 'missing-measure' | 'missing-outcome';
