import { type Area } from '../../domain/grid';
import { type HostCell } from './host-cells';
import { type HostSheet } from './host-sheet';

/** A cell that a typing changed, and what it held before and after. */
interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly before: HostCell;
  readonly after: HostCell;
}

interface TypingStep {
  readonly sheet: HostSheet;
  readonly cells: readonly TypedCell[];
}

/** One cell that an undo wrote; `before` is what was typed. */
interface UndoneCell {
  readonly sheetId: string;
  readonly area: Area;
  readonly before: HostCell;
  readonly after: HostCell;
}

/** What the user typed, cell by cell, for Undo. */
export class TypingHistory {
  #steps: TypingStep[] = [];

  get length(): number {
    return this.#steps.length;
  }

  clear(): void {
    this.#steps = [];
  }

  /**
   * Carries out one typing and keeps what it replaces.
   *
   * @param type is given the function to be called before a cell is written; a table's calculated column makes one typing write many.
   */
  record(sheet: HostSheet, type: (about: (row: number, column: number) => void) => void): void {
    const before = new Map<string, Omit<TypedCell, 'after'>>();
    type((row, column) => {
      const key = `${row} ${column}`;
      if (!before.has(key)) before.set(key, { row, column, before: sheet.cells.at(row, column) });
    });
    const cells = [...before.values()].map((cell) => ({ ...cell, after: sheet.cells.at(cell.row, cell.column) }));
    this.#steps.push({ sheet, cells });
  }

  /**
   * Puts back what the last typing replaced.
   *
   * @returns the changes that this made; none when nothing was typed, or when a cell was written again since, which Excel would have to
   *   undo first.
   */
  undo(): readonly UndoneCell[] {
    const { sheet, cells } = this.#steps.pop() ?? { sheet: null, cells: [] };
    if (sheet === null || cells.some(({ row, column, after }) => sheet.cells.at(row, column) !== after)) return [];
    sheet.demandWritable();
    return cells.map(({ row, column, before, after }) => {
      sheet.cells.put(row, column, before);
      return { sheetId: sheet.id, area: { top: row, bottom: row, left: column, right: column }, before: after, after: before };
    });
  }
}
