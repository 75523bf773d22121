import fc from 'fast-check';
import { type BookGrid, type Cell, cellAt, gridOf, parseA1, textCell } from '../../../src/domain/grid';
import { type PlanRow, reconcile, type SheetOutcome, type SheetPlan, text, type WrittenSheet } from '../../../src/domain/workbook';
import { applyToBook, editsOf, undosOf } from './apply-to-grid';
import { BARE_PLAN } from './bare-plan';

const EMPTY: BookGrid = { name: '', sheets: [gridOf('Sheet1', [[textCell('mine')]])] };

type Row = readonly [ref: string, commitment: string, status: string];

function planOf(rows: readonly Row[], stamp = 'as at 1 May'): SheetPlan {
  const base = { wrap: true, align: 'left', format: '@', width: 20 } as const;
  return {
    name: 'All priorities',
    ...BARE_PLAN,
    blocks: [{ at: { row: 0, column: 0 }, cells: [[text('All priorities')], [text(stamp)]] }],
    table: {
      name: 'AllPriorities',
      at: { row: 3, column: 0 },
      columns: [
        { key: 'ref', heading: 'Ref', owner: 'plan', ...base },
        { key: 'commitment', heading: 'Commitment', owner: 'plan', ...base },
        { key: 'status', heading: 'Status', owner: 'plan', ...base },
        { key: 'notes', heading: 'Notes', owner: 'user', ...base },
        { key: 'standing', heading: 'Standing', owner: 'plan', ...base },
      ],
      rows: rows.map(([ref, commitment, status]): PlanRow => ({
        key: ref,
        cells: { ref: text(ref), commitment: text(commitment), status: text(status), standing: text('') },
      })),
      refresh: { how: 'keep', keyColumn: 'ref', gone: { column: 'standing', cell: text('no longer sent') } },
      banded: true,
      style: 'TableStyleLight9',
    },
  };
}

const FIRST: readonly Row[] = [
  ['A-01', 'Open a kitchen', 'on track'],
  ['A-02', 'Walk to school', ''],
  ['A-03', 'Warm homes', 'delayed'],
];

function written(rows: readonly Row[] = FIRST): { book: BookGrid; last: WrittenSheet } {
  const outcome = reconcile(planOf(rows), EMPTY, null);
  return { book: applyToBook(EMPTY, editsOf(outcome.changes)), last: outcome.written };
}

function typed(book: BookGrid, cells: Readonly<Record<string, string>>, sheet = 'All priorities'): BookGrid {
  const contents = (row: number, column: number): string | undefined =>
    Object.entries(cells).find(([address]) => parseA1(address)?.row === row && parseA1(address)?.column === column)?.[1];
  return {
    ...book,
    sheets: book.sheets.map((one) => {
      if (one.name !== sheet) return one;
      const rows = new Map([...one.rows].map(([row, old]) => [row, new Map(old)]));
      for (const address of Object.keys(cells)) {
        const place = parseA1(address) ?? { row: 0, column: 0 };
        const line = rows.get(place.row) ?? new Map<number, Cell>();
        line.set(place.column, textCell(contents(place.row, place.column) ?? ''));
        rows.set(place.row, line);
      }
      return { ...one, rows };
    }),
  };
}

function shown(book: BookGrid, address: string, sheet = 'All priorities'): unknown {
  const grid = book.sheets.find(({ name }) => name === sheet);
  return grid === undefined ? undefined : cellAt(grid, parseA1(address) ?? { row: 0, column: 0 }).value;
}

function run(plan: SheetPlan, book: BookGrid, last: WrittenSheet | null): { outcome: SheetOutcome; after: BookGrid } {
  const outcome = reconcile(plan, book, last);
  return { outcome, after: applyToBook(book, editsOf(outcome.changes)) };
}

