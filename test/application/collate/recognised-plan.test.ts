import { readState } from '../../../src/application';
import { type BookGrid, cellAt, type SheetGrid, textCell } from '../../../src/domain/grid';
import { councilRun, NO_BOOK, type Run, type Sent } from './council-run';
import { asRange, deleteColumn, insertRows, onSheet, placesOn, put, reordered, resaved, withoutState, wordsBy } from './handled-plan';

const APRIL = { year: 2025, month: 4, day: 30 };
const JULY = { year: 2025, month: 7, day: 31 };

const KITCHEN = 'Open a community kitchen in every district of the county';
const TREES = 'Plant ten thousand trees along the busiest roads';
const SCHOOL = 'Walk children to school on safer routes';
const PARENTS = 'Run parenting courses with the health visitors';
const NEW = 'Lend bicycles to people who look for work';

const SENT: Sent = {
  GET: [
    { commitment: KITCHEN, measure: '12 kitchens', ledBy: 'Head of Economy' },
    { commitment: TREES, measure: '10,000 trees', ledBy: 'Head of Parks' },
    { commitment: SCHOOL, measure: '40 schools', ledBy: 'Head of Highways' },
  ],
  CYPE: [{ commitment: PARENTS, measure: '60 courses', ledBy: 'Head of Early Help' }],
};
const LATER: Sent = { ...SENT, GET: [{ commitment: NEW }, ...(SENT.GET ?? [])] };

const first = councilRun(SENT, NO_BOOK, APRIL, { sheets: ['by-outcome', 'current-activity', 'local-measures'] });
const noted = ['Notes', 'Finance check'].reduce(
  (book, heading) =>
    onSheet(book, 'All priorities', (sheet) => {
      const { rows, column } = placesOn(sheet);
      return rows.reduce((before, row) => {
        const commitment = String(cellAt(sheet, { row, column: column('What we have committed to') }).value);
        return put(before, row, column(heading), heading === 'Notes' ? `note on ${commitment}` : commitment === TREES ? 'agreed' : '');
      }, sheet);
    }),
  first.book,
);

/** Every note stands beside the action it was written on, and every action in one row. */
function expectNotesKept({ book }: Run): void {
  const notes = wordsBy(book, 'Notes');
  for (const commitment of [KITCHEN, TREES, SCHOOL, PARENTS])
    expect([commitment, notes[commitment]]).toEqual([commitment, [`note on ${commitment}`]]);
  expect(wordsBy(book, 'Finance check')[TREES]).toEqual(['agreed']);
}

const refsOf = ({ book }: Run): Record<string, string[]> => wordsBy(book, 'Ref');
const REFS = { [KITCHEN]: ['GET-01'], [TREES]: ['GET-02'], [SCHOOL]: ['GET-03'], [PARENTS]: ['CYPE-01'] };

