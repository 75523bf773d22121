import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { fileSubmissions } from '../../src/adapters/files';
import { type CliWorld, WritingStopped } from '../../src/cli/cli-world';
import { freshFolder, tryCli } from './try-cli';

const GET = 'assets/samples/submissions/GET.xlsx';
const COMMUNITIES = 'assets/samples/submissions/Communities.xlsx';

let folder = '';
const at = (...steps: string[]): string => join(folder, ...steps);
beforeEach(() => {
  folder = freshFolder();
  mkdirSync(at('in'));
  copyFileSync(COMMUNITIES, at('in', 'Communities.xlsx'));
});

/** Every file under the folder with its bytes, so that a refusal can be shown to have changed none. */
function contents(path = folder): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'base64')]),
  );
}

async function refused(words: readonly string[], sentence: RegExp, more: Partial<CliWorld> = {}): Promise<void> {
  const before = contents();
  const { code, out, err } = await tryCli('collate', words, more);
  expect([code, out, err.length]).toEqual([2, [], 1]);
  expect(err[0]).toMatch(sentence);
  expect(contents()).toEqual(before);
}

async function made(...more: string[]): Promise<string> {
  const plan = at('plan.xlsx');
  expect((await tryCli('collate', [at('in'), '--out', plan, ...more])).code).toBeLessThan(2);
  return plan;
}

async function withNote(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet('All priorities');
  const notes = (sheet?.getRow(4).values as unknown[]).indexOf('Notes');
  const cell = sheet?.getRow(5).getCell(notes);
  if (cell === undefined) throw new Error('no cell for the note');
  cell.value = 'Rang Jo';
  await book.xlsx.writeFile(path);
}

describe('an output is refused that is', () => {
  it('a file to be read, by its name, by a link of either kind, by another way to it', async () => {
    const input = at('in', 'Communities.xlsx');
    linkSync(input, at('hard.xlsx'));
    symlinkSync(input, at('soft.xlsx'));
    symlinkSync(at('in'), at('way'));
    const is = /--out .* is one of the files to be read, which would be lost, so nothing was written\. Give another name\./;
    for (const out of [input, at('hard.xlsx'), at('soft.xlsx'), at('way', 'Communities.xlsx'), at('in', '..', 'in', 'Communities.xlsx')])
      await refused([input, '--out', out], is);
  });

  it('a file to be read, for every option that writes', async () => {
    writeFileSync(at('sent.csv'), 'What we have committed to,Led by\nOpen a shop,Jo');
    await refused([at('sent.csv'), '--changes', at('sent.csv')], /--changes .*sent\.csv is one of the files to be read/);
    mkdirSync(at('tables'));
    writeFileSync(at('tables', 'All priorities.csv'), 'What we have committed to,Led by\nOpen a shop,Jo');
    await refused(
      [at('tables', 'All priorities.csv'), '--csv', at('tables')],
      /--csv .*All priorities\.csv is one of the files to be read/,
    );
  });

  it('the plan of --previous, unless --in-place says so', async () => {
    const plan = await made();
    await refused(
      [at('in'), '--previous', plan, '--out', plan],
      /--out .* is the plan of --previous, .* say --in-place and leave out --out/,
    );
    symlinkSync(plan, at('also.xlsx'));
    await refused([at('in'), '--previous', at('also.xlsx'), '--out', plan], /is the plan of --previous/);
    copyFileSync(GET, at('in', 'GET.xlsx'));
    for (const words of [['--in-place'], ['--in-place', '--out', plan]]) {
      const run = await tryCli('collate', [at('in'), '--previous', plan, ...words]);
      expect([run.err, run.code < 2]).toEqual([[], true]);
    }
    await refused(
      [at('in'), '--previous', plan, '--in-place', '--out', at('b.xlsx')],
      /--in-place writes the plan to .* Leave out one of the two\./,
    );
    await refused([at('in'), '--in-place'], /--in-place writes the plan of --previous anew: say which it is\./);
  });

  it('the file of --framework, or another output', async () => {
    writeFileSync(at('f.json'), readFileSync('src/domain/framework/kent-2025.json'));
    await refused([at('in'), '--framework', at('f.json'), '--json', at('f.json')], /--json .* is the file of --framework/);
    await refused([at('in'), '--json', at('a.json'), '--changes', at('a.json')], /--changes and --json name the same file/);
    // On a disk that minds no capitals these two are one file.
    await refused([at('in'), '--json', at('A.json'), '--changes', at('a.json')], /name the same file/);
  });

  it('a plan that somebody typed into, without --previous; one that nobody did is made anew', async () => {
    const plan = await made();
    await made();
    await withNote(plan);
    await refused(
      [at('in'), '--out', plan],
      /plan\.xlsx is a plan with work of yours in it \(1 cell\), .* say --previous with its name and --in-place/,
    );
  });

  it('a plan with a sheet of the user’s own, or a workbook that is no plan', async () => {
    const plan = await made();
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(plan);
    book.addWorksheet('Mine').getCell('B2').value = 'kept';
    await book.xlsx.writeFile(plan);
    await refused([at('in'), '--out', plan], /with work of yours in it \(the sheet “Mine”\)/);
    copyFileSync(GET, at('GET.xlsx'));
    await refused([at('in'), '--out', at('GET.xlsx')], /GET\.xlsx is there already and is not a plan of this program/);
    writeFileSync(at('text.xlsx'), 'a letter');
    await refused([at('in'), '--out', at('text.xlsx')], /text\.xlsx is there already and cannot be read as a plan/);
  });

  it('no workbook by its name, a folder, read-only, or open in another program', async () => {
    for (const name of ['plan.xls', 'plan', 'plan.csv', 'plan.xlsm'])
      await refused([at('in'), '--out', at(name)], /--out takes a file that ends in \.xlsx/);
    await refused([at('in'), '--json', at('plan.xlsx')], /--json takes a file that ends in \.json/);
    mkdirSync(at('folder.xlsx'));
    await refused([at('in'), '--out', at('folder.xlsx')], /cannot be written: it is a folder/);
    const plan = await made();
    chmodSync(plan, 0o444);
    await refused([at('in'), '--out', plan], /it is marked as read-only/);
    chmodSync(plan, 0o644);
    writeFileSync(at('~$plan.xlsx'), '');
    await refused([at('in'), '--out', plan], /a lock file beside it says that it is open in another program/);
  });
});

