import type { KnownAction } from '../collation';
import { cellAt } from '../grid';
import { matchRows, type PlanRowRead, type RecognisedPlan } from '../recognition';
import { ALL_PRIORITIES, LOGFRAME_COVERAGE } from '../sheets';
import { hashOf, type RowHashes, rowsWritten, wordsOfCell, wordsWere } from '../workbook';
import { beginningOf, filledRows, hashesOn, type TableSide } from './table-side';

/** A row of the copy and the row of the plan that it is. */
export interface PairedRow {
  /** Zero-based row on the copy's sheet. */
  readonly theirs: number;
  /** Zero-based row on the plan's sheet; null where the plan has none that it surely is. */
  readonly ours: number | null;
  /** What the row is known by in the plan; in the copy where the plan has none. */
  readonly name: string;
  /** Its beginning, for a person. */
  readonly words: string;
  /** What the copy's last run wrote there: words by column key, or hashes of them in a list. Null where nobody knows, or it is the user's own row. */
  readonly base: Readonly<Record<string, string>> | null;
  /** The same of the plan's last run. */
  readonly ourBase: Readonly<Record<string, string>>;
  /** Hashes of what the copy's last run found in the user's own columns, by column key. */
  readonly ownBase: Readonly<Record<string, string>>;
  /** The program did not write the row: the user added it. */
  readonly isAdded: boolean;
}

const NOTHING_KNOWN = { base: null, ourBase: {}, ownBase: {} } as const;

/**
 * Which action of this plan each action of the copy is, by its Ref and its wording together, never by the Ref alone. One that is in doubt is
 * left out. Rule: docs/rules.md#copies.
 * @returns the plan's Ref by the copy's.
 */
export function refsInPlan(copy: RecognisedPlan, plan: RecognisedPlan): ReadonlyMap<string, string> {
  const doubtful = new Set(copy.doubts.map(({ ref }) => ref));
  const before = copy.state.written.find((one) => one.plan === ALL_PRIORITIES)?.rows ?? {};
  const wasSaid = new Map<string, KnownAction>(copy.state.actions.map((one) => [one.ref, one]));
  const rows = [...(copy.priorities?.owners ?? [])].flatMap(([row, ref]): PlanRowRead[] => {
    if (doubtful.has(ref)) return [];
    // What the program wrote, and not what was typed over it since.
    const { commitment = '', measure = '', ledBy = '' } = wasSaid.get(ref) ?? {};
    const written = before[ref]?.commitment === undefined ? {} : before[ref];
    return [{ row: row.row, ref, words: { ...row.words, commitment, measure, ledBy, ...written } }];
  });
  const last = plan.state.written.find((one) => one.plan === ALL_PRIORITIES)?.rows ?? {};
  const matched = matchRows(rows, plan.state.actions, last, []);
  const unsure = new Set(matched.doubts.map(({ ref }) => ref));
  return new Map([...matched.owners].flatMap(([{ ref: theirs }, ours]) => (unsure.has(ours) ? [] : [[theirs, ours] as const])));
}