describe('with the memory of the plan lost', () => {
  const cases: readonly [string, (book: BookGrid) => BookGrid][] = [
    ['the hidden sheet deleted', withoutState],
    ['saved by another program', (book) => withoutState(resaved(book))],
    ['and rows inserted above', (book) => onSheet(withoutState(book), 'All priorities', (sheet) => insertRows(sheet, 0, 2))],
    ['and the sheet renamed', (book) => renamed(withoutState(resaved(book)), 'All priorities', 'Master list')],
    ['its records of actions emptied', (book) => onSheet(book, '_plan', (sheet) => emptied(sheet, 6, 11))],
    ['its records of what was written emptied', (book) => onSheet(book, '_plan', (sheet) => emptied(sheet, 26, 37))],
    ['every record emptied', (book) => onSheet(book, '_plan', (sheet) => ({ ...sheet, rows: new Map() }))],
    ['its numbers damaged', (book) => onSheet(book, '_plan', (sheet) => put(put(sheet, 1, 4, 'x'), 2, 4, '-3'))],
    ['of another plan', (book) => withStateOf(book, anotherPlan())],
  ];
  it.each(cases)('%s: notes, verdicts and Refs stay with their action', (_, handle) => {
    const next = councilRun(LATER, handle(noted), JULY);
    expect(next.prepared.questions).toEqual([]);
    expectNotesKept(next);
    expect(refsOf(next)).toEqual({ ...REFS, [NEW]: ['GET-04'] });
    expect(councilRun(LATER, next.book, JULY).prepared.nothingToDo).toBe(true);
  });

  it('never gives a number again that any sheet of the plan still names', () => {
    const without = { ...SENT, GET: SENT.GET?.slice(0, 2) ?? [] };
    const gone = councilRun(without, noted, JULY);
    const cleared = onSheet(withoutState(gone.book), 'All priorities', (sheet) => {
      const { rows } = placesOn(sheet);
      return { ...sheet, rows: new Map([...sheet.rows].filter(([row]) => row !== rows[2])) };
    });
    const next = councilRun({ ...without, GET: [{ commitment: NEW }, ...without.GET] }, cleared, JULY);
    expect(refsOf(next)[NEW]).toEqual(['GET-04']);
  });

  it('asks before it writes whether a reworded row is the same action', () => {
    const reworded: Sent = {
      ...SENT,
      GET: [{ commitment: 'Open a kitchen in each town of the region with partners', measure: '9 towns' }, ...(SENT.GET?.slice(1) ?? [])],
    };
    const ordinary = councilRun(reworded, noted, JULY);
    expect(ordinary.collated.doubts.map(({ ref, mustBeAnswered }) => [ref, mustBeAnswered])).toEqual([['GET-01', false]]);
    const lost = councilRun(reworded, withoutState(noted), JULY);
    expect(lost.prepared.questions.map(({ ref }) => ref)).toEqual(['GET-01']);
    const same = councilRun(reworded, withoutState(noted), JULY, { judgements: [{ ref: 'GET-01', is: null, verdict: 'same' }] });
    expect(same.prepared.questions).toEqual([]);
    expect(same.collated.register.actions.map(({ ref }) => ref)).toContain('GET-01');
    const fresh = councilRun(reworded, withoutState(noted), JULY, { judgements: [{ ref: 'GET-01', is: null, verdict: 'new' }] });
    expect(fresh.collated.register.gone.map(({ ref }) => ref)).toEqual(['GET-01']);
  });

  it('takes the mark of a row that is no longer there for its own, where the row is there again', () => {
    const without = { ...SENT, GET: SENT.GET?.slice(0, 2) ?? [] };
    const sheets = { sheets: ['by-outcome'] } as const;
    const typed = onSheet(first.book, 'By outcome', (sheet) => {
      const { rows, column } = placesOn(sheet);
      const row = rows.find((at) => cellAt(sheet, { row: at, column: column('Ref') }).value === 'GET-03') ?? 0;
      return put(sheet, row, column('Measure'), 'as we count');
    });
    const gone = councilRun(without, typed, JULY, sheets);
    const marks = ({ book }: Run): number => {
      const sheets = book.sheets.filter(({ name }) => name === 'By outcome');
      return sheets
        .flatMap((sheet) => [...sheet.rows.values()].flatMap((cells) => [...cells.values()]))
        .filter(({ value }) => value === 'no longer here').length;
    };
    expect(marks(gone)).toBe(1);
    const back = councilRun(SENT, withoutState(gone.book), JULY, sheets);
    expect([marks(back), back.prepared.kept.map(({ heading }) => heading)]).toEqual([0, ['Measure']]);
  });

  it('tells the changes since the run that its sheets name', () => {
    const later: Sent = { ...LATER, CYPE: [{ commitment: 'Begin something quite different at once' }] };
    const next = councilRun(later, withoutState(noted), JULY);
    expect(next.prepared.changes.since).toBe('the collation of 30 April 2025');
    expect(next.prepared.changes.list.map(({ ref, what }) => [ref, what])).toEqual([
      ['CYPE-02', 'new'],
      ['GET-04', 'new'],
      ['CYPE-01', 'no longer sent'],
    ]);
  });

  it('knows rows that were issued after an older memory', () => {
    const second = councilRun(LATER, noted, JULY);
    const older = withStateOf(second.book, noted);
    const next = councilRun(
      { ...LATER, CYPE: [{ commitment: 'Begin something quite different at once' }, ...(SENT.CYPE ?? [])] },
      older,
      JULY,
    );
    expectNotesKept(next);
    expect(refsOf(next)[NEW]).toEqual(['GET-04']);
  });
});