describe('every output is checked before the first is written', () => {
  it('the last as well as the first', async () => {
    const words = [at('in'), '--out', at('plan.xlsx'), '--json', at('plan.json'), '--docx', at('papers')];
    writeFileSync(at('papers'), 'no folder');
    await refused(words, /papers.* cannot be written: there is a file where a folder of its path should be/);
  });

  it.each([
    ['ENOSPC', /the disk is full\. Make room on it/],
    ['EBUSY', /it is open in another program or locked\. Close it there/],
    ['EPERM', /it is open in another program or locked/],
    ['ETXTBSY', /it is open in another program or locked/],
    ['EACCES', /you have no permission to/],
    ['EROFS', /the disk can only be read/],
    ['EIO', /the system refused it/],
  ])('and %s has its own sentence', async (code, sentence) => {
    const stopped = (written: readonly string[]): Partial<CliWorld> => ({
      writeFiles: () => Promise.reject(new WritingStopped('b.json', written, { cause: Object.assign(new Error(code), { code }) })),
    });
    await refused([at('in'), '--json', at('b.json')], sentence, stopped([]));
    await refused([at('in'), '--json', at('b.json')], /b\.json cannot be written.*Nothing was written\.$/, stopped([]));
    await refused([at('in'), '--json', at('b.json')], /Written before that: a\.xlsx\.$/, stopped(['a.xlsx']));
  });
});

