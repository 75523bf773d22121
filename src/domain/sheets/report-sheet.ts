import { type FormatRule, type PlanColumn, type PlanRow, type PlanTable, type SheetPlan, text } from '../workbook';

import { HEADING_ROW, headingLook, titleLooks } from './council-look';

/** What tells one list from another; all else about a sheet that is one list under a title is the same. */
export interface Report {
  readonly name: string;
  readonly tabColour: string;
  /** The line under the title. */
  readonly stamp: string;
  /** Excel table name, unique in the workbook. */
  readonly table: string;
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly PlanRow[];
  readonly refresh: PlanTable['refresh'];
  /** Looks by the words of a column, for as many rows as a list is likely to have. */
  readonly rules: readonly { readonly column: string; readonly cellIs: string; readonly look: FormatRule['look'] }[];
  readonly paper: 'A3' | 'A4';
  readonly frozenColumns: number;
}

const ROWS_WITH_RULES = 5_000;

export function reportSheet(report: Report): SheetPlan {
  const last = report.columns.length - 1;
  const areaOf = (key: string): FormatRule['area'] => {
    const column = report.columns.findIndex((one) => one.key === key);
    return { top: HEADING_ROW + 1, bottom: HEADING_ROW + ROWS_WITH_RULES, left: column, right: column };
  };
  return {
    name: report.name,
    visibility: 'visible',
    tabColour: report.tabColour,
    blocks: [{ at: { row: 0, column: 0 }, cells: [[text(report.name)], [text(report.stamp)]] }],
    table: {
      name: report.table,
      at: { row: HEADING_ROW, column: 0 },
      columns: report.columns,
      rows: report.rows,
      refresh: report.refresh,
      banded: true,
      style: 'TableStyleLight9',
    },
    widths: {},
    merges: [],
    looks: [...titleLooks(last), headingLook(HEADING_ROW, 0, last)],
    dropDowns: [],
    rules: report.rules.map(({ column, cellIs, look }) => ({ area: areaOf(column), when: { cellIs }, look })),
    charts: [],
    freeze: { rows: HEADING_ROW + 1, columns: report.frozenColumns },
    print: {
      orientation: 'landscape',
      paper: report.paper,
      pages: 'one wide',
      lastColumn: null,
      titleRows: { top: HEADING_ROW, bottom: HEADING_ROW },
      footer: `${report.name}, page &P of &N`,
    },
    gridlines: false,
  };
}
