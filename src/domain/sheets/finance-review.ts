import type { PlanChanges } from '../collation';
import { type CheckedCost, openReasons } from '../finance';
import { ACTION_FIELDS } from '../fields';
import { type FinanceFigures, financeFigures } from '../figures';
import { isoDate } from '../grid';
import { type PlanCell, type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import { capital, counted, directorateWords, grouped, longDateOfIso } from '../wording';
import { BAD, headingLook, sectionLook, UNSURE, workedOutColumn } from './council-look';
import { DIRECTORATE_LINES_TO_COME, type FigureBlock, figurePiece } from './figure-block';
import type { ExistingSheet } from './placed-again';
import { placePieces } from './place-pieces';
import { type PlanSubject, runStamp } from './plan-subject';
import { textPiece, titlePiece } from './text-piece';

export const FINANCE_REVIEW = 'Finance review';
export const FINANCE_REVIEW_TABLE = 'PlanFinanceReview';

/** Numbers and words stand off the column to their right by the width of a bracket. */
const POUNDS = '£#,##0_);-£#,##0_);£0_);@_)';

/** Together as wide as an A4 page is at 8 points. The columns of figures above the list are the first six. */
export const FINANCE_REVIEW_COLUMNS: readonly PlanColumn[] = [
  workedOutColumn('directorate', ACTION_FIELDS.directorate.heading, 22),
  workedOutColumn('ref', 'Ref', 10, { wrap: false }),
  workedOutColumn('cost', ACTION_FIELDS.cost.heading, 10),
  workedOutColumn('pounds', 'Amount', 11, { align: 'right', format: POUNDS }),
  workedOutColumn('open', 'Open because', 14),
  workedOutColumn('verdict', 'Verdict', 13),
  workedOutColumn('commitment', ACTION_FIELDS.commitment.heading, 34),
  workedOutColumn('question', 'What finance asks', 29),
  workedOutColumn('note', 'Its note', 15),
  workedOutColumn('changed', 'Changed since', 14),
];
const LAST_COLUMN = FINANCE_REVIEW_COLUMNS.length - 1;
const LIST_TITLE = 'Open for finance';
const NOT_KNOWN = 'not known';

/** What is finance's review made from. */
export type ReviewSubject = Pick<PlanSubject, 'framework' | 'dates' | 'figures' | 'progress' | 'finance'>;

/**
 * What finance has said, what costs come to, and every action that is open for finance, by directorate; rewritten whole at each run, as it is
 * a report of All priorities.
 * Rule: docs/rules.md#finance-open.
 */
export function financeReview(subject: ReviewSubject, existing: ExistingSheet | null): SheetPlan {
  const figures = financeFigures(subject.finance, subject.framework);
  const pieces = [
    titlePiece(FINANCE_REVIEW, [runStamp(subject), summaryOf(figures, subject)], LAST_COLUMN),
    ...blocksOf(figures, subject).map(figurePiece),
    {
      ...textPiece(LIST_TITLE, [[text(LIST_TITLE)]]),
      gapBelow: 0,
      looks: (_drawn: unknown, { row }: { row: number }) => [sectionLook(row, 0, LAST_COLUMN)],
    },
  ];
  const placed = placePieces(pieces, {
    widths: { widthOf: (column) => FINANCE_REVIEW_COLUMNS[column]?.width ?? 0, lastColumn: LAST_COLUMN },
    existing,
    firstCharts: {},
  });
  const list = placed.below;
  const openAt = { top: list + 1, bottom: list + 5_000, left: 4, right: 4 };
  return {
    name: FINANCE_REVIEW,
    visibility: 'visible',
    tabColour: '#6B4A00',
    blocks: placed.blocks,
    table: {
      name: FINANCE_REVIEW_TABLE,
      at: { row: list, column: 0 },
      columns: FINANCE_REVIEW_COLUMNS,
      rows: openRows(subject),
      refresh: { how: 'replace', identity: ['ref'], gone: { column: 'open', cell: text('no longer open') } },
      banded: true,
      style: 'TableStyleLight9',
    },
    widths: {},
    merges: [],
    looks: [...placed.looks, headingLook(list, 0, LAST_COLUMN)],
    dropDowns: [],
    rules: [
      { area: openAt, when: { contains: 'contradicted' }, look: BAD },
      { area: openAt, when: { contains: 'since' }, look: UNSURE },
      { area: openAt, when: { contains: 'query' }, look: UNSURE },
      { area: openAt, when: { contains: 'not agreed' }, look: BAD },
    ],
    charts: placed.charts,
    freeze: { rows: 2, columns: 0 },
    print: {
      orientation: 'landscape',
      paper: 'A4',
      pages: 'one wide',
      lastColumn: null,
      titleRows: { top: list, bottom: list },
      footer: `${FINANCE_REVIEW}, page &P of &N`,
    },
    gridlines: false,
  };
}

function summaryOf({ actions, open }: FinanceFigures, { progress }: ReviewSubject): string {
  const { since } = progress.changes;
  const changed = since === null ? '' : ` · changes of words are those since ${since}`;
  return `${counted(actions, 'action')}, ${grouped(open)} open for finance${changed}`;
}

function blocksOf(figures: FinanceFigures, { framework }: ReviewSubject): FigureBlock[] {
  const plain = { hasTotal: false, notes: [], chart: null, left: 0, roomForLines: 0 } as const;
  const byCost = {
    ...plain,
    headings: { where: 'under', names: ACTION_FIELDS.directorate.heading },
    hasTotal: true,
    roomForLines: framework.directorates.length + DIRECTORATE_LINES_TO_COME,
  } as const;
  return [
    { ...plain, title: 'What finance has said', tally: figures.byVerdict, headings: { where: 'beside' } },
    { ...byCost, title: 'Actions by cost', tally: figures.actionsByCost },
    { ...byCost, title: 'Known amounts by cost, in pounds', tally: figures.poundsByCost },
    {
      ...byCost,
      title: 'Actions without a known amount, by cost',
      tally: figures.withoutAmount,
      notes: ['They add nothing to the amounts above. Those that are open are in the list below as “not known”.'],
    },
  ];
}

function openRows(subject: ReviewSubject): PlanRow[] {
  const { framework, finance } = subject;
  const order = new Map(framework.directorates.map(({ name }, index) => [name, index]));
  const placeOf = ({ directorate }: CheckedCost): number => order.get(directorate ?? '') ?? order.size;
  const open = finance
    .map((one) => ({ one, reasons: openReasons(one, framework.vocabularies.verdicts) }))
    .filter(({ reasons }) => reasons.length > 0);
  return open.sort((a, b) => placeOf(a.one) - placeOf(b.one)).map(({ one, reasons }) => rowOf(one, reasons, subject));
}

function rowOf(one: CheckedCost, reasons: readonly string[], subject: ReviewSubject): PlanRow {
  const { ref, cost, pounds, commitment, question, verdict } = one;
  return {
    key: ref,
    cells: {
      directorate: text(directorateWords(one)),
      ref: text(ref),
      cost: text(cost),
      pounds: poundsCell(pounds),
      open: text(reasons.join(', ')),
      verdict: text(
        verdict === null ? '' : [verdict.verdict, verdict.by ?? '', verdict.date ?? ''].filter((part) => part !== '').join(', '),
      ),
      commitment: text(commitment),
      question: text(question),
      note: text(verdict?.note ?? ''),
      changed: text(capital(changedSince(one, subject.progress.changes, isoDate(subject.dates.stamp)).join(', '))),
    },
  };
}

const poundsCell = (pounds: number | null): PlanCell =>
  pounds === null ? text(NOT_KNOWN) : { kind: 'number', value: pounds, format: POUNDS };

/** Fields whose words a verdict is about. */
const JUDGED: ReadonlySet<string> = new Set(['commitment', 'ledBy', 'timescale', 'measure', 'cost']);

/**
 * What is new about an action: the verdict that the last run found and the one before it, then what its directorate changed.
 * @param stamp ISO date of the last run that changed anything.
 */
function changedSince({ ref, known }: CheckedCost, { list }: PlanChanges, stamp: string): string[] {
  const before = known?.history.at(-1);
  const was =
    before === undefined
      ? 'verdict is new'
      : `verdict was “${before.verdict}”${before.found === '' ? '' : ` from ${longDateOfIso(before.found)}`}`;
  const own = list.filter((change) => change.ref === ref && change.kind === undefined);
  return [
    ...(known?.found === stamp ? [was] : []),
    ...own.filter(({ what }) => what === 'new' || what === 'sent again').map(({ what }) => (what === 'new' ? 'new action' : what)),
    ...own.flatMap(({ what, field }) =>
      what === 'changed' && field !== null && field !== 'strategies' && JUDGED.has(field)
        ? [`${ACTION_FIELDS[field].heading} changed`]
        : [],
    ),
  ];
}
