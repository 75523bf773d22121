import { kent2025 } from '../../../src/domain/framework';
import { type BookGrid, type Cell, gridOf, LAST_COLUMN, LAST_ROW, textCell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';
import { type TableCorrection, understandBook } from '../../../src/domain/reading';
import { drawBook, type SheetDrawn } from './sheet-text';
import { readTables } from './read-tables';

const framework = kent2025();
const HEAD = 'What we have committed to | Led by | Timescale | Measure | Shared Outcome';
const ROW = 'Plant trees | Head of Parks | 2026 | 500 trees | SO2';
const OTHER = 'Open kitchens | Head of Economy | 2027 | 200 meals | SO3';

function readBook(
  book: BookGrid,
  corrections: readonly TableCorrection[] = [],
  more: { includeHidden?: boolean; ownSheets?: ReadonlySet<string> } = {},
) {
  const tables = readTables(book, framework, { includeHidden: false, corrections, ...more });
  return { ...tables, ...understandBook(tables, { file: book.name, framework }) };
}

const read = (...rows: readonly string[]) => readBook(drawBook([{ rows }]));
const idsOf = (tables: readonly { readonly id: string; readonly kind: string; readonly rows: readonly unknown[] }[]): string[] =>
  tables.map(({ id, kind, rows }) => `${id} ${kind} ${String(rows.length)}`);

describe('tables found', () => {
  test.each<[string, string[], string[]]>([
    ['at A1', [HEAD, ROW], ['Sheet1!A1 priorities 1']],
    ['anywhere', ['', 'Some words', '', ` | | ${HEAD}`, ` | | ${ROW}`], ['Sheet1!C4 priorities 1']],
    ['two touching, one below the other', [HEAD, ROW, HEAD, OTHER, OTHER], ['Sheet1!A1 priorities 1', 'Sheet1!A3 priorities 2']],
    [
      'a title between two that touch',
      ['Priorities ~ GET', HEAD, ROW, 'Priorities ~ HROD', HEAD, OTHER],
      ['Sheet1!A2 priorities 1', 'Sheet1!A5 priorities 1'],
    ],
    ['side by side with a gap', [`${HEAD} | | ${HEAD}`, `${ROW} | | ${OTHER}`], ['Sheet1!A1 priorities 1', 'Sheet1!G1 priorities 1']],
    ['side by side, touching', [`${HEAD} | ${HEAD}`, `${ROW} | ${OTHER}`], ['Sheet1!A1 priorities 1', 'Sheet1!F1 priorities 1']],
    [
      'side by side, touching, each with a numbering',
      [`Ref | ${HEAD} | Ref | ${HEAD}`, `=1 | ${ROW} | =1 | ${OTHER}`],
      ['Sheet1!A1 priorities 1', 'Sheet1!G1 priorities 1'],
    ],
    [
      'side by side, touching, the second with a theme column',
      [`${HEAD} | Theme | ${HEAD}`, `${ROW} | Health | ${OTHER}`],
      ['Sheet1!A1 priorities 1', 'Sheet1!F1 priorities 1'],
    ],
    [
      'side by side, the second begun lower',
      [HEAD, `${ROW} | | Some words`, `${ROW} | | ${HEAD}`, `${ROW} | | ${OTHER}`],
      ['Sheet1!A1 priorities 3', 'Sheet1!G3 priorities 1'],
    ],
    [
      'touching and begun lower',
      [HEAD, ROW, `${ROW} | ${HEAD}`, `${ROW} | ${OTHER}`],
      ['Sheet1!A1 priorities 3', 'Sheet1!F3 priorities 1'],
    ],
    [
      'empty columns inside',
      ['Commitment | | Led by | | Timescale | Measure | | Shared Outcome', 'Plant trees | | Head of Parks | | 2026 | 500 trees | | SO2'],
      ['Sheet1!A1 priorities 1'],
    ],
    [
      'empty columns before those that add to a field',
      [
        'Measure | | Baseline | | Commitment | | Date closed | | Progress | | Timescale',
        '5 | | 1 | | Plant trees | | May 2026 | | Done | | 2026',
      ],
      ['Sheet1!A1 priorities 1'],
    ],
    [
      'a long question over the lower of two rows',
      ['| Commitment | ', 'How will we know that it has worked? | | Lead', '5 trees | Plant trees | Head of Parks'],
      ['Sheet1!A1 priorities 1'],
    ],
    ['an empty template', [HEAD, '', ''], ['Sheet1!A1 priorities 0']],
    [
      'a key to its right',
      [`${HEAD} | | RAG | Meaning`, `${ROW} | | Red | Late`, ' | | | | | | Green | On track'],
      ['Sheet1!A1 priorities 1'],
    ],
    [
      'measures below',
      [
        HEAD,
        ROW,
        '',
        'Measures within the Logframe ~ GET',
        '',
        'Objectively Verifiable Indicators | Timescale | Progress',
        'By 2028, smoking falls to 5% | =2028 |',
      ],
      ['Sheet1!A1 priorities 1', 'Sheet1!A6 measures 1'],
    ],
    [
      'measures under plainer headings and a title',
      ['Measures ~ GET', 'Indicator | By when | Update', 'By 2028, smoking falls to 5% | =2028 |'],
      ['Sheet1!A2 measures 1'],
    ],
    [
      'measures above',
      [
        'Measures ~ GET',
        'OVI | Timescale | Progress',
        'By 2028, smoking falls | =2028',
        'Sleep improves',
        '',
        'Priorities ~ GET',
        HEAD,
        ROW,
      ],
      ['Sheet1!A2 measures 2', 'Sheet1!A7 priorities 1'],
    ],
    [
      'current activity',
      ['Shared outcome 2: Tackle ~ GET input', 'What we have committed to | Plans in place to deliver', 'Trees | Local plan'],
      ['Sheet1!A2 activity 1'],
    ],
  ])('%s', (_, rows, wanted) => {
    expect(idsOf(read(...rows).tables)).toEqual(wanted);
  });

  test('the columns beside an Excel table are not its own', () => {
    const tables = [{ name: 'Plan', area: { top: 0, left: 0, bottom: 1, right: 4 }, hasHeader: true, hasTotals: false }];
    const { tables: found } = readBook(drawBook([{ rows: [`${HEAD} | Notes to self`, `${ROW} | ring Ann`], more: { tables } }]));
    expect(found[0]?.area).toEqual({ top: 0, left: 0, bottom: 1, right: 4 });
  });

  test('rows typed below an Excel table are read too', () => {
    const tables = [{ name: 'Plan', area: { top: 0, left: 0, bottom: 1, right: 4 }, hasHeader: true, hasTotals: false }];
    expect(readBook(drawBook([{ rows: [HEAD, ROW, OTHER], more: { tables } }])).actions).toHaveLength(2);
  });

  test('two cells at the corners of a sheet', () => {
    const rows = new Map<number, Map<number, Cell>>([
      [0, new Map([[0, textCell('Priority')]])],
      [LAST_ROW, new Map([[LAST_COLUMN, textCell('Lead')]])],
    ]);
    const merges = [{ top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN }];
    const grid = { ...gridOf('Sheet1', []), rows, merges };
    expect(readBook({ name: '', sheets: [grid] }).tables).toEqual([]);
  });

  test('a table of 5,000 rows, its leads and themes merged, looks at each cell a few times', () => {
    const cells = Array.from({ length: 5000 }, (_, index) => [
      index % 5 === 0 ? textCell(`Theme ${String(index)}`) : null,
      textCell(`Action number ${String(index)} to improve health`),
      index % 5 === 0 ? textCell('Head of Economy') : null,
      numberCell(2026),
      textCell(`${String(index)} people`),
      textCell('SO2'),
    ]);
    const header = `Theme | ${HEAD}`.split(' | ').map((text) => textCell(text));
    const merges = Array.from({ length: 1000 }, (_, group) =>
      [0, 2].map((left) => ({ top: 1 + group * 5, left, bottom: 5 + group * 5, right: left })),
    ).flat();
    const grid = gridOf('Big', [header, ...cells], { merges });
    let looks = 0;
    const rows = new Map(
      [...grid.rows].map(([row, columns]) => {
        const counted = new Map(columns);
        const get = counted.get.bind(counted);
        counted.get = (column) => {
          looks += 1;
          return get(column);
        };
        return [row, counted] as const;
      }),
    );
    const { actions } = readBook({ name: '', sheets: [{ ...grid, rows }] });
    expect(actions).toHaveLength(5000);
    expect(new Set(actions.map(({ ledBy }) => ledBy.text))).toEqual(new Set(['Head of Economy']));
    expect(new Set(actions.map(({ theme }) => theme)).size).toBe(1000);
    expect(looks).toBeLessThan(5000 * 6 * 8);
  });
});

describe('sheets left out', () => {
  const table = [HEAD, ROW];
  const sheet = (name: string, visibility: 'visible' | 'hidden' | 'very hidden' = 'visible'): SheetDrawn => ({
    name,
    rows: table,
    more: { visibility },
  });

  test('hidden, very hidden and our own are named with the reason', () => {
    const book = drawBook([
      sheet('GET'),
      sheet('Draft', 'hidden'),
      sheet('Template lists', 'very hidden'),
      sheet('All priorities'),
      { name: 'Guidance', rows: ['How to fill in'] },
    ]);
    const { actions, leftOut } = readBook(book, [], { ownSheets: new Set(['All priorities']) });
    expect(actions).toHaveLength(1);
    expect(leftOut).toEqual([
      { sheet: 'Draft', row: null, reason: 'A hidden sheet' },
      { sheet: 'Template lists', row: null, reason: 'A very hidden sheet' },
      { sheet: 'All priorities', row: null, reason: 'Written by this program, not a submission' },
      { sheet: 'Guidance', row: null, reason: 'No table on it' },
    ]);
    expect(readBook(book, [], { includeHidden: true, ownSheets: new Set(['All priorities']) }).actions).toHaveLength(2);
  });

  test('a protected sheet is read like any other', () => {
    expect(readBook(drawBook([{ rows: table, more: { isProtected: true } }])).actions).toHaveLength(1);
  });
});

describe('the directorate', () => {
  const at = (rows: readonly string[], name = 'Sheet1', file = '', more: readonly SheetDrawn[] = []) => {
    const { tables } = readBook(drawBook([...more, { name, rows }], file));
    const table = tables[0];
    return [table?.directorate ?? null, table?.directorateFrom ?? null, table?.directorateText];
  };

  test.each<[string, string[], string, string, SheetDrawn[], unknown[]]>([
    ['a title with "~"', ['Proposed Priorities to Improve Health and Wellbeing~ GET', HEAD], 'HROD', '', [], ['GET', 'title', 'GET']],
    [
      'a title without "~"',
      ['Growth, Environment & Transport: delivery plan 2025', '', HEAD],
      'S',
      '',
      [],
      ['GET', 'title', 'Growth, Environment & Transport: delivery plan 2025'],
    ],
    ['a title that is a name alone', ['COMMUNITIES', HEAD], 'S', '', [], ['Communities', 'title', 'COMMUNITIES']],
    [
      'a label beside its answer',
      ['Directorate | Adult Social Care and Health', 'Date | May', HEAD],
      'S',
      '',
      [],
      ['Adult Social Care', 'title', 'Adult Social Care and Health'],
    ],
    ['a label and answer in one cell', ['Directorate: ASCH', HEAD], 'S', '', [], ['Adult Social Care', 'title', 'ASCH']],
    [
      'the longer of two names',
      ['Public Health Education action plan', HEAD],
      'S',
      '',
      [],
      ['Public Health Education', 'title', 'Public Health Education action plan'],
    ],
    ['words after the name', ['Priorities ~ CYPE input (continued)', HEAD], 'S', '', [], ['CYPE', 'title', 'CYPE']],
    ['a title names nobody we know', ['Priorities ~ Infrastructure input', HEAD], 'GET', '', [], [null, 'title', 'Infrastructure']],
    ['the sheet’s name', ['Action plan 2025', HEAD], 'HROD 1', 'GET.xlsx', [], ['HROD', 'sheet', 'HROD 1']],
    [
      'a cover sheet',
      [HEAD],
      'Plan',
      'GET.xlsx',
      [{ name: 'Cover', rows: ['Delivery plan', 'HR/OD', 'Submitted by: Ann'] }],
      ['HROD', 'cover', 'HR/OD'],
    ],
    [
      'a list of all directorates is no cover',
      [HEAD],
      'Plan',
      'GET.xlsx',
      [{ name: 'Guidance', rows: ['Public Health', 'CYPE', 'GET'] }],
      ['GET', 'file', 'GET'],
    ],
    ['the file’s name', [HEAD], 'Plan', 'Commercial and Procurement.xlsx', [], ['Procurement', 'file', 'Commercial and Procurement']],
    ['the file’s name in small letters', [HEAD], 'Plan', '03_get_priorities_v2.xlsx', [], ['GET', 'file', '03 get priorities v2']],
    ['nobody', ['How to get there', HEAD], 'Sheet1', 'plan.xlsx', [], [null, null, '']],
  ])('%s', (_, rows, name, file, more, wanted) => {
    expect(at([...rows, ROW], name, file, more)).toEqual(wanted);
  });

  test('a Directorate column comes first, row by row', () => {
    const { actions, tables } = read(
      'Priorities ~ GET',
      `Directorate | ${HEAD}`,
      `HROD | ${ROW}`,
      `Public Health | ${OTHER}`,
      `Somewhere | ${OTHER}`,
    );
    expect(actions.map(({ directorate, directorateText }) => [directorate, directorateText])).toEqual([
      ['HROD', 'HROD'],
      ['Public Health', 'Public Health'],
      [null, 'Somewhere'],
    ]);
    expect(tables[0]).toMatchObject({ directorate: null, directorateFrom: 'column' });
  });

  test('a Directorate column filled once a group', () => {
    const { actions } = read(`Directorate | ${HEAD}`, `HROD | ${ROW}`, ` | ${OTHER}`, `GET | ${OTHER}`);
    expect(actions.map(({ directorate }) => directorate)).toEqual(['HROD', 'HROD', 'GET']);
  });

  test('a Service column that names no directorate leaves the title’s', () => {
    const { actions } = read('Priorities ~ GET', `Service | ${HEAD}`, `Libraries | ${ROW}`, `Wardens | ${OTHER}`);
    expect(actions.map(({ directorate }) => directorate)).toEqual(['GET', 'GET']);
  });

  test('side by side, each by its own title', () => {
    const { tables } = read('Priorities ~ GET | | | | | | Priorities ~ HROD', '', `${HEAD} | | ${HEAD}`, `${ROW} | | ${OTHER}`);
    expect(tables.map(({ directorate }) => directorate)).toEqual(['GET', 'HROD']);
  });

  test('a page without a title and measures without a name are of the directorate above', () => {
    const { tables } = read(
      'Priorities ~ GET',
      HEAD,
      ROW,
      '',
      HEAD,
      OTHER,
      '',
      'Measures within the Logframe',
      'OVI | Timescale',
      'By 2028, smoking falls | =2028',
    );
    expect(tables.map(({ kind, directorate }) => `${kind} ${String(directorate)}`)).toEqual([
      'priorities GET',
      'priorities GET',
      'measures GET',
    ]);
  });

  test.each([
    ['GET v2.xlsx', 2],
    ['plan_v3_final.xlsx', 3],
    ['Plan Version 1.2.xlsx', 1.2],
    ['GET rev 4.xlsx', 4],
    ['GET 2025.xlsx', null],
    ['Delivery5.xlsx', null],
  ])('%s is version %s', (file, version) => {
    expect(readBook(drawBook([{ rows: [HEAD, ROW] }], file)).version).toBe(version);
  });
});

describe('what the user set right', () => {
  const book = drawBook([
    { rows: ['Priorities ~ GET', HEAD, ROW, '', 'What | Officer | Month', 'Sow meadows | Ann | May 2026', 'Dig ponds | Bob | June 2026'] },
  ]);

  test('a table left out, named so that it can be taken in again', () => {
    const { tables, leftOut } = readBook(book, [{ tableId: 'Sheet1!A2', leaveOut: true }]);
    expect(tables).toEqual([]);
    expect(leftOut).toContainEqual({ sheet: 'Sheet1', row: 1, reason: 'Table left out by you', tableId: 'Sheet1!A2' });
  });

  test('a directorate', () => {
    const { tables, actions } = readBook(book, [{ tableId: 'Sheet1!A2', directorate: 'HROD' }]);
    expect(tables[0]).toMatchObject({ directorate: 'HROD', directorateFrom: 'you' });
    expect(actions[0]?.directorate).toBe('HROD');
  });

  test('headings, the ones displaced understood no more', () => {
    const { tables, actions } = readBook(book, [{ tableId: 'Sheet1!A2', headings: { 1: 'measure', 3: null } }]);
    expect(tables[0]?.headings.map(({ key, sureness }) => [key, sureness])).toEqual([
      ['commitment', 'certain'],
      ['measure', 'set by you'],
      ['timescale', 'certain'],
      [null, 'set by you'],
      ['sharedOutcome', 'certain'],
    ]);
    expect([actions[0]?.measure.text, actions[0]?.ledBy.text]).toEqual(['Head of Parks', '']);
  });

  test('a table that was missed', () => {
    const correction: TableCorrection = {
      tableId: 'Sheet1!A5',
      missed: { sheetId: 'Sheet1', area: { top: 4, left: 0, bottom: 6, right: 2 }, kind: 'priorities' },
      headings: { 0: 'commitment', 1: 'ledBy', 2: 'timescale' },
    };
    const { tables, actions } = readBook(book, [correction]);
    expect(idsOf(tables)).toEqual(['Sheet1!A2 priorities 1', 'Sheet1!A5 priorities 2']);
    expect(actions.slice(1).map(({ commitment, ledBy, directorate }) => [commitment, ledBy.text, directorate])).toEqual([
      ['Sow meadows', 'Ann', 'GET'],
      ['Dig ponds', 'Bob', 'GET'],
    ]);
  });

  test('a cell above a table, pointed at by mistake, takes no table away', () => {
    const area = { top: 0, left: 0, bottom: 0, right: 0 };
    const missed = { sheetId: 'Sheet1', area, kind: 'priorities' as const };
    const { tables } = readBook(book, [{ tableId: 'Sheet1!A1', missed }]);
    expect(idsOf(tables)).toEqual(['Sheet1!A1 priorities 0', ...idsOf(readBook(book).tables)]);
  });

  test('a table that was missed, selected by one cell of its headings, its text column found', () => {
    const area = { top: 4, left: 0, bottom: 4, right: 0 };
    const { actions } = readBook(book, [{ tableId: 'Sheet1!A5', missed: { sheetId: 'Sheet1', area, kind: 'priorities' } }]);
    expect(actions.map(({ commitment }) => commitment)).toEqual(['Plant trees', 'Sow meadows', 'Dig ponds']);
  });
});
