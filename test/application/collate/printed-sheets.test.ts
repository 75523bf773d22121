import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileSubmissions } from '../../../src/adapters/files';
import { readSource, type SourceRead } from '../../../src/application';
import { ACTION_FIELDS } from '../../../src/domain/fields';
import { kent2025 } from '../../../src/domain/framework';
import { cellAt, type SheetGrid } from '../../../src/domain/grid';
import { allPrioritiesColumns, OPTIONAL_SHEETS } from '../../../src/domain/sheets';
import { layoutOf } from '../../../src/domain/workbook/layout-of';
import { LEAST_POINTS, type PrintSetUp, printedPoints, type SheetLayout } from '../../../src/domain/workbook';
import { textWidth, widestWord } from '../../../src/domain/workbook/text-width';
import { frameworkOf } from '../../domain/figures/random-plan';
import { BARE_PLAN } from '../../domain/workbook/bare-plan';
import { councilRun, NO_BOOK, type Run, type SentRow } from './council-run';

const TODAY = { year: 2026, month: 11, day: 29 };
const SAMPLES = join(__dirname, '../../../assets/samples');

async function sourcesOf(...files: readonly string[]): Promise<SourceRead[]> {
  return Promise.all(
    files.map(async (file) => {
      const bytes = (): Uint8Array => readFileSync(join(SAMPLES, file));
      return readSource(basename(file), await fileSubmissions.open(basename(file), bytes()), {
        framework: kent2025(),
        includeHidden: false,
      });
    }),
  );
}

const SUBMISSIONS = readdirSync(join(SAMPLES, 'submissions')).map((file) => join('submissions', file));

/** 25 directorates with 12 outcomes, each with three actions that have a status. */
function largeCouncil(): Run {
  const framework = frameworkOf({ directorates: 25, outcomes: 12, levels: 8, statuses: 6 });
  const rows = (directorate: number): SentRow[] =>
    [1, 2, 3].map((number) => ({
      commitment: `Commit to thing ${String(number)} of ${String(directorate)} with partners in every district`,
      outcome: `SO${String(((directorate + number) % 12) + 1)}`,
      status: 'on track',
    }));
  const sent = Object.fromEntries(framework.directorates.map(({ shortCode }, index) => [shortCode, rows(index)]));
  return councilRun(sent, NO_BOOK, TODAY, { framework, sheets: OPTIONAL_SHEETS });
}

const COUNCILS: readonly (readonly [string, () => Promise<Run>])[] = [
  ['eight submissions', async () => councilRun({}, NO_BOOK, TODAY, { sheets: OPTIONAL_SHEETS }, await sourcesOf(...SUBMISSIONS))],
  [
    'the published workbooks',
    async () => councilRun({}, NO_BOOK, TODAY, { sheets: OPTIONAL_SHEETS }, await sourcesOf('kent-priorities.xlsx', 'kent-activity.xlsx')),
  ],
  ['25 directorates and 12 outcomes', () => Promise.resolve(largeCouncil())],
];

interface Laid {
  readonly sheet: SheetGrid;
  readonly layout: SheetLayout & { readonly print: PrintSetUp };
}

function laidOut({ prepared, book }: Run): Laid[] {
  return prepared.stages.flat().flatMap(({ edit }): Laid[] => {
    if (edit.type !== 'lay out') return [];
    const sheet = book.sheets.find(({ name }) => name === edit.sheet);
    const { print } = edit.layout;
    return sheet === undefined || print === null ? [] : [{ sheet, layout: { ...edit.layout, print } }];
  });
}

/** Cells with words, with their places. */
function cellsOf({ rows }: SheetGrid): { row: number; column: number; words: string }[] {
  return [...rows].flatMap(([row, cells]) => [...cells].map(([column, { text }]) => ({ row, column, words: text })));
}

function pointsOf({ sheet, layout }: Laid): number {
  const cells = cellsOf(sheet);
  const rights = layout.charts.map(({ over }) => over.right + 1);
  const bottoms = layout.charts.map(({ over }) => over.bottom + 1);
  return printedPoints(layout.widths, layout.print, {
    columns: Math.max(...cells.map(({ column }) => column + 1), ...rights),
    rows: Math.max(...cells.map(({ row }) => row + 1), ...bottoms),
  });
}

const isPrinted = ({ layout: { print } }: Laid, column: number): boolean => print.lastColumn === null || column <= print.lastColumn;