describe('a sheet that is not there', () => {
  it('is made whole: sheet, cells, table, looks', () => {
    const { outcome, after } = run(planOf(FIRST), EMPTY, null);
    expect(outcome.changes.map(({ edit }) => edit.type)).toEqual(['add sheet', 'write cells', 'write cells', 'add table', 'lay out']);
    expect(outcome.rows).toEqual({ added: 3, changed: 0, sourceAlone: 0, unchanged: 0, gone: 0, stillGone: 0 });
    expect([shown(after, 'A1'), shown(after, 'A4'), shown(after, 'B5'), shown(after, 'C7')]).toEqual([
      'All priorities',
      'Ref',
      'Open a kitchen',
      'delayed',
    ]);
  });

  it('gets another name where the user has a sheet of that name', () => {
    const book = { name: '', sheets: [gridOf('all Priorities', [[textCell('mine')]])] };
    const { outcome, after } = run(planOf(FIRST), book, null);
    expect(outcome.sheet).toBe('All priorities 2');
    expect(shown(after, 'A1', 'all Priorities')).toBe('mine');
  });

  it('is made with a blank body row when there is nothing to say, and the first rows go into it', () => {
    const nothing = run(planOf([]), EMPTY, null);
    expect(nothing.after.sheets[1]?.tables[0]?.area).toEqual({ top: 3, left: 0, bottom: 4, right: 4 });
    const some = run(planOf(FIRST), nothing.after, nothing.outcome.written);
    expect([shown(some.after, 'A5'), shown(some.after, 'A7')]).toEqual(['A-01', 'A-03']);
    expect(some.after.sheets[1]?.tables[0]?.area.bottom).toBe(6);
  });
});

