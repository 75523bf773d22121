import type { Area } from '../grid';
import { type AssignedCell, assignHeadings } from './assign-headings';
import type { Header } from './find-headers';
import { type HeaderCell, headerCellsOf, runsOf } from './header-cells';
import type { HeadingMatcher } from './heading-matcher';
import { isBlank, ownCell, type SheetView, shownText } from './sheet-view';
import { rulesOf } from './table-kinds';
import type { TableCorrection } from './table-read';

/** Several corrections of one table count as one; the later says more (docs/rules.md#corrections). */
export function correctionFor(corrections: readonly TableCorrection[], tableId: string): TableCorrection | null {
  const own = corrections.filter((correction) => correction.tableId === tableId);
  if (own.length === 0) return null;
  return own.reduce((sum, next) => ({ ...sum, ...next, headings: { ...sum.headings, ...next.headings } }));
}

/**
 * Corrections with one more. Of one table the later word counts; a heading given to one column is taken from the column that was
 * given it before, which is then read as it was found.
 */
export function withCorrection(corrections: readonly TableCorrection[], added: TableCorrection): TableCorrection[] {
  const before = correctionFor(corrections, added.tableId);
  const given = new Set(Object.values(added.headings ?? {}).filter((key) => key !== null));
  const kept = Object.entries(before?.headings ?? {}).filter(([, key]) => key === null || !given.has(key));
  const merged = { ...before, ...added, headings: { ...Object.fromEntries(kept), ...added.headings } };
  return [...corrections.filter(({ tableId }) => tableId !== added.tableId), ...(saysAnything(merged) ? [merged] : [])];
}

function saysAnything({ leaveOut, directorate, headings, missed }: TableCorrection): boolean {
  return leaveOut === true || directorate !== undefined || missed !== undefined || Object.keys(headings ?? {}).length > 0;
}

/** The header with the headings the user set; a heading set elsewhere is taken from the column that had it. */
export function correctedHeader(header: Header, correction: TableCorrection | null): Header {
  const wanted = new Map(Object.entries(correction?.headings ?? {}).map(([column, key]) => [Number(column), key] as const));
  if (wanted.size === 0) return header;
  const given = new Set([...wanted.values()].filter((key) => key !== null));
  const known = header.cells.map((cell): AssignedCell => {
    const key = wanted.get(cell.column);
    if (key !== undefined) return { ...cell, key, strength: key === null ? 0 : 1, byCells: false, setByUser: true };
    return cell.key !== null && given.has(cell.key) ? { ...cell, key: null, strength: 0 } : cell;
  });
  // A column without a word above it can still be given a heading.
  const added = [...wanted].flatMap(([column, key]): AssignedCell[] => {
    if (key === null || known.some((cell) => cell.column === column) || !Number.isInteger(column) || column < 0) return [];
    return [{ column, right: column, top: header.bottom, bottom: header.bottom, texts: [], key, strength: 1, setByUser: true }];
  });
  const cells = [...known, ...added].sort((a, b) => a.column - b.column);
  const columns = added.map((cell) => cell.column);
  return { ...header, cells, left: Math.min(header.left, ...columns), right: Math.max(header.right, ...columns) };
}

export interface Missed {
  readonly header: Header;
  /** Headers found in these rows are part of what the user selected, and no tables of their own. */
  readonly selected: { readonly top: number; readonly bottom: number };
  /** The area whose rows are read; its bottom is infinite when the user selected the heading row alone. */
  readonly area: Area;
  readonly correction: TableCorrection;
}

/** How many rows of a selection are looked at for its headings. */
const HEADER_SEARCH = 6;

/** The longest column by its text, for a table whose commitment heading says nothing known. */
function longestColumn(view: SheetView, cells: readonly AssignedCell[], bottom: number): AssignedCell | null {
  const from = view.indexFrom(bottom + 1);
  const rows = view.rowNumbers.slice(from, from + 20);
  const lengths = cells
    .filter((cell) => cell.key === null)
    .map((cell) => {
      const found = rows.map((row) => ownCell(view, { row, column: cell.column })).filter((own) => own.kind === 'text' && !isBlank(own));
      return { cell, length: found.reduce((sum, own) => sum + shownText(own).length, 0) };
    });
  return lengths.sort((a, b) => b.length - a.length)[0]?.cell ?? null;
}

/**
 * The header of a table that was missed and that the user selected: the row of the selection with the most words that mean a heading,
 * else its first filled row. The kind is the user's; a text column whose heading means nothing is taken to be the longest.
 */
export function missedHeader(view: SheetView, correction: TableCorrection, matcher: HeadingMatcher): Missed[] {
  const { missed } = correction;
  if (!missed) return [];
  const { area, kind } = missed;
  const from = view.indexFrom(area.top);
  const rows = view.rowNumbers.slice(from, from + HEADER_SEARCH).filter((row) => row <= area.bottom);
  const candidates = rows.map((row) => {
    const cells = cellsWithin(headerCellsOf(view, row), area);
    const assigned = assignHeadings(cells, matcher);
    return { row, cells: assigned, known: assigned.filter((cell) => cell.key !== null).length };
  });
  const best = candidates.reduce<(typeof candidates)[number] | null>(
    (most, next) => (next.cells.length > 0 && next.known > (most?.known ?? -1) ? next : most),
    null,
  );
  if (best === null) return [];
  const bottom = Math.max(best.row, ...best.cells.map((cell) => cell.bottom));
  const { rowHeading: main, rowHeadingElse } = rulesOf(kind);
  const hasMain = best.cells.some(({ key }) => key !== null && (key === main || key === rowHeadingElse));
  const longest = hasMain ? null : longestColumn(view, best.cells, bottom);
  const cells = best.cells.map((cell) => (cell === longest ? { ...cell, key: main, strength: 0.5 } : cell));
  const header = {
    kind,
    top: best.row,
    bottom,
    left: cells[0]?.column ?? area.left,
    right: Math.max(...cells.map((cell) => cell.right)),
    cells,
  };
  const selected = { top: area.top, bottom: Math.max(area.bottom, bottom) };
  return [{ header, selected, correction, area: area.bottom > bottom ? area : { ...area, bottom: Number.POSITIVE_INFINITY } }];
}

/** The cells of a selection; for one cell alone, those that stand beside it without a gap. */
function cellsWithin(cells: readonly HeaderCell[], area: Area): HeaderCell[] {
  const inside = cells.filter((cell) => cell.right >= area.left && cell.column <= area.right);
  if (area.left !== area.right) return inside;
  return runsOf(cells).find((run) => run.some((cell) => cell.column === inside[0]?.column)) ?? inside;
}
