import fc from 'fast-check';
import type { BookChange } from '../../../src/application';
import { createLiveReading, type LiveReading } from '../../../src/application/check/live-reading';
import { kent2025 } from '../../../src/domain/framework';
import { type Area, type BookGrid, type Cell, gridOf, textCell } from '../../../src/domain/grid';
import { numberCell } from '../../domain/grid/number-cell';
import { EditedBook } from '../collate/edited-book';

/** 100 sequences of edits in the quick run; `LIVE_RUNS=10000` is the long run. */
const RUNS = Number(process.env.LIVE_RUNS ?? 100);

const signal = new AbortController().signal;
const nothing = (): void => undefined;
const KENT = kent2025();
const DATES = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 9, day: 1 } };

const liveOver = (book: EditedBook): LiveReading =>
  createLiveReading({ workbook: book.port(), framework: KENT, dates: () => DATES, pause: () => Promise.resolve() });

const sheet = (name: string, rows: readonly (readonly (string | Cell)[])[], merges: readonly Area[] = []): ReturnType<typeof gridOf> =>
  gridOf(
    name,
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell))),
    { id: `id of ${name}`, merges },
  );

/** What it shows is worked out by the workbook. */
const formula = (text: string): Cell => ({ ...textCell('?'), formula: text });
const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];
const ACTION = ['Plant trees in Swale', 'Head of Parks', 'March 2026', '200 trees planted', 'SO1, SO2'];

/** Two pages of one table, themes across, a lead merged over two rows, a service list, a note below. */
const pages = sheet(
  'CYPE',
  [
    ['Proposed priorities ~ CYPE'],
    [],
    HEADINGS,
    ['Climate'],
    ACTION,
    ['Open a kitchen', '', 'Dec 25', '200 meals a week', 'SO3'],
    ['Our services include:'],
    ['Family hubs', '', '', '', 'SO1'],
    HEADINGS,
    ['Climate (continued)'],
    ['Train staff', 'DPH', 'Q1 2026/27', '', 'S02'],
    ACTION,
    ['Note: figures are provisional.'],
  ],
  [{ top: 4, bottom: 5, left: 1, right: 1 }],
);

/** A table with numbering by formulas, a Directorate and a Theme column, costs and statuses. */
const columns = sheet('Plan', [
  ['', 'Ref', 'Directorate', 'Theme', 'Action', 'Lead officer', 'By when', 'KPI', 'SO', 'Cost', 'Status', 'Progress'],
  ['', '1', 'GET', 'Food', 'Open a kitchen', 'Head of Economy', 'Ongoing', '30 meals', 'SO1', 'none', 'On track', ''],
  ['', formula('=B2'), 'GET', '', 'Plant trees', 'TBC', numberCell(46082, 'Mar-26', 'mmm-yy'), 'TBC', '2', '£20,000', '', 'At risk: late'],
  ['', '3', 'Finance', 'Homes', 'Plant trees in Swale', formula('=F2'), '2027', 'Plan published', 'SO9', '', '', ''],
  ['', '', '', '', 'Total', '', '', '3', '', '', '', ''],
]);

/** A cover, the directorate's measures and its current activity beside each other. */
const cover = sheet('Cover', [['Delivery plan of Adult Social Care'], ['Version 2']]);
const measures = sheet('Measures', [
  ['Measures within the Logframe ~ ASCH', '', '', '', 'Shared outcome 1: Best start ~ ASCH input'],
  ['Objectively Verifiable Indicators', 'Timescale', 'Progress', '', 'What we have committed to', 'Strategies / plans in place to deliver'],
  ['Smoking falls from 7.3% in 2020/21 to no more than 5%', '2027', 'On track', '', 'Keep hubs open', 'Hub strategy'],
  ['Infant mortality', 'ongoing', '', '', 'Plant trees', 'Tree plan'],
]);

