import { type CollatedAction, lastHeardWords, NO_POSITION, outcomeCodesIn } from '../collation';
import { type Outcome, outcomesInOrder } from '../framework';
import { type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import { NO_SHARED_OUTCOME } from '../wording';
import { textColumn, workedOutColumn } from './council-look';
import { fieldCell, fieldColumn } from './field-column';
import { type PlanSubject, runStamp } from './plan-subject';
import { reportSheet } from './report-sheet';
import { STATUS_LOOKS } from './status-looks';

export const BY_OUTCOME = 'By outcome';
export const BY_OUTCOME_TABLE = 'PlanByOutcome';

/** The fields shown, with the width of their columns. */
const WIDTHS = { directorate: 14, commitment: 58, ledBy: 20, timescale: 16, due: 11, measure: 42, status: 10 } as const;
const SHOWN = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];

export const BY_OUTCOME_COLUMNS: readonly PlanColumn[] = [
  textColumn('outcome', 'Shared outcome', 26),
  textColumn('ref', 'Ref', 9, { wrap: false }),
  ...SHOWN.map((key) => fieldColumn(key, WIDTHS[key])),
  workedOutColumn('standing', 'Standing', 10),
];

/** The plan outcome by outcome: an action stands under each outcome or priority that it names, those that name none come last. */
export function byOutcome(subject: PlanSubject): SheetPlan {
  const outcomes = outcomesInOrder(subject.framework);
  const { position } = subject.progress;
  const codes = new Set(outcomes.map(({ outcome }) => outcome.code));
  const actions = subject.register.actions.map((one) => ({
    one,
    serves: outcomeCodesIn(position.get(one.ref)?.outcomes ?? '').filter((code) => codes.has(code)),
  }));
  const groups = [
    ...outcomes.map(({ outcome, above }) => ({
      title: [...above, outcome].map(outcomeTitle).join(' · '),
      under: actions.filter(({ serves }) => serves.includes(outcome.code)),
    })),
    { title: NO_SHARED_OUTCOME, under: actions.filter(({ serves }) => serves.length === 0) },
  ];
  return reportSheet({
    name: BY_OUTCOME,
    tabColour: '#1F4E79',
    stamp: `${runStamp(subject)} · an action stands under each outcome that it serves`,
    table: BY_OUTCOME_TABLE,
    columns: BY_OUTCOME_COLUMNS,
    rows: groups.flatMap(({ title, under }) => under.map(({ one }) => rowOf(title, one, subject))),
    refresh: { how: 'replace', identity: ['outcome', 'ref'], gone: { column: 'status', cell: text('no longer here') } },
    rules: STATUS_LOOKS.map((look) => ({ column: 'status', ...look })),
    paper: 'A3',
    frozenColumns: 2,
  });
}

/** "SO1 Give children the best start in life"; a priority stands behind its outcome, "1 Start well · 1.1 Healthy weight". */
function outcomeTitle({ code, titles }: Outcome): string {
  return [code, titles[0] ?? ''].join(' ').trim();
}

function rowOf(outcome: string, { ref, lastHeard }: CollatedAction, { progress }: PlanSubject): PlanRow {
  const position = progress.position.get(ref) ?? NO_POSITION;
  return {
    key: `${outcome}\n${ref}`,
    cells: {
      outcome: text(outcome),
      ref: text(ref),
      ...Object.fromEntries(SHOWN.map((key) => [key, fieldCell(key, position[key])])),
      standing: text(lastHeard === null ? '' : lastHeardWords(lastHeard)),
    },
  };
}