it('a link stays a link and a file keeps its mode', async () => {
  mkdirSync(at('shelf'));
  writeFileSync(at('shelf', 'real.json'), '{}');
  chmodSync(at('shelf', 'real.json'), 0o640);
  symlinkSync(at('shelf', 'real.json'), at('plan.json'));
  symlinkSync('shelf/new.csv', at('changes.csv'));
  expect((await tryCli('collate', [at('in'), '--json', at('plan.json'), '--changes', at('changes.csv')])).err).toEqual([]);
  expect(lstatSync(at('plan.json')).isSymbolicLink()).toBe(true);
  expect(statSync(at('plan.json')).mode & 0o777).toBe(0o640);
  expect(readFileSync(at('shelf', 'real.json'), 'utf8')).toContain('"actions"');
  // A link to a file that was not there: it is made where the link leads.
  expect(lstatSync(at('changes.csv')).isSymbolicLink()).toBe(true);
  expect(readdirSync(at('shelf')).sort()).toEqual(['new.csv', 'real.json']);
});

it('takes for --previous nothing but a plan', async () => {
  await refused(
    [at('in'), '--previous', GET, '--out', at('b.xlsx')],
    /GET\.xlsx is not a plan: --previous takes a workbook that this program wrote/,
  );
});

describe('--dry-run', () => {
  it('says what would be written, and writes nothing', async () => {
    const plan = await made();
    await withNote(plan);
    copyFileSync(GET, at('in', 'GET.xlsx'));
    const before = contents();
    const words = [at('in'), '--previous', plan, '--in-place', '--json', at('plan.json'), '--csv', at('tables'), '--dry-run'];
    const { code, out, err } = await tryCli('collate', words);
    expect([code, err]).toEqual([0, []]);
    expect(contents()).toEqual(before);
    expect(out.slice(0, 4)).toEqual([
      'Nothing was written. This is what would be:',
      `${plan}: written over.`,
      `${at('plan.json')}: a new file.`,
      `${at('tables', 'Council summary.csv')}: a new file.`,
    ]);
    expect(out).toContain('All priorities: 24 new, 2 unchanged.');
    expect(out).toContain('Notes in the plan, all kept: 1.');
    expect(out.join('\n')).toMatch(/^26 actions/m);
  });

  it('says what stands in the way, with exit code 2', async () => {
    const plan = await made();
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(plan);
    const sheet = book.getWorksheet('All priorities');
    if (sheet === undefined) throw new Error('no sheet');
    sheet.getCell('B9').value = 'My list';
    await book.xlsx.writeFile(plan);
    copyFileSync(GET, at('in', 'GET.xlsx'));
    const { code, out } = await tryCli('collate', [at('in'), '--previous', plan, '--in-place', '--dry-run']);
    expect([code, out[0]]).toEqual([2, 'Nothing was written, and nothing can be until this is put right:']);
    expect(out[1]).toContain('My list');
  });

  it('needs no output', async () => {
    expect((await tryCli('collate', [at('in'), '--dry-run'])).out).toContain('All priorities: a new sheet, 2 new.');
  });
});

describe('the template and the return packs', () => {
  it('go over no plan, no other workbook and no input', async () => {
    const plan = await made();
    const template = ['template', '--directorate', 'GET', '--out'];
    await refused([...template, plan], /plan\.xlsx is already there, with a plan in it, so nothing was written/);
    await refused([...template, at('t.xls')], /--out takes a file that ends in \.xlsx/);
    writeFileSync(at('a.xlsx'), 'a letter');
    await refused([...template, at('a.xlsx')], /with something that is no workbook in it/);
    writeFileSync(at('f.json'), readFileSync('src/domain/framework/kent-2025.json'));
    await refused(['return-pack', '--previous', plan, '--out', plan], /plan\.xlsx is a file, and --out takes a folder/);
    await refused(['return-pack', '--previous', GET, '--out', at('packs')], /There is no collated plan in this workbook/);
  });
});

