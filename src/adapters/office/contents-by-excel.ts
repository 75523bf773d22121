import type { Area, Cell } from '../../domain/grid';
import type { Change, ExpectedValue } from '../../domain/workbook';
import { type Expectation, expectationsOf, holdsExpected, keyOfCell } from './check-expected';

type CellPlace = Pick<Expectation, 'sheet' | 'row' | 'column'>;

/** A table that a run makes longer or shorter. */
interface ResizedTable {
  readonly sheet: string;
  readonly was: Area;
  readonly area: Area;
  readonly hasTotals: boolean;
}

/**
 * What Excel itself puts into cells while a run writes, and what therefore nobody else wrote: it moves the row of totals of a table that is
 * resized and fills the formula of a calculated column into the rows that it gains; and what a cell holds goes along with its comment, with
 * formulas elsewhere following it (`withComments`).
 */
export class ContentsByExcel {
  private readonly tables: readonly ResizedTable[];
  /** Cells that comments come from or go to. */
  private readonly moved: ReadonlySet<string>;
  /** What those cells held, by sheet in lower case. */
  private readonly heldByMoved = new Map<string, ExpectedValue[]>();
  /** Cells whose formulas are written again as they were. */
  private readonly formulas: ReadonlySet<string>;

  constructor(changes: readonly Change[]) {
    this.tables = resizedTables(changes);
    this.moved = movedCells(changes);
    this.formulas = this.moved.size === 0 ? new Set() : formulasAsTheyWere(changes);
    for (const cell of this.moved.size === 0 ? [] : expectationsOf(changes)) {
      if (!this.moved.has(keyOfCell(cell))) continue;
      const sheet = cell.sheet.toLowerCase();
      this.heldByMoved.set(sheet, [...(this.heldByMoved.get(sheet) ?? []), cell.expected]);
    }
  }

  /** Whether Excel itself may have put there what a cell holds. */
  mayHavePut(place: CellPlace, found: Cell): boolean {
    return isOfTable(this.tables, place, found) || this.isOfComment(place, found);
  }

  private isOfComment(place: CellPlace, found: Cell): boolean {
    const key = keyOfCell(place);
    if (this.formulas.has(key) && found.formula !== undefined) return true;
    if (!this.moved.has(key)) return false;
    const isEmpty = found.formula === undefined && (found.value ?? '') === '';
    return isEmpty || this.heldByMoved.get(place.sheet.toLowerCase())?.some((held) => holdsExpected(found, held)) === true;
  }
}

function resizedTables(changes: readonly Change[]): ResizedTable[] {
  return changes.flatMap(({ edit, undo }) =>
    edit.type !== 'resize table' || undo?.type !== 'resize table'
      ? []
      : [{ sheet: edit.sheet.toLowerCase(), was: undo.area, area: edit.area, hasTotals: edit.hasTotals === true }],
  );
}

function isOfTable(tables: readonly ResizedTable[], { sheet, row, column }: CellPlace, found: Cell): boolean {
  return tables.some((table) => {
    const { was, area } = table;
    if (table.sheet !== sheet.toLowerCase() || column < Math.min(was.left, area.left) || column > Math.max(was.right, area.right))
      return false;
    const [first, last] = [Math.min(was.bottom, area.bottom), Math.max(was.bottom, area.bottom)];
    if (row < first || row > last) return false;
    return table.hasTotals && (row === first || row === last) ? true : row > first && found.formula !== undefined;
  });
}

function movedCells(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ edit }) =>
      edit.type !== 'move comments'
        ? []
        : edit.moves.flatMap(({ from, to }) => [from, to].map((place) => keyOfCell({ sheet: edit.sheet, ...place }))),
    ),
  );
}

function formulasAsTheyWere(changes: readonly Change[]): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const { edit } of changes) {
    if (edit.type !== 'write cells') continue;
    edit.cells.forEach((row, down) =>
      row.forEach((content, along) => {
        if (content?.kind !== 'restore' || content.formula === undefined) return;
        cells.add(keyOfCell({ sheet: edit.sheet, row: edit.area.top + down, column: edit.area.left + along }));
      }),
    );
  }
  return cells;
}
