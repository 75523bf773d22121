import type { Framework } from '../framework';
import type { PlanColumn } from '../workbook';
import { ALL_PRIORITIES, allPrioritiesColumns } from './all-priorities';
import { BY_OUTCOME, BY_OUTCOME_COLUMNS } from './by-outcome';
import { CHANGES_COLUMNS, CHANGES_SHEET } from './changes-sheet';
import { CURRENT_ACTIVITY, CURRENT_ACTIVITY_COLUMNS } from './current-activity';
import { FINANCE_REVIEW, FINANCE_REVIEW_COLUMNS } from './finance-review';
import { FINDINGS_COLUMNS, FINDINGS_SHEET } from './findings-sheet';
import { KEPT_TEXTS, KEPT_TEXTS_COLUMNS } from './kept-texts';
import { LOCAL_MEASURES, LOCAL_MEASURES_COLUMNS } from './local-measures';
import { coverageColumns, LOGFRAME_COVERAGE } from './logframe-coverage';
import { MILESTONES_COLUMNS, MILESTONES_SHEET } from './milestones-sheet';
import { PROGRESS_COLUMNS, PROGRESS_SHEET } from './progress-sheet';
import { SOURCES_COLUMNS, SOURCES_SHEET } from './sources-sheet';

const COLUMNS: Readonly<Record<string, (framework: Framework) => readonly PlanColumn[]>> = {
  [PROGRESS_SHEET]: () => PROGRESS_COLUMNS,
  [FINANCE_REVIEW]: () => FINANCE_REVIEW_COLUMNS,
  [ALL_PRIORITIES]: allPrioritiesColumns,
  [CHANGES_SHEET]: () => CHANGES_COLUMNS,
  [LOGFRAME_COVERAGE]: (framework) => coverageColumns(framework, true),
  [FINDINGS_SHEET]: () => FINDINGS_COLUMNS,
  [SOURCES_SHEET]: () => SOURCES_COLUMNS,
  [BY_OUTCOME]: () => BY_OUTCOME_COLUMNS,
  [CURRENT_ACTIVITY]: () => CURRENT_ACTIVITY_COLUMNS,
  [LOCAL_MEASURES]: () => LOCAL_MEASURES_COLUMNS,
  [MILESTONES_SHEET]: () => MILESTONES_COLUMNS,
  [KEPT_TEXTS]: () => KEPT_TEXTS_COLUMNS,
};

/** The columns that a sheet of the plan has, by the plan's own name of it, every one that it may have; none for a sheet without a table. */
export function columnsPlanned(plan: string, framework: Framework): readonly PlanColumn[] {
  return COLUMNS[plan]?.(framework) ?? [];
}
