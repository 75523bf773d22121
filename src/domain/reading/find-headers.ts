import type { GridTable } from '../grid';
import { type AssignedCell, assignHeadings, kindOfHeadings } from './assign-headings';
import { type HeaderCell, headerCellsOf, runsOf, stack } from './header-cells';
import { isOfItself, roleOf } from './column-role';
import { withCommitmentByCells, withCommitmentInWords } from './commitment-by-cells';
import { FIRM, type HeadingMatcher } from './heading-matcher';
import { type SheetView, shownText, ownCell } from './sheet-view';
import { ROW_HEADINGS, rulesOf, type TableKind } from './table-kinds';

/** The header of one table; rows and columns zero-based, inclusive. */
export interface Header {
  readonly kind: TableKind;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly cells: readonly AssignedCell[];
}

interface Finder {
  readonly view: SheetView;
  readonly matcher: HeadingMatcher;
  readonly found: Header[];
  /** Of `found`, those whose rows may still reach the row being looked at. */
  open: Header[];
  /** Whether a row has a heading, for the rows known from the reading before; filled as rows are looked at. */
  readonly known: Map<number, boolean>;
}

/** An empty column or two may stand inside a table; more is a gap between two. */
const WIDEST_GAP = 3;
/** How many rows above a header a title that says the kind of table may stand (docs/rules.md#measures-tables). */
const TITLE_REACH = 4;

const edgeLeft = (cells: readonly HeaderCell[]): number => cells[0]?.column ?? 0;
const edgeRight = (cells: readonly HeaderCell[]): number => Math.max(...cells.map((cell) => cell.right));

/** Whether the sheet's name, or a line above in the same columns, is a title of this kind of table. */
function hasTitle(view: SheetView, row: number, cells: readonly HeaderCell[], kind: TableKind): boolean {
  const { title } = rulesOf(kind);
  if (title === null) return false;
  if (title.sheetName.test(view.grid.name)) return true;
  for (let above = row - 1; above >= row - TITLE_REACH; above -= 1) {
    // A title stands by itself; several cells are a row of another table or of a form.
    const [column, ...others] = view.columnsIn(above).filter((at) => at >= edgeLeft(cells) && at <= edgeRight(cells));
    if (column === undefined || others.length > 0) continue;
    if (title.line.test(shownText(ownCell(view, { row: above, column })))) return true;
  }
  return false;
}

/** The header above of which these cells repeat every word in the same columns: the next page of its table, however few rows that has. */
function pageBefore(finder: Finder, cells: readonly HeaderCell[]): Header | null {
  const isSame = (cell: HeaderCell, known: HeaderCell | undefined): boolean =>
    cell.column === known?.column && cell.right === known.right && cell.texts.join('\n') === known.texts.join('\n');
  return (
    finder.found.find((header) => header.cells.length === cells.length && cells.every((cell, at) => isSame(cell, header.cells[at]))) ?? null
  );
}

/** @param byCells whether the commitment may be found by what stands under it, where no heading means it. */
function headerFrom(finder: Finder, row: number, cells: readonly HeaderCell[], byCells = true): Header | null {
  if (cells.length < 2) return null;
  const page = pageBefore(finder, cells);
  if (page !== null)
    return { ...page, top: row, bottom: row, cells: cells.map((cell, index) => ({ ...page.cells[index], ...cell })) as AssignedCell[] };
  const found = assignHeadings(cells, finder.matcher);
  const byWords = byCells ? withCommitmentInWords(finder.view, found, row, finder.matcher) : found;
  const kindOf = (some: readonly AssignedCell[]): TableKind | null => kindOfHeadings(some, (one) => hasTitle(finder.view, row, cells, one));
  const kindByWords = kindOf(byWords);
  const assigned = kindByWords === null && byCells ? withCommitmentByCells(finder.view, byWords, row, finder.matcher) : byWords;
  const kind = kindByWords ?? (assigned === null ? null : kindOf(assigned));
  if (kind === null || assigned === null) return null;
  return trimmed(finder, {
    kind,
    top: row,
    bottom: row,
    left: edgeLeft(cells),
    right: edgeRight(cells),
    cells: assigned,
  });
}

