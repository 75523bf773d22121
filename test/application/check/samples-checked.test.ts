import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSubmissions } from '../../../src/adapters/files';
import { type CheckedFile, type CheckDates, type Finding } from '../../../src/domain/findings';
import { kent2025 } from '../../../src/domain/framework';
import { type BookGrid, type Cell, parseA1, textCell } from '../../../src/domain/grid';
import { understandBook } from '../../../src/domain/reading';
import { misquoted } from '../../domain/findings/misquoted';
import { readTables } from '../../domain/reading/read-tables';
import { checkBook } from '../../domain/findings/check-book';

const FRAMEWORK = kent2025();
/** A day on which many of the actions are past their date. */
const DATES: CheckDates = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2026, month: 11, day: 28 } };
const FOLDERS = ['assets/samples', 'assets/samples/submissions'];
const SAMPLES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name): [string, string] => [name, join(folder, name)]),
);

const opened = async (path: string): Promise<BookGrid> => fileSubmissions.open('sent.xlsx', new Uint8Array(readFileSync(path)));

function read(book: BookGrid): CheckedFile {
  const found = readTables(book, FRAMEWORK, { includeHidden: false, corrections: [] });
  const { tables, sheets, directorate } = found;
  return {
    file: book.name,
    tables,
    sheets,
    directorate,
    actions: understandBook(found, { file: book.name, framework: FRAMEWORK }).actions,
  };
}

const check = (book: BookGrid): Finding[] => checkBook(read(book), FRAMEWORK, DATES);

/** The workbook with every column added that a finding offers; an Excel table grows by it. */
function withColumns(book: BookGrid, findings: readonly Finding[]): BookGrid {
  const sheets = book.sheets.map((sheet) => {
    const rows = new Map<number, ReadonlyMap<number, Cell>>(sheet.rows);
    let { tables } = sheet;
    for (const { sheetId, repair } of findings) {
      const place = repair?.kind === 'add-column' && sheetId === sheet.id ? parseA1(repair.cell) : null;
      if (place === null || repair?.kind !== 'add-column') continue;
      tables = tables.map((one) =>
        one.area.top === place.row && one.area.right === place.column - 1 ? { ...one, area: { ...one.area, right: place.column } } : one,
      );
      rows.set(place.row, new Map([...(rows.get(place.row) ?? []), [place.column, textCell(repair.heading)]]));
    }
    return { ...sheet, rows, tables };
  });
  return { ...book, sheets };
}

test.each(SAMPLES)('%s: every finding quotes what its cell shows', async (_name, path) => {
  const book = await opened(path);
  expect(misquoted(book, read(book).tables, check(book))).toEqual([]);
});

test.each(SAMPLES)(
  '%s: a Status column that is offered makes a table read as before, with a status cell in each row',
  async (_name, path) => {
    const before = await opened(path);
    const offered = check(before).filter(({ code }) => code === 'past-without-status');
    const after = withColumns(before, offered);
    const facts = (book: BookGrid): unknown =>
      read(book).actions.map(({ commitment, ledBy, timescale, measure, outcomes, directorate, source }) => {
        return [commitment, ledBy, timescale, measure, outcomes, directorate, source.tableId, source.row];
      });
    expect(facts(after)).toEqual(facts(before));
    const left = check(after).filter(({ code }) => code === 'past-without-status');
    expect(left.filter(({ repair, heading, quote }) => repair !== undefined || heading !== 'Status' || quote !== '')).toEqual([]);
    expect(left.length).toBeGreaterThanOrEqual(offered.length);
    const others = (findings: readonly Finding[]): unknown =>
      findings.filter(({ code }) => code !== 'past-without-status').map(({ code, cell, message }) => [code, cell, message]);
    expect(others(check(after))).toEqual(others(check(before)));
  },
);

test('there are samples, and columns are offered in them', async () => {
  const offered = await Promise.all(
    SAMPLES.map(async ([, path]) => check(await opened(path)).filter(({ repair }) => repair?.kind === 'add-column').length),
  );
  expect(offered.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(10);
});
