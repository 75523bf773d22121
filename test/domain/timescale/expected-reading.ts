import { textCell } from '../../../src/domain/grid';
import { type TimescaleReading, readTimescale } from '../../../src/domain/timescale';

/** A text, the reading it must have in short, and why. */
export type Row = readonly [text: string, reading: string, why: string];

const FLAGS = ['ongoing', 'provisional', 'conditional', 'withoutYear'] as const;

/**
 * A reading in short: "2026-03" is an end, "2026-03.." a start, "2025-04..2026-03" both, "x2" two items, "1-1.5y" relative years,
 * and the names of the flags that are set. "x0" is a text that says nothing of when.
 */
export function inShort(reading: TimescaleReading): string {
  const months = reading.start === null ? (reading.end ?? '') : `${reading.start}..${reading.end ?? ''}`;
  const years = reading.relative === null ? '' : `${reading.relative.map((year) => Number(year.toFixed(3))).join('-')}y`;
  const items = reading.items === 1 ? '' : `x${reading.items}`;
  return [months, years, items, ...FLAGS.filter((flag) => reading[flag])].filter((part) => part !== '').join(' ');
}

export function check(text: string, wanted: string): void {
  const reading = readTimescale(textCell(text));
  expect(inShort(reading)).toBe(wanted);
  expect(reading.text).toBe(text);
}
