import { readTimescale } from '../timescale';
import { type AssignedCell, BY_CELLS } from './assign-headings';
import { saysWhen } from './column-evidence';
import { isOfItself } from './column-role';
import { CERTAIN, type HeadingMatcher } from './heading-matcher';
import type { HeadingKey } from './heading-keys';
import { type SheetView, shownText } from './sheet-view';
import { CORE_KEYS } from './table-kinds';
import { sampleBelow } from './table-sample';

/** What a heading of several words means by one of them: "Responsible party". */
const LIKELY = 0.65;
/** So many certain headings of the core make a table by themselves; with one less, progress counted with them, the dates below must bear them out. */
const ENOUGH = 4;

const isRunningText = (text: string): boolean => /\p{L}/u.test(text) && text.trim().split(/\s+/).length >= 2;

/** What other registers list, beside owners and dates: a row of theirs is no commitment. */
const OF_ANOTHER_REGISTER =
  /\b(?:risks?|issues?|decisions?|questions?|meetings?|complaints?|incidents?|contracts?|suppliers?|invoices?)\b/i;

/** What an action answers, or is for: in a table that has no other word for it the action is rather the column beside. */
const WHAT_IT_ANSWERS =
  /\b(?:summary|background|context|reasons?|rationale|why|faults?|findings?|problems?|needs?|challenges?|gaps?|concerns?|said|told|recommendations?|requirements?|standards?|sources?|drivers?|topics?|subjects?)\b/i;

const mostOf = <T>(cells: readonly T[], test: (cell: T) => boolean): boolean =>
  cells.length > 0 && cells.filter(test).length * 2 > cells.length;

/** Whether a column that adds to another's field, or that another column's heading was given to, says by its words what it is. */
const isAnother = (cell: AssignedCell): boolean => (cell.lost !== undefined && cell.lost.key !== 'commitment') || !isOfItself(cell);

/** Whether the headings, with what stands under them, are those of a table of actions whatever the commitment is called. */
function isCore(
  view: SheetView,
  cells: readonly AssignedCell[],
  bottom: number,
  { isHeading }: Pick<HeadingMatcher, 'isHeading'>,
): boolean {
  const sure = (least: number): AssignedCell[] =>
    cells.filter((cell) => CORE_KEYS.some((one) => one === cell.key) && cell.strength >= least && !isAnother(cell));
  if (sure(CERTAIN).length >= ENOUGH) return true;
  const timescale = cells.find((cell) => cell.key === 'timescale' && !isAnother(cell));
  const isFollowed = cells.some(({ key, strength }) => (key === 'progress' || key === 'status') && strength >= LIKELY);
  if (sure(LIKELY).length + (isFollowed ? 1 : 0) < ENOUGH - 1 || sure(LIKELY).length < 2 || timescale === undefined) return false;
  return mostOf(sampleBelow(view, { cells, bottom }, timescale, isHeading), (cell) => readTimescale(cell).items > 0);
}

/**
 * The cells of a header with the commitment found by what stands under it: the first column of running text whose heading means nothing, in a table
 * that has the other core headings. Null where there is none: then it is no table.
 * Rule: docs/rules.md#commitment-by-cells.
 * @param bottom the lowest row of the header, zero-based.
 */
export function withCommitmentByCells(
  view: SheetView,
  cells: readonly AssignedCell[],
  bottom: number,
  { isHeading }: Pick<HeadingMatcher, 'isHeading'>,
): AssignedCell[] | null {
  if (cells.some(({ key }) => key === 'commitment') || !isCore(view, cells, bottom, { isHeading })) return null;
  return withRunningText(view, cells, bottom, { isHeading });
}

/** Words over what is done in plans of measures, such as those on air quality. */
const MEASURE_TO_TAKE =
  /^\s*(?:(?:action plan|proposed|planned|mitigation|intervention) )?measures?(?: to be taken| title| description)?\s*$/i;

/**
 * The cells with "Measure" as the commitment, in a table that has a lead and a timescale and another column that is the measure beyond doubt, such
 * as "Key Performance Indicator".
 */
function withMeasureAsCommitment(cells: readonly AssignedCell[]): readonly AssignedCell[] {
  const has = (key: HeadingKey): boolean => cells.some((cell) => cell.key === key && cell.strength >= LIKELY);
  if (cells.some(({ key }) => key === 'commitment') || !has('ledBy') || !has('timescale')) return cells;
  const measure = cells.find(
    ({ key, texts, setByUser }) => key === 'measure' && setByUser !== true && MEASURE_TO_TAKE.test(texts.at(-1) ?? ''),
  );
  const other = cells.find(({ lost }) => lost?.key === 'measure' && lost.strength >= LIKELY);
  if (measure === undefined || other === undefined) return cells;
  return cells.map((cell): AssignedCell => {
    if (cell === measure) return { ...cell, key: 'commitment', strength: CERTAIN };
    if (cell !== other) return cell;
    const { lost, ...rest } = cell;
    return { ...rest, key: 'measure', strength: lost?.strength ?? LIKELY };
  });
}

/**
 * The cells with the commitment where it says something: a column headed "High priority" under which stand Yes and No, or numbers, gives way to
 * the first column of running text that means nothing else. Where there is none it stays.
 */
export function withCommitmentInWords(
  view: SheetView,
  found: readonly AssignedCell[],
  bottom: number,
  { isHeading }: Pick<HeadingMatcher, 'isHeading'>,
): readonly AssignedCell[] {
  const cells = withMeasureAsCommitment(found);
  const commitment = cells.find(({ key }) => key === 'commitment');
  if (commitment === undefined || commitment.setByUser === true) return cells;
  const sample = sampleBelow(view, { cells, bottom }, commitment, isHeading);
  if (sample.length < 2 || sample.some((cell) => cell.kind === 'text' && isRunningText(shownText(cell)))) return cells;
  const others = cells.map((cell): AssignedCell => (cell === commitment ? { ...cell, key: null, strength: 0, texts: [] } : cell));
  const inWords = withRunningText(view, others, bottom, { isHeading });
  return inWords === null ? cells : inWords.map((cell, index) => ({ ...cell, texts: cells[index]?.texts ?? [] }));
}

function withRunningText(
  view: SheetView,
  cells: readonly AssignedCell[],
  bottom: number,
  { isHeading }: Pick<HeadingMatcher, 'isHeading'>,
): AssignedCell[] | null {
  // Rows of another table begun under some of these columns have no lead or date here.
  const core = cells.filter(({ key }) => CORE_KEYS.some((one) => one === key));
  const saysAction = cells.some(({ texts }) => texts.some((text) => /\bactions?\b/i.test(text)));
  const candidates = cells.filter(
    (cell) =>
      (cell.key === null || cell.key === 'milestone') &&
      cell.texts.length > 0 &&
      !isAnother(cell) &&
      (saysAction || !cell.texts.some((text) => OF_ANOTHER_REGISTER.test(text))) &&
      mostOf(
        sampleBelow(view, { cells, bottom }, cell, isHeading, core),
        (found) => found.kind === 'text' && isRunningText(shownText(found)) && !saysWhen(found),
      ),
  );
  // "Agreed action" rather than "Recommendation", and "Strategies" rather than "Targets".
  const commitment =
    candidates.find(({ lost }) => lost?.key === 'commitment') ??
    candidates.find(({ texts }) => !WHAT_IT_ANSWERS.test(texts.at(-1) ?? '')) ??
    candidates[0];
  if (commitment === undefined) return null;
  return cells.map((cell): AssignedCell =>
    cell === commitment ? { ...cell, key: 'commitment', strength: BY_CELLS, byCells: true } : cell,
  );
}
