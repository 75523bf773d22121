import { lastRunIn } from '../../../src/application';
import { partsOfRef } from '../../../src/domain/collation';
import { kent2025 } from '../../../src/domain/framework';
import { type BookGrid, cellAt, type SheetGrid } from '../../../src/domain/grid';
import { councilRun, NO_BOOK, type Run, type Sent } from './council-run';
import { recognisePlan } from '../../../src/domain/recognition';
import { deleteColumn, onSheet, placesOn, put, resaved, withoutState, wordsBy } from './handled-plan';

/** Faults that random lives of plans (test/life) have shown, each as small as it can be. */

const APRIL = { year: 2025, month: 4, day: 30 };
const JULY = { year: 2025, month: 7, day: 31 };
const OCTOBER = { year: 2025, month: 10, day: 31 };

const KITCHEN = 'Open a community kitchen in every district of the county';
const TREES = 'Plant ten thousand trees along the busiest roads';
const SCHOOL = 'Walk children to school on safer routes';
const PARENTS = 'Run parenting courses with the health visitors';
const GET = [
  { commitment: KITCHEN, measure: '12 kitchens', ledBy: 'Head of Economy' },
  { commitment: TREES, measure: '10,000 trees', ledBy: 'Head of Parks' },
  { commitment: SCHOOL, measure: '40 schools', ledBy: 'Head of Highways' },
];
const CYPE = [{ commitment: PARENTS, measure: '60 courses', ledBy: 'Head of Early Help' }];
const SENT: Sent = { GET, CYPE };
const REFS = { [KITCHEN]: ['GET-01'], [TREES]: ['GET-02'], [SCHOOL]: ['GET-03'], [PARENTS]: ['CYPE-01'] };
const first = councilRun(SENT, NO_BOOK, APRIL).book;

const refsOf = ({ book }: Run): Record<string, string[]> => wordsBy(book, 'Ref');

function expectSteady(sent: Sent, run: Run, more: Parameters<typeof councilRun>[3] = {}): void {
  expect(run.prepared.questions).toEqual([]);
  expect(councilRun(sent, run.book, JULY, more).prepared.nothingToDo).toBe(true);
}

/** All cells of `_plan` that hold these words, in columns from one to another, hold others. */
function recordsChanged(book: BookGrid, [from, to]: readonly [number, number], words: string, into: string): BookGrid {
  return onSheet(book, '_plan', (sheet) => {
    const places = [...sheet.rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { value }]) => (column >= from && column <= to && value === words ? [{ row, column }] : [])),
    );
    expect(places.length).toBeGreaterThan(0);
    return places.reduce((before, { row, column }) => put(before, row, column, into), sheet);
  });
}

const underHeading = (sheet: SheetGrid, commitment: string, heading: string, words: string): SheetGrid => {
  const { rows, column } = placesOn(sheet);
  const row = rows.find((one) => cellAt(sheet, { row: one, column: column('What we have committed to') }).value === commitment) ?? -1;
  return put(sheet, row, column(heading), words);
};
const typedInto = (book: BookGrid, commitment: string, heading: string, words: string): BookGrid =>
  onSheet(book, 'All priorities', (sheet) => underHeading(sheet, commitment, heading, words));

describe('a few cells of the hidden sheet changed', () => {
  const cases: readonly [string, BookGrid][] = [
    ['the words of an action', recordsChanged(first, [6, 11], TREES, 'x')],
    ['the words of an action emptied', recordsChanged(first, [6, 11], TREES, '')],
    ['the Ref of an action', recordsChanged(first, [6, 11], 'GET-02', 'x')],
    ['the Ref of a row that was written', recordsChanged(first, [26, 37], 'GET-02', 'x')],
    ['the Ref of a row that was written, emptied', recordsChanged(first, [26, 37], 'GET-02', '')],
  ];
  it.each(cases)('%s: each action keeps its Ref, and none is added', (_, book) => {
    const next = councilRun(SENT, book, JULY);
    expect(refsOf(next)).toEqual(REFS);
    expect(next.prepared.figures.counts).toMatchObject({ actions: 4, gone: 0 });
    expectSteady(SENT, next);
  });
});

