import { type CalendarDate, GENERAL, serialOfDate } from '../../domain/grid';
import { HostError } from './host-error';

/** What Excel makes of a text that a user types or an add-in writes through `values`. */
export type TypedReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly value: string; readonly quotePrefix: boolean }
  /** `format` is the number format Excel gives a General cell for it; null leaves the cell's own. */
  | { readonly kind: 'number'; readonly value: number; readonly format: string | null }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string }
  | { readonly kind: 'formula'; readonly formula: string };

const ERRORS = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!']);

/** Most characters of a cell and of a formula in Excel. */
const CELL_LIMIT = 32_767;
const FORMULA_LIMIT = 8_192;

/**
 * Reads a text as Excel with British settings does: a leading apostrophe or the format "@" keeps it text; "=" begins
 * a formula, so do "+", "-" and "@" before anything that is not a number; then numbers, dates, times, TRUE and FALSE,
 * error values; all else is text. `today` gives the year to a date without one ("1-2", "March 25").
 */
export function readTyped(text: string, format: string, today: CalendarDate): TypedReading {
  if (text.length > CELL_LIMIT) throw new HostError('InvalidArgument');
  if (text === '') return { kind: 'empty' };
  if (text.startsWith("'")) return { kind: 'text', value: text.slice(1), quotePrefix: true };
  if (format === '@') return { kind: 'text', value: text, quotePrefix: false };
  if (text.startsWith('=') && text.length > 1) return formula(text);
  const trimmed = text.trim();
  const number = readNumber(trimmed) ?? readTime(trimmed) ?? readDate(trimmed, today);
  if (number !== null) return { kind: 'number', ...number };
  if (/^[+\-@]./.test(text)) return formula(`=${text}`);
  if (/^(true|false)$/i.test(trimmed)) return { kind: 'boolean', value: trimmed.toLowerCase() === 'true' };
  if (ERRORS.has(trimmed.toUpperCase())) return { kind: 'error', value: trimmed.toUpperCase() };
  return { kind: 'text', value: text, quotePrefix: false };
}

/** Excel refuses a formula it cannot parse; enough of its grammar is kept to refuse prose that begins with a sign. */
function formula(text: string): TypedReading {
  if (text.length > FORMULA_LIMIT) throw new HostError('FormulaLengthExceedsLimit');
  const outside = text.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '0');
  const open = (outside.match(/\(/g) ?? []).length;
  const shut = (outside.match(/\)/g) ?? []).length;
  const ends = /[-+*/^&=<>,(]\s*$/.test(outside);
  const prose = /[\p{L}\p{N}_)%]\s+(?:\p{L}[\p{L}\s]*\p{L}|\p{N})/u.test(outside) || /["'“”‘’?]/.test(outside);
  if (open !== shut || ends || prose) throw new HostError('InvalidArgument');
  return { kind: 'formula', formula: text };
}

interface NumberReading {
  readonly value: number;
  readonly format: string | null;
}

function readNumber(text: string): NumberReading | null {
  const match = /^(\()?([-+]?)(£)?([-+]?)(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d*)?(e[-+]?\d+)?(%)?(\))?$/i.exec(text);
  if (match === null) return null;
  const [, open, sign = '', pound, later = '', whole = '', fraction = '', power = '', percent, shut] = match;
  if ((open === undefined) !== (shut === undefined) || (sign !== '' && later !== '') || (later !== '' && pound === undefined)) return null;
  const size = Number(`${whole.replaceAll(',', '') || '0'}${fraction === '.' ? '' : fraction}${power}`);
  if (!Number.isFinite(size)) return null;
  const negative = open !== undefined || sign === '-' || later === '-';
  const decimals = fraction.length > 1;
  const value = (negative ? -size : size) / (percent === undefined ? 1 : 100);
  if (percent !== undefined) return { value, format: decimals ? '0.00%' : '0%' };
  if (pound !== undefined) return { value, format: decimals ? '£#,##0.00;[Red]-£#,##0.00' : '£#,##0;[Red]-£#,##0' };
  if (power !== '') return { value, format: '0.00E+00' };
  return { value, format: whole.includes(',') ? (decimals ? '#,##0.00' : '#,##0') : null };
}

