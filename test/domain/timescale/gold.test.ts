import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textCell } from '../../../src/domain/grid';
import { type TimescaleReading, readTimescale } from '../../../src/domain/timescale';

/** A list holds readings that are all accepted; null in a flag accepts either. */
interface GoldCase {
  readonly text: string;
  readonly start: string | null | readonly (string | null)[];
  readonly end: string | null | readonly (string | null)[];
  readonly ongoing: boolean | null;
  readonly provisional: boolean | null;
  readonly conditional: boolean | null;
  readonly relative: readonly [number, number] | null;
  readonly items: number | readonly number[];
}

const gold = JSON.parse(readFileSync(join(__dirname, '../../gold/timescales.json'), 'utf8')) as { cases: GoldCase[] };

function accepted<T>(wanted: T | readonly T[]): readonly T[] {
  return Array.isArray(wanted) ? (wanted as readonly T[]) : [wanted as T];
}

function flag(wanted: boolean | null): readonly boolean[] {
  return wanted === null ? [true, false] : [wanted];
}

function check(wanted: GoldCase, found: TimescaleReading): void {
  expect(found.text).toBe(wanted.text);
  expect(accepted(wanted.start)).toContain(found.start);
  expect(accepted(wanted.end)).toContain(found.end);
  expect(flag(wanted.ongoing)).toContain(found.ongoing);
  expect(flag(wanted.provisional)).toContain(found.provisional);
  expect(flag(wanted.conditional)).toContain(found.conditional);
  expect(found.relative).toEqual(wanted.relative);
  expect(accepted(wanted.items)).toContain(found.items);
  expect(found.changedByExcel).toBeNull();
  expect(found.withoutYear).toBe(false);
}

describe('every timescale printed in the plan', () => {
  it('has all of them', () => expect(gold.cases).toHaveLength(39));
  it.each(gold.cases.map((wanted) => [wanted.text, wanted] as const))('%j', (text, wanted) => {
    check(wanted, readTimescale(textCell(text)));
  });
});
