import type { HeaderCell } from './header-cells';
import { CERTAIN, FIRM, type HeadingMatcher, type Meaning } from './heading-matcher';
import type { HeadingKey, TableKind } from './table-read';

/** A header cell and what it was taken for. */
export interface AssignedCell extends HeaderCell {
  readonly key: HeadingKey | null;
  /** How surely, 0 for a cell not understood. */
  readonly strength: number;
  /** Whether the user said so. */
  readonly setByUser?: boolean;
}

/** The four of which a priority table has at least two. */
export const CORE_KEYS = ['ledBy', 'timescale', 'measure', 'sharedOutcome'] as const satisfies readonly HeadingKey[];

/** What a header cell may mean: by its lowest words, by all its words together, and, less surely, by the group's words above. */
export function meaningsOf(cell: HeaderCell, matcher: HeadingMatcher, closely: boolean): readonly Meaning[] {
  const match = closely ? matcher.matchClosely : matcher.match;
  const [last, ...above] = [...cell.texts].reverse();
  if (last === undefined) return [];
  const own = match(last);
  if (above.length === 0) return own;
  const joined = match(cell.texts.join(' '));
  const best = [own, joined].sort((a, b) => (b[0]?.strength ?? 0) - (a[0]?.strength ?? 0))[0] ?? [];
  if (best.length > 0) return best;
  return above.flatMap((text) => match(text)).map(({ key, strength }) => ({ key, strength: strength * 0.95 }));
}

interface Wish extends Meaning {
  readonly index: number;
}

/** Each heading goes to the column whose words mean it most surely; a column that loses takes its next meaning. Equal claims go to the left. */
export function assignMeanings(cells: readonly HeaderCell[], meanings: readonly (readonly Meaning[])[]): AssignedCell[] {
  const wishes = meanings.flatMap((list, index) => list.map((meaning): Wish => ({ ...meaning, index })));
  wishes.sort((a, b) => b.strength - a.strength || a.index - b.index);
  const taken = new Map<number, Meaning>();
  const used = new Set<HeadingKey>();
  for (const { index, key, strength } of wishes) {
    if (taken.has(index) || used.has(key)) continue;
    taken.set(index, { key, strength });
    used.add(key);
  }
  return cells.map((cell, index) => ({ ...cell, key: taken.get(index)?.key ?? null, strength: taken.get(index)?.strength ?? 0 }));
}

export function assignHeadings(cells: readonly HeaderCell[], matcher: HeadingMatcher): AssignedCell[] {
  const cheap = cells.map((cell) => meaningsOf(cell, matcher, false));
  // Spelling is only tried on cells that stand beside headings: it costs, and it would find headings in any text.
  const closely = cheap.filter((list) => (list[0]?.strength ?? 0) >= FIRM).length >= 2;
  return assignMeanings(cells, closely ? cells.map((cell) => meaningsOf(cell, matcher, true)) : cheap);
}

const strengthOf = (cells: readonly AssignedCell[], key: HeadingKey): number => cells.find((cell) => cell.key === key)?.strength ?? 0;

/**
 * The kind of table these headings make, or null (docs/rules.md#table-kinds). A priority table has the commitment and two of lead,
 * timescale, measure and outcome, two of the three at least beyond reasonable doubt, so that a row of ordinary words is no header.
 * `titledMeasures` says that the words "measures" or "logframe" stand above: then plainer headings do for a measures table.
 */
export function kindOfHeadings(cells: readonly AssignedCell[], titledMeasures: boolean): TableKind | null {
  const has = (key: HeadingKey): boolean => strengthOf(cells, key) > 0;
  const core = CORE_KEYS.filter(has);
  const firm = [...core, 'commitment' as const].filter((key) => strengthOf(cells, key) >= FIRM);
  if (has('commitment') && strengthOf(cells, 'commitment') >= 0.45 && core.length >= 2 && firm.length >= 2) return 'priorities';
  if (strengthOf(cells, 'commitment') >= 0.6 && has('strategies') && core.length < 2) return 'activity';
  const measured = Math.max(strengthOf(cells, 'indicator'), titledMeasures ? strengthOf(cells, 'measure') : 0);
  const followed = Math.max(strengthOf(cells, 'timescale'), strengthOf(cells, 'progress'));
  const isTitled = titledMeasures || saysVerifiable(cells);
  return !has('commitment') && measured >= FIRM && followed >= FIRM && isTitled ? 'measures' : null;
}

const saysVerifiable = (cells: readonly AssignedCell[]): boolean =>
  cells.some((cell) => cell.key === 'indicator' && /verifiable|\bovis?\b/i.test(cell.texts.join(' ')) && cell.strength >= CERTAIN * 0.8);
