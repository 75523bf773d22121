import type { RowHashes } from './rows-written';

/** Texts that more rows than these share do not tell rows apart; of a long list, as many as the square root of its rows. */
const SHARED = 3;

/**
 * Which planned row each row of a sheet is, one to one, where nothing is remembered of what was written: first those that are the same in every
 * cell, then those that are known by the same words, then those that have more of the texts by which a planned row differs from others than not,
 * which finds a row in whose key somebody typed. Where what differs of the key is nothing that somebody typed, it is another row. Null for a row
 * that is none of them. Rows beside which something stands come before all others, as they do where it is remembered what was written: a next
 * run would else give such a row, once kept below, the place of another in the same words.
 * Rule: docs/rules.md#lost-memory.
 *
 * @param rows by the columns in `keys`, in the order of the sheet.
 * @param identity the columns by which a row is known, of those in `keys`.
 * @param isOwn whether something stands beside the row at an index, zero-based.
 * @param mayBeTyped whether a cell of the row at an index, zero-based, holds what the program would not write there.
 */
export function rowsPlanned(
  rows: readonly RowHashes[],
  planned: readonly RowHashes[],
  keys: readonly string[],
  identity: readonly string[],
  isOwn: (at: number) => boolean,
  mayBeTyped: (at: number, key: string) => boolean,
): (number | null)[] {
  const found = rows.map((): number | null => null);
  const open = new Set(planned.keys());
  const take = (at: number, index: number | undefined): void => {
    if (index !== undefined && open.delete(index)) found[at] = index;
  };
  const takeSame = (those: readonly number[], known: readonly string[]): void => {
    if (known.length === 0) return;
    const words = (row: RowHashes = {}): string => known.map((key) => row[key] ?? '').join(' ');
    const byWords = new Map<string, number[]>();
    for (const index of open) {
      const one = words(planned[index]);
      byWords.set(one, [...(byWords.get(one) ?? []), index]);
    }
    for (const at of those) {
      if (found[at] === null && words(rows[at]).trim() !== '') take(at, byWords.get(words(rows[at]))?.shift());
    }
  };
  const every = [...rows.keys()];
  for (const those of [every.filter(isOwn), every]) for (const known of [keys, identity]) takeSame(those, known);
  const telling = tellingCells(planned, keys);
  rows.forEach((row, at) => {
    if (found[at] !== null) return;
    let best: number | undefined;
    let most = 0;
    for (const [index, same] of candidates(row, telling, open)) {
      const differing = keys.filter((key) => telling.has(cellKey(key, planned[index]?.[key]))).length - same;
      if (same <= differing || same <= most) continue;
      const other = identity.filter((key) => (row[key] ?? '') !== (planned[index]?.[key] ?? ''));
      if (other.length <= 1 && other.every((key) => mayBeTyped(at, key))) [best, most] = [index, same];
    }
    take(at, best);
  });
  return found;
}

const cellKey = (key: string, hash = ''): string => `${key} ${hash}`;

/** The planned rows of each cell that few rows share, by column and hash. */
function tellingCells(planned: readonly RowHashes[], keys: readonly string[]): Map<string, number[]> {
  const byCell = new Map<string, number[]>();
  for (const [index, row] of planned.entries()) {
    for (const key of keys) {
      if ((row[key] ?? '') === '') continue;
      const rows = byCell.get(cellKey(key, row[key]));
      if (rows === undefined) byCell.set(cellKey(key, row[key]), [index]);
      else rows.push(index);
    }
  }
  const most = Math.max(SHARED, Math.floor(Math.sqrt(planned.length)));
  return new Map([...byCell].filter(([, rows]) => rows.length <= most));
}

/** Planned rows that are still open, each with the number of telling cells that it shares with a row. */
function candidates(row: RowHashes, telling: ReadonlyMap<string, readonly number[]>, open: ReadonlySet<number>): Map<number, number> {
  const same = new Map<number, number>();
  for (const [key, hash] of Object.entries(row))
    for (const index of telling.get(cellKey(key, hash)) ?? []) if (open.has(index)) same.set(index, (same.get(index) ?? 0) + 1);
  return same;
}
