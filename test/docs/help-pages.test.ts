import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'assets/help';
const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));
const textOf = (page: string): string => readFileSync(join(FOLDER, page), 'utf8');
const found = (page: string, pattern: RegExp): string[] => [...textOf(page).matchAll(pattern)].map((match) => match[1] ?? '');

/** The words of the pane, and the verdicts that it shows as the sheets have them. */
const WORDS = [
  ...readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('wording.ts'))
    .map((path) => join('src/ui', path)),
  'src/domain/sheets/all-priorities.ts',
]
  .map((path) => readFileSync(path, 'utf8').toLowerCase())
  .join('\n');

/** Width and height in px, from the header of a PNG. */
function sizeOf(picture: string): string {
  const bytes = readFileSync(join(FOLDER, picture));
  return `${String(bytes.readUInt32BE(16))} by ${String(bytes.readUInt32BE(20))}`;
}

describe.each(pages)('%s', (page) => {
  it('names only controls that the pane has, in its words', () => {
    const missing = found(page, /<strong>(.*?)<\/strong>/g).filter((name) => !WORDS.includes(name.toLowerCase().replace(/:$/, '')));
    expect(missing).toEqual([]);
  });

  it('leads to pages that are there', () => {
    const links = found(page, /href="([^"]*)"/g).map((link) => link.split('#')[0] ?? '');
    expect(links.filter((link) => !existsSync(join(FOLDER, link)))).toEqual([]);
  });

  it('shows pictures in their own size, each with words for those who do not see it', () => {
    for (const picture of found(page, /<img ([^>]*)>/g)) {
      const [, name = '', width = '', height = '', alt = ''] =
        /^src="([^"]+)" width="(\d+)" height="(\d+)" alt="([^"]+)" \/$/.exec(picture) ?? [];
      expect([name, `${width} by ${height}`]).toEqual([name, sizeOf(name)]);
      expect(alt.split(' ').length).toBeGreaterThan(5);
    }
  });

  it('has no style or script in it, which the header for the pane’s folder refuses', () => {
    expect(textOf(page)).not.toMatch(/<style|<script|style="/);
  });
});

it('every picture is on a page or in README', () => {
  const shown = [...pages.map(textOf), readFileSync('README.md', 'utf8')].join('\n');
  expect(readdirSync(FOLDER).filter((name) => name.endsWith('.png') && !shown.includes(name))).toEqual([]);
});
