import { type Cell, EMPTY_CELL, GENERAL, isDateFormat } from '../../../domain/grid';
import { cellText } from '../cell-text';
import { FileRefusal } from '../file-refusal';
import { dayShareOfIso, serialOfIso } from '../iso-time';

/** A cell as a worksheet part holds it, before strings and styles are looked up. */
export interface RawCell {
  /** The `t` attribute: "s", "inlineStr", "str", "b", "e", "d"; "n" when there is none. */
  readonly type: string;
  readonly style: number;
  /** Text of `v`, or of `is` for an inline string; null when there is none. */
  readonly value: string | null;
  /** With its leading "=". */
  readonly formula: string | null;
}

export interface DecodingTables {
  /** The shared texts; null where the workbook has no part for them. */
  readonly strings: readonly string[] | null;
  /** Number formats by cell style; null where the workbook has no part for them. */
  readonly formats: readonly string[] | null;
  readonly date1904: boolean;
}

/** What a cell shows, as an error, whose value is not in the file: one bad cell loses one cell, and the check names it. */
export const UNREADABLE = 'unreadable';

/** Days between the two date systems: 0 in the 1904 one is 1462 in ours. */
export const DAYS_TO_1904 = 1462;

/** Throws a `FileRefusal` where a cell refers to shared texts, or a number to styles, and the workbook has none. */
export function decodeCell(raw: RawCell, tables: DecodingTables): Cell {
  const format = tables.formats?.[raw.style] ?? EMPTY_CELL.format;
  const decoded = decodeValue(raw, format, tables);
  return raw.formula === null ? decoded : { ...decoded, formula: raw.formula };
}

function decodeValue(raw: RawCell, format: string, tables: DecodingTables): Cell {
  if (raw.value === null) return { ...EMPTY_CELL, format };
  switch (raw.type) {
    case 's':
      return sharedText(raw.value, format, tables.strings);
    case 'inlineStr':
    case 'str':
      return shownText(unescapedText(raw.value), format);
    case 'b':
      return booleanOf(raw.value.trim().toLowerCase(), format);
    case 'e':
      return errorCell(raw.value.trim(), format);
    case 'd':
      return isoDateCell(raw.value.trim(), format);
    default:
      return raw.value.trim() === '' || isStyled(raw.style, tables.formats)
        ? numberOf(raw.value, format, tables.date1904)
        : errorCell(UNREADABLE, format);
  }
}

/** Whether the style of a number, without which nobody can say whether it is a date, is in the file. Throws a `FileRefusal` where no styles are. */
export function isStyled(style: number, formats: DecodingTables['formats']): boolean {
  if (style === 0 || formats?.[style] !== undefined) return true;
  if (formats === null) throw new FileRefusal('damaged');
  return false;
}

export function shownText(value: string, format: string): Cell {
  return value === '' ? { ...EMPTY_CELL, format } : { kind: 'text', value, text: cellText(value, format), format };
}

/** @param index as written; one that leads to no text is an unreadable cell. */
function sharedText(index: string, format: string, strings: readonly string[] | null): Cell {
  if (strings === null) throw new FileRefusal('damaged');
  const text = index.trim() === '' ? undefined : strings[Number(index)];
  return text === undefined ? errorCell(UNREADABLE, format) : shownText(text, format);
}

function booleanOf(written: string, format: string): Cell {
  const value = written === '1' || written === 'true';
  if (!value && written !== '0' && written !== 'false') return errorCell(UNREADABLE, format);
  return booleanCell(value, format);
}

export function booleanCell(value: boolean, format: string): Cell {
  return { kind: 'boolean', value, text: cellText(value, format), format };
}

function numberOf(written: string, format: string, date1904: boolean): Cell {
  const number = Number(written);
  if (written.trim() === '') return { ...EMPTY_CELL, format };
  if (!Number.isFinite(number)) return shownText(written, format);
  return numberCell(number, format, date1904);
}

/** @param number finite, as the file has it. */
export function numberCell(number: number, format: string, date1904: boolean): Cell {
  const value = date1904 && isDateFormat(format) ? number + DAYS_TO_1904 : number;
  return { kind: 'number', value, text: cellText(value, format), format };
}

/** @param error such as "#N/A". */
export function errorCell(error: string, format: string): Cell {
  return { kind: 'error', value: error, text: error, format };
}

/** `t="d"`, which strict workbooks use: an ISO date, time or both. */
function isoDateCell(written: string, format: string): Cell {
  const time = dayShareOfIso(written);
  const value = time ?? serialOfIso(written);
  if (value === null) return shownText(written, format);
  const shown = isDateFormat(format) || (time !== null && format !== GENERAL) ? format : time === null ? 'dd/mm/yyyy' : 'hh:mm:ss';
  return { kind: 'number', value, text: cellText(value, shown), format: shown };
}

/** A text as the parts hold it: `_x000D_` for a character that XML cannot carry. */
export function unescapedText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('_')) return lines;
  return lines.replace(/_x([0-9a-f]{4})_/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
