import { counted, grouped } from '../../domain/wording';
import type { FailureCode } from '../../application';
import { rulesOf, TABLE_KINDS, type TableRead } from '../../domain/reading';

/** The words that several views show; each view has its own beside it. UK English, second person, short. */

export const tableRows = (table: TableRead): string => counted(table.rows.length, ...rulesOf(table.kind).words.row);

/** "19 tables with 93 actions, 7 logframe tables with 30 measures": what the list of them adds up to; "" for none. */
export function tableCounts(tables: readonly TableRead[]): string {
  return TABLE_KINDS.flatMap((kind) => {
    const ofKind = tables.filter((one) => one.kind === kind);
    const rows = ofKind.reduce((sum, one) => sum + one.rows.length, 0);
    const { table, row } = rulesOf(kind).words;
    return ofKind.length === 0 ? [] : [`${counted(ofKind.length, ...table)} with ${counted(rows, ...row)}`];
  }).join(', ');
}

const FAILURE_TITLES: Readonly<Record<FailureCode, string>> = {
  'unreadable file': 'That file could not be read',
  'encrypted file': 'That file has a password',
  'too large': 'That is too large to read',
  'not a workbook': 'That file is not a workbook',
  'cell changed': 'The cell has changed',
  'protected sheet': 'That sheet is protected',
  'read only': 'This workbook is open for viewing only',
  'write undone': 'Nothing was written',
  'write torn': 'The plan is only partly written',
  'host busy': 'Excel is busy',
  'host silent': 'Excel did not answer',
  'not supported': 'This Excel cannot do that',
  'no office': 'Excel could not be reached',
  'part missing': 'A part of the pane is missing',
  cancelled: 'Stopped',
  'bad framework': 'The framework could not be used',
  'bad option': 'That setting could not be used',
  'restore refused': 'The last run cannot be taken back',
  'later version': 'This plan is of a later version',
  unexpected: 'Something unexpected happened',
};
export const failureTitle = (code: FailureCode): string => FAILURE_TITLES[code];

export const WORDS = {
  appName: 'Delivery plan',
  back: 'Back to start',
  backToWritten: 'Back to the plan that was written',
  busy: {
    opening: 'This part of the pane is opening…',
    reading: 'Reading this workbook',
    mapping: 'Matching actions and indicators',
    cancel: 'Cancel',
    stopping: 'Stopping safely. This can take a moment.',
    cancelled: 'Reading was stopped.',
    cancelledNext: 'What you see may be out of date.',
    readAgain: 'Read again',
    notReadYet: 'This workbook has not been read yet',
    notReadYetNext: 'Reading was stopped before the end. Nothing was changed.',
  },
  failure: {
    unexpected:
      'Nothing more was changed. Try again. If it happens again, copy the details and send them to the person who supports this add-in.',
    tryAgain: 'Try again',
    reload: 'Reload the pane',
    copy: 'Copy details',
    copied: 'Details copied.',
    copyByHand: 'Select and copy these details',
    dismiss: 'Close',
    notFetched: (file: string) => `“${file}” can no longer be read. It may have been moved, renamed or locked. Add it again.`,
    stopped: 'Stopped. Nothing was written.',
  },
  empty: {
    title: 'No table of priorities found yet',
    lead: 'A table is found by its headings, wherever it is on the sheet. It needs:',
    needs: [
      'a heading for the commitment, such as “What we have committed to”, “Action” or “Priority”',
      'at least two of Led by, Timescale, Measure and Shared outcome, on the same row',
      'the actions below the headings, one in each row',
    ],
    hidden: 'Hidden sheets are not read. If your table is on a hidden sheet, show that sheet and read the workbook again.',
    again: 'Read again',
  },
  leftOut: {
    title: (rows: number) => `Rows and sheets left out: ${grouped(rows)}`,
    place: (sheet: string, row: number | null) => (row === null ? sheet : `${sheet} · row ${String(row + 1)}`),
  },
  template: 'Start from a template',
} as const;