/**
 * A header may stand right beside the rows of another table (two tables touching, one begun lower): cells at either end
 * that mean nothing and lie under another table's header are that table's.
 */
function trimmed(finder: Finder, header: Header): Header {
  const foreign = (cell: AssignedCell | undefined): boolean =>
    cell?.key === null && finder.found.some((other) => other.left <= cell.column && cell.column <= other.right && !spans(other, header));
  const cells = [...header.cells];
  while (foreign(cells[0])) cells.shift();
  while (foreign(cells.at(-1))) cells.pop();
  return { ...header, cells, left: edgeLeft(cells), right: edgeRight(cells) };
}

/** Whether a header found above has the column of this one's rows in its own columns: then they are one below the other. */
function spans(other: Header, header: Header): boolean {
  const anchor = header.cells.find((cell) => cell.key !== null && ROW_HEADINGS.has(cell.key));
  return anchor !== undefined && other.left <= anchor.column && anchor.column <= other.right;
}

/** Where a second table begins in a run of cells without a gap: at the first heading that repeats, if both halves are tables. */
function splitAtRepeat(finder: Finder, row: number, run: readonly HeaderCell[]): [HeaderCell[], HeaderCell[]] | null {
  const first = (cell: HeaderCell): string => finder.matcher.match(cell.texts.at(-1) ?? '')[0]?.key ?? '';
  const seen = new Set<string>();
  for (const [index, cell] of run.entries()) {
    const key = first(cell);
    if (seen.has(key)) {
      const before = run.at(index - 1);
      // "Ref", "Theme" or "Directorate" before a second commitment belongs to the second table.
      const cuts = before && ['ref', 'theme', 'directorate'].includes(first(before)) ? [index - 1, index] : [index];
      for (const cut of cuts) {
        const halves: [HeaderCell[], HeaderCell[]] = [run.slice(0, cut), run.slice(cut)];
        if (headerFrom(finder, row, halves[0], false) && headerFrom(finder, row, halves[1], false)) return halves;
      }
    }
    if (key !== '') seen.add(key);
  }
  return null;
}

function splitRun(finder: Finder, row: number, run: HeaderCell[]): HeaderCell[][] {
  const halves = splitAtRepeat(finder, row, run);
  return halves ? [halves[0], ...splitRun(finder, row, halves[1])] : [run];
}

const gapBetween = (left: readonly HeaderCell[], right: readonly HeaderCell[]): number => edgeLeft(right) - edgeRight(left) - 1;

/** Whether a run beside a table is a part of it: every cell of it a heading that the table has not already, or one that adds to a field. */
function belongsTo(finder: Finder, table: readonly HeaderCell[], run: readonly HeaderCell[]): boolean {
  const keysOf = (cells: readonly AssignedCell[]): string => cells.map(({ key }) => key).join();
  const own = table.filter(isOfItself);
  const together = assignHeadings([...own, ...run.filter(isOfItself)], finder.matcher);
  const added = together.slice(own.length);
  const isSame = keysOf(together.slice(0, own.length)) === keysOf(assignHeadings(own, finder.matcher));
  return isSame && added.every((cell) => (cell.key !== null && cell.strength >= FIRM) || cell.lost !== undefined);
}

/** Joins runs that empty columns part but that only together make one table. */
function headersAmong(finder: Finder, row: number, runs: readonly HeaderCell[][]): Header[] {
  const headers: Header[] = [];
  const alone = runs.map((run) => headerFrom(finder, row, run));
  let index = 0;
  while (index < runs.length) {
    let cells = runs[index] ?? [];
    let header = alone[index] ?? null;
    let next = index + 1;
    for (; next < runs.length; next += 1) {
      const run = runs[next] ?? [];
      if (gapBetween(cells, run) > WIDEST_GAP) break;
      if (header ? alone[next] !== null || !belongsTo(finder, cells, run) : alone[next] !== null && !belongsTo(finder, run, cells)) break;
      cells = [...cells, ...run];
      header = headerFrom(finder, row, cells);
    }
    if (header) headers.push(header);
    index = header ? next : index + 1;
  }
  return headers;
}