it.each([
  ['that an action is gone', [6, 11]],
  ['what was heard of it', [142, 169]],
] as const)('%s damaged: it is no longer sent all the same', (_, columns) => {
  const without: Sent = { GET: GET.slice(0, 2), CYPE };
  const gone = councilRun(without, first, APRIL).book;
  const next = councilRun({ CYPE }, recordsChanged(gone, columns, 'gone', 'x'), JULY);
  expect(wordsBy(next.book, 'Standing')[SCHOOL]).toEqual(['no longer sent']);
  expect(next.prepared.figures.counts).toMatchObject({ actions: 3, gone: 1 });
});

it('a sheet is not taken for another that has its earlier id, as programs give them anew', () => {
  const before = councilRun(SENT, resaved(first), JULY).book;
  const turned = resaved({ ...before, sheets: [...before.sheets.slice(1), ...before.sheets.slice(0, 1)] });
  const later: Sent = { ...SENT, CYPE: [{ ...CYPE[0], commitment: PARENTS, status: 'delayed' }] };
  const next = councilRun(later, turned, OCTOBER);
  expect(new Set(next.prepared.sheets.map(({ sheet }) => sheet)).size).toBe(next.prepared.sheets.length);
  expect(refsOf(next)).toEqual(REFS);
});

it('exchanged Refs over commitments that were typed over are asked about by the words, and the answer lasts', () => {
  const typed = [KITCHEN, TREES].reduce((book, words) => typedInto(book, words, 'What we have committed to', `${words} each year`), first);
  const measured = typedInto(typedInto(typed, `${KITCHEN} each year`, 'Measure', 'as we count'), `${TREES} each year`, 'Measure', 'later');
  const exchanged = typedInto(typedInto(measured, `${KITCHEN} each year`, 'Ref', 'GET-02'), `${TREES} each year`, 'Ref', 'GET-01');
  const asked = councilRun(SENT, exchanged, JULY);
  expect(asked.prepared.questions.map(({ ref, is }) => [ref, is])).toEqual(
    [
      ['GET-02', `${TREES} each year`],
      ['GET-01', `${KITCHEN} each year`],
    ].sort(),
  );
  const judgements = asked.prepared.questions.map(({ ref, is }) => ({ ref, is, verdict: 'same' as const }));
  const next = councilRun(SENT, exchanged, JULY, { judgements });
  expect(refsOf(next)).toMatchObject({ [`${KITCHEN} each year`]: ['GET-01'], [`${TREES} each year`]: ['GET-02'] });
  expectSteady(SENT, next);
});

describe('an action that moves while the memory is lost', () => {
  const moved: Sent = { GET: GET.slice(0, 2), CYPE: [...CYPE, GET[2] ?? { commitment: SCHOOL }] };
  const judgements = [{ ref: 'GET-03', is: SCHOOL, verdict: 'same' }] as const;

  it('is the other directorate’s from then on, also when the memory is lost again', () => {
    const after = councilRun(moved, withoutState(first), JULY, { judgements });
    expect(wordsBy(after.book, 'Directorate')[SCHOOL]).toEqual(['CYPE']);
    const again = councilRun({ GET: GET.slice(0, 2) }, withoutState(after.book), OCTOBER);
    expect(refsOf(again)).toEqual(REFS);
    expect(wordsBy(again.book, 'Standing')).toMatchObject({ [SCHOOL]: ['last heard 2025/26 Q2'], [PARENTS]: ['last heard 2025/26 Q2'] });
  });

  it('does not lose what was typed over its directorate', () => {
    const typed = typedInto(first, SCHOOL, 'Directorate', 'to be agreed');
    const after = councilRun(moved, withoutState(typed), JULY, { judgements });
    expect(wordsBy(after.book, 'Directorate')[SCHOOL]).toEqual(['to be agreed']);
  });
});

