import type { CollatedAction } from '../collation';
import { dueOf } from '../timescale';
import { isoDate } from '../grid';
import { counted } from '../wording';
import { type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import { textColumn, workedOutColumn } from './council-look';
import { dateCell, fieldColumn } from './field-column';
import { type PlanSubject, runStamp, sourceCell } from './plan-subject';
import { reportSheet } from './report-sheet';

export const MILESTONES_SHEET = 'Milestones';
export const MILESTONES_TABLE = 'PlanMilestones';

export const MILESTONES_COLUMNS: readonly PlanColumn[] = [
  textColumn('ref', 'Ref', 10),
  textColumn('commitment', 'What we have committed to', 44),
  textColumn('milestone', 'Milestone', 40),
  textColumn('ledBy', 'Led by', 22),
  textColumn('timescale', 'Timescale', 18),
  fieldColumn('due', 12, { isWorkedOut: true }),
  textColumn('measure', 'Measure', 34),
  workedOutColumn('source', 'Source', 26, { format: 'General', linksToFiles: true, offPaper: true }),
];

const hasMilestones = ({ action }: CollatedAction): boolean => action.milestones.length > 0;

/** Whether a plan has the sheet unasked: once an action was sent with milestones. */
export function hasMilestonesIn(actions: readonly CollatedAction[]): boolean {
  return actions.some(hasMilestones);
}

/** The steps of those actions that were sent with several, each with its own lead, timescale and measure. */
export function milestonesSheet(subject: PlanSubject): SheetPlan {
  const actions = subject.register.actions.filter(hasMilestones);
  const rows = actions.flatMap((one) => rowsOf(one, subject));
  const stamp = `${counted(rows.length, 'milestone')} of ${counted(actions.length, 'action')}`;
  return reportSheet({
    name: MILESTONES_SHEET,
    tabColour: '#0B5A2B',
    stamp: `${runStamp(subject)} · ${stamp}`,
    table: MILESTONES_TABLE,
    columns: MILESTONES_COLUMNS,
    rows,
    refresh: { how: 'replace', identity: ['ref', 'milestone', 'timescale'], gone: { column: 'source', cell: text('no longer sent') } },
    rules: [],
    paper: 'A4',
    frozenColumns: 1,
  });
}

function rowsOf({ ref, action, lastHeard }: CollatedAction, subject: PlanSubject): PlanRow[] {
  return action.milestones.map(({ text: milestone, ledBy, timescale, measure, cells }, index) => {
    const due = dueOf(timescale, subject.dates.planDate);
    return {
      key: `${ref} ${String(index)}`,
      cells: {
        ref: text(ref),
        commitment: text(action.commitment),
        milestone: text(milestone),
        ledBy: text(ledBy.text),
        timescale: text(timescale.text),
        due: dateCell(due === null ? '' : isoDate(due)),
        measure: text(measure.text),
        source: sourceCell(action.source, Object.values(cells)[0] ?? '', subject, lastHeard),
      },
    };
  });
}
