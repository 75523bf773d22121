import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileWorkbook } from '../../src/adapters/files';
import { journalChanges } from '../../src/domain/state';
import { type Change, text } from '../../src/domain/workbook';
import { unzip } from '../contract/unzip';
import { freshFolder, tryCli } from './try-cli';

const SUBMISSIONS = 'assets/samples/submissions';
const SPRING = ['--as-of', '2025-03-31'];
const SUMMER = ['--as-of', '2025-07-31'];

let folder = '';
const at = (...steps: string[]): string => join(folder, ...steps);
beforeEach(() => {
  folder = freshFolder();
  mkdirSync(at('in'));
  for (const name of ['Communities.xlsx', 'HROD.xlsx']) copyFileSync(join(SUBMISSIONS, name), at('in', name));
});

async function collated(...words: readonly string[]): Promise<void> {
  const { code, err } = await tryCli('collate', [at('in'), ...words]);
  expect([code < 2, err]).toEqual([true, []]);
}

/** Spring's plan, and summer's after a directorate more has sent its table. */
async function twoQuarters(): Promise<void> {
  await collated('--out', at('spring.xlsx'), ...SPRING);
  copyFileSync(join(SUBMISSIONS, 'GET.xlsx'), at('in', 'GET.xlsx'));
  await collated('--previous', at('spring.xlsx'), '--out', at('summer.xlsx'), ...SUMMER);
}

async function shown(path: string): Promise<unknown> {
  const book = await FileWorkbook.open('plan.xlsx', new Uint8Array(readFileSync(path)));
  const { sheets } = await book.readBook({ includeHidden: false });
  return sheets
    .filter(({ name }) => name !== '_plan')
    .map(({ name, rows, tables }) => [
      name,
      tables,
      [...rows]
        .flatMap(([row, cells]) =>
          [...cells].flatMap(([column, { text: words }]) => (words === '' ? [] : [`${String(row)}:${String(column)} ${words}`])),
        )
        .sort(),
    ]);
}

it('gives the plan as it was before its last run, and the same files give the same parts again', async () => {
  await twoQuarters();
  const { code, out, err } = await tryCli('collate', ['restore', at('summer.xlsx'), '--out', at('before.xlsx')]);
  expect([code, err]).toEqual([0, []]);
  expect(out[0]).toBe('Takes back the run of 31 July 2025:');
  expect(out).toContainEqual(expect.stringMatching(/^“All priorities”: [\d,]+ cells put back\.$/));
  expect(out.at(-1)).toBe(`Written to ${at('before.xlsx')}, as the plan was before that run.`);
  expect(await shown(at('before.xlsx'))).toEqual(await shown(at('spring.xlsx')));
  await collated('--previous', at('before.xlsx'), '--out', at('again.xlsx'), ...SUMMER);
  const [first, again] = [unzip(readFileSync(at('summer.xlsx'))), unzip(readFileSync(at('again.xlsx')))];
  expect([...again.keys()]).toEqual([...first.keys()]);
  expect([...first].flatMap(([path, part]) => (again.get(path) === part ? [] : [path]))).toEqual([]);
});

it('says that there is no plan before a run that made all of it, and writes nothing', async () => {
  await collated('--out', at('plan.xlsx'), ...SPRING);
  const before = readFileSync(at('plan.xlsx'));
  for (const words of [['--out', at('before.xlsx')], ['--in-place'], ['--dry-run']]) {
    const { code, out, err } = await tryCli('collate', ['restore', at('plan.xlsx'), ...words]);
    expect([code, out, err]).toEqual([
      2,
      // No sheet is said to be removed.
      [],
      [expect.stringMatching(/^That run made all of .*: there is no plan before it, so nothing was written\./)],
    ]);
  }
  expect(readFileSync(at('plan.xlsx')).equals(before)).toBe(true);
  expect(readdirSync(folder)).not.toContain('before.xlsx');
});