describe('Refs on All priorities', () => {
  const typed = (ref: string, to: string) => (sheet: SheetGrid) => withRef(sheet, ref, to);
  const cases: readonly [string, (sheet: SheetGrid) => SheetGrid][] = [
    ['in small letters', typed('GET-02', 'get-02')],
    ['without the dash', typed('GET-02', 'GET02')],
    ['with another dash and spaces', typed('GET-02', 'GET – 2')],
    ['emptied', typed('GET-02', '')],
    ['of no action', typed('GET-02', 'GET-77')],
    ['exchanged', (sheet) => withRef(withRef(withRef(sheet, 'GET-02', 'x'), 'GET-03', 'GET-02'), 'x', 'GET-03')],
    [
      'sorted alone, without their rows',
      (sheet) => withRef(withRef(withRef(withRef(sheet, 'GET-01', 'y'), 'GET-02', 'GET-01'), 'GET-03', 'GET-02'), 'y', 'GET-03'),
    ],
    ['of one row over another', typed('GET-02', 'GET-03')],
    ['of another directorate', typed('GET-02', 'CYPE-01')],
  ];
  it.each(cases)('%s: the row is known by what it says, and its Ref is set right', (_, handle) => {
    const next = councilRun(LATER, onSheet(noted, 'All priorities', handle), JULY);
    expect(next.prepared.questions).toEqual([]);
    expectNotesKept(next);
    expect(refsOf(next)).toEqual({ ...REFS, [NEW]: ['GET-04'] });
    expect(next.collated.plan.notices.length).toBeGreaterThan(0);
    expect(councilRun(LATER, next.book, JULY).prepared.nothingToDo).toBe(true);
  });

  it('in a row that was copied: one row is kept up to date, the other is left alone and named', () => {
    const copied = onSheet(noted, 'All priorities', (sheet) => copyRow(sheet, 'GET-02'));
    const next = councilRun({ ...LATER, GET: (LATER.GET ?? []).map((row) => ({ ...row, status: 'delayed' })) }, copied, JULY);
    expect(next.collated.findings.filter(({ code }) => code === 'ref-in-doubt').map(({ cell }) => cell)).toEqual(['A9']);
    expect(wordsBy(next.book, 'Status')[TREES]).toEqual(['delayed', '']);
    expect(wordsBy(next.book, 'Notes')[TREES]).toEqual([`note on ${TREES}`, `note on ${TREES}`]);
    expect(next.collated.register.actions.filter(({ ref }) => ref === 'GET-02')).toHaveLength(1);
  });

  it('over words that are not its action’s: asked, and the answer is remembered', () => {
    const other = onSheet(noted, 'All priorities', (sheet) => rowTypedOver(sheet, 'GET-02'));
    expect(councilRun(LATER, other, JULY).prepared.questions.map(({ ref, about }) => [ref, about])).toEqual([
      ['GET-02', 'row of the plan'],
    ]);
    const same = councilRun(LATER, other, JULY, { judgements: [{ ref: 'GET-02', is: null, verdict: 'same' }] });
    expect(same.prepared.questions).toEqual([]);
    expect(councilRun(LATER, same.book, JULY).prepared.questions).toEqual([]);
    const own = councilRun(LATER, other, JULY, { judgements: [{ ref: 'GET-02', is: null, verdict: 'new' }] });
    expect(wordsBy(own.book, 'Notes')['A workshop of my own']).toEqual([`note on ${TREES}`]);
    expect(refsOf(own)[TREES]).toEqual(['GET-02']);
    expect(councilRun(LATER, own.book, JULY).prepared.questions).toEqual([]);
  });

  it('emptied on a row that was typed over and kept by the last run: known by what was typed there', () => {
    const over = (sheet: SheetGrid, column: string, words: string): SheetGrid =>
      put(sheet, rowWithRef(sheet, 'GET-02'), placesOn(sheet).column(column), words);
    const WORDS = 'Trees for the busiest roads, as agreed with the parishes in May';
    const typedOver = onSheet(noted, 'All priorities', (sheet) =>
      over(over(sheet, 'What we have committed to', WORDS), 'Measure', 'as the parishes count'),
    );
    const kept = councilRun(LATER, typedOver, JULY);
    const without = onSheet(kept.book, 'All priorities', typed('GET-02', ''));
    const reworded = {
      ...LATER,
      GET: (LATER.GET ?? []).map((row) => (row.commitment === TREES ? { ...row, commitment: `${TREES} and lanes` } : row)),
    };
    const next = councilRun(reworded, without, JULY);
    expect(next.prepared.questions).toEqual([]);
    expect(refsOf(next)).toEqual({ ...REFS, [TREES]: undefined, [WORDS]: ['GET-02'], [NEW]: ['GET-04'] });
    expect(wordsBy(next.book, 'Notes')[WORDS]).toEqual([`note on ${TREES}`]);
    expect(councilRun(reworded, next.book, JULY).prepared.nothingToDo).toBe(true);
  });

  it('typed by the user beside a row of their own is not given to an action', () => {
    const own = onSheet(noted, 'All priorities', (sheet) => {
      const { rows, column } = placesOn(sheet);
      const below = (rows.at(-1) ?? 0) + 1;
      const grown = { ...sheet, tables: sheet.tables.map((table) => ({ ...table, area: { ...table.area, bottom: below } })) };
      return put(put(grown, below, column('Ref'), 'GET-04'), below, column('What we have committed to'), 'A row of my own');
    });
    const next = councilRun(LATER, own, JULY);
    expect(refsOf(next)).toEqual({ ...REFS, 'A row of my own': ['GET-04'], [NEW]: ['GET-05'] });
  });
});

