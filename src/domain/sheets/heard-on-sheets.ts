import { type HeardRow, type HeardTable, type KnownAction, lastHeardWords, quarterOfDate, shortCodeFor } from '../collation';
import { ACTION_FIELDS, type FieldKey } from '../fields';
import { directorateNamed, type Framework } from '../framework';
import { type BookGrid, cellAt, parseA1, parseIsoDate, type Place, type SheetGrid, textCell } from '../grid';
import type { HeadingKey, SourcedCell, TableKind, TableRead } from '../reading';
import type { PlanState } from '../state';
import { wordsOfCell } from '../workbook';
import { ALL_PRIORITIES, SERVICE } from './all-priorities';
import { CURRENT_ACTIVITY_TABLE } from './current-activity';
import { LOCAL_MEASURES_TABLE } from './local-measures';

/** A row of a sheet of the plan, by heading. */
interface RowWords {
  readonly ref: string;
  readonly kind: 'action' | 'service' | 'measure' | 'activity';
  readonly directorate: string;
  readonly outcome: string;
  /** "GET.xlsx · GET · A5". */
  readonly source: string;
  readonly cells: readonly { readonly key: HeadingKey; readonly heading: string; readonly words: string }[];
}

/** The fields that a row is read from again, and the headings they were sent under. */
const SENT_UNDER: readonly { readonly field: FieldKey; readonly key: HeadingKey }[] = [
  { field: 'theme', key: 'theme' },
  { field: 'commitment', key: 'commitment' },
  { field: 'ledBy', key: 'ledBy' },
  { field: 'timescale', key: 'timescale' },
  { field: 'measure', key: 'measure' },
  { field: 'outcomes', key: 'sharedOutcome' },
  { field: 'indicators', key: 'indicator' },
  { field: 'cost', key: 'cost' },
  { field: 'status', key: 'status' },
  { field: 'progress', key: 'progress' },
];

/**
 * The state of a plan that keeps no rows as they were sent, as one of version 0.1.0 does: its rows are taken from the words that the last run
 * wrote, and its measures and current activity from their sheets.
 * Rule: docs/rules.md#carried-forward.
 */
export function withHeardOnSheets(state: PlanState, book: BookGrid, framework: Framework): PlanState {
  const asOf = parseIsoDate(state.lastRun?.asOf ?? '');
  if (asOf === null) return state;
  const kept = new Set(state.heard.map(({ ref }) => ref));
  const missing = state.actions.filter(({ ref, gone }) => !gone && !kept.has(ref));
  const lines = state.heard.length === 0 ? [...linesOn(book, framework, ACTIVITY), ...linesOn(book, framework, MEASURES)] : [];
  if (missing.length + lines.length === 0) return state;
  const written = state.written.find(({ plan }) => plan === ALL_PRIORITIES)?.rows ?? {};
  const rows = [...missing.map((known) => actionWords(known, written[known.ref] ?? {}, framework)), ...lines];
  return { ...state, heard: [...state.heard, ...heardRows(rows, quarterOfDate(asOf), framework)] };
}

function actionWords(known: KnownAction, written: Readonly<Partial<Record<string, string>>>, framework: Framework): RowWords {
  const { ref, code, commitment, measure, ledBy } = known;
  const words: Readonly<Partial<Record<string, string>>> = { commitment, measure, ledBy, ...written };
  const { standing = '', source = '', directorate } = words;
  return {
    ref,
    kind: standing.startsWith(SERVICE) ? 'service' : 'action',
    directorate: framework.directorates.find(({ shortCode }) => shortCode === code)?.name ?? directorate ?? '',
    outcome: '',
    source,
    cells: SENT_UNDER.map(({ field, key }) => ({ key, heading: ACTION_FIELDS[field].heading, words: words[field] ?? '' })),
  };
}

/** A list of lines on a sheet of the plan. */
interface LineSheet {
  readonly table: string;
  readonly kind: 'measure' | 'activity';
  readonly letter: 'A' | 'M';
  /** The headings that the lines are read from again. */
  readonly headings: Readonly<Partial<Record<HeadingKey, string>>>;
}

const ACTIVITY: LineSheet = {
  table: CURRENT_ACTIVITY_TABLE,
  kind: 'activity',
  letter: 'A',
  headings: { theme: 'Theme', commitment: 'What we have committed to', strategies: 'Strategies / plans in place to deliver' },
};
const MEASURES: LineSheet = {
  table: LOCAL_MEASURES_TABLE,
  kind: 'measure',
  letter: 'M',
  headings: { measure: 'Measure', timescale: 'Timescale', progress: 'Progress' },
};