describe('a directorate under another name', () => {
  const kent = kent2025();
  const framework = {
    ...kent,
    directorates: kent.directorates.map((one) => (one.shortCode === 'GET' ? { name: 'Places', shortCode: 'PLC', otherNames: [] } : one)),
  };
  const renamed: Sent = { CYPE, PLC: GET.slice(0, 2) };

  it('is not late: what its table lacks is no longer sent', () => {
    const next = councilRun(renamed, first, JULY, { framework });
    expect(refsOf(next)).toEqual(REFS);
    expect(wordsBy(next.book, 'Standing')).toMatchObject({ [SCHOOL]: ['no longer sent'], [KITCHEN]: [''] });
    expectSteady(renamed, next, { framework });
  });

  it('is the one that is heard also where the memory is lost as it gets its name, and again', () => {
    const after = councilRun({ ...renamed, PLC: GET }, withoutState(first), JULY, { framework });
    expect(wordsBy(after.book, 'Directorate')[SCHOOL]).toEqual(['Places']);
    expect(wordsBy(after.book, 'Source')[SCHOOL]).toEqual(['PLC.xlsx · PLC · A4']);
    expect(after.prepared.kept.filter(({ sheet }) => sheet === 'All priorities')).toEqual([]);
    const late = councilRun({ CYPE }, after.book, JULY, { framework });
    const next = councilRun(renamed, withoutState(late.book), OCTOBER, { framework });
    expect(wordsBy(next.book, 'Standing')).toMatchObject({ [SCHOOL]: ['no longer sent'], [KITCHEN]: [''] });
  });

  it('has the rows of the earlier name also with the column Source deleted and the memory lost', () => {
    const after = councilRun(renamed, first, JULY, { framework }).book;
    const without = onSheet(after, 'All priorities', (sheet) => deleteColumn(sheet, placesOn(sheet).column('Source')));
    const next = councilRun({ CYPE }, withoutState(without), OCTOBER, { framework });
    expect(refsOf(next)).toEqual(REFS);
    expect(next.prepared.figures.counts.actions).toBe(3);
  });

  it('has its Refs as they were issued, also retyped with the memory lost', () => {
    const after = councilRun(renamed, first, JULY, { framework }).book;
    const next = councilRun(renamed, withoutState(typedInto(after, TREES, 'Ref', 'GET-2')), OCTOBER, { framework });
    expect(refsOf(next)).toEqual(REFS);
  });

  it('finds an action again that had come to it before, with the memory lost', () => {
    const came: Sent = { GET: GET.slice(0, 2), CYPE: [...CYPE, GET[2] ?? { commitment: SCHOOL }] };
    const after = councilRun(came, first, JULY, { judgements: [{ ref: 'GET-03', is: SCHOOL, verdict: 'same' }] }).book;
    const other = {
      ...kent,
      directorates: kent.directorates.map((one) =>
        one.shortCode === 'CYPE' ? { name: 'Families', shortCode: 'FAM', otherNames: [] } : one,
      ),
    };
    const sent: Sent = { GET: GET.slice(0, 2), FAM: came.CYPE ?? [] };
    const next = councilRun(sent, withoutState(after), OCTOBER, { framework: other });
    expect(refsOf(next)).toEqual(REFS);
  });
});

describe('an action whose commitment was typed over', () => {
  const WORDS = `${SCHOOL} each year`;
  const typed = councilRun(SENT, typedInto(first, SCHOOL, 'What we have committed to', WORDS), APRIL).book;

  it('is the one that was sent, also where its record lost its words', () => {
    const measured = typedInto(typed, WORDS, 'Measure', 'as we count');
    const next = councilRun({ ...SENT, GET: GET.map((row) => ({ ...row, measure: 'all of them' })) }, measured, JULY);
    const damaged = recordsChanged(next.book, [6, 11], SCHOOL, 'x');
    const again = councilRun({ ...SENT, GET: GET.map((row) => ({ ...row, measure: 'none' })) }, damaged, OCTOBER);
    expect(again.prepared.questions).toEqual([]);
    expect(refsOf(again)).toEqual({ ...REFS, [SCHOOL]: undefined, [WORDS]: ['GET-03'] });
  });
});

it('a row that the user said is an action stays it when its Ref is emptied, though no record has its words', () => {
  const without: Sent = { GET: GET.slice(0, 2), CYPE };
  const gone = councilRun(without, withoutState(first), JULY).book;
  const damaged = typedInto(recordsChanged(gone, [6, 11], SCHOOL, 'x'), SCHOOL, 'Measure', 'as we count');
  const asked = councilRun(without, damaged, OCTOBER);
  const judgements = asked.prepared.questions.map(({ ref, is }) => ({ ref, is, verdict: 'same' as const }));
  expect(judgements).toEqual([{ ref: 'GET-03', is: SCHOOL, verdict: 'same' }]);
  const said = councilRun(without, damaged, OCTOBER, { judgements });
  const next = councilRun(without, typedInto(said.book, SCHOOL, 'Ref', ''), OCTOBER);
  expect(refsOf(next)).toEqual(REFS);
});

