import { type CalendarDate, type Cell, dateOfSerial, isDateFormat } from '../grid';
import { MONTH_NAMES, monthIndex, monthText } from './month-index';
import type { TimescaleReading } from './timescale-reading';
import { MONTHS } from './words';
import { isShortYear } from './year-at';

type NumberCell = Extract<Cell, { kind: 'number' }>;

/** Years that a whole number in a cell means, whatever its format shows. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;
/** Serials from 2015 to 2049: a number in a timescale cell that has lost its date format. */
const FIRST_SERIAL = 42_005;
const LAST_SERIAL = 54_788;

/** How far the year that Excel would have taken for a day may lie from the year it put in the cell. */
const YEARS_AROUND = 5;
/** No plan says "March 31" for 2031 as often as an officer types 31 March for the year's end. */
const LAST_DAY_AS_YEAR = 30;

const NOTHING: Omit<TimescaleReading, 'text'> = {
  start: null,
  end: null,
  ongoing: false,
  provisional: false,
  conditional: false,
  relative: null,
  items: 0,
  completed: false,
  figuresLeft: [],
  withoutYear: false,
  changedByExcel: null,
};

/** The reading of a cell that says nothing of when. */
export function nothingRead(text: string): TimescaleReading {
  return { text, ...NOTHING };
}

function deadline(text: string, year: number, month: number): TimescaleReading {
  return { text, ...NOTHING, end: monthText(monthIndex(year, month)), items: 1 };
}

/** Whether the cell shows a day and a month but no year: "d-mmm", "dd mmmm" (docs/rules.md#timescale-changed-by-excel). */
function showsNoYear(cell: NumberCell): boolean {
  const format = cell.format.replace(/"[^"]*"|\\.|\[[^[\]]*\]/g, '').toLowerCase();
  if (isDateFormat(cell.format)) return format.includes('d') && format.includes('m') && !format.includes('y');
  return shownDay(cell.text) !== null;
}

/** "25-Mar", "26 June" as day and month, both one-based; any other text is null. */
function shownDay(text: string): { day: number; month: number } | null {
  const match = /^\s*(\d{1,2})[- ]([a-z]{3,9})\s*$/i.exec(text.length > 20 ? '' : text);
  const month = MONTHS.get((match?.[2] ?? '').toLowerCase());
  const day = Number(match?.[1]);
  return month === undefined || day < 1 || day > 31 ? null : { day, month };
}

function inWords(date: CalendarDate): string {
  return `${String(date.day)} ${MONTH_NAMES[date.month - 1] ?? ''} ${String(date.year)}`;
}

/** Months of the year, the last number of a range such as "3-4" that Excel takes for a day or month. */
const MONTHS_OF_A_YEAR = 12;

/** "3-4", "3/4": two numbers as they may have been typed. */
const bothWritings = (first: number, second: number): string[] => ['-', '/'].map((mark) => `${String(first)}${mark}${String(second)}`);

/** What Excel made a date of and was none: it says when only to whoever typed it. */
function changedRange(text: string, holds: string, typed: readonly string[]): TimescaleReading {
  return { text, ...NOTHING, items: 1, changedByExcel: { meant: null, holds, typed } };
}

/** Whether the cell shows a month and a year and no day: "mmm-yy". */
function showsMonthAndYear(cell: NumberCell): boolean {
  const format = cell.format.replace(/"[^"]*"|\\.|\[[^[\]]*\]/g, '').toLowerCase();
  return isDateFormat(cell.format) && !format.includes('d') && format.includes('m') && format.includes('y');
}

/**
 * Two numbers of which Excel made a date: "3-4" and "1/2" become a day of this year, and "12-18", which can be no day, the first of a month in a
 * year that no plan is made for. Null for any other date.
 */
function rangeTyped(cell: NumberCell, date: CalendarDate): string[] | null {
  if (cell.formula !== undefined) return null;
  if (showsNoYear(cell)) return date.day <= MONTHS_OF_A_YEAR ? bothWritings(date.day, date.month) : null;
  const isLikely = date.day !== 1 || isShortYear(date.year - 2000) || !showsMonthAndYear(cell);
  return isLikely || date.year < 1930 || date.year > 2029 ? null : bothWritings(date.month, date.year % 100);
}

function readDate(cell: NumberCell, date: CalendarDate): TimescaleReading {
  const range = rangeTyped(cell, date);
  if (range !== null) return changedRange(cell.text, inWords(date), range);
  const year = 2000 + date.day;
  const isPlausible = Math.abs(year - date.year) <= YEARS_AROUND && date.day <= LAST_DAY_AS_YEAR;
  // A formula's date was not typed, so Excel changed nothing.
  if (!isPlausible || cell.formula !== undefined || !showsNoYear(cell)) return deadline(cell.text, date.year, date.month);
  const meant = monthText(monthIndex(year, date.month));
  const typed = [`${MONTH_NAMES[date.month - 1] ?? ''} ${String(date.day)}`];
  return { ...deadline(cell.text, year, date.month), changedByExcel: { meant, holds: inWords(date), typed } };
}

/**
 * A year, or a date; null when the number is neither and what the cell shows must be read as text.
 * Rule: docs/rules.md#timescale-number-cells.
 */
export function readNumber(cell: NumberCell): TimescaleReading | null {
  const { value } = cell;
  if (Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR) return deadline(cell.text, value, 12);
  const date = dateOfSerial(value);
  if (date === null) return null;
  const isDate = isDateFormat(cell.format) || shownDay(cell.text) !== null;
  const isLostDate = cell.text === String(value) && value >= FIRST_SERIAL && value <= LAST_SERIAL;
  return isDate || isLostDate ? readDate(cell, date) : null;
}

/**
 * "25-Mar", "3-Apr" as the whole of a text cell is what Excel shows for "March 25", "3-4" once it has made a date of it, carried here by a CSV
 * file or a paste of values. The year that Excel put in the date is lost.
 */
export function readShownDay(text: string): TimescaleReading | null {
  const shown = text.includes('-') ? shownDay(text) : null;
  if (shown === null) return null;
  const { day, month } = shown;
  const name = MONTH_NAMES[month - 1] ?? '';
  const holds = `${String(day)} ${name}`;
  if (day <= MONTHS_OF_A_YEAR) return changedRange(text, holds, bothWritings(day, month));
  if (!isShortYear(day) || day > LAST_DAY_AS_YEAR) return null;
  const meant = monthText(monthIndex(2000 + day, month));
  return { ...deadline(text, 2000 + day, month), changedByExcel: { meant, holds, typed: [`${name} ${String(day)}`] } };
}
