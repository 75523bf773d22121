import { createOfficeWorkbook } from '../../../src/adapters/office';
import { FileWorkbook } from '../../../src/adapters/files';
import type { CostList, CostRow, PlanRequests, WorkbookPort } from '../../../src/application';
import { type Cell, cellAt, gridOf, parseA1, type SheetGrid, textCell } from '../../../src/domain/grid';
import { type Change, text } from '../../../src/domain/workbook';
import { createExcelHost } from '../../../src/preview/excel-host';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';
import { requestsOver } from '../requests-over';

const TODAY = { year: 2026, month: 3, day: 9 };
export const never = new AbortController().signal;
export const quiet = (): void => undefined;

const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome', 'Low/no cost'];
const ROWS = [
  ['Recruit two link workers', 'Jo Brown', 'March 2027', '200 people seen', 'SO2', 'No cost'],
  ['Publish the strategy', 'Jo Brown', 'March 2027', 'Strategy published', 'SO2', '£2,000'],
];
/** A directorate's table in A1:F3; without its last column where `columns` is 5. */
export function sheetOfCosts(more: Partial<SheetGrid> = {}, columns = HEADINGS.length): SheetGrid {
  return gridOf(
    'GET',
    [HEADINGS, ...ROWS].map((row) => row.slice(0, columns).map((words) => textCell(words))),
    more,
  );
}

export interface CostsInWorkbook {
  readonly port: WorkbookPort;
  readonly requests: PlanRequests;
  readonly list: () => Promise<CostList>;
  /** The row whose commitment begins so. */
  readonly row: (beginning: string) => Promise<CostRow>;
  /** What a cell of a sheet holds. */
  readonly at: (sheet: string, address: string) => Promise<string | number | boolean | null>;
  /** As somebody else, beside the pane. */
  readonly type: (sheet: string, address: string, words: string) => Promise<void>;
  /** The cells that hold something, by sheet, with the areas of the Excel tables. */
  readonly everything: () => Promise<unknown>;
  /** The workbook closed and opened again. */
  readonly reopened: () => Promise<CostsInWorkbook>;
}

export interface CostsInExcel extends CostsInWorkbook {
  readonly protect: (sheet: string) => void;
}

export function costsInExcel(sheets: readonly SheetGrid[]): CostsInExcel {
  const host = createExcelHost({ name: 'plan.xlsx', sheets }, { today: TODAY });
  const port = createOfficeWorkbook(loadOfficeInNode(host, { shared: true }).Excel, { isSetSupported: () => true });
  const reopened = async (): Promise<CostsInWorkbook> => costsInExcel((await port.readBook({ includeHidden: true })).sheets);
  return {
    ...costsOver(port, reopened),
    protect: (sheet) => {
      host.workbook.sheet(sheet).isProtected = true;
    },
  };
}

/** A file that holds what a sheet shows. */
export async function costsInFile({ name, rows }: SheetGrid): Promise<CostsInWorkbook> {
  const book = await FileWorkbook.create('GET.xlsx');
  const cells = [...rows].flatMap(([row, across]) =>
    [...across].map(([column, { value }]): Change => {
      const area = { top: row, bottom: row, left: column, right: column };
      return { edit: { type: 'write cells', sheet: name, area, cells: [[text(String(value))]], expected: null }, undo: null };
    }),
  );
  await book.apply([[{ edit: { type: 'add sheet', sheet: name, visibility: 'visible', tabColour: null }, undo: null }, ...cells]]);
  return openedFile(book);
}

const openedFile = (book: FileWorkbook): CostsInWorkbook =>
  costsOver(book, async () => openedFile(await FileWorkbook.open('GET.xlsx', await book.toBytes())));

function costsOver(port: WorkbookPort, reopened: CostsInWorkbook['reopened']): CostsInWorkbook {
  const requests = requestsOver(port, TODAY);
  const list = async (): Promise<CostList> => {
    await requests.readPlan(never, quiet);
    return requests.listCosts(never);
  };
  const sheetCalled = async (name: string): Promise<SheetGrid> => {
    const found = (await port.readBook({ includeHidden: true })).sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new Error(`There is no sheet ${name}.`);
    return found;
  };
  const placeAt = (address: string): { row: number; column: number } => parseA1(address) ?? { row: 0, column: 0 };
  return {
    port,
    requests,
    list,
    row: async (beginning) => {
      const found = (await list()).rows.find(({ action }) => action.commitment.startsWith(beginning));
      if (found === undefined) throw new Error(`No row begins with ${beginning}.`);
      return found;
    },
    at: async (sheet, address) => cellAt(await sheetCalled(sheet), placeAt(address)).value,
    type: async (sheet, address, words) => {
      const { row, column } = placeAt(address);
      const area = { top: row, bottom: row, left: column, right: column };
      await port.apply([[{ edit: { type: 'write cells', sheet, area, cells: [[text(words)]], expected: null }, undo: null }]]);
    },
    reopened,
    everything: async () =>
      (await port.readBook({ includeHidden: true })).sheets.map(({ name, rows, tables }) => [
        name,
        tables.map(({ name: table, area }) => [table, area]),
        [...rows].flatMap(([row, cells]) => [...cells].flatMap(([column, { value }]) => (value === null ? [] : [[row, column, value]]))),
      ]),
  };
}

/**
 * The same, with the plan that a first run writes into the workbook.
 * @param lacking headings that All priorities does not have, as in plans of earlier versions.
 */
export async function planOfCosts(lacking: readonly string[] = []): Promise<CostsInExcel> {
  const opened = costsInExcel([sheetOfCosts()]);
  const { requests, port } = opened;
  await requests.writeCollation(await requests.planCollation([], never, quiet), never, quiet);
  if (lacking.length === 0) return opened;
  const { sheets } = await port.readBook({ includeHidden: true });
  return costsInExcel(sheets.map((sheet) => (sheet.name === 'All priorities' ? withoutColumns(sheet, lacking) : sheet)));
}

/** A sheet whose table has not the columns of some headings; those to the right of them move up. */
function withoutColumns(sheet: SheetGrid, headings: readonly string[]): SheetGrid {
  const [table] = sheet.tables;
  if (table === undefined) throw new Error(`There is no table on ${sheet.name}.`);
  const { area } = table;
  const isGone = (column: number): boolean => headings.includes(String(cellAt(sheet, { row: area.top, column }).value));
  const gone = Array.from({ length: area.right + 1 }, (_, column) => column).filter(isGone);
  const moved = (column: number): number => column - gone.filter((one) => one < column).length;
  const rows = [...sheet.rows].map(([row, cells]): [number, Map<number, Cell>] => {
    return [row, new Map([...cells].flatMap(([column, cell]) => (isGone(column) ? [] : [[moved(column), cell] as const])))];
  });
  return { ...sheet, rows: new Map(rows), tables: [{ ...table, area: { ...area, right: area.right - gone.length } }] };
}
