import { kent2025 } from '../../../src/domain/framework';
import { type BookGrid, type Cell, rowsInWords, type SheetGrid, textCell } from '../../../src/domain/grid';
import { findingPlace } from '../../../src/domain/findings';
import { understandBook } from '../../../src/domain/reading';
import { DATES } from '../findings/read-sheet';
import { readTables } from './read-tables';
import { checkBook } from '../findings/check-book';

const KENT = kent2025();
const HEAD = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];
const action = (commitment: string): string[] => [commitment, 'Head of Transport', 'March 2027', '14 crossings in use', 'SO2'];

/** A table of a document, with the lines above it; those that begin with "#" are headings. */
function table(number: number, lines: readonly string[], rows: readonly (readonly string[])[]): SheetGrid {
  const filled = new Map<number, ReadonlyMap<number, Cell>>();
  const headingLines = new Set<number>();
  lines.forEach((line, index) => {
    const row = index - lines.length;
    filled.set(row, new Map([[0, textCell(line.replace(/^# /, ''))]]));
    if (line.startsWith('# ')) headingLines.add(row);
  });
  rows.forEach((cells, row) => filled.set(row, new Map(cells.map((text, column) => [column, textCell(text)]))));
  const name = `Table ${String(number)}`;
  return { id: name, name, visibility: 'visible', isProtected: false, rows: filled, merges: [], tables: [], headingLines };
}

function read(sheets: readonly SheetGrid[], file = 'return.docx') {
  const book: BookGrid = { name: file, sheets, isDocument: true };
  const found = readTables(book, KENT, { includeHidden: false, corrections: [] });
  const { actions } = understandBook(found, { file, framework: KENT });
  return { ...found, actions, findings: checkBook({ ...found, file, actions }, KENT, DATES) };
}

test('a title holds for the tables below it, until another names somebody', () => {
  const { actions } = read([
    table(1, ['# Proposed priorities ~ GET'], [HEAD, action('Build crossings')]),
    table(2, ['and more of them'], [HEAD, action('Plant hedges')]),
    table(3, ['# Proposed priorities ~ CYPE'], [HEAD, action('Open a hub')]),
    table(4, [], [HEAD, action('Train staff')]),
  ]);
  expect(actions.map(({ commitment, directorate }) => [commitment, directorate])).toEqual([
    ['Build crossings', 'GET'],
    ['Plant hedges', 'GET'],
    ['Open a hub', 'CYPE'],
    ['Train staff', 'CYPE'],
  ]);
});

test('a cover of lines names the directorate of the tables after it', () => {
  const cover = table(1, ['Directorate: GET', '12 October 2026'], [['Term', 'Meaning']]);
  expect(read([cover, table(2, [], [HEAD, action('Build crossings')])]).actions[0]?.directorate).toBe('GET');
});

test('a theme goes on where the same headings stand again', () => {
  const { actions } = read([
    table(1, ['# Priorities ~ GET'], [HEAD, ['Healthy streets and travel'], action('Build crossings')]),
    table(2, ['# Priorities ~ GET'], [HEAD, action('Plant hedges'), ['Warm homes'], action('Insulate halls')]),
  ]);
  expect(actions.map(({ theme }) => theme)).toEqual(['Healthy streets and travel', 'Healthy streets and travel', 'Warm homes']);
});

describe('headings as themes', () => {
  const themed = (lines: readonly (readonly string[])[]): (string | null)[] =>
    read(
      lines.map((above, index) => table(index + 1, above, [HEAD, action(`Step ${String(index)} of the work`)])),
      'GET.docx',
    ).actions.map(({ theme }) => theme);

  test('of several tables each under a heading of its own, the nearest heading is the theme, over a sentence between', () => {
    const lines = [
      ['# Our priorities', '# Healthy streets', 'Agreed with partners in the spring.'],
      ['# Warm homes', 'Reported every quarter.'],
    ];
    expect(themed(lines)).toEqual(['Healthy streets', 'Warm homes']);
  });

  test('of one table it is a title, and so is one that is the same above each or names a directorate', () => {
    expect(themed([['# How we will help people']])).toEqual([null]);
    expect(themed([['# Our plan'], ['# Our plan']])).toEqual([null, null]);
    expect(themed([['# Priorities of GET'], ['# Priorities of GET, continued']])).toEqual([null, null]);
  });

  test('a line that is no heading by its style is no theme', () => {
    expect(themed([['Healthy streets'], ['Warm homes']])).toEqual([null, null]);
  });

  test('the heading counts as a theme among the cells, and every cell counts once', () => {
    const { sheets } = read([
      table(1, ['# Healthy streets'], [HEAD, action('Build crossings')]),
      table(2, ['# Warm homes'], [HEAD, action('Insulate halls')]),
    ]);
    expect(sheets.map(({ cells, byKind }) => [cells, byKind.theme, byKind.heading, byKind.action])).toEqual([
      [11, 1, 5, 5],
      [11, 1, 5, 5],
    ]);
  });
});

test('places are rows of the table, and no column can be added to it', () => {
  const late = ['Build crossings', '', 'March 2020', '14 crossings in use', 'SO2'];
  const { findings } = read([table(1, ['# Priorities ~ GET'], [HEAD, action('Plant hedges'), late])]);
  expect(findings.filter(({ code }) => code === 'missing-lead').map(findingPlace)).toEqual(['return.docx · Table 1 · row 3']);
  expect(findings.filter(({ repair }) => repair?.kind === 'add-column')).toEqual([]);
  expect(['C7', 'B2:D5', 'A0', 'A-3', ''].map(rowsInWords)).toEqual(['row 7', 'rows 2 to 5', 'above the table', 'above the table', '']);
});

test('tracked changes of a table are told, and a file within the document by its name', () => {
  const grid = table(1, ['# Priorities ~ GET'], [HEAD, action('Plant hedges')]);
  const { findings } = read([{ ...grid, trackedChanges: { insertions: 1, deletions: 2 }, embedded: ['Budget.xlsx'] }]);
  const told = findings.filter(({ code }) => code === 'tracked-changes' || code === 'part-not-read');
  expect(told.map(({ code, sheet, message }) => [code, sheet, message])).toEqual([
    ['tracked-changes', 'Table 1', expect.stringContaining('1 insertion was read and 2 deletions were left out')],
    ['part-not-read', 'Table 1', expect.stringContaining('“Budget.xlsx”'.replace(/[“”]/g, '"'))],
  ]);
});
