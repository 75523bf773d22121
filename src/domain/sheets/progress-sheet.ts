import {
  type ActionPosition,
  actionsStanding,
  isOverdue,
  plainStatus,
  type PlanPosition,
  type Slip,
  slipOf,
  type Snapshot,
} from '../collation';
import { isoDate } from '../grid';
import { dateCell } from './by-outcome';
import {
  type CellLook,
  count,
  type FormatRule,
  type LookArea,
  NOTHING,
  type PlanBlock,
  type PlanCell,
  type PlanColumn,
  type PlanRow,
  type SheetPlan,
  text,
} from '../workbook';
import { capital, DIRECTORATE_NOT_KNOWN, longDateOfIso, NO_SHARED_OUTCOME } from '../wording';
import { BAD, headingLook, sectionLook, textColumn, titleLooks, UNSURE } from './council-look';
import { type PlanStanding, runStamp } from './plan-subject';
import { STATUS_LOOKS } from './status-looks';

export const PROGRESS_SHEET = 'Progress update';
export const PROGRESS_TABLE = 'PlanProgress';

/** Zero-based rows. The blocks have fixed places with room for twenty directorates and ten outcomes, so that the list below them never moves. */
const HEADLINES = 4;
const STATUSES = 14;
const STATUS_ROOM = 10;
const OUTCOMES = STATUSES + STATUS_ROOM + 4;
const OUTCOME_ROOM = 11;
const DIRECTORATES = OUTCOMES + OUTCOME_ROOM + 4;
const DIRECTORATE_ROOM = 21;
/** Under the last block, for whoever was not there when the words were chosen. */
const NOTES = [
  'An action stands under each outcome that it serves. Listed services have no status of their own and are left out.',
  'Overdue: the due date has passed and the action is neither complete nor stopped.',
  'Slipped: due later than it was last quarter, due at no date any more, or with a worse status.',
];
const LIST = DIRECTORATES + DIRECTORATE_ROOM + NOTES.length + 4;

const COLUMNS: readonly PlanColumn[] = [
  textColumn('directorate', 'Directorate', 34),
  textColumn('ref', 'Ref', 12, { wrap: false }),
  textColumn('listed', 'Listed as', 12),
  textColumn('due', 'Due', 12, { wrap: false, format: 'dd/mm/yyyy' }),
  textColumn('dueThen', 'Due last quarter', 12, { wrap: false, format: 'dd/mm/yyyy' }),
  textColumn('status', 'Status', 12),
  textColumn('statusThen', 'Status last quarter', 12),
  textColumn('outcomes', 'Shared outcomes', 12),
  textColumn('timescale', 'Timescale', 14),
  textColumn('slipped', 'What slipped', 14),
  textColumn('ledBy', 'Led by', 18),
  textColumn('commitment', 'What we have committed to', 52),
  textColumn('progress', 'Progress', 40),
];
const LAST_COLUMN = COLUMNS.length - 1;

/** Where the plan stood at one time: this run, or the end of the quarter before. */
interface Standing {
  readonly actions: ReadonlyMap<string, ActionPosition>;
  /** ISO date at which it is judged what is overdue. */
  readonly asOf: string;
}

/** Status by outcome and by directorate, this quarter against last, and what is overdue or has slipped: the committee's page. */
export function progressSheet(subject: PlanStanding): SheetPlan {
  const { progress, framework } = subject;
  const now: Standing = { actions: actionsStanding(progress.position), asOf: isoDate(subject.dates.asOf) };
  const then = standingThen(progress.lastQuarter);
  const statuses = framework.vocabularies.statuses.slice(0, STATUS_ROOM - 1);
  const columns = statuses.length + 5;
  const figures: Figures = { statuses, now, then };
  const outcomes = groupsByOutcome(subject);
  const directorates = groupsByDirectorate(subject, now);
  return {
    name: PROGRESS_SHEET,
    visibility: 'visible',
    tabColour: '#0B5A2B',
    blocks: [
      { at: { row: 0, column: 0 }, cells: [[text(PROGRESS_SHEET)], [text(runStamp(subject))], [text(comparedWith(subject))]] },
      headlineBlock(subject, now, then),
      statusBlock(statuses, now, then),
      groupBlock({ title: 'Status by shared outcome', top: OUTCOMES, room: OUTCOME_ROOM, groups: outcomes, notes: [] }, figures),
      groupBlock(
        { title: 'Status by directorate', top: DIRECTORATES, room: DIRECTORATE_ROOM, groups: directorates, notes: NOTES },
        figures,
      ),
      {
        at: { row: LIST - 1, column: 0 },
        cells: [[text('Overdue and slipped actions')]],
      },
    ],
    table: {
      name: PROGRESS_TABLE,
      at: { row: LIST, column: 0 },
      columns: COLUMNS,
      rows: attentionRows(now, progress.lastQuarter?.position ?? null),
      refresh: { how: 'replace', identity: ['ref'], gone: { column: 'listed', cell: text('no longer') } },
      banded: true,
      style: 'TableStyleLight9',
    },
    widths: {},
    merges: [],
    looks: looksOf({ statuses: statuses.length, columns, outcomes: outcomes.length, directorates: directorates.length }),
    dropDowns: [],
    rules: rulesOf(),
    charts: [
      {
        name: 'ProgressByStatus',
        kind: 'column',
        title: 'Actions by status, this quarter and last',
        source: { top: STATUSES + 1, bottom: STATUSES + 2 + statuses.length, left: 0, right: 2 },
        over: { top: HEADLINES, bottom: OUTCOMES - 2, left: 4, right: LAST_COLUMN - 2 },
        valueTitle: 'Actions',
      },
    ],
    freeze: { rows: 2, columns: 0 },
    print: { orientation: 'landscape', paper: 'A3', titleRows: { top: LIST, bottom: LIST }, footer: `${PROGRESS_SHEET}, page &P of &N` },
    gridlines: false,
  };
}

