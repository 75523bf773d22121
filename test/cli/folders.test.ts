import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { filesFrom } from '../../src/cli/find-files';
import { nodeFiles } from '../../src/cli/node-files';
import { freshFolder, tryCli } from './try-cli';

const COMMUNITIES = 'assets/samples/submissions/Communities.xlsx';
const GET = 'assets/samples/submissions/GET.xlsx';

let folder = '';
const at = (...steps: string[]): string => join(folder, ...steps);
beforeEach(() => {
  folder = freshFolder();
});

function put(...steps: string[]): string {
  mkdirSync(at(...steps.slice(0, -1)), { recursive: true });
  copyFileSync(COMMUNITIES, at(...steps));
  return at(...steps);
}

async function found(paths: readonly string[]): Promise<{ readonly names: string[]; readonly notRead: readonly string[] }> {
  const world = { ...nodeFiles } as Parameters<typeof filesFrom>[1];
  const { files, notRead } = await filesFrom(paths, world, []);
  return { names: files.map(({ name }) => name), notRead: notRead.map(({ file, why }) => `${file}: ${why}`) };
}

it('enters the folders in a folder, and names what it does not read', async () => {
  put('b.xlsx');
  put('Q2', 'late', 'a 10.xlsx');
  put('Q2', 'late', 'a 9.xlsx');
  writeFileSync(at('Q2', 'letter.pptx'), '');
  writeFileSync(at('Q2', '~$b.xlsx'), '');
  writeFileSync(at('.~lock.b.xlsx#'), '');
  writeFileSync(at('.hidden.xlsx'), '');
  writeFileSync(at('README'), '');
  symlinkSync(at('gone.xlsx'), at('link.xlsx'));
  symlinkSync(folder, at('Q2', 'round'));
  expect(await found([folder])).toEqual({
    names: ['b.xlsx', 'Q2/late/a 9.xlsx', 'Q2/late/a 10.xlsx'],
    notRead: [
      '.hidden.xlsx: it is a hidden or temporary file',
      'link.xlsx: it is a link to a file that is not there',
      'Q2/letter.pptx: .pptx is not the ending of a workbook or a document',
      'README: its name has no ending that says it is a workbook or a document',
    ],
  });
});

it('gives one order and one name a file, whatever the order of the arguments', async () => {
  const paths = [put('x', 'plan.xlsx'), put('y', 'plan.xlsx'), put('y', 'plan (2).xlsx'), put('z', 'Plan.xlsx')];
  const expected = ['plan (2).xlsx', 'plan.xlsx', 'plan (3).xlsx', 'Plan (4).xlsx'];
  expect((await found(paths)).names).toEqual(expected);
  expect((await found([...paths].reverse())).names).toEqual(expected);
  expect((await found([at('y'), at('x')])).names).toEqual((await found([at('x'), at('y')])).names);
});

it('reads a file once that is named twice, by a link too', async () => {
  const path = put('in', 'a.xlsx');
  symlinkSync(path, at('in', 'b.xlsx'));
  expect((await found([at('in'), path, at('in', '..', 'in')])).names).toEqual(['a.xlsx']);
  expect((await found([path, at('in')])).names).toEqual(['a.xlsx']);
});

it('says of a folder what is in it where there is nothing to read', async () => {
  mkdirSync(at('empty'));
  await expect(found([at('empty')])).rejects.toThrow(`There is no workbook in the folder ${at('empty')}.`);
  mkdirSync(at('papers'));
  writeFileSync(at('papers', 'letter.pptx'), '');
  await expect(found([at('papers')])).rejects.toThrow(/There is no workbook in the folder .*\. Not read: letter\.pptx \(\.pptx is not/);
  const plan = at('out', 'plan.xlsx');
  mkdirSync(at('out'));
  await tryCli('collate', [COMMUNITIES, '--out', plan]);
  const { code, err } = await tryCli('collate', [at('out'), '--out', plan]);
  expect([code, err]).toEqual([
    2,
    [
      `The folder ${at('out')} holds no submission: the only workbook in it is plan.xlsx (it is the file of --out). Put the submissions there, or give their folder.`,
    ],
  ]);
});

it('passes over what the run writes, tells of each other file on stderr, and goes on', async () => {
  put('Communities.xlsx');
  mkdirSync(at('late'));
  copyFileSync(GET, at('late', 'GET.xlsx'));
  writeFileSync(at('late', 'letter.pptx'), '');
  const words = [folder, '--out', at('plan.xlsx'), '--json', at('plan.json'), '--csv', at('tables'), '--changes', at('changes.csv')];
  for (let run = 0; run < 2; run += 1) {
    const { code, err } = await tryCli('collate', words);
    expect([code, err]).toEqual([0, ['late/letter.pptx: not read, since .pptx is not the ending of a workbook or a document.']]);
    const { sources, actions } = planJsonSchema.parse(JSON.parse(readFileSync(at('plan.json'), 'utf8')));
    expect([sources.map(({ file }) => file), actions.length]).toEqual([['Communities.xlsx', 'late/GET.xlsx'], 26]);
  }
});

it('calls a file by one name, whether its accents stand apart from their letters or not', async () => {
  const apart = 'Zoe\u0308 plan.xlsx';
  const together = 'Zo\u00eb plan.xlsx';
  const one = put('mac', apart);
  put('windows', together);
  expect((await found([at('mac')])).names).toEqual([together]);
  expect((await found([one])).names).toEqual([together]);
  expect((await found([at('windows')])).names).toEqual([together]);
});

describe('documents in a folder', () => {
  it('names what cannot be read, with what to do, and its directorate has not sent nothing', async () => {
    put('Communities.xlsx');
    writeFileSync(at('HROD plan.rtf'), '{\\rtf1 priorities}');
    const { code, out, err } = await tryCli('collate', [folder, '--out', at('plan.xlsx')]);
    expect(code).toBe(2);
    expect(err.join('\n')).toContain('“HROD plan.rtf” is a Word document in an older format');
    expect(out.find((line) => line.startsWith('Nothing sent yet'))).not.toContain('HROD');
  });

  it('takes the papers that this program wrote for what they are', async () => {
    put('Communities.xlsx');
    const made = at('made');
    mkdirSync(made);
    await tryCli('collate', [folder, '--out', join(made, 'plan.xlsx'), '--docx', made]);
    const paper = join(made, 'Appendix B.docx');
    const { out } = await tryCli('check-plan', [paper, '--format', 'json']);
    const { sources } = JSON.parse(out.join('\n')) as { sources: { sheets: { notRead: string | null; byKind: { action: number } }[] }[] };
    const sheets = sources.flatMap((source) => source.sheets);
    expect(sheets.length).toBeGreaterThan(0);
    expect(new Set(sheets.map(({ notRead }) => notRead))).toEqual(new Set(['Written by this program, not a submission']));
  });
});
