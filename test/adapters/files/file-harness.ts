import ExcelJS from 'exceljs';
import { FileWorkbook } from '../../../src/adapters/files';
import { parseArea } from '../../../src/domain/grid';
import type { ContractHarness, SeedBook, SeedCell, SeedSheet } from '../../contract/harness';
import { unzip } from '../../contract/unzip';
import { withMadeComments } from './made-comments';
import { observeFile } from './observe-file';
import { zipped } from './package-builder';

const made = new Map<SeedBook, Promise<Uint8Array>>();

/** Files for the contract: begun by exceljs, changed by the adapter, read again by exceljs. */
export const fileHarness: ContractHarness = {
  fileLinks: true,
  async open(seed) {
    const bytes = made.get(seed) ?? seedFile(seed);
    made.set(seed, bytes);
    const port = await FileWorkbook.open('seed.xlsx', await bytes);
    return { port, observe: async () => observeFile(await port.toBytes()) };
  },
};

async function seedFile(seed: SeedBook): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const sheet of seed.sheets) await addSheet(book, sheet);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  if (seed.sheets.every(({ comments }) => comments === undefined)) return bytes;
  const made = seed.sheets.reduce(
    (parts, { comments }, index) =>
      comments === undefined ? parts : withMadeComments(parts, `xl/worksheets/sheet${String(index + 1)}.xml`, comments),
    Object.fromEntries(unzip(bytes)),
  );
  return zipped(made);
}

async function addSheet(book: ExcelJS.Workbook, seed: SeedSheet): Promise<void> {
  const sheet = book.addWorksheet(seed.name);
  sheet.state = seed.visibility === 'very hidden' ? 'veryHidden' : (seed.visibility ?? 'visible');
  for (const table of seed.tables ?? []) addTable(sheet, seed, table);
  for (const [address, cell] of Object.entries(seed.cells)) {
    sheet.getCell(address).value = valueOf(cell);
    if (cell.format !== undefined) sheet.getCell(address).numFmt = cell.format;
  }
  for (const merge of seed.merges ?? []) sheet.mergeCells(merge);
  if (seed.isProtected === true) await sheet.protect('', {});
}

function valueOf(cell: SeedCell): ExcelJS.CellValue {
  if (cell.formula === undefined) return cell.value;
  return { formula: cell.formula.slice(1), result: cell.value ?? undefined };
}

function addTable(sheet: ExcelJS.Worksheet, seed: SeedSheet, table: { name: string; area: string }): void {
  const area = parseArea(table.area);
  if (area === null) throw new Error(`${table.area} is not an area`);
  const row = (number: number): (string | number | boolean | null)[] =>
    Array.from({ length: area.right - area.left + 1 }, (_, step) => {
      const address = sheet.getCell(number + 1, area.left + step + 1).address;
      return seed.cells[address]?.value ?? null;
    });
  sheet.addTable({
    name: table.name,
    ref: table.area.split(':')[0] ?? '',
    columns: row(area.top).map((name) => ({ name: String(name) })),
    rows: Array.from({ length: area.bottom - area.top }, (_, step) => row(area.top + 1 + step)),
  });
}
