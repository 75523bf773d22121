import type { Framework } from '../framework';
import { a1, EMPTY_CELL, textCell } from '../grid';
import { readLead } from '../lead';
import { readMeasure } from '../measure';
import { readTimescale } from '../timescale';
import type { Milestone } from './action';
import type { HeadingKey } from './heading-keys';
import { shownText } from './sheet-view';
import type { MilestoneRead, RowRead, SourcedCell } from './table-read';

type Cells = MilestoneRead['cells'];

export function addressesOf(cells: Cells): Partial<Record<HeadingKey, string>> {
  const entries = Object.entries(cells) as [HeadingKey, SourcedCell][];
  return Object.fromEntries(entries.map(([key, { place }]) => [key, a1(place)]));
}

function milestoneOf(framework: Framework, cells: Cells): Milestone {
  const text = (key: HeadingKey): string => shownText(cells[key]?.cell ?? EMPTY_CELL);
  return {
    text: text('milestone'),
    ledBy: readLead(text('ledBy'), framework),
    timescale: readTimescale(cells.timescale?.cell ?? EMPTY_CELL),
    measure: readMeasure(text('measure'), framework),
    cells: addressesOf(cells),
  };
}

/** A bullet or a number at the head of a line. */
const LIST_MARK = /^\s*(?:[•·●▪◦*–—-]|\(?(?:\d{1,2}|[a-z])[).:])\s+/iu;

/** "Q1 2026/27: Team in post": a time, then what is reached by it. */
const TIME_FIRST = /^(.{2,30}?)\s*(?::|\s[–—-])\s+(\S.*)$/su;

const linesOf = (text: string): string[] => text.split(/[\r\n]+/).filter((line) => line.trim() !== '');

/** The lines of one cell of milestones, each with the time that it names. */
function milestonesIn(framework: Framework, cell: SourcedCell): Milestone[] {
  const lines = linesOf(shownText(cell.cell)).map((line) => line.replace(LIST_MARK, '').trim());
  const cells = addressesOf({ milestone: cell });
  // A cell may have thousands of lines, none with a lead or a measure of its own.
  const [ledBy, measure] = [readLead('', framework), readMeasure('', framework)];
  return lines.map((line): Milestone => {
    const [, time = '', rest = ''] = TIME_FIRST.exec(line) ?? [];
    const isTimed = time !== '' && readTimescale(textCell(time)).items === 1;
    const timescale = readTimescale(textCell(isTimed ? time : line));
    const text = isTimed ? rest : line;
    return { text, ledBy, timescale, measure, cells };
  });
}

const PARALLEL: readonly HeadingKey[] = ['commitment', 'ledBy', 'timescale', 'measure'];
const MARKED = /^\s*\(?(\d{1,2}|[a-z])[).]\s+(\S.*)$/iu;
const BULLET = /^\s*[•·●▪◦‣*–—-]\s*(?=\S)/u;

/**
 * The entries of a cell by their marks: "a) Survey the buildings", "b) ..."; those of a list of bullets by their place. Null where a line has no
 * mark, or there is one line.
 */
function markedLines(cell: SourcedCell | undefined): Map<string, string> | null {
  const lines = cell === undefined ? [] : linesOf(shownText(cell.cell));
  if (lines.length < 2) return null;
  if (lines.every((line) => BULLET.test(line)))
    return new Map(lines.map((line, index) => [`•${String(index)} of ${String(lines.length)}`, line.replace(BULLET, '').trim()]));
  const marked = lines.map((line) => MARKED.exec(line));
  if (marked.some((line) => line === null)) return null;
  return new Map(marked.map((line) => [(line?.[1] ?? '').toLowerCase(), (line?.[2] ?? '').trim()]));
}

/** Steps written as lists in parallel: the same marks in the commitment and in at least one of lead, timescale and measure. */
function parallelMilestones(framework: Framework, cells: Cells): Milestone[] {
  const lists = new Map(PARALLEL.map((key) => [key, markedLines(cells[key])] as const));
  const steps = lists.get('commitment');
  const marks = [...(steps?.keys() ?? [])];
  const isParallel = (key: HeadingKey): boolean => key !== 'commitment' && marks.every((mark) => lists.get(key)?.has(mark) === true);
  if (!steps || !PARALLEL.some(isParallel)) return [];
  const addresses = addressesOf(cells);
  return marks.map((mark): Milestone => {
    const of = (key: HeadingKey): string => (isParallel(key) ? (lists.get(key)?.get(mark) ?? '') : '');
    return {
      text: steps.get(mark) ?? '',
      ledBy: readLead(of('ledBy'), framework),
      timescale: readTimescale(textCell(of('timescale'))),
      measure: readMeasure(of('measure'), framework),
      cells: Object.fromEntries(PARALLEL.flatMap((key) => (addresses[key] === undefined ? [] : [[key, addresses[key]]]))),
    };
  });
}

/**
 * The milestones of an action: the rows that go on with it as steps, the lines of its cell under "Milestones", or lists in parallel.
 * Rule: docs/rules.md#milestones.
 */
export function milestonesOf(framework: Framework, { milestones, cells }: RowRead): readonly Milestone[] {
  if (milestones !== undefined) return milestones.map((step) => milestoneOf(framework, step.cells));
  if (cells.milestone !== undefined && shownText(cells.milestone.cell) !== '') {
    const lines = milestonesIn(framework, cells.milestone);
    // The lead, timescale and measure of the row are those of its one milestone.
    return lines.length === 1 && cells.milestone.parts === undefined ? [milestoneOf(framework, cells)] : lines;
  }
  return parallelMilestones(framework, cells);
}
