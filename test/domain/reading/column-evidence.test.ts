import { textCell } from '../../../src/domain/grid';
import { likelyHeadings } from '../../../src/domain/reading/column-evidence';
import { KENT } from '../findings/read-sheet';
import { numberCell } from '../grid/number-cell';

const ofTexts = (...texts: readonly string[]): string[] =>
  likelyHeadings(
    texts.map((text) => textCell(text)),
    KENT,
  );

test.each<[what: string, texts: readonly string[], likely: readonly string[]]>([
  ['posts', ['Head of Roads', 'Public Health Consultant', 'Team manager, early years'], ['ledBy']],
  ['names', ['Anna Brown', 'J. Patel', 'Mary O’Neill'], ['ledBy']],
  ['surnames and initials', ['Patel', 'JW', 'Brown'], ['ledBy']],
  ['posts and one that is open', ['Head of Roads', 'TBC', 'Head of Economy'], ['ledBy']],
  ['months', ['March 2026', 'by Dec 2025', 'Q3 2026/27'], ['timescale']],
  ['recurring times', ['ongoing', 'annually', 'March 2026'], ['timescale']],
  ['codes of outcomes', ['SO1', 'SO2, SO3', 'S04'], ['sharedOutcome']],
  ['figures and sentences', ['20 homes are visited', 'Smoking falls to 9%', 'Number of new lets each year'], ['measure']],
  ['shares', ['20%', '9 %', '11%'], ['measure']],
  ['statuses', ['On track', 'Delayed', 'Green'], ['status']],
  ['wards', ['Ashford 1', 'Dover 2', 'Thanet 3'], []],
  ['costs', ['Low cost', 'No cost', 'Low cost'], []],
  ['ranks', ['High', 'Low', 'Medium'], []],
  ['ticks', ['Y', 'N', 'Yes'], []],
  ['nothing', [], []],
])('a column of %s', (_what, texts, likely) => {
  expect(ofTexts(...texts)).toEqual(likely);
});

test('a column of numbers is none of them, nor is one of which half fits', () => {
  expect(likelyHeadings([numberCell(3), numberCell(40)], KENT)).toEqual([]);
  expect(ofTexts('SO1', 'SO2', 'purple', 'green fields of Kent')).toEqual([]);
});

test('a column of dates is a timescale', () => {
  expect(likelyHeadings([numberCell(46199, '26-Jun-26', 'd-mmm-yy'), numberCell(46299, '4-Oct-26', 'd-mmm-yy')], KENT)).toEqual([
    'timescale',
  ]);
});

test('a sentence with a month in it is no timescale', () => {
  const told = 'The programme board agreed in March 2026 that all of the partners would be asked to say how they will take part in it';
  expect(ofTexts(told, told)).toEqual(['measure']);
});
