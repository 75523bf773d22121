import { kent2025 } from '../../../src/domain/framework';
import { type BookGrid, textCell } from '../../../src/domain/grid';
import { councilRun, NO_BOOK, type Sent } from './council-run';
import { mergeRun, withCell, withColumn, withSheet, withTableRows } from './merge-run';
import { rowsOf, typed } from './plan-cells';

const PRIORITIES = 'All priorities';
const JUNE = { year: 2025, month: 6, day: 1 };
const JULY = { year: 2025, month: 7, day: 1 };
const AUGUST = { year: 2025, month: 8, day: 1 };

const GET = [
  { commitment: 'Plant ten thousand trees beside roads', measure: '10,000 trees' },
  { commitment: 'Open four cycle routes in the county', measure: '4 routes', ledBy: 'Head of Transport' },
  { commitment: 'Insulate every school building', measure: '60 schools', ledBy: 'Head of Property' },
];
const PH = [
  { commitment: 'Offer walks for people who live alone', measure: '200 walks', ledBy: 'Director of Public Health' },
  { commitment: 'Train advisers in housing offices', measure: '30 advisers', ledBy: 'Head of Wellbeing' },
];
const SENT: Sent = { GET, PH };

const first = (): BookGrid => councilRun(SENT, NO_BOOK, JUNE).book;
const note = (book: BookGrid, ref: string, words: string, heading = 'Notes'): BookGrid => typed(book, PRIORITIES, heading, ref, words);
const column = (book: BookGrid, heading: string): Record<string, string> =>
  Object.fromEntries(rowsOf(book, PRIORITIES, ['Ref', heading]).map(([ref = '', words = '']): [string, string] => [ref, words]));
const keptTexts = (book: BookGrid): string[][] =>
  book.sheets.some(({ name }) => name === 'Kept texts') ? rowsOf(book, 'Kept texts', ['Sheet', 'Row', 'Your text']) : [];
const withoutMemory = (book: BookGrid): BookGrid => ({ ...book, sheets: book.sheets.filter(({ name }) => name !== '_plan') });

