import { gridOf } from '../../src/domain/grid';
import { type Change, reconcile, type SheetOutcome } from '../../src/domain/workbook';
import { listPlan, type ListRow } from '../domain/workbook/list-plan';
import type { ContractHarness, Observed, OpenedBook, SeedCell, SeedSheet } from './harness';

const FIRST: readonly ListRow[] = [
  ['A5', 'no lead'],
  ['A6', 'no measure'],
  ['A7', 'no outcome'],
  ['A8', 'no date'],
];

const writtenOf = (rows: readonly ListRow[]): SheetOutcome['written'] =>
  reconcile(listPlan(rows), { name: '', sheets: [gridOf('Sheet1', [])] }, null).written;

const written = writtenOf(FIRST);

type Comments = NonNullable<SeedSheet['comments']>;

const thread = (number: number, text: string): Comments[string] => ({
  id: `{0000000${String(number)}-0000-4000-8000-000000000000}`,
  author: 'Jo',
  text,
});

/** The list as the last run left it, with comments, and formulas that refer to its cells. */
function seed(comments: Comments, more: Readonly<Record<string, SeedCell>> = {}): SeedSheet[] {
  const cells: Record<string, SeedCell> = {
    A1: { value: 'How' },
    B1: { value: 'Place' },
    C1: { value: 'Message' },
    D1: { value: 'My notes' },
  };
  FIRST.forEach(([place, message], index) => {
    const row = String(index + 2);
    Object.assign(cells, {
      [`A${row}`]: { value: 'error', format: '@' },
      [`B${row}`]: { value: place, format: '@' },
      [`C${row}`]: { value: message, format: '@' },
    });
  });
  return [
    { name: 'Findings', cells: { ...cells, ...more }, tables: [{ name: 'PlanFindings', area: 'A1:D5' }], comments },
    { name: 'Mine', cells: { A1: { value: 'no lead', formula: '=Findings!C2' }, A2: { value: 4, formula: '=COUNTA(Findings!B2:B5)' } } },
  ];
}

interface Moved {
  readonly before: Observed;
  readonly after: Observed;
  readonly outcome: SheetOutcome;
  readonly opened: OpenedBook;
}

async function refreshed(harness: ContractHarness, sheets: readonly SeedSheet[], rows: readonly ListRow[], last = written): Promise<Moved> {
  const opened = await harness.open({ sheets });
  const before = await opened.observe();
  const outcome = reconcile(listPlan(rows), await opened.port.readBook({ includeHidden: true }), last);
  expect(outcome.obstacles).toEqual([]);
  await opened.port.apply([outcome.changes]);
  return { before, after: await opened.observe(), outcome, opened };
}

const comments = ({ sheets }: Observed): readonly string[] => sheets[0]?.comments ?? [];

/** The list, a row a string, with the row's comments behind it. */
function shown({ sheets }: Observed): string[] {
  const list = sheets[0];
  const bottom = Number(/:D(\d+)$/.exec(list?.tables[0]?.area ?? '')?.[1] ?? 1);
  return Array.from({ length: bottom - 1 }, (_, index) => {
    const row = String(index + 2);
    const words = ['A', 'B', 'C', 'D'].map((column) => String(list?.cells[`${column}${row}`]?.value ?? '')).join('|');
    const own = (list?.comments ?? []).filter((one) => new RegExp(`^[A-Z]+${row} `).test(one));
    return [words, ...own.map((one) => one.replace(/^([A-Z]+)\d+ comment /, '$1: '))].join(' # ');
  });
}

const back = (changes: readonly Change[]): Change[] =>
  [...changes].reverse().flatMap(({ undo }) => (undo === null ? [] : [{ edit: undo, undo: null }]));

