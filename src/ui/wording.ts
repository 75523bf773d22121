import type { FailureCode } from '../application';
import { HEADING_LABELS, type Severity, severityLabel } from '../domain/findings';
import type { HeadingKey, TableKind, TableRead } from '../domain/reading';
import type { SheetChanges } from './pane-services';

/** Every word the pane shows. UK English, second person, short; findings bring their own sentence. */

const NUMBER = new Intl.NumberFormat('en-GB');

/** "1 table", "19 tables", "1,204 actions"; `many` where adding an s is not enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

export const severityName = (severity: Severity): string => severityLabel(severity);
export const headingName = (key: HeadingKey): string => HEADING_LABELS[key];

const KIND_ROWS: Readonly<Record<TableKind, readonly [one: string, many: string]>> = {
  priorities: ['action', 'actions'],
  measures: ['measure', 'measures'],
  activity: ['commitment', 'commitments'],
};
export const tableRows = (table: TableRead): string => counted(table.rows.length, ...KIND_ROWS[table.kind]);

const KIND_TABLES: Readonly<Record<TableKind, readonly [one: string, many: string]>> = {
  priorities: ['table', 'tables'],
  measures: ['logframe table', 'logframe tables'],
  activity: ['activity table', 'activity tables'],
};

/** "19 tables with 93 actions, 7 logframe tables with 30 measures": what the list of them adds up to; "" for none. */
export function tableCounts(tables: readonly TableRead[]): string {
  return TABLE_KINDS.flatMap((kind) => {
    const ofKind = tables.filter((table) => table.kind === kind);
    const rows = ofKind.reduce((sum, table) => sum + table.rows.length, 0);
    return ofKind.length === 0 ? [] : [`${counted(ofKind.length, ...KIND_TABLES[kind])} with ${counted(rows, ...KIND_ROWS[kind])}`];
  }).join(', ');
}
const TABLE_KINDS: readonly TableKind[] = ['priorities', 'measures', 'activity'];

const KIND_NAMES: Readonly<Record<TableKind, string>> = {
  priorities: 'Priorities',
  measures: 'Logframe measures',
  activity: 'Current activity',
};
export const tableKind = (kind: TableKind): string => KIND_NAMES[kind];

const FAILURE_TITLES: Readonly<Record<FailureCode, string>> = {
  'unreadable file': 'That file could not be read',
  'encrypted file': 'That file has a password',
  'too large': 'That is too large to read',
  'not a workbook': 'That file is not a workbook',
  'cell changed': 'The cell has changed',
  'protected sheet': 'That sheet is protected',
  'write undone': 'Nothing was written',
  'write torn': 'The plan is only partly written',
  'host busy': 'Excel is busy',
  'host silent': 'Excel did not answer',
  'not supported': 'This Excel cannot do that',
  'no office': 'Excel could not be reached',
  cancelled: 'Stopped',
  'bad framework': 'The framework could not be used',
  'bad option': 'That setting could not be used',
  unexpected: 'Something unexpected happened',
};
export const failureTitle = (code: FailureCode): string => FAILURE_TITLES[code];

