import type { Doubt, Judgement } from '../collation';
import type { Finding } from '../findings';
import type { Framework } from '../framework';
import { type Area, type BookGrid, cellAt, type SheetGrid } from '../grid';
import {
  ALL_PRIORITIES,
  allPrioritiesColumns,
  type PlanSheetFound,
  planSheetsIn,
  STAMP_START,
  withHeardOnSheets,
  withTable,
} from '../sheets';
import { type PlanState, readStateInSteps } from '../state';
import { finished, type Steps } from '../steps';
import { type Change, type DisplacedText, type Obstacle, wordsOfCell, type WrittenSheet } from '../workbook';
import { type AnotherRun, anotherRunNotices, ofAnotherRun } from './another-run';
import { columnNotices, goneColumns } from './gone-columns';
import { heardOfActions, isPartlyLost, tidied } from './corrected-memory';
import type { Notice } from './notice';
import type { PlanRowRead } from './plan-rows';
import { refColumnAgain } from './ref-column-again';
import { recognisedRows, type RecognisedRows } from './recognised-rows';
import { derivedOn, ofLaterRows, stampsOn, writtenOn } from './rebuilt-state';
import { tablesAgain } from './tables-again';

/** A plan in a workbook, whatever happened to the workbook: what is to be done before it is read and written. */
export interface RecognisedPlan {
  /** The workbook as it is once `changes` are made. Tables are Excel tables again, headings and Refs are the plan's own. */
  readonly book: BookGrid;
  /** To be made before anything else is written. */
  readonly changes: readonly Change[];
  /** What the workbook remembers, completed from its sheets. */
  readonly state: PlanState;
  /** Nothing, or not this plan, was remembered. */
  readonly isRebuilt: boolean;
  /** What was put right: Refs, tables, columns, the memory. */
  readonly notices: readonly Notice[];
  /** Texts that must make room for a Ref; they go to the sheet of kept texts. */
  readonly displaced: readonly DisplacedText[];
  /** Rows of All priorities that could not be known for certain. */
  readonly doubts: readonly Doubt[];
  readonly findings: readonly Finding[];
  readonly obstacles: readonly Obstacle[];
  /** Null where there is none. */
  readonly priorities: PrioritiesFound | null;
}

/** All priorities, as it is recognised. */
export interface PrioritiesFound {
  /** As it is in `RecognisedPlan.book`. */
  readonly sheet: SheetGrid;
  readonly area: Area;
  /** Zero-based columns by key. */
  readonly columns: ReadonlyMap<string, number>;
  readonly owners: ReadonlyMap<PlanRowRead, string>;
  /** Rows without a Ref that no action is in. */
  readonly ownRows: readonly PlanRowRead[];
  /** Refs of rows that hold something in a column of the user's own, or a comment. */
  readonly noted: ReadonlySet<string>;
}

/** Of a workbook that holds no plan. */
export const NOTHING_RECOGNISED: Omit<RecognisedPlan, 'book' | 'state'> = {
  changes: [],
  isRebuilt: false,
  notices: [],
  displaced: [],
  doubts: [],
  findings: [],
  obstacles: [],
  priorities: null,
};

/**
 * Recognises the plan in a workbook: its sheets and tables, its rows and actions, and what the last run left there. Without a plan the workbook
 * comes back as it is. Nothing is written.
 * Rule: docs/rules.md#rows-of-actions.
 * @param judgements what the user said of rows that are in doubt.
 */
export const recognisePlan = (read: BookGrid, framework: Framework, judgements: readonly Judgement[] = []): RecognisedPlan =>
  finished(recognisePlanInSteps(read, framework, judgements));

/** The same in steps. */
export function* recognisePlanInSteps(read: BookGrid, framework: Framework, judgements: readonly Judgement[] = []): Steps<RecognisedPlan> {
  const remembered = tidied(yield* readStateInSteps(read));
  yield '';
  const withRefs = refColumnAgain(read, planSheetsIn(read), remembered, framework);
  const { book, found } = withRefs;
  const tables = tablesAgain(found);
  yield '';
  const priorities = found.find(({ plan, table }) => plan === ALL_PRIORITIES && table !== null);
  const another = ofAnotherRun(found, remembered);
  const isOlder = another.later.has(ALL_PRIORITIES);
  const rows = priorities === undefined ? null : recognisedRows(priorities, found, remembered, framework, judgements, isOlder);
  yield '';
  const gone = goneColumns(found, rows?.renamedHeadings ?? new Set());
  const state = rows?.state ?? remembered;
  const where = prioritiesFound(priorities, rows, framework);
  const sheets = book.sheets.map((sheet) => {
    return sheet === priorities?.sheet && where !== null ? where.sheet : (tables.after.get(sheet) ?? sheet);
  });
  const written = writtenAfter(state.written, { book, framework, found, rows, another });
  const recognised = { ...book, sheets };
  yield '';
  const own = heardOfActions(state, framework);
  const { heard } = withHeardOnSheets({ ...state, heard: own, written: asShown(written, state.written, rows) }, recognised, framework);
  return {
    book: recognised,
    changes: [...tables.changes, ...withRefs.changes, ...(rows?.changes ?? [])],
    state: { ...state, written, heard, columnsGone: gone },
    isRebuilt: rows?.isRebuilt ?? false,
    notices: [
      ...tables.notices,
      ...withRefs.notices,
      ...anotherRunNotices(another),
      ...columnNotices(gone, remembered.columnsGone, found),
      ...(rows?.notices ?? []),
    ],
    displaced: rows?.displaced ?? [],
    doubts: rows?.doubts ?? [],
    findings: rows?.findings ?? [],
    obstacles: tables.obstacles,
    priorities: where,
  };
}