describe('what only the colleague typed', () => {
  it.each<[string, string, string]>([
    ['a note', 'Notes', 'agreed with the treasurer'],
    ['a verdict', 'Finance check', 'agreed'],
    ['a lead over the one that was sent', 'Led by', 'Jo Smith'],
    ['a timescale over the one that was sent', 'Timescale', 'June 2027'],
    ['a status where none is sent', 'Status', 'on track'],
  ])('is taken: %s', async (_, heading, words) => {
    const plan = first();
    const { book, told, takenBack } = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': note(plan, 'GET-02', words, heading) } });
    expect(told).toEqual([`anna.xlsx taken GET-02 ${heading}: ${words}`]);
    expect(column(book, heading)['GET-02']).toBe(words);
    expect({ ...column(book, heading), 'GET-02': '' }).toEqual({ ...column(plan, heading), 'GET-02': '' });
    expect(rowsOf(book, 'Changes', ['Ref', 'What happened', 'Now', 'Words that differ'])).toContainEqual([
      'GET-02',
      'from a copy',
      words,
      'From “anna.xlsx”',
    ]);
    expect(rowsOf(takenBack, PRIORITIES, ['Ref', heading])).toEqual(rowsOf(plan, PRIORITIES, ['Ref', heading]));
  });

  it('stays when the plan is collated again, and merging it again changes nothing', async () => {
    const plan = first();
    const anna = note(note(plan, 'GET-02', 'see the letter'), 'PH-01', 'Jo Smith', 'Led by');
    const merged = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': anna } });
    const again = await mergeRun(merged.book, SENT, AUGUST, { copies: { 'anna.xlsx': anna } });
    expect([again.prepared.nothingToDo, again.told]).toEqual([true, []]);
    const alone = await mergeRun(merged.book, SENT, AUGUST);
    expect(alone.prepared.nothingToDo).toBe(true);
    const next = await mergeRun(
      merged.book,
      { ...SENT, PH: [{ ...PH[0], commitment: PH[0]?.commitment ?? '', measure: '300 walks' }] },
      AUGUST,
    );
    expect([column(next.book, 'Notes')['GET-02'], column(next.book, 'Led by')['PH-01']]).toEqual(['see the letter', 'Jo Smith']);
  });

  it('is taken by Ref and wording from rows that were sorted, retyped and deleted', async () => {
    const plan = first();
    const noted = note(note(note(plan, 'GET-01', 'one'), 'GET-03', 'three'), 'PH-02', 'five');
    const retyped = typed(typed(noted, PRIORITIES, 'Ref', 'GET-01', 'gone'), PRIORITIES, 'Ref', 'GET-02', 'GET-01');
    const sorted = withSheet(retyped, PRIORITIES, (sheet) =>
      withTableRows(sheet, (rows) => [...rows].reverse().filter((_, index) => index !== 1)),
    );
    const { book } = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': sorted } });
    expect(column(book, 'Notes')).toEqual({ 'GET-01': 'one', 'GET-02': '', 'GET-03': 'three', 'PH-01': '', 'PH-02': 'five' });
    expect(rowsOf(book, PRIORITIES, ['Ref', 'What we have committed to'])).toEqual(
      rowsOf(plan, PRIORITIES, ['Ref', 'What we have committed to']),
    );
  });

  it('is taken with a column that they added, on the right rows', async () => {
    const plan = first();
    const anna = withSheet(plan, PRIORITIES, (sheet) =>
      withTableRows(withColumn(sheet, 'Treasurer', ['', 'asked', '', 'paid']), (rows) => [...rows].reverse()),
    );
    const { book, takenBack } = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': anna } });
    expect(column(book, 'Treasurer')).toEqual({ 'GET-01': '', 'GET-02': 'paid', 'GET-03': '', 'PH-01': '', 'PH-02': 'asked' });
    expect(takenBack.sheets.find(({ name }) => name === PRIORITIES)?.tables).toEqual(
      plan.sheets.find(({ name }) => name === PRIORITIES)?.tables,
    );
    const ben = withSheet(note(plan, 'GET-01', 'x'), PRIORITIES, (sheet) => withColumn(sheet, 'Treasurer', ['', '', 'late']));
    const both = await mergeRun(book, SENT, AUGUST, { copies: { 'ben.xlsx': ben } });
    expect(column(both.book, 'Treasurer')).toEqual({ 'GET-01': 'late', 'GET-02': 'paid', 'GET-03': '', 'PH-01': '', 'PH-02': 'asked' });
  });

  it('keeps a formula as what it shows', async () => {
    const plan = first();
    const anna = withSheet(note(plan, 'GET-01', 'x'), PRIORITIES, (sheet) => {
      const [row, at] = placeOf(sheet.rows, 'x');
      return withCell(sheet, row, at, {
        kind: 'text',
        value: '10 and 2',
        text: '10 and 2',
        format: 'General',
        formula: '=WEBSERVICE("x")',
      });
    });
    const { book } = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': anna } });
    expect(column(book, 'Notes')['GET-01']).toBe('10 and 2');
  });
});

function placeOf(rows: BookGrid['sheets'][number]['rows'], words: string): [number, number] {
  for (const [row, cells] of rows) for (const [at, cell] of cells) if (cell.text === words) return [row, at];
  throw new Error(`no ${words}`);
}

