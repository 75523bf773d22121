import { type Area, EMPTY_CELL, textCell } from '../grid';
import { composedCell } from './composed-cell';
import type { Header } from './find-headers';
import type { FurtherRole } from './further-column';
import { isExample, isPlaceholder, numberingShape } from './row-words';
import { cellsBehind, joinedCell } from './joined-cells';
import { isBlank, ownCell, type SheetView, shownText, sourced } from './sheet-view';
import type { HeadingKey } from './heading-keys';
import { CORE_KEYS } from './table-kinds';
import type { SourcedCell } from './table-read';

/** A heading of a table with the columns it covers, inclusive. */
export interface Column {
  readonly key: HeadingKey;
  readonly column: number;
  readonly right: number;
  /** Whether there is no column for the field itself, only those of its values. */
  readonly isOfValues?: boolean;
  /** Columns whose words go into the same field, from left to right. */
  readonly further?: readonly FurtherPlace[];
}

export interface FurtherPlace {
  readonly column: number;
  readonly right: number;
  readonly role: FurtherRole;
  readonly words: string;
}

/** A row that holds something of its own within a table's columns. */
export interface TableRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<HeadingKey, SourcedCell>>>;
  /** What the cells show, for those that show something. */
  readonly texts: Readonly<Partial<Record<HeadingKey, string>>>;
  /** Filled cells of this row itself, left to right; one merged down from a row above is not among them. */
  readonly own: readonly SourcedCell[];
  /** The own cell that a merge spreads over several of the table's columns. */
  readonly spread: SourcedCell | null;
  /** Whether rows without anything stand between this one and the row before, or the header. */
  readonly afterGap: boolean;
  /** Whether it is an action whatever stands around it, and says nothing of the rows below: nearly every row of a long table. */
  readonly isPlainAction: boolean;
}

/** A row as the table's columns divide it, with where its commitment's merge ends. */
export interface RememberedRow {
  readonly divided: TableRow;
  readonly reaches: number;
}

export interface TableFrame {
  readonly view: SheetView;
  readonly header: Header;
  readonly columns: readonly Column[];
  /** Last row that can be the table's, inclusive. */
  readonly last: number;
  /** The totals row of an Excel table, or null. */
  readonly totalsRow: number | null;
  /** What the codes of the timescale column mean, by the codes in small letters. */
  readonly timescaleKey: ReadonlyMap<string, string>;
  /** The table's rows as divided before, for those that have not changed since; filled as the rows are read. */
  readonly known: Map<number, RememberedRow | null>;
}

export function textOf(cell: SourcedCell | undefined): string {
  return cell === undefined ? '' : shownText(cell.cell);
}

export function filled(row: Pick<TableRow, 'texts'>, key: HeadingKey): boolean {
  return row.texts[key] !== undefined;
}

/** Whether a field's value comes from a merge begun in a row above, and from nothing in the row itself. */
export function isMergedDown(row: Pick<TableRow, 'row' | 'cells'>, key: HeadingKey): boolean {
  const cell = row.cells[key];
  return cell !== undefined && cellsBehind(cell).every(({ place }) => place.row < row.row);
}

/** What of a field stands in the row itself; of one that stands in several columns, those parts that are not merged down. */
export function ownPart(row: Pick<TableRow, 'row' | 'cells'>, key: HeadingKey): SourcedCell | undefined {
  const cell = row.cells[key];
  const own = cell === undefined ? [] : cellsBehind(cell).filter(({ place }) => place.row === row.row);
  return own.length === cell?.parts?.length || cell?.parts === undefined ? cell : joinedCell(own, own.map(textOf).join('; '));
}

/**
 * The cell of one field: its own, or, where merged, the merge's first cell, wherever the merge began below the header.
 * A merge begun in another heading's column belongs to that heading.
 * Rule: docs/rules.md#merged-cells.
 */
function fieldCell(frame: TableFrame, row: number, column: Column): SourcedCell {
  const own = column.isOfValues === true ? sourced(frame.view, row, column.column) : cellUnder(frame, row, column);
  if (column.further === undefined) return withMeaning(frame, column.key, own);
  const further = column.further.flatMap(({ role, words, ...place }) => {
    const cell = cellUnder(frame, row, { key: column.key, ...place });
    return isBlank(cell.cell) ? [] : [{ cell, role, words }];
  });
  const main = column.isOfValues === true || isBlank(own.cell) ? null : own;
  const nothing = column.isOfValues === true ? { cell: EMPTY_CELL, place: own.place } : own;
  return further.length > 0 ? (composedCell(column.key, main, further) ?? nothing) : nothing;
}

/** "S" as "S: by March 2027", where a key on the sheet says so. Such a cell is not written to, since its words stand in two. */
function withMeaning({ timescaleKey }: TableFrame, key: HeadingKey, cell: SourcedCell): SourcedCell {
  const meaning = key === 'timescale' && timescaleKey.size > 0 ? timescaleKey.get(textOf(cell).toLowerCase()) : undefined;
  return meaning === undefined ? cell : { cell: textCell(`${textOf(cell)}: ${meaning}`), place: cell.place, parts: [cell] };
}

