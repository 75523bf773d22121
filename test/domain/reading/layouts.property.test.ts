import fc from 'fast-check';
import { anyString } from '../any-string';
import { kent2025 } from '../../../src/domain/framework';
import { type Area, type BookGrid, type Cell, gridOf, LAST_COLUMN, LAST_ROW, type SheetGrid, textCell } from '../../../src/domain/grid';
import { type HeadingKey, readTables, understandBook } from '../../../src/domain/reading';

/** 300 layouts a property in the quick run; `npm run test:layouts` is the long run, with 10,000. */
const RUNS = Number(process.env.LAYOUT_RUNS ?? 300);
const framework = kent2025();

type Field = 'commitment' | 'ledBy' | 'timescale' | 'measure' | 'sharedOutcome';
const FIELDS: readonly Field[] = ['commitment', 'ledBy', 'timescale', 'measure', 'sharedOutcome'];

const WORDS: Readonly<Record<Field, readonly string[]>> = {
  commitment: [
    'What we have committed to',
    'Commitment',
    'Action',
    'Priority action',
    'What we will do',
    'Action / Commitment',
    'COMMITMENT',
    'Comitment',
  ],
  ledBy: ['Led by', 'Lead', 'Lead Officer(s)', 'Owner', 'Responsible', 'LED\nBY', 'Accountable', 'Leed by'],
  timescale: ['Timescale', 'By when', 'When', 'Due', 'Deadline', 'Target completion date', 'Timescale (month/year)', 'Timescael'],
  measure: ['Measure', 'Measure of success', 'Success measure', 'How we will measure it', 'KPI', 'Outcome measure', 'Mesure'],
  sharedOutcome: ['Shared Outcome', 'SO', 'Outcome', 'Outcomes', 'Links to outcome', 'SHARED OUTCOME', 'Shared Outcom'],
};

interface Group {
  readonly theme: string;
  readonly lead: string;
  readonly actions: readonly {
    readonly commitment: string;
    readonly timescale: string;
    readonly measure: string;
    readonly outcomes: string;
  }[];
}

const pick = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);
const number = fc.integer({ min: 1, max: 99 });

const action = fc.record({
  commitment: fc
    .tuple(
      pick(['Plant trees in', 'Open a kitchen in', 'Train staff across', 'Review the offer to']),
      pick(['Swale', 'Thanet', 'schools', 'all districts']),
      number,
    )
    .map(([verb, where, count]) => `${verb} ${where} (${String(count)} sites)`),
  timescale: pick(['March 2026', 'Ongoing', '2027', 'Dec 25', 'Q1 2026/27']),
  measure: pick(['200 meals a week', 'Plan published', '% of staff trained']),
  outcomes: pick(['SO1', 'SO2, SO3', 'SO6', 'SO4,SO5']),
});

const plan: fc.Arbitrary<Group[]> = fc
  .array(
    fc.record({ lead: pick(['Head of Economy', 'Head of Parks', 'DPH']), actions: fc.array(action, { minLength: 1, maxLength: 4 }) }),
    { minLength: 1, maxLength: 4 },
  )
  .map((groups) =>
    groups.map((group, index) => ({ ...group, theme: ['Climate', 'Health at work', 'Food', 'Homes and places'][index] ?? 'Theme' })),
  );

interface Layout {
  readonly top: number;
  readonly left: number;
  readonly order: readonly Field[];
  readonly words: readonly number[];
  readonly themes: 'row' | 'merged row' | 'column' | 'merged column';
  readonly header: 'one' | 'stacked' | 'merged';
  readonly leads: 'each' | 'merged';
  /** An empty row before each theme. */
  readonly airy: boolean;
  /** An empty, perhaps hidden, column between headings. */
  readonly spaced: boolean;
  /** After how many rows a page ends; 0 for one page. */
  readonly page: number;
  readonly titled: boolean;
  readonly extras: readonly ('total' | 'note' | 'page' | 'key' | 'hint' | 'cost')[];
}

const layout: fc.Arbitrary<Layout> = fc.record({
  top: fc.integer({ min: 0, max: 40 }),
  left: fc.integer({ min: 0, max: 20 }),
  order: fc.shuffledSubarray([...FIELDS], { minLength: 5, maxLength: 5 }),
  words: fc.array(fc.nat(7), { minLength: 5, maxLength: 5 }),
  themes: fc.constantFrom('row', 'merged row', 'column', 'merged column'),
  header: fc.constantFrom('one', 'stacked', 'merged'),
  leads: fc.constantFrom('each', 'merged'),
  airy: fc.boolean(),
  spaced: fc.boolean(),
  page: fc.integer({ min: 0, max: 4 }),
  titled: fc.boolean(),
  extras: fc.uniqueArray(fc.constantFrom('total', 'note', 'page', 'key', 'hint', 'cost')),
});

