import { readTyped } from '../../../src/preview/excel-host/typed-text';
import { HostError } from '../../../src/preview/excel-host/host-error';
import { formattedText } from '../../../src/number-format';
import { TODAY } from './loaded-host';

/** What Excel makes of a text, as one word and what the cell then shows. */
function read(text: string, format = 'General'): string {
  try {
    const reading = readTyped(text, format, TODAY);
    switch (reading.kind) {
      case 'empty':
        return 'empty';
      case 'formula':
        return `formula ${reading.formula}`;
      case 'number':
        return `number ${formattedText(reading.value, reading.format ?? 'General') ?? '?'}`;
      case 'text':
        return `${reading.quotePrefix ? 'quoted' : 'text'} ${reading.value}`;
      case 'boolean':
      case 'error':
        return `${reading.kind} ${String(reading.value)}`;
    }
  } catch (reason) {
    if (reason instanceof HostError) return reason.code;
    throw reason;
  }
}

test.each([
  // Plain text, and what only looks like something else.
  ['SO1', 'text SO1'],
  ['SO1, SO2', 'text SO1, SO2'],
  ['Q1 2026', 'text Q1 2026'],
  ['2025/26', 'text 2025/26'],
  ['23/24 baseline', 'text 23/24 baseline'],
  ['1-2 years', 'text 1-2 years'],
  ['mid-2026', 'text mid-2026'],
  ['Feb 2026 onwards', 'text Feb 2026 onwards'],
  ['12,34', 'text 12,34'],
  ['=', 'text ='],
  ['-', 'text -'],
  ['Mayor', 'text Mayor'],
  // Numbers.
  ['12', 'number 12'],
  [' 12 ', 'number 12'],
  ['-12.5', 'number -12.5'],
  ['1,234', 'number 1,234'],
  ['£10,000', 'number £10,000'],
  ['12%', 'number 12%'],
  ['7.35%', 'number 7.35%'],
  ['(12)', 'number -12'],
  ['1E2', 'number 1.00E+02'],
  ['10:30', 'number 10:30'],
  ['9:05 pm', 'number 9:05 PM'],
  ['true', 'boolean true'],
  ['#N/A', 'error #N/A'],
  // Dates, day before month; the year left out is today's.
  ['1-2', 'number 1-Feb'],
  ['Mar 2026', 'number Mar-26'],
  ['March 2026', 'number Mar-26'],
  ['March 25', 'number 25-Mar'],
  ['June 26', 'number 26-Jun'],
  ['Mar-26', 'number 26-Mar'],
  ['Feb 30', 'number Feb-30'],
  ['25 March', 'number 25-Mar'],
  ['1 March 2026', 'number 1-Mar-26'],
  ['March 1, 2026', 'number 1-Mar-26'],
  ['01/04/2026', 'number 01/04/2026'],
  ['2026-04-01', 'number 01/04/2026'],
  ['10/24', 'number Oct-24'],
  ['13/24', 'text 13/24'],
  ['31/02/2026', 'text 31/02/2026'],
  ['3/2026', 'number Mar-26'],
  ['2025/6', 'number Jun-25'],
  // Formulas, and prose that Excel takes for one and refuses.
  ['=1+1', 'formula =1+1'],
  ['+A1', 'formula =+A1'],
  ['-A1', 'formula =-A1'],
  ['@name', 'formula =@name'],
  ['=HYPERLINK("#\'A b\'!B7","say ""hi"" now")', 'formula =HYPERLINK("#\'A b\'!B7","say ""hi"" now")'],
  ['- reduce waste', 'InvalidArgument'],
  ['+44 1622 000000', 'InvalidArgument'],
  ['=(1', 'InvalidArgument'],
  [`=${'1+'.repeat(5000)}1`, 'FormulaLengthExceedsLimit'],
  ['x'.repeat(32_768), 'InvalidArgument'],
  ['', 'empty'],
  // An apostrophe keeps text.
  ["'=1+1", 'quoted =1+1'],
  ["'Mar 2026", 'quoted Mar 2026'],
])('in a General cell %s is %s', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test.each(['=1+1', 'Mar 2026', '1-2', '12', '- reduce waste', 'true'])('in a text cell %s stays text', (typed) => {
  expect(read(typed, '@')).toBe(`text ${typed}`);
});
