import {
  isColumnNumber,
  isExample,
  isHint,
  isKeyEntry,
  isNote,
  isPageMark,
  isParagraph,
  isPlaceholder,
  isTitle,
  isTotal,
  numberingShape,
  opensNotes,
  opensServices,
  themeKey,
} from './row-words';
import { continuationOf, withContinuation } from './continued-rows';
import { type OtherTable, otherTableAt } from './other-table';
import { coreFilled, filled, isGrouped, isMergedDown, refShapesOf, rowsOf, type TableFrame, type TableRow, textOf } from './table-rows';
import type { HeadingKey } from './heading-keys';
import { CORE_KEYS, type RowKind, rulesOf, type TableKind } from './table-kinds';
import type { CellKind } from './sheet-account';
import type { RowLeftOut, RowRead, SourcedCell } from './table-read';

/** What the rows of one table gave. */
export interface RowsRead {
  readonly rows: readonly RowRead[];
  /** Theme rows in the order they stand, those with no action under them included. */
  readonly themes: readonly SourcedCell[];
  readonly introductions: readonly SourcedCell[];
  readonly leftOut: readonly RowLeftOut[];
  /** The theme in force at the end, which a repeated header carries on. */
  readonly lastTheme: SourcedCell | null;
  /** Last row that counts as the table's, zero-based; the header's last when there is none. */
  readonly bottom: number;
}

export interface RowsRequest {
  readonly tableId: string;
  readonly kind: TableKind;
  /** The theme of the page above, or null. */
  readonly theme: SourcedCell | null;
  /** Whether another header follows in the same columns, right after the frame's last row. */
  readonly headerFollows: boolean;
  /** Whether a cell's words are those of a heading. */
  readonly isHeading: (text: string) => boolean;
  /** Whether a line names a directorate, as a title would. */
  readonly namesDirectorate: (text: string) => boolean;
}

/** A row whose only text is a line across or in the commitment column: a theme, an introduction, a note, a title or a service. */
interface Line {
  readonly row: TableRow;
  readonly cell: SourcedCell;
  readonly text: string;
  readonly attached: boolean;
  /** Whether it stands in the column of commitments alone, as a listed service may. */
  readonly isPlain: boolean;
}

interface Reading {
  readonly frame: TableFrame;
  readonly request: RowsRequest;
  readonly rules: ReturnType<typeof rulesOf>;
  readonly rows: RowRead[];
  readonly themes: SourcedCell[];
  readonly introductions: SourcedCell[];
  readonly leftOut: RowLeftOut[];
  readonly refShapes: ReadonlySet<string>;
  readonly groupedDirectorates: boolean;
  /** In a return pack the Theme column says the theme of each row, so that rows can be moved: a blank there is no theme, and no row is one. */
  readonly themeInEachRow: boolean;
  theme: SourcedCell | null;
  themeHasRows: boolean;
  directorate: string | null;
  pending: Line[];
  /** Set by a key or a block of notes below the table: only a full row re-opens it. */
  closed: boolean;
  bottom: number;
}

const BELOW = 'Below the table';
const NOTE = 'A note, not an action';
const NO_FINDING = { raises: null } as const;
const SECOND_ENTRY = 'Goes on with the action above, which has another entry under this heading';

/** Fields that drop-downs and fill-down put into rows nobody has written yet. */
const PREFILLED: readonly HeadingKey[] = ['ref', 'theme', 'directorate', 'cost', 'status', 'notes'];

/** @param kind what its cells count as: a note, a theme, or left out. */
function leaveOut(
  reading: Reading,
  row: number,
  reason: string,
  kind: CellKind,
  more: Pick<RowLeftOut, 'raises' | 'missing'> = NO_FINDING,
): void {
  reading.leftOut.push({ sheet: reading.frame.view.grid.name, tableId: reading.request.tableId, row, reason, kind, ...more });
}

