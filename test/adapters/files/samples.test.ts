import { existsSync, readFileSync, readdirSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import { openBook } from '../../../src/adapters/files/open-book';
import { kent2025 } from '../../../src/domain/framework';
import { a1 } from '../../../src/domain/grid';
import { readTables } from '../../domain/reading/read-tables';

const folder = 'assets/samples';
const files = [
  ...readdirSync(folder).filter((file) => file.endsWith('.xlsx')),
  ...readdirSync(`${folder}/submissions`).map((file) => `submissions/${file}`),
];

/** exceljs does not find tables whose part is addressed from the root of the package, as openpyxl writes them. */
const ADDRESSED_FROM_THE_ROOT = new Set(['submissions/CYPE priorities v2.xlsx']);

/** Every filled cell as "sheet!A1" to what it holds. */
async function ours(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const book = await openBook('x.xlsx', bytes, { includeHidden: true });
  const cells = book.sheets.flatMap((sheet) =>
    [...sheet.rows].flatMap(([row, inRow]) =>
      [...inRow].map(([column, cell]): [string, unknown] => [`${sheet.name}!${a1({ row, column })}`, cell.value]),
    ),
  );
  return new Map(cells);
}

function plain(value: ExcelJS.CellValue): unknown {
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (value === null || typeof value !== 'object') return value;
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('error' in value) return value.error;
  if ('result' in value) return plain(value.result);
  return 'text' in value ? value.text : null;
}

async function byExceljs(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const cells = new Map<string, unknown>();
  book.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const value = plain(cell.value);
        if (cell.master === cell && value !== null && value !== undefined && value !== '')
          cells.set(`${sheet.name}!${cell.address}`, value);
      });
    });
  });
  return cells;
}

async function byHucre(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const book = await readXlsx(bytes);
  const cells = new Map<string, unknown>();
  for (const sheet of book.sheets) {
    sheet.rows.forEach((values, row) => {
      values.forEach((value, column) => {
        if (value !== null && value !== '') {
          cells.set(`${sheet.name}!${a1({ row, column })}`, value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value);
        }
      });
    });
  }
  return cells;
}

describe('the sample workbooks read alike by three readers', () => {
  it.each(files)('%s', async (file) => {
    const bytes = new Uint8Array(readFileSync(`${folder}/${file}`));
    const read = await ours(bytes);
    expect(read.size).toBeGreaterThan(10);
    expect(Object.fromEntries(read)).toEqual(Object.fromEntries(await byHucre(bytes)));
    if (!ADDRESSED_FROM_THE_ROOT.has(file)) expect(Object.fromEntries(read)).toEqual(Object.fromEntries(await byExceljs(bytes)));
  });
});

/** Its cells point at texts that are not in the file; exceljs takes the numbers of the texts for their words. */
const WITHOUT_ITS_TEXTS = 'shared-strings-missing.xlsx';

/** Workbooks of the same kinds that may lie beside the project; a fresh clone has none. */
const beside = ['../shared/workbooks', '../shared/workbooks/submissions', '../shared/cases/public', '../shared/cases/files'].flatMap(
  (place) =>
    existsSync(place)
      ? readdirSync(place).flatMap((file) => (file.endsWith('.xlsx') && file !== WITHOUT_ITS_TEXTS ? [`${place}/${file}`] : []))
      : [],
);

/** Cells with content of each sheet, by another program; null where it cannot open the file. */
async function countedByExceljs(bytes: Uint8Array): Promise<Map<string, number> | null> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes.slice().buffer);
  } catch {
    return null;
  }
  const counts = new Map<string, number>();
  book.eachSheet((sheet) => {
    let cells = 0;
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const isFilled =
          cell.type === ExcelJS.ValueType.Formula || ![null, undefined, ''].includes(plain(cell.value) as string | null | undefined);
        if (cell.master === cell && isFilled) cells += 1;
      });
    });
    counts.set(sheet.name, cells);
  });
  return counts.size === 0 ? null : counts;
}

describe('the proof counts the cells that another program counts', () => {
  it.each([...files.map((file) => `${folder}/${file}`), ...beside])('%s', async (file) => {
    const bytes = new Uint8Array(readFileSync(file));
    const book = await openBook('x.xlsx', bytes, { includeHidden: true }).catch(() => null);
    const counted = ADDRESSED_FROM_THE_ROOT.has(file.slice(folder.length + 1)) ? null : await countedByExceljs(bytes);
    if (book === null || counted === null) return;
    const { sheets } = readTables(book, kent2025(), { includeHidden: false, corrections: [] });
    expect(new Map(sheets.map(({ name, cells }) => [name, cells]))).toEqual(counted);
  });
});
