import { EMPTY_CELL, textCell } from '../grid';
import { isSupportLabel } from '../lead';
import { monthName, readTimescale } from '../timescale';
import type { FurtherRole } from './further-column';
import type { HeadingKey } from './heading-keys';
import { joinedCell } from './joined-cells';
import { isPlaceholder, isTick, isUnticked } from './row-words';
import { shownText } from './sheet-view';
import type { SourcedCell } from './table-read';

/** A filled cell of a further column: what it is to the field, the words of its heading or the value that it stands for. */
export interface FurtherCell {
  readonly cell: SourcedCell;
  readonly role: FurtherRole;
  readonly words: string;
}

const textOf = ({ cell }: SourcedCell): string => shownText(cell);

/** A date in words that are read alike wherever they stand: of a date cell its month, else what is written. */
function dateWords({ cell }: SourcedCell): string {
  const { end, start, items } = readTimescale(cell);
  const month = end ?? start;
  return cell.kind === 'number' && items === 1 && month !== null ? monthName(month) : shownText(cell);
}

/** The date that holds, and behind it the one first planned; that alone where no other is given. */
function timescaleOf(main: SourcedCell | null, further: readonly FurtherCell[]): SourcedCell | undefined {
  const planned = further.find(({ role }) => role === 'first planned');
  if (main === null || planned === undefined) return main ?? planned?.cell;
  // "n/a" under the revised date: the first one holds.
  if (isPlaceholder(textOf(main)) && readTimescale(main.cell).items === 0) return joinedCell([planned.cell, main], textOf(planned.cell));
  return changedFrom(main, planned);
}

/** "March 2027 (first planned for August 2026)", where that still reads as the first of them. */
function changedFrom(main: SourcedCell, planned: FurtherCell): SourcedCell | undefined {
  const [now, before] = [dateWords(main), dateWords(planned.cell)];
  if (now === before) return joinedCell([main, planned.cell], now);
  const words = `${now} (first planned for ${before})`;
  return readTimescale(textCell(words)).end === readTimescale(main.cell).end ? joinedCell([main, planned.cell], words) : main;
}

/** Ticked values one after the other; of times the first to the last. A cell with other words than a tick keeps them in brackets. */
function valuesOf(key: HeadingKey, marks: readonly FurtherCell[]): SourcedCell | undefined {
  const ticked = marks.filter(({ cell }) => !isUnticked(textOf(cell)));
  const parts = marks.map(({ cell }) => cell);
  const place = (ticked[0] ?? marks[0])?.cell.place;
  if (place === undefined) return undefined;
  const [first] = ticked;
  const last = ticked.at(-1);
  if (first === undefined || last === undefined) return { cell: EMPTY_CELL, place, parts };
  const inOrder = key === 'timescale' ? [...new Set([first.words, last.words])].join(' to ') : null;
  const each = ticked.map(({ cell, words }) => (isTick(textOf(cell)) ? words : `${words} (${textOf(cell)})`)).join(', ');
  return { cell: textCell(inOrder ?? each), place, parts };
}

/**
 * A field whose words stand in several columns, as one cell that knows its parts.
 * @param main the filled cell of the field's own column, null where it is empty or there is none.
 */
export function composedCell(key: HeadingKey, main: SourcedCell | null, further: readonly FurtherCell[]): SourcedCell | undefined {
  const values = further.filter(({ role }) => role === 'value');
  if (values.length > 0) return valuesOf(key, values);
  if (key === 'timescale') return timescaleOf(main, further);
  const steps = further.filter(({ role }) => role === 'step');
  if (steps.length > 0) {
    const lines = steps.map(({ cell, words }) => `${words}: ${textOf(cell)}`);
    return { cell: textCell(lines.join('\n')), place: steps[0]?.cell.place ?? { row: 0, column: 0 }, parts: steps.map(({ cell }) => cell) };
  }
  if (key === 'status' && further.some(({ role }) => role === 'latest')) return holdingStatus(further);
  if (key === 'commitment') return titled(main, further);
  return labelled(key, main, key === 'progress' ? withEarlier(further) : further);
}

/** Of one status for several times the one that holds: the last that says something; "n/a" for a later time takes nothing back. */
function lastGiven(statuses: readonly FurtherCell[]): FurtherCell | undefined {
  return statuses.filter(({ cell }) => !isPlaceholder(textOf(cell))).at(-1) ?? statuses.at(-1);
}

/** The status that holds, with the cells that stand in the place of one; the others are said with the progress. */
function holdingStatus(further: readonly FurtherCell[]): SourcedCell | undefined {
  const statuses = further.filter(({ role }) => role === 'latest');
  const last = lastGiven(statuses)?.cell;
  const silent = statuses.map(({ cell }) => cell).filter((cell) => cell !== last && isPlaceholder(textOf(cell)));
  // Never one cell alone: what is written to it would be the status of a time that nobody asked about.
  return last === undefined ? undefined : { cell: textCell(textOf(last)), place: last.place, parts: [last, ...silent] };
}

/** What adds to the progress, of the statuses for several times only those that no longer hold. */
function withEarlier(further: readonly FurtherCell[]): FurtherCell[] {
  const statuses = further.filter(({ role }) => role === 'earlier');
  const last = lastGiven(statuses);
  return further.filter((one) => one.role !== 'earlier' || (one !== last && !isPlaceholder(textOf(one.cell))));
}

/** "Naloxone in hostels: Supply take-home kits": the title of an action, then what is done. */
function titled(main: SourcedCell | null, further: readonly FurtherCell[]): SourcedCell | undefined {
  const titles = further.filter(({ role }) => role === 'title').map(({ cell }) => cell);
  const more = further.filter(({ role }) => role !== 'title').map(({ cell }) => cell);
  const parts = [...titles, ...(main === null ? [] : [main]), ...more];
  return joinedCell(parts, [...new Set(parts.map(textOf))].join(': '));
}

/** The words of a further column as they go into the field: what is no more of the same has its heading before it. */
export function labelledWords(text: string, of: Pick<FurtherCell, 'role' | 'words'> | undefined): string {
  if (of === undefined || of.role === 'also') return text;
  if (of.role === 'earlier') return `Earlier status (${of.words}): ${text}`;
  const isOther = of.role === 'support' && (of.words.includes('(') || !isSupportLabel(of.words));
  return `${isOther ? 'Supported by' : of.words}: ${text}`;
}

/** The field's own words, then those of the further columns; what is no more of the same has its heading before it. */
function labelled(key: HeadingKey, main: SourcedCell | null, further: readonly FurtherCell[]): SourcedCell | undefined {
  // Who only helps leads nothing.
  if (main === null && further.every(({ role }) => role === 'support')) return undefined;
  const said = main === null ? [] : [textOf(main)];
  const parts = main === null ? [] : [main];
  for (const { cell, role, words } of further) {
    const own = role === 'done' ? dateWords(cell) : textOf(cell);
    parts.push(cell);
    // The same words in both columns are said once; the cell counts as read.
    if (role === 'earlier' || !said.includes(own)) said.push(labelledWords(own, { role, words }));
  }
  const words = said.join(key === 'progress' || key === 'notes' ? '\n' : '; ');
  const [only, ...others] = parts;
  // An earlier status alone is still no progress by itself.
  if (only !== undefined && others.length === 0 && further[0]?.role === 'earlier')
    return { cell: textCell(words), place: only.place, parts };
  return joinedCell(parts, words);
}
