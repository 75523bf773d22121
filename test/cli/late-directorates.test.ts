import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { PlanJson } from '../../src/application';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { freshFolder, tryCli } from './try-cli';

const SENT = 'assets/samples/submissions';
const without = (name: string): string[] =>
  readdirSync(SENT)
    .filter((file) => file !== name && file.endsWith('.xlsx'))
    .map((file) => join(SENT, file));

const AUGUST = { today: { year: 2025, month: 8, day: 1 } };

const jsonIn = (path: string): PlanJson => planJsonSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

/** Types the same words under a heading, in every row of a sheet whose headings are on row 4. */
async function fill(path: string, name: string, heading: string, words: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`${path} has no sheet ${name}`);
  const headings = Array.from({ length: sheet.columnCount }, (_, column) => sheet.getRow(4).getCell(column + 1).text);
  for (let row = 5; row <= sheet.rowCount; row += 1) sheet.getRow(row).getCell(headings.indexOf(heading) + 1).value = words;
  await book.xlsx.writeFile(path);
}

describe('a quarter in which GET sends nothing', () => {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);
  let first: PlanJson;

  beforeAll(async () => {
    await tryCli('collate', [SENT, '--out', at('q4.xlsx'), '--json', at('q4.json')]);
    first = jsonIn(at('q4.json'));
  });

  it('carries its actions forward, says so, and loses none of the plan', async () => {
    const words = [...without('GET.xlsx'), '--previous', at('q4.xlsx'), '--out', at('q2.xlsx'), '--json', at('q2.json')];
    const { out } = await tryCli('collate', [...words, '--docx', at('papers')], AUGUST);
    expect(out).toContain('Not sent this time, carried forward: GET, 24 actions, last heard 2024/25 Q4.');
    expect(out.join('\n')).not.toContain('no longer sent');
    const plan = jsonIn(at('q2.json'));
    const same = ({ actions, measures }: PlanJson): unknown =>
      [actions, measures].map((all) => all.map((one) => ({ ...one, lastHeard: null })));
    expect(same(plan)).toEqual(same(first));
    expect(plan.actions.filter(({ lastHeard }) => lastHeard === '2024/25 Q4')).toHaveLength(24);
  });

  it('gets a text of its own to chase it, and its pack still', async () => {
    const { out } = await tryCli('collate', ['return-pack', '--previous', at('q2.xlsx'), '--out', at('packs')], AUGUST);
    expect(out).toContain('GET.xlsx: 24 actions of GET.');
    expect(out).toContain('GET - chasing text.txt: to chase GET, 24 actions last heard 2024/25 Q4.');
    const text = readFileSync(at('packs/GET - chasing text.txt'), 'utf8');
    expect(text).toContain('nothing has come from GET since 2024/25 Q4');
    expect(text).toContain('The plan shows the 24 actions of GET as they were sent then');
    expect(readdirSync(at('packs')).filter((name) => name.includes('chasing'))).toEqual(['GET - chasing text.txt']);
  });

  it.each(['GET', 'get', 'Growth, Environment and Transport'])('is dropped on purpose by --forget %s', async (name) => {
    const words = [...without('GET.xlsx'), '--previous', at('q2.xlsx'), '--out', at('x.xlsx'), '--json', at('x.json'), '--forget', name];
    const { out } = await tryCli('collate', words, AUGUST);
    expect(out).toContain('Left out, as you asked: what GET last sent.');
    expect(jsonIn(at('x.json')).counts).toMatchObject({ actions: 69, carried: 0, gone: 24 });
  });

  it('tells what --forget cannot mean', async () => {
    const { code, err } = await tryCli('collate', [SENT, '--out', at('y.xlsx'), '--forget', 'Parks']);
    expect([code, err.join()]).toEqual([2, expect.stringMatching(/^--forget takes a directorate of .*not "Parks"\.$/)]);
    const sent = await tryCli('collate', [SENT, '--out', at('z.xlsx'), '--forget', 'GET']);
    expect(sent.out).toContain('GET sent a table this time; what it sent is collated.');
  });
});