/** "4 new, 2 reworded, 1 gone": only what there is; "no change" for a sheet that stays as it is. */
export function sheetChangeWords(sheet: SheetChanges): string {
  const parts = [
    sheet.added > 0 ? `${NUMBER.format(sheet.added)} new` : '',
    sheet.changed > 0 ? `${NUMBER.format(sheet.changed)} changed` : '',
    sheet.gone > 0 ? `${NUMBER.format(sheet.gone)} no longer sent` : '',
    sheet.kept > 0 ? `${NUMBER.format(sheet.kept)} kept from before` : '',
    sheet.unchanged > 0 ? `${NUMBER.format(sheet.unchanged)} as before` : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return parts.join(', ');
  return sheet.isNew ? 'made from the actions' : 'refreshed from the actions';
}
export const sheetRows = (sheet: SheetChanges): number => sheet.added + sheet.changed + sheet.gone + sheet.kept + sheet.unchanged;

export const WORDS = {
  appName: 'Delivery plan',
  back: 'Back to start',
  busy: {
    reading: 'Reading this workbook',
    planning: 'Working out what will change',
    writing: 'Writing the plan',
    mending: 'Mending',
    cancel: 'Cancel',
    stopping: 'Stopping. Anything begun is put back first.',
    cancelled: 'Reading was stopped.',
    cancelledNext: 'What you see may be out of date.',
    readAgain: 'Read again',
    notReadYet: 'This workbook has not been read yet',
    notReadYetNext: 'Reading was stopped before it ended. Nothing was changed.',
  },
  failure: {
    unexpected:
      'Nothing more was changed. Try again; if it happens again, copy the details and send them to whoever looks after this add-in.',
    tryAgain: 'Try again',
    copy: 'Copy details',
    copied: 'Details copied.',
    copyByHand: 'Select and copy these details',
    dismiss: 'Close',
  },
  home: {
    summary: (sheets: number, tables: string) => `This workbook: ${counted(sheets, 'sheet')}${tables === '' ? '' : `, ${tables}`}`,
    check: 'Check the tables',
    checkNone: 'Nothing to put right',
    collate: 'Collate the plan',
    directoratesIn: (seen: number, all: number) => `${NUMBER.format(seen)} of ${counted(all, 'directorate')} in this workbook`,
    collateHere: 'Add the workbooks you were sent',
    journalTitle: 'The last write did not finish',
    journal: (startedAt: string) =>
      `Writing the plan began on ${startedAt} and was cut short. Put the workbook back as it was before you go on; your own notes are not touched.`,
    mendJournal: 'Put it back',
    mended: 'The workbook is as it was before that write.',
  },
  empty: {
    title: 'No table of priorities found yet',
    lead: 'A table is found by its headings, wherever it is on the sheet. It needs:',
    needs: [
      'a heading for the commitment, such as “What we have committed to”, “Action” or “Priority”',
      'at least two of Led by, Timescale, Measure and Shared outcome, on the same row',
      'the actions below the headings, one a row',
    ],
    hidden: 'Hidden sheets are not read. If your table is on one, show the sheet and look again.',
    again: 'Look again',
  },
  check: {
    title: 'Check',
    scope: 'Look at',
    wholeBook: 'Whole workbook',
    scopeOption: (name: string, findings: number) => `${name}: ${findings === 0 ? 'nothing to put right' : counted(findings, 'finding')}`,
    tablesFound: (tables: string) => `Found: ${tables}`,
    showTable: (sheet: string, address: string) => `Show ${sheet} ${address} in the sheet`,
    headingsAs: 'Headings as understood',
    headingUnknown: 'not one of ours; kept as it is',
    headingLikely: 'likely',
    headingByYou: 'set by you',
    noDirectorate: 'directorate not named',
    findings: 'Findings',
    summaryNone: 'Nothing to put right',
    list: 'Findings, in the order of the sheet',
    position: (index: number, all: number) => `${NUMBER.format(index)} of ${NUMBER.format(all)}`,
    previous: 'Previous',
    next: 'Next',
    row: (row: number) => `Row ${String(row)}`,
    emptyCell: 'The cell is empty',
    forAction: 'For',
    repair: 'Repair',
    becomes: 'becomes',
    nothing: '(empty)',
    mend: 'Mend',
    leave: 'Leave as it is',
    left: 'Left as it is',
    lookAgain: 'Take up again',
    goToCell: 'Go to the cell',
    mendAll: (cells: number) => (cells === 1 ? 'Mend the 1 safe one' : `Mend ${NUMBER.format(cells)} safe ones`),
    again: 'Check again',
    mended: (cell: string, after: string) => `${cell} now says ${after}.`,
    mendedAll: (cells: number) => `${counted(cells, 'cell')} mended.`,
    mendedSome: (cells: number, all: number) => `${NUMBER.format(cells)} of ${counted(all, 'cell')} mended.`,
    takeBack: 'Undo',
    takenBack: (cells: number) => (cells === 1 ? 'The cell is as it was.' : 'The cells are as they were.'),
    readyTitle: 'Ready to send',
    ready: (tables: string) => `Checked: ${tables}.`,
    readyWith: 'Nothing here stops you sending it. What is left is worth a look.',
  },
  collate: {
    title: 'Collate',
    directoratesIn: (seen: number, all: number) => `${NUMBER.format(seen)} of ${counted(all, 'directorate')} in`,
    sent: 'Sent',
    notSent: 'not sent yet',
    addFiles: 'Add submissions…',
    orDrop: 'or drop workbooks here',
    pick: 'Workbooks that directorates sent',
    fromFile: (file: string) => (file === '' ? 'This workbook' : file),
    remove: (file: string) => `Take ${file} out`,
    removed: (file: string) => `${file} taken out.`,
    added: (files: readonly string[]) => `${listed(files)} added.`,
    waiting: 'not read yet',
    notFetched: 'It may have been moved, renamed or locked. Add it again.',
    sources: 'Where the actions come from',
    willWrite: 'Will write',
    newSheet: 'new sheet',
    notes: (notes: number) => (notes === 0 ? 'No notes of yours to keep' : `Your notes: ${NUMBER.format(notes)}, all kept`),
    place: (sheet: string, address: string, heading: string) => [`${sheet} ${address}`, heading].filter((part) => part !== '').join(' · '),
    was: (words: string) => `was: ${words === '' ? 'empty' : words}`,
    becomes: (words: string) => `becomes: ${words === '' ? 'empty' : words}`,
    kept: (words: string) => `kept: ${words === '' ? 'empty' : words}`,
    sentInstead: (words: string) => `sent: ${words === '' ? 'empty' : words}`,
    obstacles: (count: number) => (count === 1 ? 'Something is in the way' : `${NUMBER.format(count)} things are in the way`),
    overwritten: (count: number) => `Will write over ${counted(count, 'cell')} you typed in`,
    conflicts: (count: number) => `Keeps ${counted(count, 'cell')} that you and the directorate both changed`,
    doubts: (count: number) => `Worth a look: ${counted(count, 'reworded action')}`,
    nothing: 'The plan already says all of this. There is nothing to write.',
    noActions: 'There is nothing to collate yet',
    noActionsNext: 'Add the workbooks that directorates sent you, or open a workbook that holds their tables.',
    write: 'Write the plan',
    lookAgain: 'Look again',
    stopped: 'Stopped. Nothing was written.',
    ready: (actions: number) => `Ready to write ${counted(actions, 'action')}. Nothing has been written yet.`,
    writtenTitle: (at: string) => `Plan written ${at}`,
    written: (actions: number, notes: number) => `${counted(actions, 'action')}, ${counted(notes, 'note')} kept`,
    remaining: (errors: number, tables: number) =>
      errors === 0
        ? 'No errors remain.'
        : `${counted(errors, 'error')} ${errors === 1 ? 'remains' : 'remain'} in ${counted(tables, 'table')}.`,
    openSheet: 'Sheets of the plan',
    openFirst: (sheet: string) => `Open ${sheet}`,
    seeFindings: 'See the findings',
    again: 'Collate again',
  },
  leftOut: {
    title: (rows: number) => `Left out: ${NUMBER.format(rows)}`,
    none: 'Nothing was left out.',
    place: (file: string, sheet: string, row: number | null) =>
      [file, sheet, row === null ? '' : `row ${String(row + 1)}`].filter((part) => part !== '').join(' · '),
  },
} as const;
