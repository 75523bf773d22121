import { counted, grouped } from '../../domain/wording';

/** Every word of Home alone. */

export const HOME = {
  summary: (sheets: number, tables: string, planActions: number) =>
    [
      `This workbook: ${counted(sheets, 'sheet')}`,
      ...(tables === '' ? [] : [tables]),
      ...(planActions === 0 ? [] : [`a plan with ${counted(planActions, 'action')}`]),
    ].join(', '),
  check: 'Check the tables',
  checkNone: 'No findings',
  collate: 'Collate the plan',
  directoratesIn: (seen: number, all: number) => `${grouped(seen)} of ${counted(all, 'directorate')} in this workbook`,
  collateHere: 'Add the workbooks that directorates sent you',
  map: 'Map to the logframe',
  mapCounts: (confirmed: number, toDecide: number, none: number) =>
    `${String(confirmed)} confirmed, ${String(toDecide)} to decide, ${String(none)} with none`,
  documents: 'Make documents',
  documentKinds: 'Word, CSV and return packs',
} as const;
