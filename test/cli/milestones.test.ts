import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { freshFolder, tryCli } from './try-cli';

let folder = '';
const at = (...steps: string[]): string => join(folder, ...steps);

interface Plan {
  readonly actions: readonly {
    readonly ref: string;
    readonly lastHeard: string | null;
    readonly ledBy: readonly string[];
    readonly timescale: { readonly end: string | null };
    readonly milestones: readonly {
      readonly text: string;
      readonly ledBy: readonly string[];
      readonly timescale: { readonly text: string; readonly end: string | null };
      readonly measure: string;
      readonly source: { readonly cells: Readonly<Record<string, string>> };
    }[];
  }[];
}
const planAt = (path: string): Plan => JSON.parse(readFileSync(path, 'utf8')) as Plan;

/** A directorate's table with a commitment merged over two steps, and an action without. */
async function submission(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('GET');
  sheet.addRows([
    ['Action', 'Lead', 'Timescale', 'Measure', 'Shared Outcome'],
    ['Open a repair hub', 'Jo Smith, Head of Waste', 'June 2026', 'Site found', 'SO2'],
    [null, 'Sam Brown, Head of Estates', 'March 2027', 'Hub open'],
    ['Plant trees', 'Alex Green, Head of Parks', 'May 2027', '500 trees', 'SO3'],
  ]);
  sheet.mergeCells('A2:A3');
  await book.xlsx.writeFile(path);
}

beforeEach(async () => {
  folder = freshFolder();
  await submission(at('GET.xlsx'));
});

/** A cell as it is shown: a date by its format. */
const shown = ({ value, text }: ExcelJS.Cell): string =>
  value instanceof Date ? value.toISOString().slice(0, 10).split('-').reverse().join('/') : text;

async function rowsOf(path: string, name: string): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const rows: string[][] = [];
  book.getWorksheet(name)?.eachRow((row) => rows.push(Array.from({ length: 7 }, (_, column) => shown(row.getCell(column + 1)))));
  return rows;
}

const STEPS = [
  ['GET-01', 'Open a repair hub', '', 'Jo Smith, Head of Waste', 'June 2026', '30/06/2026', 'Site found'],
  ['GET-01', 'Open a repair hub', '', 'Sam Brown, Head of Estates', 'March 2027', '31/03/2027', 'Hub open'],
];

test('steps of an action are in plan.json, on a sheet of their own and in Appendix B', async () => {
  const words = [at('GET.xlsx'), '--out', at('plan.xlsx'), '--json', at('plan.json'), '--docx', at('papers'), '--as-of', '2026-03-01'];
  expect((await tryCli('collate', words)).code).toBeLessThan(2);
  const [hub, trees] = planAt(at('plan.json')).actions;
  expect(hub?.ledBy).toEqual(['Jo Smith, Head of Waste', 'Sam Brown, Head of Estates']);
  expect(hub?.timescale.end).toBe('2027-03');
  expect(hub?.milestones.map(({ measure, timescale, source }) => [measure, timescale.end, source.cells.timescale])).toEqual([
    ['Site found', '2026-06', 'C2'],
    ['Hub open', '2027-03', 'C3'],
  ]);
  expect(trees?.milestones).toEqual([]);
  expect((await rowsOf(at('plan.xlsx'), 'Milestones')).slice(-2)).toEqual(STEPS);
});

test('they stay with an action that is carried forward, and a second run changes nothing', async () => {
  const run = (files: readonly string[], out: string, ...more: string[]) =>
    tryCli('collate', [...files, '--out', at(out), '--json', at(`${out}.json`), '--as-of', '2026-03-01', ...more]);
  expect((await run([at('GET.xlsx')], 'one.xlsx')).code).toBeLessThan(2);
  expect((await run([at('GET.xlsx')], 'two.xlsx', '--previous', at('one.xlsx'))).code).toBeLessThan(2);
  expect(readFileSync(at('two.xlsx'))).toEqual(readFileSync(at('one.xlsx')));
  const later = ['assets/samples/submissions/Communities.xlsx'];
  expect((await run(later, 'three.xlsx', '--previous', at('one.xlsx'))).code).toBeLessThan(2);
  const carried = planAt(at('three.xlsx.json')).actions.find(({ ref }) => ref === 'GET-01');
  expect(carried?.lastHeard).not.toBeNull();
  expect(carried?.milestones.map(({ measure }) => measure)).toEqual(['Site found', 'Hub open']);
  const rows = await rowsOf(at('three.xlsx'), 'Milestones');
  expect(rows.slice(-2)).toEqual(STEPS);
});

test('a plan of actions without steps has no such sheet', async () => {
  const words = ['assets/samples/submissions/Communities.xlsx', '--out', at('plan.xlsx'), '--as-of', '2026-03-01'];
  expect((await tryCli('collate', words)).code).toBeLessThan(2);
  expect(await rowsOf(at('plan.xlsx'), 'Milestones')).toEqual([]);
});
