import { counted, grouped, listed } from '../../domain/wording';
import type { OptionalSheet, SheetChanges } from '../shared/pane-services';

/** Every word of Collate, but for what is said of submissions, which is in submission-wording.ts. */

const OPTIONAL_SHEET_NAMES: Readonly<Record<OptionalSheet, string>> = {
  'by-outcome': 'By outcome',
  'current-activity': 'Current activity',
  'local-measures': 'Local measures',
};
export const optionalSheet = (sheet: OptionalSheet): string => OPTIONAL_SHEET_NAMES[sheet];

export const sheetRows = (sheet: SheetChanges): number => sheet.added + sheet.changed + sheet.gone + sheet.kept + sheet.unchanged;

export const COLLATE = {
  title: 'Collate',
  directoratesIn: (seen: number, all: number) => `${grouped(seen)} of ${counted(all, 'directorate')} sent a table`,
  notSent: 'not sent yet',
  addFiles: 'Add submissions…',
  orDrop: 'or drop workbooks here',
  pick: 'Workbooks that directorates sent',
  fromFile: (file: string) => (file === '' ? 'This workbook' : file),
  remove: (file: string) => `Remove ${file}`,
  removed: (file: string) => `${file} removed.`,
  added: (files: readonly string[]) => `${listed(files)} added.`,
  waiting: 'not read yet',
  notFetched: (file: string) => `“${file}” can no longer be read. It may have been moved, renamed or locked. Add it again.`,
  sources: 'Where the actions come from',
  choices: 'Options for sheets and changes',
  sheetsToAdd: 'Sheets to add',
  existingSheet: (sheet: string) => `${sheet} (already in this workbook, kept up to date)`,
  changesSince: 'Show changes since',
  lastRun: 'the last collation',
  willWrite: 'What will be written',
  newSheet: 'new sheet',
  notes: (notes: number) => (notes === 0 ? 'You have no notes in the plan' : `Your notes: ${grouped(notes)}, all kept`),
  place: (sheet: string, address: string, heading: string) => [`${sheet} ${address}`, heading].filter((part) => part !== '').join(' · '),
  was: (words: string) => `was: ${words === '' ? 'empty' : words}`,
  becomes: (words: string) => `becomes: ${words === '' ? 'empty' : words}`,
  kept: (words: string) => `kept: ${words === '' ? 'empty' : words}`,
  sentInstead: (words: string) => `sent: ${words === '' ? 'empty' : words}`,
  obstacles: (count: number) =>
    count === 1 ? 'The plan cannot be written yet' : `The plan cannot be written yet, for ${grouped(count)} reasons`,
  overwritten: (count: number) => `${counted(count, 'cell')} that you typed in will be overwritten`,
  conflicts: (count: number) => `${counted(count, 'cell')} changed by you and by the directorate: yours ${count === 1 ? 'is' : 'are'} kept`,
  nothing: 'The plan is up to date. There is nothing to write.',
  noActions: 'There is nothing to collate yet',
  noActionsNext: 'Add the workbooks that directorates sent you, or open a workbook that holds their tables.',
  write: 'Write the plan',
  showChanges: 'Show what will change',
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
  planning: 'Working out what will change',
  writing: 'Writing the plan',
} as const;
