import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder, tryCli } from './try-cli';

const SUBMISSIONS = 'assets/samples/submissions';

/** The lines that are findings; before them stand those of the files and sheets. */
const findingLines = (out: readonly string[]): string[] => out.filter((line) => /^(?:error|warning|advice) /.test(line));

it('prints every finding as a line, errors among them, and counts that add up', async () => {
  const { code, out } = await tryCli('check-plan', [`${SUBMISSIONS}/CYPE priorities v2.xlsx`]);
  const totals = /^(\d+) errors?, (\d+) warnings?, (\d+) advice\.$/.exec(out.at(-1) ?? '');
  const [errors = 0, warnings = 0, advice = 0] = (totals ?? []).slice(1).map(Number);
  expect(findingLines(out)).toHaveLength(errors + warnings + advice);
  expect(out.slice(-errors - warnings - advice - 1, -1)).toEqual(findingLines(out));
  expect(code).toBe(errors > 0 ? 1 : 0);
  expect(out.some((line) => line.includes('can be read as') || line.includes('no cost'))).toBe(true);
});

it('prints the same findings as JSON', async () => {
  const text = await tryCli('check-plan', [SUBMISSIONS]);
  const json = await tryCli('check-plan', [SUBMISSIONS, '--format', 'json']);
  const { findings, problems } = JSON.parse(json.out.join('\n')) as { findings: { code: string }[]; problems: unknown[] };
  expect(findings).toHaveLength(findingLines(text.out).length);
  expect(problems).toEqual([]);
  expect(json.code).toBe(text.code);
});

it('is 0 for a table without an error', async () => {
  expect((await tryCli('check-plan', [`${SUBMISSIONS}/HROD.xlsx`])).code).toBe(0);
});

it('says in one sentence what it cannot do', async () => {
  const { code, err } = await tryCli('check-plan', ['nowhere.xlsx']);
  expect([code, err]).toEqual([2, ['There is no file nowhere.xlsx.']]);
  expect((await tryCli('check-plan', [SUBMISSIONS, '--format', 'xml'])).err).toEqual(['--format is "text" or "json", not "xml".']);
});

interface SourceSaid {
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
  readonly sameAs: string | null;
  readonly sheets: readonly {
    readonly name: string;
    readonly notRead: string | null;
    readonly cells: number;
    readonly byKind: Readonly<Record<string, number>>;
  }[];
}

async function sourcesOf(paths: readonly string[]): Promise<SourceSaid[]> {
  const { out } = await tryCli('check-plan', [...paths, '--format', 'json']);
  return (JSON.parse(out.join('\n')) as { sources: SourceSaid[] }).sources;
}

it('accounts for every file, sheet and cell', async () => {
  const [source, ...more] = await sourcesOf([`${SUBMISSIONS}/HROD.xlsx`]);
  expect(more).toEqual([]);
  expect(source?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(source?.size).toBeGreaterThan(1000);
  expect(source?.sheets.map(({ name, notRead }) => [name, notRead])).toContainEqual(['HROD old draft', 'A hidden sheet']);
  for (const { cells, byKind } of source?.sheets ?? []) expect(Object.values(byKind).reduce((sum, one) => sum + one, 0)).toBe(cells);
  const { out } = await tryCli('check-plan', [`${SUBMISSIONS}/HROD.xlsx`]);
  expect(out[0]).toContain(`SHA-256 ${source?.sha256 ?? ''}`);
  expect(out.some((line) => line.startsWith('  HROD old draft: A hidden sheet.'))).toBe(true);
});

it('counts the same file once, whatever it is called and wherever it lies', async () => {
  const folder = freshFolder();
  const copy = join(folder, 'A copy.xlsx');
  copyFileSync(`${SUBMISSIONS}/HROD.xlsx`, copy);
  const both = await sourcesOf([`${SUBMISSIONS}/HROD.xlsx`, copy]);
  const sameAs = Object.fromEntries(both.map((one) => [one.file, one.sameAs]));
  expect(sameAs).toEqual({ 'A copy.xlsx': null, 'HROD.xlsx': 'A copy.xlsx' });
  const findings = async (paths: readonly string[]): Promise<number> => findingLines((await tryCli('check-plan', paths)).out).length;
  expect(await findings([`${SUBMISSIONS}/HROD.xlsx`, copy])).toBe(await findings([copy]));
});

it('is 1 for a file without a table, and names it and the headings that came nearest', async () => {
  const file = join(freshFolder(), 'GET letter.csv');
  writeFileSync(file, 'Location,Led by,Timescale\nA road,Jo,March 2026\n');
  const { code, out } = await tryCli('check-plan', [file]);
  expect(code).toBe(1);
  expect(findingLines(out)).toHaveLength(1);
  expect(findingLines(out)[0]).toContain('No table was found in GET letter.csv');
  expect(findingLines(out)[0]).toContain('"Led by" and "Timescale"');
  const plan = join(freshFolder(), 'plan.json');
  const collated = await tryCli('collate', [file, '--json', plan]);
  expect(collated.code).toBe(1);
  expect(collated.out.join('\n')).toContain('No table was found in GET letter.csv');
  expect(collated.out.find((line) => line.startsWith('Nothing sent yet'))).not.toMatch(/\bGET\b/);
});
