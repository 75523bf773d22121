import fc from 'fast-check';
import { kent2025 } from '../../../src/domain/framework';
import { type IndicatorReading, readTargets } from '../../../src/domain/targets';
import { NUMBER_WORDS } from '../../../src/domain/targets/number-words';
import { anyString } from '../any-string';
import { OTHER_WORDINGS } from './other-wordings';

const KENT = kent2025();
const read = (text: string): IndicatorReading => readTargets({ id: '1', text, status: 'agreed', meansOfVerification: text }, KENT);

/** Pieces of wordings in any order, with other characters between. */
const pieces = [
  ...OTHER_WORDINGS.map(([wording]) => wording),
  ...KENT.indicators.flatMap(({ text, meansOfVerification }) => [text, meansOfVerification]),
].flatMap((text) => text.split(/(?<=[ ,(])/));
const anyWording = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: anyString(6) }), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** Every number that a text may be said to print, in digits or words. */
function numbersPrinted(text: string): Set<number> {
  const plain = text.replace(/(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, ',');
  const digits = [plain, plain.replaceAll(',', '')].flatMap((each) =>
    [...each.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number)),
  );
  const spelt = (plain.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => NUMBER_WORDS.get(word) ?? []);
  const both = spelt.flatMap((ten, index) => [ten, ten + (spelt[index + 1] ?? 0)]);
  return new Set([...digits.flatMap((number) => [1, 1e3, 1e6, 1e9].map((scale) => number * scale)), ...both]);
}

const figuresOf = ({ measures }: IndicatorReading): number[] =>
  measures
    .flatMap(({ targets }) => targets.flatMap(({ value, baseline, compare }) => [value, baseline?.value, compare?.value]))
    .filter((each) => typeof each === 'number');

it('gives no figure that does not stand in the text, fails on none, and reads the same twice', () => {
  fc.assert(
    fc.property(anyWording, (text) => {
      const reading = read(text);
      const printed = numbersPrinted(text);
      expect(figuresOf(reading).filter((figure) => !printed.has(figure))).toEqual([]);
      expect(read(text)).toEqual(reading);
    }),
    { numRuns: 600 },
  );
});

it('fails on no text of any characters', () => {
  fc.assert(
    fc.property(anyString(200), (text) => {
      expect(read(text).id).toBe('1');
    }),
    { numRuns: 300 },
  );
});

it('keeps level, change and implied level in step', () => {
  fc.assert(
    fc.property(anyWording, (text) => {
      for (const { targets } of read(text).measures)
        for (const { kind, value, impliedValue, change } of targets) {
          if (value !== null) expect(impliedValue).toBe(value);
          if (kind === 'relative change' || kind === 'rank change') expect(value).toBeNull();
          if (change !== null) expect(Number.isFinite(change.amount)).toBe(true);
        }
    }),
    { numRuns: 300 },
  );
});

/** How many words are looked at while a text is read: every comparison with a word goes through one of these. */
function looksAt(text: string): number {
  const spies = [jest.spyOn(Array.prototype, 'includes'), jest.spyOn(Set.prototype, 'has')];
  read(text);
  const looks = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return looks;
}

const LONG: readonly (readonly [name: string, piece: string])[] = [
  ['a wording again and again', 'By 2028, smoking in Kent and Medway will have fallen from 14% in 2019/20 to no more than 10%, and '],
  ['one sentence of words', 'people who are healthy and '],
  ['figures alone', '12% 13% 14 15 '],
  ['comparisons', 'similar to or better than '],
  ['brackets that stay open', '((( 12% '],
  ['dates', 'by 2028 to 2032 '],
];
it.each(LONG)('looks at twice as many words in twice as long a text: %s', (_, piece) => {
  const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const [short, long] = [looksAt(text(1900)), looksAt(text(3800))];
  expect(long).toBeGreaterThan(short);
  expect(long / short).toBeLessThan(2.6);
  // What is longer than any wording is read so far and no further.
  expect(looksAt(text(40_000)) / looksAt(text(4000))).toBeLessThan(1.1);
});