describe('tables and sheets', () => {
  const sheets = first.book.sheets
    .filter(({ visibility, tables }) => visibility === 'visible' && tables.length > 0)
    .map(({ name }) => name);
  it.each(sheets)('the table on %s turned into a range is a table again, and nothing else is new', (name) => {
    const next = councilRun(LATER, onSheet(noted, name, asRange), JULY);
    expect(next.prepared.sheets.flatMap(({ obstacles, isNew }) => [...obstacles, ...(isNew ? [name] : [])])).toEqual([]);
    expect(next.book.sheets.map((sheet) => sheet.name)).toEqual(noted.sheets.map((sheet) => sheet.name));
    expect(next.book.sheets.find((sheet) => sheet.name === name)?.tables.map((table) => table.name)).toEqual(
      noted.sheets.find((sheet) => sheet.name === name)?.tables.map((table) => table.name),
    );
    expectNotesKept(next);
    expect(councilRun(LATER, next.book, JULY).prepared.nothingToDo).toBe(true);
  });

  const cases: readonly [string, (book: BookGrid) => BookGrid][] = [
    ['every table a range, other ids', resaved],
    ['a range and a renamed sheet', (book) => renamed(onSheet(book, 'All priorities', asRange), 'All priorities', 'Master')],
    ['rows inserted above a range', (book) => onSheet(book, 'All priorities', (sheet) => insertRows(asRange(sheet), 1, 3))],
    [
      'a table that Excel gave another name',
      (book) =>
        onSheet(book, 'All priorities', (sheet) => ({ ...sheet, tables: sheet.tables.map((table) => ({ ...table, name: 'Table1' })) })),
    ],
    [
      'a total row and notes under a range',
      (book) =>
        onSheet(book, 'All priorities', (sheet) => {
          const { rows, column } = placesOn(sheet);
          const below = (rows.at(-1) ?? 0) + 1;
          return put(
            put(put(asRange(sheet), below, column('Ref'), 'Total'), below, column('Notes'), '4'),
            below + 2,
            column('Ref'),
            'Agreed with finance',
          );
        }),
    ],
    ['a range in another order', (book) => onSheet(book, 'All priorities', (sheet) => reordered(asRange(sheet), [3, 1, 0, 2]))],
  ];
  it.each(cases)('%s: nothing lost, no second sheet', (_, handle) => {
    const next = councilRun(SENT, handle(noted), JULY);
    expect(next.prepared.sheets.filter(({ isNew }) => isNew)).toEqual([]);
    expect(next.prepared.sheets.flatMap(({ obstacles }) => obstacles)).toEqual([]);
    expectNotesKept(next);
    expect(refsOf(next)).toEqual(expect.objectContaining(REFS));
  });

  it('a total row is no action, and what stands under a range is in the way of new rows, not overwritten', () => {
    const totalled = onSheet(noted, 'All priorities', (sheet) => {
      const { rows, column } = placesOn(sheet);
      return put(put(asRange(sheet), (rows.at(-1) ?? 0) + 1, column('Ref'), 'Total'), (rows.at(-1) ?? 0) + 1, column('Notes'), '4');
    });
    const next = councilRun(LATER, totalled, JULY);
    expect(next.prepared.sheets.flatMap(({ obstacles }) => obstacles.map(({ sentence }) => sentence))).toEqual([
      expect.stringContaining('There is something under the table in All priorities, cell A9'),
    ]);
  });

  it('a heading in other words is known by what is below it, and is left as it is', () => {
    const handled = onSheet(noted, 'All priorities', (sheet) =>
      put(sheet, placesOn(sheet).top, placesOn(sheet).column('Measure'), 'How we will know'),
    );
    const next = councilRun(
      { ...SENT, CYPE: [{ commitment: PARENTS, measure: '90 courses', ledBy: 'Head of Early Help' }] },
      handled,
      JULY,
    );
    expect(wordsBy(next.book, 'How we will know')[PARENTS]).toEqual(['90 courses']);
    expect(next.collated.plan.notices).toEqual([]);
  });

  it('a deleted column stays deleted and is named once', () => {
    const handled = onSheet(noted, 'All priorities', (sheet) => deleteColumn(sheet, placesOn(sheet).column('Theme')));
    const next = councilRun(LATER, handled, JULY);
    expect(next.collated.plan.notices.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('The column "Theme" is not on "All priorities" any more'),
    ]);
    expectNotesKept(next);
    expect(councilRun(SENT, next.book, JULY).collated.plan.notices).toEqual([]);
  });

  describe('a deleted column of Refs', () => {
    const withoutRefs = (book: BookGrid): BookGrid =>
      onSheet(book, 'All priorities', (sheet) => deleteColumn(sheet, placesOn(sheet).column('Ref')));

    it('is made again, and each row has its Ref, its notes and its verdict', () => {
      const next = councilRun(LATER, withoutRefs(noted), JULY);
      expect(next.prepared.sheets.flatMap(({ obstacles }) => obstacles)).toEqual([]);
      expect(next.collated.plan.notices[0]?.sentence).toBe(
        'The column "Ref" is gone from the table, and is made again as its last one. Each row gets its Ref by what it says.',
      );
      expect(refsOf(next)).toEqual({ ...REFS, [NEW]: ['GET-04'] });
      expectNotesKept(next);
      const again = councilRun(LATER, next.book, JULY);
      expect([again.prepared.nothingToDo, again.collated.plan.notices]).toEqual([true, []]);
    });

    it('is not made where something stands beside the table, and it is said what to do', () => {
      const handled = onSheet(withoutRefs(noted), 'All priorities', (sheet) =>
        put(sheet, (sheet.tables[0]?.area.top ?? 0) + 1, (sheet.tables[0]?.area.right ?? 0) + 1, 'beside'),
      );
      const next = councilRun(LATER, handled, JULY);
      expect(next.prepared.sheets.flatMap(({ obstacles }) => obstacles.map(({ sentence }) => sentence))).toContainEqual(
        expect.stringMatching(/^The column "Ref" is gone .* move what stands to the right of the table and collate again/),
      );
    });
  });

  it('a copy of All priorities beside it is no submission', () => {
    const [priorities] = noted.sheets.filter(({ name }) => name === 'All priorities');
    if (priorities === undefined) throw new Error('No All priorities');
    const copy = {
      ...priorities,
      id: 'copy',
      name: 'All priorities (2)',
      tables: priorities.tables.map((table) => ({ ...table, name: 'AllPriorities3' })),
    };
    const next = councilRun(LATER, { ...noted, sheets: [...noted.sheets, copy] }, JULY);
    expect(next.book.sheets.find(({ name }) => name === copy.name)).toEqual(copy);
    expect(
      readState(next.book)
        .written.filter(({ plan }) => plan === 'All priorities')
        .map(({ name }) => name),
    ).toEqual(['All priorities']);
  });

  it('a heading that no table can have stops the write, with what to do', () => {
    const handled = onSheet(noted, 'All priorities', (sheet) =>
      put(asRange(sheet), placesOn(sheet).top, placesOn(sheet).column('Notes'), 'Findings'),
    );
    expect(councilRun(SENT, handled, JULY).prepared.sheets.flatMap(({ obstacles }) => obstacles.map(({ sentence }) => sentence))).toEqual([
      expect.stringContaining('repeats a heading. Give it other words'),
    ]);
  });
});

