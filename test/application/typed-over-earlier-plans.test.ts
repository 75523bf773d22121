import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { freshFolder, tryCli } from '../cli/try-cli';

/** Version 0.1.0 wrote over these columns of its plans; this version keeps what is typed there. See test/data/plans-0.1.0/README.md. */
const FOLDER = 'test/data/plans-0.1.0';
const COLUMNS = ['Theme', 'What we have committed to', 'Led by', 'Timescale', 'Due', 'Measure', 'Shared outcomes', 'Findings', 'Source'];

interface Opened {
  readonly book: ExcelJS.Workbook;
  /** Row of the headings, and the column of each, one-based. */
  readonly top: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly sheet: ExcelJS.Worksheet;
}

async function open(path: string): Promise<Opened> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet('All priorities');
  if (sheet === undefined) throw new Error(`No plan in ${path}`);
  let top = 1;
  while (sheet.getRow(top).getCell(1).text !== 'Ref') top += 1;
  const columns = new Map<string, number>();
  sheet.getRow(top).eachCell((cell, column) => columns.set(cell.text, column));
  return { book, top, columns, sheet };
}

it.each(['kent-priorities', 'submissions'])('%s: what was typed over every column stays, and is told', async (name) => {
  const { sources } = JSON.parse(readFileSync(join(FOLDER, `${name}.typed.json`), 'utf8')) as { sources: string[] };
  const folder = freshFolder();
  const [typed, out, again] = ['typed', 'out', 'again'].map((file) => join(folder, `${file}.xlsx`)) as [string, string, string];
  const { book, sheet, top, columns } = await open(join(FOLDER, `${name}.xlsx`));
  const cellAt = (one: ExcelJS.Worksheet, index: number): ExcelJS.Cell =>
    one.getRow(top + 1 + index).getCell(columns.get(COLUMNS[index] ?? '') ?? 0);
  // Where nothing is sent, a typed cell is counted and not listed.
  const sent = COLUMNS.filter((_, index) => cellAt(sheet, index).text !== '');
  expect(sent.length).toBeGreaterThanOrEqual(6);
  COLUMNS.forEach((heading, index) => (cellAt(sheet, index).value = `typed over ${heading}`));
  await book.xlsx.writeFile(typed);
  const first = await tryCli('collate', [...sources, '--previous', typed, '--out', out]);
  const second = await tryCli('collate', [...sources, '--previous', out, '--out', again]);
  for (const path of [out, again]) {
    const { sheet: written } = await open(path);
    expect(COLUMNS.map((_, index) => cellAt(written, index).text)).toEqual(COLUMNS.map((heading) => `typed over ${heading}`));
  }
  for (const heading of sent)
    expect(first.out).toContainEqual(expect.stringContaining(`, ${heading}: "typed over ${heading}" is kept as typed`));
  expect(first.out).toContainEqual(expect.stringMatching(/^\d+ cells? kept as typed where nothing is sent\.$/));
  expect(second.out.filter((line) => line.includes('kept as typed'))).toEqual(first.out.filter((line) => line.includes('kept as typed')));
});
