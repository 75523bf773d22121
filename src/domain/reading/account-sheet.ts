import { type Area, areaA1, type BesideCells, type Cell, type SheetGrid } from '../grid';
import { type CellKind, emptyCounts, type PartLeftOut, type Raises, type SheetAccount } from './sheet-account';
import { cellsBehind } from './joined-cells';
import { markedParts } from './marked-parts';
import { isParagraph } from './row-words';
import type { SheetRead, TableDone } from './sheet-read';
import { isBlank, ownCell, type SheetView, shownText } from './sheet-view';
import type { RowLeftOut, RowRead, SourcedCell, TableRead } from './table-read';
import { counted, FINANCE_HEADINGS } from '../wording';
import { LINES_ABOVE } from './name-directorate';

/** Why a cell is left out. */
interface Reason {
  readonly reason: string;
  readonly raises: Raises | null;
  readonly tableId: string | null;
  /** For a fault of a column: its heading's words, "" for none; all its cells in the table are one part. */
  readonly heading?: string;
  /** Cells with one reason on different sides of a table are no one part. */
  readonly side?: 'left' | 'right';
  /** Cells of one row alone, never joined with those of the next. */
  readonly missing?: RowLeftOut['missing'];
}

type Standing = Exclude<CellKind, 'left out'> | Reason;

/** More columns than a sheet has, so that a row and a column make one number. */
const ROW = 16_384;
const keyOf = (row: number, column: number): number => row * ROW + column;

/** How many characters of the words of a part left out are shown. */
const LONGEST_WORDS = 300;

/** Whether another program would count the cell too: it holds a value or a formula, even one that shows nothing. */
function hasContent(cell: Cell): boolean {
  return cell.formula !== undefined || (cell.value !== null && cell.value !== '');
}

/** The cells of a row from left to right; they nearly always are. */
function inColumnOrder(cells: ReadonlyMap<number, Cell> = new Map()): Iterable<readonly [column: number, cell: Cell]> {
  let before = -1;
  for (const column of cells.keys()) {
    if (column < before) return [...cells].sort(([a], [b]) => a - b);
    before = column;
  }
  return cells;
}

/**
 * Every cell of a sheet that has content, each counted as one thing. What the tables' readers made of cells comes first; what none of
 * them used is left out with a reason, so nothing can be forgotten.
 * Rule: docs/rules.md#cells-accounted.
 */
export function accountOfSheet(read: SheetRead, notRead: string | null): SheetAccount {
  const { view } = read;
  const claims = claimsOf(view, read.done);
  const whole: Reason | null = notRead === null ? null : { reason: notRead, raises: null, tableId: null };
  const marked = notRead === null ? markedParts(view, read.tables) : [];
  const known = { nearest: read.nearest, tables: read.tables.length, marked };
  return accountOf(view.grid, notRead, known, view.rowNumbers, (row, column, cell) => {
    if (whole !== null) return whole;
    return claims.kinds.get(keyOf(row, column)) ?? whyLeftOut({ view, done: read.done, claims, row, column, cell });
  });
}

/** A sheet that was not read at all. */
export function accountOfUnread(grid: SheetGrid, reason: string): SheetAccount {
  const rows = [...grid.rows.keys()].sort((a, b) => a - b);
  return accountOf(grid, reason, { nearest: null, tables: 0, marked: [] }, rows, () => ({ reason, raises: null, tableId: null }));
}

function accountOf(
  grid: SheetGrid,
  notRead: string | null,
  { nearest, tables, marked }: Pick<SheetAccount, 'nearest' | 'tables' | 'marked'>,
  rowNumbers: readonly number[],
  standingOf: (row: number, column: number, cell: Cell) => Standing,
): SheetAccount {
  const byKind = emptyCounts();
  const parts = new PartCollector();
  let cells = 0;
  for (const row of rowNumbers) {
    let isFilled = false;
    for (const [column, cell] of inColumnOrder(grid.rows.get(row))) {
      if (!hasContent(cell)) continue;
      isFilled = true;
      const standing = standingOf(row, column, cell);
      cells += 1;
      byKind[typeof standing === 'string' ? standing : 'left out'] += 1;
      if (typeof standing !== 'string') parts.add(row, column, cell, standing);
    }
    if (isFilled) parts.endRow(row);
  }
  const { name, id: sheetId, besideCells = { comments: 0, pictures: 0 } } = grid;
  const { trackedChanges, embedded } = grid;
  return {
    name,
    sheetId,
    notRead,
    tables,
    cells,
    byKind,
    leftOut: parts.parts(),
    nearest,
    besideCells: [...besideInWords(besideCells), ...(embedded ?? []).map((file) => `the file ${file} within the document`)],
    ...(trackedChanges === undefined ? {} : { trackedChanges }),
    ...(embedded === undefined ? {} : { embedded }),
    marked,
    notLookedFor: notLookedForOn(grid),
  };
}

