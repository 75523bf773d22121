import { type Area, type Cell, cellAt, type SheetGrid } from '../grid';
import type { Framework } from '../framework';
import type { RecognisedPlan } from '../recognition';
import { ALL_PRIORITIES, columnsPlanned, type PlanSheetFound } from '../sheets';
import { hashOf, headingsIn, isBlank, type PlanColumn, shownWords, wordsOfCell, type WrittenSheet } from '../workbook';

export interface SideColumn {
  /** Of a planned column its key; of one that the user added its heading in lower case, after a "+". */
  readonly key: string;
  readonly heading: string;
  /** Zero-based column of the sheet. */
  readonly at: number;
  /** The column is the user's: the plan made it for them, or they added it. */
  readonly isOwn: boolean;
  readonly meansSame?: PlanColumn['meansSame'];
}

/** A table of the plan as it stands in one of two workbooks that are compared: this plan, or a copy of it. */
export interface TableSide {
  readonly plan: string;
  readonly sheet: SheetGrid;
  /** Headings and rows, without a total row. Zero-based, inclusive. */
  readonly area: Area;
  /** By key, in the order of the sheet. */
  readonly columns: ReadonlyMap<string, SideColumn>;
  /** What the last run of that workbook wrote on the sheet; null where nothing is remembered. */
  readonly last: WrittenSheet | null;
}

/** Null for a sheet without a table. */
export function tableSideOf({ plan, sheet, table }: PlanSheetFound, workbook: RecognisedPlan, framework: Framework): TableSide | null {
  if (table === null) return null;
  const totals = sheet.tables.some(({ name, hasTotals }) => hasTotals && name === table.name) ? 1 : 0;
  const area = { ...table.area, bottom: table.area.bottom - totals };
  const planned = columnsPlanned(plan, framework);
  const known =
    plan === ALL_PRIORITIES && workbook.priorities !== null ? workbook.priorities.columns : columnsByHeading(sheet, area, planned);
  const plannedAt = new Map([...known].map(([key, at]) => [at, planned.find((column) => column.key === key)]));
  const columns = new Map<string, SideColumn>();
  for (let at = area.left; at <= area.right; at += 1) {
    const heading = wordsOfCell(cellAt(sheet, { row: area.top, column: at })).trim();
    const column = plannedAt.get(at);
    const key = column?.key ?? `+${heading.toLowerCase()}`;
    if (columns.has(key)) continue;
    columns.set(key, {
      key,
      heading: column?.heading ?? heading,
      at,
      isOwn: column === undefined || column.owner === 'user',
      ...(column?.meansSame === undefined ? {} : { meansSame: column.meansSame }),
    });
  }
  return { plan, sheet, area, columns, last: workbook.state.written.find((one) => one.plan === plan) ?? null };
}

function columnsByHeading(sheet: SheetGrid, area: Area, planned: readonly PlanColumn[]): ReadonlyMap<string, number> {
  const found = headingsIn(
    sheet,
    area.top,
    planned.map(({ heading }) => heading),
    area,
  );
  return new Map(
    planned.flatMap(({ key, heading }): [string, number][] => {
      const at = found.get(heading);
      return at === undefined ? [] : [[key, at]];
    }),
  );
}

/** Zero-based rows below the headings, those without any content left out. */
export function filledRows({ sheet, area }: TableSide): number[] {
  const rows = Array.from({ length: area.bottom - area.top }, (_, down) => area.top + 1 + down);
  return rows.filter((row) => {
    const cells = sheet.rows.get(row) ?? new Map<number, Cell>();
    return [...cells].some(([column, cell]) => column >= area.left && column <= area.right && !isBlank(cell));
  });
}

/** A row with everything in it, a line for each filled cell: "Notes: agreed with the treasurer". */
export function rowInWords({ sheet, columns }: TableSide, row: number): string {
  return [...columns.values()]
    .flatMap(({ heading, at }) => {
      const cell = cellAt(sheet, { row, column: at });
      return isBlank(cell) ? [] : [heading === '' ? shownWords(cell) : `${heading}: ${shownWords(cell)}`];
    })
    .join('\n');
}

/** The first three filled cells of a row, by which a person knows it. */
export function beginningOf({ sheet, columns }: TableSide, row: number): string {
  const words = [...columns.values()].flatMap(({ at, isOwn }) => {
    const shown = shownWords(cellAt(sheet, { row, column: at })).trim();
    return isOwn || shown === '' ? [] : [shown];
  });
  return words.slice(0, 3).join(' · ');
}

/** Hashes of the cells of a row in the columns that the plan writes, as a run remembers them of a list. */
export function hashesOn({ sheet, columns }: TableSide, row: number): Record<string, string> {
  const planned = [...columns.values()].filter(({ isOwn }) => !isOwn);
  return Object.fromEntries(planned.map(({ key, at }) => [key, hashOf(wordsOfCell(cellAt(sheet, { row, column: at })))]));
}