describe('what both typed', () => {
  it('keeps what only the plan has, and says nothing where both say the same', async () => {
    const plan = first();
    const anna = note(plan, 'GET-01', 'agreed');
    const { book, told } = await mergeRun(note(note(plan, 'GET-01', 'agreed'), 'GET-02', 'mine'), SENT, JULY, {
      copies: { 'anna.xlsx': anna },
    });
    expect(told).toEqual([]);
    expect(column(book, 'Notes')).toMatchObject({ 'GET-01': 'agreed', 'GET-02': 'mine' });
  });

  it.each(['Notes', 'Led by'])('lists a conflict, and both texts stay: %s', async (heading) => {
    const plan = first();
    const ours = note(plan, 'GET-01', 'Ours', heading);
    const copies = { 'anna.xlsx': note(plan, 'GET-01', 'Theirs', heading) };
    const kept = await mergeRun(ours, SENT, JULY, { copies });
    expect(kept.told).toEqual([`anna.xlsx conflict GET-01 ${heading}: Theirs`]);
    expect(column(kept.book, heading)['GET-01']).toBe('Ours');
    expect(keptTexts(kept.book)).toEqual([
      ['All priorities in anna.xlsx', expect.stringMatching(new RegExp(`^GET-01.*${heading}$`)), 'Theirs'],
    ]);
    const again = await mergeRun(kept.book, SENT, AUGUST, { copies });
    expect([again.told, again.prepared.nothingToDo]).toEqual([kept.told, true]);

    const said = { copy: null, row: 'GET-01', column: heading };
    const taken = await mergeRun(kept.book, SENT, AUGUST, { copies, answers: [{ ...said, side: 'theirs' }] });
    expect(column(taken.book, heading)['GET-01']).toBe('Theirs');
    const mine = await mergeRun(ours, SENT, JULY, { copies, answers: [{ ...said, side: 'mine' }] });
    expect([column(mine.book, heading)['GET-01'], keptTexts(mine.book)]).toEqual(['Ours', []]);
    expect((await mergeRun(mine.book, SENT, AUGUST, { copies })).told).toEqual([]);
  });

  it('knows which of the two changed a note that was there before', async () => {
    const noted = note(note(first(), 'GET-01', 'pending'), 'GET-02', 'pending');
    const plan = councilRun({ ...SENT, PH: PH.slice(0, 1) }, noted, JULY).book;
    const anna = note(plan, 'GET-01', 'agreed');
    const { book, told } = await mergeRun(note(plan, 'GET-02', 'turned down'), SENT, AUGUST, { copies: { 'anna.xlsx': anna } });
    expect(told).toEqual(['anna.xlsx taken GET-01 Notes: agreed']);
    expect(column(book, 'Notes')).toMatchObject({ 'GET-01': 'agreed', 'GET-02': 'turned down' });
  });

  it('tells two copies apart that differ from one another, whatever order they come in', async () => {
    const plan = first();
    const copies = { 'ben.xlsx': note(plan, 'GET-01', 'Ben'), 'anna.xlsx': note(plan, 'GET-01', 'Anna') };
    const { book, told } = await mergeRun(plan, SENT, JULY, { copies });
    expect(told).toEqual(['anna.xlsx taken GET-01 Notes: Anna', 'ben.xlsx conflict GET-01 Notes: Ben']);
    expect([column(book, 'Notes')['GET-01'], keptTexts(book).map(([, , words]) => words)]).toEqual(['Anna', ['Ben']]);
  });
});

describe('copies of another run', () => {
  const LATER: Sent = { ...SENT, GET: [{ ...GET[0], commitment: GET[0]?.commitment ?? '', ledBy: 'Director of Trees' }, ...GET.slice(1)] };

  it('takes what was typed in a copy of an earlier run, and not what was sent then', async () => {
    const old = first();
    const plan = councilRun(LATER, old, JULY).book;
    const { book, told } = await mergeRun(plan, LATER, AUGUST, { copies: { 'anna.xlsx': note(old, 'GET-02', 'Jo', 'Led by') } });
    expect(told).toEqual(['anna.xlsx taken GET-02 Led by: Jo']);
    expect(column(book, 'Led by')).toMatchObject({ 'GET-01': 'Director of Trees', 'GET-02': 'Jo' });
  });

  it('is a conflict with the source where that has changed since the copy was made', async () => {
    const old = first();
    const plan = councilRun(LATER, old, JULY).book;
    const { book, prepared } = await mergeRun(plan, LATER, AUGUST, { copies: { 'anna.xlsx': note(old, 'GET-01', 'Jo', 'Led by') } });
    expect(column(book, 'Led by')['GET-01']).toBe('Jo');
    expect(prepared.kept).toMatchObject([{ row: 'GET-01', kept: 'Jo', sent: 'Director of Trees', conflict: true }]);
    expect((await mergeRun(book, LATER, AUGUST)).prepared.kept).toMatchObject([{ conflict: true }]);
  });

  it('keeps the texts of actions that the plan does not have, and of rows with the Ref of another action', async () => {
    const old = first();
    const more: Sent = { ...SENT, PH: [...PH, { commitment: 'Lend bicycles to apprentices', measure: '90 bicycles' }] };
    const other: Sent = { ...SENT, PH: [...PH, { commitment: 'Measure noise beside hospitals', measure: '12 hospitals' }] };
    const copy = note(councilRun(more, old, JULY).book, 'PH-03', 'for the bicycles');
    const plan = councilRun(other, old, JULY).book;
    const { book, told } = await mergeRun(plan, other, AUGUST, { copies: { 'anna.xlsx': copy } });
    expect(told).toEqual(['anna.xlsx set aside PH-03 Notes: for the bicycles']);
    expect(column(book, 'Notes')['PH-03']).toBe('');
    expect(keptTexts(book)[0]?.[1]).toMatch(/Lend bicycles|PH-03/);
    expect((await mergeRun(book, other, AUGUST, { copies: { 'anna.xlsx': copy } })).prepared.nothingToDo).toBe(true);
  });
});

