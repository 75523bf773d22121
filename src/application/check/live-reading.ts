import { finished, type Steps } from '../../domain/steps';
import { paced } from '../steps';
import { withPrintedIndicators } from '../framework/printed-indicators';
import { planOverview } from '../overview/plan-overview';
import type { BookChange, BookPlace, OnProgress, WorkbookPort } from '../ports/ports';
import type { PlanReading } from '../requests/plan-reading';
import { directoratesSeenIn } from '../sources/directorates-seen';
import { mappingSourceInSteps } from '../sources/mapping-source';
import { ownSheetNames, readSourceInSteps, type SourceRead } from '../sources/read-sources';
import { checkSourcesInSteps, createSourcesMemory, type SourcesMemory } from './check-sources';
import { reachesBeyond } from './reaches-beyond';
import type { CheckDates } from '../../domain/findings';
import type { Framework } from '../../domain/framework';
import { type Area, type BookGrid, formulaAreas, parseArea, patchedSheet, type SheetGrid } from '../../domain/grid';
import { createReadingMemory, type ReadingMemory } from '../../domain/reading';
import type { Change, Edit } from '../../domain/workbook';

interface LiveWorld {
  readonly workbook: WorkbookPort;
  readonly framework: Framework;
  readonly dates: () => CheckDates;
  /** See `RequestWorld.pause`; after some edited cells, little is worked out, and nothing waits. */
  readonly pause: () => Promise<void>;
}

/** What may have changed since the workbook was read: some cells, or any of it. */
type Stale = BookPlace | 'the whole book';

/** The workbook as it was last read, with what is needed to read only what has changed since. */
interface LastRead {
  readonly book: BookGrid;
  /** The framework in force, with the indicators that the workbook prints where it has none; the same object as long as they are the same. */
  readonly framework: Framework;
  /** Formulas on the sheets that are read: no event says that what they show has changed after an edit elsewhere. */
  readonly formulas: readonly BookPlace[];
  readonly reading: ReadingMemory;
  readonly checking: SourcesMemory;
}

/** Above either of these it takes less time to read the whole workbook. */
const MOST_PLACES = 500;
const MOST_CELLS = 20_000;

/** The open workbook, read once and then brought up to date edit by edit (docs/live-reading.md#the-way-of-an-edit). */
export interface LiveReading {
  /** The workbook to write to: what is written through it is read again by the next `recheck`, since not every host reports it. */
  readonly workbook: WorkbookPort;
  /** Reads and checks all of it. */
  readonly readPlan: (signal: AbortSignal, onProgress: OnProgress) => Promise<PlanReading>;
  /**
   * Reads the cells that changed, and gives what `readPlan` would give: rows, actions and findings that have not changed are the same
   * objects as before. Reads the whole workbook where the changes do not say which cells changed, or more may have changed.
   */
  readonly recheck: (changes: readonly BookChange[], signal: AbortSignal, onProgress: OnProgress) => Promise<PlanReading>;
  /** What the last reading read; reads the workbook where nothing has yet. */
  readonly bookRead: (signal: AbortSignal) => Promise<BookRead>;
}

/** The open workbook as it was last read; its actions are those of that reading, the same objects. */
export interface BookRead {
  readonly book: BookGrid;
  /** The framework in force, with the indicators that the workbook prints where it has none. */
  readonly framework: Framework;
  readonly source: SourceRead;
}

/** Thrown in a run where a newer one has begun. */
const OUTDATED = new Error('A newer reading has begun');

