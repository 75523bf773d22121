import type { Framework } from '../framework';
import { textCell } from '../grid';
import { readOutcomes } from '../outcomes';
import { readTimescale } from '../timescale';
import { type AssignedCell, isGrouped } from './assign-headings';
import type { Header } from './find-headers';
import { asksWhetherDone, isOfItself, isRevisedDate, isOtherDate, roleInCommitment, roleOf } from './column-role';
import type { FurtherColumn, FurtherRole } from './further-column';
import type { HeaderCell } from './header-cells';
import { FIRM } from './heading-matcher';
import type { HeadingKey } from './heading-keys';
import { LINES_ABOVE } from './name-directorate';
import { isPlaceholder, isTick, isUnticked } from './row-words';
import { type SheetView, shownText, ownCell } from './sheet-view';
import { statusByTime } from './status-by-time';
import { sampleBelow } from './table-sample';
import { monthAlone } from './words-of-time';

/**
 * Columns that add to a field that another column has, and columns that are values of a field themselves.
 * Rule: docs/rules.md#further-columns.
 */

/** Years that a plan may be of: "2026/27", "2026-27", "April 2026 to March 2027". */
const YEARS = /\b(20\d{2})\s*(?:[/–-]\s*(?:20)?\d{2}\b|(?:to|–|-)\s*(?:march\s*)?20\d{2})|\bapril (20\d{2})\b/i;

/** The sheet's name and the texts above a table, those that say more of it last. */
function textsAbove(view: SheetView, header: Header): string[] {
  const end = view.indexFrom(header.bottom + 1);
  const lines = view.rowNumbers.slice(Math.max(0, view.indexFrom(header.top) - LINES_ABOVE), end);
  const cells = lines.flatMap((row) => view.columnsIn(row).map((column) => ({ column, text: shownText(ownCell(view, { row, column })) })));
  // What stands beside may be another table, with years of its own.
  const inColumns = cells.filter(({ column }) => column >= header.left && column <= header.right);
  return [view.grid.name, ...[...cells, ...inColumns].map(({ text }) => text)];
}

/** The financial year that the words above a table name, "2026/27"; null when they name none. */
function yearIn(above: readonly string[]): string | null {
  for (const text of [...above].reverse()) {
    const found = YEARS.exec(text);
    const year = Number(found?.[1] ?? found?.[2] ?? 0);
    if (year > 0) return `${String(year)}/${String((year + 1) % 100).padStart(2, '0')}`;
  }
  return null;
}

const QUARTER = /^(?:q|qtr|quarter)\s*([1-4])\b/i;

/** "Year 2 (2027/28)", where a line above says "Year 2 = 2027/28". */
function numberedYear(words: string, above: readonly string[]): string {
  const number = /^(?:year|yr)\s*(\d)$/i.exec(words.trim())?.[1];
  if (number === undefined) return words;
  const said = new RegExp(`\\b(?:year|yr)\\s*${number}\\s*[=:(–-]\\s*(20\\d{2}\\s*[/–-]\\s*(?:20)?\\d{2})\\b`, 'i');
  const [found] = above.flatMap((text) => said.exec(text)?.[1] ?? []);
  return found === undefined ? words : `${words} (${found})`;
}

/** Months over columns with their years: that of the group heading, else from the financial year above on, one after the other. */
function monthsWithYears(cells: readonly AssignedCell[], above: () => readonly string[]): Map<AssignedCell, string> {
  const found = new Map<AssignedCell, string>();
  let last = { month: 0, year: 0 };
  for (const cell of cells) {
    const own = (cell.texts.at(-1) ?? '').trim();
    const month = monthAlone(own);
    if (month === 0) continue;
    const ofGroup = Number(/^20\d{2}$/.exec((cell.texts.at(-2) ?? '').trim())?.[0] ?? 0);
    const first = Number(yearIn(above())?.slice(0, 4) ?? 0);
    const next = last.year > 0 ? last.year + Number(month <= last.month) : first > 0 ? first + Number(month < 4) : 0;
    const year = ofGroup > 0 ? ofGroup : next;
    if (year === 0) continue;
    last = { month, year };
    found.set(cell, `${own.replace(/\.$/, '')} ${String(year)}`);
  }
  return found;
}

