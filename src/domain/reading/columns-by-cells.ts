import type { Framework } from '../framework';
import type { Cell } from '../grid';
import { readTimescale } from '../timescale';
import { type AssignedCell, BY_CELLS } from './assign-headings';
import { isOtherDate, roleInCommitment, roleOf } from './column-role';
import { likelyHeadings, saysWhen } from './column-evidence';
import type { Header } from './find-headers';
import type { HeadingKey } from './heading-keys';
import type { SheetView } from './sheet-view';
import { rulesOf } from './table-kinds';
import { sampleBelow } from './table-sample';

/**
 * Columns whose headings say nothing and whose cells are what a table of actions lacks: dates alone, posts and names, statuses. They are read as
 * that, and the user is asked.
 * Rule: docs/rules.md#columns-by-cells.
 */

/** The least share of the filled cells, and of them the least number. */
const MOST = 0.8;
const FEWEST = 2;

/** Dates, people and marks of something else than the work. */
const OF_SOMETHING_ELSE =
  /\b(?:raised|reported|created|meetings?|reviews?|reviewed|updated?|approv(?:al|ed)|agreed|received|issued?|logged|opened|closed|completed|last|published|inspection|visit|decision|version|accepted|priority|risk|rank|score|likelihood|impact|severity|consult\w*|informed|author|report(?:ing|s)?|present(?:ing|er|ed)?|target (?:group|audience)|audience|beneficiar\w+|benefits?|groups?|customers?|residents?|suppliers?|contractors?|wards?|districts?|areas?|locations?|places?|sites?|schools?|signed|checked|assured|monitor\w*|baseline|domain|topic|theme|category|type|subject|issue|programme|project|workstream|strand|source|standard|regulation|question|recommendation|finding|colou?rs?)\b/i;

const isTime = (cell: Cell): boolean => saysWhen(cell, 0);

export function withColumnsByCells(view: SheetView, header: Header, framework: Framework, isHeading: (text: string) => boolean): Header {
  const sampleOf = (cell: AssignedCell): Cell[] => sampleBelow(view, header, cell, isHeading);
  const { cells } = header;
  const has = (key: HeadingKey): boolean => cells.some((cell) => cell.key === key || cell.further?.key === key);
  if (rulesOf(header.kind).rowKind !== 'action' || !has('commitment')) return header;
  const free = cells.filter(
    (cell) =>
      cell.key === null &&
      cell.setByUser !== true &&
      cell.further === undefined &&
      cell.lost === undefined &&
      cell.texts.length > 0 &&
      roleOf(cell) === null &&
      roleInCommitment(cell) === null &&
      !isOtherDate(cell) &&
      !OF_SOMETHING_ELSE.test(cell.texts.join(' ')),
  );
  const found = new Map<AssignedCell, HeadingKey>();
  const holding = (test: (cell: Cell) => boolean): AssignedCell[] =>
    free.filter((cell) => {
      const sample = sampleOf(cell);
      return !found.has(cell) && sample.length >= FEWEST && sample.filter(test).length >= sample.length * MOST;
    });
  const fits = (key: HeadingKey) => (cell: Cell) => likelyHeadings([cell], framework).includes(key);
  if (!has('timescale')) {
    const times = holding(isTime);
    const [first, second] = times;
    if (first !== undefined && times.length === 1) found.set(first, 'timescale');
    else if (first !== undefined && second !== undefined && times.length === 2 && !has('start') && isBefore(sampleOf, first, second)) {
      found.set(first, 'start');
      found.set(second, 'timescale');
    }
  }
  // The user said which of the two is the end: the other is still the start.
  const end = cells.find(({ key, setByUser }) => key === 'timescale' && setByUser === true);
  if (end !== undefined && !has('start')) {
    const [first, ...others] = holding(isTime);
    if (first !== undefined && others.length === 0 && isBefore(sampleOf, first, end)) found.set(first, 'start');
  }
  if (!has('status')) {
    const [first, ...others] = holding((cell) => !isTime(cell) && fits('status')(cell));
    if (first !== undefined && others.length === 0) found.set(first, 'status');
  }
  if (!has('ledBy')) {
    const [first] = holding((cell) => fits('ledBy')(cell) && !fits('status')(cell));
    if (first !== undefined) found.set(first, 'ledBy');
  }
  if (found.size === 0) return header;
  return {
    ...header,
    cells: cells.map((cell): AssignedCell => {
      const key = found.get(cell);
      return key === undefined ? cell : { ...cell, key, strength: BY_CELLS, byCells: true };
    }),
  };
}

/** Whether of two columns of times the first never lies after the second. */
function isBefore(sampleOf: (cell: AssignedCell) => readonly Cell[], first: AssignedCell, second: AssignedCell): boolean {
  const monthsOf = (cell: AssignedCell): (string | null)[] =>
    sampleOf(cell).map((one) => {
      const { start, end } = readTimescale(one);
      return start ?? end;
    });
  const [before, after] = [monthsOf(first), monthsOf(second)];
  return before.length === after.length && before.every((month, index) => month === null || (after[index] ?? month) >= month);
}
