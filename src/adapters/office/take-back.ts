import { areaA1 } from '../../domain/grid';
import { counted, listed } from '../../domain/wording';
import type { Change, Edit } from '../../domain/workbook';
import { Failure, WriteFailedError } from '../../application';
import { type BookState, readState } from './book-state';
import { stepsOf } from './carry-out-edit';
import { keepingOthers } from './changed-since';
import { demandExpected, type Expectation, readExpected, restoredExpectations } from './check-expected';
import type { ExcelConnection, Send } from './excel-connection';
import { type ActiveFilter, clearingSteps, filteredSheets, filtersLost, settingSteps } from './filters';
import { reasonOf } from './office-errors';
import type { OfficeSetting } from './office-setting';
import { areaOfRange, withBounds } from './used-blocks';
import { batchesOf, type Step } from './write-batches';
import type { WrittenBlocks } from './written-blocks';

/** What is needed to take back a write that failed. */
export interface BegunWriting {
  readonly setting: OfficeSetting;
  readonly connection: ExcelConnection;
  /** Changes of which at least one step was sent, in order. */
  readonly begun: readonly Change[];
  /** What each request that wrote found in its cells. */
  readonly written: WrittenBlocks;
  /** Names of the tables that existed before the first edit, in lower case. */
  readonly tablesBefore: ReadonlySet<string>;
  /** Filters that were active before the write; it clears them. */
  readonly filters: readonly ActiveFilter[];
}

/** Attempts at taking back a failed write: an error may be temporary, and inverse edits can be repeated safely. */
const ATTEMPTS = 2;

/**
 * Takes back every change that had begun, the last first, and returns the error to throw.
 *
 * A request stops at its first error, and what came before is done. So a change that had begun may be done, half done or not
 * done; its inverse works in all three cases. When Excel did not answer, nothing is known and the write may still happen, so the
 * workbook is read first: Excel answers that only after the earlier request, or not at all. Without an answer the workbook is left
 * as it is, and the journal restores it at the next start. With an answer the inverse edits are carried out, and every restored
 * cell is read back before we say that the workbook is as it was. What a co-author wrote meanwhile is left (`keepingOthers`).
 */
export async function takeBack(writing: BegunWriting, cause: unknown): Promise<Failure> {
  // What has no inverse stays done: only a layout goes with its sheet.
  if (writing.begun.some(({ edit, undo }) => undo === null && edit.type !== 'lay out')) return torn(cause);
  const wasSilent = cause instanceof Failure && cause.code === 'host silent';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return undone(cause, await replay(writing, wasSilent));
    } catch (error) {
      if (error instanceof Failure && error.code === 'host silent') break;
    }
  }
  return torn(cause);
}

/**
 * Carries out the inverse edits. Waits while the user edits a cell, because what has begun must be taken back. Cells written over hidden
 * rows would not arrive, so filters are cleared first here too. What somebody else has written since is left.
 * @returns what is not as it was, in sentences.
 */
async function replay({ setting, connection, begun, written, tablesBefore, filters }: BegunWriting, readBack: boolean): Promise<string[]> {
  const all = begun
    .map(({ undo }) => undo)
    .filter((undo) => undo !== null)
    .reverse();
  if (all.length === 0 && filters.length === 0) return [];
  return connection.run({ waitForCellEdit: true }, async (context, send) => {
    const state = await readState(context, send, all, setting.isSetSupported);
    const { payloadLimit } = setting;
    const reading = { send, payloadLimit };
    const removed = new Set(all.flatMap((undo) => (undo.type === 'remove sheet' ? [undo.sheet.toLowerCase()] : [])));
    const wanted = (undos: readonly Edit[]): Expectation[] =>
      restoredExpectations(undos).filter(({ sheet }) => state.sheet(sheet) !== null && !removed.has(sheet.toLowerCase()));
    const found = await readExpected(wanted(all), context, state, reading);
    const filtered = new Set([...filteredSheets(filters), ...filteredSheets(state.filters)].map((sheet) => sheet.toLowerCase()));
    const theirs = all.map((undo) => written.withOthers(undo));
    const known = theirs.filter((undo) => !removed.has(undo.sheet.toLowerCase()) || undo.type !== 'write cells');
    const { undos, kept } = keepingOthers({ begun, undos: known, found, filtered });
    const unnamed = await unnamedTables([...begun.map(({ edit }) => edit), ...undos], { context, send, state, tablesBefore });
    const steps = undos.flatMap((undo) => [...stepsOf(undo, { state, payloadLimit, columnsDone: new Set() })]);
    const clearing = undos.length === 0 ? [] : clearingSteps(filters, state);
    for await (const batch of batchesOf([...clearing, ...unnamed, ...steps], payloadLimit)) {
      for (const step of batch) step.queue(context);
      await send();
    }
    if (readBack || filters.length > 0) await demandExpected(wanted(undos), context, state, reading);
    const notices = kept.length === 0 ? [] : [keptOthers(kept)];
    const again = settingSteps(filters, state);
    for (const { queue } of again) queue(context);
    const hasFilters =
      again.length === 0 ||
      (await send().then(
        () => true,
        () => false,
      ));
    return hasFilters ? notices : [...notices, filtersLost(filters)];
  });
}

