import type { PlanReading } from '../../../src/application';
import { createLiveReading, type LiveReading } from '../../../src/application/check/live-reading';
import { kent2025 } from '../../../src/domain/framework';
import { gridOf, textCell } from '../../../src/domain/grid';
import { EditedBook } from '../collate/edited-book';

/** A reading of the whole workbook pauses between its steps, and while it does, somebody edits a cell or opens another view. */

const KENT = kent2025();
const DATES = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 9, day: 1 } };
const { signal } = new AbortController();
const nothing = (): void => undefined;
const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];
const ACTIONS = 45;
/** The first row of actions, zero-based. */
const FIRST = 2;
const TIMESCALE = 2;

const sheet = (directorate: string): ReturnType<typeof gridOf> => {
  const rows = Array.from({ length: ACTIONS }, (_, at) => [
    `Plant ${String(at + 1)} trees for ${directorate}`,
    'Head of Parks',
    'March 2026',
    `${String(at + 1)} trees planted`,
    'S01',
  ]);
  return gridOf(
    directorate,
    [[`Proposed priorities ~ ${directorate}`], HEADINGS, ...rows].map((row) => row.map((cell) => textCell(cell))),
  );
};

interface Meeting {
  readonly book: EditedBook;
  readonly live: LiveReading;
  /** Resolves once the reading waits for the nth time, or has ended before. */
  readonly waits: Promise<void>;
  /** Lets it go on. */
  readonly goOn: () => void;
  readonly whole: Promise<PlanReading>;
  readonly pauses: () => number;
}

/** A reading of the whole workbook that stands still at its nth pause. */
function standingStillAt(nth: number): Meeting {
  const book = new EditedBook({ name: '', sheets: [sheet('GET'), sheet('CYPE')] });
  let pauses = 0;
  let goOn = nothing;
  let isWaiting = nothing;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const waits = new Promise<void>((resolve) => (isWaiting = resolve));
  const pause = async (): Promise<void> => {
    pauses += 1;
    if (pauses !== nth) return;
    isWaiting();
    await gate;
  };
  const live = createLiveReading({ workbook: book.port(), framework: KENT, dates: () => DATES, pause });
  const whole = live.readPlan(signal, nothing);
  void whole.then(isWaiting, isWaiting);
  return { book, live, waits, goOn: () => goOn(), whole, pauses: () => pauses };
}

const edit = (book: EditedBook, sheetAt: number, action: number, words: string): ReturnType<EditedBook['paste']> => {
  const row = FIRST + action;
  return book.paste(sheetAt, { top: row, bottom: row, left: TIMESCALE, right: TIMESCALE }, [[textCell(words)]]);
};

/** What a reading that knows nothing of earlier ones gives. */
const afresh = (book: EditedBook): Promise<PlanReading> =>
  createLiveReading({ workbook: book.port(), framework: KENT, dates: () => DATES, pause: () => Promise.resolve() }).readPlan(
    signal,
    nothing,
  );

const said = ({ tables, actions, findings }: PlanReading): unknown => ({ tables, actions, findings });

async function pausesOfAll(): Promise<number> {
  const meeting = standingStillAt(Infinity);
  await meeting.whole;
  return meeting.pauses();
}

it('pauses after some rows, and in both sheets', async () => {
  expect(await pausesOfAll()).toBeGreaterThan((2 * 2 * ACTIONS) / 20);
});

it('an edit at any of its pauses is in what both give, and nothing older is remembered', async () => {
  const all = await pausesOfAll();
  for (let nth = 1; nth <= all; nth += 1) {
    const { book, live, waits, goOn, whole } = standingStillAt(nth);
    await waits;
    const rechecked = live.recheck([edit(book, nth % 2, (nth * 7) % ACTIONS, 'Autumn 2027')], signal, nothing);
    goOn();
    const [older, newer] = await Promise.all([whole, rechecked]);
    expect(older).toBe(newer);
    expect(said(newer)).toEqual(said(await afresh(book)));
    const later = await live.recheck([edit(book, (nth + 1) % 2, (nth * 11) % ACTIONS, 'tbc')], signal, nothing);
    expect(said(later)).toEqual(said(await afresh(book)));
  }
});

it('a view that asks for the workbook at any of its pauses gets the very actions that the reading gives', async () => {
  const all = await pausesOfAll();
  for (let nth = 1; nth <= all; nth += 1) {
    const { live, waits, goOn, whole } = standingStillAt(nth);
    await waits;
    const asked = live.bookRead(signal);
    goOn();
    const [{ actions }, { source }] = await Promise.all([whole, asked]);
    expect(source.actions).toHaveLength(2 * ACTIONS);
    expect(source.actions.every((action, at) => action === actions[at])).toBe(true);
  }
});
