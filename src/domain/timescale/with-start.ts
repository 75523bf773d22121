import type { Cell } from '../grid';
import { monthName } from './financial-quarter';
import { readTimescale, readTimescaleText } from './read-timescale';
import type { Month, TimescaleReading } from './timescale-reading';

/** Words that say of a deadline what "from" says of a start; in a column of starts they change nothing. */
const PREPOSITION = /^\s*(?:from|by|in|on|at|before|no later than|not later than)\b\s*/i;

/** A cell's words so that they can be read again; a number is shown in any format, or too wide for its column. */
function wordsOf(cell: Cell, reading: TimescaleReading): string {
  if (cell.kind !== 'number' || reading.end === null) return cell.text.trim();
  return Number.isInteger(cell.value) && reading.end.startsWith(String(cell.value)) ? String(cell.value) : monthName(reading.end);
}

/**
 * What a cell in a column of starts says: "April 2026" there is when the action begins, and no deadline. A period keeps its end, and its
 * text says that it is a start: "From April 2026". A start is never due, so a length of time has no `relative`.
 * Rule: docs/rules.md#timescale-start-column.
 */
export function readStart(cell: Cell): TimescaleReading {
  const plain = readTimescale(cell);
  if (plain.text.trim() === '' || cell.kind === 'error' || cell.kind === 'boolean') return plain;
  const words = wordsOf(cell, plain).replace(PREPOSITION, '');
  const { changedByExcel } = plain;
  const from = readTimescaleText(`From ${words}`);
  if (from.start !== null) return { ...from, relative: null, changedByExcel };
  if (plain.end === null) return { ...plain, text: `Start: ${words}`, relative: null };
  // "To be set up by April 2026": it begins then at the latest.
  return { ...plain, text: `From ${monthName(plain.end)}`, start: plain.end, end: null, relative: null };
}

/** The words of a start and an end together, that read again say the same; null where none do. */
function textOfBoth(from: TimescaleReading, timescale: TimescaleReading): string | null {
  const ends = [timescale.text.trim(), ...(timescale.end === null ? [] : [monthName(timescale.end)])];
  const writings = ends.flatMap((end) => [`${from.text} to ${end}`, `${from.text}; ${end}`]);
  const found = writings.find((text) => {
    const both = readTimescaleText(text);
    return both.start === from.start && both.end === timescale.end && both.ongoing === timescale.ongoing;
  });
  return found ?? null;
}

/** The month by which a start in a column of its own contradicts the timescale beside it: its end before that, or its own start. */
export function contradictedStart(timescale: TimescaleReading, start: TimescaleReading): Month | null {
  if (start.start === null) return null;
  if (timescale.end !== null && timescale.end < start.start) return timescale.end;
  return timescale.start === start.start ? null : timescale.start;
}

/**
 * A timescale with the start that another column gives. A start alone makes no end and so nothing due. Where the two contradict one another
 * the timescale is read as it is, since it is asked which of the two is wrong.
 * Rule: docs/rules.md#timescale-start-column.
 * @param start the cell of the start; an empty one changes nothing.
 */
export function withStart(timescale: TimescaleReading, start: Cell): TimescaleReading {
  const from = readStart(start);
  if (from.text.trim() === '' || start.kind === 'error' || start.kind === 'boolean') return timescale;
  if (timescale.text.trim() === '') return { ...from, changedByExcel: null, withoutYear: false };
  if (timescale.start !== null && timescale.start === from.start) return timescale;
  const isSure = from.start !== null && contradictedStart(timescale, from) === null;
  if (!isSure) return { ...timescale, text: `${from.text}; ${timescale.text}` };
  return { ...timescale, start: from.start, text: textOfBoth(from, timescale) ?? `${from.text}; ${timescale.text}` };
}