/** The single line of a row that has nothing else, or null for a row with fields. */
function lineOf(reading: Reading, row: TableRow, attached: boolean): Line | null {
  const at = (cell: SourcedCell, key: HeadingKey): boolean => {
    const column = reading.frame.columns.find((entry) => entry.key === key);
    return column !== undefined && cell.place.column >= column.column && cell.place.column <= column.right;
  };
  const texts = row.own.filter((cell) => !at(cell, 'ref') || cell === row.spread);
  const only = texts.length === 1 ? texts[0] : row.own.length === 1 ? row.own[0] : undefined;
  if (only === undefined) return null;
  const anyMergedDown = [...CORE_KEYS, 'strategies' as const, 'progress' as const].some(
    (key) => filled(row, key) && isMergedDown(row, key),
  );
  const line = (isPlain = false): Line => ({ row, cell: only, text: textOf(only), attached, isPlain });
  if (row.spread === only) return line();
  if (at(only, 'theme')) return line();
  if (anyMergedDown) return null;
  if (at(only, reading.rules.rowHeading)) {
    const ref = row.own.find((cell) => cell !== only);
    // A numbering like the other actions' says that this is an action with everything still to fill in.
    if (ref !== undefined && reading.refShapes.has(numberingShape(textOf(ref)))) return null;
    // Where a Theme column gives the theme of this very row, the row is no theme itself.
    return reading.themeInEachRow || (filled(row, 'theme') && !isMergedDown(row, 'theme')) ? null : line(true);
  }
  if (reading.rules.loneLine === 'row') return null;
  // A theme may be typed in the first column, whatever that column is for.
  const isFirst = only.place.column === reading.frame.header.left && !at(only, 'directorate');
  return isFirst && /\p{L}{3}/u.test(textOf(only)) && !isKeyEntry(textOf(only)) && (!at(only, 'ledBy') || isTitle(textOf(only)))
    ? line()
    : null;
}

const isSameTheme = (a: string, b: string): boolean => a === b || themeKey(a) === themeKey(b);

function setTheme(reading: Reading, cell: SourcedCell): void {
  const same = reading.theme !== null && isSameTheme(textOf(reading.theme), textOf(cell));
  if (!same) reading.theme = cell;
  reading.themeHasRows = false;
}

function addRow(reading: Reading, row: TableRow, kind: RowKind): void {
  const directorate = row.texts.directorate ?? '';
  if (directorate !== '') reading.directorate = directorate;
  const named = directorate !== '' ? directorate : reading.groupedDirectorates ? reading.directorate : null;
  reading.rows.push({ kind, row: row.row, theme: themeFor(reading, row), directorateText: named, cells: row.cells });
  reading.themeHasRows = true;
  reading.bottom = row.row;
}

function themeFor(reading: Reading, row: TableRow): SourcedCell | null {
  return reading.themeInEachRow && !filled(row, 'theme') ? null : reading.theme;
}

function isListing(reading: Reading, theme = reading.theme): boolean {
  return reading.rules.listsServices && theme !== null && opensServices(textOf(theme));
}

/** Under "... include:" a row with a name and outcomes only is a listed service. */
function kindOf(reading: Reading, row: TableRow): RowKind {
  const bare = !filled(row, 'ledBy') && !filled(row, 'timescale') && !filled(row, 'measure');
  return bare && isListing(reading, themeFor(reading, row)) ? 'service' : reading.rules.rowKind;
}

function takeLine(reading: Reading, line: Line, followsTheme: boolean, lastBeforeAction: boolean): 'theme' | 'other' {
  const { text, row } = line;
  if (isNote(text) || isPageMark(text)) {
    leaveOut(reading, row.row, NOTE, 'note');
    return 'other';
  }
  const { loneLine, rowKind, words } = reading.rules;
  if (loneLine === 'row') {
    if (row.spread === null) addRow(reading, row, rowKind);
    else leaveOut(reading, row.row, `A heading, not a ${words.row[0]}`, 'title');
    return 'other';
  }
  if (isListing(reading) && line.isPlain && !lastBeforeAction && !opensServices(text) && !isParagraph(text)) {
    addRow(reading, row, 'service');
    return 'other';
  }
  if (isParagraph(text) && !opensServices(text) && (reading.rows.length === 0 || followsTheme)) {
    leaveOut(reading, row.row, 'An introduction, not an action', 'introduction');
    reading.introductions.push(line.cell);
    return 'other';
  }
  setTheme(reading, line.cell);
  reading.themes.push(line.cell);
  return 'theme';
}

/** Lines before an action: the last heading among them is its theme. */
function placeLinesBefore(reading: Reading, action: TableRow): void {
  const lines = reading.pending;
  reading.pending = [];
  let followsTheme = reading.theme !== null && !reading.themeHasRows && reading.themes.length > 0;
  const startsWork = filled(action, 'ledBy') || filled(action, 'timescale') || filled(action, 'measure');
  lines.forEach((line, index) => {
    const was = takeLine(reading, line, followsTheme, index === lines.length - 1 && startsWork);
    followsTheme ||= was === 'theme';
    reading.bottom = line.row.row;
  });
}

/**
 * Why a line below the last action is no theme of the next page, or null. Right at the table it is one unless it is a paragraph; apart, only
 * where the headings are repeated below it.
 */
