import { type Cell, EMPTY_CELL, serialOfDate, textCell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';
import { contradictedStart, dueOf, readStart, readTimescale, withStart } from '../../../src/domain/timescale';
import { inShort } from './expected-reading';

const cellOf = (cell: string | Cell): Cell => (typeof cell === 'string' ? (cell === '' ? EMPTY_CELL : textCell(cell)) : cell);
const april = numberCell(serialOfDate({ year: 2026, month: 4, day: 1 }), '01/04/2026', 'dd/mm/yyyy');

describe('a start in a column of its own', () => {
  const rows: readonly (readonly [string | Cell, string, string])[] = [
    ['April 2026', '2026-04..', 'From April 2026'],
    ['Q2 2026', '2026-07..', 'From Q2 2026'],
    ['2026/27', '2026-04..', 'From 2026/27'],
    ['by April 2026', '2026-04..', 'From April 2026'],
    ['Starts April 2026', '2026-04..', 'From Starts April 2026'],
    ['April 2026 onwards', '2026-04.. ongoing', 'From April 2026 onwards'],
    ['April 2026 - March 2027', '2026-04..2027-03', 'From April 2026 - March 2027'],
    [april, '2026-04..', 'From April 2026'],
    [numberCell(2027), '2027-01..', 'From 2027'],
    [numberCell(serialOfDate({ year: 2026, month: 4, day: 1 }), '#####', 'mmm-yy'), '2026-04..', 'From April 2026'],
    ['6 months', '', 'Start: 6 months'],
    ['TBC', 'x0 provisional', 'Start: TBC'],
    ['', 'x0', ''],
  ];
  it.each(rows)('%j is %s', (cell, wanted, text) => {
    const found = readStart(cellOf(cell));
    expect([inShort(found), found.text]).toEqual([wanted, text]);
    if (!wanted.includes('..2027')) expect(dueOf(found, { year: 2025, month: 1, day: 30 })).toBeNull();
  });
});

describe('a start and an end in two columns', () => {
  const end = numberCell(serialOfDate({ year: 2027, month: 3, day: 31 }), 'Mar-27', 'mmm-yy');
  const tooWide = numberCell(serialOfDate({ year: 2027, month: 3, day: 31 }), '####', 'mmm-yy');
  const rows: readonly (readonly [string | Cell, string | Cell, string, string])[] = [
    ['April 2026', 'March 2027', '2026-04..2027-03', 'From April 2026 to March 2027'],
    [april, end, '2026-04..2027-03', 'From April 2026 to Mar-27'],
    [april, tooWide, '2026-04..2027-03', 'From April 2026 to March 2027'],
    ['April 2026', 'Ongoing', '2026-04.. ongoing', 'From April 2026 to Ongoing'],
    ['April 2026', '', '2026-04..', 'From April 2026'],
    ['', 'March 2027', '2027-03', 'March 2027'],
    ['April 2026', 'April 2026 - March 2027', '2026-04..2027-03', 'April 2026 - March 2027'],
    ['Once funded', 'March 2027', '2027-03', 'Start: Once funded; March 2027'],
    ['Ongoing', 'March 2027', '2027-03', 'Start: Ongoing; March 2027'],
    ['April 2027', 'March 2026', '2026-03', 'From April 2027; March 2026'],
  ];
  it.each(rows)('%j and %j are %s', (start, timescale, wanted, text) => {
    const found = withStart(readTimescale(cellOf(timescale)), cellOf(start));
    expect([inShort(found), found.text]).toEqual([wanted, text]);
  });

  it('says the same when the words of both are read again', () => {
    for (const [start, timescale, wanted] of rows.slice(0, 7)) {
      const both = withStart(readTimescale(cellOf(timescale)), cellOf(start));
      expect(inShort(readTimescale(textCell(both.text)))).toBe(wanted);
    }
  });

  const against: readonly (readonly [string, string, string | null])[] = [
    ['April 2027', 'March 2026', '2026-03'],
    ['May 2026', 'April 2026 - March 2027', '2026-04'],
    ['April 2026', 'April 2026 - March 2027', null],
    ['April 2026', 'March 2027', null],
    ['April 2026', 'Ongoing', null],
    ['TBC', 'March 2027', null],
  ];
  it.each(against)('%s against %s: %s', (start, timescale, wanted) => {
    expect(contradictedStart(readTimescale(textCell(timescale)), readStart(textCell(start)))).toBe(wanted);
  });
});
