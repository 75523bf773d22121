import type { Change, Edit, SheetLayout } from '../../domain/workbook';
import { type ApplyOptions, Failure, type Receipt } from '../../application';
import { type BookState, readState } from './book-state';
import { stepsOf } from './carry-out-edit';
import { demandExpected, expectationsOf, notArrived, sheetGone, writtenExpectations } from './check-expected';
import { demandEditing } from './demand-editing';
import { type ExcelConnection, type Send, stopIfCancelled } from './excel-connection';
import { clearingSteps, filteredSheets, filtersLost, settingSteps } from './filters';
import { askPlaces, demandFree, type PlacesAsked } from './in-the-way';
import { columnSteps, printSteps } from './lay-out';
import { movePrintedColumns } from './printed-columns';
import { commentsLeft, demandComments } from './move-comments';
import { failureOf } from './office-errors';
import type { OfficeSetting } from './office-setting';
import { supports } from './requirement-sets';
import { takeBack } from './take-back';
import { areaOfRange } from './used-blocks';
import { batchesOf, type Step } from './write-batches';
import { WrittenBlocks } from './written-blocks';

/** A step of a change. Once it is sent, the change has begun and must be taken back on failure. */
interface ChangeStep extends Step {
  readonly change: Change;
}

/**
 * Carries out stages of changes, all or nothing.
 *
 * First it checks everything that could stop the write: which sheets exist, which are protected, whether each cell is as
 * expected. Nothing is written before that. What somebody else changes after it is seen by each request that writes (`WrittenBlocks`). Filters that hide rows are cleared for the time of the write, and then what was written
 * over such rows is read back. Then each stage is sent in as few requests as its bytes allow. If a request fails,
 * every change that had begun is taken back (`takeBack`).
 *
 * Two features of Excel are not used. With `runtime.enableEvents = false` the pane would get no events any more when the write
 * fails in the middle, and would miss a co-author's edits; `watch` ignores our own changes instead. `mergeUndoGroup` (1.20) refuses
 * a group with a call that cannot be undone, and adding a hidden sheet may be one; the restore point in `_plan` works everywhere.
 */
export async function apply(setting: OfficeSetting, stages: readonly (readonly Change[])[], options: ApplyOptions = {}): Promise<Receipt> {
  stopIfCancelled(options.signal);
  const connection = setting.openConnection();
  const changes = stages.flat();
  if (changes.length === 0) return { edits: 0, cells: 0, roundTrips: 0 };
  await demandEditing(setting, connection);
  const { state, written } = await demandReady(setting, connection, changes, options).catch((error: unknown) => {
    throw failureOf(error, 'write to the workbook', 'Nothing was written.');
  });
  const begun: Change[] = [];
  const tablesBefore = state.tableNames();
  const { filters } = state;
  const notices = state.isReadOnly ? [READ_ONLY] : [];
  try {
    // While a cell is edited, Excel must refuse the write, not delay it: a delayed write would still happen after we had given it up.
    await connection.run({ waitForCellEdit: false }, async (context, send) => {
      await sendSteps(clearingSteps(filters, state), context, send);
      await writeStages(setting, { context, send, state, stages, begun, written, options });
      const { payloadLimit } = setting;
      await demandExpected(writtenExpectations(changes, filteredSheets(filters)), context, state, { send, payloadLimit }, notArrived);
    });
  } catch (error) {
    throw await takeBack({ setting, connection, begun, written, tablesBefore, filters }, error);
  }
  if (!(await sendAfter(connection, settingSteps(filters, state)))) notices.push(filtersLost(filters));
  const left = await commentsLeft(
    setting,
    connection,
    changes.map(({ edit }) => edit),
  );
  if (left !== null) notices.push(left);
  if (supports(setting.isSetSupported, 'page layout')) {
    const edits = changes.map(({ edit }) => edit);
    if (!(await sendAfter(connection, printSteps(edits)))) notices.push(PRINT_NOT_SET);
    if (!(await printedColumnsMoved(connection, edits))) notices.push(PRINTED_COLUMNS_NOT_MOVED);
  }
  options.onProgress?.(1, '');
  const cells = changes.reduce((sum, { edit }) => sum + cellsOf(edit), 0);
  return { edits: changes.length, cells, roundTrips: connection.roundTrips, ...(notices.length === 0 ? {} : { notices }) };
}

const READ_ONLY = 'This workbook is open for reading only. Save it under another name to keep what was written.';

