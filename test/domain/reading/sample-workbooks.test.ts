import gold from '../../gold/submissions.json';
import activity from '../../data/kent/appendix-a-activity.json';
import priorities from '../../data/kent/appendix-b-priorities.json';
import { kent2025 } from '../../../src/domain/framework';
import { cellAt, parseA1 } from '../../../src/domain/grid';
import { type Action, understandBook } from '../../../src/domain/reading';
import { readWorkbook } from './read-workbook';
import { readTables } from './read-tables';

const framework = kent2025();

async function read(file: string, includeHidden = false) {
  const book = await readWorkbook(file);
  const tables = readTables(book, framework, { includeHidden, corrections: [] });
  return { book, read: tables, ...understandBook(tables, { file, framework }) };
}

const themesOf = (actions: readonly Action[]): Set<string> =>
  new Set(actions.flatMap(({ directorate, theme }) => (theme === null ? [] : [`${String(directorate)} ${theme}`])));

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the submissions of eight directorates', () => {
  test.each(gold)('$file', async (want) => {
    const { read: tables, actions, measures } = await read(`submissions/${want.file}`);
    expect({
      directorates: [...new Set(actions.map(({ directorate }) => directorate))],
      tables: tables.tables.filter(({ kind }) => kind === 'priorities').length,
      actions: actions.length,
      themes: themesOf(actions).size,
      measures: measures.length,
    }).toEqual({
      directorates: [want.directorate],
      tables: want.tables,
      actions: want.actions,
      themes: want.themes,
      measures: want.measures,
    });
    expect(measures.map(({ directorate }) => directorate)).toEqual(measures.map(() => want.directorate));
  });

  test.each([
    ['CYPE priorities v2.xlsx', 2],
    ['PH Education.xlsx', 3],
    ['HROD.xlsx', null],
    ['ASCH priorities - final FINAL.xlsx', null],
  ])('%s is version %s', async (file, version) => {
    expect((await read(`submissions/${file}`)).read.version).toBe(version);
  });

  test('a hidden draft is named as left out, and read when asked for', async () => {
    const shown = await read('submissions/HROD.xlsx');
    expect(shown.read.leftOut).toContainEqual({ sheet: 'HROD old draft', row: null, reason: 'A hidden sheet' });
    expect((await read('submissions/HROD.xlsx', true)).actions).toHaveLength(6);
  });

  test('a lead merged over several rows holds for each, and its address is the first cell', async () => {
    const { actions } = await read('submissions/GET.xlsx');
    const leads = actions.slice(0, 6).map(({ ledBy, source }) => [ledBy.text, source.cells.ledBy]);
    expect(leads).toEqual(leads.map(() => ['Head of Economy', 'C2']));
    const services = actions.filter(({ kind }) => kind === 'service');
    expect(services.map(({ ledBy }) => ledBy.text)).toEqual(Array(7).fill(''));
    expect(services.map(({ source }) => source.cells.ledBy)).toEqual(['C19', 'C20', 'C21', 'C22', 'C23', 'C24', 'C25']);
    expect(services[0]?.theme).toBe('Services involved in this activity include:');
  });

  test('a date cell keeps its number, and a formula its words', async () => {
    const health = await read('submissions/Public Health ICS delivery plan.xlsx');
    expect(health.actions[1]?.cells.timescale?.cell).toMatchObject({ kind: 'number', value: 46082, text: 'Mar-26' });
    const procurement = await read('submissions/Commercial and Procurement.xlsx');
    expect(procurement.actions[0]).toMatchObject({
      theirRef: 'PROC-01',
      cells: { ref: { cell: { formula: '="PROC-"&TEXT(ROW()-1,"00")' } } },
    });
  });

  test('what is left out has its reason', async () => {
    const communities = await read('submissions/Communities.xlsx');
    expect(communities.read.leftOut).toEqual([{ sheet: 'Sheet1', row: 7, reason: 'A total, not an action' }]);
    expect(communities.read.tables[0]?.headings.map(({ text, key }) => [text, key])).toEqual([
      ['Commitment', 'commitment'],
      ['Delivery · Led by', 'ledBy'],
      ['Delivery · Timescale', 'timescale'],
      ['Outcome · Measure', 'measure'],
      ['Outcome · Shared Outcome', 'sharedOutcome'],
    ]);
    const cype = await read('submissions/CYPE priorities v2.xlsx');
    expect(cype.read.leftOut.map(({ sheet, reason }) => [sheet, reason])).toEqual([['Guidance', 'No table on it']]);
    expect(cype.actions.map(({ status, progress }) => [status, progress])).toEqual([
      ['on track', ''],
      [null, ''],
      ['delayed', ''],
      ['complete', ''],
      ['on track', 'first 12 schools signed up'],
      [null, ''],
      [null, ''],
      ['not started', ''],
    ]);
  });

  test('a cover sheet names the directorate of a table that nothing nearer names', async () => {
    const { read: tables } = await read('submissions/PH Education.xlsx');
    expect(tables.tables[0]).toMatchObject({ id: 'Action plan!C6', directorate: 'Public Health Education', directorateFrom: 'title' });
  });
});

