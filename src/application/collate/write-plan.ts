import { Failure } from '../ports/failure';
import type { ApplyOptions, Receipt, WorkbookPort } from '../ports/ports';
import type { PreparedWrite } from '../requests/collation-requests';

const NOTHING_WRITTEN: Receipt = { edits: 0, cells: 0, roundTrips: 0 };

/**
 * Writes a prepared plan, all or nothing. With an obstacle or an open question nothing is written: the failure names the first.
 * @throws Failure in plain words; see `WorkbookPort.apply` for what it says of the workbook.
 */
export async function writePlan(port: WorkbookPort, prepared: PreparedWrite, options?: ApplyOptions): Promise<Receipt> {
  const obstacle = prepared.sheets.flatMap(({ obstacles }) => obstacles)[0];
  if (obstacle !== undefined) throw new Failure('cell changed', obstacle.sentence);
  const [question] = prepared.questions;
  if (question !== undefined)
    throw new Failure('bad option', `Nothing was written: it must be said first what “${question.ref}” is now. Look under “Please check”.`);
  return prepared.nothingToDo ? NOTHING_WRITTEN : port.apply(prepared.stages, options);
}
