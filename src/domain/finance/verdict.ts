/** What finance says of an action's cost, as the plan's sheet has it. */
export interface VerdictCell {
  /** A verdict of the framework's vocabulary, or as it was typed. */
  readonly verdict: string;
  readonly note: string;
  /** Initials, and the day as ISO date or as typed; null where the sheet does not say. */
  readonly by: string | null;
  readonly date: string | null;
}

/** A verdict with the words that it was given beside; the latest of an action. */
export interface KnownVerdict extends VerdictCell {
  readonly ref: string;
  /** A hash of the row's words at that time. */
  readonly seen: string;
}

/** A verdict, and whether it still holds. */
export interface VerdictRead extends VerdictCell {
  /** The row's words are those that the verdict saw; where they are not, it is asked for again. */
  readonly settled: boolean;
}

const isSame = (a: VerdictCell, b: VerdictCell): boolean =>
  a.verdict === b.verdict && a.note === b.note && a.by === b.by && a.date === b.date;

/**
 * The verdicts of a plan as a run remembers them. One that stands as it was remembered keeps the words that it saw then; one that is new
 * or was changed saw the words that stood beside it before this run. Those of actions without a verdict on the sheet are dropped.
 * Rule: docs/rules.md#finance-verdicts.
 * @param cells verdicts on the sheet, by Ref.
 * @param before hash of the words that stand in the row of a Ref; "" where that is not known.
 */
export function knownVerdicts(
  cells: ReadonlyMap<string, VerdictCell>,
  remembered: readonly KnownVerdict[],
  before: (ref: string) => string,
): KnownVerdict[] {
  const known = new Map(remembered.map((one) => [one.ref, one]));
  return [...cells].map(([ref, cell]) => {
    const last = known.get(ref);
    return last !== undefined && isSame(last, cell) ? last : { ref, ...cell, seen: before(ref) };
  });
}

/** @param now hash of the words of the row after this run; a verdict that saw words nobody remembers is taken to hold. */
export function verdictRead({ verdict, note, by, date, seen }: KnownVerdict, now: string): VerdictRead {
  return { verdict, note, by, date, settled: seen === '' || seen === now };
}