it('a row carried forward whose record was altered is marked once it is no longer sent', () => {
  const late = councilRun({ CYPE }, first, JULY).book;
  const places = [...(late.sheets.find(({ name }) => name === '_plan')?.rows ?? [])].filter(
    ([, cells]) => cells.get(29)?.value === 'GET-03',
  );
  expect(places).toHaveLength(1);
  const damaged = onSheet(late, '_plan', (sheet) => places.reduce((before, [row]) => put(before, row, 30, 'x'), sheet));
  const carried = councilRun({ CYPE }, damaged, JULY).book;
  const next = councilRun({ GET: GET.slice(0, 2), CYPE }, carried, OCTOBER);
  expect(wordsBy(next.book, 'Standing')[SCHOOL]).toEqual(['no longer sent']);
});

it('an action of which no place is known is remembered in the same words by the next run', () => {
  const without = onSheet(withoutState(first), 'All priorities', (sheet) => deleteColumn(sheet, placesOn(sheet).column('Source')));
  const next = councilRun({ CYPE }, without, JULY);
  expectSteady({ CYPE }, next);
});

const LATER: Sent = { GET: [{ commitment: 'Lend bicycles to people who look for work' }, ...GET] };
const GARBAGE = ['x', '99', '-1', 'null', '[1]', '{"a":1}', '{"commitment":5,"ref":[]}', 'GET-01'];

const second = councilRun(SENT, councilRun(LATER, NO_BOOK, APRIL).book, APRIL);
/** Every row of the plan with a note on it. */
const noted = onSheet(second.book, 'All priorities', (sheet) => {
  const { rows, column } = placesOn(sheet);
  return rows.reduce((before, row) => {
    const commitment = String(cellAt(sheet, { row, column: column('What we have committed to') }).value);
    return put(before, row, column('Notes'), `note on ${commitment}`);
  }, sheet);
});
const plan = noted.sheets.find(({ name }) => name === '_plan');

const placesIn = ({ rows }: SheetGrid): (readonly [number, number])[] =>
  [...rows].flatMap(([row, cells]) => (row === 0 ? [] : [...cells.keys()].map((column) => [row, column] as const)));
const withCell = (book: BookGrid, [row, column]: readonly [number, number], words: string): BookGrid =>
  onSheet(book, '_plan', (sheet) => put(sheet, row, column, words));

/** Cells of the memory from `start` on, a few a test: together they are spread over all records and columns. */
const cases = Array.from({ length: 12 }, (_, start) => start);

describe('a cell of the memory that somebody altered by hand', () => {
  it.each(cases)('stops no run, gives no row another Ref and moves no note (part %i)', (start) => {
    const places = plan === undefined ? [] : placesIn(plan);
    expect(places.length).toBeGreaterThan(100);
    for (let index = start; index < places.length; index += 37) {
      const place = places[index] ?? [0, 0];
      const garbage = GARBAGE[index % GARBAGE.length] ?? '';
      const damaged = withCell(noted, place, garbage);
      const told = `${garbage} at ${place.join(', ')}`;
      lastRunIn(damaged);
      const { book, prepared } = councilRun(LATER, damaged, JULY);
      if (prepared.questions.length > 0) continue;
      for (const [commitment, notes] of Object.entries(wordsBy(book, 'Notes'))) {
        const typed = notes.filter((note) => note !== '');
        expect([told, typed]).toEqual([told, [`note on ${commitment}`]]);
      }
      for (const refs of Object.values(wordsBy(book, 'Ref'))) {
        for (const ref of refs) expect([told, ref, partsOfRef(ref) === null]).toEqual([told, ref, false]);
      }
    }
  });

  it('is not taken for the Ref of a row', () => {
    const places = plan === undefined ? [] : placesIn(plan);
    const keys = places.filter(([row, column]) => plan !== undefined && cellAt(plan, { row, column }).value === 'GET-02');
    for (const key of keys) {
      const { book } = councilRun(LATER, withCell(noted, key, '99'), JULY);
      expect(wordsBy(book, 'Ref')[KITCHEN]).toEqual(['GET-02']);
    }
  });
});