function whyNoTheme(reading: Reading, line: Line, attached: boolean): string | null {
  const { headerFollows } = reading.request;
  const isRow = reading.rules.loneLine === 'row';
  const { text } = line;
  if (isNote(text) || isPageMark(text)) return attached ? null : headerFollows ? 'A note between two tables' : 'A note below the table';
  if (attached && (isRow || !isParagraph(text) || reading.rows.length === 0)) return null;
  return headerFollows && !isRow && !isParagraph(text) ? null : 'A note below the table';
}

/** Lines below the last action: themes that the next page goes on with, where they stand right at the table; else its title or notes. */
function placeLinesAtEnd(reading: Reading): void {
  const lines = reading.pending;
  reading.pending = [];
  let followsTheme = reading.theme !== null && !reading.themeHasRows && reading.themes.length > 0;
  let attached = true;
  for (const line of lines) {
    attached &&= line.attached;
    const isTitleOfNext = reading.request.headerFollows && (isTitle(line.text) || reading.request.namesDirectorate(line.text));
    if (isTitleOfNext) {
      attached = false;
      continue;
    }
    const reason = whyNoTheme(reading, line, attached);
    if (reason !== null) {
      leaveOut(reading, line.row.row, reason, 'note');
      continue;
    }
    const was = takeLine(reading, line, followsTheme, false);
    followsTheme ||= was === 'theme';
    if (was !== 'theme') continue;
    reading.bottom = line.row.row;
    if (!reading.request.headerFollows) leaveOut(reading, line.row.row, 'A theme with no action under it', 'theme');
  }
}

/** A row of hints or of column numbers right under the headings. */
function isGuidance(reading: Reading, row: TableRow): boolean {
  if (reading.rows.length > 0 || reading.pending.length > 0) return false;
  const texts = row.own.map(textOf);
  const commitment = row.texts.commitment ?? '';
  const hints = texts.filter(isHint).length;
  if (hints > 0 && hints * 2 >= texts.length && (commitment === '' || isHint(commitment))) return true;
  return texts.length >= 3 && texts.every(isColumnNumber);
}

/** Adds what a row that goes on with the action above has to say to it; false where it stands by itself. */
function takeContinuation(reading: Reading, row: TableRow): boolean {
  const above = reading.rows.at(-1);
  const isParted = reading.pending.length > 0 || reading.closed || (reading.leftOut.at(-1)?.row ?? -1) > reading.bottom;
  const how = continuationOf(reading.frame, row, above, reading.rows[0]);
  if (above === undefined || how === null || (isParted && how !== 'merged commitment')) return false;
  const { row: joined, notRead } = withContinuation(reading.frame, above, row, how);
  reading.rows[reading.rows.length - 1] = joined;
  reading.bottom = row.row;
  if (notRead.length > 0) leaveOut(reading, row.row, SECOND_ENTRY, 'left out', { raises: 'part-not-read' });
  return true;
}

function takeWithoutCommitment(reading: Reading, row: TableRow): void {
  const { rowWithout, rowKind } = reading.rules;
  if (rowWithout !== null && filled(row, rowWithout)) {
    placeLinesBefore(reading, row);
    addRow(reading, row, rowKind);
    return;
  }
  const prefilled = reading.frame.columns.filter(({ key }) => PREFILLED.includes(key));
  const said = row.own.some(({ place }) => !prefilled.some(({ column, right }) => place.column >= column && place.column <= right));
  if (!said) return;
  const isAction = rowKind === 'action' && coreFilled(row, reading.rules.rowHeading) > 0;
  const place = row.cells[reading.rules.rowHeading]?.place;
  const more =
    isAction && place !== undefined ? ({ raises: 'missing-commitment', missing: place } as const) : ({ raises: 'part-not-read' } as const);
  leaveOut(reading, row.row, `No ${rowKind === 'measure' ? 'measure' : 'commitment'} in this row`, 'left out', more);
}

/** Why a row that has fields is no action and holds nothing for one, or null. */
function whyNoAction(reading: Reading, row: TableRow, text: string): string | null {
  const core = coreFilled(row, reading.rules.rowHeading);
  const only = row.own.length === 1 ? textOf(row.own[0]) : '';
  if (row.afterGap && opensNotes(only)) return BELOW;
  if (only !== '' && (isNote(only) || isPageMark(only))) return NOTE;
  if ((reading.closed && core < 3) || (row.afterGap && isKeyEntry(text) && core < 2)) return BELOW;
  if (isExample(text)) return 'An example, not an action';
  return core === 0 && isNote(text) ? NOTE : null;
}

function takeLineRow(reading: Reading, line: Line): void {
  if (line.row.afterGap && opensNotes(line.text)) reading.closed = true;
  if (reading.closed) leaveOut(reading, line.row.row, BELOW, 'left out');
  else reading.pending.push(line);
}

