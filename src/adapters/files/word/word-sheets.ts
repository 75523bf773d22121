import { type Area, type Cell, type ColourRun, type SheetGrid, textCell } from '../../../domain/grid';
import { counted } from '../../../domain/wording';
import type { DocumentContent } from './document-reader';
import { columnsOfGrid, lastColumnBefore, rowsByColumns } from './table-columns';
import { type Noticed, type Paragraph, textOfBlocks, together, type WordCell, type WordRow, type WordTable } from './word-blocks';

interface Section {
  readonly lines: readonly Paragraph[];
  /** One, and those right below that go on with it. */
  readonly tables: [WordTable, ...WordTable[]];
  /** Of the first table, and so of each. */
  readonly columns: number;
}

/**
 * Each table of a document as a sheet, in their order, called "Table 1" and so on. Row 1 of a sheet is row 1 of its table, so that a place is
 * found in the document; the lines between the table before and it stand above, in rows before the first (see `SheetGrid.rows`). What
 * comes after the last table, or a document without any, is a sheet of lines.
 */
export function sheetsOfDocument({ blocks, noticedLast }: DocumentContent): SheetGrid[] {
  const sections: Section[] = [];
  let lines: Paragraph[] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (block.kind === 'paragraph') {
      if (block.text.trim() !== '') lines.push(block);
    } else if (last !== undefined && lines.length === 0 && goesOn(last, block)) {
      last.tables.push(block);
    } else {
      sections.push({ lines, tables: [block], columns: columnCount(block) });
      lines = [];
    }
  }
  const sheets = sections.map(({ lines: above, tables }, index) => sheetOfTable(`Table ${String(index + 1)}`, above, joined(tables)));
  const isAnything = lines.length > 0 || Object.values(besideCells(noticedLast)).some((count) => count !== 0);
  if (!isAnything && sheets.length > 0) return sheets;
  return [...sheets, sheetOfLines(sheets.length === 0 ? 'Text' : `After table ${String(sheets.length)}`, lines, noticedLast)];
}

/**
 * Whether a table goes on with the one right above it, as one that somebody cut in two at the end of a page: it has as many columns and
 * its first row is no row of headings.
 */
function goesOn({ tables: [above], columns }: Section, table: WordTable): boolean {
  const [first] = table.rows;
  if (first === undefined || first.isRepeated || above.isBoxed || table.isBoxed || columnCount(table) !== columns) return false;
  return wordsOfRow(first) !== wordsOfRow(above.rows[0]);
}

/** The grids of the tables may differ, as an edge that was dragged is in one of them alone; their columns are the same. */
function joined([first, ...others]: Section['tables']): WordTable {
  if (others.length === 0) return first;
  const tables = [first, ...others];
  const noticed = tables.reduce<Noticed | null>(
    (before, table) => (before === null ? table.noticed : together(before, table.noticed)),
    null,
  );
  return { ...first, widths: [], rows: tables.flatMap(rowsByColumns), noticed };
}

function columnCount(table: WordTable): number {
  return new Set(columnsOfGrid(table)).size;
}

function wordsOfRow(row: WordRow | undefined): string {
  return row === undefined ? '' : row.cells.map(({ blocks }) => textOfBlocks(blocks).trim().toLowerCase()).join('\t');
}

function sheetOfTable(name: string, lines: readonly Paragraph[], table: WordTable): SheetGrid {
  const cells = new TableCells(table);
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  const headingLines = new Set<number>();
  lines.forEach((line, index) => {
    const row = index - lines.length;
    rows.set(row, new Map([[0, textCell(line.text)]]));
    if (line.isHeading) headingLines.add(row);
  });
  for (const [row, filled] of cells.rows) rows.set(row, filled);
  const { fills, letters, struck, merges } = cells;
  return { ...bareSheet(name, rows, table.noticed), merges, marks: { fills, letters, struck }, headingLines };
}

function sheetOfLines(name: string, lines: readonly Paragraph[], noticed: Noticed): SheetGrid {
  return bareSheet(name, new Map(lines.map(({ text }, row) => [row, new Map([[0, textCell(text)]])])), noticed);
}

