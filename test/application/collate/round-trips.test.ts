import { readSource, readState, type SourceRead, writePlan } from '../../../src/application';
import { collate } from '../../../src/application/collate/collate';
import { prepareWrite } from '../../../src/application/collate/prepare-write';
import { type Framework, kent2025 } from '../../../src/domain/framework';
import { type BookGrid, gridOf, textCell } from '../../../src/domain/grid';
import { type Bench, benchOf } from '../../adapters/office/office-bench';

const DIRECTORATES = 10;

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

async function collateInto({ workbook }: Bench, rows: number, quarter: number): Promise<void> {
  const plan = framework();
  const sources = plan.directorates.map(({ shortCode }): SourceRead => {
    return readSource(`${shortCode}.xlsx`, sentBy(shortCode, rows, quarter), { framework: plan, includeHidden: false });
  });
  const book = await workbook.readBook({ includeHidden: true });
  const dates = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: quarter * 3 + 2, day: 1 } };
  const collated = collate(sources, readState(book), { framework: plan, ...dates, take: 'newest' });
  expect(collated.register.actions).toHaveLength(rows * DIRECTORATES);
  await writePlan(
    workbook,
    prepareWrite(collated, book, () => null, `run ${String(quarter)}`),
  );
}

/** Round trips and bytes of a collation over the plan of the quarter before. */
async function recollation(rows: number): Promise<{ readonly roundTrips: number; readonly bytes: number; readonly largest: number }> {
  const bench = benchOf({ name: '', sheets: [gridOf('Sheet1', [])] });
  await collateInto(bench, rows, 1);
  const before = bench.host.requests.length;
  await collateInto(bench, rows, 2);
  const sizes = bench.host.requests.slice(before).map(({ bytes }) => bytes);
  return { roundTrips: sizes.length, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0), largest: Math.max(...sizes) };
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
