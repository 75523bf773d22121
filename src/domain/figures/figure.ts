/** One number of a block, now and in the quarter before; null where there is nothing to count or to compare with. */
export interface Figure {
  readonly now: number | null;
  readonly then: number | null;
  /** The number of all, where `now` is shown as a part of it: 8 of 11. */
  readonly of?: number;
}

/** A number that is compared with none. */
export function figure(now: number | null): Figure {
  return { now, then: null };
}

export function comparedFigure(now: number, then: number | null): Figure {
  return { now, then };
}

/** What several come to together; null stays null where none of them has a number. */
export function sumOfFigures(figures: readonly Figure[]): Figure {
  return { now: sumOf(figures.map(({ now }) => now)), then: sumOf(figures.map(({ then }) => then)) };
}

function sumOf(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((sum, number) => (number === null ? sum : (sum ?? 0) + number), null);
}
