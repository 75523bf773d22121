import { answerRequests, type CollationDryRun, type PlanRequests, type WorkbookPort } from '../../../src/application';
import { createOfficeWorkbook } from '../../../src/adapters/office';
import { fileSubmissions } from '../../../src/adapters/files';
import { kent2025 } from '../../../src/domain/framework';
import { a1, type BookGrid, gridOf, parseArea, textCell } from '../../../src/domain/grid';
import { createExcelHost, type ExcelHost, type HostCell } from '../../../src/preview/excel-host';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';

/** A workbook open in Excel with the pane beside it, for tests of what the pane writes. */
export interface PlanInExcel {
  readonly host: ExcelHost;
  readonly port: WorkbookPort;
  readonly requests: PlanRequests;
  /** Works out what a collation would write, and writes it. */
  collate(): Promise<CollationDryRun>;
  /** Words of a table of the plan: its headings, then its rows, the row of totals included. */
  words(table: string): readonly (readonly string[])[];
  /** Words of one column of a table, without its heading. */
  column(table: string, heading: string): readonly string[];
  /** The cells below a heading of a table, with formulas and formats. */
  cells(table: string, heading: string): readonly HostCell[];
}

const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];

/** A directorate's sheet with one table from A1; each commitment in a row of its own. */
export function submissionOf(directorate: string, commitments: readonly string[]): BookGrid['sheets'][number] {
  const rows = commitments.map((words) => [words, 'Jo Brown', 'March 2026', '200 people a year', 'SO2'].map((text) => textCell(text)));
  return gridOf(directorate, [HEADINGS.map((text) => textCell(text)), ...rows]);
}

/** @param payloadLimit most bytes of one request; a low one makes a write of many requests. */
export function planInExcel(sheets: readonly BookGrid['sheets'][number][], payloadLimit?: number): PlanInExcel {
  const host = createExcelHost({ name: 'plan.xlsx', sheets }, { today: { year: 2025, month: 6, day: 1 } });
  const { Excel: excel, Office: office } = loadOfficeInNode(host, { shared: true });
  const port = createOfficeWorkbook(excel, {
    isSetSupported: (name, version) => office.context.requirements.isSetSupported(name, version),
    documentUrl: () => 'https://example.org/plan.xlsx',
    isViewOnly: () => String(office.context.document.mode) === 'readOnly',
    ...(payloadLimit === undefined ? {} : { payloadLimit }),
  });
  let runs = 0;
  const requests = answerRequests({
    workbook: port,
    submissions: fileSubmissions,
    framework: kent2025(),
    now: () => ({ date: { year: 2025, month: 6, day: 1 }, time: '14:02' }),
    newRunId: () => `1 June, 14:02 ${String((runs += 1))}`,
    pause: () => Promise.resolve(),
  });
  const { signal } = new AbortController();
  const words = (table: string): string[][] => {
    const found = host.workbook.findTable(table);
    if (found === null) return [];
    const {
      sheet,
      table: { area },
    } = found;
    const across = Array.from({ length: area.right - area.left + 1 }, (_, index) => area.left + index);
    return Array.from({ length: area.bottom - area.top + 1 }, (_, down) => {
      return across.map((column) => host.workbook.textOf(sheet, area.top + down, column));
    });
  };
  return {
    host,
    port,
    requests,
    collate: async () => {
      const dryRun = await requests.planCollation([], signal, () => undefined);
      await requests.writeCollation(dryRun, signal, () => undefined);
      return dryRun;
    },
    words,
    column: (table, heading) => {
      const [headings = [], ...rows] = words(table);
      return rows.map((row) => row[headings.indexOf(heading)] ?? '');
    },
    cells: (table, heading) => {
      const found = host.workbook.findTable(table);
      const column = words(table)[0]?.indexOf(heading) ?? -1;
      if (found === null || column < 0) return [];
      const { top, bottom, left } = found.table.area;
      return Array.from({ length: bottom - top }, (_, down) => found.sheet.cells.at(top + 1 + down, left + column));
    },
  };
}

/** Puts something into a cell behind Excel's back, as another program would have saved it. */
export function putCell({ host }: PlanInExcel, sheet: string, address: string, cell: Partial<HostCell>): void {
  const { top, left } = parseArea(address) ?? { top: 0, left: 0 };
  const { cells } = host.workbook.sheet(sheet);
  cells.put(top, left, { ...cells.at(top, left), ...cell });
}

/** Shows a row of totals under a table of the plan: a word below the first column, a count of the second and a sum of texts. */
export function showTotals({ host }: PlanInExcel, name: string): void {
  const found = host.workbook.findTable(name);
  if (found === null) throw new Error(`no table ${name}`);
  const { sheet, table } = found;
  const row = table.area.bottom + 1;
  table.area = { ...table.area, bottom: row };
  table.hasTotals = true;
  const { left, top } = table.area;
  sheet.cells.put(row, left, { ...sheet.cells.at(row, left), value: 'Total', format: '@' });
  const formula = `=COUNTA(${a1({ row: top + 1, column: left + 1 })}:${a1({ row: row - 1, column: left + 1 })})`;
  sheet.cells.put(row, left + 1, { ...sheet.cells.at(row, left + 1), value: null, formula });
}