function readTime(text: string): NumberReading | null {
  const match = /^(\d{1,2}):([0-5]?\d)(?::([0-5]?\d))?\s*(am|pm)?$/i.exec(text);
  if (match === null) return null;
  const [, hours = '', minutes = '', seconds, half] = match;
  if (half !== undefined && (Number(hours) > 12 || Number(hours) === 0)) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const value = (hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
  const shape = hour > 23 ? '[h]:mm:ss' : seconds === undefined ? 'h:mm' : 'h:mm:ss';
  return { value, format: half === undefined ? shape : `${shape} AM/PM` };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

function monthOf(word: string): number | null {
  const lower = word.toLowerCase();
  const index = MONTHS.includes(lower) ? MONTHS.indexOf(lower) : LONG.indexOf(lower);
  return index < 0 ? null : index + 1;
}

function readDate(text: string, today: CalendarDate): NumberReading | null {
  return numericDate(text, today) ?? namedDate(text, today);
}

/** "1/2/2026", "1-2-26", "2026-03-01", "1-2" (1 February this year), "10/24" (October 2024), "3/2026". Day before month. */
function numericDate(text: string, today: CalendarDate): NumberReading | null {
  const three = /^(\d{1,4})([-/])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (three !== null) {
    const [first = '', , second = '', third = ''] = [three[1], three[2], three[3], three[4]];
    if (first.length > 2) return first.length === 4 ? dated(first, second, third, 'dd/mm/yyyy') : null;
    return dated(third, second, first, 'dd/mm/yyyy') ?? null;
  }
  const two = /^(\d{1,4})[-/](\d{1,4})$/.exec(text);
  if (two === null) return null;
  const [a = '', b = ''] = [two[1], two[2]];
  if (a.length === 4 && b.length <= 2) return dated(a, b, '1', 'mmm-yy');
  if (a.length > 2) return null;
  if (b.length === 4) return dated(b, a, '1', 'mmm-yy');
  if (b.length > 2) return null;
  return dated(String(today.year), b, a, 'd-mmm') ?? dated(b, a, '1', 'mmm-yy');
}

/** "Mar 2026", "March-26", "25 March", "March 25" (25 March this year), "1 March 2026", "March 1, 2026". */
function namedDate(text: string, today: CalendarDate): NumberReading | null {
  const words = text.replace(/,\s*/g, ' ').split(/(?:(?<!\s)\s+)?[-/]\s*|\s+/);
  if (words.length < 2 || words.length > 3) return null;
  const named = words.findIndex((word) => monthOf(word) !== null);
  const month = monthOf(words[named] ?? '');
  const numbers = words.filter((_, index) => index !== named);
  if (month === null || named > 1 || !numbers.every((word) => /^\d{1,4}$/.test(word))) return null;
  const [first = '', second] = numbers;
  if (second !== undefined) return first.length > 2 ? null : dated(second, String(month), first, 'd-mmm-yy');
  if (first.length === 4) return dated(first, String(month), '1', 'mmm-yy');
  if (first.length === 3) return null;
  return dated(String(today.year), String(month), first, 'd-mmm') ?? dated(first, String(month), '1', 'mmm-yy');
}

/** Two-digit years: 00 to 29 are this century, 30 to 99 the last, as Windows sets it. Null when there is no such day. */
function dated(yearText: string, monthText: string, dayText: string, format: string): NumberReading | null {
  if (yearText.length === 3 || dayText.length > 2) return null;
  const short = Number(yearText);
  const year = yearText.length === 4 ? short : short < 30 ? 2000 + short : 1900 + short;
  const month = Number(monthText);
  const day = Number(dayText);
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return null;
  const serial = serialOfDate({ year, month, day });
  return { value: serial < 61 ? serial - 1 : serial, format };
}

/** The format a cell has after a reading: a General cell takes the reading's, any other keeps its own. */
export function formatAfter(reading: TypedReading, format: string): string {
  return reading.kind === 'number' && reading.format !== null && format === GENERAL ? reading.format : format;
}
