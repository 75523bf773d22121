import type { HeaderCell } from './header-cells';
import { FIRM, type HeadingMatcher, type Meaning } from './heading-matcher';
import type { HeadingKey } from './heading-keys';
import type { FurtherColumn } from './further-column';
import { kindMadeBy, type TableKind } from './table-kinds';

/** A header cell and what it was taken for. */
export interface AssignedCell extends HeaderCell {
  readonly key: HeadingKey | null;
  /** How surely, 0 for a cell not understood. */
  readonly strength: number;
  /** Whether its words say nothing, and what stands under it was taken for it. */
  readonly byCells?: boolean;
  /** Whether the user said so. */
  readonly setByUser?: boolean;
  /** For a cell of no heading: the one that its words mean and that another column has. */
  readonly lost?: Meaning;
  /** For a cell of no heading: what its column adds to a field that others have. */
  readonly further?: FurtherColumn;
}

/** As sure as a heading can be of which the words say nothing, and the cells below it alone tell; the user is asked. */
export const BY_CELLS = 0.5;

/** Whether a heading stands with others under one group heading: "Executive" and "Operational" under "Leads". */
export function isGrouped(cell: HeaderCell, all: readonly HeaderCell[]): boolean {
  const group = cell.texts.at(-2);
  return group !== undefined && all.some((other) => other !== cell && other.texts.at(-2) === group);
}

/**
 * What a header cell may mean: by its lowest words, by all its words together, and, less surely, by the group's words above.
 * @param all the cells of its header.
 */
export function meaningsOf(cell: HeaderCell, all: readonly HeaderCell[], matcher: HeadingMatcher, closely: boolean): readonly Meaning[] {
  const match = closely ? matcher.matchClosely : matcher.match;
  const [last, ...above] = [...cell.texts].reverse();
  if (last === undefined) return [];
  const own = match(last);
  if (above.length === 0) return own;
  const joined = match(cell.texts.join(' '));
  const ofGroup = above.flatMap((text) => match(text)).map(({ key, strength }) => ({ key, strength: strength * BY_GROUP }));
  const best = [own, joined].sort((a, b) => (b[0]?.strength ?? 0) - (a[0]?.strength ?? 0))[0] ?? [];
  if (best.length === 0) return ofGroup;
  // "End" under "Timeframe": what both say is beyond doubt. One row of data under a heading says nothing of the kind.
  const isBorneOut = (key: HeadingKey): boolean => own.some((one) => one.key === key) || isGrouped(cell, all);
  const borneOut = best.map((meaning) => {
    if (!isBorneOut(meaning.key)) return meaning;
    const strength = Math.max(meaning.strength, ofGroup.find(({ key }) => key === meaning.key)?.strength ?? 0);
    return { ...meaning, strength };
  });
  return borneOut.sort((a, b) => b.strength - a.strength);
}

/** A group's words say a little less of the columns below than their own. */
const BY_GROUP = 0.95;

/** Fields in which the words of two columns can stand side by side. */
const JOINABLE: ReadonlySet<HeadingKey> = new Set(['commitment', 'ledBy', 'measure', 'progress', 'notes']);
/** How sure "description" is of the commitment, and "output" of the measure: beside another they say more of it. */
const MAY_BE: Partial<Record<HeadingKey, number>> = { commitment: 0.6, measure: 0.6 };

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
  return cells.map((cell, index): AssignedCell => {
    const { key = null, strength = 0 } = taken.get(index) ?? {};
    const best = meanings[index]?.[0];
    const isLost = key === null && best !== undefined && best.strength >= (MAY_BE[best.key] ?? FIRM);
    const lost = isLost && JOINABLE.has(best.key) ? { lost: best } : {};
    return { ...cell, key, strength, ...lost };
  });
}

export function assignHeadings(cells: readonly HeaderCell[], matcher: HeadingMatcher): AssignedCell[] {
  const cheap = cells.map((cell) => meaningsOf(cell, cells, matcher, false));
  // Spelling is only tried on cells that stand beside headings: it costs, and it would find headings in any text.
  const closely = cheap.filter((list) => (list[0]?.strength ?? 0) >= FIRM).length >= 2;
  return assignMeanings(cells, closely ? cells.map((cell) => meaningsOf(cell, cells, matcher, true)) : cheap);
}

/** The kind of table these headings make, or null; `isTitled` says whether a title above makes it one of a kind. */
export function kindOfHeadings(cells: readonly AssignedCell[], isTitled: (kind: TableKind) => boolean): TableKind | null {
  const cellOf = (key: HeadingKey): AssignedCell | undefined => cells.find((cell) => cell.key === key);
  const found = {
    strength: (key: HeadingKey) => cellOf(key)?.strength ?? 0,
    words: (key: HeadingKey) => cellOf(key)?.texts.join(' ') ?? '',
  };
  return kindMadeBy(found, isTitled);
}
