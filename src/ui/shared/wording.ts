import type { FailureCode } from '../../application';
import { HEADING_LABELS, type Severity, severityLabel } from '../../domain/findings';
import { type DirectorateSource, type HeadingKey, rulesOf, TABLE_KINDS, type TableKind, type TableRead } from '../../domain/reading';
import type { OptionalSheet, SheetChanges } from './pane-services';

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
export const tableKind = (kind: TableKind): string => rulesOf(kind).words.name;

const DIRECTORATE_SOURCES: Readonly<Record<DirectorateSource, string>> = {
  column: 'the Directorate column',
  title: 'the title above the table',
  sheet: 'the sheet’s name',
  cover: 'the cover sheet',
  file: 'the file’s name',
  you: 'you',
};

const OPTIONAL_SHEET_NAMES: Readonly<Record<OptionalSheet, string>> = {
  'by-outcome': 'By outcome',
  'current-activity': 'Current activity',
  'local-measures': 'Local measures',
};
export const optionalSheet = (sheet: OptionalSheet): string => OPTIONAL_SHEET_NAMES[sheet];

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
    tablesFound: (tables: string) => `Found: ${tables === '' ? 'no table' : tables}`,
    showTable: (sheet: string, address: string) => `Show ${sheet} ${address} in the sheet`,
    headingsAs: 'Headings as understood',
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
    mendAll: (cells: number) => (cells === 1 ? 'Mend the 1 safe one…' : `Mend ${NUMBER.format(cells)} safe ones…`),
    again: 'Check again',
    mended: (cell: string, after: string) => `${cell} now says ${after}.`,
    mendedAll: (cells: number) => `${counted(cells, 'cell')} mended.`,
    mendedSome: (cells: number, all: number) => `${NUMBER.format(cells)} of ${counted(all, 'cell')} mended.`,
    takeBack: 'Undo',
    takeBackAll: (cells: number) => `Undo all ${NUMBER.format(cells)}`,
    takenBack: (cells: number) => (cells === 1 ? 'The cell is as it was.' : `${counted(cells, 'cell')} are as they were.`),
    copyReport: 'Copy the report',
    reportTitle: (findings: number, all: number) =>
      `Delivery plan: ${findings === all ? '' : `${NUMBER.format(findings)} of `}${counted(all, 'finding')} in this workbook`,
    reportCopied: 'Report copied.',
    copyByHand: 'Select and copy this report',
    readyTitle: 'Ready to send',
    ready: (tables: string) => `Checked: ${tables}.`,
    readyWith: 'Nothing here stops you sending it. What is left is worth a look.',
    notFilledTitle: 'Nothing is filled in yet',
    notFilled: 'Type an action in each row of the table; it is checked as you go.',
  },
  filter: {
    sheet: 'Look at',
    wholeBook: 'Whole workbook',
    scope: (name: string, findings: number) => `${name}: ${findings === 0 ? 'nothing to put right' : counted(findings, 'finding')}`,
    severity: 'Severity',
    code: 'About',
    all: 'All',
    severities: { error: 'Errors', warning: 'Warnings', advice: 'Advice' } satisfies Record<Severity, string>,
    count: (name: string, findings: number) => `${name} (${NUMBER.format(findings)})`,
    shown: (findings: number, all: number) => `Showing ${NUMBER.format(findings)} of ${counted(all, 'finding')}`,
    showAll: 'Show all',
    none: 'None of these left',
    nothing: 'Nothing left of what you chose to see.',
  },
  mend: {
    title: 'Mend the safe ones',
    back: 'Back to the findings',
    lead: 'What each cell says and what it would say. Nothing is written yet, and all of it can be undone.',
    leadFiltered:
      'Only findings that you chose to see. What each cell says and what it would say; nothing is written yet, and all of it can be undone.',
    where: 'Where',
    scope: (scope: 'table' | 'sheet' | 'book', findings: readonly { readonly sheet: string }[]) => {
      const sheet = findings[0]?.sheet ?? '';
      const name = { table: `This table, on ${sheet}`, sheet: `This sheet, ${sheet}`, book: 'The whole workbook' }[scope];
      return `${name}: ${counted(findings.length, 'cell')}`;
    },
    list: 'Cells to mend',
    place: ({ sheet, cell, heading }: { readonly sheet: string; readonly cell: string; readonly heading: string }) =>
      `${sheet} · ${cell} · ${heading}`,
    more: (next: number, rest: number) =>
      next === rest ? `Show the other ${NUMBER.format(rest)}` : `Show ${NUMBER.format(next)} more of ${NUMBER.format(rest)}`,
    mend: (cells: number) => `Mend ${counted(cells, 'cell')}`,
    notNow: 'Not now',
    refused: (cells: number) => `${counted(cells, 'cell')} left as they were`,
  },
  correct: {
    intro: 'Choose what a heading or the directorate should be. It is remembered in this workbook.',
    directorate: 'Directorate',
    noDirectorate: 'directorate not named',
    directorateFrom: (from: DirectorateSource | null) => (from === null ? undefined : `from ${DIRECTORATE_SOURCES[from]}`),
    column: (name: string) => `Column ${name}, no heading`,
    none: 'None of these; kept as it is',
    likely: 'likely, worth a look',
    byYou: 'set by you',
    corrected: 'set right by you',
    set: (what: string, to: string) => `${what} is now read as ${to}.`,
    setToNone: (what: string) => `${what} is now read as none of the headings.`,
    leaveOut: 'Leave this table out',
    leftOut: (sheet: string) => `The table on ${sheet} is left out.`,
    takeIn: 'Take in again',
    takeInTable: (place: string) => `Take in again: ${place}`,
    takenIn: (sheet: string) => `The table on ${sheet} is taken in again.`,
    forget: 'Forget what I set',
    forgotten: (sheet: string) => `The table on ${sheet} is read as it was found.`,
    missed: 'Is a table missing? Select its row of headings in the sheet, or all of it.',
    missedKind: 'It holds',
    useSelection: 'Use my selection',
    pointed: (sheet: string, rows: string) => `Table on ${sheet} taken in: ${rows}.`,
    remembering: 'Remembering what you set',
    unfit: (count: number) =>
      count === 1 ? 'Something you set right no longer fits' : `${NUMBER.format(count)} things you set right no longer fit`,
    forgetIt: 'Forget it',
    forgetUnfit: (reason: string) => `Forget it: ${reason}`,
    unfitForgotten: 'Forgotten.',
  },
  template: {
    open: 'Start from a template',
    title: 'Start from a template',
    lead: 'Adds a sheet to this workbook for a directorate to fill in:',
    holds: [
      'the headings the plan needs, each with a hint',
      'lists to choose outcomes, cost and status from',
      'a page that says how to fill it in',
    ],
    whose: 'Whose priorities are they?',
    choose: 'Choose a directorate',
    hasTable: (directorate: string) => `${directorate} has a table in this workbook already; this adds another.`,
    nothingChanged: 'Sheets that are there already are not changed.',
    write: 'Add the sheet',
    writing: 'Adding the template',
    writtenTitle: (sheet: string) => `The sheet “${sheet}” is there to fill in`,
    nameTaken: (taken: string, sheet: string) => `There is a sheet “${taken}” already, so this one is called “${sheet}”.`,
    written: 'Type an action in each row; Check says what is still to do.',
    goTo: (sheet: string) => `Go to ${sheet}`,
    another: 'Add another',
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
    notFetched: (file: string) => `“${file}” is not where it was: it may have been moved, renamed or locked. Add it again.`,
    sources: 'Where the actions come from',
    choices: 'More sheets, and changes since',
    sheetsToAdd: 'Sheets to add',
    sheetThere: (sheet: string) => `${sheet}: in this workbook, kept up to date`,
    changesSince: 'Tell the changes since',
    lastRun: 'the last collation',
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
    place: (sheet: string, row: number | null) => (row === null ? sheet : `${sheet} · row ${String(row + 1)}`),
  },
} as const;