/** Lays a plan out on cells; `at` moves it, so that two can stand side by side. */
class Drawing {
  readonly cells = new Map<number, Map<number, Cell>>();
  readonly merges: Area[] = [];
  put(row: number, column: number, text: string): void {
    if (text === '') return;
    const cells = this.cells.get(row) ?? new Map<number, Cell>();
    this.cells.set(row, cells.set(column, textCell(text)));
  }
  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.merges.push({ top, left, bottom, right });
  }
}

const inColumns = (themes: Layout['themes']): boolean => themes === 'column' || themes === 'merged column';

function columnsOf(look: Layout): { field: (field: Field) => number; theme: number; cost: number; last: number; first: number } {
  const step = look.spaced ? 2 : 1;
  const offset = look.left + (inColumns(look.themes) ? 1 : 0);
  const cost = offset + (FIELDS.length - 1) * step + 1;
  const last = look.extras.includes('cost') ? cost : cost - 1;
  return { field: (field) => offset + look.order.indexOf(field) * step, theme: look.left, cost, last, first: look.left };
}

function drawHeader(on: Drawing, look: Layout, row: number): number {
  const at = columnsOf(look);
  const words = (field: Field, index: number): string => WORDS[field][(look.words[index] ?? 0) % WORDS[field].length] ?? '';
  const low = look.header === 'one' ? row : row + 1;
  look.order.forEach((field, index) => {
    const isCommitment = field === 'commitment';
    on.put(isCommitment && look.header !== 'one' ? row : low, at.field(field), words(field, index));
    if (isCommitment && look.header === 'merged') on.merge(row, at.field(field), low, at.field(field));
    if (!isCommitment && look.header !== 'one') on.put(row, at.field(field), 'Details');
  });
  if (inColumns(look.themes)) on.put(low, at.theme, 'Theme');
  if (look.extras.includes('cost')) on.put(low, at.cost, 'Low/no cost');
  return low + 1;
}

function drawPlan(on: Drawing, groups: readonly Group[], look: Layout): void {
  const at = columnsOf(look);
  const start = (row: number): number => {
    if (look.titled) on.put(row, at.first, 'Proposed Priorities to Improve Health and Wellbeing ~ GET');
    return drawHeader(on, look, row + (look.titled ? 2 : 0));
  };
  let row = start(look.top);
  if (look.extras.includes('hint')) on.put(row, at.field('timescale'), '(month/year)');
  if (look.extras.includes('hint')) row += 1;
  let onPage = 0;
  let leadFrom = row;
  for (const group of groups) {
    if (look.airy) row += 1;
    if (!inColumns(look.themes)) {
      const from = look.themes === 'merged row' ? at.first : at.field('commitment');
      on.put(row, from, group.theme);
      if (look.themes === 'merged row') on.merge(row, at.first, row, at.last);
      row += 1;
    }
    const first = row;
    leadFrom = row;
    group.actions.forEach((one, index) => {
      if (look.page > 0 && onPage === look.page) {
        if (look.leads === 'merged') on.merge(leadFrom, at.field('ledBy'), row - 1, at.field('ledBy'));
        if (look.extras.includes('page')) on.put(row + 1, at.first, 'Page 1 of 2');
        row = start(row + 3);
        onPage = 0;
        leadFrom = row;
      }
      onPage += 1;
      if (inColumns(look.themes) && index === 0) on.put(row, at.theme, group.theme);
      on.put(row, at.field('commitment'), one.commitment);
      if (look.leads === 'each' || row === leadFrom) on.put(row, at.field('ledBy'), group.lead);
      on.put(row, at.field('timescale'), one.timescale);
      on.put(row, at.field('measure'), one.measure);
      on.put(row, at.field('sharedOutcome'), one.outcomes);
      if (look.extras.includes('cost')) on.put(row, at.cost, 'No cost');
      row += 1;
    });
    if (look.leads === 'merged') on.merge(leadFrom, at.field('ledBy'), row - 1, at.field('ledBy'));
    if (look.themes === 'merged column' && look.page === 0) on.merge(first, at.theme, row - 1, at.theme);
  }
  if (look.extras.includes('total')) on.put(row, at.field('commitment'), 'Total actions');
  if (look.extras.includes('total')) row += 1;
  if (look.extras.includes('note')) on.put(row + 2, at.first, 'Note: figures were checked in May');
  if (look.extras.includes('key')) {
    on.put(look.top + 2, at.last + 5, 'RAG');
    on.put(look.top + 2, at.last + 6, 'Meaning');
    on.put(look.top + 3, at.last + 5, 'Red');
    on.put(look.top + 3, at.last + 6, 'Late');
  }
}

const gridFrom = (on: Drawing, name = 'Sheet1'): SheetGrid => ({ ...gridOf(name, []), rows: on.cells, merges: on.merges });

