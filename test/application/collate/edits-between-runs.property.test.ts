import fc from 'fast-check';
import { type BookGrid, type Cell, cellAt, type SheetGrid, textCell } from '../../../src/domain/grid';
import { councilRun, NO_BOOK, type Sent, type SentRow } from './council-run';

const APRIL = { year: 2025, month: 4, day: 30 };
const JULY = { year: 2025, month: 7, day: 31 };

const SUBJECTS = ['kitchens', 'falls', 'cycling', 'hubs', 'gardens', 'smoking', 'housing', 'debt'];
const rowsAbout = (subjects: readonly string[]): SentRow[] =>
  subjects.map((subject) => ({
    commitment: `Work on ${subject} with all twelve districts until more people are well`,
    status: subject === 'debt' ? 'on track' : '',
  }));
const SENT: Sent = { GET: rowsAbout(SUBJECTS.slice(0, 5)), CYPE: rowsAbout(SUBJECTS.slice(5)) };

const first = councilRun(SENT, NO_BOOK, APRIL, { sheets: ['by-outcome'] });

/** Something typed somewhere on a sheet that the program wrote: in a table, beside it, under it, in the figures. */
interface Typed {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}
const typing = fc.record({ sheet: fc.nat(6), row: fc.nat(40), column: fc.nat(22) });

/** What a directorate does to its table before it sends it again. */
const resending = fc.array(fc.record({ what: fc.constantFrom('reword', 'remove', 'to the top', 'new below', 'status'), at: fc.nat(4) }), {
  maxLength: 5,
});

function resent(rows: readonly SentRow[], steps: readonly { readonly what: string; readonly at: number }[]): SentRow[] {
  return steps.reduce<SentRow[]>(
    (before, { what, at }, step) => {
      const row = before[at % Math.max(1, before.length)];
      const others = before.filter((one) => one !== row);
      if (row === undefined) return before;
      if (what === 'remove') return others;
      if (what === 'to the top') return [row, ...others];
      if (what === 'new below') return [...before, { commitment: `Begin something quite different, number ${String(step)}, at once` }];
      return before.map((one) => {
        if (one !== row) return one;
        return what === 'status' ? { ...one, status: 'delayed' } : { ...one, commitment: `${one.commitment} and happy` };
      });
    },
    [...rows],
  );
}

const words = (index: number): string => `typed by hand ${String(index)}`;

function withTyping(book: BookGrid, typed: readonly Typed[]): BookGrid {
  const visible = book.sheets.filter(({ visibility }) => visibility === 'visible');
  return typed.reduce<BookGrid>((before, { sheet, row, column }, index) => {
    const name = visible[sheet % visible.length]?.name;
    return { ...before, sheets: before.sheets.map((one) => (one.name === name ? put(one, row, column, textCell(words(index))) : one)) };
  }, book);
}

function put(sheet: SheetGrid, row: number, column: number, cell: Cell): SheetGrid {
  const rows = new Map([...sheet.rows].map(([at, line]) => [at, new Map(line)]));
  rows.set(row, (rows.get(row) ?? new Map<number, Cell>()).set(column, cell));
  return { ...sheet, rows };
}

/** Every text in the workbook, the hidden state left out. */
function textsIn(book: BookGrid): Set<unknown> {
  const sheets = book.sheets.filter(({ visibility }) => visibility === 'visible');
  return new Set(sheets.flatMap(({ rows }) => [...rows.values()].flatMap((line) => [...line.values()].map(({ value }) => value))));
}

/** The Ref, or whatever stands for it, of the row in which a text stands in `All priorities`; null where it stands nowhere there. */
function rowOfText(book: BookGrid, text: string): unknown {
  const sheet = book.sheets.find(({ name }) => name === 'All priorities');
  if (sheet === undefined) return null;
  for (const [row, line] of sheet.rows)
    for (const cell of line.values()) if (cell.value === text) return cellAt(sheet, { row, column: 0 }).value;
  return null;
}

it('no text of the user is lost, no note leaves its action, no Ref changes its owner', () => {
  let written = 0;
  fc.assert(
    fc.property(fc.array(typing, { maxLength: 12 }), resending, resending, (typed, get, cype) => {
      const noted = withTyping(first.book, typed);
      const sent: Sent = { GET: resent(SENT.GET ?? [], get), CYPE: resent(SENT.CYPE ?? [], cype) };
      const next = councilRun(sent, noted, JULY);
      const owners = new Map(first.collated.register.actions.map(({ action, ref }) => [action.commitment, ref]));
      for (const { action, ref } of next.collated.register.actions) {
        const owned = owners.get(action.commitment);
        if (owned !== undefined) expect(ref).toBe(owned);
      }
      const refs = next.collated.register.actions.map(({ ref }) => ref);
      expect(new Set(refs).size).toBe(refs.length);
      // With something in the way nothing is written at all.
      if (next.prepared.sheets.some(({ obstacles }) => obstacles.length > 0)) return;
      written += 1;
      const kept = textsIn(next.book);
      const keptApart = new Set(next.prepared.displaced.map(({ text }) => text));
      const typedLast = new Set(textsIn(noted));
      for (const index of typed.keys()) {
        if (!typedLast.has(words(index))) continue; // Typed over by a later edit of the user.
        expect([words(index), kept.has(words(index))]).toEqual([words(index), true]);
        // What stood beside an action stands beside it still; what stood under the table, where no action was, just stands there.
        const action = rowOfText(noted, words(index));
        if (/^(GET|CYPE)-\d+$/.test(String(action)) && !keptApart.has(words(index)))
          expect(rowOfText(next.book, words(index))).toBe(action);
      }
    }),
    { numRuns: 40 },
  );
  expect(written).toBeGreaterThan(10);
});
