import type { KnownAction } from '../../domain/collation';
import { type KnownVerdict, verdictAfter, type VerdictCell } from '../../domain/finance';
import type { BookGrid } from '../../domain/grid';
import { isStateSheet, ownVerdictChanges, readState, readVerdicts, verdictChanges } from '../../domain/state';
import type { Change } from '../../domain/workbook';
import type { BookRead } from '../check/live-reading';
import { Failure } from '../ports/failure';
import type { CostRow, VerdictPlace, VerdictRecorded } from '../requests/finance-requests';
import { ownRows, ownVerdicts } from './own-verdicts';

/** What a workbook remembers of finance's verdicts, and what one on a row is remembered under. */
export interface VerdictMemory {
  readonly ref: string;
  readonly known: readonly KnownVerdict[];
  /** The actions of directorates' own tables that keys stand for; null in a plan, where there are Refs. */
  readonly unnumbered: readonly KnownAction[] | null;
}

/**
 * @param book the row's workbook, with the cells of the state that `bookAround` reads.
 * @param read the workbook that the row was read in.
 * @returns null for a plan without a memory.
 */
export function verdictMemory(book: BookGrid, row: CostRow, read: BookRead): VerdictMemory | null {
  if (row.ref === null) return ownMemory(book, row, read);
  return book.sheets.some(({ name }) => isStateSheet(name)) ? { ref: row.ref, known: readVerdicts(book), unnumbered: null } : null;
}

/** What was typed and is not remembered yet is remembered too, with the words of now: from now on it is known when they change. */
function ownMemory(book: BookGrid, row: CostRow, { source, framework, book: bookRead }: BookRead): VerdictMemory {
  const state = readState(book);
  const { keyOf, remembered, unnumbered } = ownVerdicts(source.actions, state, framework);
  const rows = ownRows(source, bookRead, framework);
  const { sheetId, row: at } = row.action.source;
  const now = rows.find(
    ({ action, wordsNow }) => action.source.sheetId === sheetId && action.source.row === at && wordsNow === row.wordsNow,
  );
  const key = now === undefined ? null : keyOf(now.action);
  if (key === null)
    throw new Failure(
      'cell changed',
      `The row is no longer in a table on “${row.action.source.sheet}”. List the costs again to see what is there now.`,
    );
  const typed = rows.flatMap(({ action, known }): KnownVerdict[] => {
    const under = keyOf(action);
    const isNew = under !== null && under !== key && known !== undefined && remembered(action) === undefined;
    return isNew ? [{ ...known, ref: under }] : [];
  });
  return { ref: key, known: [...state.verdicts, ...typed], unnumbered };
}

/** What is remembered of the row before and after; what was typed since it was last remembered goes into the history first. */
export function rememberedOf(
  memory: VerdictMemory | null,
  { wordsNow }: CostRow,
  { said }: VerdictPlace,
  after: VerdictCell,
): VerdictRecorded['remembered'] {
  if (memory === null) return null;
  const { ref, known } = memory;
  const seen = { seen: wordsNow, found: '' };
  const before = known.find((one) => one.ref === ref);
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

/** What writes a verdict into the workbook's memory; nothing where there is none. */
export function rememberingChanges(book: BookGrid, memory: VerdictMemory | null, remembered: VerdictRecorded['remembered']): Change[] {
  if (memory === null || remembered === null) return [];
  const verdicts = withVerdict(memory.known, remembered.now.ref, remembered.now);
  return memory.unnumbered === null ? verdictChanges(book, verdicts) : ownVerdictChanges(book, { verdicts, unnumbered: memory.unnumbered });
}

/** What takes it out again, while it is the latest: a verdict that a run has found meanwhile is kept in the history. */
export function forgettingChanges(book: BookGrid, remembered: VerdictRecorded['remembered']): Change[] {
  if (remembered === null) return [];
  const known = readVerdicts(book);
  const { before, now } = remembered;
  const isLatest = JSON.stringify(known.find(({ ref }) => ref === now.ref)) === JSON.stringify(now);
  return isLatest ? verdictChanges(book, withVerdict(known, now.ref, before)) : [];
}
