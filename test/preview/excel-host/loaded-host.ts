import { type BookGrid, type Cell, gridOf, textCell } from '../../../src/domain/grid';
import { numberCell } from '../../domain/grid/number-cell';
import { type ExcelHost, type HostOptions, createExcelHost } from '../../../src/preview/excel-host';
import { type LoadedOffice, loadOfficeInNode } from './load-office-in-node';

export interface LoadedHost extends LoadedOffice {
  readonly host: ExcelHost;
}

/** A day in a year that no default can hit by chance. */
export const TODAY = { year: 2031, month: 5, day: 20 } as const;

/** Texts and numbers as rows; null is an empty cell. */
export function rowsOf(...rows: readonly (readonly (string | number | null)[])[]): (Cell | null)[][] {
  return rows.map((cells) => cells.map((cell) => (cell === null ? null : typeof cell === 'string' ? textCell(cell) : numberCell(cell))));
}

/** Two sheets: "GET" with a small table's worth of cells, and "Notes". */
export function smallBook(): BookGrid {
  return {
    name: 'small.xlsx',
    sheets: [
      gridOf('GET', rowsOf(['Action', 'Lead', 'Cost'], ['Plant trees', 'A. Brown', 100], ['Repair roads', 'B. Green', 200])),
      gridOf('Notes', []),
    ],
  };
}

export function loaded(
  book: BookGrid = smallBook(),
  options: HostOptions & { readonly library?: 'excel-web-16.00.debug.js'; readonly apart?: boolean } = {},
): LoadedHost {
  const host = createExcelHost(book, { today: TODAY, ...options });
  return { host, ...loadOfficeInNode(host, { library: options.library, shared: options.apart !== true }) };
}

/** The code of the error that a run ends with, or "done". */
export async function codeOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
    return 'done';
  } catch (reason) {
    if (typeof reason === 'object' && reason !== null && 'code' in reason) return String(reason.code);
    throw reason;
  }
}
