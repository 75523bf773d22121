import { kent2025 } from '../../../src/domain/framework';
import { createRanker } from '../../../src/domain/mapping';
import plain from '../../bench/mapping/plain-rows.json';

const ranker = createRanker(kent2025());
const ranked = (commitment: string, measure = '', outcomes = ''): string[] =>
  ranker
    .rank({ commitment, measure, theme: null, outcomes: outcomes === '' ? [] : outcomes.split(','), directorate: null })
    .map(({ id }) => id);

interface Row {
  readonly kind: string;
  readonly agreed: readonly string[];
  readonly either: readonly string[];
  readonly ids: readonly string[];
}

const ids = (list: string): string[] => list.split(',').filter((id) => id !== '');
const rows = plain.actions.map(([kind = '', commitment = '', measure = '', outcomes = '', agreed = '', also = '']): Row => {
  return { kind, agreed: ids(agreed), either: [...ids(agreed), ...ids(also)], ids: ranked(commitment, measure, outcomes) };
});

const recall = (list: readonly Row[]): number =>
  list.reduce((sum, row) => sum + row.agreed.filter((id) => row.ids.slice(0, 5).includes(id)).length, 0) /
  list.reduce((sum, { agreed }) => sum + agreed.length, 0);
const precision = (list: readonly Row[]): number => list.filter((row) => row.either.includes(row.ids[0] ?? '')).length / list.length;

describe('rows of other councils, in the logframe’s words and in plain ones', () => {
  test.each([
    ['official', 0.94, 0.94],
    ['plain', 0.9, 0.9],
  ])('%s', (kind, leastRecall, leastPrecision) => {
    const own = rows.filter((row) => row.kind === kind);
    expect(own.length).toBeGreaterThan(150);
    expect(recall(own)).toBeGreaterThanOrEqual(leastRecall);
    expect(precision(own)).toBeGreaterThanOrEqual(leastPrecision);
  });

  test('every indicator that an action can serve is looked for in plain words', () => {
    const wanted = new Set(rows.flatMap(({ agreed }) => agreed));
    expect(
      kent2025()
        .indicators.filter(({ id }) => !wanted.has(id))
        .map(({ id }) => id),
    ).toEqual(['G.4']);
  });

  test('nineteen in twenty rows that serve nothing are left alone', () => {
    const alone = plain.traps.filter(([commitment = '', outcomes = '']) => ranked(commitment, '', outcomes).length === 0);
    expect(plain.traps.length).toBeGreaterThan(200);
    expect(alone.length / plain.traps.length).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    ['eye tests for people with diabetes in a market hall', '3.8'],
    ['Blood pressure checks at libraries, barbers and pharmacies', '3.6'],
    ['A flu clinic for nurses and carers', '3.13'],
    ['Stop smoking sessions in family hubs and children’s centres', '2.5,1.15'],
    ['Case reviews for patients with complex needs', '4.7'],
    ['A personal action plan for every child with asthma', '1.9'],
  ])('the subject comes before the place and the people: %s', (commitment, wanted) => {
    expect(wanted.split(',')).toContain(ranked(commitment)[0]);
  });

  test.each([
    'Keep a running total of invoices',
    'A team trip to the coast',
    'Exercise the option to extend the contract',
    'Health check of the council’s finances',
    'Weight the survey results by age',
    'Screen planning applications for errors',
    'Drinking fountains in the civic centre',
    'Heart of the county branding',
    'Launch the consultation on parking charges',
    'Smoke test the new sewers',
  ])('a word in another sense: %s', (commitment) => {
    expect(ranked(commitment, '', 'SO2')).toEqual([]);
  });
});