const PRINT_NOT_SET =
  'Excel did not take the paper size, the repeated headings and the footer of the new sheets. Set them under Page Layout if you print.';

const PRINTED_COLUMNS_NOT_MOVED =
  'Excel did not change which columns are printed. If columns are missing on paper, choose Page Layout, Print Area, Clear Print Area.';

function printedColumnsMoved(connection: ExcelConnection, edits: readonly Edit[]): Promise<boolean> {
  if (!edits.some(({ type }) => type === 'set printed columns')) return Promise.resolve(true);
  return connection
    .run({ waitForCellEdit: true }, (context, send) => movePrintedColumns(edits, context, send))
    .then(
      () => true,
      () => false,
    );
}

/** Sends what follows a write that went through; false when Excel refuses, which is no reason to take the write back. */
function sendAfter(connection: ExcelConnection, steps: readonly Step[]): Promise<boolean> {
  if (steps.length === 0) return Promise.resolve(true);
  return connection
    .run({ waitForCellEdit: true }, (context, send) => sendSteps(steps, context, send))
    .then(
      () => true,
      () => false,
    );
}

async function demandReady(
  setting: OfficeSetting,
  connection: ExcelConnection,
  changes: readonly Change[],
  options: ApplyOptions,
): Promise<{ readonly state: BookState; readonly written: WrittenBlocks }> {
  const edits = changes.map(({ edit }) => edit);
  return connection.run({ waitForCellEdit: true }, async (context, send) => {
    const state = await readState(context, send, edits, setting.isSetSupported);
    demandUnprotected(edits, state);
    demandStructure(edits, state);
    demandSheets(edits, state);
    if (edits.some(({ type }) => type === 'resize table') && !supports(setting.isSetSupported, 'resize table')) {
      throw new Failure(
        'not supported',
        'This version of Excel cannot make a table longer (it needs Excel 2021 or Microsoft 365), so nothing was written. Open the workbook in Excel on the web, then write.',
      );
    }
    demandComments(changes, state, supports(setting.isSetSupported, 'move cells'));
    const knows = { spills: supports(setting.isSetSupported, 'spills'), merges: supports(setting.isSetSupported, 'merged areas') };
    let asked: PlacesAsked = { tables: [], written: [] };
    // Again with the request that takes the place of one whose answer was too large.
    const alongside = (): void => {
      asked = askPlaces(changes, context, state, knows);
    };
    const expected = expectationsOf(changes);
    const { payloadLimit } = setting;
    const cells = await demandExpected(expected, context, state, { send, payloadLimit, signal: options.signal, alongside });
    if (expected.length === 0) alongside();
    if (expected.length === 0 && asked.tables.length + asked.written.length > 0) await send();
    await demandFree(asked, changes, state, context, send);
    const areas = new Map(asked.tables.map(({ edit, range }) => [edit.table.toLowerCase(), areaOfRange(range)]));
    return { state, written: new WrittenBlocks(changes, cells, areas) };
  });
}

/** Excel refuses a write into a protected sheet half-way through a request, so this is checked first. We never unprotect a sheet. */
function demandUnprotected(edits: readonly Edit[], state: BookState): void {
  const locked = edits.find(({ sheet }) => state.sheet(sheet)?.isProtected === true);
  if (locked !== undefined) {
    throw new Failure(
      'protected sheet',
      `“${locked.sheet}” is protected, so nothing was written. Choose Review, Unprotect Sheet, then write again.`,
    );
  }
}

/** In a workbook whose structure is protected no sheet can be added or removed; Excel says so only half-way through the write. */
function demandStructure(edits: readonly Edit[], state: BookState): void {
  if (!state.isStructureProtected) return;
  const needed = edits.find(
    ({ type, sheet }) => (type === 'add sheet' && state.sheet(sheet) === null) || (type === 'remove sheet' && state.sheet(sheet) !== null),
  );
  if (needed === undefined) return;
  throw new Failure(
    'protected sheet',
    `The structure of this workbook is protected, so the sheet “${needed.sheet}” cannot be ${needed.type === 'add sheet' ? 'added' : 'removed'} and nothing was written. Choose Review, Protect Workbook to take the protection off, then write again.`,
  );
}

