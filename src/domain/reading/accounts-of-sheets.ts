import type { BookGrid } from '../grid';
import type { Steps } from '../steps';
import { accountOfSheet, accountOfUnread } from './account-sheet';
import type { ReadingMemory } from './reading-memory';
import type { SheetAccount } from './sheet-account';
import type { SheetRead } from './sheet-read';

export const NO_TABLE = 'No table on it';

/** Every sheet of the workbook in its order; a sheet that was read before and has not changed has the account that it had. */
export function* accountsOf(
  book: BookGrid,
  reads: readonly SheetRead[],
  notRead: ReadonlyMap<string, string>,
  memory: ReadingMemory,
): Steps<SheetAccount[]> {
  const readOf = new Map(reads.map((read) => [read.view.grid.id, read]));
  const accounts: SheetAccount[] = [];
  for (const grid of book.sheets) {
    const read = readOf.get(grid.id);
    const reason = notRead.get(grid.id) ?? null;
    let account = read === undefined ? undefined : memory.accounts.get(read);
    if (read === undefined || account?.notRead !== reason) {
      yield grid.name;
      // Of a sheet that is known for something else, headings that come near a table's are no advice.
      if (read === undefined) account = accountOfUnread(grid, reason ?? NO_TABLE);
      else memory.accounts.set(read, (account = accountOfSheet(reason === NO_TABLE ? read : { ...read, nearest: null }, reason)));
    }
    accounts.push(account);
  }
  return accounts;
}
