import type { VerdictCell } from '../finance';
import { parseIsoDate, serialOfDate } from '../grid';
import { NOTHING, type PlanCell, text } from '../workbook';
import type { FINANCE_HEADINGS } from '../wording';

/** The parts of a verdict: what is said, note, initials and date. */
export type VerdictPart = keyof typeof FINANCE_HEADINGS;

/** What the cells of a verdict hold; one of "" leaves no more than its note. */
export function verdictCells({ verdict, note, by, date }: VerdictCell): Readonly<Record<VerdictPart, PlanCell>> {
  const day = parseIsoDate(date ?? '');
  const given: PlanCell = day === null ? text(date ?? '') : { kind: 'date', serial: serialOfDate(day) };
  const isGiven = verdict !== '';
  return { check: text(verdict), note: text(note), by: isGiven ? text(by ?? '') : NOTHING, date: isGiven ? given : NOTHING };
}
