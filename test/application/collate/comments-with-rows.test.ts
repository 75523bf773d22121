import { readFileSync } from 'node:fs';
import { createOfficeWorkbook } from '../../../src/adapters/office';
import { fileSubmissions, FileWorkbook } from '../../../src/adapters/files';
import { readSource, readState, takeBackLastRun, type WorkbookPort, writePlan } from '../../../src/application';
import { collate, prepareWrite } from './at-once';
import { sheetChangesOf, sheetChangeWords } from '../../../src/application/collate/sheet-changes';
import { kent2025 } from '../../../src/domain/framework';
import { a1, type BookGrid, cellAt, type SheetGrid } from '../../../src/domain/grid';
import { createExcelHost } from '../../../src/preview/excel-host';
import { type MadeComment, withMadeComments } from '../../adapters/files/made-comments';
import { zipped } from '../../adapters/files/package-builder';
import { unzip } from '../../contract/unzip';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';

const DATES = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 2, day: 1 } };
const SHEETS = ['by-outcome'] as const;

/** Collates the samples of some directorates into a plan; gives what the dry run says of each sheet. */
async function collateInto(port: WorkbookPort, names: readonly string[], runId: string): Promise<readonly string[]> {
  const now = await port.readBook({ includeHidden: true });
  const framework = kent2025();
  const sources = await Promise.all(
    names.map(async (name) => {
      const bytes = new Uint8Array(readFileSync(`assets/samples/submissions/${name}.xlsx`));
      return readSource(`${name}.xlsx`, await fileSubmissions.open(`${name}.xlsx`, bytes), { framework, includeHidden: false });
    }),
  );
  const collated = collate(sources, readState(now), { framework, ...DATES, take: 'newest', sheets: SHEETS });
  const prepared = prepareWrite(collated, now, () => null, runId);
  await writePlan(port, prepared);
  return prepared.sheets.map(sheetChangesOf).map((one) => `${one.sheet}: ${sheetChangeWords(one)}`);
}

const listOn = (sheet: SheetGrid): SheetGrid['tables'][number] => {
  const [table] = sheet.tables;
  if (table === undefined) throw new Error(`No table on ${sheet.name}`);
  return table;
};

/** Each comment with the words of its row, but for those of the mark that a row is gone. */
function commented(book: BookGrid): Record<string, string> {
  const found: Record<string, string> = {};
  for (const sheet of book.sheets) {
    for (const { row, text } of sheet.comments ?? []) {
      const { left, right } = listOn(sheet).area;
      found[text] = Array.from({ length: right - left + 1 }, (_, index) => cellAt(sheet, { row, column: left + index }).text).join('|');
    }
  }
  return found;
}

const LISTS = ['Findings', 'By outcome'];

/** The plan of one directorate with a comment on every third row of its lists, and the file it is. */
async function planWithComments(): Promise<Uint8Array> {
  const file = await FileWorkbook.create();
  await collateInto(file, ['GET', 'HROD'], 'run 1');
  const book = await file.readBook({ includeHidden: true });
  const parts = LISTS.reduce(
    (before, name) => {
      const sheet = book.sheets.find((one) => one.name === name);
      if (sheet === undefined) throw new Error(`No sheet ${name}`);
      const number = book.sheets.indexOf(sheet) + 1;
      const { top, bottom, left } = listOn(sheet).area;
      const comments: Record<string, MadeComment> = {};
      for (let row = top + 1; row <= bottom; row += 3) {
        const id = `{${String(number).padStart(4, '0')}${String(row).padStart(4, '0')}-0000-4000-8000-000000000000}`;
        comments[a1({ row, column: left + (row % 4) })] = { id, author: 'Jo', text: `${name} ${String(row)} 😀`, replies: ['yes', 'no'] };
      }
      return withMadeComments(before, `xl/worksheets/sheet${String(number)}.xml`, comments);
    },
    Object.fromEntries(unzip(await file.toBytes())),
  );
  return zipped(parts);
}

const plan = planWithComments();

/** A row is known again by its words from the second column on; the first of Findings may become its mark. */
const words = (rows: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rows).map(([text, row]) => [
      text,
      row
        .split('|')
        .slice(1)
        .filter((cell) => cell !== '' && !cell.includes('no longer'))
        .slice(0, 3)
        .join('|'),
    ]),
  );

async function check(port: WorkbookPort): Promise<void> {
  const before = await port.readBook({ includeHidden: true });
  const told = await collateInto(port, ['GET', 'HROD', 'Communities'], 'run 2');
  const after = await port.readBook({ includeHidden: true });
  expect(Object.keys(commented(before)).length).toBeGreaterThan(6);
  expect(words(commented(after))).toEqual(words(commented(before)));
  expect(told.filter((one) => / comments? go(?:es)? with /.test(one)).map((one) => one.split(':')[0])).toEqual(LISTS);
  const places = ({ sheets }: BookGrid): string[] =>
    sheets.flatMap(({ name, comments = [] }) => comments.map((one) => `${name} ${a1(one)} ${one.text}`)).sort();
  expect(places(after)).not.toEqual(places(before));
  await takeBackLastRun(port);
  expect(places(await port.readBook({ includeHidden: true }))).toEqual(places(before));
}

it('goes with the rows of a real plan when another directorate is collated into it, and back again: a file', async () => {
  const file = await FileWorkbook.open('plan.xlsx', await plan);
  await check(file);
});

it('goes with the rows of a real plan when another directorate is collated into it, and back again: Excel', async () => {
  const file = await FileWorkbook.open('plan.xlsx', await plan);
  const host = createExcelHost(await file.readBook({ includeHidden: true }), { today: DATES.asOf });
  const { Excel: excel, Office: office } = loadOfficeInNode(host, { shared: true });
  await check(
    createOfficeWorkbook(excel, { isSetSupported: (name, version) => office.context.requirements.isSetSupported(name, version) }),
  );
});
