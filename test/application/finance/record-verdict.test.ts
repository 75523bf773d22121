import type { CostRow, SaidOfCost } from '../../../src/application';
import { columnName } from '../../../src/domain/grid';
import type { VerdictPart } from '../../../src/domain/sheets';
import { costsInExcel, never, planOfCosts, quiet, sheetOfCosts } from './costs-in-excel';

const QUERY: SaidOfCost = { verdict: 'query', note: 'From which budget?', by: 'AB', date: { year: 2026, month: 3, day: 9 } };
const HOLDS = { verdict: 'query', note: 'From which budget?', by: 'AB', date: '2026-03-09', settled: true };

/** A1 address of a part of the verdict on a row. */
const cellOf = ({ place }: CostRow, part: VerdictPart): string =>
  `${columnName(place?.columns[part] ?? -1)}${String((place?.row ?? -1) + 1)}`;

const RECRUIT = 'Recruit two link workers';

describe('a verdict on a row of a plan', () => {
  it('is written into its four cells, listed, and taken back to what was there', async () => {
    const plan = await planOfCosts();
    const before = await plan.everything();
    const row = await plan.row(RECRUIT);
    expect([row.ref, row.verdict, row.texts.cost, row.contradictions.length]).toEqual(['GET-01', null, 'no cost', 1]);
    const recorded = await plan.requests.recordVerdict(row, QUERY, never);
    expect([recorded.row.verdict, recorded.added]).toEqual([HOLDS, []]);
    expect((await plan.row(RECRUIT)).verdict).toEqual(HOLDS);
    expect(await plan.requests.takeBackVerdict(recorded, never)).toEqual(row);
    expect(await plan.everything()).toEqual(before);
  });

  it('stays through a run, and is the same as one that is typed', async () => {
    const plan = await planOfCosts();
    await plan.requests.recordVerdict(await plan.row(RECRUIT), QUERY, never);
    await plan.type('All priorities', cellOf(await plan.row('Publish'), 'check'), 'agreed');
    await plan.requests.writeCollation(await plan.requests.planCollation([], never, quiet), never, quiet);
    expect((await plan.list()).rows.map(({ verdict }) => verdict)).toEqual([
      HOLDS,
      { verdict: 'agreed', note: '', by: null, date: null, settled: true },
    ]);
  });

  it('is changed by another one, and emptied but for its note', async () => {
    const plan = await planOfCosts();
    const first = await plan.requests.recordVerdict(await plan.row(RECRUIT), QUERY, never);
    const second = await plan.requests.recordVerdict(first.row, { ...QUERY, verdict: 'agreed', note: '', by: '' }, never);
    expect((await plan.row(RECRUIT)).verdict).toEqual({ ...HOLDS, verdict: 'agreed', note: '', by: null });
    const third = await plan.requests.recordVerdict(second.row, { ...QUERY, verdict: null, note: 'asked Jo' }, never);
    expect(third.row.verdict).toBeNull();
    const { verdict, place } = await plan.row(RECRUIT);
    expect([verdict, place?.said]).toEqual([null, { verdict: '', note: 'asked Jo', by: null, date: null }]);
  });

  it.each<[string, (row: CostRow) => string]>([
    ['the words of the row', ({ action }) => action.source.cells.measure ?? ''],
    ['its Ref', ({ action }) => action.source.cells.ref ?? ''],
    ['its verdict', (row) => cellOf(row, 'check')],
    ['its note', (row) => cellOf(row, 'note')],
  ])('is not written where somebody has changed %s meanwhile', async (_, addressOf) => {
    const plan = await planOfCosts();
    const row = await plan.row(RECRUIT);
    await plan.type('All priorities', addressOf(row), 'not agreed');
    const before = await plan.everything();
    await expect(plan.requests.recordVerdict(row, QUERY, never)).rejects.toMatchObject({
      code: 'cell changed',
      message: `${addressOf(row)} of “All priorities” has changed since it was read: it now says “not agreed”. List the costs again, then decide.`,
    });
    expect(await plan.everything()).toEqual(before);
  });

  it('is not written where somebody has put in a column meanwhile', async () => {
    const plan = await planOfCosts();
    const row = await plan.row(RECRUIT);
    await plan.type('All priorities', `${columnName(row.place?.columns.check ?? -1)}4`, 'Checked');
    await expect(plan.requests.recordVerdict(row, QUERY, never)).rejects.toThrow('The columns of “All priorities” have changed');
  });

  it('is remembered with what was said before and with the words that it saw', async () => {
    const plan = await planOfCosts();
    const first = await plan.requests.recordVerdict(await plan.row(RECRUIT), QUERY, never);
    const second = await plan.requests.recordVerdict(first.row, { ...QUERY, verdict: 'agreed' }, never);
    await plan.type('All priorities', second.row.action.source.cells.measure ?? '', '900 people seen');
    const read = await plan.row(RECRUIT);
    expect([read.verdict?.settled, read.history]).toEqual([
      false,
      [{ verdict: 'query', note: QUERY.note, by: 'AB', date: '2026-03-09', found: '' }],
    ]);
    // Given again, it has seen the words of now.
    const third = await plan.requests.recordVerdict(read, { ...QUERY, verdict: 'not agreed' }, never);
    expect((await plan.row(RECRUIT)).verdict?.settled).toBe(true);
    expect(await plan.requests.takeBackVerdict(third, never)).toEqual(read);
    expect(await plan.row(RECRUIT)).toEqual(read);
  });

  it('holds again once it is given again in the same words, on the same day', async () => {
    const plan = await planOfCosts();
    const first = await plan.requests.recordVerdict(await plan.row(RECRUIT), QUERY, never);
    await plan.type('All priorities', first.row.action.source.cells.measure ?? '', '900 people seen');
    const read = await plan.row(RECRUIT);
    const again = await plan.requests.recordVerdict(read, QUERY, never);
    expect([read.verdict?.settled, again.cells]).toEqual([false, []]);
    expect((await plan.row(RECRUIT)).verdict).toEqual(HOLDS);
    await plan.requests.takeBackVerdict(again, never);
    expect(await plan.row(RECRUIT)).toEqual(read);
  });

  it('is not taken back over what somebody wrote there since', async () => {
    const plan = await planOfCosts();
    const recorded = await plan.requests.recordVerdict(await plan.row(RECRUIT), QUERY, never);
    await plan.type('All priorities', cellOf(recorded.row, 'note'), 'answered');
    const before = await plan.everything();
    await expect(plan.requests.takeBackVerdict(recorded, never)).rejects.toThrow('it now says “answered”');
    expect(await plan.everything()).toEqual(before);
  });

  it('gets its columns in a plan of an earlier version, which go with it again', async () => {
    const plan = await planOfCosts(['Finance note', 'Finance by', 'Finance date']);
    const before = await plan.everything();
    const row = await plan.row(RECRUIT);
    expect(Object.keys(row.place?.columns ?? {})).toEqual(['check']);
    const recorded = await plan.requests.recordVerdict(row, QUERY, never);
    expect(recorded.added).toEqual(['Finance note', 'Finance by', 'Finance date']);
    expect(recorded.row).toEqual(await plan.row(RECRUIT));
    expect(await plan.requests.takeBackVerdict(recorded, never)).toEqual(row);
    expect(await plan.everything()).toEqual(before);
  });

  it('is refused on a protected sheet, with the reason', async () => {
    const plan = await planOfCosts();
    const row = await plan.row(RECRUIT);
    plan.protect('All priorities');
    await expect(plan.requests.recordVerdict(row, QUERY, never)).rejects.toThrow(
      'The sheet “All priorities” is protected, so no verdict was written on it. Unprotect it, then give the verdict again.',
    );
  });

  it('refuses a note that is longer than what is remembered of one', async () => {
    const plan = await planOfCosts();
    await expect(plan.requests.recordVerdict(await plan.row(RECRUIT), { ...QUERY, note: 'x'.repeat(4_001) }, never)).rejects.toThrow(
      'A note holds at most 4,000 characters, and this one has 4,001.',
    );
  });
});

