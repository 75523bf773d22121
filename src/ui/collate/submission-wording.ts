import { counted, DIRECTORATE_NOT_KNOWN, listed } from '../../domain/wording';
import { SOURCES_SHEET } from '../../application';
import type { NewerBy } from '../../domain/collation';
import type { CollationDryRun, DirectorateVersions, PartNotRead, SourceNotRead, VersionSent } from '../shared/pane-services';

/** Every word about what was sent: receipts, versions and doubtful matches; the rest of the pane's words are in wording.ts. */

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });

const fileName = (file: string): string => (file === '' ? 'This workbook' : file);

const NEWER: Readonly<Record<NewerBy, (file: string, version: number | null) => string>> = {
  version: (file, version) => `${file} is newer: its name or cover says version ${String(version ?? 1)}.`,
  modified: (file) => `${file} is newer: it was changed last.`,
  name: (file) => `Only the file names differ. ${file} comes later in the alphabet.`,
};

type Doubt = CollationDryRun['doubts'][number];

const lastTime = (words: string): string => `Last time: ${words}`;

/** Both wordings, and what is asked about them where that is more than the wording. */
const DOUBT: Readonly<Record<Doubt['about'], (doubt: Doubt) => readonly string[]>> = {
  rewording: ({ was, is }) => [lastTime(was), `This time: ${is}`],
  'row of the plan': ({ was, is }) => [lastTime(was), `The row of All priorities now says: ${is}`],
  moved: ({ was, is }) => [lastTime(was), `Gone there, and new in the table of another directorate: ${is}`],
  directorate: ({ ref, is }) => [`${ref} sent nothing, and most rows of ${is} are its own. Is ${is} its new name?`],
};

export const SUBMISSION_WORDS = {
  receiptTitle: 'What was read',
  namedReceipt: (file: string) => `${fileName(file)}: what was read`,
  receipt: (file: string) => `What was read in ${file === '' ? 'this workbook' : file}`,
  directorates: (names: readonly string[]) => (names.length === 0 ? DIRECTORATE_NOT_KNOWN : listed(names)),
  noFindings: 'No findings',
  notUnderstood: (columns: number) => `${counted(columns, 'column')} not understood`,
  column: (sheet: string, heading: string) => `${heading} · ${sheet}`,
  notRead: ({ parts, cellsElsewhere }: SourceNotRead) => {
    if (parts.length > 0) return `Not read: ${counted(parts.length, 'part')}`;
    return cellsElsewhere === 0 ? 'Everything was read' : 'Everything in and beside the tables was read';
  },
  partNotRead: ({ sheet, where, reason }: PartNotRead) => `${[sheet, where].filter((part) => part !== '').join(' · ')}: ${reason}`,
  cellsElsewhere: (cells: number) =>
    `${counted(cells, 'cell is', 'cells are')} far from the tables and not read. The sheet “${SOURCES_SHEET}” lists ${cells === 1 ? 'it' : 'them'}.`,
  versions: ({ directorate, files }: DirectorateVersions) =>
    `${directorate}: ${counted(files.length, 'version')}. Which one should be used?`,
  newer: ({ files: [newest], newerBy }: DirectorateVersions) =>
    newest === undefined ? '' : NEWER[newerBy](fileName(newest.file), newest.version),
  versionFile: fileName,
  /** Lines under a version's name, so that two side by side can be compared. */
  versionFacts: ({ version, modified, actions }: VersionSent) => [
    version === null ? 'no version number' : `version ${String(version)}`,
    modified === null ? 'date of change not known' : `changed ${DAY.format(new Date(modified))}`,
    counted(actions, 'action'),
  ],
  merge: (files: number) => (files === 2 ? 'Both, merged' : 'All of them, merged'),
  mergeHint: 'A row that several files have is taken from the newest.',
  parts: ({ directorate, files }: { readonly directorate: string; readonly files: readonly string[] }) =>
    `${directorate} sent ${counted(files.length, 'part')}, which are merged: ${listed(files.map(fileName))}.`,
  doubts: (doubts: readonly Doubt[]) =>
    `Please check: ${doubts.every(({ about }) => about === 'rewording') ? counted(doubts.length, 'reworded action') : counted(doubts.length, 'question')}`,
  doubtsHint: 'Each is treated as the same action. It keeps its Ref and your notes, unless you choose “A new action”.',
  mustAnswerHint: 'Nothing is written until each is answered. The same action keeps its Ref and your notes.',
  doubt: (doubt: Doubt) => DOUBT[doubt.about](doubt),
  same: (about: Doubt['about']) => (about === 'directorate' ? 'The same directorate' : 'The same action'),
  isNew: (about: Doubt['about']) => {
    if (about === 'directorate') return 'Another directorate';
    return about === 'row of the plan' ? 'A row of your own' : 'A new action';
  },
} as const;
