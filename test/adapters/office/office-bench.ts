import { type BookGrid, type Cell, gridOf, textCell } from '../../../src/domain/grid';
import { numberCell } from '../../domain/grid/number-cell';
import type { CellContent, Change } from '../../../src/domain/workbook';
import type { WorkbookPort } from '../../../src/application/ports/ports';
import { createOfficeWorkbook } from '../../../src/adapters/office';
import type { OfficeOptions } from '../../../src/adapters/office/office-setting';
import { createExcelHost, type ExcelHost, type HostOptions, installHost } from '../../../src/preview/excel-host';
import { type LoadedOffice, loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';

export interface Bench {
  readonly host: ExcelHost;
  readonly workbook: WorkbookPort;
  /** Lets the deadline of every unanswered request pass. */
  readonly runOutOfTime: () => void;
}

/** The adapter over the genuine Office.js over a host, with a clock that stands still. */
export function benchOf(book: BookGrid, hostOptions: HostOptions = {}, options: OfficeOptions = {}): Bench {
  const host = createExcelHost(book, { today: { year: 2025, month: 1, day: 30 }, ...hostOptions });
  const { Excel: excel, Office: office } = loadOfficeInNode(host, { shared: true });
  const waiting = new Set<() => void>();
  const workbook = createOfficeWorkbook(excel, {
    isSetSupported: (name, version) => office.context.requirements.isSetSupported(name, version),
    documentUrl: () => office.context.document.url,
    isViewOnly: () => String(office.context.document.mode) === 'readOnly',
    after: (_, then) => {
      waiting.add(then);
      return () => waiting.delete(then);
    },
    ...options,
  });
  return { host, workbook, runOutOfTime: () => [...waiting].forEach((then) => then()) };
}

/** The library is loaded once for benches that only swap the host: two hundred runs would take minutes otherwise. */
let shared: LoadedOffice | null = null;

/** Like `benchOf` without options, over a library that was loaded before. */
export function quickBench(book: BookGrid): Bench {
  const host = createExcelHost(book, { today: { year: 2025, month: 1, day: 30 } });
  shared ??= loadOfficeInNode(host);
  installHost(host, shared, { window: {}, Promise, JSON });
  const waiting = new Set<() => void>();
  const workbook = createOfficeWorkbook(shared.Excel, {
    isSetSupported: () => true,
    documentUrl: () => '',
    after: (_, then) => {
      waiting.add(then);
      return () => waiting.delete(then);
    },
  });
  return { host, workbook, runOutOfTime: () => [...waiting].forEach((then) => then()) };
}

/**
 * The whole workbook as one text. An empty cell of format General is left out, whether the format was never set or set back:
 * Excel tells them apart no more than a reader can.
 */
export function seen(host: ExcelHost): string {
  const book = host.snapshot();
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    cells: Object.entries(sheet.cells)
      .filter(([, cell]) => cell.value !== null || cell.formula !== undefined || cell.format !== 'General')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  }));
  return JSON.stringify({ ...book, sheets });
}

/** A small plan as a directorate might keep it: a title, a table of two rows, a number, a date, a formula and a text like one. */
export function smallBook(): BookGrid {
  const rows: readonly (readonly (Cell | null)[])[] = [
    [textCell('Priorities ~ GET')],
    [textCell('Commitment'), textCell('Timescale'), textCell('Cost')],
    [textCell('Plant trees'), numberCell(46082, 'Mar-26', 'mmm-yy'), numberCell(12, '12', '0')],
    [textCell('=1+1', '@'), textCell('Mar 2026', '@'), { kind: 'number', value: 3, text: '3', format: '0', formula: '=1+2' }],
  ];
  const table = { name: 'Plan', area: { top: 1, left: 0, bottom: 3, right: 2 }, hasHeader: true, hasTotals: false };
  return {
    name: 'GET.xlsx',
    sheets: [
      gridOf('GET', rows, { merges: [{ top: 0, left: 0, bottom: 0, right: 2 }], tables: [table] }),
      gridOf('Old', [[textCell('hidden')]], { visibility: 'hidden' }),
      gridOf('_plan', [[textCell('state', '@')]], { visibility: 'very hidden' }),
    ],
  };
}

const PLAN = { top: 1, left: 0, bottom: 3, right: 2 };

/**
 * A run over `smallBook` as `reconcile` would write it: a stage that opens a journal, and one that rewrites cells of every kind, makes
 * the table longer and adds another below it.
 */
export function smallRun(): Change[][] {
  const work: Change[] = [
    rewrite(
      'GET',
      2,
      0,
      [[text('-2'), { kind: 'date', serial: 46_100 }, { kind: 'number', value: 7, format: '0' }]],
      [[restore('Plant trees', 'General'), restore(46_082, 'mmm-yy'), restore(12, '0')]],
    ),
    rewrite(
      'GET',
      3,
      0,
      [[{ kind: 'empty' }, null, { kind: 'link', text: 'see', target: { path: 'see.xlsx' } }]],
      [[restore('=1+1', '@'), null, restore(3, '0', '=1+2')]],
    ),
    rewrite(
      'GET',
      4,
      0,
      [[text('New'), text('1-2'), { kind: 'number', value: 1, format: '0' }]],
      [[restore(null, 'General'), restore(null, 'General'), restore(null, 'General')]],
    ),
    {
      edit: { type: 'resize table', sheet: 'GET', table: 'Plan', area: { ...PLAN, bottom: 4 } },
      undo: { type: 'resize table', sheet: 'GET', table: 'Plan', area: PLAN },
    },
    rewrite('GET', 7, 0, [[text('Word')], [text('On track')]], [[restore(null, 'General')], [restore(null, 'General')]]),
    {
      edit: {
        type: 'add table',
        sheet: 'GET',
        table: 'Words',
        area: { top: 7, left: 0, bottom: 8, right: 0 },
        style: 'TableStyleLight1',
        banded: true,
      },
      undo: { type: 'remove table', sheet: 'GET', table: 'Words' },
    },
  ];
  return [[rewrite('_plan', 0, 0, [[text('open')]], [[restore('state', '@')]])], work];
}

const text = (words: string): CellContent => ({ kind: 'text', text: words });

function restore(value: string | number | null, format: string, formula?: string): CellContent {
  return { kind: 'restore', value, format, ...(formula === undefined ? {} : { formula }) };
}

type Contents = readonly (readonly (CellContent | null)[])[];

/** Writes cells that must hold what their inverses put back. */
export function rewrite(sheet: string, top: number, left: number, cells: Contents, before: Contents): Change {
  const area = { top, left, bottom: top + cells.length - 1, right: left + (cells[0]?.length ?? 1) - 1 };
  const expected = before.map((row) =>
    row.map((cell) =>
      cell?.kind === 'restore' ? { value: cell.value, ...(cell.formula === undefined ? {} : { formula: cell.formula }) } : null,
    ),
  );
  return {
    edit: { type: 'write cells', sheet, area, cells, expected },
    undo: { type: 'write cells', sheet, area, cells: before, expected: null },
  };
}
