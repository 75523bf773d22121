import type { Place } from '../grid';
import { cellsBehind, joinedCell } from './joined-cells';
import type { HeadingKey } from './heading-keys';
import { CORE_KEYS } from './table-kinds';
import { labelledWords } from './composed-cell';
import { coreFilled, filled, type FurtherPlace, isMergedDown, ownPart, type TableFrame, type TableRow, textOf } from './table-rows';
import type { ContinuedRow, MilestoneRead, RowRead, SourcedCell } from './table-read';

/**
 * Rows that go on with the action above them: under its merged commitment, with words broken off in the row above, or without a commitment of
 * their own.
 * Rule: docs/rules.md#continued-rows.
 */

/** Words after which nobody ends a text, and signs that promise more; looked for in the last characters of a text alone. */
const BREAKS_OFF =
  /(?:[,&/(–]|\s-|(?:^|\s)(?:and|or|of|the|a|an|to|for|with|in|on|at|by|from|into|through|including|across|their|our|its|that|which|via|between|within))$/;
/** One more than the longest of those words and the space before it. */
const LAST_CHARACTERS = 11;
/** A number or a bullet at the head of a text begins an item of its own. */
const BEGINS_ITEM = /^(?:\(?\d{1,3}(?:\.\d+)*[.):]?\s|[•·●▪◦*–—-]\s|\(?[a-z][.)]\s)/iu;
const BEGINS_SMALL = /^\p{Ll}(?:\p{Ll}|\s)/u;
const HAS_ENDED = /[.!?;:]["'”’)]*$/;

const isBrokenOff = (text: string): boolean => BREAKS_OFF.test(text.trimEnd().slice(-LAST_CHARACTERS));

/** So many rows at most go on with one action: a longer run of rows without a commitment is something else, and joining it would never end. */
const MOST_ROWS = 100;

/** A row that says one of these is a step by itself; a lead alone is one more lead. */
const OF_A_STEP: readonly HeadingKey[] = ['timescale', 'measure', 'milestone'];
/** What is kept of a step by itself. */
const KEPT_OF_A_STEP: readonly HeadingKey[] = [...OF_A_STEP, 'ledBy'];
/** Fields in which several entries are a list, so that an entry of another row is added to it. */
const LISTED: readonly HeadingKey[] = ['ledBy', 'sharedOutcome', 'start', 'timescale', 'measure', 'indicator', 'milestone'];
/** Fields of which an action has one; a second entry that differs is not read, and told. */
const SINGLE: readonly HeadingKey[] = ['ref', 'theme', 'directorate', 'cost', 'status', 'lastStatus'];

const ownKeys = (frame: TableFrame, row: TableRow): HeadingKey[] =>
  frame.columns.flatMap(({ key }) => (filled(row, key) && !isMergedDown(row, key) ? [key] : []));

/** Whether the table's commitments begin with small letters, so that such a beginning says nothing. */
const isInSmallLetters = (first: RowRead | undefined): boolean => BEGINS_SMALL.test(textOf(first?.cells.commitment));

/**
 * Whether the row's words go on where those of the row above broke off, in the commitment or beside it; or, less surely, begin small without a
 * time of their own.
 */
function goesOnWithWords(
  frame: TableFrame,
  row: TableRow,
  above: RowRead,
  first: RowRead | undefined,
): 'broken words' | 'small beginning' | null {
  const text = row.texts.commitment ?? '';
  if (text === '' || BEGINS_ITEM.test(text) || isMergedDown(row, 'commitment')) return null;
  const before = textOf(lastCell(above, 'commitment'));
  const goesOn = isBrokenOff(before);
  // Nearly every row of a plan ends here, and this is asked of every row.
  if ((!goesOn && !BEGINS_SMALL.test(text)) || HAS_ENDED.test(before)) return null;
  if (filled(row, 'ref') && !isMergedDown(row, 'ref')) return null;
  const keys = ownKeys(frame, row);
  const core = coreFilled(row, 'commitment');
  const othersBroken = keys.some((key) => key !== 'commitment' && isBrokenOff(textOf(lastCell(above, key))));
  if (goesOn) return core < 3 || othersBroken ? 'broken words' : null;
  if (isInSmallLetters(first)) return null;
  if (othersBroken) return 'broken words';
  // An action may begin small too, so that this is asked.
  const hasTime = keys.includes('timescale') || textOf(above.cells.timescale) === '';
  return core === 0 || !(hasTime || hasAllOf(frame, row, above)) ? 'small beginning' : null;
}

/** The cells of a field's own column; other columns may add to it. */
function inOwnColumn(cell: SourcedCell | undefined): readonly SourcedCell[] {
  return cell?.parts?.filter(({ place }) => place.column === cell.place.column) ?? (cell === undefined ? [] : [cell]);
}

/** The last of the cells in which a field's words stand. */
const lastCell = (row: RowRead, key: HeadingKey): SourcedCell | undefined => inOwnColumn(row.cells[key]).at(-1);

/**
 * How a row goes on with the action above it, with nothing between them; null where it stands by itself. A row without a commitment that has
 * whatever the table asks of an action is one of which the commitment was forgotten.
 * @param first the first action of the table.
 */
export function continuationOf(
  frame: TableFrame,
  row: TableRow,
  above: RowRead | undefined,
  first: RowRead | undefined,
): ContinuedRow['how'] | null {
  if (above?.kind !== 'action' || (above.goesOn?.length ?? 0) >= MOST_ROWS) return null;
  if (isMergedDown(row, 'commitment')) {
    return row.cells.commitment?.place.row === above.cells.commitment?.place.row ? 'merged commitment' : null;
  }
  if (row.afterGap) return null;
  if (filled(row, 'commitment')) return goesOnWithWords(frame, row, above, first);
  const keys = ownKeys(frame, row).filter((key) => !SINGLE.includes(key));
  if (keys.length === 0 || (filled(row, 'ref') && !isMergedDown(row, 'ref'))) return null;
  if (keys.every((key) => goesOnFrom(textOf(lastCell(above, key)), row.texts[key] ?? ''))) return 'broken words';
  return hasAllOf(frame, row, above) ? null : 'no commitment';
}

/** Whether a row has whatever of lead, timescale, measure and outcome the action above has. */
function hasAllOf(frame: TableFrame, row: TableRow, above: RowRead): boolean {
  const own = ownKeys(frame, row);
  return CORE_KEYS.every((key) => textOf(above.cells[key]) === '' || own.includes(key));
}

/** Whether a field's words go on in the row below: a list of two entries begins its second with a capital or a number. */
function goesOnFrom(before: string, after: string): boolean {
  if (before === '' || HAS_ENDED.test(before)) return false;
  const isYearOfMonth = /^(?:19|20)\d{2}$/.test(after) && /\p{L}{3}$/u.test(before);
  return isBrokenOff(before) || BEGINS_SMALL.test(after) || isYearOfMonth;
}

/** Whether the row's words go on those above; else it adds entries of its own. */
const isWords = (how: ContinuedRow['how']): boolean => how === 'broken words' || how === 'small beginning';

/** Two entries of one field as one text: words broken off go on, entries of a list stand apart. */
function joinedWords(key: HeadingKey, before: string, after: string): string {
  if (key === 'commitment' || goesOnFrom(before, after)) return `${before} ${after}`;
  if (LISTED.includes(key)) return `${before.replace(/(?:(?<!\s)\s+)?;$/, '')}; ${after}`;
  return `${before}\n${after}`;
}

function withAdded(cells: RowRead['cells'], key: HeadingKey, added: SourcedCell, how: ContinuedRow['how']): RowRead['cells'] {
  const known = cells[key];
  const before = textOf(known);
  if (known === undefined || before === '') return { ...cells, [key]: added };
  const after = textOf(added);
  // Words that go on belong behind the field's own, before what other columns add.
  const own = inOwnColumn(known).map(textOf).join(' ');
  const rest = known.parts !== undefined && before.startsWith(`${own}; `) ? before.slice(own.length) : '';
  const goneOn = `${before.slice(0, before.length - rest.length)} ${after}${rest}`;
  const isSaid = LISTED.includes(key) && before.split('; ').includes(after);
  return {
    ...cells,
    [key]: joinedCell([known, added], isSaid ? before : isWords(how) ? goneOn : joinedWords(key, before, after)),
  };
}

function isOverRows({ view }: TableFrame, { row, column }: Place): boolean {
  const merge = view.mergeAt(row, column);
  return merge !== null && merge.bottom > merge.top;
}

/** Those cells of a field that are a row's own, where another of its columns is merged over several rows. Who only supports leads no step. */
function partsAlone({ columns }: TableFrame, key: HeadingKey, parts: readonly SourcedCell[]): SourcedCell | undefined {
  const further = columns.find((column) => column.key === key)?.further ?? [];
  const roleOf = ({ place }: SourcedCell): FurtherPlace | undefined =>
    further.find(({ column, right }) => place.column >= column && place.column <= right);
  if (parts.every((part) => roleOf(part)?.role === 'support')) return undefined;
  return joinedCell(parts, parts.map((part) => labelledWords(textOf(part), roleOf(part))).join('; '));
}

/** What is a step's own: every field of a row but the commitment above it, without those merged over several rows. */
function stepOf(frame: TableFrame, cells: RowRead['cells'], row: number): MilestoneRead {
  const own = KEPT_OF_A_STEP.flatMap((key) => {
    const whole = cells[key];
    const parts = whole === undefined ? [] : cellsBehind(whole);
    const alone = parts.filter(({ place }) => place.row === row && !isOverRows(frame, place));
    const cell = alone.length === parts.length ? whole : partsAlone(frame, key, alone);
    const isOwn = cell?.place.row === row && textOf(cell) !== '';
    return isOwn ? [[key, cell] as const] : [];
  });
  return { row, cells: Object.fromEntries(own) };
}

const isStep = ({ cells }: MilestoneRead): boolean => OF_A_STEP.some((key) => cells[key] !== undefined);

export interface Continued {
  readonly row: RowRead;
  /** Cells of the row for which the action has no place, since it has an entry of its own there. */
  readonly notRead: readonly SourcedCell[];
}

/** The action with what a row that goes on with it says; all of it is kept, joined in the action's cells and as a step of it. */
export function withContinuation(frame: TableFrame, above: RowRead, row: TableRow, how: ContinuedRow['how']): Continued {
  let { cells } = above;
  const notRead: SourcedCell[] = [];
  for (const key of ownKeys(frame, row)) {
    const added = ownPart(row, key);
    if (added === undefined) continue;
    const known = cells[key];
    const isSecond = SINGLE.includes(key) && textOf(known) !== '';
    if (!isSecond || known === undefined) cells = withAdded(cells, key, added, how);
    else if (textOf(known) !== textOf(added)) notRead.push(added);
    else cells = { ...cells, [key]: joinedCell([known, added], textOf(known)) };
  }
  const steps = isWords(how) ? [] : [...(above.milestones ?? [stepOf(frame, above.cells, above.row)]), stepOf(frame, row.cells, row.row)];
  const milestones = steps.filter(isStep);
  const goesOn = [...(above.goesOn ?? []), { row: row.row, how }];
  return {
    row: { ...above, cells, goesOn, ...(milestones.length > 1 ? { milestones } : {}) },
    notRead,
  };
}