describe('the measures in a return pack', () => {
  const folder = freshFolder();
  const at = (name: string): string => join(folder, name);

  it('go out with their progress and come back with the new one, and no measure is lost', async () => {
    await tryCli('collate', [SENT, '--out', at('plan.xlsx'), '--json', at('plan.json')]);
    await tryCli('collate', ['return-pack', '--previous', at('plan.xlsx'), '--out', at('packs')]);
    const pack = at('packs/Adult Social Care.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(pack);
    const sheet = book.getWorksheet('Measures');
    const sent = jsonIn(at('plan.json')).measures;
    const own = sent.filter(({ directorate }) => directorate === 'Adult Social Care');
    expect(own.map((_, index) => sheet?.getRow(5 + index).getCell(1).text)).toEqual(own.map(({ ref }) => ref));
    if (sheet !== undefined) sheet.getRow(5).getCell(4).value = '61% by June';
    await book.xlsx.writeFile(pack);
    await tryCli('collate', [at('packs'), '--previous', at('plan.xlsx'), '--out', at('next.xlsx'), '--json', at('next.json')], AUGUST);
    const back = jsonIn(at('next.json')).measures;
    const texts = (all: PlanJson['measures']): string[] =>
      all.map(({ ref, text, indicator }) => `${ref} ${text} ${indicator ?? ''}`).sort();
    expect(texts(back)).toEqual(texts(sent));
    expect(back.filter(({ lastHeard }) => lastHeard !== null)).toEqual([]);
    expect(back.find(({ ref }) => ref === own[0]?.ref)?.progress).toBe('61% by June');
  });

  it('says nothing of a status that nobody typed when the pack comes from another plan', async () => {
    const other = [join(SENT, 'GET.xlsx'), '--out', at('other.xlsx')];
    await tryCli('collate', other);
    await fill(at('plan.xlsx'), 'All priorities', 'Status', 'on track');
    await tryCli('collate', ['return-pack', '--previous', at('plan.xlsx'), '--out', at('typed packs')]);
    await fill(at('typed packs/GET.xlsx'), 'GET', 'Status now', 'at risk');
    const words = [at('typed packs/GET.xlsx'), '--previous', at('other.xlsx'), '--out', at('after.xlsx'), '--json', at('after.json')];
    const { out } = await tryCli('collate', words, AUGUST);
    expect(out.filter((line) => line.includes('is kept'))).toEqual([]);
    const statuses = jsonIn(at('after.json')).actions.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['at risk']));
  });
});

it.each(['submissions.xlsx', 'packs-and-all-sheets.xlsx', 'submissions-resaved-by-openpyxl.xlsx'])(
  'carries forward what %s of version 0.1.0 holds, which kept no rows as they were sent, and changes nothing the second time',
  async (name) => {
    const folder = freshFolder();
    const at = (file: string): string => join(folder, file);
    const words = (previous: string, out: string): string[] => {
      return [join(SENT, 'HROD.xlsx'), '--previous', previous, '--out', at(`${out}.xlsx`), '--json', at(`${out}.json`)];
    };
    await tryCli('collate', words(join('test/data/plans-0.1.0', name), 'first'), AUGUST);
    await tryCli('collate', words(at('first.xlsx'), 'second'), AUGUST);
    const { actions, counts } = jsonIn(at('first.json'));
    expect(counts).toMatchObject({ actions: 93, services: 7, gone: 0, carried: 89 });
    expect(new Set(actions.filter(({ directorate }) => directorate !== 'HROD').map(({ lastHeard }) => lastHeard)).size).toBe(1);
    expect(readFileSync(at('second.json'), 'utf8')).toBe(readFileSync(at('first.json'), 'utf8'));
    expect(readFileSync(at('second.xlsx')).equals(readFileSync(at('first.xlsx')))).toBe(true);
  },
);
