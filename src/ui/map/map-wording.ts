import { counted, DIRECTORATE_NOT_KNOWN, listed } from '../../domain/wording';
import type { LevelCoverage, Served, Strength } from '../../domain/mapping';
import type { Standing } from '../shared/pane-services';

/** Every word of Map; the rest of the pane's words are in wording.ts. */

const STRENGTHS: Readonly<Record<Strength, string>> = { strong: 'strong', possible: 'possible', weak: 'weak' };

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  confirmed: 'confirmed',
  'to decide': 'to decide',
  'serves none': 'serves none',
  'nothing suggested': 'nothing suggested',
};

/** "2 confirmed, 1 measure, 1 suggested"; what there is none of is left out. */
function servedWords(confirmed: number, measures: number, suggested: number): string {
  const parts = [confirmed > 0 ? `${String(confirmed)} confirmed` : '', measures > 0 ? counted(measures, 'measure') : ''];
  return [...parts, suggested > 0 ? `${String(suggested)} suggested` : ''].filter((words) => words !== '').join(', ');
}

export const MAP = {
  title: 'Map',
  tabs: { actions: 'Actions', measures: 'Measures', coverage: 'Coverage' },
  toDecide: (count: number) => `${String(count)} to decide`,
  show: 'Show',
  allRows: 'all actions',
  showOption: (words: string, count: number) => `${words}: ${String(count)}`,
  list: 'Actions, in the order of the sheets',
  keys: 'Keys in the list: up and down to move, 1 to 9 to tick, Enter to confirm and go on, N for none, Delete to clear.',
  standing: (standing: Standing) => STANDING_WORDS[standing],
  inFull: 'The whole row',
  measure: 'Measure',
  ledBy: 'Led by',
  timescale: 'Timescale',
  outcomes: 'Shared outcomes',
  nothing: '(empty)',
  notListed: 'This list has no actions. Choose another list above.',
  noActions:
    'There are no actions to map yet. Open a workbook that holds the directorates’ tables, or collate the workbooks that they sent you.',
  strength: (strength: Strength) => STRENGTHS[strength],
  suggestions: 'Indicators this action may serve',
  because: 'because',
  inRow: 'written in the row',
  added: 'added by you',
  noSuggestion: 'No indicator is suggested for this action.',
  fewer: (count: number) => `${String(count)} less likely`,
  down: (count: number) => `Not suggested, and why: ${String(count)}`,
  add: 'Add another indicator',
  addPlaceholder: 'Number or words',
  addNone: 'No indicator has these words.',
  none: (all: number) => `None of the ${String(all)}`,
  clear: 'Clear',
  confirm: 'Confirm and next',
  tickFirst: 'Tick an indicator first, or choose none.',
  lookFirst: 'Look at the suggestions, then confirm.',
  unticked: 'What you leave unticked is not suggested here again.',
  theme: (count: number) => `Whole theme (${String(count)})`,
  themeTicked: (count: number) => `Confirm what is ticked here for ${counted(count, 'action')} to decide`,
  themeStrong: (count: number) => `Confirm the strong suggestions of ${counted(count, 'action')}`,
  themeNone: (count: number, all: number) => `None of the ${String(all)} for ${counted(count, 'action')} to decide`,
  themeClear: (count: number) => `Clear what was decided on ${counted(count, 'action')}`,
  themeDecide: (count: number) => `Decide ${counted(count, 'action')}`,
  themeCancel: 'Cancel',
  decided: (count: number) => (count === 1 ? 'Saved in this workbook.' : `${counted(count, 'action')} decided and saved in this workbook.`),
  undone: 'Undone.',
  undo: 'Undo',
  outdatedTitle: 'The logframe has changed',
  keepOutdated: 'Keep these decisions',
  writeColumn: 'Write the indicators beside the actions…',
  planNext: 'The sheets of the plan show what is confirmed once it is collated again. Nothing needs to be added for that.',
  collate: 'Collate the plan',
  columnPlan: (cells: number, tables: number) => `Will write ${counted(cells, 'cell')} in ${counted(tables, 'table')}.`,
  columnTable: (sheet: string, heading: string, isNew: boolean, cells: number) =>
    `${sheet}: ${counted(cells, 'cell')} under ${heading}${isNew ? ', a new column' : ''}`,
  columnNothing: 'Every confirmed indicator is already written beside its action.',
  columnLeft: (count: number) => `Not changed: ${counted(count, 'cell')}`,
  columnLeftOne: (sheet: string, address: string, reason: string) => `${sheet} ${address}: ${reason}`,
  columnWrite: 'Write',
  columnCancel: 'Cancel',
  columnClose: 'Close',
  columnReads: 'From now on the pane reads them from the row.',
  columnWritten: (cells: number) => `${counted(cells, 'cell')} written beside the actions.`,
  measuresTitle: (all: number, restated: number) =>
    `${counted(all, 'measure')}: ${counted(restated, 'restates', 'restate')} an indicator, ${counted(all - restated, 'is', 'are')} the directorates’ own`,
  measuresNone: 'No directorate’s “Measures within the Logframe” is in this workbook.',
  ownMeasure: 'A new, local measure. It is kept as it is.',
  asPrinted: 'The same as in the logframe.',
  restates: (id: string) => `Restates ${id}`,
  noDirectorate: DIRECTORATE_NOT_KNOWN,
  coverageTitle: (all: number) => `${counted(all, 'indicator')} in the logframe`,
  legend: {
    confirmed: 'served',
    suggested: 'suggested only',
    unserved: 'not served',
    unservedInProgress: 'not served (work in progress)',
  },
  level: (id: string, title: string) => `${id} ${title}`,
  levelWords: ({ confirmed, byActions, byMeasures, suggested, unserved, unservedInProgress }: LevelCoverage) =>
    listed(
      [
        confirmed > 0 ? `${String(confirmed)} served (${String(byActions)} by actions, ${String(byMeasures)} by measures)` : '',
        suggested > 0 ? `${String(suggested)} suggested only` : '',
        unserved > 0 ? `${String(unserved)} not served` : '',
        unservedInProgress > 0 ? `${String(unservedInProgress)} not served (work in progress)` : '',
      ].filter((words) => words !== ''),
    ),
  nobody: (count: number) => `Agreed indicators that no action or measure serves: ${String(count)}`,
  nobodyYet: (count: number) => `Indicators still in progress that no action or measure serves: ${String(count)}`,
  servingNone: (count: number) => `Actions that serve none: ${String(count)}`,
  notDecided: (count: number) => `Actions not decided: ${String(count)}`,
  byDirectorate: 'Indicators by directorate',
  servedBy: ({ directorate, confirmed, measures, suggested }: Served) =>
    `${directorate ?? DIRECTORATE_NOT_KNOWN}: ${servedWords(confirmed.length, measures.length, suggested.length)}`,
  unserved: 'no directorate',
  frameworkTitle: (name: string) => `Logframe: ${name}`,
  frameworkName: (name: string, version: string, indicators: number) =>
    `${name}, version ${version}, with ${counted(indicators, 'indicator')}.`,
  wordsAlone:
    'There are fewer suggestions and none is strong, because only shared words are compared. Please read the indicators yourself too.',
  frameworkBad: 'That framework cannot be used',
  addFrameworkSheet: 'Add a sheet Framework to fill in',
  readFrameworkSheet: 'Use the sheet Framework as it is now',
  frameworkSheetAdded: (sheet: string) =>
    `The sheet “${sheet}” was added. Fill in outcomes and directorates, then use it here. What is wrong in it is then named with its cell.`,
  onSheet: 'It is that of the sheet Framework in this workbook.',
  frameworkChosen: 'Saved in this workbook. The pane starts again with it.',
  chooseFramework: 'Choose a framework file…',
  frameworkFile: 'Framework file of a council',
  shippedFramework: 'Use the framework of the add-in',
  adoptSheet: (sheet: string) => `Use the indicators of “${sheet}”`,
  sheetAgrees: (sheet: string) => `The sheet “${sheet}” has the same indicators.`,
  sheetDiffers: (sheet: string, count: number) => `The sheet “${sheet}” differs in ${counted(count, 'indicator')}`,
} as const;
