import { format as applyFormat } from 'numfmt';
import { GENERAL } from '../domain/grid';

/** The longest number format that Excel accepts, in UTF-16 units. */
const LONGEST_FORMAT = 255;
/** The longest text that a cell can hold, in UTF-16 units. */
const LONGEST_TEXT = 32_767;
/** The format as it is used: one longer than Excel accepts, which only a damaged or hostile file holds, counts as General. */
export function usableFormat(format: string): string {
  return format.length > LONGEST_FORMAT ? GENERAL : format;
}

/** How many refused formats are remembered before the list starts again. */
const REFUSED_KEPT = 10_000;

/** What Excel shows when a date format meets a number below 0 or after 31 December 9999. */
export const NOT_A_DATE = '########';

const BRITISH = { locale: 'en-GB', overflow: NOT_A_DATE, dateErrorNumber: false, dateSpanLarge: false };

/** Formats that could not be read. numfmt remembers only those it can read, and needs up to a millisecond for a bad one. */
const refused = new Set<string>();

/**
 * What a British Excel shows for a value under a number format, with the spaces that the format adds for alignment.
 * A serial number is of the 1900 date system. Null when Excel would refuse the format, and when the text would be
 * longer than a cell can hold (a format of many "@" repeats a text). Column widths and colours are not handled.
 */
export function formattedText(value: string | number | boolean, format: string): string | null {
  if (format.length > LONGEST_FORMAT || refused.has(format)) return null;
  try {
    const text = applyFormat(format, value, BRITISH);
    return text.length > LONGEST_TEXT ? null : text;
  } catch {
    // numfmt throws errors of several kinds for a format it cannot read; which one says nothing more to the caller.
    if (refused.size >= REFUSED_KEPT) refused.clear();
    refused.add(format);
    return null;
  }
}
