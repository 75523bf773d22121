import { counted, grouped, listed } from '../../domain/wording';
import { KEPT_TEXTS, sentInWords } from '../../application';
import type { CarriedCount } from '../../domain/figures';
import type { CollationDryRun, OptionalSheet, SheetChanges } from '../shared/pane-services';

/** Every word of Collate, but for what is said of submissions, which is in submission-wording.ts. */

const OPTIONAL_SHEET_NAMES: Readonly<Record<OptionalSheet, string>> = {
  'by-outcome': 'By outcome',
  'current-activity': 'Current activity',
  'local-measures': 'Local measures',
  milestones: 'Milestones',
  'finance-review': 'Finance review',
};
export const optionalSheet = (sheet: OptionalSheet): string => OPTIONAL_SHEET_NAMES[sheet];

export const sheetRows = (sheet: SheetChanges): number =>
  sheet.added + sheet.changed + sheet.sourceAlone + sheet.gone + sheet.kept + sheet.unchanged;

export const COLLATE = {
  title: 'Collate',
  directoratesIn: (seen: number, all: number) => `${grouped(seen)} of ${counted(all, 'directorate')} sent a table`,
  notSent: 'not sent yet',
  late: 'not sent this time',
  unread: 'sent, but not read',
  inPart: 'sent in part',
  carried: ({ quarter, actions, measures, activities }: CarriedCount) => {
    const parts = [
      actions > 0 ? counted(actions, 'action') : '',
      measures > 0 ? counted(measures, 'measure') : '',
      activities > 0 ? `${counted(activities, 'commitment')} of current activity` : '',
    ];
    return `${listed(parts.filter((part) => part !== ''))} carried forward, last heard ${quarter}`;
  },
  /** Of a directorate that sent a table. */
  sentWithout: (hasUnread: boolean) =>
    hasUnread ? 'Its table has none of this, but one of the files could not be read.' : 'Sent a table of another kind only.',
  leaveOut: 'Leave out',
  leaveOutOf: (directorate: string) => `Leave out ${directorate}`,
  leftOut: 'Left out: its rows are marked as no longer sent. Your notes stay.',
  carriedFindings: (count: number) => `${counted(count, 'finding is', 'findings are')} in what is carried forward.`,
  addFiles: 'Add submissions…',
  orDrop: 'or drop workbooks or Word documents here',
  pick: 'Workbooks that directorates sent',
  fromFile: (file: string) => (file === '' ? 'This workbook' : file),
  remove: (file: string) => `Remove ${file}`,
  removed: (file: string) => `${file} removed.`,
  added: (files: readonly string[]) => `${listed(files)} added.`,
  waiting: 'not read yet',
  addAgain: (files: readonly string[]) =>
    `${listed(files)} ${files.length === 1 ? 'was' : 'were'} added before this pane was closed and could not be kept. Add ${files.length === 1 ? 'it' : 'them'} again.`,
  notKept: (files: readonly string[]) =>
    `${listed(files)} cannot be kept on this computer. Write the plan before you close this pane, or add ${files.length === 1 ? 'it' : 'them'} again then.`,
  sources: 'Where the actions come from',
  choices: 'Options for sheets and changes',
  sheetsToAdd: 'Sheets to add',
  existingSheet: (sheet: string) => `${sheet} (already in this workbook, kept up to date)`,
  changesSince: 'Show changes since',
  lastRun: 'the last collation',
  willWrite: 'What will be written',
  newSheet: 'new sheet',
  notes: (notes: number) => (notes === 0 ? 'You have no notes in the plan' : `Your notes: ${grouped(notes)}, all kept`),
  notesUnseen: (sheets: readonly string[]) =>
    `Rows change places on ${listed(sheets.map((sheet) => `“${sheet}”`))}, and this version of Excel does not say where notes are: a note there stays at its cell. Comments go with their rows. In Excel on the web and in Microsoft 365 notes do too.`,
  place: (sheet: string, address: string, heading: string) => [`${sheet} ${address}`, heading].filter((part) => part !== '').join(' · '),
  typedWords: (words: string) => `you typed: ${words}`,
  sentWords: (cell: Parameters<typeof sentInWords>[0]) => sentInWords(cell),
  bothChanged: 'both changed',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  typed: (count: number, conflicts: number) =>
    `${counted(count, 'cell')} that you typed over${conflicts === 0 ? '' : `, ${grouped(conflicts)} with a newer text`}`,
  typedHint: 'What you typed stays. To have what is sent, choose “Take theirs”, or empty the cell.',
  typedAlone: (count: number) =>
    `${counted(count, 'cell')} that you typed where nothing is sent: ${count === 1 ? 'it stays' : 'all stay'}.`,
  displaced: (count: number) => `${counted(count, 'text')} where the plan writes, kept on the sheet “${KEPT_TEXTS}”`,
  obstacles: (count: number) =>
    count === 1 ? 'The plan cannot be written yet' : `The plan cannot be written yet, for ${grouped(count)} reasons`,
  filesNotSent: (count: number) => (count === 1 ? 'A file was not sent this time' : `${counted(count, 'file')} were not sent this time`),
  putRight: (count: number) => `Put right in this plan: ${counted(count, 'thing')}`,
  mustAnswer: (count: number) => `Answer ${counted(count, 'question')} under “Please check” first.`,
  questions: (count: number) => `${counted(count, 'question')} to answer first`,
  answered: 'Copies of this plan',
  goToQuestions: 'Go to the questions',
  nothing: 'The plan is up to date. There is nothing to write.',
  noActions: 'There is nothing to collate yet',
  noActionsNext: 'Add the workbooks and documents that directorates sent you, or open a workbook that holds their tables.',
  write: 'Write the plan',
  showChanges: 'Show what will change',
  /** Advice is left out: what is in the way of a good plan is told before it is written. */
  ready: (actions: number, { errors, warnings }: CollationDryRun['remaining']) => {
    const findings = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''].filter(
      (words) => words !== '',
    );
    return `Ready to write ${counted(actions, 'action')}${findings.length === 0 ? '' : `, with ${listed(findings)}`}. Nothing of this is written yet.`;
  },
  writtenTitle: (at: string) => `Plan written ${at}`,
  written: (actions: number, notes: number) =>
    [counted(actions, 'action'), ...(notes === 0 ? [] : [`${counted(notes, 'note')} kept`])].join(', '),
  remaining: (errors: number, tables: number) =>
    errors === 0
      ? 'No errors remain.'
      : `${counted(errors, 'error')} ${errors === 1 ? 'remains' : 'remain'} in ${counted(tables, 'table')}.`,
  openSheet: 'Sheets of the plan',
  notDone: 'The plan is written, but not all of it could be done',
  openFirst: (sheet: string) => `Open ${sheet}`,
  seeChanges: 'See changes',
  seeFindings: 'See the findings',
  again: 'Collate again',
  checkVersions: 'Check which',
  versionsUsed: (sent: readonly { readonly directorate: string; readonly files: readonly unknown[] }[]) =>
    `${listed(sent.map(({ directorate, files }) => `${directorate} sent ${counted(files.length, 'version')}`))}.`,
  planning: 'Working out what will change',
  writing: 'Writing the plan',
} as const;
