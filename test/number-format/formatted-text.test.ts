import { builtInFormat, builtInId, formattedText } from '../../src/number-format';

type Row = readonly [value: string | number | boolean, format: string, shown: string];

const ACCOUNTING = '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-';
const DATE = 46_082; // 1 March 2026, a Sunday

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  dates: [
    [DATE, 'dd/mm/yyyy', '01/03/2026'],
    [DATE, 'DD/MM/YYYY', '01/03/2026'],
    [DATE, 'mmm-yy', 'Mar-26'],
    [DATE, 'd-mmm', '1-Mar'],
    [DATE, 'mmmm yyyy', 'March 2026'],
    [DATE, 'mmmmm-yy', 'M-26'],
    [DATE, 'dddd d mmmm', 'Sunday 1 March'],
    [DATE, 'mm', '03'],
    [DATE, 'yyy', '2026'],
    [DATE, 'yyyy"/"yy', '2026/26'],
    [DATE, '"Q1 "yyyy', 'Q1 2026'],
    [DATE, '[$-809]dd mmmm yyyy;@', '01 March 2026'],
    [DATE, '[$-40C]mmmm yyyy', 'mars 2026'],
    [DATE, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '01 March 2026'],
  ],
  'the ends of the 1900 calendar': [
    [0, 'dd/mm/yyyy', '00/01/1900'],
    [1, 'dddd', 'Sunday'],
    [59, 'dd/mm/yyyy', '28/02/1900'],
    [60, 'dd/mm/yyyy', '29/02/1900'],
    [61, 'dd/mm/yyyy', '01/03/1900'],
    [2_958_465, 'dd/mm/yyyy', '31/12/9999'],
    [2_958_466, 'dd/mm/yyyy', '########'],
    [-1, 'dd/mm/yyyy', '########'],
    [-0.5, '[h]:mm', '########'],
  ],
  times: [
    [DATE + 0.75, 'dd/mm/yyyy hh:mm', '01/03/2026 18:00'],
    [DATE + 0.75, 'h:mm AM/PM', '6:00 PM'],
    [DATE, 'mm/dd hh:mm', '03/01 00:00'],
    [1.5, '[h]:mm', '36:00'],
    [1.25, '[mm]:ss', '1800:00'],
    [0.5, '[ss]', '43200'],
    [0.123_456_789, 'h:mm:ss.000', '2:57:46.667'],
    [0.123_456, 'h:mm:ss', '2:57:47'],
    [0.52, 'hh"h"mm', '12h28'],
    [DATE + 0.999_999_99, 'dd/mm/yyyy hh:mm:ss', '02/03/2026 00:00:00'],
  ],
  'digits, rounding and scale': [
    [0.5, '0', '1'],
    [2.5, '0', '3'],
    [1234.5, '0', '1235'],
    [1.005, '0.00', '1.01'],
    [-0.4, '0', '0'],
    [0.285, '0%', '29%'],
    [0.073, '0.0%', '7.3%'],
    [1234.5, '#,##0.00', '1,234.50'],
    [0, '#', ''],
    [5, '00', '05'],
    [5, '??0', '  5'],
    [1_500_000, '#,##0,"k"', '1,500k'],
    [1_500_000, '£0.0,,\\m', '£1.5m'],
    [1_234_567, '0.00E+00', '1.23E+06'],
    [12_345, '##0.0E+0', '12.3E+3'],
    [7_654_321, '(000) 000-0000', '(000) 765-4321'],
    [123_456_789_012_345_680, '0', '123456789012346000'],
    [1e20, '0', '100000000000000000000'],
  ],
  fractions: [
    [0.5, '# ?/?', ' 1/2'],
    [1.25, '# ?/?', '1 1/4'],
    [3, '# ?/?', '3    '],
    [2.5, '# ?/8', '2 4/8'],
    [-1.25, '# ?/?', '-1 1/4'],
  ],
  'sections, conditions and colours': [
    [-5, '#,##0;[Red]-#,##0', '-5'],
    [-5, '£#,##0;(£#,##0)', '(£5)'],
    [0, '0;-0;"none"', 'none'],
    [5, ';;;', ''],
    [150, '[>100]"big";[<0]"neg";0', 'big'],
    [50, '[>100]"big";[<0]"neg";0', '50'],
    [3, '[=1]"one";[=2]"two";"many"', 'many'],
    [0.5, '[<1]0%;0', '50%'],
    [5, '[Color10]0', '5'],
  ],
  currency: [
    [1234.5, '[$£-809]#,##0.00', '£1,234.50'],
    [-1234.5, '[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00', '-£1,234.50'],
    [1234.5, '[$€-2] #,##0.00', '€ 1,234.50'],
    [1234.5, ACCOUNTING, ' £1,234.50 '],
    [0, ACCOUNTING, ' £-   '],
  ],
  text: [
    ['abc', 'General', 'abc'],
    ['abc', '@', 'abc'],
    ['abc', '0.00', 'abc'],
    ['abc', '0;-0;0;"<"@">"', '<abc>'],
    ['abc', '@" kg"', 'abc kg'],
    ['abc', 'dd/mm/yyyy;@', 'abc'],
    ['=1+1', '@', '=1+1'],
    [7, '@', '7'],
    [true, '0.00', 'TRUE'],
  ],
  General: [
    [0.1 + 0.2, 'General', '0.3'],
    [1 / 3, 'General', '0.333333333'],
    [-1 / 3, 'General', '-0.333333333'],
    [2027, 'General', '2027'],
    [12_345_678_901, 'General', '12345678901'],
    [123_456_789_012, 'General', '1.23457E+11'],
    [99_999_999_999.9, 'General', '1E+11'],
    [0.000_012_345_678, 'General', '1.23457E-05'],
    [1_234_567.891_234, 'General', '1234567.891'],
    [-5, 'General;"minus "General', 'minus 5'],
    [5, '', '5'],
  ],
};

