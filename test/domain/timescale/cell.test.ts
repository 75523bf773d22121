import { type Cell, EMPTY_CELL, serialOfDate, textCell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';
import { readTimescale } from '../../../src/domain/timescale';
import { inShort } from './expected-reading';

function serial(year: number, month: number, day: number): number {
  return serialOfDate({ year, month, day });
}

function changed(cell: Cell): readonly [string, string] | null {
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
    ['a day that is no year: 5 April', numberCell(serial(2025, 4, 5), '05-Apr', 'd-mmm'), '2025-04'],
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
    ['a day too small for a year', numberCell(serial(2025, 3, 12), '12-Mar', 'd-mmm'), '2025-03'],
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

describe('cells that say nothing', () => {
  const cells: readonly (readonly [string, Cell])[] = [
    ['empty', EMPTY_CELL],
    ['an error', { kind: 'error', value: '#N/A', text: '#N/A', format: 'General' }],
    ['an error that looks like a date', { kind: 'error', value: '#VALUE!', text: 'March 2026', format: 'General' }],
    ['TRUE', { kind: 'boolean', value: true, text: 'TRUE', format: 'General' }],
  ];
  it.each(cells)('%s', (_, cell) => expect(inShort(readTimescale(cell))).toBe('x0'));
});
