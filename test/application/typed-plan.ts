import { readFileSync } from 'node:fs';
import { FileWorkbook } from '../../src/adapters/files';
import { type PlanJson } from '../../src/application';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { a1, type BookGrid, type Cell, cellAt, parseA1, type SheetGrid } from '../../src/domain/grid';
import { unzip } from '../contract/unzip';
import { SheetInParts } from './sheet-in-parts';

type Key = Readonly<Record<string, string>>;

/** A row of a table, known by what stands under some of its headings. */
interface InRow {
  readonly sheet: string;
  readonly table: string;
  readonly key: Key;
}

/** What was typed into a plan, as the JSON beside it says. */
export interface Typed {
  /** Files or folders that were collated last. */
  readonly sources: readonly string[];
  readonly rows: readonly (InRow & { readonly cells: Readonly<Record<string, string>> })[];
  readonly formulas: readonly (InRow & { readonly heading: string; readonly formula: string })[];
  /** Outside the tables, or on sheets of the user's own. */
  readonly cells: readonly { readonly sheet: string; readonly cell: string; readonly value: string | number; readonly formula?: string }[];
  readonly comments: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly text: string;
    readonly table?: string;
    readonly key?: Key;
  }[];
  /** As "FFF2CC"; with `cell` where the look stays on its cell and does not go with a row. */
  readonly fills: readonly (InRow & { readonly heading: string; readonly colour: string; readonly cell?: string })[];
  /** In whole characters. */
  readonly widths: readonly { readonly sheet: string; readonly column: string; readonly width: string }[];
  readonly links: readonly (InRow & { readonly heading: string; readonly address: string })[];
  readonly names: Readonly<Record<string, string>>;
  readonly ownSheets: readonly string[];
  /** Indicators typed for an action that must count, by Ref. */
  readonly indicators: Readonly<Record<string, readonly string[]>>;
}

/** A plan as it was read, and what the command line said of it. */
export interface Read {
  readonly path: string;
  readonly book: BookGrid;
  readonly parts: ReadonlyMap<string, string>;
  readonly json: PlanJson | null;
}

export async function read(path: string, json: string | null): Promise<Read> {
  const bytes = new Uint8Array(readFileSync(path));
  const book = await (await FileWorkbook.open(path, bytes)).readBook({ includeHidden: true });
  return { path, book, parts: unzip(bytes), json: json === null ? null : planJsonSchema.parse(JSON.parse(readFileSync(json, 'utf8'))) };
}

