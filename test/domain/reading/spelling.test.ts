import fc from 'fast-check';
import { isWithinSlips, searchBySpelling } from '../../../src/domain/reading/spelling';

describe('slips between two words', () => {
  test.each<[string, string, number, boolean]>([
    ['measure', 'measure', 0, true],
    ['mesure', 'measure', 1, true],
    ['measuure', 'measure', 1, true],
    ['meazure', 'measure', 1, true],
    ['meausre', 'measure', 1, true],
    ['meusre', 'measure', 1, false],
    ['meusre', 'measure', 2, true],
    ['lead', 'deal', 1, false],
    ['', 'ab', 1, false],
    ['', 'ab', 2, true],
  ])('%s, %s within %s: %s', (a, b, limit, wanted) => {
    expect(isWithinSlips(a, b, limit)).toBe(wanted);
    expect(isWithinSlips(b, a, limit)).toBe(wanted);
  });

  test('a word with some letters changed is within as many slips', () => {
    const changes = fc.array(fc.tuple(fc.nat(20), fc.constantFrom('a', 'z', '')), { maxLength: 3 });
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 16 }), changes, (word, edits) => {
        const letters = word.split('');
        for (const [at, letter] of edits) letters[at % letters.length] = letter;
        expect(isWithinSlips(word, letters.join(''), edits.length)).toBe(true);
      }),
    );
  });
});

describe('a search by spelling', () => {
  const slips = (length: number): number => (length < 3 ? 0 : 2);

  test.each<[string, number[]]>([
    ['', [3]],
    ['lead', [0, 1]],
    ['measure', [2]],
    ['mesures', [2]],
    ['zzz', []],
  ])('%j is found at %j', (text, places) => {
    expect(searchBySpelling(['lead', 'lad', 'measure', ''], slips)(text)).toEqual(places);
  });

  test('finds the words that are within the slips, in their order', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', 'ȁ'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), word, (words, text) => {
        const wanted = [...words.keys()].filter((place) => {
          const other = words[place] ?? '';
          return isWithinSlips(text, other, slips(Math.min(text.length, other.length)));
        });
        expect(searchBySpelling(words, slips)(text)).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });
});