describe('links to the submissions', () => {
  const links = async (path: string): Promise<string[]> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const found: string[] = [];
    book.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => found.push(...(cell.hyperlink ? [decodeURI(cell.hyperlink)] : [])))),
    );
    return [...new Set(found)];
  };

  it('lead beneath the folder of the plan alone; nothing else says where a file was', async () => {
    mkdirSync(at('home-anna.smith', 'Private folder'), { recursive: true });
    mkdirSync(at('out'));
    copyFileSync(GET, at('home-anna.smith', 'Private folder', 'GET.xlsx'));
    const words = [at('home-anna.smith'), at('in', 'Communities.xlsx'), '--json', at('out', 'plan.json'), '--csv', at('out', 'csv')];
    await tryCli('collate', [...words, '--out', at('out', 'plan.xlsx')]);
    expect(await links(at('out', 'plan.xlsx'))).toEqual([]);
    const texts = Object.entries(contents(at('out'))).filter(([path]) => !path.endsWith('.xlsx'));
    for (const [, bytes] of texts) expect(Buffer.from(bytes, 'base64').toString()).not.toMatch(/anna|\.\.\//);
    await tryCli('collate', [...words, '--out', at('near.xlsx')]);
    expect((await links(at('near.xlsx'))).sort()).toEqual(['home-anna.smith/Private folder/GET.xlsx', 'in/Communities.xlsx']);
  });

  it('are set right in a plan that has others, and the user’s own stay where they are', async () => {
    copyFileSync(GET, at('in', 'GET.xlsx'));
    const plan = await made();
    const planned = await links(plan);
    expect(planned.sort()).toEqual(['in/Communities.xlsx', 'in/GET.xlsx']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(plan);
    const sheet = book.getWorksheet('All priorities');
    const headings = sheet?.getRow(4).values as unknown[];
    const cell = (row: number, heading: string): ExcelJS.Cell => {
      const found = sheet?.getRow(row).getCell(headings.indexOf(heading));
      if (found === undefined) throw new Error(`no cell under ${heading}`);
      return found;
    };
    const source = (row: number, hyperlink: string): void => {
      cell(row, 'Source').value = { text: cell(row, 'Source').text, hyperlink };
    };
    source(5, '../home-anna.smith-u123/Private%20folder/Communities.xlsx');
    source(6, 'C%3A/Users/anna/Communities.xlsx');
    cell(7, 'Source').value = cell(7, 'Source').text;
    cell(8, 'Source').value = { text: 'from Jo’s letter', hyperlink: 'file:///home/anna/letter.docx' };
    cell(9, 'Notes').value = { text: 'the evidence', hyperlink: 'file:///S:/evidence.docx' };
    await book.xlsx.writeFile(plan);
    expect((await tryCli('collate', [at('in'), '--previous', plan, '--in-place'])).code).toBeLessThan(2);
    expect((await links(plan)).sort()).toEqual(['file:///S:/evidence.docx', ...planned]);
    await book.xlsx.readFile(plan);
    const again = book.getWorksheet('All priorities');
    const shown = [5, 6, 7, 8].map((row) => again?.getRow(row).getCell(headings.indexOf('Source')));
    for (const one of shown.slice(0, 3)) expect(one?.hyperlink).toBe(`in/${one?.text.split(' · ')[0] ?? ''}`);
    expect([shown[3]?.hyperlink, shown[3]?.text]).toEqual([undefined, 'from Jo’s letter']);
    const after = contents();
    await tryCli('collate', [at('in'), '--previous', plan, '--in-place']);
    expect(contents()).toEqual(after);
  });
});

it.each([
  ['the plan of --in-place', ['--previous', 'plan.xlsx', '--in-place']],
  ['a plan without notes at --out', ['--out', 'plan.xlsx']],
])('does not write over %s that somebody saves while the run goes on', async (_, words) => {
  const plan = await made();
  const submissions: CliWorld['submissions'] = {
    ...fileSubmissions,
    open: async (name, bytes) => {
      await withNote(plan);
      return fileSubmissions.open(name, bytes);
    },
  };
  const named = words.map((word) => (word === 'plan.xlsx' ? plan : word));
  const { code, err } = await tryCli('collate', [at('in'), ...named, '--as-of', '2026-03-01'], { submissions });
  expect(code).toBe(2);
  expect(err).toContainEqual(expect.stringMatching(/saved by another program while this ran|work of yours in it/));
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(plan);
  const notes = (book.getWorksheet('All priorities')?.getRow(4).values as unknown[]).indexOf('Notes');
  expect(book.getWorksheet('All priorities')?.getRow(5).getCell(notes).text).toBe('Rang Jo');
});
