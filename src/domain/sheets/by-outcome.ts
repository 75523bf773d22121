import type { CollatedAction } from '../collation';
import type { Outcome } from '../framework';
import { parseIsoDate, serialOfDate } from '../grid';
import { NOTHING, type PlanCell, type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import { NO_SHARED_OUTCOME } from '../wording';
import { textColumn } from './council-look';
import { type PlanSubject, runStamp } from './plan-subject';
import { reportSheet } from './report-sheet';
import { STATUS_LOOKS } from './status-looks';

export const BY_OUTCOME = 'By outcome';
export const BY_OUTCOME_TABLE = 'PlanByOutcome';

const COLUMNS: readonly PlanColumn[] = [
  textColumn('outcome', 'Shared outcome', 30),
  textColumn('ref', 'Ref', 9, { wrap: false }),
  textColumn('directorate', 'Directorate', 18),
  textColumn('commitment', 'What we have committed to', 56),
  textColumn('ledBy', 'Led by', 22),
  textColumn('timescale', 'Timescale', 18),
  textColumn('due', 'Due', 11, { wrap: false, format: 'dd/mm/yyyy' }),
  textColumn('measure', 'Measure', 40),
  textColumn('status', 'Status', 12),
];

/** The plan outcome by outcome: an action stands under each outcome it serves, those that name none come last. */
export function byOutcome(subject: PlanSubject): SheetPlan {
  const { outcomes } = subject.framework;
  const { actions } = subject.register;
  const groups = [
    ...outcomes.map((outcome) => ({
      title: outcomeTitle(outcome),
      under: actions.filter(({ action }) => action.outcomes.codes.includes(outcome.code)),
    })),
    { title: NO_SHARED_OUTCOME, under: actions.filter(({ action }) => action.outcomes.codes.length === 0) },
  ];
  return reportSheet({
    name: BY_OUTCOME,
    tabColour: '#1F4E79',
    stamp: `${runStamp(subject)} · an action stands under each outcome that it serves`,
    table: BY_OUTCOME_TABLE,
    columns: COLUMNS,
    rows: groups.flatMap(({ title, under }) => under.map((one) => rowOf(title, one, subject))),
    refresh: { how: 'replace', identity: ['outcome', 'ref'], gone: { column: 'status', cell: text('no longer here') } },
    rules: STATUS_LOOKS.map((look) => ({ column: 'status', ...look })),
    paper: 'A3',
    frozenColumns: 2,
  });
}

/** "SO1 Give children the best start in life". */
function outcomeTitle({ code, titles }: Outcome): string {
  return [code, titles[0] ?? ''].join(' ').trim();
}

function rowOf(outcome: string, { ref, action }: CollatedAction, { progress }: PlanSubject): PlanRow {
  const position = progress.position.get(ref);
  return {
    key: `${outcome}\n${ref}`,
    cells: {
      outcome: text(outcome),
      ref: text(ref),
      directorate: text(action.directorate ?? action.directorateText),
      commitment: text(action.commitment),
      ledBy: text(action.ledBy.text),
      timescale: text(action.timescale.text),
      due: dateCell(position?.due ?? ''),
      measure: text(action.measure.text),
      status: text(position?.status ?? ''),
    },
  };
}

/** A real date from "2026-03-31"; empty for anything else. */
export function dateCell(iso: string): PlanCell {
  const date = parseIsoDate(iso);
  return date === null ? NOTHING : { kind: 'date', serial: serialOfDate(date) };
}