it('titles are written where they stand, whatever rows were put in or taken out above', () => {
  for (const name of ['All priorities', 'Findings', 'Changes']) {
    const below = councilRun(
      LATER,
      onSheet(noted, name, (sheet) => put(insertRows(sheet, 0, 2), 0, 0, 'For the board')),
      JULY,
    );
    const sheet = below.book.sheets.find((one) => one.name === name);
    const column = [0, 1, 2, 3].map((row) => (sheet === undefined ? null : cellAt(sheet, { row, column: 0 }).value));
    expect(column).toEqual(['For the board', null, name, expect.stringContaining('31 July 2025')]);
    expect(below.prepared.sheets.flatMap(({ displaced }) => displaced)).toEqual([]);
    const above = councilRun(
      LATER,
      onSheet(noted, name, (one) => insertRows(dropped(one, 3), 3, -3)),
      JULY,
    );
    const first = above.book.sheets.find((one) => one.name === name);
    expect(first?.tables.map(({ area }) => area.top)).toEqual([0]);
    expect(first === undefined ? null : cellAt(first, { row: 0, column: 0 }).value).not.toBe(name);
  }
});

it('a row of the user’s own that says what is then sent gets the Ref, and the action has one row', () => {
  const own = onSheet(noted, 'All priorities', (sheet) => {
    const { rows, column } = placesOn(sheet);
    const below = (rows.at(-1) ?? 0) + 1;
    const grown = { ...sheet, tables: sheet.tables.map((table) => ({ ...table, area: { ...table.area, bottom: below } })) };
    return put(put(grown, below, column('Notes'), 'agreed in June'), below, column('What we have committed to'), NEW);
  });
  const next = councilRun(LATER, own, JULY);
  expect(refsOf(next)[NEW]).toEqual(['GET-04']);
  expect(wordsBy(next.book, 'Notes')[NEW]).toEqual(['agreed in June']);
  expect(councilRun(LATER, next.book, JULY).prepared.nothingToDo).toBe(true);
});

