import type { HeardRow, HeardTable } from '../collation';
import { a1, type Cell, EMPTY_CELL, GENERAL, parseA1 } from '../grid';
import { type HeadingKey, type RowRead, rulesOf, type SourcedCell } from '../reading';
import { heardRowSchema, heardTableSchema } from './heard-schema';
import { chunks, parsedAs } from './record-json';

/**
 * Rows as they were last sent, as two tables of `_plan`: the tables they stand in, each once, and a record for each row with its cells. A cell
 * of plain text is its address and its words, so that a plan of two thousand actions stays small.
 */
export interface HeardRecords {
  readonly tables: string[][];
  readonly rows: string[][];
}

/** Columns of a row's record before its JSON. */
const ROW_HEAD = 4;
/** A table's JSON has as many cells; introductions that do not fit are left out, since only a printed paper shows them. */
const TABLE_CHUNKS = 3;

export function heardRecords(heard: readonly HeardRow[]): HeardRecords {
  const numbers = new Map<string, string>();
  const known = new Map<HeardTable, string>();
  const numberOf = (of: HeardTable): string => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const json = tableJson(of);
    const number = numbers.get(json) ?? String(numbers.size + 1);
    numbers.set(json, number);
    known.set(of, number);
    return number;
  };
  const rows = heard.map(({ ref, of, row, quarter, standing }) => {
    return [ref, numberOf(of), quarter, standing, ...chunks(JSON.stringify(rowJson(row, of)))];
  });
  return { tables: [...numbers].map(([json, number]) => [number, ...chunks(json)]), rows };
}

/** Reads what `heardRecords` wrote; a record that somebody altered by hand is passed over, and the rest still counts. */
export function heardFrom({ tables, rows }: HeardRecords): HeardRow[] {
  const byNumber = new Map(tables.map(([number = '', ...json]) => [number, tableFrom(json.join(''))]));
  return rows.flatMap((record): HeardRow[] => {
    const [ref = '', number = '', quarter = '', standing = ''] = record;
    const of = byNumber.get(number);
    if (of === undefined || of === null) return [];
    const row = rowFrom(record.slice(ROW_HEAD).join(''), of);
    if (row === null) return [];
    return [{ ref, of, row, quarter, standing: standing === 'carried' || standing === 'gone' ? standing : 'sent' }];
  });
}

function tableJson({ file, table }: HeardTable): string {
  const headings = table.headings.map(({ text, column, key, sureness, byCells }) => ({ text, column, key, sureness, byCells }));
  const kept = { file, ...table, headings, rows: undefined, themes: undefined, newColumn: undefined };
  const whole = JSON.stringify(kept);
  return chunks(whole).length <= TABLE_CHUNKS ? whole : JSON.stringify({ ...kept, introductions: [] });
}

function tableFrom(json: string): HeardTable | null {
  const [found] = parsedAs(heardTableSchema, json);
  if (found === undefined) return null;
  const { file, ...table } = found;
  return { file, table: { ...table, rows: [], themes: [] } };
}

type CellJson = readonly [at: string, text?: string, kind?: Cell['kind'], value?: Cell['value'], format?: string, formula?: string];

interface RowJson {
  readonly row: number;
  /** Left out where it is what rows of such a table are. */
  readonly kind?: RowRead['kind'];
  readonly theme?: CellJson;
  readonly owner?: string;
  readonly cells: CellsJson;
  readonly milestones?: readonly { readonly row: number; readonly cells: CellsJson }[];
}

type CellsJson = Readonly<Partial<Record<HeadingKey, CellJson>>>;

function rowJson({ row, kind, theme, directorateText, cells, milestones }: RowRead, { table }: HeardTable): RowJson {
  return {
    row,
    ...(kind === rulesOf(table.kind).rowKind ? {} : { kind }),
    ...(theme === null ? {} : { theme: cellJson(theme) }),
    ...(directorateText === null ? {} : { owner: directorateText }),
    cells: cellsJson(cells),
    ...(milestones === undefined ? {} : { milestones: milestones.map((step) => ({ row: step.row, cells: cellsJson(step.cells) })) }),
  };
}

function rowFrom(json: string, { table }: HeardTable): RowRead | null {
  const [found] = parsedAs(heardRowSchema, json);
  if (found === undefined) return null;
  return {
    row: found.row,
    kind: found.kind ?? rulesOf(table.kind).rowKind,
    theme: found.theme === undefined ? null : cellFrom(found.theme),
    directorateText: found.owner ?? null,
    cells: cellsFrom(found.cells),
    ...(found.milestones === undefined
      ? {}
      : { milestones: found.milestones.map((step) => ({ row: step.row, cells: cellsFrom(step.cells) })) }),
  };
}

const cellsJson = (cells: RowRead['cells']): CellsJson =>
  Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cellJson(cell)]));

const cellsFrom = (cells: CellsJson): RowRead['cells'] =>
  Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cellFrom(cell)]));

function cellJson({ cell, place }: SourcedCell): CellJson {
  const at = a1(place);
  const { kind, value, text, format, formula } = cell;
  if (formula === undefined && format === GENERAL) {
    if (kind === 'empty') return [at];
    if (kind === 'text' && value === text) return [at, text];
  }
  return formula === undefined ? [at, text, kind, value, format] : [at, text, kind, value, format, formula];
}

function cellFrom([at, text, kind, value = null, format = GENERAL, formula]: CellJson): SourcedCell {
  const place = parseA1(at) ?? { row: 0, column: 0 };
  if (text === undefined) return { cell: EMPTY_CELL, place };
  if (kind === undefined) return { cell: { kind: 'text', value: text, text, format: GENERAL }, place };
  const more = formula === undefined ? {} : { formula };
  return { cell: { kind, value, text, format, ...more } as Cell, place };
}
