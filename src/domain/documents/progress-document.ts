import { progressSheet } from '../sheets';
import type { DocumentSubject } from './document-subject';
import type { PlanDocument } from './plan-document';
import { sheetOnPaper } from './sheet-on-paper';

/** What of the sheet's list goes on paper, and how wide: outcomes and the timescale as written stay in the workbook. */
const LISTED: Readonly<Record<string, number>> = {
  directorate: 12,
  ref: 9,
  listed: 9,
  due: 12,
  dueThen: 12,
  status: 9,
  statusThen: 9,
  slipped: 11,
  commitment: 32,
  progress: 20,
};

/** The progress update for a committee: the sheet of that name put on paper. */
export function progressDocument({ standing, framework }: DocumentSubject): PlanDocument {
  const sheet = progressSheet(standing, null);
  return sheetOnPaper({ sheet, framework, listed: LISTED, nothing: 'No action is overdue, and none has slipped.' });
}
