/** What the papers say made them: by it one is known that lies among the submissions. Rule: docs/rules.md#word. */
export const PAPERS_CREATOR = 'Delivery Plan Collator';

/**
 * A paper as plain data: what stands in it, in order. It knows neither Word nor a page; how a heading looks and where
 * a page ends is the writer's business.
 */
export interface PlanDocument {
  /** The name of its file, without the ending: "Appendix B". */
  readonly name: string;
  readonly title: string;
  /** The line under the title: as at which day, and how much there is. */
  readonly stamp: string;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | DocumentTable;

export interface DocumentTable {
  readonly kind: 'table';
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
}

export interface DocumentColumn {
  readonly heading: string;
  /** Its share of the table's width; the shares of all columns need not add up to anything. */
  readonly share: number;
}

/** A line end inside a text is a line end on paper. */
export type DocumentRow =
  /** A paragraph across the whole table, before its first row. */
  | { readonly kind: 'introduction'; readonly text: string }
  /** A heading across the whole table that holds for the rows below it. */
  | { readonly kind: 'theme'; readonly text: string }
  | { readonly kind: 'cells'; readonly cells: readonly string[] };
