import { WriteFailedError } from '../../../application';

/** The error for an edit that the workbook cannot take. Files are changed on a copy, so nothing has been written when it is thrown. */
export function refusedEdit(why: string): WriteFailedError {
  return new WriteFailedError('write undone', `${why} Nothing was written.`);
}
