import fc from 'fast-check';
import { anyCharacter, anyString } from './any-string';

test.each(['a', '\0', '\u{d7ff}', '\u{e000}', '\u{ffff}', '\u{10000}', '\u{10ffff}', 'é', '😀'])(
  '%j is one of the characters',
  (character) => {
    expect(anyCharacter.canShrinkWithoutContext(character)).toBe(true);
  },
);

test.each(['', 'ab', '\ud800', '\udfff', 'e\u0301', null])('%j is none', (value) => {
  expect(anyCharacter.canShrinkWithoutContext(value)).toBe(false);
});

test('characters of all lengths come, and no half of a pair', () => {
  const all = fc.sample(anyCharacter, { numRuns: 2000, seed: 1 });
  expect(all.every((character) => Array.from(character).length === 1 && !/\p{Surrogate}/u.test(character))).toBe(true);
  expect(new Set(all.map((character) => character.length))).toEqual(new Set([1, 2]));
  expect(all.some((character) => character < '\u{80}')).toBe(true);
});

test('names that objects have come among the strings, as with the characters of fast-check', () => {
  const names = new Set(['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty']);
  const found = (strings: fc.Arbitrary<string>): number =>
    fc.sample(strings, { numRuns: 20_000, seed: 1 }).filter((text) => names.has(text)).length;
  expect(found(anyString(40))).toBeGreaterThan(0);
  expect(found(anyString(40))).toBe(found(fc.string({ unit: 'binary', maxLength: 40 })));
});