describe('records that contradict the sheets', () => {
  const cellsBetween = (words: string, [from, to]: readonly [number, number]): (readonly [number, number])[] =>
    plan === undefined
      ? []
      : placesIn(plan).filter(([row, column]) => column >= from && column <= to && cellAt(plan, { row, column }).value === words);
  const exchanged = (one: readonly [number, number], other: readonly [number, number]): BookGrid => {
    const at = ([row, column]: readonly [number, number]): string =>
      plan === undefined ? '' : String(cellAt(plan, { row, column }).value);
    return withCell(withCell(noted, one, at(other)), other, at(one));
  };
  const swapped = (a: string, b: string, columns: readonly [number, number]): BookGrid => {
    const one = cellsBetween(a, columns)[0];
    const other = cellsBetween(b, columns)[0];
    expect([one, other]).not.toContain(undefined);
    return exchanged(one ?? [0, 0], other ?? [0, 0]);
  };
  const whole = councilRun(LATER, noted, JULY);

  it.each<[string, () => BookGrid]>([
    ['the directorates of two actions', () => swapped('GET', 'CYPE', [6, 11])],
    ['the Refs of two actions', () => swapped('GET-02', 'CYPE-01', [6, 11])],
    ['the Refs of two rows as last sent', () => swapped('GET-02', 'CYPE-01', [142, 169])],
    ['the Refs of two rows that were written', () => swapped('GET-02', 'CYPE-01', [26, 37])],
  ])('%s exchanged: no action stands twice, none is dropped, no note moves', (_, damaged) => {
    const next = councilRun(LATER, damaged(), JULY);
    expect(next.prepared.questions).toEqual([]);
    for (const heading of ['Ref', 'Notes', 'Standing']) expect(wordsBy(next.book, heading)).toEqual(wordsBy(whole.book, heading));
    expect(councilRun(LATER, next.book, JULY).prepared.nothingToDo).toBe(true);
  });

  it.each(['Sources', 'Council summary', 'Findings'])('the record of figures and rows of %s lost: none is kept as typed', (name) => {
    const records =
      plan === undefined ? [] : placesIn(plan).filter(([row, column]) => column === 26 && cellAt(plan, { row, column }).value === name);
    expect(records.length).toBeGreaterThan(0);
    for (const [row] of records) {
      const { book } = councilRun(LATER, withCell(noted, [row, 30], '{"a":1}'), JULY);
      // A line of a file that is not sent now may be of the user's words: it goes to the kept texts.
      const texts = book.sheets.find((sheet) => sheet.name === 'Kept texts');
      const rows = [...(texts?.rows ?? [])].flatMap(([at, cells]) => (at > 3 && cells.size > 0 ? [cells.get(3)?.text ?? ''] : []));
      expect(rows.filter((text) => !text.includes('CYPE.xlsx'))).toEqual([]);
      const shown = (one: BookGrid): string[] =>
        [...(one.sheets.find((sheet) => sheet.name === name)?.rows.values() ?? [])].map((cells) =>
          [...cells.values()].map(({ text }) => text).join('|'),
        );
      expect(shown(book)).toEqual(shown(whole.book));
    }
  });
});

describe('short codes that end in a digit, as where two directorates would have the same', () => {
  const shipped = kent2025();
  const framework = {
    ...shipped,
    directorates: shipped.directorates.map((one) => (one.shortCode === 'GET' ? { ...one, shortCode: 'GET2' } : one)),
  };
  const before = councilRun(SENT, NO_BOOK, APRIL, { framework });

  it('are the same actions in the next run, which has nothing to write', () => {
    expect(Object.values(refsOf(before)).flat()).toEqual(['CYPE-01', 'GET2-01', 'GET2-02', 'GET2-03']);
    expect(recognisePlan(before.book, framework)).toMatchObject({ isRebuilt: false, notices: [] });
    expect(councilRun(SENT, before.book, APRIL, { framework }).prepared.nothingToDo).toBe(true);
  });

  it('take their next number, and keep an action whose words are new', () => {
    const reworded = {
      ...SENT,
      GET: [...GET.slice(1), { ...GET[0], commitment: `${KITCHEN} by spring` }, { commitment: 'Lend bicycles' }],
    };
    const next = councilRun(reworded, before.book, JULY, { framework });
    expect(refsOf(next)).toMatchObject({ [`${KITCHEN} by spring`]: ['GET2-01'], [TREES]: ['GET2-02'], 'Lend bicycles': ['GET2-04'] });
  });
});

describe('the parts of a Ref', () => {
  it.each([
    ['GET-02', { code: 'GET', number: 2 }],
    ['PH2-07', { code: 'PH2', number: 7 }],
    ['D001-200', { code: 'D001', number: 200 }],
    ['A-B-3', { code: 'A-B', number: 3 }],
    ['2025-01', null],
    ['-01', null],
    ['GET-', null],
    ['GET 02', null],
  ])('%s', (ref, parts) => {
    expect(partsOfRef(ref)).toEqual(parts);
  });
});
