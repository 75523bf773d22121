import { cellText } from '../../../src/adapters/files/cell-text';

const CASES: readonly (readonly [string | number | boolean, string, string])[] = [
  [46_082, 'mmm-yy', 'Mar-26'],
  [46_082, 'd-mmm', '1-Mar'],
  [46_082, 'dd/mm/yyyy', '01/03/2026'],
  [46_082, 'dd/mm/yyyy;@', '01/03/2026'],
  [46_082, '[$-809]dd mmmm yyyy', '01 March 2026'],
  [46_082, 'dd\\-mmm\\-yy', '01-Mar-26'],
  [46_082, 'mmmmm', 'M'],
  [46_082.75, 'dd/mm/yyyy hh:mm', '01/03/2026 18:00'],
  [0.5, 'h:mm AM/PM', '12:00 PM'],
  [1.5, '[h]:mm', '36:00'],
  [0.073, '0.0%', '7.3%'],
  [1234.5, '#,##0.00', '1,234.50'],
  [-1234.5, '£#,##0.00;[Red]-£#,##0.00', '-£1,234.50'],
  [1234.5, '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', '£1,234.50'],
  [0, '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', '£-'],
  [12, '000', '012'],
  [5, '0" days"', '5 days'],
  [-0.4, '0', '0'],
  [0.1 + 0.2, 'General', '0.3'],
  [1 / 3, 'General', '0.333333333'],
  [-1 / 3, 'General', '-0.333333333'],
  [123_456_789_012, 'General', '1.23457E+11'],
  [0.000_012_345_678, 'General', '1.23457E-05'],
  [2027, 'General', '2027'],
  [2027, '@', '2027'],
  ['=text', '@', '=text'],
  ['x', '0;0;0;"<"@">"', '<x>'],
  [true, 'General', 'TRUE'],
  // A date that Excel cannot show: the number says more than a row of "#".
  [-1, 'dd/mm/yyyy', '-1'],
  [2_958_466, 'dd/mm/yyyy', '2958466'],
  // Room that the format leaves for alignment goes, spaces of the text itself stay.
  [' n/a ', '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', ' n/a '],
  ['x', '0;0;0;"_a"@\\_"z"*-_e', '_ax_z'],
  [' x', 'General', ' x'],
  // A format that Excel would refuse counts as General.
  [1234.5, `0.${'0'.repeat(401)}`, '1234.5'],
  [1234.5, '0;0;0;0;0', '1234.5'],
  ['x', '0"unclosed', 'x'],
];

describe('cellText shows what Excel shows', () => {
  it.each(CASES)('%s under %s is %s', (value, format, expected) => {
    expect(cellText(value, format)).toBe(expected);
  });
});