function besideInWords({ comments, pictures, others = [] }: BesideCells): string[] {
  return [...(comments > 0 ? [counted(comments, 'comment')] : []), ...(pictures > 0 ? [counted(pictures, 'picture')] : []), ...others];
}

function notLookedForOn({ besideCells, marks }: SheetGrid): string[] {
  return [...(besideCells === undefined ? ['comments', 'pictures'] : []), ...(marks === undefined ? ['colours'] : [])];
}

interface Claims {
  readonly kinds: ReadonlyMap<number, Exclude<CellKind, 'left out'>>;
  /** Rows that the readers left out, by row number; of tables side by side, several. */
  readonly rows: ReadonlyMap<number, readonly RowLeftOut[]>;
  /** By table, the rows of which something was read. */
  readonly readRows: ReadonlyMap<string, ReadonlySet<number>>;
}

/** What the tables' readers made of cells; the first use of a cell counts, as of a lead merged over several actions. */
function claimsOf(view: SheetView, done: readonly TableDone[]): Claims {
  const kinds = new Map<number, Exclude<CellKind, 'left out'>>();
  const rows = new Map<number, RowLeftOut[]>();
  const readRows = new Map<string, Set<number>>();
  const claim = (row: number, column: number, kind: Exclude<CellKind, 'left out'>): void => {
    const key = keyOf(row, column);
    if (!kinds.has(key)) kinds.set(key, kind);
  };
  const claimCells = (cells: readonly (SourcedCell | null | undefined)[], kind: Exclude<CellKind, 'left out'>): void => {
    for (const cell of cells) if (cell) claim(cell.place.row, cell.place.column, kind);
  };
  const claimRow = (row: number, { left, right }: Area, kind: Exclude<CellKind, 'left out'>): void => {
    for (const column of view.columnsIn(row)) if (column >= left && column <= right) claim(row, column, kind);
  };
  for (const { table, leftOut, byUser } of done) {
    if (byUser) continue;
    claimCells(table.labels ?? [], 'heading');
    if (table.labels === undefined) {
      for (let row = table.headerRows.top; row <= table.headerRows.bottom; row += 1) claimRow(row, table.area, 'heading');
    }
    const read = new Set<number>();
    readRows.set(table.id, read);
    for (const row of table.rows) {
      read.add(row.row);
      const claimFields = ({ cells }: Pick<RowRead, 'cells'>): void => {
        for (const field of Object.values(cells)) {
          for (const { place } of cellsBehind(field)) {
            if (place.row > row.row) read.add(place.row);
            claim(place.row, place.column, place.row > row.row && table.labels === undefined ? 'continuation' : row.kind);
          }
        }
      };
      claimFields(row);
      row.milestones?.forEach(claimFields);
      claimCells([row.theme], 'theme');
    }
    claimCells(table.introductions, 'introduction');
    // A theme's own number stands beside it.
    for (const { place } of table.themes) {
      claim(place.row, place.column, 'theme');
      if (!read.has(place.row)) claimRow(place.row, table.area, 'theme');
    }
    for (const one of leftOut) {
      if (one.kind !== 'left out') claimRow(one.row, table.area, one.kind);
      rows.set(one.row, [...(rows.get(one.row) ?? []), one]);
    }
  }
  return { kinds, rows, readRows };
}

