import { isDateFormat } from '../../../domain/grid';
import { type CellContent, DATE_FORMAT } from '../../../domain/workbook';
import { DAYS_TO_1904 } from './cell-decoding';
import { refusedEdit } from './refused-edit';
import { type CellMarkup, WrittenCell } from './row-part';
import type { StringPool } from './string-pool';
import type { StyleSheet } from './style-sheet';

/** Excel's bound on the characters in a cell. */
const MAX_TEXT = 32_767;
/** The format under which a text stays a text, also when somebody edits the cell: "=1+1", "-2", "1-2". */
const TEXT_FORMAT = '@';

/** What a workbook file needs to know of itself to hold contents. */
export interface ContentTables {
  readonly strings: StringPool;
  readonly date1904: boolean;
}

/** Contents where no cell is yet. */
export class NewCells {
  constructor(
    private readonly tables: ContentTables,
    private readonly styles: StyleSheet,
  ) {}

  /** @param style what a new cell has at its place. */
  make(content: CellContent, style: number): WrittenCell {
    const cell = this.blank(content, style);
    cell.hold(markupOfContent(this.tables, content));
    return cell;
  }

  /** The same once more, of a content that puts nothing back. @param value what the cell held the first time; of a text, its number. */
  again(content: CellContent, style: number, value: CellMarkup['value']): WrittenCell {
    const cell = this.blank(content, style);
    cell.hold({ type: typeof value === 'number' ? 's' : undefined, value });
    return cell;
  }

  private blank(content: CellContent, style: number): WrittenCell {
    const own = this.styleOf(content, style);
    return new WrittenCell(own === 0 && own === style ? undefined : own);
  }

  /** The style that the cell of a content gets; see `make`. */
  styleOf(content: CellContent, style: number): number {
    const format = formatOfContent(content);
    return format === null || this.styles.formatOf(style) === format ? style : this.styles.withFormat(style, format);
  }
}

/** The number format that a content needs; null where the cell's own stays. */
export function formatOfContent(content: CellContent): string | null {
  switch (content.kind) {
    case 'empty':
      return null;
    case 'text':
    case 'link':
      return TEXT_FORMAT;
    case 'date':
      return content.format ?? DATE_FORMAT;
    case 'number':
    case 'restore':
      return content.format;
  }
}

/** A content as a cell of the file holds it; a text is added to those of the workbook. */
export function markupOfContent({ strings, date1904 }: ContentTables, content: CellContent): CellMarkup {
  switch (content.kind) {
    case 'empty':
      return {};
    case 'text':
    case 'link':
      return textMarkup(strings, content.text);
    case 'number':
      return { value: numberText(content.value) };
    case 'date':
      return { value: numberText(storedSerial(date1904, content.serial)) };
    case 'restore':
      return restoredMarkup({ strings, date1904 }, content);
  }
}

function textMarkup(strings: StringPool, text: string): CellMarkup {
  if (text === '') return {};
  if (text.length > MAX_TEXT)
    throw refusedEdit(`A text is longer than the ${MAX_TEXT.toLocaleString('en-GB')} characters a cell can hold.`);
  return { type: 's', value: strings.add(text) };
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw refusedEdit('A figure to write is not a number.');
  return String(value);
}

function storedSerial(date1904: boolean, serial: number): number {
  return date1904 ? serial - DAYS_TO_1904 : serial;
}

const ERRORS = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

function restoredMarkup({ strings, date1904 }: ContentTables, content: Extract<CellContent, { readonly kind: 'restore' }>): CellMarkup {
  const formula = content.formula?.replace(/^=/, '');
  const value = content.value;
  if (value === null) return { formula };
  if (typeof value === 'boolean') return { type: 'b', value: value ? '1' : '0', formula };
  if (typeof value === 'number') {
    return { value: numberText(isDateFormat(content.format) ? storedSerial(date1904, value) : value), formula };
  }
  if (ERRORS.test(value)) return { type: 'e', value, formula };
  return formula === undefined ? textMarkup(strings, value) : { type: 'str', value, formula };
}