function standingThen(snapshot: Snapshot | null): Standing | null {
  return snapshot === null ? null : { actions: actionsStanding(snapshot.position), asOf: snapshot.asOf };
}

function comparedWith({ progress }: PlanStanding): string {
  if (progress.lastQuarter === null) return `${progress.quarter} · the first quarter that is kept, so there is none to compare with yet`;
  const { quarter, asOf } = progress.lastQuarter;
  return `${progress.quarter} against ${quarter}, as the plan stood on ${longDateOfIso(asOf)} · figures of last quarter stand in brackets`;
}

function headlineBlock({ progress }: PlanStanding, now: Standing, then: Standing | null): PlanBlock {
  const both = (figure: (standing: Standing) => number): PlanCell[] => [count(figure(now)), then === null ? NOTHING : count(figure(then))];
  const slipped = [...now.actions].filter(([ref, action]) => slipOf(progress.lastQuarter?.position.get(ref), action) !== null).length;
  const fresh = then === null ? NOTHING : count([...now.actions.keys()].filter((ref) => !then.actions.has(ref)).length);
  const gone = then === null ? NOTHING : count([...then.actions.keys()].filter((ref) => !now.actions.has(ref)).length);
  return {
    at: { row: HEADLINES, column: 0 },
    cells: [
      [text('Headline figures'), text('This quarter'), text('Last quarter')],
      [text('Actions'), ...both(({ actions }) => actions.size)],
      [text('  of which say how they stand'), ...both(({ actions }) => where(actions, ({ status }) => status !== ''))],
      [text('Complete'), ...both(({ actions }) => where(actions, ({ status }) => plainStatus(status) === 'complete'))],
      [text('Overdue'), ...both(({ actions, asOf }) => where(actions, (action) => isOverdue(action, asOf)))],
      [text('Slipped since last quarter'), then === null ? NOTHING : count(slipped), NOTHING],
      [text('New since last quarter'), fresh, NOTHING],
      [text('No longer sent since last quarter'), gone, NOTHING],
    ],
  };
}

function where(actions: Standing['actions'], test: (action: ActionPosition) => boolean): number {
  return [...actions.values()].filter(test).length;
}

/** Actions of a status, or of none that the vocabulary has when `status` is null. */
function hasStatus(status: string | null, statuses: readonly string[]): (action: ActionPosition) => boolean {
  if (status !== null) return (action) => plainStatus(action.status) === plainStatus(status);
  const known = new Set(statuses.map(plainStatus));
  return (action) => !known.has(plainStatus(action.status));
}

const NO_STATUS = 'No status';

function statusBlock(statuses: readonly string[], now: Standing, then: Standing | null): PlanBlock {
  const lines = [...statuses, null].map((status) => {
    const test = hasStatus(status, statuses);
    return [
      text(status === null ? NO_STATUS : capital(status)),
      count(where(now.actions, test)),
      then === null ? NOTHING : count(where(then.actions, test)),
    ];
  });
  return {
    at: { row: STATUSES, column: 0 },
    cells: [[text('Status of all actions'), NOTHING, NOTHING], [text('Status'), text('This quarter'), text('Last quarter')], ...lines],
  };
}

interface Group {
  readonly name: string;
  readonly holds: (action: ActionPosition) => boolean;
}

const codesOf = ({ outcomes }: ActionPosition): string[] => outcomes.split(', ').filter((code) => code !== '');

function groupsByOutcome({ framework }: PlanStanding): Group[] {
  const named = framework.outcomes.slice(0, OUTCOME_ROOM - 1).map(({ code, titles }): Group => {
    return { name: [code, titles[0] ?? ''].join(' ').trim(), holds: (action) => codesOf(action).includes(code) };
  });
  return [...named, { name: NO_SHARED_OUTCOME, holds: (action) => codesOf(action).length === 0 }];
}

function groupsByDirectorate({ framework }: PlanStanding, now: Standing): Group[] {
  const named = framework.directorates.slice(0, DIRECTORATE_ROOM - 1).map(({ name }) => name);
  const isElsewhere = ({ directorate }: ActionPosition): boolean => !named.includes(directorate);
  const groups = named.map((name): Group => ({ name, holds: ({ directorate }) => directorate === name }));
  return where(now.actions, isElsewhere) === 0 ? groups : [...groups, { name: DIRECTORATE_NOT_KNOWN, holds: isElsewhere }];
}

