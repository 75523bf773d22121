/** Hashes of a row's cells by column key, as `hashOf` makes them. */
export type RowHashes = Readonly<Record<string, string>>;

/** FNV-1a over the words, short: two different texts of one cell have the same hash once in four thousand million. "" for no words. */
export function hashOf(words: string): string {
  if (words === '') return '';
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1) hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** All cells of a row, to compare rows by. */
export function wholeRow(row: RowHashes, keys: readonly string[]): string {
  return keys.map((key) => row[key] ?? '').join(' ');
}

function hasMore(row: RowHashes, keys: readonly string[]): boolean {
  return Object.keys(row).some((key) => !keys.includes(key));
}

/**
 * Which written row each row of the sheet was, one to one: first those that are as they were written, wherever they were sorted to; then
 * those still in their place with most cells as they were; then those that are most alike. A row that is none of them is the user's own: `{}`.
 *
 * @param rows by the columns in `keys`, in the order of the sheet.
 * @param written in the order in which they were written.
 */
export function rowsWritten(rows: readonly RowHashes[], written: readonly RowHashes[], keys: readonly string[]): RowHashes[] {
  const whole = (row: RowHashes): string => wholeRow(row, keys);
  const alike = (row: RowHashes, other: RowHashes): number =>
    keys.filter((key) => (row[key] ?? '') !== '' && row[key] === other[key]).length;
  const found: (RowHashes | undefined)[] = rows.map(() => undefined);
  const open = new Set(written.keys());
  const byWhole = new Map<string, number[]>();
  // Of rows that were written alike, one that remembers a conflict is the one in which somebody typed.
  const inOrder = [...written.entries()].sort(([, a], [, b]) => Number(hasMore(a, keys)) - Number(hasMore(b, keys)));
  for (const [index, row] of inOrder) byWhole.set(whole(row), [...(byWhole.get(whole(row)) ?? []), index]);
  const take = (at: number, index: number | undefined): void => {
    if (index === undefined || !open.delete(index)) return;
    found[at] = written[index];
  };
  rows.forEach((row, at) => take(at, byWhole.get(whole(row))?.shift()));
  rows.forEach((row, at) => {
    const filled = keys.filter((key) => (row[key] ?? '') !== '').length;
    if (found[at] === undefined && open.has(at) && alike(row, written[at] ?? {}) * 2 > filled) take(at, at);
  });
  rows.forEach((row, at) => {
    if (found[at] !== undefined) return;
    let best: number | undefined;
    let most = 0;
    for (const index of open) {
      const likeness = alike(row, written[index] ?? {});
      if (likeness > most) [best, most] = [index, likeness];
    }
    take(at, best);
  });
  return found.map((row) => row ?? {});
}
