import { type Journal, NO_JOURNAL } from './plan-state';
import { editFrom, editRecord } from './edit-record';
import { chunks } from './record-json';

/** The first record names the run and says whether it ended; each later one is an edit that takes back, in the order to make them. */
export function journalRecords(journal: Journal): string[][] {
  if (journal.state === 'none') return [];
  return [[journal.runId, journal.state], ...journal.undo.map((undo) => ['', '', ...chunks(editRecord(undo))])];
}

/** Where the state stands among the records of the journal, zero-based. */
export const JOURNAL_STATE = { record: 0, column: 1 } as const;

export function journalFrom([head, ...edits]: readonly (readonly string[])[]): Journal {
  const [runId = '', state] = head ?? [];
  if (state !== 'open' && state !== 'closed') return NO_JOURNAL;
  return { runId, state, undo: edits.flatMap((cells) => editFrom(cells.slice(2).join('')) ?? []) };
}