it('can be done in place, once', async () => {
  await twoQuarters();
  expect((await tryCli('collate', ['restore', at('summer.xlsx'), '--in-place'])).code).toBe(0);
  expect(await shown(at('summer.xlsx'))).toEqual(await shown(at('spring.xlsx')));
  const again = await tryCli('collate', ['restore', at('summer.xlsx'), '--in-place']);
  expect([again.code, again.err]).toEqual([
    2,
    [`There is nothing to restore in ${at('summer.xlsx')}: it remembers no run, or its last run is taken back already.`],
  ]);
});

it('--dry-run says what would be undone, and writes nothing', async () => {
  await twoQuarters();
  const before = readFileSync(at('summer.xlsx'));
  const { code, out } = await tryCli('collate', ['restore', at('summer.xlsx'), '--dry-run']);
  expect([code, out[0]]).toEqual([0, 'Nothing was written. This would take back the run of 31 July 2025:']);
  expect(out.slice(1).every((line) => /^“.*”: [\d,]+ cells put back\.$/.test(line))).toBe(true);
  expect(readFileSync(at('summer.xlsx')).equals(before)).toBe(true);
});

it.each<[string, () => readonly string[], RegExp]>([
  ['nowhere to write to', () => [], /^Say where the restored plan goes/],
  ['both ways at once', () => ['--out', at('b.xlsx'), '--in-place'], /^Say where the restored plan goes/],
  ['the plan itself', () => ['--out', at('plan.xlsx')], /is the plan that is read, .* say --in-place/],
  ['a file that is there', () => ['--out', at('in', 'HROD.xlsx')], /HROD\.xlsx is there already/],
  ['no workbook', () => ['--out', at('b.json')], /ends in \.xlsx/],
])('refuses %s', async (_, words, sentence) => {
  await collated('--out', at('plan.xlsx'), ...SPRING);
  const { code, err } = await tryCli('collate', ['restore', at('plan.xlsx'), ...words()]);
  expect([code, err.length]).toEqual([2, 1]);
  expect(err[0]).toMatch(sentence);
});

async function changed(path: string, change: (book: FileWorkbook) => Promise<readonly Change[]>): Promise<Buffer> {
  const book = await FileWorkbook.open('plan.xlsx', new Uint8Array(readFileSync(path)));
  await book.apply([await change(book)]);
  writeFileSync(path, await book.toBytes());
  return readFileSync(path);
}

it('refuses a record that names what this program did not write, and a plan that was written in part or by a later version', async () => {
  await collated('--out', at('plan.xlsx'), ...SPRING);
  const spring = readFileSync(at('plan.xlsx'));
  const refused = async (words: readonly string[], sentence: RegExp, bytes: Buffer): Promise<void> => {
    const { code, err } = await tryCli('collate', words);
    expect([code, err]).toEqual([2, [expect.stringMatching(sentence)]]);
    expect(readFileSync(at('plan.xlsx')).equals(bytes)).toBe(true);
  };
  const journal = (sheet: string) => async (book: FileWorkbook) =>
    journalChanges(await book.readBook({ includeHidden: true }), { runId: '', state: 'open', undo: [{ type: 'remove sheet', sheet }] });

  const open = await changed(at('plan.xlsx'), journal('Changes'));
  await refused(
    [at('in'), '--previous', at('plan.xlsx'), '--in-place'],
    /did not end, so the plan is only partly written\. Put it back first: collate restore/,
    open,
  );

  writeFileSync(at('plan.xlsx'), spring);
  const evil = await changed(at('plan.xlsx'), async (book) => {
    const own: Change = { edit: { type: 'add sheet', sheet: 'Mine', visibility: 'visible', tabColour: null }, undo: null };
    const area = { top: 0, bottom: 0, left: 0, right: 0 };
    const words: Change = { edit: { type: 'write cells', sheet: 'Mine', area, cells: [[text('kept')]], expected: null }, undo: null };
    return [own, words, ...(await journal('Mine')(book))];
  });
  await refused(
    ['restore', at('plan.xlsx'), '--in-place'],
    /it would remove the sheet “Mine”, which it did not make.*nothing was changed/,
    evil,
  );

  writeFileSync(at('plan.xlsx'), spring);
  const later = await changed(at('plan.xlsx'), () => {
    const area = { top: 1, bottom: 1, left: 113, right: 113 };
    return Promise.resolve([{ edit: { type: 'write cells', sheet: '_plan', area, cells: [[text('99')]], expected: null }, undo: null }]);
  });
  const named = /written by a later version of this program \(plan format 99\), so nothing was written/;
  await refused([at('in'), '--previous', at('plan.xlsx'), '--in-place'], named, later);
  await refused([at('in'), '--out', at('plan.xlsx')], named, later);
  await refused(['restore', at('plan.xlsx'), '--in-place'], named, later);
  await refused(['return-pack', '--previous', at('plan.xlsx'), '--out', at('packs')], named, later);
});

