import type { Framework } from '../framework';
import { textCell } from '../grid';
import { readOutcomes } from '../outcomes';
import { readTimescale } from '../timescale';
import type { AssignedCell } from './assign-headings';
import type { Header } from './find-headers';
import { isOfItself, isOtherDate, roleOf } from './column-role';
import type { FurtherColumn, FurtherRole } from './further-column';
import type { HeaderCell } from './header-cells';
import type { HeadingKey } from './heading-keys';
import { LINES_ABOVE } from './name-directorate';
import { isTick, isUnticked } from './row-words';
import { type SheetView, shownText, ownCell } from './sheet-view';
import { sampleBelow } from './table-sample';

/**
 * Columns that add to a field that another column has, and columns that are values of a field themselves.
 * Rule: docs/rules.md#further-columns.
 */

/** Years that a plan may be of: "2026/27", "2026-27", "April 2026 to March 2027". */
const YEARS = /\b(20\d{2})\s*(?:[/–-]\s*(?:20)?\d{2}\b|\s*(?:to|–|-)\s*(?:march\s*)?20\d{2})|\bapril (20\d{2})\b/i;

/** The financial year that the words above a table name, "2026/27"; null when they name none. */
function yearAbove(view: SheetView, header: Header): string | null {
  const end = view.indexFrom(header.bottom + 1);
  const lines = view.rowNumbers.slice(Math.max(0, view.indexFrom(header.top) - LINES_ABOVE), end);
  const cells = lines.flatMap((row) => view.columnsIn(row).map((column) => ({ column, text: shownText(ownCell(view, { row, column })) })));
  // What stands beside may be another table, with years of its own.
  const inColumns = cells.filter(({ column }) => column >= header.left && column <= header.right);
  for (const { text } of [{ text: view.grid.name }, ...cells, ...inColumns].reverse()) {
    const found = YEARS.exec(text);
    const year = Number(found?.[1] ?? found?.[2] ?? 0);
    if (year > 0) return `${String(year)}/${String((year + 1) % 100).padStart(2, '0')}`;
  }
  return null;
}

const QUARTER = /^(?:q|qtr|quarter)\s*([1-4])\b/i;

/** The time that a heading is: a quarter, a month, a year; null where it says more or less. */
function timeOf(cell: HeaderCell, year: () => string | null): string | null {
  const own = cell.texts.at(-1) ?? '';
  const group = cell.texts.slice(0, -1).join(' ');
  const quarter = QUARTER.exec(own)?.[1];
  if (quarter !== undefined) {
    const ofYear = /20\d{2}\s*[/-]\s*\d{2}|\b\d{2}\/\d{2}\b/.exec(`${own} ${group}`)?.[0] ?? year();
    return ofYear === null ? `Q${quarter}` : `Q${quarter} ${ofYear}`;
  }
  if (/\b(?:measure|target|outcome|actual|value|update|progress|status|rag|budget|cost|spend)/i.test(own) || own.length > 24) return null;
  const words = /^\d{2,4}$/.test(own.trim()) || /\d{4}/.test(own) || group === '' ? own : `${own} ${group}`;
  const reading = readTimescale(textCell(words));
  return reading.items === 1 && reading.end !== null && !reading.ongoing && !reading.conditional ? words : null;
}

/** Columns of which each is one value of a field: at least two, of different values, with ticks or short words below. */
function valueColumns(
  view: SheetView,
  header: Header,
  framework: Framework,
  isHeading: (text: string) => boolean,
): Map<AssignedCell, FurtherColumn> {
  const free = header.cells.filter((cell) => cell.key === null && cell.texts.length > 0);
  const found = new Map<AssignedCell, FurtherColumn>();
  const add = (key: HeadingKey, role: FurtherRole, valueOf: (cell: AssignedCell) => string | null): void => {
    const columns = free.flatMap((cell) => {
      const words = valueOf(cell);
      return words === null || found.has(cell) ? [] : [{ cell, words }];
    });
    if (columns.length < 2 || new Set(columns.map(({ words }) => words)).size < columns.length) return;
    for (const { cell, words } of columns) found.set(cell, { key, role, words });
  };
  const has = (key: HeadingKey): boolean => header.cells.some((cell) => cell.key === key);
  if (!has('sharedOutcome')) {
    add('sharedOutcome', 'value', ({ texts }) => {
      const { codes, unknown, remarks } = readOutcomes(textCell(texts.at(-1) ?? ''), framework.outcomes);
      return codes.length === 1 && unknown.length + remarks.length === 0 ? (codes[0] ?? null) : null;
    });
  }
  const year = lazily(() => yearAbove(view, header));
  const isTicked = (cell: AssignedCell): boolean =>
    sampleBelow(view, header, cell, isHeading)
      .map(shownText)
      .every((text) => isTick(text) || isUnticked(text));
  // Figures by years are no steps: budgets, or the values of an indicator.
  const holdsWords = (cell: AssignedCell): boolean =>
    sampleBelow(view, header, cell, isHeading).every(
      (one) => one.kind === 'text' && (/\p{L}{3}/u.test(shownText(one)) || isUnticked(shownText(one))),
    );
  const times = free.filter((cell) => !found.has(cell) && isOfItself(cell) && timeOf(cell, year) !== null);
  if (times.length < 2) return found;
  if (times.every(isTicked)) {
    if (!has('timescale')) add('timescale', 'value', (cell) => (times.includes(cell) ? timeOf(cell, year) : null));
  } else if (!has('milestone') && times.every(holdsWords))
    add('milestone', 'step', (cell) => (times.includes(cell) ? timeOf(cell, year) : null));
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
  const cells = header.cells.map((cell): AssignedCell => {
    if (cell.key !== null || cell.setByUser === true || cell.texts.length === 0 || cell.further !== undefined) return cell;
    const value = values.get(cell);
    if (value !== undefined) return { ...cell, further: value };
    const words = (cell.texts.at(-1) ?? '').replace(/\s+/g, ' ').replace(/\s*:$/, '');
    const role = roleOf(cell);
    if (role !== null && (has(role.key) || role.role === 'done')) return { ...cell, further: { ...role, words } };
    const also = cell.lost ?? null;
    return also !== null && has(also) && !isOtherDate(cell) ? { ...cell, further: { key: also, role: 'also', words } } : cell;
  });
  return { ...header, cells };
}
