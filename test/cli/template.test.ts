import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FileWorkbook, fileSubmissions } from '../../src/adapters/files';
import { readSource } from '../../src/application';
import { kent2025 } from '../../src/domain/framework';
import { freshFolder, tryCli } from './try-cli';

const SUBMISSION = 'assets/samples/submissions/GET.xlsx';

async function tablesIn(path: string, framework = kent2025()): Promise<unknown[]> {
  const book = await fileSubmissions.open('a.xlsx', new Uint8Array(readFileSync(path)));
  const { tables } = readSource('a.xlsx', book, { framework, includeHidden: false });
  return tables.map(({ kind, directorate, rows }) => [kind, directorate, rows.length]);
}

it('writes a workbook that is read as one empty table of the directorate, and says so', async () => {
  const out = join(freshFolder(), 'template.xlsx');
  const run = await tryCli('collate', ['template', '--directorate', 'GET', '--out', out]);
  expect(run).toMatchObject({ code: 0, err: [] });
  expect(run.out).toEqual([`${out}: a priority sheet for GET, with its lists and a page on how to fill it in.`]);
  expect(await tablesIn(out)).toEqual([['priorities', 'GET', 0]]);
  const checked = await tryCli('check-plan', [out]);
  expect([checked.code, checked.out.at(-1)]).toEqual([0, '0 errors, 0 warnings, 0 advice.']);
});

it('takes the directorates and words of another council’s framework', async () => {
  const folder = freshFolder();
  const kent = kent2025();
  const framework = {
    ...kent,
    directorates: [{ name: 'Place', shortCode: 'PL', otherNames: ['Place and Economy'] }],
    outcomes: [{ code: 'A1', titles: ['Warm homes'] }],
    indicators: [],
    levels: kent.levels.slice(0, 1),
    concepts: [],
    vocabularies: { ...kent.vocabularies, statuses: ['moving', 'stuck'] },
  };
  writeFileSync(join(folder, 'f.json'), JSON.stringify(framework));
  const out = join(folder, 't.xlsx');
  const words = ['template', '--directorate', 'Place and Economy', '--out', out, '--framework', join(folder, 'f.json')];
  expect((await tryCli('collate', words)).err).toEqual([]);
  expect(await tablesIn(out, framework)).toEqual([['priorities', 'Place', 0]]);
  const book = await (await FileWorkbook.open('t.xlsx', new Uint8Array(readFileSync(out)))).readBook({ includeHidden: true });
  const said = book.sheets.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()].map((cell) => cell.text)));
  expect(said.filter((words_) => /Kent|SO\d|on track/.test(words_))).toEqual([]);
  expect(['A1', 'Warm homes', 'moving', 'stuck'].filter((words_) => !said.includes(words_))).toEqual([]);
});

it('collates the filled-in template like any submission', async () => {
  const folder = freshFolder();
  const out = join(folder, 'GET.xlsx');
  await tryCli('collate', ['template', '--directorate', 'GET', '--out', out]);
  expect((await tryCli('collate', [out, '--json', join(folder, 'plan.json')])).code).toBe(0);
});

it.each([
  [['template'], /^Say whose template it is and where it goes/],
  [['template', '--directorate', 'GET'], /^Say whose template it is/],
  [['template', '--out', 'x.xlsx'], /^Say whose template it is/],
  [['template', '--directorate', 'Kitchens', '--out', 'x.xlsx'], /“Kitchens” is not a directorate of .*CYPE.*GET\.$/],
  [['template', '--directorate', 'GET', '--out', '/no/such/folder/x.xlsx'], /cannot be written/],
  [['template', 'a.xlsx', '--directorate', 'GET', '--out', 'x.xlsx'], /too many arguments/],
])('says in one sentence what it cannot do: %p', async (words, sentence) => {
  const { code, err, out } = await tryCli('collate', words);
  expect([code, out.length, err.length]).toEqual([2, 0, 1]);
  expect(err[0]).toMatch(sentence);
  expect(existsSync('x.xlsx')).toBe(false);
});

it('writes over an empty template but never over actions', async () => {
  const out = join(freshFolder(), 'GET.xlsx');
  const words = ['template', '--directorate', 'GET', '--out', out];
  await tryCli('collate', words);
  expect((await tryCli('collate', words)).code).toBe(0);
  copyFileSync(SUBMISSION, out);
  const run = await tryCli('collate', words);
  expect(run.code).toBe(2);
  expect(run.err[0]).toMatch(/is already there, with \d+ actions in it, so nothing was written/);
  expect(readFileSync(out).equals(readFileSync(SUBMISSION))).toBe(true);
});

it('leaves a folder called template to be collated as ./template, and anything that is not the first word', async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'template'));
  copyFileSync(SUBMISSION, join(folder, 'template', 'GET.xlsx'));
  const path = `./${relative(process.cwd(), join(folder, 'template'))}`;
  const run = await tryCli('collate', [path, '--json', join(folder, 'plan.json')]);
  expect(run.err).toEqual([]);
  expect(run.out[0]).toMatch(/actions? .*in 1 table of 1 directorate\./);
  // Not the first word: a file of that name, which is not there.
  expect((await tryCli('collate', ['--json', join(folder, 'b.json'), 'template'])).err[0]).toMatch(/template/);
  expect((await tryCli('check-plan', ['template'])).err).toEqual(['There is no file template.']);
});

it('is told of in the help of collate', async () => {
  expect((await tryCli('collate', ['--help'])).out.join('\n')).toContain('collate template --help');
  expect((await tryCli('collate', ['template', '--help'])).out.join('\n')).toContain('--directorate');
});