describe('another directorate', () => {
  it('of an action that moved is asked, and the answer keeps Ref and notes', () => {
    const moved: Sent = { GET: SENT.GET?.slice(1) ?? [], CYPE: [...(SENT.CYPE ?? []), ...(SENT.GET?.slice(0, 1) ?? [])] };
    const asked = councilRun(moved, noted, JULY);
    expect(asked.prepared.questions.map(({ ref, about }) => [ref, about])).toEqual([['GET-01', 'moved']]);
    const same = councilRun(moved, noted, JULY, { judgements: [{ ref: 'GET-01', is: KITCHEN, verdict: 'same' }] });
    expect(same.prepared.questions).toEqual([]);
    expectNotesKept(same);
    expect(refsOf(same)).toEqual(REFS);
    expect(wordsBy(same.book, 'Directorate')[KITCHEN]).toEqual(wordsBy(same.book, 'Directorate')[PARENTS]);
    expect(councilRun(moved, same.book, JULY).prepared.nothingToDo).toBe(true);
    const fresh = councilRun(moved, noted, JULY, { judgements: [{ ref: 'GET-01', is: KITCHEN, verdict: 'new' }] });
    expect(refsOf(fresh)[KITCHEN]).toEqual(['GET-01', 'CYPE-02']);
  });

  it('under which all rows of one are found again is its new name, without a question', () => {
    const next = councilRun({ ASC: SENT.GET ?? [], CYPE: SENT.CYPE ?? [] }, noted, JULY);
    expect(next.prepared.questions).toEqual([]);
    expect(next.collated.register.renamed).toEqual([{ from: 'GET', to: 'ASC', actions: 3 }]);
    expectNotesKept(next);
    expect(refsOf(next)).toEqual(REFS);
  });

  it('under which most rows of one are found again is asked about once', () => {
    const sent: Sent = { ASC: [{ commitment: NEW }, ...(SENT.GET ?? [])], CYPE: SENT.CYPE ?? [] };
    const asked = councilRun(sent, noted, JULY);
    expect(asked.prepared.questions.map(({ ref, about }) => [ref, about])).toEqual([['GET', 'directorate']]);
    const same = councilRun(sent, noted, JULY, { judgements: [{ ref: 'GET', is: null, verdict: 'same' }] });
    expect(refsOf(same)).toEqual(expect.objectContaining(REFS));
    const other = councilRun(sent, noted, JULY, { judgements: [{ ref: 'GET', is: null, verdict: 'new' }] });
    expect(other.collated.register.actions.filter(({ lastHeard }) => lastHeard !== null).map(({ ref }) => ref)).toEqual([
      'GET-01',
      'GET-02',
      'GET-03',
    ]);
  });

  it('that sends the same sentence while the first goes on with it is nobody’s move', () => {
    const both: Sent = { ...SENT, CYPE: [...(SENT.CYPE ?? []), { commitment: KITCHEN }] };
    expect(councilRun(both, noted, JULY).prepared.questions).toEqual([]);
  });
});