function linesOn(book: BookGrid, framework: Framework, { table, kind, letter, headings }: LineSheet): RowWords[] {
  const sheet = book.sheets.find(({ tables }) => tables.some(({ name }) => name === table));
  const area = sheet?.tables.find(({ name }) => name === table)?.area;
  if (sheet === undefined || area === undefined) return [];
  const columns = headingColumns(sheet, area);
  const codeOf = shortCodeFor(framework);
  const numbers = new Map<string, number>();
  const rows: RowWords[] = [];
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    const wordsUnder = (heading: string): string => {
      const column = columns.get(heading.toLowerCase());
      return column === undefined ? '' : wordsOfCell(cellAt(sheet, { row, column })).trim();
    };
    const cells = Object.entries(headings).map(([key, heading]) => ({ key: key as HeadingKey, heading, words: wordsUnder(heading) }));
    const source = wordsUnder('Source');
    // A row without a source was marked as no longer sent, or is the user's own.
    if (!source.includes(' · ') || cells.every(({ words }) => words === '')) continue;
    const directorate = wordsUnder('Directorate');
    const before = `${codeOf(directorate)}-${letter}`;
    const number = (numbers.get(before) ?? 0) + 1;
    numbers.set(before, number);
    rows.push({ ref: `${before}${String(number)}`, kind, directorate, outcome: wordsUnder('Shared outcome'), source, cells });
  }
  return rows;
}

function headingColumns(sheet: SheetGrid, { top, left, right }: { top: number; left: number; right: number }): Map<string, number> {
  const columns = new Map<string, number>();
  for (let column = left; column <= right; column += 1) {
    columns.set(
      wordsOfCell(cellAt(sheet, { row: top, column }))
        .trim()
        .toLowerCase(),
      column,
    );
  }
  return columns;
}

const TABLE_KIND: Readonly<Record<RowWords['kind'], TableKind>> = {
  action: 'priorities',
  service: 'priorities',
  measure: 'measures',
  activity: 'activity',
};

function heardRows(rows: readonly RowWords[], quarter: string, framework: Framework): HeardRow[] {
  const tables = new Map<string, HeardTable>();
  const taken = new Set<string>();
  return rows.map((one, index): HeardRow => {
    const place = placeIn(one.source);
    const kind = TABLE_KIND[one.kind];
    // Tables side by side are told apart by the column.
    const key = [kind, place.file, place.sheet, String(place.at.column), one.directorate, one.outcome].join('\n');
    const of = tables.get(key) ?? { file: place.file, table: tableFor(one, kind, place.sheet, tables.size, framework) };
    tables.set(key, of);
    // Each row of a table needs a number of its own.
    const isTaken = place.at === NO_CELL || taken.size === taken.add(`${key}\n${String(place.at.row)}`).size;
    const row = isTaken ? NO_PLACE + index : place.at.row;
    const cellOf = (words: string): SourcedCell => ({ cell: textCell(words), place: place.at });
    const theme = one.cells.find(({ key: heading, words }) => heading === 'theme' && words !== '');
    return {
      ref: one.ref,
      of,
      row: {
        row,
        kind: one.kind,
        theme: theme === undefined ? null : cellOf(theme.words),
        directorateText: null,
        cells: Object.fromEntries(
          one.cells.filter(({ key: heading }) => heading !== 'theme').map(({ key: heading, words }) => [heading, cellOf(words)]),
        ),
      },
      quarter: place.quarter ?? quarter,
      standing: place.quarter === null ? 'sent' : 'carried',
    };
  });
}

function tableFor(
  { directorate, outcome, cells }: RowWords,
  kind: TableKind,
  sheet: string,
  number: number,
  framework: Framework,
): TableRead {
  const headings = cells.map(({ key, heading }, column) => ({ text: heading, column, key, sureness: 'certain' as const }));
  return {
    id: `${sheet}!${String(number)}`,
    kind,
    sheetId: sheet,
    sheet,
    area: { top: 0, left: 0, bottom: 0, right: headings.length - 1 },
    headerRows: { top: 0, bottom: 0 },
    headings,
    directorate: directorate === '' ? null : (directorateNamed(framework, directorate)?.name ?? null),
    directorateFrom: 'you',
    directorateText: directorate,
    outcome: outcome === '' ? null : outcome,
    rows: [],
    themes: [],
    introductions: [],
  };
}

/** Where a row came from, as the words under Source say; `quarter` where it was carried forward. */
interface PlaceWritten {
  readonly file: string;
  readonly sheet: string;
  readonly at: Place;
  readonly quarter: string | null;
}

/** Rows from this number on stand for rows whose place is not known; zero-based, and below the last of a sheet. */
const NO_PLACE = 2_000_000;
/** The last cell of a first column, for cells of such rows: a cell's address must be one that a sheet has, or it is not read again. */
const NO_CELL: Place = { row: 1_048_575, column: 0 };

function placeIn(source: string): PlaceWritten {
  const words = source.split(' · ');
  // A row that was carried forward says so behind its place.
  const quarter = words.at(-1)?.startsWith(lastHeardWords('')) === true ? (words.at(-1) ?? '').slice(lastHeardWords('').length) : null;
  const parts = quarter === null ? words : words.slice(0, -1);
  const at = parseA1(parts.at(-1) ?? '');
  const names = at === null ? parts : parts.slice(0, -1);
  return { file: names.slice(0, -1).join(' · '), sheet: names.at(-1) ?? '', at: at ?? NO_CELL, quarter };
}
