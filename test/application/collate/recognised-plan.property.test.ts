import fc from 'fast-check';
import { type BookGrid, cellAt } from '../../../src/domain/grid';
import { councilRun, NO_BOOK, type Run, type Sent, type SentRow } from './council-run';
import { asRange, insertRows, onSheet, placesOn, put, reordered, resaved, withoutState } from './handled-plan';

const APRIL = { year: 2025, month: 4, day: 30 };
const JULY = { year: 2025, month: 7, day: 31 };
const OCTOBER = { year: 2025, month: 10, day: 31 };

const SUBJECTS = [
  'kitchens in schools',
  'falls at home',
  'cycling to work',
  'hubs for the young',
  'gardens for all',
  'an end to smoking',
  'damp housing',
  'debt advice',
];
const rowAbout = (subject: string, index: number): SentRow => ({
  commitment: `Bring about ${subject}, district by district, number ${String(index)}`,
  measure: `${String(index + 10)} places with ${subject}`,
  ledBy: `Head of ${subject}`,
});
const ROWS = SUBJECTS.map(rowAbout);
const SENT: Sent = { GET: ROWS.slice(0, 5), CYPE: ROWS.slice(5) };

const first = councilRun(SENT, NO_BOOK, APRIL);

const noted = onSheet(first.book, 'All priorities', (sheet) => {
  const { rows, column } = placesOn(sheet);
  return rows.reduce((before, row) => {
    return put(before, row, column('Notes'), `on ${String(cellAt(sheet, { row, column: column('What we have committed to') }).value)}`);
  }, sheet);
});

/** What happens to the workbook between two runs. `at` and `to` choose rows. */
interface Step {
  readonly what:
    | 'small letters'
    | 'no dash'
    | 'emptied'
    | 'another'
    | 'exchanged'
    | 'sorted'
    | 'inserted'
    | 'no state'
    | 'range'
    | 'resaved'
    | 'renamed'
    | 'copied';
  readonly at: number;
  readonly to: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step['what'][]>(
    'small letters',
    'no dash',
    'emptied',
    'another',
    'exchanged',
    'sorted',
    'inserted',
    'no state',
    'range',
    'resaved',
    'renamed',
    'copied',
  ),
  at: fc.nat(7),
  to: fc.nat(7),
});

const nameOf = (book: BookGrid): string => book.sheets.find(({ name }) => name === 'All priorities' || name === 'Master list')?.name ?? '';

function after(book: BookGrid, { what, at, to }: Step): BookGrid {
  const name = nameOf(book);
  if (what === 'no state') return withoutState(book);
  if (what === 'resaved') return resaved(book);
  if (what === 'renamed') return onSheet(book, name, (sheet) => ({ ...sheet, name: 'Master list' }));
  return onSheet(book, name, (sheet) => {
    const { rows, column } = placesOn(sheet);
    const refs = column('Ref');
    const row = rows[at % rows.length] ?? 0;
    const other = rows[to % rows.length] ?? 0;
    const refOf = (one: number): string => String(cellAt(sheet, { row: one, column: refs }).value ?? '');
    switch (what) {
      case 'small letters':
        return put(sheet, row, refs, refOf(row).toLowerCase());
      case 'no dash':
        return put(sheet, row, refs, refOf(row).replace('-', ' '));
      case 'emptied':
        return put(sheet, row, refs, '');
      case 'another':
        return put(sheet, row, refs, refOf(other));
      case 'exchanged':
        return put(put(sheet, row, refs, refOf(other)), other, refs, refOf(row));
      case 'sorted':
        return reordered(
          sheet,
          rows.map((_, index) => (index + 1 + at) % rows.length),
        );
      case 'inserted':
        return insertRows(sheet, at % 4, 1);
      case 'range':
        return asRange(sheet);
      case 'copied': {
        const below = (rows.at(-1) ?? 0) + 1;
        const grown = sheet.tables.map((table) => ({ ...table, area: { ...table.area, bottom: below } }));
        return { ...sheet, rows: new Map(sheet.rows).set(below, new Map(sheet.rows.get(row))), tables: grown };
      }
    }
  });
}

/** Rows of All priorities: the Ref, the commitment and the note of each. */
function lines({ book }: Pick<Run, 'book'>): { readonly ref: string; readonly commitment: string; readonly note: string }[] {
  const sheet = book.sheets.find(({ name }) => name === nameOf(book));
  if (sheet === undefined) return [];
  const { rows, column } = placesOn(sheet);
  const words = (row: number, heading: string): string => String(cellAt(sheet, { row, column: column(heading) }).value ?? '');
  return rows.map((row) => ({ ref: words(row, 'Ref'), commitment: words(row, 'What we have committed to'), note: words(row, 'Notes') }));
}

it('whatever happens to the workbook, no Ref has two owners, every note stays with its words, and a second run changes nothing', () => {
  let written = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), fc.nat(5), (steps, dropped) => {
      const handled = steps.reduce(after, noted);
      const copies = steps.filter(({ what }) => what === 'copied').length;
      const sent: Sent = {
        ...SENT,
        GET: [{ commitment: 'Begin something quite different, at once' }, ...(SENT.GET ?? []).filter((_, index) => index !== dropped)],
      };
      const next = councilRun(sent, handled, JULY);
      const refs = next.collated.register.actions.map(({ ref }) => ref);
      expect(new Set(refs).size).toBe(refs.length);
      if (next.prepared.questions.length > 0 || next.prepared.sheets.some(({ obstacles }) => obstacles.length > 0)) return;
      written += 1;
      const rows = lines(next);
      for (const { commitment, note } of rows) if (note !== '') expect(note).toBe(`on ${commitment}`);
      // One row an action, beside the copies that the user made.
      expect(rows.length).toBe(ROWS.length + 1 + copies);
      const named = next.collated.findings.filter(({ code }) => code === 'ref-in-doubt').length;
      const owners = new Set(rows.filter(({ ref }) => ref !== '').map(({ ref, commitment }) => `${ref} ${commitment}`));
      expect(rows.length - owners.size).toBeLessThanOrEqual(named + steps.filter(({ what }) => what === 'emptied').length);
      expect(councilRun(sent, next.book, JULY).prepared.nothingToDo).toBe(true);
      expect(lines(councilRun(sent, next.book, OCTOBER))).toEqual(rows);
    }),
    { numRuns: Number(process.env.LIFE_RUNS ?? 40) },
  );
  expect(written).toBeGreaterThan(15);
});