const BOOKS: readonly BookGrid[] = [
  { name: '', sheets: [pages] },
  { name: 'GET v3.xlsx', sheets: [cover, columns, measures] },
  { name: '', sheets: [pages, columns] },
];

const text = fc.constantFrom(
  ...HEADINGS,
  ...ACTION,
  'Climate',
  'Our services include:',
  'Total',
  'Key',
  'Proposed priorities ~ GET',
  'e.g. Plant a tree',
  'Division',
  'Ongoing',
  'TBC',
  'S03',
  'Complete: done',
  '2',
  ' ',
);
const cell: fc.Arbitrary<Cell | null> = fc.oneof(
  { weight: 5, arbitrary: text.map((words): Cell | null => textCell(words)) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.integer({ min: 45000, max: 47000 }).map((serial) => numberCell(serial, '25-Mar', 'd-mmm')) },
  { weight: 1, arbitrary: fc.constantFrom('=B2', '=E5', '=A3').map(formula) },
);

/** Cells that formulas show: B2, F2, E5, A3. */
const FOLLOWED = [
  [1, 1],
  [1, 5],
  [4, 4],
  [2, 0],
] as const;

type Edit = (book: EditedBook) => BookChange;

const place = fc.record({ at: fc.nat(2), row: fc.nat(14), column: fc.nat(11), down: fc.nat(2), along: fc.nat(1) });
const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 3 });
const areaOf = ({ row, column, down, along }: { row: number; column: number; down: number; along: number }): Area => {
  return { top: row, left: column, bottom: row + down, right: column + along };
};

/** Edits as they come: mostly one cell, some pastes, headings and cells that formulas show, now and then what moves or merges cells. */
const edit = (sheets: number): fc.Arbitrary<Edit> =>
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.tuple(place, cell).map(([{ at, row, column }, put]): Edit => {
        return (book) => book.paste(at % sheets, { top: row, left: column, bottom: row, right: column }, [[put]]);
      }),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(place, block).map(
        ([where, put]): Edit =>
          (book) =>
            book.paste(where.at % sheets, areaOf(where), put),
      ),
    },
    {
      weight: 2,
      arbitrary: place.map(({ at, row }): Edit => {
        return (book) => book.paste(at % sheets, { top: row, left: 0, bottom: row, right: 4 }, [HEADINGS.map((words) => textCell(words))]);
      }),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(place, fc.constantFrom(...FOLLOWED), text).map(([{ at }, [row, column], words]): Edit => {
        return (book) => book.paste(at % sheets, { top: row, left: column, bottom: row, right: column }, [[textCell(words)]]);
      }),
    },
    {
      weight: 1,
      arbitrary: place.map(
        (where): Edit =>
          (book) =>
            book.merge(where.at % sheets, areaOf(where)),
      ),
    },
    {
      weight: 1,
      arbitrary: place.map(
        ({ at, row }): Edit =>
          (book) =>
            book.insertRow(at % sheets, row),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(place, fc.constantFrom('GET', 'Sheet9', 'Cover')).map(([{ at }, name]): Edit => {
        return (book) => book.rename(at % sheets, `${name} ${String(at % sheets)}`);
      }),
    },
  );

/** Several bursts of edits, each followed by one reading. */
const story = fc
  .constantFrom(...BOOKS)
  .chain((book) =>
    fc.tuple(fc.constant(book), fc.array(fc.array(edit(book.sheets.length), { minLength: 1, maxLength: 3 }), { maxLength: 5 })),
  );

it('whatever is edited, in whatever order, is read and checked as if the whole workbook had been read afresh', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ([grid, bursts]) => {
      const book = new EditedBook(grid);
      const live = liveOver(book);
      await live.readPlan(signal, nothing);
      for (const burst of bursts) {
        const changes = burst.map((make) => make(book));
        const kept = await live.recheck(changes, signal, nothing);
        expect(kept).toEqual(await liveOver(book).readPlan(signal, nothing));
      }
    }),
    { numRuns: RUNS },
  );
}, 3_600_000);