interface GroupBlock {
  readonly title: string;
  readonly top: number;
  readonly room: number;
  readonly groups: readonly Group[];
  readonly notes: readonly string[];
}

/** What every block of figures is made from. */
interface Figures {
  readonly statuses: readonly string[];
  readonly now: Standing;
  readonly then: Standing | null;
}

/** A line a group: its actions by status, how many there are, how many are overdue and how many have slipped; padded to its room. */
function groupBlock({ title, top, room, groups, notes }: GroupBlock, { statuses, now, then }: Figures): PlanBlock {
  const headings = ['', ...statuses.map(capital), NO_STATUS, 'Actions', 'Overdue', 'Slipped'].map(text);
  const blank = headings.map(() => NOTHING);
  const lines = groups.map(({ name, holds }) => {
    const figure = (standing: Standing, test: (action: ActionPosition) => boolean): number =>
      where(standing.actions, (action) => holds(action) && test(action));
    const both = (test: (action: ActionPosition, standing: Standing) => boolean): PlanCell =>
      bracketed(
        figure(now, (action) => test(action, now)),
        then === null ? null : figure(then, (action) => test(action, then)),
      );
    const slipped = [...now.actions].filter(([ref, action]) => holds(action) && slipOf(then?.actions.get(ref), action) !== null).length;
    return [
      text(name),
      ...[...statuses, null].map((status) => both(hasStatus(status, statuses))),
      both(() => true),
      both((action, { asOf }) => isOverdue(action, asOf)),
      then === null ? NOTHING : count(slipped),
    ];
  });
  const said = notes.map((note) => [text(note), ...blank.slice(1)]);
  const spare = Array.from({ length: room - groups.length }, () => blank);
  return { at: { row: top, column: 0 }, cells: [[text(title), ...blank.slice(1)], headings, ...lines, ...said, ...spare] };
}

/** "5 (4)"; a number alone where there is nothing to compare with. */
function bracketed(now: number, then: number | null): PlanCell {
  return then === null ? count(now) : text(`${String(now)} (${String(then)})`);
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
      listed: text([overdue ? 'overdue' : '', slip === null ? '' : 'slipped'].filter((word) => word !== '').join(', ')),
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

function slipWords(slip: Slip, { due }: ActionPosition): string {
  const dueWords = due === '' ? 'no due date any more' : 'due later';
  return [slip.due ? dueWords : '', slip.status ? 'status worse' : ''].filter((words) => words !== '').join(', ');
}

function rulesOf(): FormatRule[] {
  const area = (key: string): FormatRule['area'] => {
    const column = COLUMNS.findIndex((one) => one.key === key);
    return { top: LIST + 1, bottom: LIST + 2_000, left: column, right: column };
  };
  return [
    { area: area('listed'), when: { contains: 'overdue' }, look: BAD },
    { area: area('listed'), when: { cellIs: 'slipped' }, look: UNSURE },
    ...(['status', 'statusThen'] as const).flatMap((key) =>
      STATUS_LOOKS.map(({ cellIs, look }) => ({ area: area(key), when: { cellIs }, look })),
    ),
  ];
}

interface Sizes {
  readonly statuses: number;
  readonly columns: number;
  readonly outcomes: number;
  readonly directorates: number;
}

function looksOf({ statuses, columns, outcomes, directorates }: Sizes): LookArea[] {
  const look = (top: number, bottom: number, left: number, right: number, what: CellLook): LookArea => {
    return { area: { top, bottom, left, right }, look: what };
  };
  const box = (top: number, rows: number, right: number): LookArea[] => [
    look(top, top + rows - 1, 0, right, { border: 'thin', format: 'General' }),
    look(top, top + rows - 1, 1, right, { align: 'right', wrap: false }),
  ];
  const matrix = (top: number, rows: number): LookArea[] => [
    sectionLook(top, 0, columns - 1),
    headingLook(top + 1, 0, columns - 1),
    look(top + 1, top + 1, 1, columns - 1, { align: 'right' }),
    ...box(top + 2, rows, columns - 1),
  ];
  return [
    ...titleLooks(LAST_COLUMN),
    look(2, 2, 0, LAST_COLUMN, { wrap: false, italic: true, align: 'left' }),
    sectionLook(HEADLINES, 0, 2),
    look(HEADLINES, HEADLINES, 1, 2, { align: 'right', size: 11 }),
    ...box(HEADLINES + 1, 7, 2),
    sectionLook(STATUSES, 0, 2),
    headingLook(STATUSES + 1, 0, 2),
    look(STATUSES + 1, STATUSES + 1, 1, 2, { align: 'right' }),
    ...box(STATUSES + 2, statuses + 1, 2),
    ...matrix(OUTCOMES, outcomes),
    ...matrix(DIRECTORATES, directorates),
    look(DIRECTORATES + 2 + directorates, DIRECTORATES + 1 + directorates + NOTES.length, 0, 0, { italic: true, wrap: false }),
    sectionLook(LIST - 1, 0, LAST_COLUMN),
    headingLook(LIST, 0, LAST_COLUMN),
  ];
}
