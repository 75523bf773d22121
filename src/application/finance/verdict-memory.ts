import { type KnownVerdict, verdictAfter, type VerdictCell } from '../../domain/finance';
import type { BookGrid } from '../../domain/grid';
import { readVerdicts, STATE_SHEET, verdictChanges } from '../../domain/state';
import type { Change } from '../../domain/workbook';
import type { CostRow, VerdictPlace, VerdictRecorded } from '../requests/finance-requests';

/** What the plan remembers before and after; what was typed since the last run goes into the history first. */
export function rememberedOf(
  book: BookGrid,
  { ref, wordsNow }: CostRow,
  { said }: VerdictPlace,
  after: VerdictCell,
): VerdictRecorded['remembered'] {
  if (ref === null || !book.sheets.some(({ name }) => name === STATE_SHEET)) return null;
  const seen = { seen: wordsNow, found: '' };
  const before = readVerdicts(book).find((one) => one.ref === ref);
  const now = verdictAfter(verdictAfter(before, ref, said, seen), ref, after, seen);
  if (now === undefined) return null;
  // The same once more, on the same day: whoever gives it has seen the words of now.
  return { before: before ?? null, now: now.verdict === '' ? now : { ...now, seen: wordsNow } };
}

/** In place of what was remembered of the action; null takes it out. */
function withVerdict(known: readonly KnownVerdict[], ref: string, verdict: KnownVerdict | null): KnownVerdict[] {
  if (!known.some((one) => one.ref === ref)) return [...known, ...(verdict === null ? [] : [verdict])];
  return known.flatMap((one) => (one.ref !== ref ? [one] : verdict === null ? [] : [verdict]));
}

/** What writes a verdict into the plan's memory; nothing where the plan has none. */
export function rememberingChanges(book: BookGrid, remembered: VerdictRecorded['remembered']): Change[] {
  return remembered === null ? [] : verdictChanges(book, withVerdict(readVerdicts(book), remembered.now.ref, remembered.now));
}

/** What takes it out again, while it is the latest: a verdict that a run has found meanwhile is kept in the history. */
export function forgettingChanges(book: BookGrid, remembered: VerdictRecorded['remembered']): Change[] {
  if (remembered === null) return [];
  const known = readVerdicts(book);
  const { before, now } = remembered;
  const isLatest = JSON.stringify(known.find(({ ref }) => ref === now.ref)) === JSON.stringify(now);
  return isLatest ? verdictChanges(book, withVerdict(known, now.ref, before)) : [];
}
