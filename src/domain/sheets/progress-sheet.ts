import { type ActionPosition, actionsStanding, isOverdue, lastHeardWords, type PlanPosition, type Slip, slipOf } from '../collation';
import { apart, type Figure, figure, type StandingFigures, type Tally, type TallyLine } from '../figures';
import { isoDate } from '../grid';
import { type FormatRule, type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import { longDateOfIso } from '../wording';
import { dateCell } from './field-column';
import { BAD, headingLook, sectionLook, textColumn, UNSURE, workedOutColumn } from './council-look';
import { DIRECTORATE_LINES_TO_COME, type FigureBlock, figurePiece } from './figure-block';
import type { FirstCharts, ExistingSheet } from './placed-again';
import { placePieces } from './place-pieces';
import { type PlanStanding, runStamp } from './plan-subject';
import type { SheetPiece } from './sheet-piece';
import { STATUS_LOOKS } from './status-looks';
import { textPiece, titlePiece } from './text-piece';

export const PROGRESS_SHEET = 'Progress update';
export const PROGRESS_TABLE = 'PlanProgress';

/** Under the last block: what the words of the sheet mean. */
const NOTES = [
  'An action stands under each outcome that it serves. Listed services have no status of their own and are left out.',
  'Overdue: the due date has passed and the action is neither complete nor stopped.',
  'Slipped: due later than it was last quarter, due at no date any more, or with a worse status.',
];
export const PROGRESS_COLUMNS: readonly PlanColumn[] = [
  textColumn('directorate', 'Directorate', 30),
  textColumn('ref', 'Ref', 11, { wrap: false }),
  workedOutColumn('listed', 'Listed as', 11),
  textColumn('due', 'Due', 11, { wrap: false, format: 'dd/mm/yyyy' }),
  workedOutColumn('dueThen', 'Due last quarter', 11, { wrap: false, format: 'dd/mm/yyyy' }),
  textColumn('status', 'Status', 11),
  workedOutColumn('statusThen', 'Status last quarter', 11),
  textColumn('outcomes', 'Shared outcomes', 11),
  textColumn('timescale', 'Timescale', 13),
  workedOutColumn('slipped', 'What slipped', 11),
  textColumn('ledBy', 'Led by', 18),
  textColumn('commitment', 'What we have committed to', 42),
  textColumn('progress', 'Progress', 28),
];
const LAST_COLUMN = PROGRESS_COLUMNS.length - 1;

/** Lines for outcomes of another framework, and for no outcome. */
const OUTCOME_LINES_TO_COME = 2;

/** Where the plan stands now. */
interface Standing {
  readonly actions: ReadonlyMap<string, ActionPosition>;
  /** ISO date at which it is judged what is overdue. */
  readonly asOf: string;
}

/** Charts end before the columns with the long texts. Zero-based. */
const LAST_CHART_COLUMN = LAST_COLUMN - 2;

const FIRST_CHARTS: FirstCharts = { ProgressByStatus: 'E5:K27' };

/** Status by outcome and by directorate, this quarter against last, and what is overdue or has slipped: the committee's page. */
export function progressSheet(subject: PlanStanding, existing: ExistingSheet | null): SheetPlan {
  const { progress } = subject;
  const now: Standing = { actions: actionsStanding(progress.position), asOf: isoDate(subject.dates.asOf) };
  const pieces = [
    titlePiece(PROGRESS_SHEET, [runStamp(subject), comparedWith(subject)], LAST_COLUMN),
    ...blocksOf(subject).map(figurePiece),
    listTitle(existing),
  ];
  const placed = placePieces(pieces, {
    widths: { widthOf: (column) => PROGRESS_COLUMNS[column]?.width ?? 0, lastColumn: LAST_CHART_COLUMN },
    existing,
    firstCharts: FIRST_CHARTS,
  });
  const list = placed.below;
  return {
    name: PROGRESS_SHEET,
    visibility: 'visible',
    tabColour: '#0B5A2B',
    blocks: placed.blocks,
    table: {
      name: PROGRESS_TABLE,
      at: { row: list, column: 0 },
      columns: PROGRESS_COLUMNS,
      rows: [...attentionRows(now, progress.lastQuarter?.position ?? null), ...measureRows(progress.position)],
      refresh: { how: 'replace', identity: ['ref'], gone: { column: 'listed', cell: text('no longer') } },
      banded: true,
      style: 'TableStyleLight9',
    },
    widths: {},
    merges: [],
    looks: [...placed.looks, headingLook(list, 0, LAST_COLUMN)],
    dropDowns: [],
    rules: rulesOf(list),
    charts: placed.charts,
    freeze: { rows: 2, columns: 0 },
    print: {
      orientation: 'landscape',
      paper: 'A3',
      pages: 'one wide',
      lastColumn: null,
      titleRows: { top: list - 1, bottom: list },
      footer: `${PROGRESS_SHEET}, page &P of &N`,
    },
    gridlines: false,
  };
}

/** Sheets that version 0.1.0 made have the first of these, by which the line is found again. */
const LIST_TITLES = { earlier: 'Overdue and slipped actions', now: 'Overdue and slipped actions, and measures that say how they stand' };

/** The line over the list. */
function listTitle(existing: ExistingSheet | null): SheetPiece {
  const wasEarlier = Object.values(existing?.last?.blocks ?? {}).includes(LIST_TITLES.earlier);
  const title = wasEarlier ? LIST_TITLES.earlier : LIST_TITLES.now;
  return {
    ...textPiece(title, [[text(title)]]),
    gapBelow: 0,
    looks: (_drawn, { row }) => [sectionLook(row, 0, LAST_COLUMN)],
  };
}

function comparedWith({ progress }: PlanStanding): string {
  if (progress.lastQuarter === null) return `${progress.quarter} · the first quarter that is kept, so there is none to compare with yet`;
  const { quarter, asOf } = progress.lastQuarter;
  return `${progress.quarter} against ${quarter}, as the plan stood on ${longDateOfIso(asOf)} · figures of last quarter stand in brackets`;
}

/** In place of the chart of status, which would be one column of "No status". */
const NO_STATUS_YET = 'No action says how it stands, so there is no chart of it yet.';

function blocksOf({ figures: { standing }, framework }: PlanStanding): FigureBlock[] {
  const { now, then } = standing.said;
  const saysNothing = (now ?? 0) + (then ?? 0) === 0;
  return [
    {
      title: 'Headline figures',
      tally: headlines(standing),
      headings: { where: 'beside' },
      hasTotal: false,
      notes: [],
      chart: null,
      left: 0,
      roomForLines: 0,
    },
    {
      title: 'Status of all actions',
      tally: standing.byStatus,
      headings: { where: 'under', names: 'Status' },
      hasTotal: false,
      notes: saysNothing ? [NO_STATUS_YET] : [],
      chart: {
        ...(saysNothing ? { leftOut: true } : {}),
        name: 'ProgressByStatus',
        kind: 'column',
        title: 'Actions by status, this quarter and last',
        valueTitle: 'Actions',
        lastColumn: 'shown',
      },
      left: 0,
      roomForLines: 0,
    },
    {
      title: 'Status by shared outcome',
      tally: standing.byOutcome,
      headings: { where: 'under', names: '' },
      hasTotal: false,
      notes: [],
      chart: null,
      left: 0,
      roomForLines: framework.outcomes.length + OUTCOME_LINES_TO_COME,
    },
    {
      title: 'Status by directorate',
      tally: standing.byDirectorate,
      headings: { where: 'under', names: '' },
      hasTotal: false,
      notes: NOTES,
      chart: null,
      left: 0,
      roomForLines: framework.directorates.length + DIRECTORATE_LINES_TO_COME,
    },
  ];
}

function headlines({ actions, said, complete, overdue, slipped, fresh, gone }: StandingFigures): Tally {
  const line = (name: string, { now, then }: Figure): TallyLine => ({ ...apart(name), figures: [figure(now), figure(then)] });
  return {
    columns: [apart('This quarter'), apart('Last quarter')],
    lines: [
      line('Actions', actions),
      line('  of which say how they stand', said),
      line('Complete', complete),
      line('Overdue', overdue),
      line('Slipped since last quarter', slipped),
      line('New since last quarter', fresh),
      line('No longer sent since last quarter', gone),
    ],
    together: { lines: '', columns: '' },
  };
}

function attentionRows(now: Standing, then: PlanPosition | null): PlanRow[] {
  const listed = [...now.actions].flatMap(([ref, action]) => {
    const overdue = isOverdue(action, now.asOf);
    const before = then?.get(ref);
    const slip = slipOf(before, action);
    return overdue || slip !== null ? [{ ref, action, overdue, before, slip }] : [];
  });
  listed.sort((a, b) => Number(b.overdue) - Number(a.overdue) || (a.action.due < b.action.due ? -1 : Number(a.action.due > b.action.due)));
  return listed.map(({ ref, action, overdue, before, slip }): PlanRow => ({
    key: ref,
    cells: {
      directorate: text(action.directorate),
      ref: text(ref),
      listed: text(listedAs([...(overdue ? ['overdue'] : []), ...(slip === null ? [] : ['slipped'])].join(', '), action)),
      due: dateCell(action.due),
      dueThen: dateCell(before?.due ?? ''),
      status: text(action.status),
      statusThen: text(before?.status ?? ''),
      outcomes: text(action.outcomes),
      timescale: text(action.timescale),
      ledBy: text(action.ledBy),
      slipped: text(slip === null ? '' : slipWords(slip, action)),
      commitment: text(action.commitment),
      progress: text(action.progress),
    },
  }));
}

/** The directorates' own measures that say how they stand, below the actions. */
function measureRows(position: PlanPosition): PlanRow[] {
  const measures = [...position].filter(([, one]) => one.kind === 'measure' && one.standing === '' && one.progress !== '');
  return measures.map(([ref, one]): PlanRow => ({
    key: ref,
    cells: {
      directorate: text(one.directorate),
      ref: text(ref),
      listed: text(listedAs(one.indicators === '' ? 'measure' : `measure of ${one.indicators}`, one)),
      due: dateCell(''),
      dueThen: dateCell(''),
      status: text(''),
      statusThen: text(''),
      outcomes: text(''),
      timescale: text(one.timescale),
      ledBy: text(''),
      slipped: text(''),
      commitment: text(one.measure),
      progress: text(one.progress),
    },
  }));
}

/** "overdue, slipped, last heard 2025/26 Q1". */
function listedAs(words: string, { lastHeard }: ActionPosition): string {
  return [words, lastHeard === '' ? '' : lastHeardWords(lastHeard)].filter((part) => part !== '').join(', ');
}

function slipWords(slip: Slip, { due }: ActionPosition): string {
  const dueWords = due === '' ? 'no due date any more' : 'due later';
  return [slip.due ? dueWords : '', slip.status ? 'status worse' : ''].filter((words) => words !== '').join(', ');
}

/** @param list zero-based row of the list's headings. */
function rulesOf(list: number): FormatRule[] {
  const area = (key: string): FormatRule['area'] => {
    const column = PROGRESS_COLUMNS.findIndex((one) => one.key === key);
    return { top: list + 1, bottom: list + 2_000, left: column, right: column };
  };
  return [
    { area: area('listed'), when: { contains: 'overdue' }, look: BAD },
    { area: area('listed'), when: { cellIs: 'slipped' }, look: UNSURE },
    ...(['status', 'statusThen'] as const).flatMap((key) =>
      STATUS_LOOKS.map(({ cellIs, look }) => ({ area: area(key), when: { cellIs }, look })),
    ),
  ];
}