describe.each(COUNCILS)('a plan of %s on paper', (_name, council) => {
  let sheets: Laid[] = [];
  beforeAll(async () => {
    sheets = laidOut(await council());
  });
  const sheet = (name: string): Laid => {
    const found = sheets.find((one) => one.sheet.name === name);
    if (found === undefined) throw new Error(`No sheet ${name}`);
    return found;
  };

  it('has no sheet that is smaller than can be read', () => {
    expect(sheets.length).toBeGreaterThanOrEqual(9);
    expect(sheets.filter((one) => pointsOf(one) < LEAST_POINTS).map((one) => [one.sheet.name, pointsOf(one)])).toEqual([]);
  });

  it('has the papers that people have: A4 for the lists that go out, A3 for the sheet to work in', () => {
    for (const name of ['Findings', 'Logframe coverage', 'Local measures'])
      expect(sheet(name).layout.print).toMatchObject({ paper: 'A4', orientation: 'landscape' });
    expect(sheet('All priorities').layout.print).toMatchObject({ paper: 'A3', orientation: 'landscape' });
  });

  it('breaks no word of a table, but hashes and addresses', () => {
    const broken = sheets.flatMap((one) => {
      const [table] = one.sheet.tables;
      if (table === undefined) return [];
      const { top, bottom, left, right } = table.area;
      const own = cellsOf(one.sheet).filter(({ row, column }) => row >= top && row <= bottom && column >= left && column <= right);
      return own.flatMap(({ row, column, words }) => {
        const widest = widestWord(words, { bold: row === top });
        return widest <= (one.layout.widths[column] ?? 0) || !isPrinted(one, column) ? [] : [[one.sheet.name, words]];
      });
    });
    expect(broken).toEqual([]);
  });

  it('ends All priorities with a column in which a row says something', () => {
    const { sheet: grid, layout } = sheet('All priorities');
    const { lastColumn } = layout.print;
    const table = grid.tables[0]?.area;
    if (lastColumn === null || table === undefined) throw new Error('All columns are printed');
    const filled = (column: number): boolean => cellsOf(grid).some((cell) => cell.column === column && cell.row > table.top);
    expect(filled(lastColumn)).toBe(true);
    const onPaper = allPrioritiesColumns(kent2025()).flatMap(({ offPaper }, column) => (offPaper === true ? [] : [column]));
    expect(onPaper.filter((column) => column > lastColumn && filled(column))).toEqual([]);
  });

  it('has no theme of eight lines', () => {
    const { sheet: grid, layout } = sheet('All priorities');
    const column = allPrioritiesColumns(kent2025()).findIndex(({ heading }) => heading === ACTION_FIELDS.theme.heading);
    const longest = cellsOf(grid).reduce((most, cell) => (cell.column === column ? Math.max(most, textWidth(cell.words)) : most), 0);
    expect(Math.ceil(longest / (layout.widths[column] ?? 1))).toBeLessThan(8);
  });

  it('has no chart in which all is nothing', () => {
    for (const one of sheets) {
      for (const { name, source } of one.layout.charts) {
        const figures: unknown[] = [];
        for (let row = source.top + 1; row <= source.bottom; row += 1)
          for (let column = source.left + 1; column <= source.right; column += 1) figures.push(cellAt(one.sheet, { row, column }).value);
        expect([name, figures.some((value) => typeof value === 'number' && value > 0)]).toEqual([name, true]);
      }
    }
  });
});

it('puts the summary of a council like Kent on one page', async () => {
  const council = COUNCILS[0]?.[1];
  const run = await council?.();
  const summary = run === undefined ? undefined : laidOut(run).find(({ sheet }) => sheet.name === 'Council summary');
  expect(summary?.layout.print.pages).toBe('one');
});

it('keeps All priorities readable when each of its columns for paper is filled', () => {
  const columns = allPrioritiesColumns(kent2025());
  const { widths } = layoutOf({
    ...BARE_PLAN,
    name: 'All',
    table: { name: 'All', at: { row: 0, column: 0 }, columns, rows: [], refresh: null, banded: false, style: '' },
  });
  const lastColumn = columns.findLastIndex(({ offPaper }) => offPaper !== true);
  const print: PrintSetUp = { orientation: 'landscape', paper: 'A3', pages: 'one wide', lastColumn, titleRows: null, footer: '' };
  expect(printedPoints(widths, print, { columns: columns.length, rows: 1 })).toBeGreaterThanOrEqual(LEAST_POINTS);
});
