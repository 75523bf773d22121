import fc from 'fast-check';

/** The code points in the middle that stand for no character: halves of a pair. */
const FIRST_HALF = 0xd800;
const HALVES = 0x800;
const LAST = 0x10ffff;

/**
 * Any character of Unicode, as fast-check's `unit: 'binary'`. That one looks the number of a character up in a map of a million entries,
 * which it builds anew for each arbitrary to see whether strings such as "__proto__" can be shrunk; here the number is worked out.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.nat(LAST - HALVES).map(
  (place) => String.fromCodePoint(place < FIRST_HALF ? place : place + HALVES),
  (character) => {
    const point = typeof character === 'string' ? character.codePointAt(0) : undefined;
    if (point === undefined || String.fromCodePoint(point) !== character || (point >= FIRST_HALF && point < FIRST_HALF + HALVES))
      throw new Error('That is not one character.');
    return point < FIRST_HALF ? point : point - HALVES;
  },
);

/** Any string of such characters, those that trip programs up more often than by chance. */
export const anyString = (maxLength: number): fc.Arbitrary<string> => fc.string({ unit: anyCharacter, maxLength });
