import { GENERAL } from '../../domain/grid';
import { type CellContent, DATE_FORMAT } from '../../domain/workbook';

/** What Excel takes for one cell; null leaves it as it is. */
type Value = string | number | boolean | null;

/** A cell as three assignments in this order: the format it must have while the value is taken, the value, the format it keeps. */
export interface CellWriting {
  readonly formatBefore: string | null;
  readonly value: Value;
  /** Null when `formatBefore` is the one it keeps. */
  readonly formatAfter: string | null;
}

const TEXT = '@';
const LEAVE: CellWriting = { formatBefore: null, value: null, formatAfter: null };
const ERROR_VALUES = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#SPILL!', '#CALC!']);

/**
 * How a cell's content is handed to Excel. Its kind decides, never a pattern: a text goes into a cell of format "@",
 * where "=1+1", "-2", "1-2" and "Mar 2026" stay what they are; everything else into a cell that is not "@", where it
 * would become text.
 */
export function writingOf(content: CellContent | null): CellWriting {
  if (content === null) return LEAVE;
  switch (content.kind) {
    case 'empty':
      return { formatBefore: null, value: '', formatAfter: null };
    case 'text':
      return asText(content.text, TEXT);
    case 'number':
      return asValue(content.value, content.format);
    case 'date':
      return asValue(content.serial, content.format ?? DATE_FORMAT);
    case 'link':
      // A path is written as plain text: the pane has no folder that a relative path could start from, Excel on the web opens no
      // files, and "file:" links made from cell text can be used in attacks. The text still names the file.
      return asText(content.text, TEXT);
    case 'restore':
      if (content.formula !== undefined) return asValue(content.formula, content.format);
      return typeof content.value === 'string' ? restoredText(content.value, content.format) : asValue(content.value ?? '', content.format);
  }
}

/** Excel removes one leading apostrophe, so a text that begins with an apostrophe gets a second one. */
function asText(text: string, format: string): CellWriting {
  return { formatBefore: TEXT, value: text.startsWith("'") ? `'${text}` : text, formatAfter: format === TEXT ? null : format };
}

function asValue(value: Value, format: string): CellWriting {
  return format === TEXT ? { formatBefore: GENERAL, value, formatAfter: TEXT } : { formatBefore: format, value, formatAfter: null };
}

/**
 * Writes a text back as it was: first as text, then with its own format, which does not make Excel read it again. A text that
 * Excel would have taken for a formula under that format must have had an apostrophe in front, so it gets one again. An error
 * value that was no formula's result ("#N/A", pasted as a value) becomes an error again unless its cell was text.
 */
function restoredText(text: string, format: string): CellWriting {
  if (format === TEXT) return asText(text, TEXT);
  if (ERROR_VALUES.has(text)) return asValue(text, format);
  return /^[=+\-@']/.test(text) ? asValue(`'${text}`, format) : asText(text, format);
}