/** The time that a heading is: a quarter, a month, a year, a numbered year, "Ongoing"; null where it says more or less. */
function timeOf(cell: HeaderCell, above: () => readonly string[]): string | null {
  const own = cell.texts.at(-1) ?? '';
  const group = cell.texts.slice(0, -1).join(' ');
  const quarter = QUARTER.exec(own)?.[1];
  if (quarter !== undefined) {
    const ofYear = /20\d{2}\s*[/-]\s*\d{2}|\b\d{2}\/\d{2}\b/.exec(`${own} ${group}`)?.[0] ?? yearIn(above());
    return ofYear === null ? `Q${quarter}` : `Q${quarter} ${ofYear}`;
  }
  if (/\b(?:measure|target|outcome|actual|value|update|progress|status|rag|budget|cost|spend)/i.test(own) || own.length > 24) return null;
  const words = /^\d{2,4}$/.test(own.trim()) || /\d{4}/.test(own) || group === '' ? own : `${own} ${group}`;
  const reading = readTimescale(textCell(words));
  const saysWhen = reading.end !== null || reading.relative !== null || reading.ongoing;
  return reading.items === 1 && saysWhen && !reading.conditional ? numberedYear(words, above()) : null;
}

/** "Impact" over High, Medium and Low ranks the actions and measures nothing. */
const isRanking = (texts: readonly string[]): boolean =>
  texts.filter((text) => !/\d/.test(text) && text.split(/\s+/).length === 1).length * 2 >= texts.length;

/** Whether nothing but ticks and what stands in their place is below a heading. */
function holdsMarks(view: SheetView, header: Header, cell: AssignedCell, isHeading: (text: string) => boolean): boolean {
  return sampleBelow(view, header, cell, isHeading)
    .map(shownText)
    .every((text) => isTick(text) || isUnticked(text));
}