function prioritiesFound(found: PlanSheetFound | undefined, rows: RecognisedRows | null, framework: Framework): PrioritiesFound | null {
  if (found === undefined || found.table === null || rows === null) return null;
  const { columns, owners, ownRows } = rows;
  const sheet = withTable(rows.sheet, found.table);
  const { area } = found.table;
  return { sheet, area, columns, owners, ownRows, noted: notedRefs(sheet, area, rows, framework) };
}

/** Rows beside whose action the user wrote something of their own. What they typed over what was sent is merged, and goes with no other. */
function notedRefs(
  sheet: SheetGrid,
  area: Area,
  { columns, owners }: Pick<RecognisedRows, 'columns' | 'owners'>,
  framework: Framework,
): Set<string> {
  const ours = allPrioritiesColumns(framework).flatMap(({ key, owner }) => (owner === 'user' ? [] : (columns.get(key) ?? [])));
  const own = Array.from({ length: area.right - area.left + 1 }, (_, across) => area.left + across).filter((at) => !ours.includes(at));
  const isNoted = ({ row }: PlanRowRead): boolean =>
    own.some((column) => wordsOfCell(cellAt(sheet, { row, column })).trim() !== '') ||
    sheet.comments?.some((comment) => comment.row === row) === true;
  return new Set([...owners].flatMap(([row, ref]) => (isNoted(row) ? [ref] : [])));
}

interface RecognisedIn {
  readonly book: BookGrid;
  readonly framework: Framework;
  readonly found: readonly PlanSheetFound[];
  readonly rows: RecognisedRows | null;
  readonly another: AnotherRun;
}

/** What was written, with the sheets and rows that the memory does not tell of. */
function writtenAfter(written: readonly WrittenSheet[], { book, framework, found, rows, another }: RecognisedIn): WrittenSheet[] {
  const owners = rows?.owners ?? new Map<PlanRowRead, string>();
  const known = written.map((one): WrittenSheet => {
    const place = found.find(({ plan }) => plan === one.plan);
    const sheet = place?.sheet;
    // An id that another sheet has now, as after a save by another program, would lead there.
    const isElsewhere =
      sheet !== undefined && sheet.id !== one.id && (sheet.name !== one.name || book.sheets.some(({ id }) => id === one.id));
    const there = isElsewhere ? { ...one, id: sheet.id, name: sheet.name } : one;
    const placed = place === undefined ? there : asLeftOn(place, there, { another, owners, framework });
    const missing = [...owners].filter(([, ref]) => one.plan === ALL_PRIORITIES && !tellsOf(one.rows, ref));
    if (missing.length === 0) return placed;
    return { ...placed, rows: { ...placed.rows, ...Object.fromEntries(missing.map(([row, ref]) => [ref, derivedOn(row, framework)])) } };
  });
  const plans = new Set(written.map(({ plan }) => plan));
  return [
    ...known,
    ...found
      .filter(({ plan }) => !plans.has(plan))
      .map((one) => writtenOn(one, one.plan === ALL_PRIORITIES ? owners : new Map(), framework)),
  ];
}

/** A record that was altered by hand reads as one without a word. */
function tellsOf(rows: WrittenSheet['rows'], ref: string): boolean {
  return Object.keys(rows[ref] ?? {}).length > 0;
}

/** What was written on a sheet, or what can be told from it where the memory tells of another run or has lost its figures. */
function asLeftOn(
  place: PlanSheetFound,
  written: WrittenSheet,
  { another, owners, framework }: Pick<RecognisedIn, 'another' | 'framework'> & Pick<RecognisedRows, 'owners'>,
): WrittenSheet {
  const isOther = another.sheets.has(place.sheet.name);
  if (!isOther && !isPartlyLost(written, place)) return withStampsNow(written, place.sheet);
  const fromSheet = writtenOn(place, new Map(), framework);
  const rows = isOther && place.plan === ALL_PRIORITIES ? ofLaterRows(written.rows, owners, framework) : written.rows;
  return { ...written, ...fromSheet, rows };
}

/** Rows that the memory does not tell of, with every word they show: in these words they count as last sent where nothing is sent now. */
function asShown(written: readonly WrittenSheet[], before: readonly WrittenSheet[], rows: RecognisedRows | null): readonly WrittenSheet[] {
  const known = before.find(({ plan }) => plan === ALL_PRIORITIES)?.rows ?? {};
  const shown = [...(rows?.owners ?? [])].filter(([, ref]) => !tellsOf(known, ref)).map(([row, ref]) => [ref, row.words] as const);
  if (shown.length === 0) return written;
  return written.map((one) => (one.plan === ALL_PRIORITIES ? { ...one, rows: { ...one.rows, ...Object.fromEntries(shown) } } : one));
}

/** The stamp of the last run is the program's own also where rows or columns that were put in have moved it. */
function withStampsNow(written: WrittenSheet, sheet: SheetGrid): WrittenSheet {
  const stamps = new Set(Object.values(written.blocks).filter((words) => words.startsWith(STAMP_START)));
  const now = Object.entries(stampsOn(sheet)).filter(([address, words]) => stamps.has(words) && written.blocks[address] !== words);
  return now.length === 0 ? written : { ...written, blocks: { ...written.blocks, ...Object.fromEntries(now) } };
}
