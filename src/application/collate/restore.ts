import type { BookGrid } from '../../domain/grid';
import { type RestorePoint, restorePointInSteps, restorePointOf } from '../../domain/sheets';
import { journalChanges, journalReopening, laterFormat, NO_JOURNAL, remembersNothing, STATE_SHEET } from '../../domain/state';
import { finished, type Steps } from '../../domain/steps';
import { longDateOfIso } from '../../domain/wording';
import { type CellsToWrite, type Change, commentsBack, type Edit, writeChanges } from '../../domain/workbook';
import { Failure, WriteFailedError } from '../ports/failure';
import type { ApplyOptions, WorkbookPort } from '../ports/ports';
import type { LastRun } from '../requests/plan-requests';
import { demandKnownFormat } from '../sources/known-format';
import { readStateSheet } from '../sources/read-state-sheet';

/** The last run of a workbook, and what taking it back would do. Nothing is written. */
export const lastRunIn = (book: BookGrid): LastRun => finished(lastRunInSteps(book));

/** The same in steps. */
export function* lastRunInSteps(book: BookGrid): Steps<LastRun> {
  const laterVersion = laterFormat(book);
  const point = laterVersion === null ? yield* restorePointInSteps(book) : null;
  if (point === null) return { laterVersion, restore: null };
  const { runId, state, steps, refusal } = point;
  const removed = new Set(steps.flatMap(({ sheet, what }) => (what === 'remove' ? [sheet] : [])));
  const isAll = removed.size > 0 && book.sheets.every(({ name, visibility }) => visibility !== 'visible' || removed.has(name));
  return { laterVersion, restore: { state, startedAt: startOfRun(runId) ?? 'a day that is not known', steps, refusal, isAll } };
}

/**
 * When a run began, in words, by its id, which begins with the date, and in the pane the time; null where it does not. See `newRunId` of the pane
 * and `runIdAfter` of the command line.
 */
export function startOfRun(runId: string): string | null {
  const asAt = /^as at (\d{4}-\d{2}-\d{2})/.exec(runId)?.[1];
  if (asAt !== undefined) return longDateOfIso(asAt);
  return /^(\d{1,2} \w+, \d{2}:\d{2})/.exec(runId)?.[1] ?? null;
}

/**
 * Takes back the last run: undoes an interrupted write, or restores the sheets as they were before the last collation.
 *
 * First the journal says "open" and all cells and tables are put back, each with its inverse, so that a failure leaves the workbook as it
 * was. Then the sheets that the run made are removed, which nothing can undo: a failure there is told as torn, and the journal, still open,
 * lets it be gone on with. Every step can be repeated without harm.
 * Rule: docs/rules.md#restore.
 *
 * @returns what was done; null when there is nothing to go back to.
 * @throws Failure "restore refused" for a journal that cannot be followed; WriteFailedError.
 */
export async function takeBackLastRun(port: WorkbookPort, options?: ApplyOptions): Promise<RestorePoint | null> {
  const book = await port.readBook({ includeHidden: true, ...(options?.signal === undefined ? {} : { signal: options.signal }) });
  demandKnownFormat(book);
  const point = restorePointOf(book);
  if (point === null) return null;
  if (point.refusal !== null) throw new Failure('restore refused', point.refusal);
  // A table is made again under its own name once the run's is gone.
  const removals = point.edits.filter(({ type }) => type === 'remove sheet' || type === 'remove table' || type === 'add table');
  const rest = point.edits.filter((edit) => !removals.includes(edit));
  const opening = point.state === 'closed' ? [journalReopening()] : [];
  await port.apply([opening, [...rest.flatMap((edit) => withInverse(edit, book)), ...blankSheet(removals, book)]], options);
  try {
    const memory = await readStateSheet(port);
    // A memory that the run made, and of which nothing is left, goes with it.
    const ending: Change[] = remembersNothing(memory)
      ? [{ edit: { type: 'remove sheet', sheet: STATE_SHEET }, undo: null }]
      : journalChanges(memory, NO_JOURNAL);
    await port.apply([removals.map((edit) => ({ edit, undo: null })), ending]);
  } catch (error) {
    throw halfWay(error);
  }
  return point;
}

/** What was read is expected, so that nothing is lost that somebody has typed since, and put back if the rest fails. */
function withInverse(edit: Edit, book: BookGrid): Change[] {
  const sheet = book.sheets.find(({ name }) => name === edit.sheet);
  if (sheet === undefined) return [];
  if (edit.type === 'write cells') {
    const cells: CellsToWrite = new Map(
      edit.cells.map((row, down) => [
        edit.area.top + down,
        new Map(row.flatMap((content, across) => (content === null ? [] : [[edit.area.left + across, content]]))),
      ]),
    );
    return writeChanges(edit.sheet, sheet, cells);
  }
  if (edit.type === 'set drop-downs') return [{ edit, undo: { ...edit, refuse: !edit.refuse } }];
  if (edit.type === 'set printed columns') return [{ edit, undo: { ...edit, from: edit.to, to: edit.from } }];
  if (edit.type === 'remove chart') return [{ edit, undo: null }];
  if (edit.type === 'move comments') return [{ edit, undo: { ...edit, moves: commentsBack(edit.moves) } }];
  if (edit.type !== 'resize table') return [];
  const now = sheet.tables.find(({ name }) => name === edit.table);
  return now === undefined ? [] : [{ edit, undo: { ...edit, area: now.area } }];
}

/** A workbook must have a visible sheet: one that had none before the run, as the command line makes it, gets an empty one. */
function blankSheet(removals: readonly Edit[], { sheets }: BookGrid): Change[] {
  const removed = new Set(removals.flatMap((edit) => (edit.type === 'remove sheet' ? [edit.sheet] : [])));
  if (sheets.some(({ name, visibility }) => visibility === 'visible' && !removed.has(name))) return [];
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`sheet${String(number)}`)) number += 1;
  const sheet = `Sheet${String(number)}`;
  return [{ edit: { type: 'add sheet', sheet, visibility: 'visible', tabColour: null }, undo: { type: 'remove sheet', sheet } }];
}

function halfWay(error: unknown): WriteFailedError {
  const why = error instanceof Failure ? ` ${error.message}` : '';
  return new WriteFailedError(
    'write torn',
    `Restoring stopped half-way: the cells are put back, but not all sheets of the run are removed.${why} What is left to do is remembered in the workbook: close this pane and open it again, and go on from there.`,
    { cause: error },
  );
}
