import { grouped } from '../wording';
import { type Figure, sumOfFigures } from './figure';

/** What a line or a column counts. */
export interface TallyName {
  readonly name: string;
  /** How many directorates, outcomes, statuses … it stands for; null for one that is never folded together with others: a total, "not known". */
  readonly standsFor: number | null;
}

export interface TallyLine extends TallyName {
  /** One for each column. */
  readonly figures: readonly Figure[];
}

/** Numbers in lines and columns, as a block shows them; the total is not among the lines. */
export interface Tally {
  readonly columns: readonly TallyName[];
  readonly lines: readonly TallyLine[];
  /** What lines and columns that go together are called: "Other directorates". */
  readonly together: { readonly lines: string; readonly columns: string };
}

/** A name that stands for one of its kind. */
export function oneOf(name: string): TallyName {
  return { name, standsFor: 1 };
}

/** A name that is never folded together with others. */
export function apart(name: string): TallyName {
  return { name, standsFor: null };
}

/** "Other directorates (7)": those without a line or column of their own, and how many they are. */
export function others(words: string, number: number): TallyName {
  return { name: `${words} (${grouped(number)})`, standsFor: number };
}

/** One figure a column, over all lines. */
export function totalsOf({ columns, lines }: Tally): Figure[] {
  return columns.map((_, column) => sumOfFigures(lines.flatMap(({ figures }) => figures[column] ?? [])));
}

/**
 * The tally in as many lines and columns as there is room for: those that have none go together into one that says how many they are, so
 * that nothing is left out and every total stays as it was.
 * Rule: docs/rules.md#counting-room.
 */
export function foldedTally(tally: Tally, room: { readonly lines: number; readonly columns: number }): Tally {
  const columnGroups = groupsIn(tally.columns, room.columns);
  const lineGroups = groupsIn(tally.lines, room.lines);
  const isWhole = lineGroups.length === tally.lines.length && columnGroups.length === tally.columns.length;
  if (isWhole) return tally;
  return {
    ...tally,
    columns: columnGroups.map((group) => nameOf(group, tally.columns, tally.together.columns)),
    lines: lineGroups.map((group) => ({
      ...nameOf(group, tally.lines, tally.together.lines),
      figures: columnGroups.map((columns) =>
        sumOfFigures(group.flatMap((line) => columns.flatMap((column) => tally.lines[line]?.figures[column] ?? []))),
      ),
    })),
  };
}

/** Places of the names, those that go together in one group; in the order of the first of each. */
function groupsIn(names: readonly TallyName[], room: number): number[][] {
  const places = names.map((_, place) => place);
  if (names.length <= room) return places.map((place) => [place]);
  const foldable = places.filter((place) => names[place]?.standsFor !== null);
  const kept = Math.max(0, room - (names.length - foldable.length) - 1);
  const together = foldable.slice(kept);
  const [first] = together;
  return places.flatMap((place) => (place === first ? [together] : together.includes(place) ? [] : [[place]]));
}

function nameOf(group: readonly number[], names: readonly TallyName[], together: string): TallyName {
  const inGroup = group.flatMap((place) => names[place] ?? []);
  const [only] = inGroup;
  if (only !== undefined && inGroup.length === 1) return { name: only.name, standsFor: only.standsFor };
  return others(
    together,
    inGroup.reduce((sum, { standsFor }) => sum + (standsFor ?? 0), 0),
  );
}