function bareSheet(name: string, rows: SheetGrid['rows'], noticed: Noticed | null): SheetGrid {
  const { insertions, deletions } = noticed ?? { insertions: 0, deletions: 0 };
  return {
    ...{ id: name, name, visibility: 'visible', isProtected: false, rows, merges: [], tables: [] },
    besideCells: noticed === null ? { comments: 0, pictures: 0 } : besideCells(noticed),
    ...(insertions + deletions === 0 ? {} : { trackedChanges: { insertions, deletions } }),
    ...(noticed === null || noticed.embedded.length === 0 ? {} : { embedded: noticed.embedded }),
    marks: { fills: new Map(), letters: new Map(), struck: new Map() },
  };
}

function besideCells({ comments, pictures, footnotes, textBoxes, hiddenTexts }: Noticed): NonNullable<SheetGrid['besideCells']> {
  const others = [
    ...(footnotes > 0 ? [counted(footnotes, 'footnote')] : []),
    ...(textBoxes > 0 ? [counted(textBoxes, 'text box', 'text boxes')] : []),
    ...(hiddenTexts > 0 ? [counted(hiddenTexts, 'hidden text')] : []),
  ];
  return { comments, pictures, ...(others.length === 0 ? {} : { others }) };
}

interface OpenMerge {
  readonly top: number;
  readonly right: number;
  bottom: number;
}

/** The cells of a table by row and column, with the areas that are merged and what is seen of them. */
class TableCells {
  readonly rows = new Map<number, ReadonlyMap<number, Cell>>();
  readonly merges: Area[] = [];
  readonly fills = new Map<number, readonly ColourRun[]>();
  readonly letters = new Map<number, readonly ColourRun[]>();
  readonly struck = new Map<number, readonly number[]>();
  /** Cells merged down that may still go on, by column. */
  private readonly open = new Map<number, OpenMerge>();
  /** The column of the sheet for each column of Word's grid. */
  private readonly columns: readonly number[];

  constructor(table: WordTable) {
    this.columns = columnsOfGrid(table);
    table.rows.forEach((row, index) => {
      this.addRow(row, index);
    });
    for (const [left, merge] of this.open) this.finish(left, merge);
  }

  private addRow({ before, cells }: WordRow, row: number): void {
    const filled = new Map<number, Cell>();
    const colours: Record<'fill' | 'letters', ColourRun[]> = { fill: [], letters: [] };
    const struck: number[] = [];
    let start = before;
    let across: number | null = null;
    const seen = new Set<number>();
    for (const cell of cells) {
      const own = this.columns[start] ?? 0;
      start += cell.span;
      const right = Math.max(own, lastColumnBefore(this.columns, start));
      const left: number = cell.across === 'goes on' && across !== null ? across : own;
      across = cell.across === null ? null : left;
      seen.add(left);
      this.merge(cell, row, left, right);
      const text = textOfBlocks(cell.blocks);
      if (text !== '') filled.set(own, textCell(text));
      for (const key of ['fill', 'letters'] as const) {
        const colour = cell[key];
        if (colour !== null) colours[key].push({ left: own, right, colour });
      }
      if (cell.isStruck) struck.push(own);
    }
    for (const [left, merge] of [...this.open]) if (!seen.has(left) || merge.bottom < row) this.finish(left, merge);
    if (filled.size > 0) this.rows.set(row, filled);
    if (colours.fill.length > 0) this.fills.set(row, colours.fill);
    if (colours.letters.length > 0) this.letters.set(row, colours.letters);
    if (struck.length > 0) this.struck.set(row, struck);
  }

  private merge({ down }: WordCell, row: number, left: number, right: number): void {
    const above = this.open.get(left);
    if (above?.bottom === row) {
      // A second cell of the same row, merged with the first as old documents do it.
      this.open.set(left, { ...above, right: Math.max(above.right, right) });
    } else if (down === 'goes on' && above?.bottom === row - 1) {
      above.bottom = row;
    } else {
      if (above !== undefined) this.finish(left, above);
      this.open.set(left, { top: row, bottom: row, right });
    }
  }

  private finish(left: number, { top, bottom, right }: OpenMerge): void {
    this.open.delete(left);
    if (bottom > top || right > left) this.merges.push({ top, left, bottom, right });
  }
}
