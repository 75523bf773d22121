import { madeInSteps, type Steps } from '../steps';
import { type Edit, hashOf } from '../workbook';
import { type Journal, type JournalRead, NO_JOURNAL_READ } from './plan-state';
import { editFrom, editRecord } from './edit-record';
import { chunks } from './record-json';

/**
 * The first record names the run, says whether it ended and has a seal of the others; each later one is an edit that takes back, in the order
 * to make them. Half of a journal would take back half of a run, so one that lost a record since is not followed: see `JournalRead`.
 */
export function journalRecords(journal: Journal): string[][] {
  if (journal.state === 'none') return [];
  const undo = journal.undo.map(editRecord);
  return [[journal.runId, journal.state, sealOf(undo)], ...undo.map((record) => ['', '', ...chunks(record)])];
}

/** How many records there are, and a hash of them in their order. */
function sealOf(records: readonly string[]): string {
  return `${String(records.length)} ${hashOf(records.join('\n'))}`;
}

/** Where the state stands among the records of the journal, zero-based. */
export const JOURNAL_STATE = { record: 0, column: 1 } as const;

/** Its edits are not read yet: see `journalEdits`. */
export function journalFrom([head, ...edits]: readonly (readonly string[])[]): JournalRead {
  const [runId = '', state, seal = ''] = head ?? [];
  if (state !== 'open' && state !== 'closed') return NO_JOURNAL_READ;
  const records = edits.map((cells) => cells.slice(2).join(''));
  return { runId, state, records, isWhole: seal === '' || seal === sealOf(records) };
}

/** The edits of a journal that was read, in the order to make them, in steps; null for each record that is none. */
export const journalEdits = ({ records }: JournalRead): Steps<(Edit | null)[]> => madeInSteps('', records, editFrom);
