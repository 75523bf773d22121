import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileWorkbook } from '../../src/adapters/files';
import { type BookGrid, cellAt, type SheetGrid } from '../../src/domain/grid';
import { type Edit, restoring, text, wordsOfCell } from '../../src/domain/workbook';
import { type CliRun, freshFolder, tryCli } from './try-cli';

const SENT = ['assets/samples/submissions', 'assets/samples/kent-activity.xlsx'];
const SHEETS = ['--sheets', 'by-outcome,current-activity,local-measures'];
const DAY = ['--as-of', '2025-06-30'];
const LISTS = ['By outcome', 'Current activity', 'Findings', 'Progress update', 'Local measures', 'Sources'];

async function open(path: string): Promise<FileWorkbook> {
  return FileWorkbook.open('plan.xlsx', new Uint8Array(readFileSync(path)));
}

const bookAt = async (path: string): Promise<BookGrid> => (await open(path)).readBook({ includeHidden: true });

function sheetOf(book: BookGrid, name: string): SheetGrid {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`No sheet ${name}`);
  return found;
}

function tableOn(book: BookGrid, name: string): { readonly sheet: SheetGrid; readonly area: SheetGrid['tables'][number]['area'] } {
  const sheet = sheetOf(book, name);
  const area = sheet.tables[0]?.area;
  if (area === undefined) throw new Error(`No table on ${name}`);
  return { sheet, area };
}

/** The rows of a sheet's table, each as its words with what stands beside it. */
function rowsOn(book: BookGrid, name: string): string[] {
  const { sheet, area } = tableOn(book, name);
  const widest = Math.max(area.right, ...[...sheet.rows.values()].flatMap((cells) => [...cells.keys()]));
  return Array.from({ length: area.bottom - area.top }, (_, down) =>
    Array.from({ length: widest - area.left + 1 }, (_unused, across) =>
      wordsOfCell(cellAt(sheet, { row: area.top + 1 + down, column: area.left + across })),
    ).join('|'),
  );
}

/** Zero-based row and column of a cell of a table, by its row within the table and its heading. */
function placeOf(book: BookGrid, name: string, down: number, heading: string | number): { readonly row: number; readonly column: number } {
  const { sheet, area } = tableOn(book, name);
  if (typeof heading === 'number') return { row: area.top + down, column: area.right + heading };
  const column = [...(sheet.rows.get(area.top) ?? [])].find(([, cell]) => wordsOfCell(cell) === heading)?.[0];
  if (column === undefined) throw new Error(`No heading ${heading} on ${name}`);
  return { row: area.top + down, column };
}

/** @param heading the heading of a column, or how many columns to the right of the table. */
function typed(book: BookGrid, name: string, down: number, heading: string | number, words: string): Edit {
  const { row, column } = placeOf(book, name, down, heading);
  const area = { top: row, bottom: row, left: column, right: column };
  return { type: 'write cells', sheet: name, area, cells: [[text(words)]], expected: null };
}

/** The rows of a list upside down, as a sort leaves them, with what stands beside them. */
function upsideDown(book: BookGrid, name: string, right: number): Edit {
  const { sheet, area } = tableOn(book, name);
  const body = { ...area, top: area.top + 1, right };
  const rows = Array.from({ length: body.bottom - body.top + 1 }, (_, index) => body.bottom - index);
  const cells = rows.map((row) =>
    Array.from({ length: right - area.left + 1 }, (_, across) => restoring(cellAt(sheet, { row, column: area.left + across }))),
  );
  return { type: 'write cells', sheet: name, area: body, cells, expected: null };
}

class Plan {
  private readonly folder = freshFolder();
  private runs = 0;
  path = '';

  async collate(...more: readonly string[]): Promise<CliRun> {
    const out = join(this.folder, `plan ${String((this.runs += 1))}.xlsx`);
    const previous = this.path === '' ? [] : ['--previous', this.path];
    const run = await tryCli('collate', [...SENT, '--out', out, ...previous, ...DAY, ...SHEETS, ...more]);
    expect([run.code, run.err]).toEqual([1, []]);
    this.path = out;
    return run;
  }

  async edit(...more: readonly ((book: BookGrid) => readonly Edit[])[]): Promise<void> {
    const book = await open(this.path);
    for (const editsOf of more) {
      const edits = editsOf(await book.readBook({ includeHidden: true }));
      await book.apply([edits.map((edit) => ({ edit, undo: null }))]);
    }
    this.path = join(this.folder, `edited ${String((this.runs += 1))}.xlsx`);
    writeFileSync(this.path, await book.toBytes());
  }

  book(): Promise<BookGrid> {
    return bookAt(this.path);
  }
}

const loseMemory = (): Edit[] => [{ type: 'remove sheet', sheet: '_plan' }];

/** The first run costs most, and every test begins with it. */
let first: Promise<string> | null = null;

async function collated(): Promise<Plan> {
  const plan = new Plan();
  first ??= plan.collate().then(() => plan.path);
  plan.path = await first;
  return plan;
}

const shown = (book: BookGrid): [string, string[]][] =>
  book.sheets.filter(({ name, tables }) => name !== '_plan' && tables.length > 0).map(({ name }) => [name, rowsOn(book, name)]);