function takeFields(reading: Reading, row: TableRow, text: string): void {
  const theme = row.cells.theme;
  if (theme !== undefined && filled(row, 'theme')) {
    placeLinesBefore(reading, row);
    setTheme(reading, theme);
  }
  if (isPlaceholder(text)) {
    if (!takeContinuation(reading, row)) takeWithoutCommitment(reading, row);
  } else {
    placeLinesBefore(reading, row);
    addRow(reading, row, kindOf(reading, row));
  }
}

/** An action that needs no second look; beyond saving time this changes nothing. */
function takePlainAction(reading: Reading, row: TableRow): boolean {
  const isFirst = reading.rows.length === 0 && reading.pending.length === 0;
  if (
    !row.isPlainAction ||
    isFirst ||
    mayGoOn(reading, row) !== null ||
    reading.rules.rowKind !== 'action' ||
    row.row === reading.frame.totalsRow
  )
    return false;
  reading.closed = false;
  if (reading.pending.length > 0) placeLinesBefore(reading, row);
  addRow(reading, row, 'action');
  return true;
}

const mayGoOn = ({ frame, rows }: Reading, row: TableRow): ReturnType<typeof continuationOf> =>
  continuationOf(frame, row, rows.at(-1), rows[0]);

/** Rows of another table are no actions: named as not read, as one part, under the line that is its title (docs/rules.md#other-table-below). */
function leaveOutOtherTable(reading: Reading, [title, ...rest]: readonly TableRow[], { words, isTitled }: OtherTable): void {
  placeLinesAtEnd(reading);
  if (title !== undefined && isTitled) leaveOut(reading, title.row, 'A note below the table', 'note');
  const reason = `In another table below, with headings of its own: ${words}`;
  for (const { row } of isTitled || title === undefined ? rest : [title, ...rest]) {
    leaveOut(reading, row, reason, 'left out', { raises: 'part-not-read' });
  }
}

function takeRow(reading: Reading, row: TableRow): void {
  if (takePlainAction(reading, row)) return;
  const text = row.texts[reading.rules.rowHeading] ?? '';
  const total =
    row.row === reading.frame.totalsRow ||
    (coreFilled(row, reading.rules.rowHeading) < 3 && isTotal(text === '' ? textOf(row.own[0]) : text));
  const guidance = isGuidance(reading, row) ? 'A row of hints under the headings' : total ? 'A total, not an action' : null;
  if (guidance !== null) {
    leaveOut(reading, row.row, guidance, 'note');
    return;
  }
  if ((text !== '' || mayGoOn(reading, row) === 'broken words') && takeContinuation(reading, row)) return;
  const attached = !row.afterGap && !reading.closed && reading.pending.every((line) => line.attached);
  const line = lineOf(reading, row, attached);
  if (line) {
    takeLineRow(reading, line);
    return;
  }
  const reason = whyNoAction(reading, row, text);
  if (reason === BELOW) reading.closed = true;
  else reading.closed &&= reason !== null;
  if (reason === null) takeFields(reading, row, text);
  else leaveOut(reading, row.row, reason, reason === NOTE ? 'note' : 'left out');
}

/** Reads the rows under one header (docs/rules.md#rows). Never throws; what is not an action is in `leftOut` with its reason. */
export function readRows(frame: TableFrame, request: RowsRequest): RowsRead {
  const rows = rowsOf(frame);
  const hasColumn = (key: HeadingKey): boolean => frame.columns.some((column) => column.key === key);
  const reading: Reading = {
    frame,
    request,
    rules: rulesOf(request.kind),
    rows: [],
    themes: [],
    introductions: [],
    leftOut: [],
    refShapes: hasColumn('ref') ? refShapesOf(rows) : new Set(),
    groupedDirectorates: hasColumn('directorate') && isGrouped(rows.filter((row) => filled(row, 'commitment'))),
    themeInEachRow: hasColumn('theme') && hasColumn('lastStatus'),
    theme: request.theme,
    themeHasRows: request.theme !== null,
    directorate: null,
    pending: [],
    closed: false,
    bottom: frame.header.bottom,
  };
  for (const [index, row] of rows.entries()) {
    const other = reading.rows.length === 0 ? null : otherTableAt(rows, index, request.isHeading);
    if (other !== null) {
      leaveOutOtherTable(reading, rows.slice(index), other);
      break;
    }
    takeRow(reading, row);
  }
  placeLinesAtEnd(reading);
  const { themes, introductions, leftOut, bottom } = reading;
  return { rows: reading.rows, themes, introductions, leftOut, lastTheme: reading.theme, bottom };
}
