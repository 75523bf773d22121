import { Failure } from '../../application';
import type { ExcelConnection } from './excel-connection';
import { failureOf, hostCode } from './office-errors';
import type { OfficeSetting } from './office-setting';
import { rangeOf } from './used-blocks';

const FIRST_CELL = { top: 0, left: 0, bottom: 0, right: 0 };

/**
 * Refuses a write into a workbook that is open for viewing only. Office says so of the time when the pane was opened, and the user may have
 * chosen Editing since, so it is tried: null leaves a cell as it is, and where nothing may be changed Excel refuses it all the same.
 */
export async function demandEditing({ isViewOnly }: OfficeSetting, connection: ExcelConnection): Promise<void> {
  if (!isViewOnly()) return;
  try {
    await connection.run({ waitForCellEdit: true }, async ({ workbook }, send) => {
      rangeOf(workbook.worksheets.getFirst(), FIRST_CELL).values = [[null]];
      await send();
    });
  } catch (error) {
    throw hostCode(error) === 'AccessDenied' ? viewOnly(error) : failureOf(error, 'write to the workbook', 'Nothing was written.');
  }
}

function viewOnly(cause: unknown): Failure {
  return new Failure(
    'read only',
    'This workbook is open for viewing only, so nothing was written. Choose Editing in place of Viewing at the top of the window, or Enable Editing in the yellow bar, then write again. If neither is there, the file is shared with you for reading: save a copy and open that.',
    { cause },
  );
}
