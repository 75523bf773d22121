import { type Area, areaA1, areaHolds, type Cell, EMPTY_CELL } from '../../domain/grid';
import { type CellContent, type Change, type Edit, restoring } from '../../domain/workbook';
import { Failure } from '../../application';
import { keepContents } from './cell-of-range';
import { ContentsByExcel } from './contents-by-excel';
import { type Expectation, expectationsByEdit, holdsExpected, keyOfCell, type WriteCells } from './check-expected';
import type { CellsBySheet } from './read-blocks';
import { areaOfRange } from './used-blocks';
import { wireBytes } from './write-batches';

type ResizeTable = Edit & { readonly type: 'resize table' };

/** What is loaded of a block, to compare it with what was expected and to put it back as it was. */
const LOADED = 'values,numberFormat,formulas,valueTypes';

/** JSON bytes of an empty cell in the answer: two empty texts, "General" and "Empty". */
const BYTES_OF_EMPTY = 26;

/** A block of cells that a request writes, and the range that is loaded first in that request. */
interface AskedBlock {
  readonly edit: WriteCells;
  readonly area: Area;
  readonly range: Excel.Range;
}

interface AskedTable {
  readonly edit: ResizeTable;
  readonly range: Excel.Range;
}

/**
 * What the cells of a run hold at the moment when they are written.
 *
 * Excel has no write that depends on a condition, and between the last reading and the write somebody else may change a cell. So
 * each request that writes also loads what its cells hold, ahead of the write: a request is carried out in order. A cell that was
 * not as expected was somebody else's; the write is then taken back, and that cell gets what they had put there.
 */
export class WrittenBlocks {
  private readonly expected: ReadonlyMap<Edit, readonly Expectation[]>;
  private readonly made: ReadonlySet<string>;
  private readonly byExcel: ContentsByExcel;
  private blocks: AskedBlock[] = [];
  private resized: AskedTable[] = [];
  private readonly others = new Map<string, Cell>();
  private readonly areasBefore = new Map<string, Area>();
  private first: Failure | null = null;

  /**
   * @param before the cells as they were read last; only their sizes are used.
   * @param areas where the tables that are resized were then, by name in lower case.
   */
  constructor(
    changes: readonly Change[],
    private readonly before: CellsBySheet,
    private readonly areas: Map<string, Area>,
  ) {
    this.expected = expectationsByEdit(changes);
    this.made = new Set(changes.flatMap(({ edit }) => (edit.type === 'add sheet' ? [edit.sheet.toLowerCase()] : [])));
    this.byExcel = new ContentsByExcel(changes);
  }

  /**
   * Whether an edit's cells are asked for. Nobody knows a sheet that this run makes, and where nothing is expected, nothing is compared: what
   * such cells hold was not read either, so nobody could say how large the answer would be.
   */
  isAsked(edit: Edit): boolean {
    return !this.made.has(edit.sheet.toLowerCase()) && (this.expected.get(edit)?.length ?? 0) > 0;
  }

  /** Bytes of a row of an edit in the answer. @param row zero-based row of the sheet. */
  answerBytes({ sheet, area }: WriteCells, row: number): number {
    const cells = this.before.get(sheet)?.get(row);
    let bytes = (area.right - area.left + 1) * BYTES_OF_EMPTY;
    for (const [column, { value, formula, format }] of cells ?? [])
      if (column >= area.left && column <= area.right) bytes += wireBytes(value) + wireBytes(formula ?? value) + format.length;
    return bytes;
  }

  askBlock(block: AskedBlock): void {
    block.range.load(LOADED);
    this.blocks.push(block);
  }

  askTable(table: AskedTable): void {
    table.range.load('rowIndex,columnIndex,rowCount,columnCount');
    this.resized.push(table);
  }

  /** Takes over what the last request answered; after an error that is what came before it. */
  answered(): void {
    for (const { edit, range } of this.resized) if (isAnswered(range, 'rowIndex')) this.compareTable(edit, areaOfRange(range));
    for (const block of this.blocks) if (isAnswered(block.range, 'valueTypes')) this.compareBlock(block);
    [this.blocks, this.resized] = [[], []];
  }

  /** @throws Failure when somebody else changed what a request wrote over. */
  demandNobodyElse(): void {
    if (this.first !== null) throw this.first;
  }

  /** An inverse edit that puts back what somebody else had put there in place of what was read. */
  withOthers(undo: Edit): Edit {
    if (undo.type === 'resize table') return { ...undo, area: this.areasBefore.get(undo.table.toLowerCase()) ?? undo.area };
    if (undo.type !== 'write cells' || this.others.size === 0) return undo;
    const cells = undo.cells.map((row, down) =>
      row.map((content, along): CellContent | null => {
        const other = this.others.get(keyOfCell({ sheet: undo.sheet, row: undo.area.top + down, column: undo.area.left + along }));
        return content === null || other === undefined ? content : restoring(other);
      }),
    );
    return { ...undo, cells };
  }

  private compareTable(edit: ResizeTable, area: Area): void {
    const table = edit.table.toLowerCase();
    const last = this.areas.get(table) ?? area;
    this.areas.set(table, edit.area);
    if (areaA1(last) === areaA1(area)) return;
    this.areasBefore.set(table, area);
    this.first ??= new Failure(
      'cell changed',
      `The table on “${edit.sheet}” was given other rows or columns by somebody else at the same moment`,
    );
  }

  private compareBlock({ edit, area, range }: AskedBlock): void {
    const rows = new Map<number, Map<number, Cell>>();
    const { values, numberFormat, formulas, valueTypes } = range;
    keepContents(rows, area, { values, text: values, numberFormat, formulas, valueTypes });
    for (const expectation of this.expected.get(edit) ?? []) {
      const { row, column, expected } = expectation;
      if (!areaHolds(area, { row, column })) continue;
      const found = rows.get(row)?.get(column) ?? EMPTY_CELL;
      if (holdsExpected(found, expected) || this.byExcel.mayHavePut(expectation, found)) continue;
      this.others.set(keyOfCell(expectation), found);
      this.first ??= changedMeanwhile(expectation);
    }
  }
}

function isAnswered(range: Excel.Range, property: 'rowIndex' | 'valueTypes'): boolean {
  return range.toJSON()[property] !== undefined;
}

function changedMeanwhile({ sheet, row, column }: Expectation): Failure {
  const cell = areaA1({ top: row, bottom: row, left: column, right: column });
  return new Failure('cell changed', `Cell ${cell} of “${sheet}” was changed by somebody else at the same moment; what they wrote is kept`);
}
