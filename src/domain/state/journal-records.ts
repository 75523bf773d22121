import type { Edit } from '../workbook';
import { type Journal, type JournalRead, NO_JOURNAL_READ } from './plan-state';
import { editFrom, editRecord } from './edit-record';
import { chunks } from './record-json';

/** The first record names the run and says whether it ended; each later one is an edit that takes back, in the order to make them. */
export function journalRecords(journal: Journal): string[][] {
  if (journal.state === 'none') return [];
  return [[journal.runId, journal.state], ...journal.undo.map((undo) => ['', '', ...chunks(editRecord(undo))])];
}

/** Where the state stands among the records of the journal, zero-based. */
export const JOURNAL_STATE = { record: 0, column: 1 } as const;

/** Its edits are not read yet: see `journalEdits`. */
export function journalFrom([head, ...edits]: readonly (readonly string[])[]): JournalRead {
  const [runId = '', state] = head ?? [];
  if (state !== 'open' && state !== 'closed') return NO_JOURNAL_READ;
  return { runId, state, records: edits.map((cells) => cells.slice(2).join('')) };
}

/** The edits of a journal that was read, in the order to make them; null for each record that is none. */
export function journalEdits({ records }: JournalRead): (Edit | null)[] {
  return records.map(editFrom);
}
