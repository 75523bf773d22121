import { a1, areaHolds, type Cell, cellAt, type Place, type SheetGrid } from '../grid';
import {
  type CellContent,
  contentHash,
  type Edit,
  hashOf,
  isBlank,
  leftHash,
  linkOfFirstVersion,
  plainWords,
  shownWords,
  wordsOfCell,
  type WrittenSheet,
} from '../workbook';

/** A text that nobody finds again once a run is taken back. */
export interface TypedSince {
  /** A1 address. */
  readonly cell: string;
  readonly words: string;
}

/**
 * What was typed on a sheet since a run, in cells that taking the run back clears, puts back or removes: words that the run did not write there
 * and that are not among those put back. Rule: docs/rules.md#restore.
 *
 * @param edits those that take the run back on this sheet.
 * @param written what the run wrote on it; without that nothing can be told.
 */
export function typedSince(sheet: SheetGrid, edits: readonly Edit[], written: WrittenSheet | null): TypedSince[] {
  const left = cellsLeft(edits);
  if (left.length > 0) {
    const putBack = new Set(edits.flatMap(wordsPutBack).map(plainWords));
    return left.flatMap((one) => {
      const cell = cellAt(sheet, one);
      if (isBlank(cell) || isHeading(sheet, one.row, one.column)) return [];
      // Words beside a table that a run wrote there are figures and titles that it remembers, or went there with their row and go back.
      const isPlans =
        written === null || isInTable(sheet, one) || written.blocks[a1(one)] !== undefined || putBack.has(plainWords(wordsOfCell(cell)));
      return isPlans && isAsLeft(sheet, one) ? [] : [{ cell: a1(one), words: shownWords(cell) }];
    });
  }
  if (written === null) return [];
  const known = new Set(Object.values(written.blocks).map(plainWords));
  // Words of tables whose rows stay, and hashes of those that are written anew.
  for (const row of Object.values(written.rows)) for (const words of Object.values(row)) known.add(plainWords(words));
  for (const words of edits.flatMap(wordsPutBack)) known.add(plainWords(words));
  const isKnown = (words: string): boolean => known.has(plainWords(words)) || known.has(hashOf(words));
  const isTyped = (cell: Cell): boolean => !isBlank(cell) && !isKnown(linkOfFirstVersion(cell) ?? wordsOfCell(cell));
  return cellsTouched(sheet, edits).flatMap(([row, column]) => {
    const cell = cellAt(sheet, { row, column });
    return isTyped(cell) ? [{ cell: a1({ row, column }), words: shownWords(cell) }] : [];
  });
}

/** A cell that taking back a run writes. Zero-based. */
interface CellLeft {
  readonly row: number;
  readonly column: number;
  /** Hashes of what a step of the run left in it, or had found there: one of these stands in it also where the run broke off. */
  readonly hashes: ReadonlySet<string>;
}

/** The cells of edits that say what was left in them, each once, by row and column. */
export function cellsLeft(edits: readonly Edit[]): CellLeft[] {
  const cells = new Map<string, { readonly row: number; readonly column: number; readonly hashes: Set<string> }>();
  for (const edit of edits) {
    if (edit.type !== 'write cells' || edit.left === undefined) continue;
    for (const [down, contents] of edit.cells.entries()) {
      for (const [across, content] of contents.entries()) {
        const left = edit.left[down]?.[across] ?? null;
        if (content === null || left === null) continue;
        const [row, column] = [edit.area.top + down, edit.area.left + across];
        const key = `${String(row)} ${String(column)}`;
        const cell = cells.get(key) ?? { row, column, hashes: new Set<string>() };
        cell.hashes.add(left).add(contentHash(content));
        cells.set(key, cell);
      }
    }
  }
  return [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Whether a cell holds what the run left in it, or what it gets. */
export function isAsLeft(sheet: SheetGrid, { row, column, hashes }: CellLeft): boolean {
  return hashes.has(leftHash(cellAt(sheet, { row, column })));
}

function isInTable({ tables }: SheetGrid, place: Place): boolean {
  return tables.some(({ area }) => areaHolds(area, place));
}

/** Headings are the plan's own. */
function isHeading({ tables }: SheetGrid, row: number, column: number): boolean {
  return tables.some(({ area }) => row === area.top && column >= area.left && column <= area.right);
}

function wordsPutBack(edit: Edit): string[] {
  if (edit.type !== 'write cells') return [];
  const words = (content: CellContent | null): string => (content?.kind === 'restore' ? String(content.value ?? '') : '');
  return edit.cells.flatMap((row) => row.map(words)).filter((one) => one !== '');
}

/** Zero-based rows and columns of the cells that the edits change, each once, but for headings. */
function cellsTouched(sheet: SheetGrid, edits: readonly Edit[]): (readonly [row: number, column: number])[] {
  const touched = new Map<string, readonly [number, number]>();
  const touch = (row: number, column: number): void => {
    if (!isHeading(sheet, row, column)) touched.set(`${String(row)} ${String(column)}`, [row, column]);
  };
  for (const edit of edits) {
    if (edit.type === 'remove sheet') for (const [row, cells] of sheet.rows) for (const column of cells.keys()) touch(row, column);
    if (edit.type !== 'write cells') continue;
    edit.cells.forEach((row, down) => {
      row.forEach((content, across) => {
        if (content !== null) touch(edit.area.top + down, edit.area.left + across);
      });
    });
  }
  return [...touched.values()].sort(([a, b], [c, d]) => a - c || b - d);
}