describe('a sheet that is there', () => {
  it('is left alone when nothing changed', () => {
    const { book, last } = written();
    expect(reconcile(planOf(FIRST), book, last).changes).toEqual([]);
  });

  it('updates rows in place, adds under the last, marks the gone', () => {
    const { book, last } = written();
    const { outcome, after } = run(
      planOf([
        ['A-03', 'Warm, dry homes', 'delayed'],
        ['A-04', 'Plant trees', ''],
        ['A-01', 'Open a kitchen', 'on track'],
      ]),
      book,
      last,
    );
    expect(outcome.rows).toEqual({ added: 1, changed: 1, sourceAlone: 0, unchanged: 1, gone: 1, stillGone: 0 });
    expect(['A5', 'A6', 'A7', 'A8'].map((address) => shown(after, address))).toEqual(['A-01', 'A-02', 'A-03', 'A-04']);
    expect([shown(after, 'B7'), shown(after, 'E6'), shown(after, 'B6')]).toEqual(['Warm, dry homes', 'no longer sent', 'Walk to school']);
    expect(after.sheets[1]?.tables[0]?.area.bottom).toBe(7);
  });

  it('counts a row gone before apart from one gone now', () => {
    const { book, last } = written();
    const once = run(planOf(FIRST.slice(0, 2)), book, last);
    const twice = run(planOf(FIRST.slice(0, 1)), once.after, once.outcome.written);
    expect(twice.outcome.rows).toEqual({ added: 0, changed: 0, sourceAlone: 0, unchanged: 1, gone: 1, stillGone: 1 });
  });

  it('takes the mark off a row that is sent again', () => {
    const { book, last } = written();
    const gone = run(planOf(FIRST.slice(1)), book, last);
    const back = run(planOf(FIRST), gone.after, gone.outcome.written);
    expect(shown(back.after, 'E5')).toBe(null);
    expect(back.outcome.rows.added).toBe(0);
  });

  it('never writes the user’s columns, and counts what they hold', () => {
    const { book, last } = written();
    const noted = typed(book, { D5: 'ask Jo', D7: 'seen' });
    const { outcome, after } = run(planOf([['A-01', 'Open two kitchens', 'on track'], ...FIRST.slice(1)]), noted, last);
    expect([shown(after, 'D5'), shown(after, 'D7'), shown(after, 'B5')]).toEqual(['ask Jo', 'seen', 'Open two kitchens']);
    expect(outcome.notesKept).toBe(2);
  });

  it('finds its rows wherever the user sorted them', () => {
    const { book, last } = written();
    const sorted = typed(book, { A5: 'A-03', B5: 'Warm homes', C5: 'delayed', A7: 'A-01', B7: 'Open a kitchen', C7: 'on track' });
    expect(reconcile(planOf(FIRST), sorted, last).changes).toEqual([]);
  });

  it('keeps what the user typed into a column of the plan, and tells what is sent', () => {
    const { book, last } = written();
    const { outcome, after } = run(planOf(FIRST), typed(book, { B6: 'Cycle to school' }), last);
    expect(shown(after, 'B6')).toBe('Cycle to school');
    expect(outcome.kept).toEqual([
      {
        sheet: 'All priorities',
        address: 'B6',
        row: 'A-02',
        column: 'commitment',
        heading: 'Commitment',
        kept: 'Cycle to school',
        sent: 'Walk to school',
        conflict: false,
      },
    ]);
    const again = run(planOf(FIRST), after, outcome.written);
    expect([again.outcome.changes, again.outcome.kept]).toEqual([[], outcome.kept]);
  });

  it('puts a text that stood where a title goes aside, with what stands beside it', () => {
    const { book, last } = written();
    const { outcome, after } = run(planOf(FIRST), typed(book, { A1: 'Our plan', A2: 'draft 3' }), last);
    expect([shown(after, 'A1'), shown(after, 'A2')]).toEqual(['All priorities', 'as at 1 May']);
    expect(outcome.displaced).toEqual([
      { sheet: 'All priorities', address: 'A1', beside: 'All priorities', text: 'Our plan' },
      { sheet: 'All priorities', address: 'A2', beside: 'as at 1 May', text: 'draft 3' },
    ]);
    expect(run(planOf(FIRST), after, outcome.written).outcome.displaced).toEqual([]);
  });

  it.each([
    ['only the source changed', null, 'complete', 'complete', 0],
    ['only the cell changed', 'at risk', 'on track', 'at risk', 0],
    ['both changed', 'at risk', 'complete', 'at risk', 1],
    ['both changed alike', 'complete', 'complete', 'complete', 0],
    ['both changed alike but for case and spaces', ' Complete', 'complete', ' Complete', 0],
    ['the cell was emptied', '', 'on track', 'on track', 0],
    ['the cell was emptied and the source changed', '', 'complete', 'complete', 0],
  ])('merges a field three ways: %s', (_, cell, source, result, conflicts) => {
    const { book, last } = written();
    const before = cell === null ? book : typed(book, { C5: cell });
    const { outcome, after } = run(planOf([['A-01', 'Open a kitchen', source], ...FIRST.slice(1)]), before, last);
    expect(shown(after, 'C5')).toBe(result);
    expect(outcome.kept.filter(({ conflict }) => conflict)).toHaveLength(conflicts);
  });

  describe('a conflict', () => {
    const sent = (status: string): readonly Row[] => [['A-01', 'Open a kitchen', status], ...FIRST.slice(1)];
    const told = ({ outcome }: { outcome: SheetOutcome }): unknown[] =>
      outcome.kept.map(({ kept, sent: other, conflict }) => [kept, other, conflict]);
    const begun = (): ReturnType<typeof run> => {
      const { book, last } = written();
      return run(planOf(sent('complete')), typed(book, { C5: 'at risk' }), last);
    };
    const next = (status: string, before: ReturnType<typeof run>, side: 'theirs' | 'mine' | null = null): ReturnType<typeof run> => {
      const outcome = reconcile(planOf(sent(status)), before.after, before.outcome.written, (_sheet, row) =>
        row === 'A-01' ? side : null,
      );
      return { outcome, after: applyToBook(before.after, editsOf(outcome.changes)) };
    };

    it('stays one until it is settled, and nothing is written meanwhile', () => {
      const again = next('complete', next('complete', begun()));
      expect([told(again), again.outcome.changes, shown(again.after, 'C5')]).toEqual([[['at risk', 'complete', true]], [], 'at risk']);
    });

    it('ends when the source goes back to what it said before', () => {
      expect(told(next('on track', begun()))).toEqual([['at risk', 'on track', false]]);
    });

    it('settled for the cell is not asked again until the source changes again', () => {
      const mine = next('complete', begun(), 'mine');
      expect([told(mine), shown(mine.after, 'C5')]).toEqual([[['at risk', 'complete', false]], 'at risk']);
      expect(told(next('complete', mine))).toEqual([['at risk', 'complete', false]]);
      expect(told(next('delayed', mine))).toEqual([['at risk', 'delayed', true]]);
    });

    it('settled for the source writes it, and tells what stood there', () => {
      const theirs = next('complete', begun(), 'theirs');
      expect([told(theirs), shown(theirs.after, 'C5'), theirs.outcome.taken.map(({ kept }) => kept)]).toEqual([
        [],
        'complete',
        ['at risk'],
      ]);
      expect(next('complete', theirs).outcome.changes).toEqual([]);
    });

    it('keeps the cell also when it was typed back to what was sent before', () => {
      const { outcome, after } = begun();
      const back = next('complete', { outcome, after: typed(after, { C5: 'on track' }) });
      expect([told(back), shown(back.after, 'C5')]).toEqual([[['on track', 'complete', true]], 'on track']);
    });
  });

  it('keeps a formula of the user, and the text in the cell of the mark', () => {
    const { book, last } = written();
    const withFormula = (sheets: BookGrid): BookGrid => ({
      ...sheets,
      sheets: sheets.sheets.map((sheet) => {
        if (sheet.name !== 'All priorities') return sheet;
        const rows = new Map([...sheet.rows].map(([row, cells]) => [row, new Map(cells)]));
        rows.get(4)?.set(1, { kind: 'text', value: 'Open a kitchen', text: 'Open a kitchen', format: '@', formula: '=D5&""' });
        return { ...sheet, rows };
      }),
    });
    const { outcome, after } = run(planOf([['A-01', 'Open two', 'on track']]), withFormula(typed(book, { E7: 'ask Jo' })), last);
    expect([shown(after, 'B5'), shown(after, 'E6'), shown(after, 'E7')]).toEqual(['Open a kitchen', 'no longer sent', 'ask Jo']);
    expect(outcome.kept.map(({ address, kept, sent }) => [address, kept, sent])).toEqual([['B5', 'Open a kitchen', 'Open two']]);
  });

  it('stops at the user’s words under the table, and names the cell', () => {
    const { book, last } = written();
    const outcome = reconcile(planOf([...FIRST, ['A-04', 'Plant trees', '']]), typed(book, { B8: 'Signed off by Jo' }), last);
    expect(outcome.obstacles.map(({ address }) => address)).toEqual(['B8']);
    expect(outcome.obstacles[0]?.sentence).toContain('Signed off by Jo');
  });

  it('is found by its table when the sheet was renamed, by its id when it has none', () => {
    const { book, last } = written();
    const renamed = {
      ...book,
      sheets: book.sheets.map((sheet) => (sheet.name === 'All priorities' ? { ...sheet, name: 'Plan 2025' } : sheet)),
    };
    const outcome = reconcile(planOf([...FIRST, ['A-04', 'Plant trees', '']]), renamed, last);
    expect([outcome.sheet, outcome.isNew]).toEqual(['Plan 2025', false]);
  });

  it('leaves a column deleted that the user deleted', () => {
    const { book, last } = written();
    const without = typed(book, { E4: 'Priority for Jo' });
    const { outcome, after } = run(planOf([['A-01', 'Open two kitchens', 'on track'], ...FIRST.slice(1)]), without, last);
    expect(outcome.obstacles).toEqual([]);
    expect(shown(after, 'E4')).toBe('Priority for Jo');
  });

  it('stops when the Ref column is gone, and says so', () => {
    const { book, last } = written();
    expect(reconcile(planOf(FIRST), typed(book, { A4: 'Number' }), last).obstacles[0]?.sentence).toContain('The column "Ref" is gone');
  });
});