describe('the published workbook', () => {
  test('has its tables, actions, services, themes and measures', async () => {
    const { read: tables, actions, measures } = await read('kent-priorities.xlsx');
    const count = (kind: string): number => tables.tables.filter((table) => table.kind === kind).length;
    expect({
      tables: count('priorities'),
      measureTables: count('measures'),
      actions: actions.length,
      services: actions.filter(({ kind }) => kind === 'service').length,
      themes: themesOf(actions).size,
      measures: measures.length,
    }).toEqual({ tables: 19, measureTables: 7, actions: 93, services: 7, themes: 11, measures: 30 });
  });

  test('every row is as printed, under its directorate and theme', async () => {
    const { actions } = await read('kent-priorities.xlsx');
    const wanted = priorities.tables.flatMap((table) =>
      table.rows.filter(({ kind }) => kind === 'action').map(({ cells }) => [table.directorate, ...cells.map(plain)]),
    );
    const key = (cells: readonly (string | null)[]): string => cells.join(' | ');
    const got = actions.map((action) => [
      action.directorate,
      ...[action.commitment, action.ledBy.text, action.timescale.text, action.measure.text, action.outcomes.text].map(plain),
    ]);
    expect(got.map(key).sort()).toEqual(wanted.map(key).sort());
  });

  test('every source address leads to the text it names', async () => {
    const { book, actions, measures } = await read('kent-priorities.xlsx');
    const textAt = (sheet: string, address: string | undefined): string => {
      const grid = book.sheets.find(({ name }) => name === sheet);
      const place = parseA1(address ?? '');
      return grid && place ? cellAt(grid, place).text.trim() : 'no such cell';
    };
    for (const { source, commitment, ledBy, timescale, measure, outcomes } of actions) {
      const texts = { commitment, ledBy: ledBy.text, timescale: timescale.text, measure: measure.text, sharedOutcome: outcomes.text };
      const found = Object.fromEntries(
        Object.keys(texts).map((field) => [field, textAt(source.sheet, source.cells[field as keyof typeof texts])]),
      );
      expect(found).toEqual(texts);
    }
    expect(measures.map(({ source }) => textAt(source.sheet, source.cells.measure))).toEqual(measures.map(({ text }) => text));
    const missing = actions.find(({ source }) => source.sheet === 'Adult Social Care' && source.row === 12);
    expect(missing?.source.cells.measure).toBe('D13');
  });
});

describe('the current activity', () => {
  test('has its 77 tables, 69 themes and 249 commitments, each under its outcome', async () => {
    const { read: tables, activities } = await read('kent-activity.xlsx');
    expect(tables.tables.map(({ kind }) => kind)).toEqual(Array(77).fill('activity'));
    expect(tables.tables.flatMap(({ themes }) => themes)).toHaveLength(69);
    const wanted = activity.tables.flatMap((table) =>
      table.rows.filter(({ kind }) => kind === 'commitment').map(({ cells }) => [table.outcome, ...cells.slice(0, 2).map(plain)]),
    );
    expect(wanted).toHaveLength(249);
    expect(activities.map(({ outcome, commitment, strategies }) => [outcome, plain(commitment), plain(strategies)])).toEqual(wanted);
    expect(tables.tables.map(({ outcome, directorateText }) => `${String(outcome)} ${directorateText}`)).toEqual(
      activity.tables.map(({ outcome, directorate }) => `${outcome} ${directorate}`),
    );
  });
});
