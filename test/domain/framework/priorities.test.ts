import { outcomesInOrder, outcomesServed, serves, topOutcomes } from '../../../src/domain/framework';

const outcome = (code: string, under?: string) => ({ code, titles: [code], ...(under === undefined ? {} : { under }) });
const FRAMEWORK = { outcomes: [outcome('1.1', '1'), outcome('1'), outcome('2'), outcome('1.2', '1'), outcome('1.1.a', '1.1')] };

test('each outcome with what stands below it behind it, however the framework orders them', () => {
  expect(outcomesInOrder(FRAMEWORK).map((one) => [one.outcome.code, one.above.map(({ code }) => code)])).toEqual([
    ['1', []],
    ['1.1', ['1']],
    ['1.1.a', ['1', '1.1']],
    ['1.2', ['1']],
    ['2', []],
  ]);
  expect(topOutcomes(FRAMEWORK).map(({ code }) => code)).toEqual(['1', '2']);
});

test('a priority counts for the outcome above it, once', () => {
  expect(outcomesServed(FRAMEWORK, ['1.1', '1.2', '2', '9'])).toEqual(['1', '2', '9']);
});

test.each<[string[], string, boolean]>([
  [['1.1'], '1', true],
  [['1'], '1.1', true],
  [['1.1.a'], '1', true],
  [['1.2'], '1.1', false],
  [['2'], '1', false],
  [['9'], '9', true],
])('%j serve %s: %s', (codes, code, is) => expect(serves(FRAMEWORK, codes, code)).toBe(is));
