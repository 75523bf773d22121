import { kent2025 } from '../../../src/domain/framework';
import { readMeasure } from '../../../src/domain/measure';
import { namingInTitle } from '../../../src/domain/reading/name-directorate';
import { themeKey, withoutContinued } from '../../../src/domain/reading/row-words';
import { withoutEnding } from '../../../src/domain/reading/without-ending';

/** Excel holds no longer text in a cell. */
const LONGEST = 32_767;
const filled = (unit: string, end = ''): string => unit.repeat(Math.floor((LONGEST - end.length) / unit.length)) + end;

describe('time grows with the length of a text, not with its square', () => {
  const framework = kent2025();
  const cases: readonly [string, () => unknown][] = [
    ['a title of versions', () => namingInTitle(framework, `Priorities ~ Adult Social Care ${filled('v1 ')}`)],
    ['a title of blanks', () => namingInTitle(framework, `Priorities ~ ${filled(' ', 'x')}`)],
    ['a title of brackets', () => namingInTitle(framework, `Priorities ~ ${filled('(', 'x')}`)],
    ['a theme of blanks', () => themeKey(`Priority${filled(' ', 'x')}`)],
    ['a theme of dashes and blanks', () => withoutContinued(filled('- ', 'x'))],
    ['a theme that is continued again and again', () => withoutContinued(filled('continued '))],
    ['a measure in full-width letters', () => readMeasure(filled('ａ'), kent2025())],
    ['a measure that goes on after "ongoing"', () => readMeasure(`Ongoing ${filled('ａ', '1')}`, kent2025())],
    ['a measure of points', () => readMeasure(filled('. ', 'x'), kent2025())],
  ];
  it.each(cases)('%s', (_, read) => {
    const from = performance.now();
    read();
    // Time that grows with the square of these lengths is minutes: this tells a hang from work, and is no measure of speed.
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});

it.each([
  ['Adult Social Care v1 v1 v2.3', 'Adult Social Care'],
  ['Adult Social Care inputs (continued) page 2 of 3', 'Adult Social Care'],
  ['GET draft 3, from Jo', 'GET'],
  ['GET (draft)', 'GET'],
  ['Public Health priorities', 'Public Health'],
  ['Adult Social Care', 'Adult Social Care'],
  ['reinput', 'reinput'],
])('"~ %s" names "%s"', (after, words) => expect(namingInTitle(kent2025(), `Priorities ~ ${after}`)?.text).toBe(words));

it.each([
  ['Housing - continued', 'Housing'],
  ['Housing   (cont’d)', 'Housing'],
  [`Housing${' '.repeat(200)}(continued)`, 'Housing'],
  ['(continued)', '(continued)'],
  ['Housing for the discontinued', 'Housing for the discontinued'],
])('"%s" is the theme "%s"', (text, theme) => {
  expect(withoutContinued(text)).toBe(theme);
});

it('takes off no ending that begins before the part that is looked at', () => {
  expect(withoutEnding(`${'x'.repeat(100)}abcdefgh`, /[a-h]+$/)).toBe('x'.repeat(100));
  expect(withoutEnding('h'.repeat(100), /h+$/)).toBe('h'.repeat(100));
});
