import { type Collated, type CopyAnswer, type PreparedWrite, runCollation } from '../../../src/application';
import { kent2025 } from '../../../src/domain/framework';
import { type BookGrid, type CalendarDate, type Cell, cellAt, type SheetGrid, textCell } from '../../../src/domain/grid';
import { applyToBook, editsOf, undosOf } from '../../domain/workbook/apply-to-grid';
import { type Sent, submission } from './council-run';

export interface MergeRun {
  readonly collated: Collated;
  readonly prepared: PreparedWrite;
  /** The plan as the run leaves it. */
  readonly book: BookGrid;
  /** The plan after the run was taken back, edit by edit. */
  readonly takenBack: BookGrid;
  /** What became of the copies' texts: "anna.xlsx taken GET-01 Notes: agreed". */
  readonly told: readonly string[];
}

interface Merging {
  readonly copies?: Readonly<Record<string, BookGrid>>;
  /** Given with what was sent, as the pane gives them. */
  readonly among?: Readonly<Record<string, BookGrid>>;
  readonly declined?: readonly string[];
  readonly answers?: readonly CopyAnswer[];
  readonly sheets?: Collated['options']['sheets'];
}

const opened = (books: Readonly<Record<string, BookGrid>>): { file: string; open: () => Promise<BookGrid> }[] =>
  Object.entries(books).map(([file, book]) => ({ file, open: () => Promise.resolve({ ...book, name: file }) }));

/** A collation of what was sent over a plan, with copies of it merged in, carried out over plain grids. */
export async function mergeRun(plan: BookGrid, sent: Sent, asOf: CalendarDate, merging: Merging = {}): Promise<MergeRun> {
  const submissions = Object.fromEntries(Object.entries(sent).map(([code, rows]) => [`${code}.xlsx`, submission(code, rows)]));
  const { collated, prepare } = await runCollation({
    plan,
    files: opened({ ...submissions, ...merging.among }),
    copies: opened(merging.copies ?? {}),
    areCopiesFound: merging.among !== undefined,
    copiesDeclined: merging.declined ?? [],
    copyAnswers: merging.answers ?? [],
    ofPlan: 'nothing',
    framework: kent2025(),
    includeHidden: false,
    planDate: { year: 2025, month: 1, day: 30 },
    asOf,
    choices: { take: 'newest', sheets: merging.sheets ?? [] },
  });
  const prepared = prepare(() => null, `run ${String(asOf.year)}-${String(asOf.month)}-${String(asOf.day)}`);
  const changes = prepared.stages.flat();
  const book = applyToBook(plan, editsOf(changes));
  const told = collated.copies.flatMap(({ file, problem, texts }) =>
    problem === null
      ? texts.map(({ how, row, heading, theirs }) => `${file} ${how} ${[row, heading].filter((part) => part !== '').join(' ')}: ${theirs}`)
      : [`${file} refused: ${problem}`],
  );
  return { collated, prepared, book, takenBack: applyToBook(book, undosOf(changes).map(withoutExpected)), told };
}

const withoutExpected = (edit: ReturnType<typeof undosOf>[number]): typeof edit =>
  edit.type === 'write cells' ? { ...edit, expected: null } : edit;

/** A workbook with one of its sheets otherwise. */
export function withSheet(book: BookGrid, name: string, change: (sheet: SheetGrid) => SheetGrid): BookGrid {
  return { ...book, sheets: book.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
}

export function withCell(sheet: SheetGrid, row: number, column: number, cell: Cell | string): SheetGrid {
  const rows = new Map([...sheet.rows].map(([at, cells]) => [at, new Map(cells)]));
  rows.set(row, (rows.get(row) ?? new Map<number, Cell>()).set(column, typeof cell === 'string' ? textCell(cell) : cell));
  return { ...sheet, rows };
}

/** The rows below the headings of a sheet's table in another order; what stands beside the table stays where it is, as in Excel. */
export function withTableRows(sheet: SheetGrid, order: (rows: number[]) => readonly number[]): SheetGrid {
  const area = sheet.tables[0]?.area;
  if (area === undefined) throw new Error(`no table on ${sheet.name}`);
  const from = order(Array.from({ length: area.bottom - area.top }, (_, down) => area.top + 1 + down));
  let after = sheet;
  for (let index = 0; index < area.bottom - area.top; index += 1)
    for (let column = area.left; column <= area.right; column += 1) {
      const row = from[index];
      const cell = row === undefined ? textCell('') : cellAt(sheet, { row, column });
      after = withCell(after, area.top + 1 + index, column, cell);
    }
  return { ...after, tables: [{ ...sheet.tables[0], area: { ...area, bottom: area.top + from.length } } as SheetGrid['tables'][number]] };
}

/** A column at the end of a sheet's table. */
export function withColumn(sheet: SheetGrid, heading: string, words: readonly string[]): SheetGrid {
  const table = sheet.tables[0];
  if (table === undefined) throw new Error(`no table on ${sheet.name}`);
  const at = table.area.right + 1;
  const headed = withCell(sheet, table.area.top, at, heading);
  const filled = words.reduce((after, text, down) => (text === '' ? after : withCell(after, table.area.top + 1 + down, at, text)), headed);
  return { ...filled, tables: [{ ...table, area: { ...table.area, right: at } }] };
}