describe('over any edits between two runs', () => {
  const words = fc.stringMatching(/^[a-z =+@'-]{0,8}$/);
  const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), words, fc.constantFrom('', 'on track', 'delayed')), {
    selector: ([number]) => number,
    maxLength: 7,
  });
  const toRows = (list: readonly (readonly [number, string, string])[]): Row[] =>
    list.map(([number, commitment, status]) => [`A-0${String(number)}`, commitment, status] as const);

  it('keeps every note beside its Ref, and the undos give the workbook back', () => {
    fc.assert(
      fc.property(rows, rows, words, (before, after, note) => {
        const { book, last } = written(toRows(before));
        const noted = before.length === 0 || note === '' ? book : typed(book, { D5: note });
        const { outcome, after: result } = run(planOf(toRows(after), 'as at 2 May'), noted, last);
        if (before.length > 0 && note !== '') expect([shown(result, 'A5'), shown(result, 'D5')]).toEqual([shown(noted, 'A5'), note]);
        expect(reconcile(planOf(toRows(after), 'as at 2 May'), result, outcome.written).changes).toEqual([]);
        const undone = applyToBook(result, undosOf(outcome.changes));
        expect(plain(undone)).toEqual(plain(noted));
      }),
    );
  });

  function plain(book: BookGrid): unknown {
    return book.sheets.map(({ name, rows: cells, tables }) => [
      name,
      tables,
      [...cells]
        .sort(([a], [b]) => a - b)
        .map(([row, line]) => [row, [...line].sort(([a], [b]) => a - b).map(([column, cell]) => [column, cell.value])]),
    ]);
  }
});