export function createLiveReading(world: LiveWorld): LiveReading {
  const stale: Stale[] = ['the whole book'];
  let lastRead: LastRead | null = null;
  let last: { readonly of: BookGrid; readonly reading: PlanReading } | null = null;
  let runs = 0;
  let newest: Promise<PlanReading> | null = null;

  /** Whether all that follows from what was last read is worked out. */
  const isUnderstood = (read: LastRead | null): boolean => read !== null && last?.of === read.book;

  /**
   * Only the newest run counts, since it covers all that the earlier ones were to read: they return its result. An earlier one that waits between
   * two steps does not go on, because the newer one has changed the memory that both read with.
   */
  const run = async (number: number, signal: AbortSignal, onProgress: OnProgress): Promise<PlanReading> => {
    const taken = stale.length;
    const before = lastRead;
    const known = await readStale(world, before, stale.slice(0, taken));
    const now = known ?? (await readWhole(world, signal, onProgress));
    signal.throwIfAborted();
    if (number !== runs && newest !== null) return newest;
    stale.splice(0, taken);
    lastRead = now;
    if (last?.of === now.book) return last.reading;
    const steps = planReadingOf(world, now);
    const pause = async (): Promise<void> => {
      await world.pause();
      if (number !== runs) throw OUTDATED;
    };
    const isLittle = known !== null && isUnderstood(before);
    let reading: PlanReading;
    try {
      reading = isLittle ? finished(steps) : await paced(steps, { pause, signal, onStep: (what) => onProgress(1, what) });
    } catch (error) {
      if (error === OUTDATED && newest !== null) return newest;
      throw error;
    }
    if (number !== runs && newest !== null) return newest;
    last = { of: now.book, reading };
    return reading;
  };
  const ask = (signal: AbortSignal, onProgress: OnProgress): Promise<PlanReading> => {
    runs += 1;
    newest = run(runs, signal, onProgress);
    return newest;
  };

  return {
    workbook: notingWrites(world.workbook, (edit) => stale.push(placeOfEdit(edit, lastRead))),
    readPlan: (signal, onProgress) => {
      stale.push('the whole book');
      return ask(signal, onProgress);
    },
    recheck: (changes, signal, onProgress) => {
      for (const change of changes) stale.push(...placesOfChange(change));
      return ask(signal, onProgress);
    },
    bookRead: async (signal) => {
      if (lastRead === null) await ask(signal, () => undefined);
      // One that is under way is waited for, so that its actions are those that are given here; why it fails is told where it was asked for.
      else if (!isUnderstood(lastRead)) await newest?.catch(() => undefined);
      const read = lastRead ?? (await readWhole(world, signal, () => undefined));
      return { book: read.book, framework: read.framework, source: finished(sourceInSteps(read)) };
    },
  };
}

async function readWhole({ workbook, framework }: LiveWorld, signal: AbortSignal, onProgress: OnProgress): Promise<LastRead> {
  const book = await workbook.readBook({ includeHidden: false, signal, onProgress });
  return {
    book,
    framework: withPrintedIndicators(framework, [book]),
    formulas: formulaPlaces(book, book.sheets),
    reading: createReadingMemory(),
    checking: createSourcesMemory(),
  };
}

/** The workbook with its stale cells read again; null when it must be read as a whole. */
async function readStale({ workbook, framework }: LiveWorld, lastRead: LastRead | null, stale: readonly Stale[]): Promise<LastRead | null> {
  const edited = distinct(stale.filter((each) => each !== 'the whole book'));
  if (lastRead === null || stale.includes('the whole book') || edited.some(({ sheetId }) => sheetOf(lastRead.book, sheetId) === undefined))
    return null;
  if (edited.length === 0) return lastRead;
  const places = [...edited, ...lastRead.formulas];
  if (places.length > MOST_PLACES || cellsIn(places) > MOST_CELLS) return null;
  const now = await workbook.readCells(places);
  const sheets = lastRead.book.sheets.map((sheet) => {
    const of = (some: readonly BookPlace[]): Area[] => some.flatMap(({ sheetId, area }) => (sheetId === sheet.id ? [area] : []));
    const areas = of(places);
    if (areas.length === 0) return sheet;
    const read = sheetOf(now, sheet.id);
    const isKnown = read?.name === sheet.name && read.visibility === sheet.visibility;
    return isKnown && !of(edited).some((area) => reachesBeyond(sheet, read, area)) ? patchedSheet(sheet, read, areas) : null;
  });
  return sheets.includes(null)
    ? null
    : withCellsRead(
        lastRead,
        sheets.filter((sheet) => sheet !== null),
        now,
        framework,
      );
}

/**
 * @param now the cells that were read, to find on which sheets there are formulas.
 * @param given the framework in force.
 */