/** The rows of All priorities. @param refs see `refsInPlan`. @param isSameRun the copy and the plan are of one run, as far as their sheets say. */
export function pairedActions(
  side: TableSide,
  our: TableSide,
  workbooks: { readonly copy: RecognisedPlan; readonly plan: RecognisedPlan },
  refs: ReadonlyMap<string, string>,
): PairedRow[] {
  const { copy, plan } = workbooks;
  const doubtful = new Set(copy.doubts.map(({ ref }) => ref));
  const owned = new Map([...(copy.priorities?.owners ?? [])].map(([{ row }, ref]) => [row, ref]));
  const rowOf = new Map([...(plan.priorities?.owners ?? [])].map(([{ row }, ref]) => [ref, row]));
  const isSameRun = copy.state.lastRun !== null && copy.state.lastRun.asOf === plan.state.lastRun?.asOf;
  const known = (written: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> | null => {
    // A row of which only what the program works out is known was not remembered (docs/rules.md#lost-memory).
    return written?.commitment === undefined ? null : written;
  };
  return filledRows(side).map((row): PairedRow => {
    const theirRef = owned.get(row);
    const words = beginningOf(side, row);
    if (theirRef === undefined || doubtful.has(theirRef))
      return { theirs: row, ours: null, name: words, words, ...NOTHING_KNOWN, isAdded: true };
    const ref = refs.get(theirRef);
    const ourBase = our.last?.rows[ref ?? ''] ?? {};
    const base = known(side.last?.rows[theirRef]) ?? (isSameRun ? known(ourBase) : null);
    const ownBase = copy.state.ownCells[theirRef] ?? {};
    return { theirs: row, ours: rowOf.get(ref ?? '') ?? null, name: ref ?? theirRef, words, base, ourBase, ownBase, isAdded: false };
  });
}

/** The rows of a list: of Logframe coverage by the indicator's id and text; of a list that is written anew by all that was written in a row. */
export function pairedLines(side: TableSide, our: TableSide | null): PairedRow[] {
  return side.plan === LOGFRAME_COVERAGE ? pairedIndicators(side, our) : pairedWritten(side, our);
}

function pairedIndicators(side: TableSide, our: TableSide | null): PairedRow[] {
  const wordsAt = (one: TableSide, row: number, key: string): string => {
    return wordsOfCell(cellAt(one.sheet, { row, column: one.columns.get(key)?.at ?? -1 })).trim();
  };
  const identity = (one: TableSide, row: number): string => {
    const id = wordsAt(one, row, 'id');
    return `${id}\n${one.last?.rows[id]?.text ?? wordsAt(one, row, 'text')}`;
  };
  const rowOf = new Map(our === null ? [] : filledRows(our).map((row) => [identity(our, row), row]));
  return filledRows(side).map((row): PairedRow => {
    const id = wordsAt(side, row, 'id');
    const words = beginningOf(side, row);
    const base = side.last?.rows[id] ?? null;
    const ours = rowOf.get(identity(side, row)) ?? null;
    return {
      theirs: row,
      ours,
      name: id === '' ? words : id,
      words,
      base,
      ourBase: our?.last?.rows[id] ?? {},
      ownBase: {},
      isAdded: id === '',
    };
  });
}

function pairedWritten(side: TableSide, our: TableSide | null): PairedRow[] {
  const keys = [...side.columns.values()]
    .filter(({ key, isOwn }) => !isOwn && (our === null || our.columns.has(key)))
    .map(({ key }) => key);
  const whole = (written: RowHashes): string => JSON.stringify(keys.map((key) => written[key] ?? ''));
  const ours = new Map<string, number[]>();
  if (our !== null) for (const [row, written] of writtenOn(our, keys)) ours.set(whole(written), [...(ours.get(whole(written)) ?? []), row]);
  return [...writtenOn(side, keys)].map(([row, written]): PairedRow => {
    const isAdded = Object.keys(written).length === 0;
    const [at, ...others] = isAdded ? [] : (ours.get(whole(written)) ?? []);
    const words = beginningOf(side, row);
    // Two rows that were written alike cannot be told apart.
    return {
      theirs: row,
      ours: others.length > 0 ? null : (at ?? null),
      name: words,
      words,
      base: written,
      ourBase: written,
      ownBase: {},
      isAdded,
    };
  });
}

/** What was written in each row, wherever it has moved to since; `{}` for a row that the user added. */
function writtenOn(side: TableSide, keys: readonly string[]): Map<number, RowHashes> {
  const rows = filledRows(side);
  const hashes = rows.map((row) => hashesOn(side, row));
  const written = side.last === null ? hashes : rowsWritten(hashes, Object.values(side.last.rows), keys);
  return new Map(rows.map((row, index) => [row, written[index] ?? {}]));
}

/** Whether words are those that a row's base has for a column. */
export function isInBase(side: TableSide, was: string): (words: string) => boolean {
  const isHashed = side.plan !== ALL_PRIORITIES && side.plan !== LOGFRAME_COVERAGE;
  return isHashed ? (words) => hashOf(words) === was : wordsWere(was);
}
