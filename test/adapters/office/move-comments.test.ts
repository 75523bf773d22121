import { type BookGrid, type CellComment, gridOf, parseA1, textCell } from '../../../src/domain/grid';
import { type Change, reconcile } from '../../../src/domain/workbook';
import { excelApi } from '../../../src/preview/excel-host/requirement-sets';
import { type ListRow, listPlan } from '../../domain/workbook/list-plan';
import { type Bench, benchOf, quickBench, seen } from './office-bench';

const ROWS: readonly ListRow[] = [
  ['A5', 'no lead'],
  ['A6', 'no measure'],
  ['A7', 'no outcome'],
];
const REVERSED = [...ROWS].reverse();
const LAST = reconcile(listPlan(ROWS), { name: '', sheets: [gridOf('Sheet1', [])] }, null).written;

/** "C2" and a text: a threaded comment; its id is its text. */
function comments(placed: Readonly<Record<string, string>>): CellComment[] {
  return Object.entries(placed).map(([address, text]) => ({
    ...(parseA1(address) ?? { row: 0, column: 0 }),
    ...{ kind: 'comment', id: `{${text}}`, author: 'Jo', text },
  }));
}

function book(placed: Readonly<Record<string, string>>): BookGrid {
  const cells = [['How', 'Place', 'Message'], ...ROWS.map((row) => ['error', ...row])].map((row) =>
    row.map((words) => textCell(words, '@')),
  );
  const table = { name: 'PlanFindings', area: { top: 0, left: 0, bottom: 3, right: 2 }, hasHeader: true, hasTotals: false };
  const list = gridOf('Findings', cells, { tables: [table], comments: comments(placed) });
  return { name: '', sheets: [list, gridOf('Mine', [[{ ...textCell('no lead'), formula: '=Findings!C2' }]])] };
}

async function changesOn({ workbook }: Bench, rows: readonly ListRow[] = REVERSED): Promise<readonly Change[]> {
  return reconcile(listPlan(rows), await workbook.readBook({ includeHidden: true }), LAST).changes;
}

const placesOn = ({ host }: Bench): readonly string[] => host.snapshot().sheets[0]?.comments ?? [];

const BOTH = { C2: 'ask Jo', C4: 'wait' };

it('asks for the comments of all sheets in one request, and for none where there are none', async () => {
  const requests = async (placed: Readonly<Record<string, string>>): Promise<number> => {
    const { host, workbook } = benchOf(book(placed));
    await workbook.readBook({ includeHidden: true });
    return host.requests.length;
  };
  const without = await requests({});
  expect([await requests({ C2: 'one' }), await requests({ ...BOTH, G9: 'far', B3: 'near' })]).toEqual([without + 1, without + 1]);
});

it('sends two requests more to know where comments are, before and after, however many there are', async () => {
  const trips = async (placed: Readonly<Record<string, string>>): Promise<number> => {
    const bench = benchOf(book(placed));
    return (await bench.workbook.apply([await changesOn(bench)])).roundTrips;
  };
  const without = await trips({});
  expect(await trips({ C2: 'one' })).toBe(without + 3);
  expect(await trips({ ...BOTH, B2: 'two', A4: 'four', G4: 'beside' })).toBe(without + 3);
});

it('takes a comment along with every look of its cell, and leaves no trace where it went through', async () => {
  const bench = benchOf(book(BOTH));
  await bench.workbook.apply([await changesOn(bench)]);
  expect(placesOn(bench)).toEqual(['C2 comment wait', 'C4 comment ask Jo']);
  expect(bench.host.workbook.sheet('Findings').cells.used({ top: 0, left: 0, bottom: 99, right: 99 }, false)).toEqual({
    top: 0,
    left: 0,
    bottom: 3,
    right: 2,
  });
  expect(bench.host.workbook.sheet('Mine').cells.at(0, 0).formula).toBe('=Findings!C2');
});

it('refuses where somebody has put a comment on a cell that is needed', async () => {
  const bench = benchOf(book({ C2: 'ask Jo' }));
  const changes = await changesOn(bench);
  const sheet = bench.host.workbook.sheet('Findings');
  sheet.comments = [...sheet.comments, { id: '{new}', kind: 'comment', row: 3, column: 2, text: 'mine', author: 'Al' }];
  const before = seen(bench.host);
  await expect(bench.workbook.apply([changes])).rejects.toMatchObject({
    code: 'cell changed',
    message: expect.stringMatching(/Cell C4 of “Findings” has a comment that was not there/) as unknown,
  });
  expect(seen(bench.host)).toBe(before);
});

it('writes all the same where a comment was deleted meanwhile', async () => {
  const bench = benchOf(book(BOTH));
  const changes = await changesOn(bench);
  const sheet = bench.host.workbook.sheet('Findings');
  sheet.comments = sheet.comments.filter(({ text }) => text !== 'wait');
  const receipt = await bench.workbook.apply([changes]);
  expect(placesOn(bench)).toEqual(['C4 comment ask Jo']);
  expect(receipt.notices).toEqual([
    expect.stringMatching(/look, and move by hand what did not: the comment that was at C4 of “Findings” belongs to C2\.$/),
  ]);
});

it('refuses in an Excel that cannot cut and paste, where a comment would stay behind', async () => {
  const bench = benchOf(book(BOTH), {}, { isSetSupported: (name, version) => name !== 'ExcelApi' || version !== '1.11' });
  const before = seen(bench.host);
  await expect(bench.workbook.apply([await changesOn(bench)])).rejects.toMatchObject({ code: 'not supported' });
  expect(seen(bench.host)).toBe(before);
});

it('says where notes are not known, if rows change places', async () => {
  const bench = benchOf(book({}), { requirements: excelApi(17) });
  const now = await bench.workbook.readBook({ includeHidden: true });
  const unseen = (rows: readonly ListRow[]): boolean => reconcile(listPlan(rows), now, LAST).notesUnseen;
  expect([unseen(REVERSED), unseen(ROWS), unseen([...ROWS, ['A8', 'no date']])]).toEqual([true, false, false]);
});

it('is taken back whole, whichever action of whichever request fails', async () => {
  const undisturbed = quickBench(book(BOTH));
  const changes = await changesOn(undisturbed);
  const first = undisturbed.host.requests.length;
  await undisturbed.workbook.apply([changes]);
  const requests = undisturbed.host.requests.slice(first).map(({ actions }) => actions);
  const written = seen(undisturbed.host);
  let undone = 0;
  const torn: string[] = [];
  for (const [request, actions] of requests.entries()) {
    for (let action = 0; action < actions; action += 1) {
      const { host, workbook } = quickBench(book(BOTH));
      const before = seen(host);
      host.faults.failAt(request, action);
      const result = await workbook.apply([changes]).then(
        ({ notices = [] }) => notices,
        (error: unknown) => String((error as { code?: string }).code),
      );
      // What is asked after the write says that it is not certain; what is asked before it fails in its own words.
      if (typeof result === 'string' && seen(host) !== before) torn.push(`${String(request)}.${String(action)} ${result}: ${seen(host)}`);
      if (typeof result !== 'string') expect([result, seen(host)]).toEqual([[expect.stringMatching(/not certain/)], written]);
      if (result === 'write undone') undone += 1;
    }
  }
  expect(torn).toEqual([]);
  expect(undone).toBeGreaterThan(20);
});
