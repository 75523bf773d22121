import fc from 'fast-check';
import { isAscii, patternByText } from '../../../src/domain/wording';

const PATTERNS = [
  /(?<![\p{L}\p{N}])(?:fund|grants?|key skills)(?![\p{L}\p{N}])/giu,
  /\b(?:increas\w*|more)\b[^.;\n]*\bpeople\b/giu,
  /^[^\p{L}\p{N}]*(\p{Lu}\p{Ll}+)\s[^\p{L}]/gu,
  /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|&|[[\]/]/gu,
  /\s+|\p{M}|[–—•]/gu,
];

const found = (pattern: RegExp, text: string): string[] =>
  Array.from(text.matchAll(pattern), ({ 0: words, index }) => `${String(index)} ${words}`);

const PIECES = [
  ...[
    'fund',
    'Grants',
    'key skills',
    'increase',
    'More',
    'people',
    'Ash',
    "carer's",
    'carer’s',
    '12',
    '£5k',
    'a–b',
    '[x]',
    'K/S',
    '•',
    '…',
    '_',
  ],
  ...['é', 'ſkills', 'K', 'É', 'İ', 'ß', '½', '²', 'e\u0301', '日', '\u{1f600}', '\ud800', '\u00a0', '\u200b', '\n', ' ', '.', ';'],
];

test('a pattern and its twin for English texts find the same in any text', () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.constant(' ')), { maxLength: 12 }).map((pieces) => pieces.join(''));
  const byText = PATTERNS.map((pattern) => ({ pattern, byText: patternByText(pattern) }));
  fc.assert(
    fc.property(text, (some) => {
      for (const one of byText) expect(found(one.byText(some), some)).toEqual(found(one.pattern, some));
    }),
    { numRuns: 2000 },
  );
});

test.each<[string, boolean]>([
  ['', true],
  ['Help 12 families & carers, by June', true],
  ['Carers’ “plan” – £5k…', true],
  ['A café in Faversham', false],
  // These two are an "s" and a "k" to a pattern with the flag `u`.
  ['ſkills', false],
  ['\u212aent', false],
  ['½ of them', false],
])('%j is left to the twin: %j', (text, isLeft) => {
  expect(patternByText(/\p{L}/u)(text).unicode).toBe(!isLeft);
});

test('a property of letters of which no twin is known is refused', () => {
  expect(() => patternByText(/\p{Sc}/u)('plain')).toThrow();
});

test.each<[string, boolean]>([
  ['', true],
  ['a\n~\x7f', true],
  ['£', false],
  ['e\u0301', false],
])('%j is of ASCII alone: %j', (text, is) => {
  expect(isAscii(text)).toBe(is);
});
