import { documentFiles } from '../../../src/adapters/documents';
import { FileWorkbook, fileSubmissions } from '../../../src/adapters/files';
import { answerDocuments, type SaidOfCost } from '../../../src/application';
import { kent2025 } from '../../../src/domain/framework';
import { columnName } from '../../../src/domain/grid';
import { readState } from '../../../src/domain/state';
import { readWord } from '../../adapters/documents/read-word';
import { costsInExcel, costsInFile, type CostsInWorkbook, never, planOfCosts, sheetOfCosts } from './costs-in-excel';

const AGREED: SaidOfCost = { verdict: 'agreed', note: 'From the core grant', by: 'AB', date: { year: 2026, month: 3, day: 9 } };
const HOLDS = { verdict: 'agreed', note: 'From the core grant', by: 'AB', date: '2026-03-09', settled: true };
const LOOK_AGAIN = { ...HOLDS, settled: false };
const RECRUIT = 'Recruit two link workers';

/** A directorate's own table in A1:F3, with finance's columns in G to J. */
async function withColumns(book: CostsInWorkbook): Promise<CostsInWorkbook> {
  await book.requests.writeFinanceColumns(await book.requests.planFinanceColumns(never), never);
  return book;
}

const verdictOn = async (book: CostsInWorkbook, beginning: string): Promise<unknown> => (await book.row(beginning)).verdict;

describe.each([
  ['Excel', () => withColumns(costsInExcel([sheetOfCosts()]))],
  ['a file', async () => withColumns(await costsInFile(sheetOfCosts()))],
])('a verdict beside a directorate’s own action, in %s', (_, open) => {
  it('is asked for again once the row says something else, also after the workbook was closed, and holds when it is given again', async () => {
    const book = await open();
    await book.requests.recordVerdict(await book.row(RECRUIT), AGREED, never);
    expect(await verdictOn(book, RECRUIT)).toEqual(HOLDS);
    const again = await book.reopened();
    expect(await verdictOn(again, RECRUIT)).toEqual(HOLDS);
    await again.type('GET', 'D2', '900 people seen');
    expect(await verdictOn(again, RECRUIT)).toEqual(LOOK_AGAIN);
    const read = await again.row(RECRUIT);
    const given = await again.requests.recordVerdict(read, AGREED, never);
    expect([given.cells, await verdictOn(again, RECRUIT)]).toEqual([[], HOLDS]);
    await again.requests.takeBackVerdict(given, never);
    expect(await again.row(RECRUIT)).toEqual(read);
  });

  it('is known by its row, wherever that is moved to and however it is reworded', async () => {
    const book = await open();
    await book.requests.recordVerdict(await book.row(RECRUIT), AGREED, never);
    const other = { ...AGREED, verdict: 'query' };
    await book.requests.recordVerdict(await book.row('Publish'), other, never);
    // Sorted the other way round: every cell of the two rows changes places.
    for (const column of 'ABCDEFGHIJ') {
      const [second, third] = [await book.at('GET', `${column}2`), await book.at('GET', `${column}3`)];
      await book.type('GET', `${column}2`, column === 'J' ? '2026-03-09' : String(third));
      await book.type('GET', `${column}3`, column === 'J' ? '2026-03-09' : String(second));
    }
    expect([await verdictOn(book, RECRUIT), await verdictOn(book, 'Publish')]).toEqual([HOLDS, { ...HOLDS, verdict: 'query' }]);
    await book.type('GET', 'A3', 'Recruit two link workers and a manager');
    expect([await verdictOn(book, RECRUIT), await verdictOn(book, 'Publish')]).toEqual([LOOK_AGAIN, { ...HOLDS, verdict: 'query' }]);
  });

  it('that is typed is remembered, with the words of then, once another one is recorded', async () => {
    const book = await open();
    await book.type('GET', 'G3', 'agreed');
    await book.type('GET', 'D3', 'Strategy published online');
    const typed = { verdict: 'agreed', note: '', by: null, date: null };
    expect(await verdictOn(book, 'Publish')).toEqual({ ...typed, settled: true });
    await book.requests.recordVerdict(await book.row(RECRUIT), AGREED, never);
    await book.type('GET', 'D3', 'Strategy printed');
    expect(await verdictOn(book, 'Publish')).toEqual({ ...typed, settled: false });
    // Typed anew beside these words.
    await book.type('GET', 'G3', 'not agreed');
    const read = await book.row('Publish');
    expect([read.verdict, read.history]).toEqual([{ ...typed, verdict: 'not agreed', settled: true }, [{ ...typed, found: '' }]]);
  });

  it('leaves what it said before in its history, and goes from the memory when it is taken back', async () => {
    const book = await open();
    const first = await book.requests.recordVerdict(await book.row(RECRUIT), { ...AGREED, verdict: 'query' }, never);
    const second = await book.requests.recordVerdict(first.row, AGREED, never);
    const { history, wordsNow } = await book.row(RECRUIT);
    expect(history).toEqual([{ verdict: 'query', note: AGREED.note, by: 'AB', date: '2026-03-09', found: '' }]);
    expect(wordsNow).not.toBe('');
    await book.requests.takeBackVerdict(second, never);
    await book.requests.takeBackVerdict(first, never);
    const { verdict, history: after } = await book.row(RECRUIT);
    expect([verdict, after]).toEqual([null, []]);
  });

  it('goes into the plan that is collated in the same workbook, with what was said before, and the memory goes with it', async () => {
    const book = await open();
    const first = await book.requests.recordVerdict(await book.row(RECRUIT), { ...AGREED, verdict: 'query' }, never);
    await book.requests.recordVerdict(first.row, AGREED, never);
    const collate = async (): Promise<boolean> => {
      const dryRun = await book.requests.planCollation([], never, () => undefined);
      if (!dryRun.nothingToDo) await book.requests.writeCollation(dryRun, never, () => undefined);
      return dryRun.nothingToDo;
    };
    expect([await collate(), await collate()]).toEqual([false, true]);
    const row = await book.row(RECRUIT);
    const before = { verdict: 'query', note: AGREED.note, by: 'AB', date: '2026-03-09', found: '' };
    expect([row.ref, row.verdict, row.history]).toEqual(['GET-01', HOLDS, [before]]);
    const state = readState(await book.port.readBook({ includeHidden: true }));
    expect([state.verdicts.map(({ ref }) => ref), state.unnumbered]).toEqual([['GET-01'], []]);
    // Finance judges again, beside the directorate's own action and later: the plan follows.
    await book.type('GET', 'D2', '900 people seen');
    expect(await collate()).toBe(false);
    expect(await verdictOn(book, RECRUIT)).toEqual(LOOK_AGAIN);
    await book.type('GET', 'G2', 'not agreed');
    await book.type('GET', 'J2', '2026-03-10');
    expect(await collate()).toBe(false);
    expect(await verdictOn(book, RECRUIT)).toEqual({ ...HOLDS, verdict: 'not agreed', date: '2026-03-10' });
  });
});

