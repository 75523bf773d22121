import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freshFolder } from './try-cli';

const SENT = resolve('assets/samples/submissions');
const FILES = ['Communities.xlsx', 'GET.xlsx', 'HROD.xlsx', 'PH Education.xlsx'];

/** One collation by the program as it is installed, in a folder, a time zone and an order of its own; the files it wrote, by name. */
function collated(folder: string, timeZone: string, files: readonly string[], changed: Date): Map<string, Buffer> {
  mkdirSync(folder, { recursive: true });
  for (const file of FILES) {
    cpSync(join(SENT, file), join(folder, 'sent', file));
    utimesSync(join(folder, 'sent', file), changed, changed);
  }
  const words = [
    ...files.map((file) => join('sent', file)),
    '--out',
    'plan.xlsx',
    '--json',
    'plan.json',
    '--csv',
    'csv',
    '--docx',
    'papers',
    '--as-of',
    '2025-06-30',
  ];
  const env = { ...process.env, TZ: timeZone };
  const { status, stderr } = spawnSync(process.execPath, [resolve('bin/collate.js'), ...words], { cwd: folder, env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const inFolder = (name: string): string[] => readdirSync(join(folder, name)).map((file) => join(name, file));
  const names = ['plan.xlsx', 'plan.json', ...inFolder('csv'), ...inFolder('papers')];
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

it('gives the same bytes in another folder and time zone, from files in another order and of another date', () => {
  const one = collated(join(freshFolder(), 'here'), 'UTC', FILES, new Date('2025-06-01T12:00:00Z'));
  const other = collated(
    join(freshFolder(), 'some where', 'else'),
    'Pacific/Auckland',
    [...FILES].reverse(),
    new Date('2020-01-01T00:00:00Z'),
  );
  expect([...other.keys()]).toEqual([...one.keys()]);
  const differing = [...one].flatMap(([name, bytes]) => (other.get(name)?.equals(bytes) === true ? [] : [name]));
  expect(differing).toEqual([]);
  expect(one.size).toBeGreaterThan(12);
});
