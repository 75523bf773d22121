import type { PlanActivity } from '../collation';
import { type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import { textColumn, workedOutColumn } from './council-look';
import { type PlanSubject, runStamp, sourceCell } from './plan-subject';
import { reportSheet } from './report-sheet';

export const CURRENT_ACTIVITY = 'Current activity';
export const CURRENT_ACTIVITY_TABLE = 'PlanCurrentActivity';

export const CURRENT_ACTIVITY_COLUMNS: readonly PlanColumn[] = [
  textColumn('outcome', 'Shared outcome', 12),
  textColumn('directorate', 'Directorate', 18),
  textColumn('theme', 'Theme', 24),
  textColumn('commitment', 'What we have committed to', 64),
  textColumn('strategies', 'Strategies / plans in place to deliver', 52),
  workedOutColumn('source', 'Source', 36, { format: 'General', linksToFiles: true, offPaper: true }),
];

/** Appendix A of the plan: what directorates do already, outcome by outcome. */
export function currentActivity(subject: PlanSubject): SheetPlan {
  const order = subject.framework.outcomes.map(({ code }) => code);
  const placeOf = ({ line: { outcome } }: PlanActivity): number => {
    const place = order.indexOf(outcome ?? '');
    return place === -1 ? order.length : place;
  };
  const sorted = subject.lines.activities.map((activity, index) => ({ activity, index }));
  sorted.sort((a, b) => placeOf(a.activity) - placeOf(b.activity) || a.index - b.index);
  return reportSheet({
    name: CURRENT_ACTIVITY,
    tabColour: '#5B6470',
    stamp: `${runStamp(subject)} · ${sorted.length === 0 ? 'no table of current activity was sent' : 'what directorates do already'}`,
    table: CURRENT_ACTIVITY_TABLE,
    columns: CURRENT_ACTIVITY_COLUMNS,
    rows: sorted.map(({ activity }, index) => rowOf(activity, index, subject)),
    refresh: {
      how: 'replace',
      identity: ['outcome', 'directorate', 'commitment'],
      gone: { column: 'source', cell: text('no longer sent') },
    },
    rules: [],
    paper: 'A3',
    frozenColumns: 1,
  });
}

function rowOf({ line, lastHeard }: PlanActivity, index: number, subject: PlanSubject): PlanRow {
  const { outcome, directorate, theme, commitment, strategies, source } = line;
  return {
    key: String(index),
    cells: {
      outcome: text(outcome ?? ''),
      directorate: text(directorate ?? ''),
      theme: text(theme ?? ''),
      commitment: text(commitment),
      strategies: text(strategies),
      source: sourceCell(source, source.cells.commitment ?? '', subject, lastHeard),
    },
  };
}