/** Every sheet that an edit writes to must exist or be added before it. A sheet that the run removes may be gone: inverse edits can be repeated. */
function demandSheets(edits: readonly Edit[], state: BookState): void {
  const made = new Set(edits.filter(({ type }) => type === 'remove sheet').map(({ sheet }) => sheet.toLowerCase()));
  for (const edit of edits) {
    if (edit.type === 'add sheet') made.add(edit.sheet.toLowerCase());
    else if (edit.type !== 'remove sheet' && state.sheet(edit.sheet) === null && !made.has(edit.sheet.toLowerCase())) {
      throw sheetGone(edit.sheet);
    }
  }
}

/** Sends steps as one request; none when there are no steps. */
async function sendSteps(steps: readonly Step[], context: Excel.RequestContext, send: Send): Promise<void> {
  if (steps.length === 0) return;
  for (const { queue } of steps) queue(context);
  await send();
}

interface WriteRun {
  readonly context: Excel.RequestContext;
  readonly send: Send;
  readonly state: BookState;
  readonly stages: readonly (readonly Change[])[];
  /** Changes are added as they are sent; the caller takes them back on failure. */
  readonly begun: Change[];
  readonly written: WrittenBlocks;
  readonly options: ApplyOptions;
}

async function writeStages(setting: OfficeSetting, writing: WriteRun): Promise<void> {
  const { context, send, state, stages, begun, written, options } = writing;
  const total = stages.flat().length;
  for (const stage of stages) {
    for await (const batch of batchesOf(stepsOfStage(setting, stage, state, written), setting.payloadLimit, setting.pause)) {
      stopIfCancelled(options.signal);
      for (const { change } of batch) for (const one of begunWith(change, stage)) if (!begun.includes(one)) begun.push(one);
      suspendUpdates(setting, context);
      for (const step of batch) step.queue(context);
      await send().finally(() => written.answered());
      written.demandNobodyElse();
      options.onProgress?.(Math.min(1, begun.length / total), batch.at(-1)?.change.edit.sheet ?? '');
    }
  }
}

/**
 * The changes that count as begun with one. Moved comments took along what their cells hold: to have it back where it was, all that is written
 * up to the second of the two moves is taken back, begun or not (`withComments`).
 */
function begunWith(change: Change, stage: readonly Change[]): readonly Change[] {
  const { edit } = change;
  if (edit.type !== 'move comments') return [change];
  const first = stage.indexOf(change);
  const second = stage.findIndex((one, index) => index > first && one.edit.type === 'move comments' && one.edit.sheet === edit.sheet);
  return second < 0 ? [change] : stage.slice(first, second + 1);
}

/** The steps of a stage in order, but the looks of a sheet's whole columns before its cells, whose own formats they would replace. */
function* stepsOfStage(
  setting: OfficeSetting,
  stage: readonly Change[],
  state: BookState,
  written: WrittenBlocks,
): Generator<ChangeStep, void> {
  const columnsDone = new Set<string>();
  for (const change of stage) {
    const { edit } = change;
    const steps = stepsOf(edit, { state, payloadLimit: setting.payloadLimit, columnsDone, written });
    const layout = columnsDone.has(edit.sheet) ? null : layoutAfter(stage, change);
    const columns = layout === null ? [] : columnSteps(edit.sheet, layout);
    if (layout !== null) columnsDone.add(edit.sheet);
    for (const some of edit.type === 'add sheet' ? [steps, columns] : [columns, steps]) for (const step of some) yield { ...step, change };
  }
}

/** The layout that follows a change to the same sheet, or null. */
function layoutAfter(stage: readonly Change[], change: Change): SheetLayout | null {
  if (change.edit.type !== 'add sheet' && change.edit.type !== 'write cells') return null;
  const later = stage.slice(stage.indexOf(change) + 1).find(({ edit }) => edit.type === 'lay out' && edit.sheet === change.edit.sheet);
  return later?.edit.type === 'lay out' ? later.edit.layout : null;
}

/** Excel calculates and redraws nothing until the request is done. Needed for each request, or the screen flickers. */
function suspendUpdates(setting: OfficeSetting, context: Excel.RequestContext): void {
  context.application.suspendApiCalculationUntilNextSync();
  if (supports(setting.isSetSupported, 'suspend screen updates')) context.application.suspendScreenUpdatingUntilNextSync();
}

function cellsOf(edit: Edit): number {
  return edit.type === 'write cells' ? edit.cells.reduce((sum, row) => sum + row.filter((cell) => cell !== null).length, 0) : 0;
}
