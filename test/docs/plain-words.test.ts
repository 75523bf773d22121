import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** docs/architecture.md#words-that-went is the only list of them. */
const PAGE = 'docs/architecture.md';
const ANCHOR = '<a id="words-that-went"></a>';

/** Where the words are looked for. */
const PLACES = ['src', 'test', 'docs', 'assets/help', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'manifest.xml'];
const READ = /\.(?:tsx?|[cm]?js|css|html|xml|md)$/;

/** Not our words: published texts and plans of earlier versions, and the made-up lines of this test. */
const LEFT_OUT = ['test/data/', 'test/docs/plain-words.test.ts'];

/**
 * A column of a plan is found again by its heading (docs/rules.md#own-sheets tells how its sheet is): a plan of version 0.1.0 has this one,
 * and under another its column would count as one that the user deleted, and stay empty.
 */
const HEADINGS_OF_EARLIER_PLANS = [{ path: 'src/domain/sheets/findings-sheet.ts', words: "'Can be mended to'" }];

interface Went {
  readonly term: string;
  /** With no capital letter it does not mind case. */
  readonly lookedFor: readonly RegExp[];
}

/** @param expression as in the page, where "|" in a table is written "\|". */
function expressionOf(expression: string): RegExp {
  const pattern = expression.replaceAll('\\|', '|');
  return new RegExp(pattern, /[A-Z]/.test(pattern) ? 'u' : 'iu');
}

/** The first table after the anchor. */
function wordsThatWent(page: string): Went[] {
  const lines = (page.split(ANCHOR)[1] ?? '').split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const length = lines.slice(first).findIndex((line) => !line.startsWith('|'));
  return lines.slice(first + 2, first + length).map((line) => {
    const [, term = '', , lookedFor = ''] = line.split(/(?<!\\)\|/);
    return { term: term.trim(), lookedFor: [...lookedFor.matchAll(/`([^`]+)`/g)].map((match) => expressionOf(match[1] ?? '')) };
  });
}

function withoutTable(page: string): string {
  const [before = '', after = ''] = page.split(ANCHOR);
  return (
    before +
    after
      .split('\n')
      .map((line) => (line.startsWith('|') ? '' : line))
      .join('\n')
  );
}

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  const paths = readdirSync(place, { recursive: true, encoding: 'utf8' }).map((path) => join(place, path).replaceAll('\\', '/'));
  return paths.filter((path) => READ.test(path));
}

function textOf(path: string): string {
  const text = readFileSync(path, 'utf8');
  const kept = HEADINGS_OF_EARLIER_PLANS.filter((heading) => heading.path === path);
  return kept.reduce((rest, { words }) => rest.replace(words, ''), path === PAGE ? withoutTable(text) : text);
}

/** Every line that has a word that went. */
function found(path: string, text: string, words: readonly Went[]): string[] {
  return text.split('\n').flatMap((line, index) => {
    const terms = words.filter(({ lookedFor }) => lookedFor.some((expression) => expression.test(line)));
    return terms.map(({ term }) => `${path}:${String(index + 1)}: ${term}: ${line.trim()}`);
  });
}

const WORDS = wordsThatWent(readFileSync(PAGE, 'utf8'));

it('finds no word that went, in code, tests, documentation or help', () => {
  const files = PLACES.flatMap(filesIn).filter((path) => !LEFT_OUT.some((left) => path.startsWith(left)));
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap((path) => found(path, textOf(path), WORDS))).toEqual([]);
});

it('reads the list from the page: each term with an expression', () => {
  expect(WORDS.length).toBeGreaterThan(15);
  expect(WORDS.filter(({ term, lookedFor }) => term === '' || lookedFor.length === 0)).toEqual([]);
});

it.each(HEADINGS_OF_EARLIER_PLANS)('leaves out $words of $path, which still has it', ({ path, words }) => {
  expect(readFileSync(path, 'utf8')).toContain(words);
});

describe('a line', () => {
  const termsIn = (line: string): number => found('a.ts', line, WORDS).length;

  it.each([
    'interface Held {',
    'readonly there: There;',
    'export class TableThere {',
    'type Asked = string;',
    'shapes and other furniture of the sheet',
    'quietenedWhile(context)',
    '/** A print of every cell. */',
    'const prints = printsOfRows(sheet);',
    'The cell was mended.',
    'const mendChoices = [];',
    'export interface MendPreview {',
    'Mend the 1 safe one',
    'Taken up again',
    'what she typed beside the row',
    'Her sorting the rows',
    'is accused of nothing but its outcome',
    'an honest sheet',
    'must not make the pane deaf',
    'a room has one door',
  ])('with a word that went is found: %s', (line) => {
    expect(termsIn(line)).toBe(1);
  });

  it.each([
    'an amendment that we recommend',
    'There is nothing to write.',
    'what the merge held before',
    'readonly print: PrintSetUp | null;',
    'function printOf({ page }: HostSheet): PrintSetUp | null {',
    'asked for by the user',
    'settings of the sheet there',
    'other, others, whether, inherit',
    'dishonestly is a word of the texts',
    'indoors and outdoors',
  ])('of plain words is let through: %s', (line) => {
    expect(termsIn(line)).toBe(0);
  });
});
