import { grouped } from '../../domain/wording';
import { type DirectorateSource, rulesOf, type TableKind } from '../../domain/reading';

/** What is said of tables that the user sets right or points at, on Check and where no table was found. */

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
  intro: 'Choose the right directorate and headings. Your choice is saved in this workbook.',
  directorate: 'Directorate',
  noDirectorate: 'directorate not known',
  directorateFrom: (from: DirectorateSource | null) => (from === null ? undefined : `from ${DIRECTORATE_SOURCES[from]}`),
  column: (name: string) => `Column ${name}, no heading`,
  none: 'None of these (the column is kept)',
  likely: 'likely: please check',
  added: 'Its words go with that column’s',
  byYou: 'set by you',
  corrected: 'corrected by you',
  set: (what: string, to: string) => `${what} is now read as ${to}.`,
  setToNone: (what: string) => `${what} is now read as none of the plan’s headings.`,
  leaveOut: 'Leave this table out',
  leftOut: (sheet: string) => `The table on ${sheet} is left out.`,
  takeIn: 'Include again',
  takeInTable: (place: string) => `Include again: ${place}`,
  takenIn: (sheet: string) => `The table on ${sheet} is included again.`,
  forget: 'Remove my corrections',
  forgotten: (sheet: string) => `Your corrections of the table on ${sheet} are removed.`,
  missed: 'Is a table missing? Select its headings in the sheet, or the whole table.',
  missedKind: 'Kind of table',
  useSelection: 'Use my selection',
  pointed: (sheet: string, rows: string) => `Table on ${sheet} added: ${rows}.`,
  remembering: 'Saving your correction',
  unfit: (count: number) =>
    count === 1
      ? 'One of your corrections no longer fits the workbook'
      : `${grouped(count)} of your corrections no longer fit the workbook`,
  forgetIt: 'Remove',
  forgetUnfit: (reason: string) => `Remove the correction: ${reason}`,
  unfitForgotten: 'Correction removed.',
} as const;