describe.each(Object.entries(TABLES))('what a British Excel shows: %s', (_kind, rows) => {
  it.each(rows)('%s under %s shows %j', (value, format, shown) => {
    expect(formattedText(value, format)).toBe(shown);
  });
});

const LONG = 255;
/** `format` cut or repeated to the longest that Excel accepts. */
const filled = (format: string): string => format.repeat(LONG).slice(0, LONG);
const VALUES = [0, -1, 0.5, DATE + 0.75, 1e308, 5e-324, Number.MAX_SAFE_INTEGER, 'text', 'x'.repeat(32_767), true];

test.each([
  ...[
    '0',
    '#',
    '?',
    '?/',
    '#,',
    '%',
    ',',
    '.',
    'm',
    'y',
    '[h]',
    '[',
    '"',
    '\\',
    '*',
    '_',
    ';',
    '@',
    'General',
    'AM/PM',
    '[>1]',
    '😀',
    '0E+',
  ].map(filled),
  `0.${'0'.repeat(253)}`,
  `s.${'0'.repeat(253)}`,
  `${'?'.repeat(127)}/${'?'.repeat(127)}`,
  `[>${'9'.repeat(251)}]0`,
  '0"unclosed',
  '0;0;0;0;0',
  '[$-constructor]d mmm',
  '[$-__proto__]d mmm',
  '[$-ZZZZ]0',
  '\0',
  '\ud800',
])('the hostile format %j neither throws nor gives more than a cell can hold', (format) => {
  for (const value of VALUES) {
    const shown = formattedText(value, format);
    expect(shown === null || shown.length <= 32_767).toBe(true);
    expect(formattedText(value, format)).toBe(shown);
  }
});

test.each(['0"unclosed', '0;0;0;0;0', '[0', 'gen', '0'.repeat(256), 'm'.repeat(30_000), '['.repeat(30_000)])(
  'a format that Excel refuses (%#) gives null',
  (format) => {
    expect(formattedText(5, format)).toBeNull();
  },
);

test('a bad format is read once, not once for each cell', () => {
  const bad = filled('[x]0');
  const started = performance.now();
  let refusals = 0;
  for (let cell = 0; cell < 100_000; cell += 1) if (formattedText(cell, bad) === null) refusals += 1;
  expect(refusals).toBe(100_000);
  // Read anew for each cell it would take over 40 seconds.
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('the built-in formats that every Excel shows alike are written by their id', () => {
  expect([builtInFormat(14), builtInFormat(17), builtInFormat(49), builtInFormat(200)]).toEqual(['dd/mm/yyyy', 'mmm-yy', '@', undefined]);
  expect([builtInId('0.00'), builtInId('@'), builtInId('dd/mm/yyyy'), builtInId('mmm-yy')]).toEqual([2, 49, undefined, undefined]);
});