it('with nothing remembered and the same files, every sheet has the rows it had, and nothing is kept as typed', async () => {
  const plan = await collated();
  const before = await plan.book();
  await plan.edit(loseMemory);
  const { out } = await plan.collate();
  expect(out.filter((line) => /kept as typed|conflict|Kept texts/.test(line))).toEqual([]);
  const after = await plan.book();
  expect(shown(after)).toEqual(shown(before));
  expect(after.sheets.map(({ name }) => name).sort()).toEqual(before.sheets.map(({ name }) => name).sort());
  await plan.collate();
  expect(shown(await plan.book())).toEqual(shown(before));
});

describe.each(['as they were', 'sorted, and with a column added'])('rows %s', (rows) => {
  const isSorted = rows !== 'as they were';

  it('keep what was typed in them and beside them', async () => {
    const plan = await collated();
    const before = await plan.book();
    const seen = (book: BookGrid, name: string, words: string): string[] =>
      rowsOn(book, name).filter((row) => row.split('|').includes(words));
    await plan.edit(
      (book) => LISTS.filter((name) => name !== 'Local measures').map((name) => typed(book, name, 2, 1, `beside ${name}`)),
      (book) => [
        typed(book, 'Current activity', 5, 'Strategies / plans in place to deliver', 'see Ann'),
        typed(book, 'Current activity', 9, 'What we have committed to', 'to be worded anew'),
        typed(book, 'By outcome', 7, 'Led by', 'Jo Brown and Ann'),
        typed(book, 'Findings', 4, 'What and why', 'wrong, says Ann'),
        typed(book, 'Logframe coverage', 3, 'Suggested for', 'ask Ann'),
        typed(book, 'Logframe coverage', 3, 'Notes', 'discussed'),
        typed(book, 'All priorities', 3, 'Findings', 'known, no matter'),
      ],
      (book) => {
        if (!isSorted) return [];
        const { area } = tableOn(book, 'By outcome');
        const heading = { top: area.top, bottom: area.top, left: area.right + 1, right: area.right + 1 };
        const table = book.sheets.find(({ name }) => name === 'By outcome')?.tables[0]?.name ?? '';
        return [
          ...['By outcome', 'Current activity', 'Findings'].map((name) => upsideDown(book, name, tableOn(book, name).area.right + 1)),
          { type: 'write cells', sheet: 'By outcome', area: heading, cells: [[text('My notes')]], expected: null },
          { type: 'resize table', sheet: 'By outcome', table, area: { ...area, right: area.right + 1 } },
        ];
      },
    );
    const edited = await plan.book();
    await plan.edit(loseMemory);
    await plan.collate();
    const after = await plan.book();
    for (const [name, list] of shown(before)) {
      // Changes lists the cells that were typed over.
      if (name !== 'Changes') expect([name, rowsOn(after, name).length]).toEqual([name, list.length]);
    }
    expect(after.sheets.map(({ name }) => name)).not.toContain('Kept texts');
    const places: [string, string][] = [
      ...LISTS.filter((name) => name !== 'Local measures').map((name): [string, string] => [name, `beside ${name}`]),
      ['Current activity', 'see Ann'],
      ['Current activity', 'to be worded anew'],
      ['By outcome', 'Jo Brown and Ann'],
      ['Findings', 'wrong, says Ann'],
      ['Logframe coverage', 'ask Ann'],
      ['Logframe coverage', 'discussed'],
      ['All priorities', 'known, no matter'],
    ];
    for (const [name, words] of places) {
      expect([words, seen(edited, name, words)]).toEqual([words, [expect.any(String)]]);
      expect([words, seen(after, name, words)]).toEqual([words, seen(edited, name, words)]);
    }
    await plan.collate();
    expect(shown(await plan.book())).toEqual(shown(after));
  });
});

it('a row of which nothing is known goes to Kept texts in its words, or stays where something stands beside it', async () => {
  const plan = await collated();
  await plan.edit(
    (book) => {
      const { area } = tableOn(book, 'By outcome');
      const table = book.sheets.find(({ name }) => name === 'By outcome')?.tables[0]?.name ?? '';
      return [{ type: 'resize table', sheet: 'By outcome', table, area: { ...area, bottom: area.bottom + 2 } }];
    },
    (book) => {
      const { area } = tableOn(book, 'By outcome');
      const last = area.bottom - area.top;
      return [
        typed(book, 'By outcome', last - 1, 'What we have committed to', 'A commitment that Ann has in mind'),
        typed(book, 'By outcome', last - 1, 'Led by', 'Ann'),
        typed(book, 'By outcome', last, 'What we have committed to', 'Another one'),
        typed(book, 'By outcome', last, 1, 'ask the chair'),
      ];
    },
    loseMemory,
  );
  const { out } = await plan.collate();
  const after = await plan.book();
  expect(rowsOn(after, 'Kept texts').map((row) => row.split('|').slice(0, 4))).toEqual(
    [['By outcome', 'D207', 'A commitment that Ann has in mind', 'A commitment that Ann has in mind · Ann']].map(
      ([sheet, cell, , words]) => [sheet, cell, '', words],
    ),
  );
  expect(out.join('\n')).toContain('A commitment that Ann has in mind');
  expect(rowsOn(after, 'By outcome').filter((row) => row.includes('ask the chair'))).toEqual([expect.stringContaining('Another one')]);
  expect(rowsOn(after, 'By outcome').some((row) => row.includes('Ann has in mind'))).toBe(false);
  await plan.collate();
  expect(shown(await plan.book())).toEqual(shown(after));
});