function sheetOf({ book }: Read, name: string): SheetGrid {
  const sheet = book.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

/** A table's rows from its heading row on, with the sheet's row number (zero-based) and a way to the cell under a heading. */
class Table {
  readonly rows: readonly number[];
  private readonly columns: ReadonlyMap<string, number>;

  constructor(
    readonly sheet: SheetGrid,
    name: string,
  ) {
    const area = sheet.tables.find((one) => one.name === name)?.area;
    if (area === undefined) throw new Error(`There is no table ${name}.`);
    const across = Array.from({ length: area.right - area.left + 1 }, (_, index) => area.left + index);
    this.columns = new Map(across.map((column) => [String(cellAt(sheet, { row: area.top, column }).value), column]));
    this.rows = Array.from({ length: area.bottom - area.top }, (_, index) => area.top + 1 + index);
  }

  cell(row: number, heading: string): Cell {
    return cellAt(this.sheet, { row, column: this.column(heading) });
  }

  words(row: number, heading: string): string {
    return String(this.cell(row, heading).value ?? '');
  }

  column(heading: string): number {
    const column = this.columns.get(heading);
    if (column === undefined) throw new Error(`There is no column ${heading} on ${this.sheet.name}.`);
    return column;
  }

  rowsWith(key: Key): number[] {
    return this.rows.filter((row) => Object.entries(key).every(([heading, words]) => this.words(row, heading) === words));
  }

  /** Each key once, or it is a row too few or too many. */
  rowWith(key: Key): number {
    const rows = this.rowsWith(key);
    if (rows.length !== 1) throw new Error(`${String(rows.length)} rows of ${this.sheet.name} have ${JSON.stringify(key)}.`);
    return rows[0] ?? -1;
  }
}

const tableIn = (plan: Read, { sheet, table }: Pick<InRow, 'sheet' | 'table'>): Table => new Table(sheetOf(plan, sheet), table);
export const priorities = (plan: Read): Table => tableIn(plan, { sheet: 'All priorities', table: 'AllPriorities' });
export const commitmentsOf = (plan: Read): Map<string, string> => {
  const table = priorities(plan);
  return new Map(table.rows.map((row) => [table.words(row, 'Ref'), table.words(row, 'What we have committed to')]));
};

/** Everything that was typed and is not where it was typed, one line each. */
export function lostIn(plan: Read, typed: Typed): string[] {
  const lost: string[] = [];
  const look = (what: string, wanted: unknown, there: () => unknown): void => {
    try {
      const found = there();
      if (found !== wanted) lost.push(`${what}: ${JSON.stringify(wanted)} is now ${JSON.stringify(found)}`);
    } catch (error) {
      lost.push(`${what}: ${JSON.stringify(wanted)} is gone. ${error instanceof Error ? error.message : ''}`);
    }
  };
  for (const { sheet, table, key, cells } of typed.rows)
    for (const [heading, words] of Object.entries(cells))
      look(`${sheet}, ${heading} of ${JSON.stringify(key)}`, words, () => {
        const rows = tableIn(plan, { sheet, table });
        return rows.words(rows.rowWith(key), heading);
      });
  for (const { sheet, table, key, heading, formula } of typed.formulas)
    look(`${sheet}, ${heading} of ${JSON.stringify(key)}`, formula, () => {
      const rows = tableIn(plan, { sheet, table });
      return rows.cell(rows.rowWith(key), heading).formula;
    });
  for (const { sheet, cell, value, formula } of typed.cells) {
    const at = (): Cell => cellAt(sheetOf(plan, sheet), parseA1(cell) ?? { row: -1, column: -1 });
    look(`${sheet}!${cell}`, value, () => at().value);
    look(`Formula of ${sheet}!${cell}`, formula, () => at().formula);
  }
  for (const { sheet, cell, text, table, key } of typed.comments)
    look(`Comment on ${sheet}!${cell}`, text, () => {
      const { row, column } = parseA1(cell) ?? { row: -1, column: -1 };
      const now = table === undefined || key === undefined ? row : tableIn(plan, { sheet, table }).rowWith(key);
      return new SheetInParts(plan.parts, sheet).comments().get(a1({ row: now, column }));
    });
  for (const [name, area] of Object.entries(typed.names))
    look(`The name ${name}`, area, () => {
      const words = new RegExp(`<definedName[^>]* name="${name}"[^>]*>([^<]*)<`).exec(plan.parts.get('xl/workbook.xml') ?? '')?.[1];
      return words?.replaceAll('&apos;', "'");
    });
  const placeOf = ({ heading, ...row }: InRow & { readonly heading: string }): string => {
    const table = tableIn(plan, row);
    return a1({ row: table.rowWith(row.key), column: table.column(heading) });
  };
  for (const one of typed.fills)
    look(`Fill of ${one.heading} of ${JSON.stringify(one.key)}`, one.colour, () =>
      new SheetInParts(plan.parts, one.sheet).fill(one.cell ?? placeOf(one)),
    );
  for (const one of typed.links)
    look(`Link of ${one.heading} of ${JSON.stringify(one.key)}`, one.address, () =>
      new SheetInParts(plan.parts, one.sheet).link(placeOf(one)),
    );
  for (const { sheet, column, width } of typed.widths)
    look(`Width of ${sheet}!${column}`, width, () => new SheetInParts(plan.parts, sheet).width(column));
  for (const name of typed.ownSheets) look(`The sheet ${name}`, name, () => sheetOf(plan, name).name);
  return lost;
}