function withCellsRead(lastRead: LastRead, sheets: readonly SheetGrid[], now: BookGrid, given: Framework): LastRead {
  if (sheets.every((sheet, index) => sheet === lastRead.book.sheets[index])) return lastRead;
  const book = { ...lastRead.book, sheets };
  const calculated = new Set(now.sheets.flatMap((sheet) => (formulaAreas(sheet).length > 0 ? [sheet.id] : [])));
  const formulas = [
    ...lastRead.formulas.filter(({ sheetId }) => !calculated.has(sheetId)),
    ...formulaPlaces(
      book,
      sheets.filter(({ id }) => calculated.has(id)),
    ),
  ];
  const framework = withPrintedIndicators(given, [book]);
  // The memory of checks is for one framework.
  return isSame(framework, lastRead.framework)
    ? { ...lastRead, book, formulas }
    : { ...lastRead, book, formulas, framework, checking: createSourcesMemory() };
}

const isSame = (one: Framework, other: Framework): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

const sourceInSteps = ({ book, framework, reading }: LastRead): Steps<SourceRead> =>
  readSourceInSteps('', book, { framework, includeHidden: false, memory: reading });

function* planReadingOf({ dates }: LiveWorld, lastRead: LastRead): Steps<PlanReading> {
  const { book, framework, checking } = lastRead;
  yield 'Tables and rows';
  const source = yield* sourceInSteps(lastRead);
  yield 'Findings';
  const findings = yield* checkSourcesInSteps([source], framework, dates(), checking);
  yield 'The plan';
  const mapping = yield* mappingSourceInSteps(book, framework);
  yield '';
  return {
    sheets: source.sheets.length,
    tables: source.tables,
    actions: source.actions,
    measures: source.measures,
    findings,
    leftOut: source.leftOut,
    corrections: source.corrections,
    unfit: source.unfit,
    directorates: directoratesSeenIn([source], framework),
    mapping,
    plan: planOverview(book, framework),
  };
}

const sheetOf = (book: BookGrid, sheetId: string): SheetGrid | undefined => book.sheets.find(({ id }) => id === sheetId);

/** Where formulas stand on those of some sheets that are read. */
function formulaPlaces(book: BookGrid, sheets: readonly SheetGrid[]): BookPlace[] {
  if (sheets.length === 0) return [];
  const own = ownSheetNames(book);
  const read = sheets.filter(({ name }) => !own.has(name));
  return read.flatMap((sheet) => formulaAreas(sheet).map((area) => ({ sheetId: sheet.id, area })));
}

const cellsIn = (places: readonly BookPlace[]): number =>
  places.reduce((sum, { area }) => sum + (area.bottom - area.top + 1) * (area.right - area.left + 1), 0);

/** The places without repetition. */
function distinct(places: readonly BookPlace[]): BookPlace[] {
  const known = new Map(places.map((place) => [JSON.stringify(place), place]));
  return [...known.values()];
}

/** The cells that a change names; Excel names several areas at once with commas between them. */
function placesOfChange({ sheetId, address, what }: BookChange): Stale[] {
  if (what === 'selection') return [];
  const areas = what === 'sheets' || address === null ? [null] : address.split(',').map(parseArea);
  return areas.map((area): Stale => (area === null ? 'the whole book' : { sheetId, area }));
}

/** The cells an edit of ours writes; any other edit may change more. */
function placeOfEdit(edit: Edit, lastRead: LastRead | null): Stale {
  const sheet = lastRead?.book.sheets.find(({ name }) => name === edit.sheet);
  return edit.type === 'write cells' && sheet !== undefined ? { sheetId: sheet.id, area: edit.area } : 'the whole book';
}

/** The same workbook; `note` is called for every write, also for one that failed and may have been undone only in part. */
function notingWrites(port: WorkbookPort, note: (edit: Edit) => void): WorkbookPort {
  return {
    readBook: (options) => port.readBook(options),
    readCells: (places) => port.readCells(places),
    apply: async (stages: readonly (readonly Change[])[], options) => {
      try {
        return await port.apply(stages, options);
      } finally {
        for (const { edit } of stages.flat()) note(edit);
      }
    },
    reveal: (place) => port.reveal(place),
    selection: () => port.selection(),
    watch: (listener) => port.watch(listener),
    recall: (key) => port.recall(key),
    remember: (key, value) => port.remember(key, value),
  };
}