function read(book: BookGrid): string[] {
  const tables = readTables(book, framework, { includeHidden: false, corrections: [] });
  const { actions } = understandBook(tables, { file: '', framework });
  return actions.map((one) =>
    [one.theme, one.commitment, one.ledBy.text, one.timescale.text, one.measure.text, one.outcomes.text].join(' | '),
  );
}

const wanted = (groups: readonly Group[]): string[] =>
  groups.flatMap((group) =>
    group.actions.map((one) => [group.theme, one.commitment, group.lead, one.timescale, one.measure, one.outcomes].join(' | ')),
  );

/** A copy that any change would show against. */
const frozen = (book: BookGrid): string =>
  JSON.stringify(book, (_, value: unknown) => (value instanceof Map ? [...(value as Map<number, unknown>)] : value));

describe('a known table, however it is laid out', () => {
  test('gives back the same actions, and reading changes nothing', () => {
    fc.assert(
      fc.property(plan, layout, (groups, look) => {
        const on = new Drawing();
        drawPlan(on, groups, look);
        const book = { name: '', sheets: [gridFrom(on)] };
        const before = frozen(book);
        expect(read(book)).toEqual(wanted(groups));
        expect(frozen(book)).toBe(before);
      }),
      { numRuns: RUNS },
    );
  });

  test('gives back both of two side by side', () => {
    fc.assert(
      fc.property(plan, layout, plan, layout, (first, left, second, right) => {
        const on = new Drawing();
        const bare = (look: Layout): Layout => ({ ...look, extras: look.extras.filter((extra) => extra !== 'key') });
        drawPlan(on, first, bare(left));
        drawPlan(on, second, { ...bare(right), left: columnsOf(left).last + 5 });
        expect(read({ name: '', sheets: [gridFrom(on)] }).sort()).toEqual([...wanted(first), ...wanted(second)].sort());
      }),
      { numRuns: RUNS },
    );
  });
});

const HEADING_TEXTS = [
  ...Object.values(WORDS).flat(),
  'Theme',
  'Directorate',
  'Progress',
  'Objectively Verifiable Indicators',
  'Services include:',
  'Priorities ~ GET',
  'Total',
  'SO1',
  '#N/A',
];
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom(...HEADING_TEXTS).map((text) => textCell(text)),
  anyString(40).map((text) => textCell(text)),
  fc.double().map((value): Cell => ({ kind: 'number', value, text: String(value), format: 'General' })),
  fc.boolean().map((value): Cell => ({ kind: 'boolean', value, text: String(value), format: 'General' })),
  fc.constant<Cell>({ kind: 'error', value: '#REF!', text: '#REF!', format: 'General' }),
);
const row = fc.oneof(fc.nat(12), fc.nat(12), fc.nat(LAST_ROW));
const column = fc.oneof(fc.nat(8), fc.nat(8), fc.nat(LAST_COLUMN));
const area = fc
  .tuple(row, column, row, column)
  .map(([a, b, c, d]): Area => ({ top: Math.min(a, c), left: Math.min(b, d), bottom: Math.max(a, c), right: Math.max(b, d) }));
const key = fc.constantFrom<HeadingKey | null>('commitment', 'ledBy', 'theme', 'ref', null);
const correction = fc.record({
  tableId: fc.constantFrom('junk!A1', 'junk!B2', 'junk!C3'),
  headings: fc.dictionary(fc.nat(9).map(String), key),
  missed: fc.record({
    sheetId: fc.constant('junk'),
    area,
    kind: fc.constantFrom('priorities' as const, 'measures' as const, 'activity' as const),
  }),
});

describe('any grid at all', () => {
  test('gives an answer, whose rows lie inside its tables', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(row, column, cell), { maxLength: 60 }),
        fc.array(area, { maxLength: 6 }),
        fc.array(correction, { maxLength: 2 }),
        (cells, merges, corrections) => {
          const on = new Drawing();
          for (const [at, across, one] of cells) {
            const rows = on.cells.get(at) ?? new Map<number, Cell>();
            on.cells.set(at, rows.set(across, one));
          }
          const tables = [{ name: 'T', area: merges[0] ?? { top: 0, left: 0, bottom: 3, right: 3 }, hasHeader: true, hasTotals: true }];
          const book = { name: 'junk v2.xlsx', sheets: [{ ...gridFrom(on, 'junk'), merges, tables }] };
          const before = frozen(book);
          const found = readTables(book, framework, { includeHidden: true, corrections });
          understandBook(found, { file: book.name, framework });
          for (const table of found.tables) {
            for (const { row: at } of table.rows) expect(at > table.headerRows.bottom && at <= table.area.bottom).toBe(true);
          }
          expect(frozen(book)).toBe(before);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