const freeOf = (headers: readonly Header[], cells: readonly HeaderCell[]): HeaderCell[] =>
  cells.filter((cell) => !headers.some((header) => cell.column >= header.left && cell.column <= header.right));

/** No header is without a heading that is known as a whole, so most rows of a book are passed over at once. */
const isPromising = (finder: Finder, cells: readonly HeaderCell[]): boolean =>
  cells.some((cell) => cell.texts.some((text) => finder.matcher.isHeading(text)));

function hasHeading(finder: Finder, row: number): boolean {
  let has = finder.known.get(row);
  if (has === undefined) finder.known.set(row, (has = isPromising(finder, headerCellsOf(finder.view, row))));
  return has;
}

/** Headers whose lowest row is this one, read as a single row. */
function headersIn(finder: Finder, row: number, cells: readonly HeaderCell[]): Header[] {
  return headersAmong(
    finder,
    row,
    runsOf(cells).flatMap((run) => splitRun(finder, row, run)),
  );
}

const isShort = (cell: HeaderCell): boolean =>
  cell.texts.length > 0 && cell.texts.every((text) => text.length <= 40 && text.split(/\s+/).length <= 6);

/** Group headings in the row above: at least one merged over some of the columns, or several short ones that no table above can own. */
function hasGroupsAbove(finder: Finder, header: Header, above: readonly HeaderCell[]): boolean {
  const inside = above.filter((cell) => cell.right >= header.left && cell.column <= header.right);
  if (inside.length === 0 || !inside.every(isShort)) return false;
  if (inside.some((cell) => cell.column <= header.left && cell.right >= header.right)) return false;
  const owned = finder.found.some((other) => other.left <= header.right && header.left <= other.right);
  const grouped = inside.some((cell) => cell.right > cell.column);
  return grouped ? !owned || inside.every((cell) => cell.right > cell.column || cell.bottom > cell.top) : inside.length >= 2 && !owned;
}

/**
 * Whether the row below parts some of the headings: "Who?" over "Lead partner" and "Other partners", with nothing under the headings that stand
 * for themselves. Each of its cells is short, and stands under a heading of several columns, merged or with nothing beside it.
 */
function hasPartsBelow({ view, matcher }: Finder, header: Header): boolean {
  const lower = headerCellsOf(view, header.bottom + 1);
  if (lower.length < 2 || !lower.every(isShort) || lower.some(({ top }) => top <= header.bottom)) return false;
  const upperAt = (column: number): AssignedCell | undefined => header.cells.find((cell) => cell.column <= column && column <= cell.right);
  const isPart = ({ column }: HeaderCell): boolean => {
    if (column < header.left) return false;
    const upper = upperAt(column);
    if (upper !== undefined && upper.right > upper.column) return true;
    const next = upper === undefined ? column - 1 : column + 1;
    const group = upper ?? upperAt(next);
    const isOpen = upper === undefined ? group !== undefined : upperAt(next) === undefined;
    return isOpen && lower.some((cell) => cell.column === next);
  };
  const says = lower.filter(
    (cell) =>
      roleOf(cell) !== null || /^(?:q|qtr|quarter|year|y)\s*\d/i.test(cell.texts[0] ?? '') || matcher.match(cell.texts[0] ?? '').length > 0,
  );
  return lower.every(isPart) && says.length * 2 >= lower.length && !lower.some(({ column }) => upperAt(column)?.key === 'commitment');
}

