import { type Collated, type CollateOptions, type PreparedWrite, readSource, type SourceRead } from '../../../src/application';
import { collate, prepareWrite } from './at-once';
import { kent2025 } from '../../../src/domain/framework';
import { type BookGrid, type CalendarDate, gridOf, textCell } from '../../../src/domain/grid';
import { recognisePlan, withNamesOfRenamed, withRowsOfNewActions } from '../../../src/domain/recognition';
import { typedFields, withHeardOnSheets, withTypedIndicators } from '../../../src/domain/sheets';
import { settledBy } from '../../../src/domain/workbook';
import { applyToBook, editsOf } from '../../domain/workbook/apply-to-grid';

/** One row of a directorate's table. */
export interface SentRow {
  readonly commitment: string;
  readonly ledBy?: string;
  readonly timescale?: string;
  readonly measure?: string;
  readonly outcome?: string;
  readonly status?: string;
  readonly indicator?: string;
}

/** What directorates sent, by short code. */
export type Sent = Readonly<Record<string, readonly SentRow[]>>;

const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome', 'Status', 'Indicator'];

export function submission(code: string, rows: readonly SentRow[]): BookGrid {
  const lines = rows.map((row) => {
    const { commitment, ledBy = 'Head of Economy', timescale = 'March 2026', measure = '200 people a year', outcome = 'SO2' } = row;
    return [commitment, ledBy, timescale, measure, outcome, row.status ?? '', row.indicator ?? ''];
  });
  const cells = [HEADINGS, ...lines].map((line) => line.map((words) => textCell(words)));
  return { name: `${code}.xlsx`, sheets: [gridOf(code, cells)] };
}

export interface Run {
  readonly collated: Collated;
  readonly prepared: PreparedWrite;
  /** The plan as the run leaves it. */
  readonly book: BookGrid;
}

export const NO_BOOK: BookGrid = { name: '', sheets: [] };

/**
 * A collation of what was sent over a plan, on a day, carried out over plain grids.
 * @param others sources beside the directorates' tables of actions.
 */
export function councilRun(
  sent: Sent,
  book: BookGrid,
  asOf: CalendarDate,
  more: Partial<CollateOptions> = {},
  others: readonly SourceRead[] = [],
): Run {
  const { framework = kent2025() } = more;
  const sources = Object.entries(sent).map(([code, rows]) =>
    readSource(`${code}.xlsx`, submission(code, rows), { framework, includeHidden: false }),
  );
  const options = { framework, planDate: { year: 2025, month: 1, day: 30 }, asOf, take: 'newest', ...more } as const;
  const settled = settledBy(more.settled ?? []);
  const plan = recognisePlan(book, framework, more.judgements);
  const state = withTypedIndicators(withHeardOnSheets(plan.state, plan.book, framework), plan.book, framework, settled);
  const typed = typedFields(plan.book, { framework, written: state.written, settled });
  const found = collate([...sources, ...others], state, options, typed, plan);
  const named = withNamesOfRenamed({ ...plan, state: found.state }, found.register.renamed, state.actions);
  const withNew = withRowsOfNewActions(named, found.register.actions);
  const collated = { ...found, state: withNew.state, plan: withNew };
  const day = `${String(asOf.year)}-${String(asOf.month)}-${String(asOf.day)}`;
  const prepared = prepareWrite(collated, withNew.book, () => null, `run on ${day}`);
  return { collated, prepared, book: applyToBook(book, editsOf(prepared.stages.flat())) };
}
