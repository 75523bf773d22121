import { SEVERITY_OF } from '../../../src/domain/findings';
import type { Cell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';
import { findingsIn, goodRow, HEAD, KENT, sheetOf } from './read-sheet';

/** The codes raised in column F of a row that has nothing wrong elsewhere. */
function check(heading: string, cell: string | Cell, timescale = 'March 2026'): string[] {
  const found = findingsIn(sheetOf([[...goodRow({ timescale }), cell]], [...HEAD, heading]));
  for (const { cell: address, code, severity } of found) expect([address, severity]).toEqual(['F4', SEVERITY_OF[code]]);
  return found.map(({ code }) => code);
}

const messageOf = (heading: string, cell: string | Cell): string | undefined =>
  findingsIn(sheetOf([[...goodRow(), cell]], [...HEAD, heading]))[0]?.message;

const NOTES = [
  '-',
  '–',
  '...',
  'n/a',
  'N/A',
  'tbc',
  'TBC',
  'see 3.7',
  'See notes',
  'as above',
  'To be confirmed',
  'None',
  '?',
  'Not known',
  'ditto',
];

describe('a status', () => {
  test.each(['Purple', 'Fine', 'OK', 'Quite good really', 'Xyz', 'Gren', 'Ambr'])('"%s" is not understood', (status) => {
    expect(check('Status', status)).toEqual(['unreadable-status']);
    // It is told once, not as a row without a status too.
    expect(check('Status', status, 'December 24')).toEqual(['unreadable-status']);
  });

  test.each([
    ...NOTES,
    'On track',
    'green',
    'RAG: Red',
    'Red / Amber',
    'Done in May',
    'Awaiting data',
    'Contract signed',
    'Report written',
    'Steps taken',
    'Not completed',
    '50%',
    'Two of three schools have joined so far',
    '',
  ])('"%s" is no such finding', (status) => {
    expect(check('Status', status)).toEqual([]);
  });

  test('words of a Status cell that tell of progress are still no status when the row is due', () => {
    expect(check('Status', 'Awaiting data', 'December 24')).toEqual(['past-without-status']);
  });

  test('it names the statuses of the framework', () => {
    expect(messageOf('Status', 'Purple')).toBe(
      '"Purple" is none of the statuses, so the row counts as one without. They are on track, at risk, delayed, complete, not started and stopped.',
    );
  });
});

describe('a cost', () => {
  test.each(['Moderately affordable', 'Cheap', 'Purple'])('"%s" is not understood', (cost) => {
    expect(check('Low/no cost', cost)).toEqual(['unreadable-cost']);
  });

  test.each([
    ...NOTES,
    'Low',
    'No cost',
    'funded by the ICB',
    '£5,000',
    '25k',
    'Staff time',
    'Within existing budgets',
    'High',
    'unfunded',
    '',
  ])('"%s" is no such finding', (cost) => {
    expect(check('Low/no cost', cost)).not.toContain('unreadable-cost');
  });

  test('a sum, a share and a date in a cell of their own are no words', () => {
    expect(check('Cost', numberCell(5000))).toEqual([]);
    expect(check('Cost', numberCell(0.5, '50%', '0%'))).toEqual([]);
    expect(check('Cost', numberCell(46199, '26/06/2026', 'dd/mm/yyyy'))).toEqual([]);
  });
});

describe('an indicator', () => {
  test.each<[string, string]>([
    ['9.9', '"9.9"'],
    ['OVI 9.9', '"9.9"'],
    ['OVI9.9', '"9.9"'],
    ['SO9.9', '"9.9"'],
    ['3.7, 9.9', '"9.9"'],
    ['3.7; 9.9 and 8.12', '"9.9" and "8.12"'],
    ['loneliness', '"loneliness"'],
    ['Social isolation', '"Social isolation"'],
    ['P9', '"P9"'],
    ['G.1; P12', '"P12"'],
    ['7', '"7"'],
    ['3,7', '"3,7"'],
    ['3·7', '"3·7"'],
    ['3.7, 12', '"12"'],
  ])('"%s" is unknown', (text, words) => {
    expect(check('Indicator ref', text)).toEqual(['unknown-indicator']);
    expect(messageOf('Indicator ref', text)).toMatch(new RegExp(`^${words} (?:is not an indicator|are not indicators) of the logframe\\.`));
  });

  test.each([
    ...NOTES,
    '3.7',
    'OVI 3.7',
    '1.1',
    '1.10',
    '3.6 and 3.7 (part)',
    '2.1 to 2.3',
    '3.7?',
    'Local measure',
    'SO3',
    'All of SO3',
    '7.3%',
    '1.5 years',
    '£9.9m',
    '9.9.2026',
    '2026',
    '50%',
    '12.05.26',
    'G.1, P.1',
    'SO3, SO4',
    'OVI 3.7 and P.2',
    'Number of adults who take part in the walks each month',
    '',
  ])('"%s" is no finding', (text) => {
    expect(check('Indicator ref', text)).toEqual([]);
  });

  test('the wording of an indicator is no finding', () => {
    for (const { text } of KENT.indicators.slice(0, 20)) expect([text, check('Indicator ref', text)]).toEqual([text, []]);
  });

  test('a number 1.1 is asked about, since 1.10 may have been typed', () => {
    expect(check('Indicator ref', numberCell(1.1, '1.1'))).toEqual(['unknown-indicator']);
    expect(messageOf('Indicator ref', numberCell(1.1, '1.1'))).toBe(
      "Was 1.10 typed here? Excel keeps it as the number 1.1. It is read as 1.1. If 1.10 is meant, type it with an apostrophe in front: '1.10.",
    );
    expect(check('Indicator ref', numberCell(1.1, '1.10', '0.00'))).toEqual([]);
    expect(check('Indicator ref', numberCell(3.7, '3.7'))).toEqual([]);
    expect(check('Indicator ref', numberCell(9.9, '9.9'))).toEqual(['unknown-indicator']);
  });
});
