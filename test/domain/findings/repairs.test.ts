import fc from 'fast-check';
import { anyString } from '../any-string';
import { type Finding } from '../../../src/domain/findings';
import { type Cell, parseA1, textCell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';
import { DATES, findingsIn, goodRow, KENT, readSheet, type RowCells, sheetOf, tuples } from './read-sheet';
import { checkBook } from './check-book';

const REPAIRS: [string, RowCells, string | number, string][] = [
  ['mistyped', goodRow({ outcome: 'SO2,S03, SO4' }), 'SO2,S03, SO4', 'SO2,SO3,SO4'],
  ['out of order', goodRow({ outcome: 'SO3,SO2' }), 'SO3,SO2', 'SO2,SO3'],
  ['twice', goodRow({ outcome: 'SO2,SO2' }), 'SO2,SO2', 'SO2'],
  ['All', goodRow({ outcome: 'All' }), 'All', 'SO1,SO2,SO3,SO4,SO5,SO6'],
  ['a number', goodRow({ outcome: numberCell(2) }), 2, 'SO2'],
  ['a day that was a month', goodRow({ timescale: numberCell(46199, '26-Jun', 'd-mmm') }), 46199, 'June 2026'],
];

test.each(REPAIRS)('repair of %s', (_name, row, before, after) => {
  const found = findingsIn(sheetOf([row]));
  expect(found.length).toBeGreaterThan(0);
  expect(found.map(({ repair }) => repair)).toEqual(found.map(() => ({ kind: 'write', before, after })));
});

const NO_REPAIR: [string, RowCells][] = [
  ['an unknown outcome beside a mistyped one', goodRow({ outcome: 'S03, TBC' })],
  ['words that would be lost', goodRow({ outcome: 'S02 (primary)' })],
  ['a formula', goodRow({ outcome: { ...textCell('S03'), formula: '=B9' } as Cell })],
  ['a lead', goodRow({ ledBy: 'TBC' })],
  ['a missing measure', goodRow({ measure: null })],
];

test.each(NO_REPAIR)('no repair for %s', (_name, row) => {
  const found = findingsIn(sheetOf([row]));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ repair }) => repair !== undefined)).toEqual([]);
});

/** The row with one repair written into its cell as text. */
function repaired(row: RowCells, finding: Finding): RowCells {
  const { cell: address, repair } = finding;
  const column = parseA1(address ?? '')?.column ?? -1;
  return row.map((cell, index) => (index === column ? textCell(repair?.kind === 'write' ? repair.after : '') : cell));
}

test('a repair taken removes its finding and adds no other', () => {
  const outcome = fc
    .array(
      fc.constantFrom(
        'SO1',
        'SO2',
        'S03',
        'SOl',
        '5O1',
        '4',
        ',',
        ', ',
        ';',
        ' and ',
        '-',
        '\n',
        'All',
        'TBC',
        'Outcome 6',
        'Empower patients and carers',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''));
  const timescale = fc.oneof(
    fc.constantFrom('March 2026', 'Ongoing', 'by March', 'TBC', 'December 24'),
    fc
      .tuple(fc.integer({ min: 24, max: 28 }), fc.constantFrom<[number, string]>([45658, 'Jan'], [45717, 'Mar'], [45809, 'Jun']))
      .map(([day, [start, month]]) => numberCell(start + day - 1, `${day}-${month}`, 'd-mmm')),
  );
  let repairs = 0;
  fc.assert(
    fc.property(outcome, timescale, (text, when) => {
      const row = goodRow({ outcome: text, timescale: when });
      const before = findingsIn(sheetOf([row]));
      for (const finding of before.filter(({ repair }) => repair?.kind === 'write')) {
        repairs += 1;
        const after = tuples(findingsIn(sheetOf([repaired(row, finding)]))).map(String);
        expect(after).not.toContain(String([finding.cell, finding.code]));
        for (const left of after) expect(tuples(before).map(String)).toContain(left);
      }
    }),
    { numRuns: 400 },
  );
  expect(repairs).toBeGreaterThan(100);
});

test('any words in any cell: never throws, and the counts of the cells hold', () => {
  const any = anyString(40);
  fc.assert(
    fc.property(any, any, any, any, any, (commitment, ledBy, timescale, measure, outcome) => {
      const read = readSheet(sheetOf([goodRow({ commitment: `x ${commitment}`, ledBy, timescale, measure, outcome })]));
      for (const finding of checkBook(read, KENT, DATES)) {
        expect(parseA1(finding.cell ?? '')).not.toBeNull();
        expect(finding.message).toMatch(/\S.*[.]$/su);
      }
    }),
    { numRuns: 300 },
  );
});
