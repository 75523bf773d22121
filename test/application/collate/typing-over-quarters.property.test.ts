import fc from 'fast-check';
import { type BookGrid, type Cell, cellAt, type SheetGrid, textCell } from '../../../src/domain/grid';
import { councilRun, NO_BOOK, type Run, type Sent, type SentRow } from './council-run';

const SUBJECTS = ['kitchens', 'falls', 'cycling', 'hubs', 'gardens', 'smoking'];
const FIRST: Sent = {
  GET: SUBJECTS.slice(0, 4).map((subject) => ({ commitment: `Work on ${subject} with all twelve districts until more people are well` })),
  CYPE: SUBJECTS.slice(4).map((subject) => ({ commitment: `Work on ${subject} with all twelve districts until more people are well` })),
};
const first = councilRun(FIRST, NO_BOOK, { year: 2025, month: 4, day: 1 }, { sheets: ['by-outcome'] });

/** What the user does on a sheet between two runs. `at` picks a row and `across` a column, apart from the table too. */
const step = fc.record({
  sheet: fc.constantFrom('All priorities', 'Logframe coverage', 'By outcome', 'Findings', 'Progress update', 'Changes'),
  what: fc.constantFrom('type', 'type', 'type', 'empty', 'formula', 'sort'),
  at: fc.nat(11),
  across: fc.nat(24),
});
/** What a directorate changes before it sends its table again. */
const sending = fc.record({
  what: fc.constantFrom('lead', 'timescale', 'outcome', 'measure', 'remove', 'to the top'),
  at: fc.nat(3),
});
const quarter = fc.record({ steps: fc.array(step, { maxLength: 8 }), sent: fc.array(sending, { maxLength: 3 }) });

function resent(rows: readonly SentRow[], { what, at }: { readonly what: string; readonly at: number }, number: number): SentRow[] {
  const row = rows[at % Math.max(1, rows.length)];
  if (row === undefined) return [...rows];
  const others = rows.filter((one) => one !== row);
  if (what === 'remove') return others;
  if (what === 'to the top') return [row, ...others];
  const changes: Readonly<Record<string, Partial<SentRow>>> = {
    lead: { ledBy: `Head of part ${String(number)}` },
    timescale: { timescale: number % 2 === 0 ? 'June 2027' : 'By May 2025' },
    outcome: { outcome: number % 2 === 0 ? 'SO1, SO4' : 'SO3' },
    measure: { measure: `${String(number)} people a year` },
  };
  return rows.map((one) => (one === row ? { ...one, ...changes[what] } : one));
}

interface Typing {
  readonly words: string;
  /** The Ref of the row in which it stands; null where there is none. */
  readonly ref: string | null;
}

/** The workbook with the user's steps, and what they typed that is still there. */
function edited(book: BookGrid, steps: readonly { sheet: string; what: string; at: number; across: number }[], label: string): BookGrid {
  return steps.reduce<BookGrid>((before, { sheet: name, what, at, across }, index) => {
    return {
      ...before,
      sheets: before.sheets.map((sheet) => {
        const area = sheet.tables[0]?.area;
        if (sheet.name !== name || area === undefined) return sheet;
        const row = area.top + 1 + (at % (area.bottom - area.top));
        if (what === 'sort') return sorted(sheet, area);
        // The column of the Refs and ids is what the rows are known by.
        const column = area.left + 1 + (across % (area.right - area.left + 3));
        const words = `typed on ${name}, ${label} ${String(index)}`;
        if (what === 'empty') return put(sheet, row, column, textCell(''));
        return put(sheet, row, column, what === 'type' ? textCell(words) : { ...textCell(words), formula: `="${words}"` });
      }),
    };
  }, book);
}

function put(sheet: SheetGrid, row: number, column: number, cell: Cell): SheetGrid {
  const rows = new Map([...sheet.rows].map(([at, line]) => [at, new Map(line)]));
  rows.set(row, (rows.get(row) ?? new Map<number, Cell>()).set(column, cell));
  return { ...sheet, rows };
}

/** The body in reverse order, as a sort of the whole rows leaves it. */
function sorted(sheet: SheetGrid, { top, bottom }: { readonly top: number; readonly bottom: number }): SheetGrid {
  const rows = new Map(sheet.rows);
  for (let row = top + 1; row <= bottom; row += 1) rows.set(row, sheet.rows.get(bottom + top + 1 - row) ?? new Map<number, Cell>());
  return { ...sheet, rows };
}

/** Every text that was typed and stands on a visible sheet. */
function typings(book: BookGrid): Typing[] {
  return book.sheets
    .filter(({ visibility }) => visibility === 'visible')
    .flatMap((sheet) => {
      const area = sheet.tables[0]?.area;
      const headings = Array.from({ length: (area?.right ?? 0) + 1 }, (_, column) => cellAt(sheet, { row: area?.top ?? 0, column }).value);
      const refColumn = headings.findIndex((heading) => heading === 'Ref' || heading === 'Indicator');
      return [...sheet.rows].flatMap(([row, cells]) =>
        [...cells].flatMap(([column, { value }]): Typing[] => {
          if (typeof value !== 'string' || !value.startsWith('typed on ')) return [];
          // Changes and By outcome show what was typed elsewhere, too.
          if (!value.startsWith(`typed on ${sheet.name}, `) && sheet.name !== 'Kept texts') return [];
          const inTable = area !== undefined && row > area.top && row <= area.bottom;
          const ref = inTable && refColumn >= 0 && column !== refColumn ? cellAt(sheet, { row, column: refColumn }).value : null;
          return [{ words: value, ref: typeof ref === 'string' && !ref.startsWith('typed on ') ? `${sheet.name} ${ref}` : null }];
        }),
      );
    });
}

it('over quarters of typing, sorting and sending, every typed text stands in its row or on Kept texts, and a second run changes nothing', () => {
  let runs = 0;
  fc.assert(
    fc.property(fc.array(quarter, { minLength: 1, maxLength: 4 }), (quarters) => {
      let run: Run = first;
      let sent = FIRST;
      for (const [number, { steps, sent: sendings }] of quarters.entries()) {
        const book = edited(run.book, steps, String(number));
        const before = typings(book);
        sent = { ...sent, GET: sendings.reduce((rows, one) => resent(rows, one, number), [...(sent.GET ?? [])]) };
        const next = councilRun(sent, book, { year: 2025, month: 5 + number, day: 1 });
        // What lies in the way stops the run, and nothing is written.
        if (next.prepared.sheets.some(({ obstacles }) => obstacles.length > 0)) return;
        runs += 1;
        const after = typings(next.book);
        for (const { words, ref } of before) {
          const found = after.filter((one) => one.words === words);
          expect([words, found.length > 0]).toEqual([words, true]);
          if (ref !== null)
            expect([words, ref, found.some((one) => one.ref === ref || one.ref?.startsWith('Kept texts'))]).toEqual([words, ref, true]);
        }
        const again = councilRun(sent, next.book, { year: 2025, month: 5 + number, day: 2 });
        expect(again.prepared.sheets.flatMap(({ sheet, changes }) => (changes.length === 0 ? [] : [sheet]))).toEqual([]);
        expect(again.prepared.nothingToDo).toBe(true);
        expect(again.prepared.kept).toEqual(next.prepared.kept);
        run = next;
      }
    }),
    {
      numRuns: Number(process.env.TYPING_RUNS ?? 25),
      ...(process.env.TYPING_SEED === undefined ? {} : { seed: Number(process.env.TYPING_SEED) }),
    },
  );
  expect(runs).toBeGreaterThan(10);
}, 300_000);