/** Comments of lists that are written anew, over each adapter as it is. Rule: docs/rules.md#beside-rows. */
export function describeComments(name: string, harness: ContractHarness): void {
  describe(`${name}: comments`, () => {
    const CASES: readonly [string, Comments, readonly ListRow[], readonly string[]][] = [
      [
        'of two rows that change places',
        { C2: thread(1, 'ask Jo'), C3: thread(2, 'wait & see') },
        [
          ['A6', 'no measure'],
          ['A5', 'no lead'],
          ['A7', 'no outcome'],
          ['A8', 'no date'],
        ],
        ['error|A6|no measure| # C: wait & see', 'error|A5|no lead| # C: ask Jo', 'error|A7|no outcome|', 'error|A8|no date|'],
      ],
      [
        'two in one row, one on a cell of the user, onto cells without one',
        { B2: thread(1, 'ask Jo'), D2: thread(2, 'and Al') },
        [
          ['A6', 'no measure'],
          ['A7', 'no outcome'],
          ['A8', 'no date'],
          ['A5', 'no lead'],
        ],
        ['error|A6|no measure|', 'error|A7|no outcome|', 'error|A8|no date|', 'error|A5|no lead| # B: ask Jo # D: and Al'],
      ],
      [
        'of three rows in a circle, beside the table too',
        { C2: thread(1, 'one'), C3: thread(2, 'two'), C4: thread(3, 'three'), G3: thread(4, 'beside two') },
        [
          ['A7', 'no outcome'],
          ['A5', 'no lead'],
          ['A6', 'no measure'],
          ['A8', 'no date'],
        ],
        [
          'error|A7|no outcome| # C: three',
          'error|A5|no lead| # C: one',
          'error|A6|no measure| # C: two # G: beside two',
          'error|A8|no date|',
        ],
      ],
      [
        'of a row that is gone: it is kept below the others',
        { A3: thread(1, 'keep me 😀') },
        [
          ['A8', 'no date'],
          ['A7', 'no outcome'],
          ['A2', 'new'],
          ['A1', 'newer'],
        ],
        ['error|A8|no date|', 'error|A7|no outcome|', 'error|A2|new|', 'error|A1|newer|', 'no longer found|A6|no measure| # A: keep me 😀'],
      ],
      ['of a list that becomes shorter', { C5: thread(1, 'last') }, [['A8', 'no date']], ['error|A8|no date| # C: last']],
      [
        'on headings, which stay',
        { B1: thread(1, 'which place?'), C3: thread(2, 'ask') },
        [
          ['A6', 'no measure'],
          ['A5', 'no lead'],
        ],
        ['error|A6|no measure| # C: ask', 'error|A5|no lead|'],
      ],
    ];

    it.each(CASES)('%s', async (_, placed, rows, expected) => {
      const { before, after, outcome, opened } = await refreshed(harness, seed(placed), rows);
      expect(shown(after)).toEqual(expected);
      expect(comments(after)).toHaveLength(Object.keys(placed).length);
      const again = reconcile(listPlan(rows), await opened.port.readBook({ includeHidden: true }), outcome.written);
      expect(again.changes).toEqual([]);
      await opened.port.apply([back(outcome.changes)]);
      expect(await opened.observe()).toEqual(before);
      await opened.port.apply([back(outcome.changes)]);
      expect(await opened.observe()).toEqual(before);
    });

    it('leaves formulas that refer to the cells as they were written', async () => {
      const placed = { C2: thread(1, 'ask Jo') };
      const more = { F1: { value: 'no lead', formula: '=C2' }, G1: { value: 4, formula: '=COUNTA(C2:C5)' } };
      const rows: readonly ListRow[] = [
        ['A6', 'no measure'],
        ['A7', 'no outcome'],
        ['A8', 'no date'],
        ['A5', 'no lead'],
      ];
      const { before, after, outcome, opened } = await refreshed(harness, seed(placed, more), rows);
      const formulas = ({ sheets }: Observed): unknown[] => [
        ...['F1', 'G1'].map((cell) => sheets[0]?.cells[cell]?.formula),
        ...['A1', 'A2'].map((cell) => sheets[1]?.cells[cell]?.formula),
      ];
      expect(comments(after)).toEqual(['C5 comment ask Jo']);
      expect(formulas(after)).toEqual(['=C2', '=COUNTA(C2:C5)', '=Findings!C2', '=COUNTA(Findings!B2:B5)']);
      await opened.port.apply([back(outcome.changes)]);
      expect(await opened.observe()).toEqual(before);
    });

    it('takes 300 along', async () => {
      const rows = Array.from({ length: 300 }, (_, index): ListRow => [`A${String(index)}`, `message ${String(index)}`]);
      const cells: Record<string, SeedCell> = {
        A1: { value: 'How' },
        B1: { value: 'Place' },
        C1: { value: 'Message' },
        D1: { value: 'My notes' },
      };
      const placed: Record<string, Comments[string]> = {};
      rows.forEach(([place, message], index) => {
        const row = String(index + 2);
        Object.assign(cells, { [`A${row}`]: { value: 'error' }, [`B${row}`]: { value: place }, [`C${row}`]: { value: message } });
        placed[`C${row}`] = { id: `{${String(index).padStart(8, '0')}-0000-4000-8000-000000000000}`, author: 'Jo', text: message };
      });
      const sheet = { name: 'Findings', cells, tables: [{ name: 'PlanFindings', area: 'A1:D301' }], comments: placed };
      const { after } = await refreshed(harness, [sheet], [...rows].reverse(), writtenOf(rows));
      expect(comments(after)).toHaveLength(300);
      for (const line of shown(after)) expect(line).toMatch(/\|(message \d+)\| # C: \1$/);
    });

    it('finds its way on where a write stopped after some comments were moved', async () => {
      const placed = { C2: thread(1, 'one'), C3: thread(2, 'two'), C4: thread(3, 'three') };
      const rows: readonly ListRow[] = [
        ['A7', 'no outcome'],
        ['A5', 'no lead'],
        ['A6', 'no measure'],
        ['A8', 'no date'],
      ];
      const opened = await harness.open({ sheets: seed(placed) });
      const before = await opened.observe();
      const { changes } = reconcile(listPlan(rows), await opened.port.readBook({ includeHidden: true }), written);
      await opened.port.apply([changes.slice(0, 1)]);
      await opened.port.apply([back(changes)]);
      expect(await opened.observe()).toEqual(before);
    });
  });
}