describe('the list of costs', () => {
  it('is of the workbook as it was last read, and reads it the first time alone', async () => {
    const plan = await planOfCosts();
    const read = jest.spyOn(plan.port, 'readBook');
    const first = await plan.requests.listCosts(never);
    const reads = read.mock.calls.length;
    const { mapping } = await plan.requests.recheck([], never, quiet);
    expect((await plan.requests.listCosts(never)).rows.map(({ action }) => action)).toEqual(first.rows.map(({ action }) => action));
    expect(first.rows[0]?.action).toBe(mapping.planRows[0]);
    const again = await plan.requests.listCosts(never);
    expect(again.rows.every(({ evidence }, index) => evidence === first.rows[index]?.evidence)).toBe(true);
    expect(read).toHaveBeenCalledTimes(reads);
  });
});

describe('finance’s columns beside a directorate’s own actions', () => {
  it.each([
    ['no Excel table', false],
    ['an Excel table', true],
  ])('are added to %s, hold verdicts, and are taken away again while they are empty', async (_, isTable) => {
    const tables = isTable ? [{ name: 'Sent', area: { top: 0, bottom: 2, left: 0, right: 4 }, hasHeader: true, hasTotals: false }] : [];
    const book = costsInExcel([sheetOfCosts({ tables }, 5)]);
    const before = await book.everything();
    const row = await book.row(RECRUIT);
    expect([(await book.list()).withoutColumns, (await book.list()).of]).toEqual([2, 'tables']);
    await expect(book.requests.recordVerdict(row, QUERY, never)).rejects.toThrow(
      'The table on “GET” has no column for Finance check, Finance note, Finance by and Finance date.',
    );
    const plan = await book.requests.planFinanceColumns(never);
    expect(plan.tables).toEqual([
      { sheet: 'GET', address: 'F1', headings: ['Low/no cost', 'Finance check', 'Finance note', 'Finance by', 'Finance date'] },
    ]);
    await book.requests.writeFinanceColumns(plan, never);
    expect((await book.list()).withoutColumns).toBe(0);
    const recorded = await book.requests.recordVerdict(await book.row(RECRUIT), QUERY, never);
    expect((await book.row(RECRUIT)).verdict).toEqual(HOLDS);
    const { findings } = await book.requests.readPlan(never, quiet);
    expect(findings.filter(({ message }) => message.includes('Finance'))).toEqual([]);
    await expect(book.requests.takeBackFinanceColumns(plan, never)).rejects.toThrow(
      'Something was typed under “Finance check” at G2 of “GET”, so the columns were left there.',
    );
    await book.requests.takeBackVerdict(recorded, never);
    await book.requests.takeBackFinanceColumns(plan, never);
    expect(((await book.everything()) as unknown[][]).filter(([sheet]) => sheet !== '_plan')).toEqual(before);
  });

  it('are not added on a protected sheet, nor over what stands beside the table', async () => {
    const book = costsInExcel([sheetOfCosts({ isProtected: true })]);
    expect((await book.requests.planFinanceColumns(never)).left).toEqual([
      { sheet: 'GET', address: 'G1', reason: 'The sheet is protected. Unprotect it to have finance’s columns beside its actions.' },
    ]);
    const other = costsInExcel([sheetOfCosts()]);
    await other.type('GET', 'I2', 'see Jo');
    const { left, changes } = await other.requests.planFinanceColumns(never);
    expect([left[0]?.reason.startsWith('There is something in the columns beside the table.'), changes]).toEqual([true, []]);
  });
});