describe('copies that lost their memory', () => {
  it('takes what differs from what the plan wrote in the same run', async () => {
    const plan = first();
    const anna = withoutMemory(note(note(plan, 'GET-01', 'noted'), 'PH-02', 'Jo', 'Led by'));
    const { book, told } = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': anna } });
    expect([...told].sort()).toEqual(['anna.xlsx taken GET-01 Notes: noted', 'anna.xlsx taken PH-02 Led by: Jo']);
    expect(column(book, 'Led by')['PH-02']).toBe('Jo');
  });

  it('takes notes alone from another run, and says how many cells differ', async () => {
    const plan = first();
    const later = councilRun(
      { ...SENT, PH: [{ ...PH[0], commitment: PH[0]?.commitment ?? '', ledBy: 'Someone new' }, ...PH.slice(1)] },
      plan,
      JULY,
    ).book;
    const anna = withoutMemory(note(note(plan, 'GET-01', 'noted'), 'PH-02', 'Jo', 'Led by'));
    const { told, collated } = await mergeRun(later, SENT, AUGUST, { copies: { 'anna.xlsx': anna } });
    expect(told).toEqual(['anna.xlsx taken GET-01 Notes: noted']);
    expect(collated.copies[0]?.notices.join(' ')).toMatch(/\d+ cells? of it differs? from the plan, and nobody can tell/);
  });
});

