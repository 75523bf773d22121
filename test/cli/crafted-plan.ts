import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileWorkbook } from '../../src/adapters/files';
import { pack, writeZip } from '../../src/adapters/files/package/zip-archive';
import { kent2025 } from '../../src/domain/framework';
import { type BookGrid, type SheetGrid } from '../../src/domain/grid';
import { decisionChanges } from '../../src/domain/state';
import { type CellContent, type Change, text } from '../../src/domain/workbook';
import { unzipBytes } from '../contract/unzip';
import { freshFolder, tryCli } from './try-cli';

const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];

/** A sheet's rows of words as cells from A1 on; "" for none. */
export function sheetOfWords(sheet: string, rows: readonly (readonly string[])[]): Change[] {
  const width = Math.max(...rows.map(({ length }) => length));
  const cells = rows.map((row) =>
    Array.from({ length: width }, (_, across): CellContent | null => ((row[across] ?? '') === '' ? null : text(row[across] ?? ''))),
  );
  const area = { top: 0, left: 0, bottom: rows.length - 1, right: width - 1 };
  return [
    { edit: { type: 'add sheet', sheet, visibility: 'visible', tabColour: null }, undo: null },
    { edit: { type: 'write cells', sheet, area, cells, expected: null }, undo: null },
  ];
}

/** A directorate's workbook with one table of actions: what, led by, timescale, measure, outcome. */
async function submissionOf(sheet: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const book = await FileWorkbook.create();
  await book.apply([sheetOfWords(sheet, [HEADINGS, ...rows])]);
  return book.toBytes();
}

const openBytes = (bytes: Uint8Array): Promise<FileWorkbook> => FileWorkbook.open('plan.xlsx', bytes);

export const bookIn = async (bytes: Uint8Array): Promise<BookGrid> => (await openBytes(bytes)).readBook({ includeHidden: true });

export function sheetIn(book: BookGrid, name: string): SheetGrid {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`No sheet ${name}`);
  return found;
}

/** Zero-based place of a cell of All priorities, by its Ref and heading. */
export function placeOf(book: BookGrid, ref: string, heading: string): { readonly row: number; readonly column: number } {
  const { rows } = sheetIn(book, 'All priorities');
  const across = [...rows].map(([row, cells]) => ({ row, cells: new Map([...cells].map(([column, cell]) => [cell.text, column])) }));
  const head = across.find(({ cells }) => cells.has('Ref'));
  const column = head?.cells.get(heading);
  const row = across.find(({ cells }) => cells.get(ref) === head?.cells.get('Ref'))?.row;
  if (row === undefined || column === undefined) throw new Error(`No ${heading} of ${ref}`);
  return { row, column };
}

export function writing(sheet: string, row: number, column: number, ...contents: readonly CellContent[]): Change {
  const area = { top: row, bottom: row, left: column, right: column + contents.length - 1 };
  return { edit: { type: 'write cells', sheet, area, cells: [contents], expected: null }, undo: null };
}

export async function changed(bytes: Uint8Array, ...changes: readonly Change[]): Promise<Uint8Array> {
  const book = await openBytes(bytes);
  await book.apply([changes]);
  return book.toBytes();
}

/** A package with some parts written anew, as another program or a script would leave it. */
export async function withParts(bytes: Uint8Array, change: (path: string, part: string) => string): Promise<Uint8Array> {
  const parts = [...unzipBytes(bytes)].map(([path, part]) => {
    return pack(
      path,
      path.endsWith('.xml') || path.endsWith('.rels')
        ? new TextEncoder().encode(change(path, part.toString('utf8')))
        : new Uint8Array(part),
    );
  });
  return writeZip(await Promise.all(parts));
}

/** The path of a sheet's part within its package. */
export function partOf(bytes: Uint8Array, sheet: string): string {
  const parts = unzipBytes(bytes);
  const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]*r:id="([^"]+)"`).exec(String(parts.get('xl/workbook.xml')))?.[1] ?? '';
  const link = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(String(parts.get('xl/_rels/workbook.xml.rels')))?.[0] ?? '';
  return `xl/${(/Target="([^"]+)"/.exec(link)?.[1] ?? '').replace(/^\/xl\//, '')}`;
}

export const NOTE = 'Rang Jo about this';
export const OWN = 'My own notes';

const GET = [
  ['Plant trees in every parish', 'Head of Economy', 'March 2026', '200 trees', 'SO2'],
  ['Open a shared kitchen', 'Head of Economy', 'March 2026', '40 people', 'SO2'],
];
const CYPE = [
  ['Run parenting classes', 'Lead for Family Hubs', 'March 2026', '12 classes', 'SO1'],
  ['School meals in July', 'Lead for Family Hubs', 'July 2026', '900 meals', 'SO1'],
];
const HROD = [['Offer health checks to staff', 'Head of HR', 'June 2026', '300 checks', 'SO2']];

export interface TwoQuarters {
  /** Folder with the submissions of autumn: another lead of GET's actions, and an action more of CYPE. */
  readonly sent: string;
  readonly spring: Uint8Array;
  /** Collated again in summer, with HROD's table more and a lead changed, from the plan of spring. */
  readonly summer: Uint8Array;
}

/** A plan of two quarters in which there are a note, a decision and a sheet of the user's own. */
export async function twoQuarters(): Promise<TwoQuarters> {
  const folder = freshFolder();
  const at = (...steps: string[]): string => join(folder, ...steps);
  mkdirSync(at('in'));
  const run = async (...words: string[]): Promise<Uint8Array> => {
    const { code, err } = await tryCli('collate', [at('in'), ...words]);
    expect([code < 2, err]).toEqual([true, []]);
    return new Uint8Array(readFileSync(at('plan.xlsx')));
  };
  writeFileSync(at('in', 'GET.xlsx'), await submissionOf('GET', GET));
  writeFileSync(at('in', 'CYPE.xlsx'), await submissionOf('CYPE', CYPE));
  const made = await run('--out', at('plan.xlsx'), '--as-of', '2025-03-31');
  const book = await bookIn(made);
  const { row, column } = placeOf(book, 'GET-01', 'Notes');
  const wordsOfIndicator = kent2025().indicators.find(({ id }) => id === '2.1')?.text ?? '';
  const decision = { ref: 'GET-01', indicator: '2.1', verdict: 'confirmed', text: wordsOfIndicator } as const;
  const spring = await changed(
    made,
    ...sheetOfWords(OWN, [['keep me', 'and me']]),
    writing('All priorities', row, column, text(NOTE)),
    ...decisionChanges(book, { decisions: [decision], unnumbered: [] }),
  );
  writeFileSync(at('plan.xlsx'), spring);
  writeFileSync(
    at('in', 'GET.xlsx'),
    await submissionOf(
      'GET',
      GET.map(([what = '', , ...rest]) => [what, 'Head of Places', ...rest]),
    ),
  );
  writeFileSync(at('in', 'HROD.xlsx'), await submissionOf('HROD', HROD));
  const summer = await run('--previous', at('plan.xlsx'), '--in-place', '--as-of', '2025-07-31');
  writeFileSync(
    at('in', 'GET.xlsx'),
    await submissionOf(
      'GET',
      GET.map(([what = '', , ...rest]) => [what, 'Head of Parks', ...rest]),
    ),
  );
  writeFileSync(
    at('in', 'CYPE.xlsx'),
    await submissionOf('CYPE', [...CYPE, ['Teach children to swim', 'Active Kent', 'June 2026', '800 children', 'SO1']]),
  );
  return { sent: at('in'), spring, summer };
}