/** As many addresses as a sentence names. */
const NAMED_CELLS = 5;

function keptOthers(cells: readonly string[]): string {
  const named = cells.slice(0, NAMED_CELLS);
  const more = cells.length > named.length ? [counted(cells.length - named.length, 'other cell')] : [];
  return `Somebody else has changed ${listed([...named, ...more])} since, and that was left as they wrote it.`;
}

interface TableSearch {
  readonly context: Excel.RequestContext;
  readonly send: Send;
  readonly state: BookState;
  readonly tablesBefore: ReadonlySet<string>;
}

/**
 * A table is added first and named by the next action; an error between the two leaves a "Table1" that no inverse edit names. It is
 * ours when it did not exist before and covers exactly the area of a table that an edit adds. Sends a request only when there is such a table.
 */
async function unnamedTables(edits: readonly Edit[], { context, send, state, tablesBefore }: TableSearch): Promise<Step[]> {
  const added = edits.filter((edit) => edit.type === 'add table');
  const named = new Set(added.map(({ table }) => table.toLowerCase()));
  const sheets = [...new Set(added.map(({ sheet }) => sheet))];
  const unknown = sheets.flatMap((sheet) =>
    state
      .tablesOn(sheet)
      .filter((name) => !tablesBefore.has(name) && !named.has(name))
      .map((name) => ({ sheet, name, range: withBounds(context.workbook.tables.getItem(name).getRange()) })),
  );
  if (unknown.length === 0) return [];
  await send();
  const ours = unknown.filter(({ sheet, range }) =>
    added.some((edit) => edit.sheet === sheet && areaA1(edit.area) === areaA1(areaOfRange(range))),
  );
  return ours.flatMap(({ sheet, name }) => [
    ...stepsOf({ type: 'remove table', sheet, table: name }, { state, payloadLimit: 0, columnsDone: new Set() }),
  ]);
}

/** `notices`: what is not as it was, in sentences. */
function undone(cause: unknown, notices: readonly string[]): Failure {
  const more = notices.map((sentence) => ` ${sentence}`).join('');
  if (cause instanceof Failure && cause.code === 'cancelled') {
    const words = 'Stopped, as you asked. What had been written was undone. The workbook is as it was before.';
    return new Failure('cancelled', words + more, { cause });
  }
  const { why, next } = reasonOf(cause);
  return new WriteFailedError(
    'write undone',
    `The write did not go through: ${lowerFirst(why)}. The workbook is as it was. ${next || 'Try again.'}${more}`,
    { cause },
  );
}

function torn(cause: unknown): Failure {
  const { why } = reasonOf(cause);
  return new WriteFailedError(
    'write torn',
    `The write stopped half-way: ${lowerFirst(why)}. Part of it may be in the workbook. Leave the new sheets as they are, close this pane and open it again: it will offer to put everything back.`,
    { cause },
  );
}

/** Makes the first letter small, so that the sentence can be used inside another; "Excel" keeps its capital. */
function lowerFirst(words: string): string {
  return words.startsWith('Excel') || words.startsWith('“') ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