describe('beside the rows and on other sheets', () => {
  it('takes a text beside a row to the same row, and keeps it apart where the rows were sorted', async () => {
    const plan = first();
    const area = plan.sheets.find(({ name }) => name === PRIORITIES)?.tables[0]?.area ?? { top: 0, right: 0 };
    const anna = withSheet(plan, PRIORITIES, (sheet) => withCell(sheet, area.top + 2, area.right + 2, 'for the chair'));
    const beside = (book: BookGrid): string | undefined =>
      book.sheets
        .find(({ name }) => name === PRIORITIES)
        ?.rows.get(area.top + 2)
        ?.get(area.right + 2)?.text;
    const merged = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': anna } });
    expect([merged.told, beside(merged.book)]).toEqual([['anna.xlsx taken PH-02: for the chair'], 'for the chair']);
    const sorted = withSheet(anna, PRIORITIES, (sheet) => withTableRows(sheet, (rows) => [...rows].reverse()));
    const apart = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': sorted } });
    expect([beside(apart.book), keptTexts(apart.book).map(([, , words]) => words)]).toEqual([undefined, ['for the chair']]);
  });

  it('takes what was typed on lists that are written anew, and over titles', async () => {
    const plan = councilRun(SENT, NO_BOOK, JUNE, { sheets: ['by-outcome'] }).book;
    const outcome = (book: BookGrid, heading: string): string[][] => rowsOf(book, 'By outcome', ['Ref', heading]);
    const anna = withSheet(
      withSheet(plan, 'By outcome', (sheet) => withTableRows(withColumn(sheet, 'Who asks', ['', 'Jo']), (rows) => [...rows].reverse())),
      'Council summary',
      (sheet) => withCell(sheet, 0, 0, 'Our summary'),
    );
    const { book } = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': anna } });
    const [, second] = outcome(plan, 'Ref');
    expect(outcome(book, 'Who asks').filter(([, words]) => words !== '')).toEqual([[second?.[0], 'Jo']]);
    expect(keptTexts(book)).toEqual([['Council summary in anna.xlsx', '', 'Our summary']]);
  });

  it('keeps rows that the colleague added, once', async () => {
    const plan = first();
    const anna = withSheet(plan, PRIORITIES, (sheet) => {
      const table = sheet.tables[0];
      const row = (table?.area.bottom ?? 0) + 1;
      const added = withCell(withCell(sheet, row, 0, 'GET-02'), row, (table?.area.left ?? 0) + 4, 'A bus to the coast');
      return { ...added, tables: sheet.tables.map((one) => ({ ...one, area: { ...one.area, bottom: row } })) };
    });
    const { book, told } = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': anna } });
    expect(told).toHaveLength(1);
    expect(keptTexts(book).map(([, , words]) => words)).toEqual([expect.stringContaining('A bus to the coast')]);
    expect(rowsOf(book, PRIORITIES, ['Ref'])).toEqual(rowsOf(plan, PRIORITIES, ['Ref']));
  });

  it('takes decisions on indicators that the plan has none of', async () => {
    const plan = first();
    const id = kent2025().indicators[0]?.id ?? '';
    const copy = councilRun(SENT, note(plan, 'GET-01', id, 'Indicators'), JULY).book;
    const { collated } = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': copy } });
    expect(collated.decisions).toContainEqual(expect.objectContaining({ ref: 'GET-01', indicator: id, verdict: 'confirmed' }));
  });
});

describe('files that are no copy', () => {
  const OTHER: Sent = {
    GET: [{ commitment: 'Pave the harbour' }, { commitment: 'Dredge the canal' }],
    PH: [{ commitment: 'Vaccinate cattle' }],
  };

  it.each<[string, () => BookGrid, RegExp]>([
    ['another plan', () => councilRun(OTHER, NO_BOOK, JUNE).book, /is a plan, but not a copy of this one/],
    ['no plan', () => ({ name: 'x', sheets: [] }), /is not a plan of this program/],
  ])('refuses %s', async (_, book, sentence) => {
    const { told } = await mergeRun(first(), SENT, JULY, { copies: { 'x.xlsx': book() } });
    expect(told).toEqual([expect.stringMatching(sentence)]);
  });

  it('finds nothing in the plan itself', async () => {
    const plan = note(first(), 'GET-01', 'mine');
    expect((await mergeRun(plan, SENT, JULY, { copies: { 'plan.xlsx': plan } })).told).toEqual([]);
  });
});

describe('copies among the files that are added', () => {
  it('are merged and no submission, unless they are declined; another plan is read as before', async () => {
    const plan = first();
    const among = { 'Plan (Anna).xlsx': note(plan, 'GET-01', 'Anna'), 'other.xlsx': { name: '', sheets: [] } };
    const merged = await mergeRun(plan, SENT, JULY, { among });
    expect(merged.told).toEqual(['Plan (Anna).xlsx taken GET-01 Notes: Anna']);
    expect(merged.collated.sources.map(({ file }) => file)).toEqual(['GET.xlsx', 'other.xlsx', 'PH.xlsx']);
    const left = await mergeRun(plan, SENT, JULY, { among, declined: ['Plan (Anna).xlsx'] });
    expect([column(left.book, 'Notes')['GET-01'], left.collated.copies[0]?.isDeclined]).toEqual(['', true]);
  });

  it('merges alone, and nobody is late by it', async () => {
    const plan = councilRun({ GET }, councilRun(SENT, NO_BOOK, JUNE).book, JULY).book;
    const { book } = await mergeRun(plan, {}, AUGUST, { copies: { 'anna.xlsx': note(plan, 'PH-01', 'Anna') } });
    expect(column(book, 'Notes')['PH-01']).toBe('Anna');
    for (const heading of ['Standing', 'Source', 'Findings']) expect(column(book, heading)).toEqual(column(plan, heading));
    expect(rowsOf(book, 'Sources', ['File'])).toEqual(rowsOf(plan, 'Sources', ['File']));
    const again = await mergeRun(book, {}, AUGUST, { copies: { 'anna.xlsx': note(plan, 'PH-01', 'Anna') } });
    expect(again.prepared.nothingToDo).toBe(true);
  });
});