it('a verdict beside a directorate’s own action is in the paper Finance review, without a plan', async () => {
  const book = await withColumns(costsInExcel([sheetOfCosts()]));
  await book.requests.recordVerdict(await book.row(RECRUIT), { ...AGREED, verdict: 'query' }, never);
  const documents = answerDocuments({
    workbook: book.port,
    submissions: fileSubmissions,
    documents: documentFiles,
    newBook: () => FileWorkbook.create(),
    framework: kent2025(),
    now: () => ({ date: { year: 2026, month: 3, day: 9 } }),
  });
  const [paper] = await documents.make('finance', [], never, () => undefined);
  const counts = readWord(paper?.bytes ?? new Uint8Array())
    .tables.flatMap(({ rows }) => rows)
    .join('\n');
  expect(counts).toContain('Query,1');
  expect(paper?.text).toContain(AGREED.note);
});

it('a note that is too long for the plan ends there in "…", and stays whole in the directorate’s table', async () => {
  const book = costsInExcel([sheetOfCosts()]);
  const long = 'Which budget? '.repeat(300).trim();
  for (const [address, words] of Object.entries({ G1: 'Finance check', H1: 'Finance note', G2: 'query', H2: long }))
    await book.type('GET', address, words);
  await book.requests.writeCollation(await book.requests.planCollation([], never, () => undefined), never, () => undefined);
  const { verdict } = await book.row(RECRUIT);
  expect(verdict?.note).toBe(`${long.slice(0, 3_999)}…`);
  expect(await book.at('GET', 'H2')).toBe(long);
  expect((await book.requests.planCollation([], never, () => undefined)).nothingToDo).toBe(true);
});

describe('a plan of an earlier version', () => {
  const LACKING = ['Finance note', 'Finance by', 'Finance date'];

  async function withTypedVerdict(): Promise<CostsInWorkbook> {
    const book = await planOfCosts(LACKING);
    for (const [address, words] of Object.entries({ G1: 'Finance check', H1: 'Finance note', G2: 'agreed', H2: 'From the core grant' }))
      await book.type('GET', address, words);
    return book;
  }

  it('gets the columns that a verdict sent with its table needs', async () => {
    const book = await withTypedVerdict();
    await book.requests.writeCollation(await book.requests.planCollation([], never, () => undefined), never, () => undefined);
    const { verdict, place } = await book.row(RECRUIT);
    expect(verdict).toEqual({ verdict: 'agreed', note: 'From the core grant', by: null, date: null, settled: true });
    expect(Object.keys(place?.columns ?? {})).toEqual(['check', 'note']);
    expect((await book.requests.planCollation([], never, () => undefined)).nothingToDo).toBe(true);
  });

  it('is not written while something stands where they go', async () => {
    const book = await withTypedVerdict();
    const { place } = await book.row(RECRUIT);
    const beside = columnName((place?.right ?? 0) + 1);
    await book.type('All priorities', `${beside}4`, 'ask Jo');
    const { obstacles } = await book.requests.planCollation([], never, () => undefined);
    expect(obstacles).toMatchObject([{ sheet: 'All priorities', address: `${beside}${String((place?.headingRow ?? 0) + 1)}` }]);
  });
});
