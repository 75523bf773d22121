import fc from 'fast-check';
import { anyString } from '../any-string';
import { textCell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';
import { type TimescaleReading, readTimescale } from '../../../src/domain/timescale';
import { MONTH_NAMES } from '../../../src/domain/timescale/month-index';
import { statementsOf } from '../../../src/domain/timescale/statements-of';
import { tokenise } from '../../../src/domain/timescale/token';
import { TokenStream } from '../../../src/domain/timescale/token-stream';

/** What is true of every reading. */
function check(reading: TimescaleReading, text: string): void {
  expect(reading.text).toBe(text);
  for (const month of [reading.start, reading.end]) if (month !== null) expect(month).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
  if (reading.start !== null && reading.end !== null) expect(reading.start <= reading.end).toBe(true);
  expect(reading.items).toBeGreaterThanOrEqual(0);
  expect(Number.isInteger(reading.items)).toBe(true);
  if (reading.start !== null || reading.end !== null || reading.relative !== null || reading.ongoing || reading.conditional) {
    expect(reading.items).toBeGreaterThan(0);
  }
  if (reading.relative !== null) {
    expect(reading.relative[0]).toBeGreaterThanOrEqual(0);
    expect(reading.relative[1]).toBeGreaterThanOrEqual(reading.relative[0]);
    expect(reading.relative[1]).toBeLessThan(1000);
  }
}

/** Words that the grammar knows, and marks, in any order: what random characters would seldom make. */
const PIECES = `March Mar may Sept '25 25 2025 2025/26 25/26 31/03/2026 Q3 Q1-2 - – / , ; . ( ) : ? + & and or to by from until since
 between onwards ongoing on-going annual each every TBC provisional once when if subject to funding mid- early end of the start
 launched commenced to be within 6 months 12-18 years year 1 spring winter Easter FY financial year w/c 31st first half quarter
 5 100% £2025 2,025 for up next old Febuary xyzzy`
  .split(/\s+/)
  .concat(['\n', '\u00A0', '•', ' ']);

const spoken = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', '')), { maxLength: 24 })
  .map((parts) => parts.flat().join(''));

describe('any text', () => {
  it('is read without failing', () => {
    fc.assert(
      fc.property(anyString(200), (text) => check(readTimescale(textCell(text)), text)),
      { numRuns: 2000 },
    );
  });

  it('made of the words of timescales keeps what is true of every reading', () => {
    fc.assert(
      fc.property(spoken, (text) => check(readTimescale(textCell(text)), text)),
      { numRuns: 2000 },
    );
  });

  it('reads alike whatever its case, dashes and surrounding space', () => {
    const bare = (text: string): unknown => ({ ...readTimescale(textCell(text)), text: '' });
    const months = fc.record({ month: fc.constantFrom(...MONTH_NAMES), year: fc.integer({ min: 2020, max: 2059 }) });
    fc.assert(
      fc.property(months, months, ({ month, year }, to) => {
        const text = `${month} ${year} - ${to.month} ${to.year}`;
        const wanted = bare(text);
        for (const other of [text.toUpperCase(), text.replace('-', '–'), ` ${text} `, text.replaceAll(' ', '\u00A0')]) {
          expect(bare(other)).toEqual(wanted);
        }
      }),
    );
  });

  it('reads every month and year in every usual writing as the same deadline', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2020, max: 2059 }), (month, year) => {
        const name = MONTH_NAMES[month - 1] ?? '';
        const [short, two, figures] = [name.slice(0, 3), String(year % 100), String(month).padStart(2, '0')];
        const wanted = `${year}-${figures}`;
        const writings = [
          `${name} ${year}`,
          `${short} ${two}`,
          `${short}-${two}`,
          `${short} '${two}`,
          `${name}${year}`,
          `by end ${name} ${year}`,
        ];
        for (const text of [
          ...writings,
          `${figures}/${year}`,
          wanted,
          `28/${figures}/${year}`,
          `28th ${name} ${year}`,
          `${short}. ${two}`,
        ]) {
          const reading = readTimescale(textCell(text));
          expect([text, reading.start, reading.end, reading.items]).toEqual([text, null, wanted, 1]);
        }
      }),
    );
  });

  it('any number in any format is read without failing', () => {
    const formats = fc.constantFrom('General', 'd-mmm', 'mmm-yy', 'dd/mm/yyyy', '0%', '@', '');
    fc.assert(
      fc.property(fc.double(), formats, fc.string(), (value, format, text) => check(readTimescale(numberCell(value, text, format)), text)),
      { numRuns: 2000 },
    );
  });
});

describe('long texts', () => {
  function looks(text: string): number {
    const stream = new TokenStream(tokenise(text));
    statementsOf(stream);
    return stream.looks;
  }

  const units = [
    ...PIECES,
    '1-',
    '1/',
    'end-',
    'mid-early-',
    'from from ',
    'each ',
    'a ',
    '31/',
    'Mar-',
    "'",
    '((((',
    'w/',
    'to be ',
    '2025-26-',
    'Q1-',
    'year ',
    'half a ',
    'up to ',
    'between ',
    'Febrary ',
  ];
  it.each(units)('repeating %j looks at each token a bounded number of times', (unit) => {
    const times = 250;
    const text = `${unit} `.repeat(times);
    const tokens = tokenise(text).length;
    expect(tokens).toBeLessThanOrEqual(text.length);
    expect(looks(text)).toBeLessThan(120 * (tokens + 1));
    // Twice the text, twice the looks, give or take the ends.
    expect(looks(text + text)).toBeLessThan(2.1 * looks(text) + 5000);
  });

  it('is read as far as any timescale goes', () => {
    const text = 'March 2026, June and Sept 2027; '.repeat(1023);
    const reading = readTimescale(textCell(text));
    expect(reading.text).toBe(text);
    expect(reading.end).toBe('2027-09');
    expect(reading.items).toBe(3 * 50);
  });
});
