import { type Cell, EMPTY_CELL, serialOfDate, textCell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';
import { readTimescale } from '../../../src/domain/timescale';
import { inShort } from './expected-reading';

function serial(year: number, month: number, day: number): number {
  return serialOfDate({ year, month, day });
}

function changed(cell: Cell): readonly [string | null, string] | null {
  const found = readTimescale(cell).changedByExcel;
  return found === null ? null : [found.meant, found.holds];
}

describe('cells that hold numbers', () => {
  const cells: readonly (readonly [string, Cell, string])[] = [
    ['a year', numberCell(2027), '2027-12'],
    ['a year in a cell formatted as a date, shown as Jul-05', numberCell(2027, 'Jul-05', 'mmm-yy'), '2027-12'],
    ['a year shown with a thousands comma', numberCell(2027, '2,027', '#,##0'), '2027-12'],
    ['a month', numberCell(46082, 'Mar-26', 'mmm-yy'), '2026-03'],
    ['a month too wide for its column', numberCell(46082, '########', 'mmm-yy'), '2026-03'],
    ['a full date', numberCell(serial(2026, 3, 31), '31/03/2026', 'dd/mm/yyyy'), '2026-03'],
    ['a full date with its time', numberCell(serial(2026, 3, 31) + 0.5, '31/03/2026 12:00', 'dd/mm/yyyy hh:mm'), '2026-03'],
    ['a long British date', numberCell(serial(2025, 9, 1), '01 September 2025', '[$-809]dd mmmm yyyy;@'), '2025-09'],
    ['a date that has lost its format', numberCell(46082), '2026-03'],
    ['the last of March', numberCell(serial(2026, 3, 31), '31-Mar', 'd-mmm'), '2026-03'],
    ['months by format', numberCell(6, '6 months', '0" months"'), '0.5-0.5y'],
    ['a small number', numberCell(3), 'x0'],
    ['a fraction', numberCell(0.25, '25%', '0%'), 'x0'],
    ['a negative number', numberCell(-46082), 'x0'],
    ['not a number', numberCell(NaN), 'x0'],
    ['an endless one', numberCell(Infinity), 'x0'],
    ['a sum of money', numberCell(46082.5, '£46,082.50', '£#,##0.00'), 'x0'],
  ];
  it.each(cells)('%s', (_, cell, wanted) => {
    expect(inShort(readTimescale(cell))).toBe(wanted);
    expect(readTimescale(cell).text).toBe(cell.text);
    expect(changed(cell)).toBeNull();
  });
});

describe('cells that Excel changed', () => {
  const cells: readonly (readonly [string, Cell, string, string])[] = [
    ['March 25', numberCell(serial(2025, 3, 25), '25-Mar', 'd-mmm'), '2025-03', '25 March 2025'],
    ['June 26', numberCell(serial(2025, 6, 26), '26-Jun', 'd-mmm'), '2026-06', '26 June 2025'],
    ['Sept 27, typed in 2026', numberCell(serial(2026, 9, 27), '27-Sep', 'd-mmm'), '2027-09', '27 September 2026'],
    ['shown as 25 March', numberCell(serial(2025, 3, 25), '25 March', 'd mmmm'), '2025-03', '25 March 2025'],
    ['with a locale in the format', numberCell(serial(2025, 3, 25), '25 March', '[$-809]dd mmmm;@'), '2025-03', '25 March 2025'],
    ['in figures', numberCell(serial(2025, 3, 25), '25/03', 'dd/mm'), '2025-03', '25 March 2025'],
    ['with the format lost but the text kept', numberCell(serial(2025, 3, 25), '25-Mar', 'General'), '2025-03', '25 March 2025'],
    ['carried as text by a CSV file', textCell('25-Mar'), '2025-03', '25 March'],
    ['another', textCell('26-Jun'), '2026-06', '26 June'],
  ];
  it.each(cells)('%s', (_, cell, meant, holds) => {
    expect(changed(cell)).toEqual([meant, holds]);
    expect(inShort(readTimescale(cell))).toBe(meant);
  });

  const unchanged: readonly (readonly [string, Cell, string])[] = [
    ['a date that shows its year', numberCell(serial(2025, 3, 25), '25/03/2025', 'dd/mm/yyyy'), '2025-03'],
    ['a month and year', numberCell(serial(2025, 3, 25), 'Mar-25', 'mmm-yy'), '2025-03'],
    ['a day too small for a year and too large for a month', numberCell(serial(2025, 3, 13), '13-Mar', 'd-mmm'), '2025-03'],
    ['a year too far from the one in the cell', numberCell(serial(2036, 3, 25), '25-Mar', 'd-mmm'), '2036-03'],
    ['a formula, which nobody typed', { ...numberCell(serial(2025, 6, 26), '26-Jun', 'd-mmm'), formula: '=A1+30' }, '2025-06'],
    ['a day in the words of a text', textCell('25 March'), 'withoutYear'],
    ['a last day of March as text', textCell('31-Mar'), 'withoutYear'],
  ];
  it.each(unchanged)('%s is not one', (_, cell, wanted) => {
    expect(changed(cell)).toBeNull();
    expect(inShort(readTimescale(cell))).toBe(wanted);
  });
});

describe('ranges of which Excel made a date', () => {
  const ranges: readonly (readonly [string, Cell, string, string])[] = [
    ['3-4', numberCell(serial(2026, 4, 3), '03-Apr', 'd-mmm'), '3 April 2026', '3-4 3/4'],
    ['1/2', numberCell(serial(2026, 2, 1), '01-Feb', 'd-mmm'), '1 February 2026', '1-2 1/2'],
    ['6-12', numberCell(serial(2026, 12, 6), '06-Dec', 'd-mmm'), '6 December 2026', '6-12 6/12'],
    ['in figures', numberCell(serial(2026, 4, 3), '03/04', 'dd/mm'), '3 April 2026', '3-4 3/4'],
    ['12-18, no day and no year of a plan', numberCell(serial(2018, 12, 1), 'Dec-18', 'mmm-yy'), '1 December 2018', '12-18 12/18'],
    ['12-36', numberCell(serial(1936, 12, 1), 'Dec-36', 'mmm-yy'), '1 December 1936', '12-36 12/36'],
    ['2/30', numberCell(serial(1930, 2, 1), 'Feb-30', 'mmm-yy'), '1 February 1930', '2-30 2/30'],
    ['carried as text by a CSV file', textCell('3-Apr'), '3 April', '3-4 3/4'],
  ];
  it.each(ranges)('%s', (_, cell, holds, typed) => {
    const { changedByExcel, start, end, relative } = readTimescale(cell);
    expect(changedByExcel).toEqual({ meant: null, holds, typed: typed.split(' ') });
    expect([start, end, relative]).toEqual([null, null, null]);
  });

  const dates: readonly (readonly [string, Cell, string])[] = [
    ['10/26, which is a month', numberCell(serial(2026, 10, 1), 'Oct-26', 'mmm-yy'), '2026-10'],
    ['a date with its year', numberCell(serial(2026, 4, 3), '03/04/2026', 'dd/mm/yyyy'), '2026-04'],
    ['a date with a short year', numberCell(serial(2018, 12, 1), '01/12/18', 'dd/mm/yy'), '2018-12'],
    ['a day within the month', numberCell(serial(2018, 12, 14), 'Dec-18', 'mmm-yy'), '2018-12'],
    ['a formula', { ...numberCell(serial(2026, 4, 3), '03-Apr', 'd-mmm'), formula: '=A1+30' }, '2026-04'],
    ['text that is a range', textCell('3-4 months'), '0.25-0.333y'],
    ['text of a financial year', textCell('25/26'), '2026-03'],
  ];
  it.each(dates)('%s is what it is', (_, cell, wanted) => {
    expect(changed(cell)).toBeNull();
    expect(inShort(readTimescale(cell))).toBe(wanted);
  });
});

describe('cells that say nothing', () => {
  const cells: readonly (readonly [string, Cell])[] = [
    ['empty', EMPTY_CELL],
    ['an error', { kind: 'error', value: '#N/A', text: '#N/A', format: 'General' }],
    ['an error that looks like a date', { kind: 'error', value: '#VALUE!', text: 'March 2026', format: 'General' }],
    ['TRUE', { kind: 'boolean', value: true, text: 'TRUE', format: 'General' }],
  ];
  it.each(cells)('%s', (_, cell) => expect(inShort(readTimescale(cell))).toBe('x0'));
});
