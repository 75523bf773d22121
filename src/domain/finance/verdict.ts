/** What finance says of an action's cost, as its cells have it. */
export interface VerdictCell {
  /** A verdict of the framework's vocabulary, or as it was typed; "" where there is none. */
  readonly verdict: string;
  readonly note: string;
  /** Initials, and the day as ISO date or as typed; null where the sheet does not say. */
  readonly by: string | null;
  readonly date: string | null;
}

/** A verdict that stands or once stood. */
export interface VerdictGiven extends VerdictCell {
  /** The day of the first run that found it, an ISO date; "" while none has. */
  readonly found: string;
}

/** What finance has said of an action, the latest first of all; a `verdict` of "" was taken out and has no more than a history. */
export interface KnownVerdict extends VerdictGiven {
  readonly ref: string;
  /** A hash of the words that it was given beside. */
  readonly seen: string;
  /** What was said before, the oldest first; what was taken out leaves no entry of its own. */
  readonly history: readonly VerdictGiven[];
}

/** A verdict, and whether it still holds. */
export interface VerdictRead extends VerdictCell {
  /** The row's words are those that the verdict saw; where they are not, it is asked for again. */
  readonly settled: boolean;
}

/** Cells that say nothing. */
export const NO_VERDICT_CELL: VerdictCell = { verdict: '', note: '', by: null, date: null };

const isSame = (a: VerdictCell, b: VerdictCell): boolean =>
  a.verdict === b.verdict && a.note === b.note && a.by === b.by && a.date === b.date;

/**
 * What is remembered of an action whose cells say this: what was said before goes into the history. The same object where they say what was
 * remembered; undefined where nothing was ever said.
 * @param cell a `verdict` of "" for one that was taken out, whatever the note says.
 */
export function verdictAfter(
  last: KnownVerdict | undefined,
  ref: string,
  cell: VerdictCell,
  { seen, found }: Pick<KnownVerdict, 'seen' | 'found'>,
): KnownVerdict | undefined {
  const said = cell.verdict === '' ? NO_VERDICT_CELL : cell;
  if (last === undefined) return said === NO_VERDICT_CELL ? undefined : { ref, ...said, seen, found, history: [] };
  if (isSame(last, said)) return last;
  const { verdict, note, by, date, history } = last;
  const before = verdict === '' ? [] : [{ verdict, note, by, date, found: last.found }];
  return { ref, ...said, seen: said === NO_VERDICT_CELL ? '' : seen, found, history: [...history, ...before] };
}

/** What a run knows of the words and the time. */
export interface VerdictsSeen {
  /** Hash of the words that stand in the row of a Ref; "" where that is not known. */
  readonly wordsBefore: (ref: string) => string;
  /** The day of the run, an ISO date; "" for a look that is no run. */
  readonly found: string;
}

/**
 * The verdicts of a plan as a run remembers them. One that stands as it was remembered keeps the words that it saw then; one that is new
 * or was changed saw the words that stood beside it before this run. One that was taken out of its cell leaves its history.
 * Rule: docs/rules.md#finance-verdicts.
 * @param cells verdicts on the sheet, by Ref.
 */
export function knownVerdicts(
  cells: ReadonlyMap<string, VerdictCell>,
  remembered: readonly KnownVerdict[],
  { wordsBefore, found }: VerdictsSeen,
): KnownVerdict[] {
  const known = new Map(remembered.map((one) => [one.ref, one]));
  const refs = new Set([...cells.keys(), ...known.keys()]);
  return [...refs].flatMap((ref): KnownVerdict[] => {
    const last = known.get(ref);
    const now = verdictAfter(last, ref, cells.get(ref) ?? NO_VERDICT_CELL, { seen: wordsBefore(ref), found });
    if (now === undefined) return [];
    // Recorded in the pane since the last run.
    return [now === last && now.found === '' && found !== '' ? { ...now, found } : now];
  });
}

/**
 * The verdict that stands; null where there is none.
 * @param now hash of the words of the row after this run; a verdict that saw words nobody remembers is taken to hold.
 */
export function verdictRead(known: KnownVerdict | undefined, now: string): VerdictRead | null {
  if (known === undefined || known.verdict === '') return null;
  const { verdict, note, by, date, seen } = known;
  return { verdict, note, by, date, settled: seen === '' || seen === now };
}