describe('a run that broke off', () => {
  /** A plan whose first run did not come to its end, in a workbook with or without a sheet of the user's. */
  async function brokenOff(more: readonly Change[]): Promise<Buffer> {
    await collated('--out', at('plan.xlsx'), ...SPRING);
    const area = { top: 1, bottom: 1, left: 40, right: 40 };
    const open: Change = { edit: { type: 'write cells', sheet: '_plan', area, cells: [[text('open')]], expected: null }, undo: null };
    return changed(at('plan.xlsx'), () => Promise.resolve([open, ...more]));
  }

  it('is put back whole, and sheets of the user’s own stay as they are', async () => {
    const area = { top: 0, bottom: 0, left: 0, right: 1 };
    const cells = [[text('kept'), text('too')]];
    await brokenOff([
      { edit: { type: 'add sheet', sheet: 'Mine', visibility: 'visible', tabColour: null }, undo: null },
      { edit: { type: 'write cells', sheet: 'Mine', area, cells, expected: null }, undo: null },
    ]);
    const { code, out, err } = await tryCli('collate', ['restore', at('plan.xlsx'), '--out', at('before.xlsx')]);
    expect([code, err]).toEqual([0, []]);
    expect(out[0]).toBe('Takes back the run that began on 31 March 2025:');
    expect(out.slice(1, -1).every((line) => /^“.*”: removed, since that run made it\.$/.test(line))).toBe(true);
    const book = await FileWorkbook.open('before.xlsx', new Uint8Array(readFileSync(at('before.xlsx'))));
    expect((await book.readBook({ includeHidden: true })).sheets.map(({ name }) => name)).toEqual(['Mine']);
    expect(await shown(at('before.xlsx'))).toEqual([['Mine', [], ['0:0 kept', '0:1 too']]]);
  });

  it('and had made all of its workbook: nothing goes on from it, and each command says what to do', async () => {
    const bytes = await brokenOff([]);
    const next = /collate.* with another --out/;
    for (const words of [
      [at('in'), '--previous', at('plan.xlsx'), '--out', at('next.xlsx')],
      ['return-pack', '--previous', at('plan.xlsx'), '--out', at('packs')],
      ['restore', at('plan.xlsx'), '--out', at('before.xlsx')],
    ]) {
      const { code, err } = await tryCli('collate', words);
      expect([code, err]).toEqual([2, [expect.stringMatching(next)]]);
    }
    expect(readFileSync(at('plan.xlsx')).equals(bytes)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['in', 'plan.xlsx']);
  });

  it('and cannot be taken back, since its record was altered: the next run says so', async () => {
    await brokenOff([]);
    await changed(at('plan.xlsx'), () => {
      const area = { top: 2, bottom: 2, left: 41, right: 41 };
      return Promise.resolve([{ edit: { type: 'write cells', sheet: '_plan', area, cells: [[text('[')]], expected: null }, undo: null }]);
    });
    const { code, out } = await tryCli('collate', [at('in'), '--previous', at('plan.xlsx'), '--out', at('next.xlsx'), ...SUMMER]);
    expect(code).toBeLessThan(2);
    expect(out).toContainEqual(expect.stringMatching(/plan\.xlsx did not end, and cannot be taken back, since its record was changed/));
  });
});