/** The header with the rows stacked on it: group headings above, and the rows below into which its merged cells reach. */
function withStackedRows(finder: Finder, header: Header): Header {
  const { view } = finder;
  const below = Math.max(...header.cells.map((cell) => (cell.bottom - cell.top < 4 ? cell.bottom : cell.top)), header.bottom);
  const within = (cells: readonly HeaderCell[]): HeaderCell[] =>
    cells.filter((cell) => cell.right >= header.left && cell.column <= header.right);
  let cells: HeaderCell[] = header.cells.map(({ column, right, top, bottom, texts }) => ({ column, right, top, bottom, texts }));
  let top = Math.min(header.top, ...cells.map((cell) => cell.top));
  const parted = below === header.bottom && hasPartsBelow(finder, header) ? below + 1 : below;
  for (let row = header.bottom + 1; row <= parted; row += 1) cells = stack(cells, within(headerCellsOf(view, row)));
  const above = within(headerCellsOf(view, header.top - 1));
  if (top < header.top || hasGroupsAbove(finder, header, above)) {
    cells = stack(above, cells);
    top = Math.min(top, header.top - 1);
  }
  if (parted === header.bottom && top === header.top) return header;
  const byWords = assignHeadings(cells, finder.matcher);
  const assigned = header.cells.some(({ byCells }) => byCells === true)
    ? (withCommitmentByCells(view, byWords, parted, finder.matcher) ?? byWords)
    : byWords;
  const kind = kindOfHeadings(assigned, (one) => one === header.kind);
  if (kind === null) return { ...header, top, bottom: parted };
  return { kind, top, bottom: parted, left: edgeLeft(cells), right: Math.max(edgeRight(cells), header.right), cells: assigned };
}

/** An Excel table says itself how far its columns go: what stands beside it is not its own. */
function boundedByTable(header: Header, tables: readonly GridTable[]): Header {
  const table = tables.find(
    ({ area, hasHeader }) =>
      hasHeader && area.top >= header.top && area.top <= header.bottom && area.left <= header.right && header.left <= area.right,
  );
  if (!table) return header;
  const cells = header.cells.filter((cell) => cell.column >= table.area.left && cell.column <= table.area.right);
  const kind = kindOfHeadings(cells, (one) => one === header.kind);
  return kind === null ? header : { ...header, kind, cells, left: edgeLeft(cells), right: edgeRight(cells) };
}

/** Every header of a sheet from top to bottom, side by side ones from left to right (docs/rules.md#header-rows). */
export function findHeaders(view: SheetView, matcher: HeadingMatcher, known = new Map<number, boolean>()): Header[] {
  const finder: Finder = { view, matcher, found: [], open: [], known };
  let above: { readonly row: number; readonly free: readonly HeaderCell[] } | null = null;
  let passedOver = -1;
  for (const row of view.rowNumbers) {
    if (finder.open.length > 0) finder.open = finder.open.filter((header) => row <= header.bottom);
    const isBelowHeading = above?.row === row - 1 && isPromising(finder, above.free);
    if (finder.open.length === 0 && !isBelowHeading && !hasHeading(finder, row)) {
      above = null;
      passedOver = row;
      continue;
    }
    if (passedOver === row - 1) above = { row: passedOver, free: headerCellsOf(view, passedOver) };
    const inHeader = (cell: HeaderCell): boolean => finder.open.some((header) => cell.column >= header.left && cell.column <= header.right);
    const cells = headerCellsOf(view, row).filter((cell) => !inHeader(cell));
    const single = isPromising(finder, cells) ? headersIn(finder, row, cells) : [];
    const here = single.map((header) => boundedByTable(withStackedRows(finder, header), view.grid.tables));
    let free = freeOf(here, cells);
    if (above?.row === row - 1 && (isPromising(finder, above.free) || isPromising(finder, free))) {
      const isWords = (cell: HeaderCell): boolean => isShort(cell) || isPromising(finder, [cell]);
      const runs = runsOf(stack(above.free, free)).filter((run) => run.every(isWords));
      const stacked = headersAmong(finder, row, runs).filter((header) => header.cells.some((cell) => cell.top < row));
      const two = stacked.map((header) =>
        boundedByTable({ ...header, top: Math.min(row, ...header.cells.map((cell) => cell.top)) }, view.grid.tables),
      );
      here.push(...two);
      free = freeOf(two, free);
    }
    finder.found.push(...here.sort((a, b) => a.left - b.left));
    finder.open.push(...here);
    above = { row, free };
  }
  return finder.found;
}
