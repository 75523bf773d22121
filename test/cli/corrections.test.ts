import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileWorkbook } from '../../src/adapters/files';
import { readSource } from '../../src/application';
import { kent2025 } from '../../src/domain/framework';
import type { TableCorrection } from '../../src/domain/reading';
import { correctionChanges } from '../../src/domain/state';
import { tryCli } from './try-cli';

/** A submission whose user set something right in the pane, as the pane remembers it: under ids that only the live Excel knew. */
async function corrected(...corrections: readonly TableCorrection[]): Promise<string> {
  const book = await FileWorkbook.open('HROD.xlsx', new Uint8Array(readFileSync('assets/samples/submissions/HROD.xlsx')));
  await book.apply([correctionChanges(await book.readBook({ includeHidden: true }), corrections)]);
  const path = join(await mkdtemp(join(tmpdir(), 'corrected-')), 'HROD.xlsx');
  await writeFile(path, await book.toBytes());
  return path;
}

interface Json {
  readonly findings: readonly { readonly directorate: string | null }[];
}

async function findingsOf(path: string): Promise<{ readonly directorates: Set<string | null>; readonly err: readonly string[] }> {
  const { out, err } = await tryCli('check-plan', [path, '--format', 'json']);
  const { findings } = JSON.parse(out.join('\n')) as Json;
  return { directorates: new Set(findings.map(({ directorate }) => directorate)), err };
}

/** The first table of the sample, by its sheet's name and the address of its first heading. */
async function firstTable(): Promise<{ readonly sheet: string; readonly address: string }> {
  const book = await FileWorkbook.open('HROD.xlsx', new Uint8Array(readFileSync('assets/samples/submissions/HROD.xlsx')));
  const source = readSource('HROD.xlsx', await book.readBook({ includeHidden: true }), { framework: kent2025(), includeHidden: false });
  const [table] = source.tables;
  return { sheet: table?.sheet ?? '', address: (table?.id ?? '').replace(/^.*!/, '') };
}

it('a file is checked as its user set its tables right', async () => {
  const { sheet, address } = await firstTable();
  const path = await corrected({ tableId: `{live-id}!${address}`, sheet, directorate: 'GET' });
  const { directorates, err } = await findingsOf(path);
  expect([directorates.has('GET'), err]).toEqual([true, []]);
});

it('what no longer fits is said, and the file is checked as it is found', async () => {
  const { sheet } = await firstTable();
  const path = await corrected({ tableId: '{live-id}!Z99', sheet, directorate: 'GET' });
  expect(await findingsOf(path)).toEqual({
    directorates: new Set(['HROD']),
    err: [`HROD.xlsx: No table begins at Z99 of “${sheet}” any more. The correction of that table is not used.`],
  });
});