function cellUnder(frame: TableFrame, row: number, column: Pick<Column, 'key' | 'column' | 'right'>): SourcedCell {
  const { view, header } = frame;
  let empty: SourcedCell | null = null;
  for (let at = column.column; at <= column.right; at += 1) {
    const merge = view.mergeAt(row, at);
    const inColumn = merge === null || (merge.left >= column.column && merge.left <= column.right && merge.top > header.bottom);
    const cell = merge !== null && inColumn ? sourced(view, merge.top, merge.left) : sourced(view, row, at);
    if (inColumn && !isBlank(cell.cell)) return cell;
    // Only where this row's own cell may be written to is it the address of what is missing.
    empty ??= merge !== null && !inColumn ? { cell: ownCell(view, { row, column: at }), place: { row, column: at } } : cell;
  }
  return empty ?? sourced(view, row, column.column);
}

function ownCells(frame: TableFrame, row: number): { own: SourcedCell[]; spread: SourcedCell | null } {
  const { view, header } = frame;
  const own: SourcedCell[] = [];
  let spread: SourcedCell | null = null;
  for (const column of view.columnsIn(row)) {
    if (column > header.right) break;
    const merge = view.mergeAt(row, column);
    // A merge begun left of the table counts where it reaches in: a theme typed from column A.
    if (column < header.left && (merge === null || merge.right < header.left)) continue;
    if (merge !== null && (merge.top !== row || merge.left !== column)) continue;
    const cell = sourced(view, row, column);
    own.push(cell);
    if (merge !== null && coversSeveral(frame, merge)) spread = cell;
  }
  return { own, spread };
}

function coversSeveral(frame: TableFrame, merge: Area): boolean {
  return frame.columns.filter((column) => column.column <= merge.right && merge.left <= column.right).length > 1;
}

/** How many of lead, timescale, measure and outcome a row gives itself, beside the text that makes it a row of its kind. */
export function coreFilled(row: Pick<TableRow, 'row' | 'cells' | 'texts'>, main: HeadingKey): number {
  return CORE_KEYS.filter((key) => key !== main && filled(row, key) && !isMergedDown(row, key)).length;
}

/** A commitment of its own with at least three of lead, timescale, measure and outcome, under no theme or directorate of its own. */
function isPlainAction(row: Pick<TableRow, 'row' | 'cells' | 'texts'>): boolean {
  const { commitment, theme, directorate } = row.texts;
  if (commitment === undefined || theme !== undefined || directorate !== undefined) return false;
  return coreFilled(row, 'commitment') >= 3 && !isMergedDown(row, 'commitment') && !isExample(commitment) && !isPlaceholder(commitment);
}

/** A row by the table's columns, or null when it holds nothing of its own in them. */
function divided(frame: TableFrame, row: number, afterGap: boolean): RememberedRow | null {
  const { own, spread } = ownCells(frame, row);
  if (own.length === 0) return null;
  const cells: Partial<Record<HeadingKey, SourcedCell>> = {};
  const texts: Partial<Record<HeadingKey, string>> = {};
  for (const column of frame.columns) {
    const cell = fieldCell(frame, row, column);
    const text = textOf(cell);
    cells[column.key] = cell;
    if (text !== '') texts[column.key] = text;
  }
  const commitment = cells.commitment?.place;
  const merge = commitment ? frame.view.mergeAt(commitment.row, commitment.column) : null;
  const plain = isPlainAction({ row, cells, texts });
  return { divided: { row, cells, texts, own, spread, afterGap, isPlainAction: plain }, reaches: Math.max(row, merge?.bottom ?? row) };
}

/** The row as remembered, standing where it now stands. */
function placedRow(frame: TableFrame, row: number, afterGap: boolean): RememberedRow | null {
  const { known } = frame;
  const before = known.get(row);
  if (before === null || before?.divided.afterGap === afterGap) return before;
  const found = before === undefined ? divided(frame, row, afterGap) : { ...before, divided: { ...before.divided, afterGap } };
  known.set(row, found);
  return found;
}

/** The rows of a table that hold something, from the first below the header to the frame's last. Sparse: rows that are not there cost nothing. */
export function rowsOf(frame: TableFrame): TableRow[] {
  const { view, header } = frame;
  const rows: TableRow[] = [];
  let before = header.bottom;
  for (let index = view.indexFrom(header.bottom + 1); index < view.rowNumbers.length; index += 1) {
    const row = view.rowNumbers[index] ?? Number.POSITIVE_INFINITY;
    if (row > frame.last) break;
    const found = placedRow(frame, row, row > before + 1);
    if (found === null) continue;
    rows.push(found.divided);
    before = found.reaches;
  }
  return rows;
}

/** Whether a Directorate column is filled once a group: blanks under a name, and no name twice in a row. */
export function isGrouped(rows: readonly TableRow[]): boolean {
  const names = rows.map((row) => row.texts.directorate ?? '');
  const written = names.filter((name) => name !== '');
  return written.length < names.length && names[0] !== '' && written.every((name, index) => index === 0 || name !== written[index - 1]);
}

/** Numbering that rows with a lead, timescale, measure or outcome have. */
export function refShapesOf(rows: readonly TableRow[]): Set<string> {
  const worked = (row: TableRow): boolean => CORE_KEYS.some((key) => filled(row, key) && !isMergedDown(row, key));
  return new Set(rows.filter((row) => worked(row) && filled(row, 'ref')).map((row) => numberingShape(row.texts.ref ?? '')));
}