interface Unclaimed {
  readonly view: SheetView;
  readonly done: readonly TableDone[];
  readonly claims: Claims;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

const out = (reason: string, table: TableRead | null = null, more: Partial<Reason> = {}): Reason => {
  return { reason, raises: null, tableId: table?.id ?? null, ...more };
};

const NOT_READ = { raises: 'part-not-read' } as const;

/** What a cell is that no reader used. */
function whyLeftOut(at: Unclaimed): Standing {
  const { view, done, row, column, cell } = at;
  if (isBlank(cell)) return out('Nothing to see: white space, or a formula that shows nothing');
  const table = done.find(({ table: { area } }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  if (table?.byUser === true) return out('In a table that you left out', table.table);
  const merge = view.mergeAt(row, column);
  if (merge !== null && (merge.top !== row || merge.left !== column)) {
    const seen = shownText(ownCell(view, { row: merge.top, column: merge.left }));
    if (seen === shownText(cell)) return 'continuation';
    return out('Hidden under a merged cell', table?.table, table === undefined ? {} : NOT_READ);
  }
  const rowLeft = rowLeftOut(at);
  if (rowLeft !== null) return rowLeft;
  if (table !== undefined) return inTable(at, table.table);
  return besideTables(at);
}

/** The reason that a table's reader gave for the whole row. */
function rowLeftOut({ done, claims, row, column }: Unclaimed): Reason | null {
  const found = claims.rows.get(row)?.find(({ kind, tableId }) => {
    const area = done.find(({ table }) => table.id === tableId)?.table.area;
    return kind === 'left out' && area !== undefined && column >= area.left && column <= area.right;
  });
  if (found === undefined) return null;
  const { reason, raises, tableId, missing } = found;
  return { reason, raises, tableId, ...(missing === undefined ? {} : { missing }) };
}

const FINANCE_WORDS: ReadonlySet<string> = new Set(Object.values(FINANCE_HEADINGS).map((heading) => heading.toLowerCase()));

/** A cell of a table that its row has no use for. */
function inTable({ view, claims, row, column }: Unclaimed, table: TableRead): Reason {
  if (table.labels !== undefined) return out('Under no label that is understood', table, NOT_READ);
  // Drop-downs and fill-down put a number, a theme or a cost into rows that nobody has written yet.
  if (claims.readRows.get(table.id)?.has(row) !== true) return out('Filled in beforehand, in a row without a commitment', table);
  const over = [table.headerRows.top, table.headerRows.bottom].flatMap((at) => view.mergeAt(at, column)?.left ?? []);
  const heading = table.headings.find((one) => one.column === column || over.includes(one.column));
  if (heading === undefined || heading.text === '') return out('No heading above it', table, { ...NOT_READ, heading: '' });
  if (FINANCE_WORDS.has(heading.text.trim().toLowerCase())) return out('Finance’s check of the costs, which is finance’s own', table);
  const why = heading.key === null ? `The heading “${heading.text}” is not understood` : `A second cell under “${heading.text}”`;
  return out(why, table, { ...NOT_READ, heading: heading.text });
}

/** A cell outside every table: a title where it stands above one, else what it is beside or below. */
function besideTables({ view, done, row, column, cell }: Unclaimed): Standing {
  const beside = done.find(({ table: { area, headerRows }, byUser }) => !byUser && row >= headerRows.top && row <= area.bottom);
  if (beside !== undefined) {
    const { table } = beside;
    // A column of numbers beside a table numbers its rows; words there were meant for the reader.
    const touches = row > table.headerRows.bottom && (column === table.area.right + 1 || column === table.area.left - 1);
    const says = touches && /\p{L}{2}/u.test(shownText(cell));
    const side = column < table.area.left ? ({ side: 'left' } as const) : ({ side: 'right' } as const);
    return out('Beside the table, under none of its headings', table, says ? { ...side, ...NOT_READ, heading: '' } : side);
  }
  const next = done.find(({ table, byUser }) => !byUser && table.headerRows.top > row);
  if (next !== undefined) {
    const between = view.indexFrom(next.table.headerRows.top) - view.indexFrom(row);
    if (between <= LINES_ABOVE) return isParagraph(shownText(cell)) ? 'introduction' : 'title';
    return out('Above the table');
  }
  return out('Below the table');
}

interface OpenPart {
  readonly why: Reason;
  area: Area;
  cells: number;
  words: string;
  at: PartLeftOut['at'];
  lastRow: number;
}

const wordsOf = (cell: Cell): string => shownText(cell).replace(/\s+/g, ' ');

/** Cells left out, joined where they stand in one row or in rows that follow one another and have one reason. */
class PartCollector {
  private readonly all: OpenPart[] = [];
  private readonly open = new Map<string, OpenPart>();
  /** The last row before this one that has content. */
  private before = -1;

  add(row: number, column: number, cell: Cell, why: Reason): void {
    const { reason, tableId, heading, raises, missing, side } = why;
    const key = [
      reason,
      tableId ?? '',
      raises ?? '',
      side ?? '',
      heading === undefined ? '' : column,
      missing === undefined ? '' : row,
    ].join('\n');
    // A dash or "n/a" may stand in the very cell of what is missing.
    const isInPlace = missing === undefined || (missing.row === row && missing.column === column);
    const known = this.open.get(key);
    if (known !== undefined && missing !== undefined && isInPlace) known.at = { ...missing, text: shownText(cell) };
    if (known !== undefined && (heading !== undefined || known.lastRow >= this.before)) {
      const { top, left, right } = known.area;
      known.area = { top, left: Math.min(left, column), bottom: row, right: Math.max(right, column) };
      known.cells += 1;
      known.lastRow = row;
      // A sheet that is not read at all is one part of very many cells, of which the first words tell.
      if (known.words.length > LONGEST_WORDS) return;
      const text = wordsOf(cell);
      if (text !== '') known.words = known.words === '' ? text : `${known.words} · ${text}`;
      return;
    }
    const place = missing ?? { row, column };
    const at = { ...place, text: isInPlace ? shownText(cell) : '' };
    const part = { why, area: { top: row, left: column, bottom: row, right: column }, cells: 1, words: wordsOf(cell), at, lastRow: row };
    this.open.set(key, part);
    this.all.push(part);
  }

  endRow(row: number): void {
    this.before = row;
  }

  parts(): PartLeftOut[] {
    return this.all.map(({ why: { reason, raises, tableId, heading }, area, cells, words, at }) => ({
      reason,
      address: areaA1(area),
      cells,
      words: words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS).trimEnd()}…` : words,
      raises,
      tableId,
      at,
      heading: heading === undefined || heading === '' ? null : heading,
    }));
  }
}
