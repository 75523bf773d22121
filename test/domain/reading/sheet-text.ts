import { type Area, type BookGrid, type Cell, gridOf, parseArea, type SheetGrid, textCell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';

export interface SheetDrawn {
  readonly name?: string;
  /** Rows as "a | b | c"; an empty field is an empty cell, "⏎" a line break in a cell, "=3" the number 3. */
  readonly rows: readonly string[];
  /** Merged areas, such as "A4:E4". */
  readonly merges?: readonly string[];
  readonly more?: Partial<Pick<SheetGrid, 'visibility' | 'isProtected' | 'tables'>>;
}

function cellOf(text: string): Cell | null {
  if (text === '') return null;
  if (/^=\d+(\.\d+)?$/.test(text)) return numberCell(Number(text.slice(1)));
  if (/^#[A-Z]/.test(text)) return { kind: 'error', value: text, text, format: 'General' };
  return textCell(text.replaceAll('⏎', '\n'));
}

/** A sheet written out as lines of text, for cases that a reader can see at a glance. */
function drawSheet({ name = 'Sheet1', rows, merges = [], more = {} }: SheetDrawn): SheetGrid {
  const areas = merges.map((merge): Area => parseArea(merge) ?? { top: 0, left: 0, bottom: 0, right: 0 });
  return gridOf(
    name,
    rows.map((row) => row.split('|').map((field) => cellOf(field.trim()))),
    { ...more, merges: areas },
  );
}

export function drawBook(sheets: readonly SheetDrawn[], name = ''): BookGrid {
  return { name, sheets: sheets.map(drawSheet) };
}
