import { readSource, readState, type SourceRead, writePlan } from '../../../src/application';
import { collate, prepareWrite } from './at-once';
import { type Framework, kent2025 } from '../../../src/domain/framework';
import { type BookGrid, gridOf, textCell } from '../../../src/domain/grid';
import type { OptionalSheet } from '../../../src/domain/sheets';
import { NOTHING_RECOGNISED } from '../../../src/domain/recognition';
import { type Bench, benchOf } from '../../adapters/office/office-bench';

const DIRECTORATES = 10;
const NOTE = 'From which budget, and for how long is it agreed?';

/** Kent's framework with directorates enough. */
function framework(): Framework {
  const kent = kent2025();
  const more = Array.from({ length: DIRECTORATES - kent.directorates.length }, (_, index) => {
    return { name: `Service ${String(index + 1)}`, shortCode: `SV${String(index + 1)}`, otherNames: [] };
  });
  return { ...kent, directorates: [...kent.directorates, ...more] };
}

const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome', 'Status'];
const PLACES = ['Ashford', 'Canterbury', 'Dartford', 'Dover', 'Folkestone', 'Gravesham', 'Maidstone', 'Sevenoaks', 'Swale', 'Thanet'];

/** Rows as long as the published ones, half of them reworded from one quarter to the next. */
function sentBy(code: string, rows: number, quarter: number): BookGrid {
  const lines = Array.from({ length: rows }, (_, index) => {
    const place = PLACES[index % PLACES.length] ?? '';
    const reworded = quarter > 1 && index % 2 === 0 ? ', and report it every month' : '';
    return [
      `Develop approach ${String(index)} of ${code} in partnership with health in ${place}, so that people at risk are found earlier and are offered help near their home${reworded}`,
      'Head of Integrated Commissioning',
      index % 3 === 0 ? 'March 2026' : 'September 2025',
      `At least ${String(index + 10)} people a year take part in ${place}; baseline 2023/24`,
      'SO2, SO3',
      quarter > 1 ? 'on track' : '',
    ].map((words) => textCell(words));
  });
  return { name: `${code}.xlsx`, sheets: [gridOf(code, [HEADINGS.map((words) => textCell(words)), ...lines])] };
}

interface Quarter {
  readonly rows: number;
  readonly quarter: number;
  readonly sheets?: readonly OptionalSheet[];
  /** What finance says of every action; nothing where it is left out. */
  readonly verdict?: string;
}

async function collateInto({ workbook }: Bench, { rows, quarter, sheets = [], verdict }: Quarter): Promise<void> {
  const plan = framework();
  const sources = plan.directorates.map(({ shortCode }): SourceRead => {
    return readSource(`${shortCode}.xlsx`, sentBy(shortCode, rows, quarter), { framework: plan, includeHidden: false });
  });
  const book = await workbook.readBook({ includeHidden: true });
  const months = quarter * 3 + 1;
  const dates = {
    planDate: { year: 2025, month: 1, day: 30 },
    asOf: { year: 2025 + Math.floor(months / 12), month: (months % 12) + 1, day: 1 },
  };
  const state = readState(book);
  const said =
    verdict === undefined ? [] : state.actions.map(({ ref }) => [ref, { verdict, note: NOTE, by: 'AB', date: '2025-06-02' }] as const);
  const options = { framework: plan, ...dates, take: 'newest', sheets } as const;
  const collated = collate(sources, state, options, new Map(), NOTHING_RECOGNISED, { inPlan: new Map(said), sent: new Map() });
  expect(collated.register.actions).toHaveLength(rows * DIRECTORATES);
  await writePlan(
    workbook,
    prepareWrite(collated, book, () => null, `run ${String(quarter)}`),
  );
}

interface Traffic {
  readonly roundTrips: number;
  readonly bytes: number;
  /** Of all requests and answers. */
  readonly largest: number;
}

/** Round trips and bytes of a collation over the plan of the quarter before, and what each of those after it took. */
async function recollations(
  rows: number,
  verdicts: readonly (string | undefined)[],
  sheets: readonly OptionalSheet[] = [],
): Promise<Traffic[]> {
  const bench = benchOf({ name: '', sheets: [gridOf('Sheet1', [])] });
  await collateInto(bench, { rows, quarter: 1, sheets });
  const traffic: Traffic[] = [];
  for (const [index, verdict] of verdicts.entries()) {
    const before = bench.host.requests.length;
    await collateInto(bench, { rows, quarter: index + 2, sheets, ...(verdict === undefined ? {} : { verdict }) });
    const requests = bench.host.requests.slice(before);
    const sizes = requests.map(({ bytes }) => bytes);
    traffic.push({
      roundTrips: sizes.length,
      bytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
      largest: Math.max(...sizes, ...requests.map(({ answerBytes }) => answerBytes)),
    });
  }
  return traffic;
}

async function recollation(rows: number): Promise<Traffic> {
  const [traffic] = await recollations(rows, [undefined]);
  if (traffic === undefined) throw new Error('Nothing was collated.');
  return traffic;
}

it('a re-collation of ten directorates by two hundred rows takes sixteen round trips at most, none above 5 MB', async () => {
  // Two of them are for the print areas: this quarter is the first with a status, so its column is printed from now on.
  const { roundTrips, largest } = await recollation(200);
  expect(roundTrips).toBeLessThanOrEqual(16);
  expect(largest).toBeLessThan(5 * 1024 * 1024);
}, 300_000);

it('the number of round trips does not grow with the rows while they fit into one', async () => {
  const [few, more] = [await recollation(2), await recollation(15)];
  expect(more.roundTrips).toBe(few.roundTrips);
  expect(more.bytes).toBeGreaterThan(few.bytes);
}, 300_000);

it('Finance review of two thousand open actions is refreshed like any other sheet, none of its requests or answers above 5 MB', async () => {
  const traffic = await recollations(200, [undefined, 'query', 'agreed'], ['finance-review']);
  for (const { roundTrips, largest } of traffic) {
    expect(roundTrips).toBeLessThanOrEqual(24);
    expect(largest).toBeLessThan(5 * 1024 * 1024);
  }
}, 300_000);