/** Columns of which each is one value of a field: at least two, of different values, with ticks or short words below. */
function valueColumns(
  view: SheetView,
  header: Header,
  framework: Framework,
  isHeading: (text: string) => boolean,
): Map<AssignedCell, FurtherColumn> {
  // "SO1" and "SO2" under "Contributes to" have their field by the group alone.
  const isValue = (cell: AssignedCell): boolean => isGrouped(cell, header.cells) && roleOf(cell) === null;
  const free = header.cells.filter((cell) => (cell.key === null || isValue(cell)) && cell.texts.length > 0 && cell.setByUser !== true);
  const found = new Map<AssignedCell, FurtherColumn>();
  const add = (key: HeadingKey, role: FurtherRole, valueOf: (cell: AssignedCell) => string | null): void => {
    const columns = free.flatMap((cell) => {
      const words = valueOf(cell);
      return words === null || found.has(cell) ? [] : [{ cell, words }];
    });
    if (columns.length < 2 || new Set(columns.map(({ words }) => words)).size < columns.length) return;
    for (const { cell, words } of columns) found.set(cell, { key, role, words });
  };
  // A column of the field itself goes before columns of its values.
  const has = (key: HeadingKey, values: readonly AssignedCell[]): boolean =>
    header.cells.some((cell) => cell.key === key && !values.includes(cell));
  const codeOf = ({ texts }: AssignedCell): string | null => {
    const { codes, unknown, remarks } = readOutcomes(textCell(texts.at(-1) ?? ''), framework.outcomes);
    return codes.length === 1 && unknown.length + remarks.length === 0 ? (codes[0] ?? null) : null;
  };
  const coded = free.filter((cell) => codeOf(cell) !== null);
  if (!has('sharedOutcome', coded)) add('sharedOutcome', 'value', codeOf);
  const above = lazily(() => textsAbove(view, header));
  const months = monthsWithYears(free, above);
  const timeHeaded = (cell: AssignedCell): string | null => months.get(cell) ?? timeOf(cell, above);
  const isTicked = (cell: AssignedCell): boolean => holdsMarks(view, header, cell, isHeading);
  // Figures by years are no steps: budgets, or the values of an indicator.
  const holdsWords = (cell: AssignedCell): boolean =>
    sampleBelow(view, header, cell, isHeading).every(
      (one) => one.kind === 'text' && (/\p{L}{3}/u.test(shownText(one)) || isUnticked(shownText(one))),
    );
  const times = free.filter((cell) => !found.has(cell) && isOfItself(cell) && timeHeaded(cell) !== null);
  if (times.length < 2) return found;
  if (times.every(isTicked)) {
    if (!has('timescale', times)) add('timescale', 'value', (cell) => (times.includes(cell) ? timeHeaded(cell) : null));
  } else if (!has('milestone', times) && times.every(holdsWords))
    add('milestone', 'step', (cell) => (times.includes(cell) ? timeHeaded(cell) : null));
  return found;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/**
 * The header with what its columns of no heading of their own add to the others: beginnings beside ends, helpers beside leads, baselines and
 * targets beside measures, and columns that are values.
 */
export function withFurtherColumns(view: SheetView, header: Header, framework: Framework, isHeading: (text: string) => boolean): Header {
  const has = (key: HeadingKey): boolean => header.cells.some((cell) => cell.key === key);
  const values = valueColumns(view, header, framework, isHeading);
  const byTime = statusByTime(header);
  const commitment = header.cells.find(({ key }) => key === 'commitment');
  const holdsTimes = (cell: AssignedCell): boolean =>
    sampleBelow(view, header, cell, isHeading).every((one) => isPlaceholder(shownText(one)) || readTimescale(one).items > 0);
  // Where the user said which column is the timescale, that stays.
  const isSaid = header.cells.some(({ key, setByUser }) => key === 'timescale' && setByUser === true);
  const revised = isSaid
    ? undefined
    : header.cells.find((cell) => cell.key === null && cell.setByUser !== true && isRevisedDate(cell) && holdsTimes(cell));
  const cells = header.cells.map((cell): AssignedCell => {
    if (byTime.includes(cell))
      return { ...cell, key: null, strength: 0, further: { key: 'status', role: 'latest', words: cell.texts.at(-1) ?? '' } };
    if (cell.setByUser === true || cell.texts.length === 0 || cell.further !== undefined) return cell;
    // "Deadline" beside "Extended to" is the one first planned.
    if (revised !== undefined && cell === revised && has('timescale')) return { ...cell, key: 'timescale', strength: FIRM };
    if (revised !== undefined && cell.key === 'timescale')
      return { ...cell, key: null, strength: 0, further: { key: 'timescale', role: 'first planned', words: cell.texts.at(-1) ?? '' } };
    const value = values.get(cell);
    if (value !== undefined) return { ...cell, key: null, strength: 0, further: value };
    if (cell.key !== null) return cell;
    if (!has('status') && asksWhetherDone(cell) && holdsMarks(view, header, cell, isHeading))
      return { ...cell, key: null, strength: 0, further: { key: 'status', role: 'value', words: 'Complete' } };
    const words = (cell.texts.at(-1) ?? '').replace(/\s+/g, ' ').replace(/ ?:$/, '');
    const role = roleOf(cell);
    if (role !== null && (has(role.key) || role.role === 'done')) return { ...cell, further: { ...role, words } };
    const inCommitment = roleInCommitment(cell);
    // A title stands before what it is of; behind it, it may be a person's.
    const isOfIt = commitment !== undefined && (inCommitment !== 'title' || cell.column < commitment.column);
    if (inCommitment !== null && isOfIt) return { ...cell, further: { key: 'commitment', role: inCommitment, words } };
    const also = cell.lost === undefined || cell.lost.key === 'commitment' ? null : cell.lost;
    if (also === null || !has(also.key) || isOtherDate(cell)) return cell;
    if (also.strength < FIRM && isRanking(sampleBelow(view, header, cell, isHeading).map(shownText))) return cell;
    // "Outputs" beside "Measure" says what it is; a second "Measure of success" need not.
    return { ...cell, further: { key: also.key, role: also.strength >= FIRM ? 'also' : 'figure', words } };
  });
  return { ...header, cells };
}
