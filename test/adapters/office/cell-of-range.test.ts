import { cellOf } from '../../../src/adapters/office/cell-of-range';

type Sent = readonly [value: unknown, text: unknown, format: unknown, formula: unknown, type: unknown];

const CASES: readonly (readonly [string, Sent, unknown])[] = [
  ['an empty cell', ['', '', 'General', '', 'Empty'], null],
  ['a text', ['SO1', 'SO1', '@', 'SO1', 'String'], { kind: 'text', value: 'SO1', text: 'SO1', format: '@' }],
  [
    'a text like a formula',
    ['=1+1', '=1+1', 'General', '=1+1', 'String'],
    { kind: 'text', value: '=1+1', text: '=1+1', format: 'General' },
  ],
  [
    'a formula with a text',
    ['a', 'a', 'General', '="a"', 'String'],
    { kind: 'text', value: 'a', text: 'a', format: 'General', formula: '="a"' },
  ],
  [
    'a formula that shows nothing',
    ['', '', 'General', '=""', 'String'],
    { kind: 'empty', value: null, text: '', format: 'General', formula: '=""' },
  ],
  ['a date', [46082, 'Mar-26', 'mmm-yy', 46082, 'Double'], { kind: 'number', value: 46082, text: 'Mar-26', format: 'mmm-yy' }],
  ['a truth value', [true, 'TRUE', 'General', true, 'Boolean'], { kind: 'boolean', value: true, text: 'TRUE', format: 'General' }],
  [
    'an error',
    ['#N/A', '#N/A', 'General', '=NA()', 'Error'],
    { kind: 'error', value: '#N/A', text: '#N/A', format: 'General', formula: '=NA()' },
  ],
  ['letters of an error', ['#N/A', '#N/A', '@', '#N/A', 'String'], { kind: 'text', value: '#N/A', text: '#N/A', format: '@' }],
];

it.each(CASES)('reads %s', (_, sent, cell) => expect(cellOf(...sent)).toEqual(cell));
