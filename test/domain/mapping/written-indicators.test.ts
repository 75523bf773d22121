import { kent2025 } from '../../../src/domain/framework';
import { writtenIndicators } from '../../../src/domain/mapping';

const kent = kent2025();

describe('writtenIndicators', () => {
  test.each<[string, string[]]>([
    ['1.14', ['1.14']],
    ['OVI 3.7', ['3.7']],
    ['(OVI 3.7)', ['3.7']],
    ['2.1; 2.2', ['2.1', '2.2']],
    ['1.1, 1.2 and G.2', ['1.1', '1.2', 'G.2']],
    ['3.7\n3.6', ['3.7', '3.6']],
    ['6.1 to 6.3', ['6.1', '6.2', '6.3']],
    ['indicators 1.1-1.3 and P.1', ['1.1', '1.2', '1.3', 'P.1']],
    ['Contributes to logframe indicator 4.2 and to OVI 4.4', ['4.2', '4.4']],
    ['2.1, 2.1', ['2.1']],
    ['1.1', ['1.1']],
    ['1.10', ['1.10']],
    ['3.4 Hospital admissions in Kent due to alcohol', ['3.4']],
    ['Increase employment rates in Kent', ['2.13']],
    ['Inappropriate out of area mental health placements will be at or close to zero.', ['5.4']],
  ])('%j', (text, ids) => {
    expect(writtenIndicators(text, kent)).toEqual(ids);
  });

  test.each([
    '',
    'Fell by 2.1 points',
    '£2.1m',
    '5.1%',
    'spend of 3.4 million',
    '9.9',
    '1.21',
    'v1.1',
    'Numbers trained',
    '23/24 baseline: 4.2',
  ])('%j names none', (text) => {
    expect(writtenIndicators(text, kent)).toEqual([]);
  });

  test('every indicator is known by its id and by its text', () => {
    for (const { id, text } of kent.indicators) {
      expect([writtenIndicators(id, kent), writtenIndicators(text, kent)]).toEqual([[id], [id]]);
    }
  });
});
