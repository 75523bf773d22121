import { type DirectorateSource, rulesOf, type TableKind } from '../../domain/reading';

/** What is said of tables that the user sets right or points at, on Check and where no table was found. */

const NUMBER = new Intl.NumberFormat('en-GB');

export const tableKind = (kind: TableKind): string => rulesOf(kind).words.name;

const DIRECTORATE_SOURCES: Readonly<Record<DirectorateSource, string>> = {
  column: 'the Directorate column',
  title: 'the title above the table',
  sheet: 'the sheet’s name',
  cover: 'the cover sheet',
  file: 'the file’s name',
  you: 'you',
};

export const CORRECTION = {
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
} as const;