/** Without the cells of the first rows. */
function dropped(sheet: SheetGrid, count: number): SheetGrid {
  return { ...sheet, rows: new Map([...sheet.rows].filter(([row]) => row >= count)) };
}

function renamed(book: BookGrid, name: string, to: string): BookGrid {
  return onSheet(book, name, (sheet) => ({ ...sheet, name: to }));
}

/** Columns of records emptied, headings too; zero-based and inclusive. */
function emptied(sheet: SheetGrid, left: number, right: number): SheetGrid {
  const rows = [...sheet.rows].map(
    ([row, cells]) => [row, new Map([...cells].filter(([column]) => column < left || column > right))] as const,
  );
  return { ...sheet, rows: new Map(rows) };
}

function anotherPlan(): BookGrid {
  const about = (what: string): { readonly commitment: string } => ({ commitment: `Something else altogether, which is ${what}` });
  return councilRun({ GET: ['a bridge', 'a ferry', 'a museum'].map(about), CYPE: [about('a choir')] }, NO_BOOK, APRIL).book;
}

function withStateOf(book: BookGrid, other: BookGrid): BookGrid {
  return { ...book, sheets: [...withoutState(book).sheets, ...other.sheets.filter(({ name }) => name === '_plan')] };
}

function rowWithRef(sheet: SheetGrid, ref: string): number {
  const { rows, column } = placesOn(sheet);
  return rows.find((row) => cellAt(sheet, { row, column: column('Ref') }).value === ref) ?? -1;
}

function withRef(sheet: SheetGrid, ref: string, to: string): SheetGrid {
  return put(sheet, rowWithRef(sheet, ref), placesOn(sheet).column('Ref'), to);
}

/** A row copied below the last, as Excel grows the table by it. */
function copyRow(sheet: SheetGrid, ref: string): SheetGrid {
  const below = (placesOn(sheet).rows.at(-1) ?? 0) + 1;
  const rows = new Map(sheet.rows).set(below, new Map(sheet.rows.get(rowWithRef(sheet, ref))));
  return { ...sheet, rows, tables: sheet.tables.map((table) => ({ ...table, area: { ...table.area, bottom: below } })) };
}

/** Everything but Ref and note written over with another action. */
function rowTypedOver(sheet: SheetGrid, ref: string): SheetGrid {
  const row = rowWithRef(sheet, ref);
  const { column } = placesOn(sheet);
  const over = {
    'What we have committed to': 'A workshop of my own',
    'Led by': 'Me',
    Measure: 'Done',
    Timescale: 'Soon',
    Source: '',
    'Shared outcomes': '',
  };
  const cells = new Map(sheet.rows.get(row));
  for (const [heading, words] of Object.entries(over)) cells.set(column(heading), textCell(words));
  return { ...sheet, rows: new Map(sheet.rows).set(row, cells) };
}
