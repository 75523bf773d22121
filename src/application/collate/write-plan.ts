import { journalChanges, NO_JOURNAL, readState } from '../../domain/state';
import { Failure } from '../ports/failure';
import type { ApplyOptions, Receipt, WorkbookPort } from '../ports/ports';
import type { PreparedWrite } from '../requests/collation-requests';

const NOTHING_WRITTEN: Receipt = { edits: 0, cells: 0, roundTrips: 0 };

/**
 * Writes a prepared plan, all or nothing. With an obstacle nothing is written: the failure names the first.
 * @throws Failure in plain words; see `WorkbookPort.apply` for what it says of the workbook.
 */
export async function writePlan(port: WorkbookPort, prepared: PreparedWrite, options?: ApplyOptions): Promise<Receipt> {
  const obstacle = prepared.sheets.flatMap(({ obstacles }) => obstacles)[0];
  if (obstacle !== undefined) throw new Failure('cell changed', obstacle.sentence);
  return prepared.nothingToDo ? NOTHING_WRITTEN : port.apply(prepared.stages, options);
}

/**
 * Takes back the last run: undoes an interrupted write, or restores the sheets as they were before the last collation.
 * @returns the number of edits replayed; 0 when there is nothing to go back to.
 */
export async function takeBackLastRun(port: WorkbookPort, options?: ApplyOptions): Promise<number> {
  const book = await port.readBook({ includeHidden: false });
  const { journal } = readState(book);
  if (journal.state === 'none') return 0;
  const undoing = journal.undo.map((edit) => ({ edit, undo: null }));
  // The journal is cleared after its work is done, so that taking back, if interrupted, can be started again.
  await port.apply([undoing, journalChanges(book, NO_JOURNAL)], options);
  return journal.undo.length;
}
