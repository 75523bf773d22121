import { financeReview } from '../sheets';
import type { DocumentSubject } from './document-subject';
import type { PlanDocument } from './plan-document';
import { sheetOnPaper } from './sheet-on-paper';

const LISTED: Readonly<Record<string, number>> = {
  directorate: 12,
  ref: 9,
  cost: 9,
  pounds: 9,
  open: 12,
  verdict: 10,
  commitment: 30,
  question: 24,
  note: 14,
  changed: 12,
};

/** Finance's review: the sheet of that name put on paper. */
export function financeDocument({ standing, finance, framework }: DocumentSubject): PlanDocument {
  const sheet = financeReview({ ...standing, finance }, null);
  return sheetOnPaper({ sheet, framework, listed: LISTED, nothing: 'Nothing is open for finance.' });
}
