import { parseIsoDate } from '../grid';
import { plainVerdict } from './checked-cost';
import type { KnownVerdict, VerdictCell, VerdictGiven } from './verdict';

/** A verdict that stands beside an action in its directorate's own table. */
export interface SentVerdict extends VerdictCell {
  /** Whether the row says what the verdict saw; null where nobody remembers what that was. */
  readonly settled: boolean | null;
  /** A hash of the words that it saw; "" where nobody remembers them. */
  readonly seen: string;
  /** What was said there before, the oldest first. */
  readonly history: readonly VerdictGiven[];
  /** A1 address of the verdict, in the action's sheet. */
  readonly cell: string;
}

/**
 * What becomes of a verdict that was sent. `taken`: it goes into the plan, and what the plan said into the history. `known`: the plan says the
 * same, or has said it and something else since. `differs`: the plan's stays, and the user is told.
 */
export type SentStanding = 'taken' | 'known' | 'differs';

const isAlike = (a: VerdictCell, b: VerdictCell): boolean =>
  plainVerdict(a.verdict) === plainVerdict(b.verdict) && a.note === b.note && a.by === b.by && a.date === b.date;

/**
 * Holds a verdict that was sent against the plan's. The later of the two counts, by their dates; where they do not tell, the plan's.
 * Rule: docs/rules.md#sent-verdicts.
 * @param inPlan what finance's cells of the plan say; a verdict of "" with a note where there is a note alone.
 * @param known what the plan remembers with this run's reading of its cells.
 */
export function standingOfSent(sent: VerdictCell, inPlan: VerdictCell | undefined, known: KnownVerdict | undefined): SentStanding {
  const said = [...(known?.history ?? []), ...(known === undefined || known.verdict === '' ? [] : [known])];
  if (said.some((one) => isAlike(one, sent))) return 'known';
  if (inPlan === undefined) return 'taken';
  return isLater(sent.date, inPlan.verdict === '' ? null : inPlan.date) ? 'taken' : 'differs';
}

/** Dates as a sheet says them; a text that is no date tells nothing. */
function isLater(date: string | null, than: string | null): boolean {
  return date !== null && than !== null && parseIsoDate(date) !== null && parseIsoDate(than) !== null && date > than;
}

/** What the plan remembers once it has taken a verdict. */
export function withSent(
  ref: string,
  { verdict, note, by, date, history }: SentVerdict,
  known: KnownVerdict | undefined,
  { seen, found }: Pick<KnownVerdict, 'seen' | 'found'>,
): KnownVerdict {
  const before: readonly VerdictGiven[] =
    known === undefined ? [] : [...known.history, ...(known.verdict === '' ? [] : [{ ...cellOf(known), found: known.found }])];
  const sentBefore = history.filter((one) => !before.some((other) => isAlike(one, other)));
  return { ref, verdict, note, by, date, seen, found, history: [...sentBefore, ...before] };
}

const cellOf = ({ verdict, note, by, date }: VerdictCell): VerdictCell => ({ verdict, note, by, date });
