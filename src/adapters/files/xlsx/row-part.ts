import { a1 } from '../../../domain/grid';
import type { CellContent } from '../../../domain/workbook';
import { type Markup, childNamed, escapedText, localName, piecesAround, writtenChild } from '../package/markup';

/** A row of a sheet that is being changed. */
export interface RowPart {
  /** What is said of the row itself; null for a row that was not in the file and of which nothing is said but, maybe, its height. */
  markup: Markup | null;
  /** Points; of a row without markup. */
  height: number | null;
  /** By zero-based column; null while there is none. */
  cells: Map<number, CellPart> | null;
  /** Contents that were written where no cell was; none once a cell of the row was asked for, which makes cells of them. */
  planned: readonly PlannedCells[];
}

/**
 * Neighbouring cells of one row as an edit has them. Most rows of a plan are written once and never looked at again: a cell for each of their million
 * contents would take more memory than all else.
 */
export interface PlannedCells {
  /** Zero-based column of the first. */
  readonly left: number;
  readonly contents: readonly (CellContent | null)[];
  /** What `v` of each cell holds, found once: looking up a million texts takes longer than writing them. */
  readonly values: readonly CellMarkup['value'][];
}

/** Makes the cell of a planned content at a zero-based column, as a new cell of its row. */
export type CellMaker = (content: CellContent, column: number, value: CellMarkup['value']) => WrittenCell;

/** A cell as it was in the file, or one that was not. */
export type CellPart = Markup | WrittenCell;

/** What to put in a cell; its look is given apart. `type` is the `t` attribute, `value` what `v` holds: for "s" the number of a shared text. */
export interface CellMarkup {
  readonly type?: 's' | 'str' | 'b' | 'e' | undefined;
  readonly value?: string | number | undefined;
  /** Without the leading "=". */
  readonly formula?: string | undefined;
}

/** A cell that was not in the file. A plan has a million of them, so it is no tree of markup, and one object. */
export class WrittenCell implements CellMarkup {
  type: CellMarkup['type'];
  value: CellMarkup['value'];
  formula: CellMarkup['formula'];

  /** @param style undefined for a cell of which none is said. */
  constructor(public style: number | undefined) {}

  hold({ type, value, formula }: CellMarkup): void {
    this.type = type;
    this.value = value;
    this.formula = formula;
  }
}

/** Whether something is planned at zero-based columns of a row, both inclusive; the whole of a run of neighbours counts. */
export function isPlanned({ planned }: RowPart, left: number, right: number): boolean {
  return planned.some((one) => one.left <= right && one.left + one.contents.length > left);
}

export function styleOf(cell: CellPart): number {
  return cell instanceof WrittenCell ? (cell.style ?? 0) : Number(cell.attributes.get('s') ?? 0);
}

export function hasFormula(cell: CellPart): boolean {
  return cell instanceof WrittenCell ? cell.formula !== undefined : childNamed(cell, 'f') !== undefined;
}

/** A row of no cells of which nothing is said. */
export function isBareRow({ markup, height, cells, planned }: RowPart): boolean {
  if ((cells?.size ?? 0) > 0 || planned.length > 0) return false;
  if (markup === null) return height === null;
  const isSaid = [...markup.attributes.keys()].some((name) => name !== 'r' && name !== 'spans');
  return !isSaid && markup.children.every((one) => typeof one === 'string' || localName(one.name) === 'c');
}

/** The cells of a row by zero-based column, in no order; those that are planned are made for it and not kept. */
export function* cellsOfRow({ cells, planned }: RowPart, make: CellMaker): Generator<readonly [number, CellPart], void> {
  if (cells !== null) yield* cells;
  for (const { left, contents, values } of planned) {
    for (let at = 0; at < contents.length; at += 1) {
      const content = contents[at] ?? null;
      if (content !== null) yield [left + at, make(content, left + at, values[at])];
    }
  }
}

/** @param row zero-based. @param prefix of the sheet's elements, with its colon. */
export function writtenRow(part: RowPart, row: number, prefix: string, make: CellMaker): string {
  const { markup, height } = part;
  let cells = '';
  for (const [column, cell] of [...cellsOfRow(part, make)].sort(([a], [b]) => a - b))
    cells += cell instanceof WrittenCell ? writtenCell(cell, prefix, a1({ row, column })) : writtenChild(cell);
  if (markup === null) {
    const start = `<${prefix}row r="${String(row + 1)}"${height === null ? '' : ` ht="${String(height)}"`}`;
    return cells === '' ? `${start}/>` : `${start}>${cells}</${prefix}row>`;
  }
  const attributes = new Map(markup.attributes).set('r', String(row + 1));
  attributes.delete('spans');
  const others = markup.children.filter((one) => typeof one !== 'string' && localName(one.name) !== 'c').map(writtenChild);
  return [...piecesAround({ ...markup, attributes }, cells === '' ? others : [cells, ...others])].join('');
}

/** @param address such as "B7". */
function writtenCell({ style, type, value, formula }: WrittenCell, prefix: string, address: string): string {
  const start = `<${prefix}c r="${address}"${style === undefined ? '' : ` s="${String(style)}"`}${type === undefined ? '' : ` t="${type}"`}`;
  if (value === undefined && formula === undefined) return `${start}/>`;
  const f = formula === undefined ? '' : `<${prefix}f>${escapedText(formula)}</${prefix}f>`;
  const v = value === undefined ? '' : `<${prefix}v>${typeof value === 'number' ? String(value) : escapedText(value)}</${prefix}v>`;
  return `${start}>${f}${v}</${prefix}c>`;
}
