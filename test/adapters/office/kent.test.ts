import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBook } from '../../../src/adapters/files/open-book';
import type { BookGrid } from '../../../src/domain/grid';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';
import { createOfficeWorkbook } from '../../../src/adapters/office';
import { createExcelHost } from '../../../src/preview/excel-host';

const KENT = join(__dirname, '../../../assets/samples/kent-priorities.xlsx');

/** What a sheet holds, without the id, which each adapter gives in its own way. */
function contents(book: BookGrid): unknown[] {
  return book.sheets.map(({ name, visibility, rows, merges, tables }) => ({
    ...{ name, visibility, tables },
    merges: merges.map((merge) => JSON.stringify(merge)).sort(),
    cells: [...rows].flatMap(([row, cells]) =>
      [...cells].map(([column, { kind, value, format, formula }]) => [row, column, kind, value, format, formula]),
    ),
  }));
}

/** Both of Microsoft's files: the one for Windows and Mac, and the one for the web. */
it.each(['excel-win32-16.01.debug.js', 'excel-web-16.00.debug.js'] as const)(
  'the published plan comes in three requests through %s',
  async (library) => {
    const inFile = await openBook('kent-priorities.xlsx', new Uint8Array(readFileSync(KENT)));
    const host = createExcelHost(inFile);
    const { Excel: excel, Office: office } = loadOfficeInNode(host, { library });
    const workbook = createOfficeWorkbook(excel, {
      isSetSupported: (name, version) => office.context.requirements.isSetSupported(name, version),
      documentUrl: () => office.context.document.url,
    });
    const book = await workbook.readBook({ includeHidden: true });
    expect(book.name).toBe('kent-priorities.xlsx');
    expect(contents(book)).toEqual(contents(inFile));
    expect(host.requests.length).toBeLessThanOrEqual(3);
    expect(Math.max(...host.requests.map(({ answerBytes }) => answerBytes))).toBeLessThan(5_000_000);
  },
);
