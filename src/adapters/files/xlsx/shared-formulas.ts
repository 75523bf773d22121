import type { Place } from '../../../domain/grid';
import { type Markup, childNamed, textOf } from '../package/markup';
import { shiftFormula } from './formula-shift';
import { type CellPart, type RowPart, WrittenCell } from './row-part';

/** A cell whose formula is one of a group that shares it; row and column are zero-based. */
interface SharedCell {
  readonly row: number;
  readonly column: number;
  readonly formula: Markup;
}

/** Formulas of a sheet of which one cell holds the text for a group of cells. */
export class SharedFormulas {
  /**
   * The cells of each group, in their order; null until one is asked for. Formulas are only taken out of a group, and then all at once, so that the
   * groups are found once.
   */
  private groups: Map<string, SharedCell[]> | null = null;

  constructor(private readonly rows: ReadonlyMap<number, RowPart>) {}

  /** The formula of a cell of the group without its "="; null where no cell holds the text. */
  textAt(group: string, place: Place): string | null {
    const first = this.cells(group).find((one) => textOf(one.formula) !== '');
    return first === undefined ? null : shiftFormula(textOf(first.formula), place.row - first.row, place.column - first.column);
  }

  /** Before a formula is removed: the other cells of its group get their formulas in full, because this cell may hold the text they share. */
  release(cell: CellPart): void {
    const group = cell instanceof WrittenCell ? undefined : childNamed(cell, 'f')?.attributes.get('si');
    if (group === undefined) return;
    const members = this.cells(group);
    const first = members.find((one) => textOf(one.formula) !== '');
    if (first === undefined) return;
    const text = textOf(first.formula);
    for (const one of members) {
      one.formula.attributes.clear();
      one.formula.children = [shiftFormula(text, one.row - first.row, one.column - first.column)];
    }
    this.groups?.delete(group);
  }

  private cells(group: string): readonly SharedCell[] {
    this.groups ??= this.found();
    return this.groups.get(group) ?? [];
  }

  private found(): Map<string, SharedCell[]> {
    const groups = new Map<string, SharedCell[]>();
    for (const [row, { cells }] of this.rows) {
      for (const [column, cell] of cells ?? []) {
        const formula = cell instanceof WrittenCell ? undefined : childNamed(cell, 'f');
        const group = formula?.attributes.get('si');
        if (formula === undefined || group === undefined) continue;
        const before = groups.get(group);
        if (before === undefined) groups.set(group, [{ row, column, formula }]);
        else before.push({ row, column, formula });
      }
    }
    return groups;
  }
}
