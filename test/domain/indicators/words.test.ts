import { stemOf, wordsOf } from '../../../src/domain/indicators';

describe('stemOf', () => {
  test.each([
    ['smoking', 'smoke'],
    ['vaccinations', 'vaccination'],
    ['communities', 'community'],
    ['immunized', 'immunised'],
    ['exercising', 'exercise'],
    ['planned', 'plan'],
  ])('%s meets %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  test.each([
    ['caring', 'car'],
    ['business', 'busine'],
    ['mental', 'metal'],
  ])('%s does not meet %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});

describe('wordsOf', () => {
  const check = (text: string, words: string[]) => {
    expect(wordsOf(text).map((word) => word.raw)).toEqual(words);
  };
  test.each<[string, string[]]>([
    ['', []],
    ['The uptake of immunisations', ['uptake', 'immunisations']],
    ['A&E and L&D', ['a&e', 'l&d']],
    ['well-being, well being', ['wellbeing', 'wellbeing']],
    ['children’s carers’ needs', ['children', 'carers', 'needs']],
    ['4,556 per 100,000', ['4,556', 'per', '100,000']],
    ['16-64 year-olds', ['16', '64', 'year', 'olds']],
  ])('%j', check);

  test('each word knows its place', () => {
    const text = 'Mental/emotional health';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Mental', 'emotional', 'health']);
  });
});
