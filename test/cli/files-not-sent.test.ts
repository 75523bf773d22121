import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileWorkbook } from '../../src/adapters/files';
import { rowsOf } from '../application/collate/plan-cells';
import { freshFolder, tryCli } from './try-cli';

const HEADINGS = 'What we have committed to,Led by,Timescale,Measure,Shared Outcome';
const SPRING = ['--as-of', '2025-04-30'];
const SUMMER = ['--as-of', '2025-07-31'];
const KITCHEN = 'Open a community kitchen in every district';
const ORCHARD = 'Plant an orchard beside each library of the county';
const BICYCLES = 'Lend bicycles to people who look for work';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = freshFolder();
});

function send(name: string, ...commitments: readonly string[]): string {
  writeFileSync(at(name), [HEADINGS, ...commitments.map((one) => `${one},Jo Brown,March 2026,50 ${one.slice(-9)},SO2`)].join('\n'));
  return at(name);
}

async function collate(files: readonly string[], ...more: readonly string[]): Promise<readonly string[]> {
  const { code, out, err } = await tryCli('collate', [...files, ...more]);
  expect([code < 2, err]).toEqual([true, []]);
  return out;
}

async function lines(plan: string, sheet: string, headings: readonly string[]): Promise<string[][]> {
  const book = await (await FileWorkbook.open('plan.xlsx', new Uint8Array(readFileSync(at(plan))))).readBook({ includeHidden: true });
  return rowsOf(book, sheet, headings);
}

const NOTICE = 'GET parks.csv was sent before and not this time: 2 rows that stood in it are no longer sent.';

it('names the second file of a directorate that did not come, with the rows that go for that', async () => {
  const streets = send('GET streets.csv', KITCHEN);
  await collate([streets, send('GET parks.csv', ORCHARD, BICYCLES)], '--out', at('plan.xlsx'), ...SPRING);
  const dry = await collate([streets], '--previous', at('plan.xlsx'), '--out', at('next.xlsx'), '--dry-run', ...SUMMER);
  expect(dry).toContain(NOTICE);
  expect(await collate([streets], '--previous', at('plan.xlsx'), '--out', at('next.xlsx'), ...SUMMER)).toContain(NOTICE);
  const changes = await lines('next.xlsx', 'Changes', ['What happened', 'Was', 'Words that differ']);
  expect(changes).toContainEqual(['file not sent', 'GET parks.csv', '2 rows that stood in it are no longer sent']);
  const sources = await lines('next.xlsx', 'Sources', ['Line', 'File', 'What was read, or why not']);
  expect(sources.at(-1)).toEqual([
    'not sent',
    'GET parks.csv',
    'Sent before and not this time: 2 rows that stood in it are no longer sent',
  ]);
  const again = await collate([streets], '--previous', at('next.xlsx'), '--out', at('again.xlsx'), '--dry-run', ...SUMMER);
  expect(again).toContain('The plan is up to date: no cell of it would change.');
});

it('says nothing where the file came again, or its rows came in another', async () => {
  const both = [send('GET streets.csv', KITCHEN), send('GET parks.csv', ORCHARD, BICYCLES)];
  await collate(both, '--out', at('plan.xlsx'), ...SPRING);
  const previous = ['--previous', at('plan.xlsx'), '--dry-run', '--out', at('next.xlsx'), ...SUMMER];
  const isTold = (out: readonly string[]): boolean => out.some((line) => line.includes('was sent before and not this time'));
  expect(isTold(await collate(both, ...previous))).toBe(false);
  expect(isTold(await collate([send('GET all.csv', KITCHEN, ORCHARD, BICYCLES)], ...previous))).toBe(false);
});

it('says nothing of a directorate of which nothing came: its rows are carried forward', async () => {
  const files = [send('GET streets.csv', KITCHEN), send('ASC.csv', ORCHARD)];
  await collate(files, '--out', at('plan.xlsx'), ...SPRING);
  const out = await collate([at('ASC.csv')], '--previous', at('plan.xlsx'), '--dry-run', '--out', at('next.xlsx'), ...SUMMER);
  expect(out.filter((line) => line.includes('was sent before'))).toEqual([]);
  expect(out).toContainEqual(expect.stringMatching(/carried forward/));
});
