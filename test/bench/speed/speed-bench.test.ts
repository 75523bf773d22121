import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSubmissions } from '../../../src/adapters/files';
import { readSource } from '../../../src/application';
import { kent2025, parseFramework } from '../../../src/domain/framework';
import { directorateNames, frameworkWith, unlikeRows, writeDirectorates, writeVersions } from './generated-plans';
import { INSIDE } from './inside';
import { measureWork, median } from './measure-work';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'speed-bench-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** How many actions of how many directorates are read from the workbooks of a folder. */
async function readIn(framework = kent2025()): Promise<{ actions: number; directorates: number }> {
  const actions = [];
  for (const file of readdirSync(join(folder, 'in'))) {
    const book = await fileSubmissions.open(file, readFileSync(join(folder, 'in', file)));
    actions.push(...readSource(file, book, { framework, includeHidden: false }).actions);
  }
  return { actions: actions.length, directorates: new Set(actions.map(({ directorate }) => directorate)).size };
}

it('makes a workbook for each directorate of a framework that has so many, every row an action', async () => {
  await writeDirectorates(folder, 3, 20);
  const parsed = parseFramework(JSON.parse(readFileSync(join(folder, 'framework.json'), 'utf8')));
  expect(parsed.ok && (await readIn(parsed.framework))).toEqual({ actions: 60, directorates: 3 });
});

it('makes versions of the tables of the shipped directorates', async () => {
  const { length } = kent2025().directorates;
  await writeVersions(folder, length + 1, 5);
  expect(await readIn()).toEqual({ actions: 5 * (length + 1), directorates: length });
});

it('makes the same rows each time, unlike one another, and rewords the share asked for', () => {
  const rows = unlikeRows(50, 1);
  const changed = (reworded: 'a tenth' | 'all'): number =>
    unlikeRows(50, 1, reworded).filter((row, index) => row[0] !== rows[index]?.[0]).length;
  expect(unlikeRows(50, 1)).toEqual(rows);
  expect(new Set(rows.map(([commitment]) => commitment)).size).toBe(50);
  expect([changed('a tenth'), changed('all')]).toEqual([5, 50]);
  expect(directorateNames(1000).length).toBe(1000);
  expect(parseFramework(frameworkWith(directorateNames(1000))).ok).toBe(true);
});

it('gives medians, ratios and what the work counted', async () => {
  const prints = (words: string) => ({ file: process.execPath, words: ['-e', `console.log(${JSON.stringify(words)})`] });
  const work = {
    name: 'one',
    what: 'a line',
    rows: 7,
    result: join(folder, 'none'),
    ours: prints('{"rows":7}'),
    other: { what: 'another line', needsPandas: false, command: prints('done') },
    prepare: () => Promise.resolve(),
  };
  const lines: string[] = [];
  const measuring = { runs: 2, hasPandas: false, say: (line: string) => void lines.push(line) };
  const { ours, other, ratio, ...measured } = await measureWork(work, measuring);
  expect(measured).toEqual({ name: 'one', what: 'a line', rows: 7, otherNotRun: null, figures: { rows: 7 } });
  expect([ours.all.length, other?.all.length, other?.what]).toEqual([2, 2, 'another line']);
  expect([typeof ours.seconds, typeof other?.seconds, typeof ratio]).toEqual(['number', 'number', 'number']);
  const needing = { ...work, other: { ...work.other, needsPandas: true } };
  const alone = await measureWork(needing, measuring);
  expect([alone.other, alone.ratio]).toEqual([null, null]);
  expect(alone.otherNotRun).toContain('pandas');
  expect(lines).toHaveLength(2);
  expect([median([3, 1, 2]), median([4, 1])]).toEqual([2, 2.5]);
});

it('counts what the floors, the mapping and the pane went through', async () => {
  await writeDirectorates(folder, 1, 20);
  expect(await INSIDE.reading?.(0, join(folder, 'in'))).toMatchObject({ cells: 5 * 20 + 6 });
  expect(await INSIDE.writing?.(30, join(folder, 'bare'))).toMatchObject({ rows: 30 });
  expect(await INSIDE.mapping?.(40, '')).toMatchObject({ rows: 40 });
  const pane = await INSIDE.office?.(20, '');
  expect(pane?.actions).toBe(20);
  expect(Object.keys(pane ?? {})).toEqual(expect.arrayContaining(['requestsToRead', 'requestsToWrite', 'bytesSent', 'pauses']));
});
