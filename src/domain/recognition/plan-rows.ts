import { type Area, cellAt, type SheetGrid } from '../grid';
import { headingsIn, type PlanColumn, wordsOfCell, type WrittenSheet } from '../workbook';

/** A row of All priorities as it stands there. */
export interface PlanRowRead {
  /** Zero-based row on the sheet. */
  readonly row: number;
  /** The words in its Ref cell; "" where it is empty or computed. */
  readonly ref: string;
  /** Words by column key, of the columns that are there. */
  readonly words: Readonly<Record<string, string>>;
}

/** The share of a column's filled cells that must hold what was last written there, for a column whose heading was changed. */
const LEAST_SAME = 0.6;

/** Zero-based column of each planned column that is there, by its key. A heading in other words is known by what is below it. */
export function columnsOn(
  sheet: SheetGrid,
  area: Area,
  columns: readonly PlanColumn[],
  last: WrittenSheet['rows'],
): { readonly byKey: ReadonlyMap<string, number>; readonly renamed: ReadonlyMap<string, number> } {
  const byHeading = headingsIn(
    sheet,
    area.top,
    columns.map(({ heading }) => heading),
    area,
  );
  const byKey = new Map(
    columns.flatMap(({ key, heading }): [string, number][] => {
      const column = byHeading.get(heading);
      return column === undefined ? [] : [[key, column]];
    }),
  );
  const free = Array.from({ length: area.right - area.left + 1 }, (_, across) => area.left + across).filter(
    (column) => ![...byKey.values()].includes(column),
  );
  const renamed = new Map<string, number>();
  // By its Ref a row is known, and by the rows what every other column held.
  for (const { key } of columns) {
    if (byKey.has(key)) continue;
    const refs = byKey.get('ref') ?? renamed.get('ref');
    const column = free.find((one) => ![...renamed.values()].includes(one) && isColumnOf(sheet, area, key, { column: one, refs }, last));
    if (column !== undefined) renamed.set(key, column);
  }
  return { byKey: new Map([...byKey, ...renamed]), renamed };
}

function isColumnOf(
  sheet: SheetGrid,
  area: Area,
  key: string,
  { column, refs }: { readonly column: number; readonly refs: number | undefined },
  last: WrittenSheet['rows'],
): boolean {
  let filled = 0;
  let same = 0;
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    const words = wordsOfCell(cellAt(sheet, { row, column })).trim();
    if (words === '') continue;
    filled += 1;
    const ref = key === 'ref' ? words : refs === undefined ? '' : wordsOfCell(cellAt(sheet, { row, column: refs })).trim();
    if (last[ref]?.[key]?.trim() === words) same += 1;
  }
  return filled >= 2 && same / filled >= LEAST_SAME;
}

/** @param area the table's, without a total row. */
export function planRowsOn(sheet: SheetGrid, area: Area, columns: ReadonlyMap<string, number>): PlanRowRead[] {
  const rows: PlanRowRead[] = [];
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    const words = Object.fromEntries(
      [...columns].map(([key, column]): [string, string] => [key, wordsOfCell(cellAt(sheet, { row, column })).trim()]),
    );
    if (Object.values(words).every((one) => one === '')) continue;
    const refs = columns.get('ref');
    const isComputed = refs !== undefined && cellAt(sheet, { row, column: refs }).formula !== undefined;
    rows.push({ row, ref: isComputed ? '' : (words.ref ?? ''), words });
  }
  return rows;
}

/**
 * A row that a run wrote: it says where its action comes from, or whose it is where the user deleted the column Source. A row without that is
 * the user's own.
 */
export function isIssued({ words }: PlanRowRead): boolean {
  return (words.source ?? words.directorate ?? '') !== '';
}