describe('what was done since a copy was merged', () => {
  it('stays: a merged note that was deleted, and one that was changed', async () => {
    const plan = first();
    const copies = { 'anna.xlsx': note(note(plan, 'GET-01', 'one'), 'GET-02', 'two') };
    const { book } = await mergeRun(plan, SENT, JULY, { copies });
    const since = note(note(book, 'GET-01', ''), 'GET-02', 'two, and more');
    const again = await mergeRun(since, SENT, AUGUST, { copies });
    expect([again.told, again.collated.copies[0]?.notices]).toEqual([[], ['2 texts of it were merged before.']]);
    expect(column(again.book, 'Notes')).toMatchObject({ 'GET-01': '', 'GET-02': 'two, and more' });
  });

  it('does not bring back a column that was deleted here and in which nothing was typed there', async () => {
    const noted = withSheet(first(), PRIORITIES, (sheet) => withColumn(sheet, 'Treasurer', ['asked']));
    const anna = councilRun({ ...SENT, PH: PH.slice(0, 1) }, noted, JULY).book;
    const plan = withSheet(anna, PRIORITIES, (sheet) => {
      const { area } = sheet.tables[0] ?? { area: { top: 0, left: 0, bottom: 0, right: 0 } };
      const rows = new Map([...sheet.rows].map(([row, cells]) => [row, new Map([...cells].filter(([at]) => at !== area.right))]));
      return { ...sheet, rows, tables: sheet.tables.map((one) => ({ ...one, area: { ...area, right: area.right - 1 } })) };
    });
    const { told, book } = await mergeRun(plan, SENT, AUGUST, { copies: { 'anna.xlsx': anna } });
    expect(told).toEqual([]);
    expect(() => rowsOf(book, PRIORITIES, ['Treasurer'])).toThrow('No column');
  });

  it('keeps a text of a column that has no room in the plan', async () => {
    const plan = first();
    const area = plan.sheets.find(({ name }) => name === PRIORITIES)?.tables[0]?.area ?? { top: 0, right: 0 };
    const anna = withSheet(plan, PRIORITIES, (sheet) => withColumn(sheet, 'Treasurer', ['asked']));
    const full = withSheet(plan, PRIORITIES, (sheet) => withCell(sheet, area.top + 3, area.right + 1, 'mine'));
    const { told, book } = await mergeRun(full, SENT, JULY, { copies: { 'anna.xlsx': anna } });
    expect(told).toEqual(['anna.xlsx set aside PH-01 Treasurer: asked']);
    expect(keptTexts(book)).toEqual([['All priorities in anna.xlsx', expect.stringMatching(/^PH-01.*Treasurer$/), 'asked']]);
  });
});

it('does not merge a copy whose last run did not end', async () => {
  const plan = first();
  const anna = withSheet(note(plan, 'GET-01', 'half'), '_plan', (sheet) => {
    const [row, at] = placeOf(sheet.rows, 'closed');
    return withCell(sheet, row, at, 'open');
  });
  const { told, book } = await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': anna } });
  expect([told, column(book, 'Notes')['GET-01']]).toEqual([[expect.stringContaining('did not end, so it is only partly written')], '']);
});

it('counts a cell with a space and one that says the same in other letters as nothing typed', async () => {
  const plan = first();
  const anna = withSheet(plan, PRIORITIES, (sheet) => withCell(sheet, 900, 0, textCell(' ')));
  expect((await mergeRun(plan, SENT, JULY, { copies: { 'anna.xlsx': anna } })).told).toEqual([]);
});
