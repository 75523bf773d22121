import type { LevelCoverage, Served, Strength } from '../../domain/mapping';
import type { Standing } from '../shared/pane-services';
import { counted, listed } from '../shared/wording';

/** Every word of Map; the rest of the pane's words are in wording.ts. */

const STRENGTHS: Readonly<Record<Strength, string>> = { strong: 'strong', possible: 'possible', weak: 'weak' };

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  confirmed: 'confirmed',
  'to decide': 'to decide',
  'serves none': 'serves none',
  'nothing suggested': 'nothing suggested',
};

/** "2 confirmed, 1 suggested"; what there is none of is left out. */
function servedWords(confirmed: number, suggested: number): string {
  return [confirmed > 0 ? `${String(confirmed)} confirmed` : '', suggested > 0 ? `${String(suggested)} suggested` : '']
    .filter((words) => words !== '')
    .join(', ');
}

export const MAP = {
  title: 'Map',
  tabs: { actions: 'Actions', measures: 'Measures', coverage: 'Coverage' },
  toDecide: (count: number) => `${String(count)} to decide`,
  show: 'Show',
  allRows: 'all actions',
  showOption: (words: string, count: number) => `${words}: ${String(count)}`,
  list: 'Actions, in the order of the sheets',
  keys: 'Up and down move, 1 to 9 tick, Enter confirms and goes on, N is none, Delete clears.',
  standing: (standing: Standing) => STANDING_WORDS[standing],
  inFull: 'The row in full',
  measure: 'Measure',
  ledBy: 'Led by',
  timescale: 'Timescale',
  outcomes: 'Shared outcomes',
  nothing: '(empty)',
  notListed: 'No row is listed here. Choose another list above.',
  noActions: 'There are no actions to map yet. Open a workbook that holds directorates’ tables, or collate those that you were sent.',
  strength: (strength: Strength) => STRENGTHS[strength],
  suggestions: 'Indicators this action may serve',
  because: 'because',
  inRow: 'written in the row',
  added: 'added by you',
  noSuggestion: 'No indicator is suggested for this row.',
  fewer: (count: number) => `${String(count)} less likely`,
  down: (count: number) => `Not suggested, and why: ${String(count)}`,
  add: 'Add another indicator',
  addPlaceholder: 'Number or words',
  addNone: 'No indicator has these words.',
  none: (all: number) => `None of the ${String(all)}`,
  clear: 'Clear',
  confirm: 'Confirm and next',
  tickFirst: 'Tick an indicator first, or choose none.',
  unticked: 'What you leave unticked is not suggested for this row again.',
  theme: (count: number) => `Whole theme (${String(count)})`,
  themeTicked: (count: number) => `Confirm what is ticked here for ${counted(count, 'action')} to decide`,
  themeStrong: (count: number) => `Confirm the strong suggestions of ${counted(count, 'action')}`,
  themeNone: (count: number, all: number) => `None of the ${String(all)} for ${counted(count, 'action')} to decide`,
  themeClear: (count: number) => `Clear what was decided on ${counted(count, 'action')}`,
  decided: (count: number) => (count === 1 ? 'Kept in this workbook.' : `${counted(count, 'action')} decided, kept in this workbook.`),
  undone: 'As it was before.',
  undo: 'Undo',
  outdatedTitle: 'The logframe has changed',
  keepOutdated: 'Keep these decisions',
  writeColumn: 'Write the indicators beside the actions…',
  columnPlan: (cells: number, tables: number) => `Will write ${counted(cells, 'cell')} in ${counted(tables, 'table')}.`,
  columnTable: (sheet: string, heading: string, isNew: boolean, cells: number) =>
    `${sheet}: ${counted(cells, 'cell')} under ${heading}${isNew ? ', a new column' : ''}`,
  columnNothing: 'Every confirmed indicator stands beside its action already.',
  columnLeft: (count: number) => `Left as they are: ${String(count)}`,
  columnLeftOne: (sheet: string, address: string, reason: string) => `${sheet} ${address}: ${reason}`,
  columnWrite: 'Write',
  columnCancel: 'Not now',
  columnClose: 'Close',
  columnReads: 'From now on they are read as written in the row.',
  columnWritten: (cells: number) => `${counted(cells, 'cell')} written beside the actions.`,
  measuresTitle: (all: number, restated: number) =>
    `${counted(all, 'measure')}: ${String(restated)} ${restated === 1 ? 'restates' : 'restate'} an indicator, ${String(all - restated)} ${all - restated === 1 ? 'is' : 'are'} the directorates’ own`,
  measuresNone: 'No directorate’s “Measures within the Logframe” is in this workbook.',
  ownMeasure: 'A new, local measure; kept as it is.',
  asPrinted: 'As the logframe has it.',
  restates: (id: string) => `Restates ${id}`,
  noDirectorate: 'Directorate not known',
  coverageTitle: (all: number) => `${counted(all, 'indicator')} in the logframe`,
  legend: {
    confirmed: 'confirmed',
    suggested: 'suggested only',
    unserved: 'by nobody',
    unservedInProgress: 'by nobody, still work in progress',
  },
  level: (id: string, title: string) => `${id} ${title}`,
  levelWords: ({ confirmed, suggested, unserved, unservedInProgress }: LevelCoverage) =>
    listed(
      [
        confirmed > 0 ? `${String(confirmed)} confirmed` : '',
        suggested > 0 ? `${String(suggested)} suggested only` : '',
        unserved > 0 ? `${String(unserved)} by nobody` : '',
        unservedInProgress > 0 ? `${String(unservedInProgress)} by nobody, still work in progress` : '',
      ].filter((words) => words !== ''),
    ),
  nobody: (count: number) => `Agreed indicators that nobody serves: ${String(count)}`,
  nobodyYet: (count: number) => `Work in progress that nobody serves: ${String(count)}`,
  servingNone: (count: number) => `Actions that serve none: ${String(count)}`,
  byDirectorate: 'Indicator by directorate',
  servedBy: ({ directorate, confirmed, suggested }: Served) =>
    `${directorate ?? 'Directorate not known'}: ${servedWords(confirmed.length, suggested.length)}`,
  unserved: 'nobody',
  frameworkTitle: (name: string) => `Logframe: ${name}`,
  frameworkName: (name: string, version: string, indicators: number) =>
    `${name}, version ${version}, with ${counted(indicators, 'indicator')}.`,
  wordsAlone: 'Expect fewer suggestions, none of them strong: a person’s eye finds more than shared words do.',
  frameworkBad: 'That framework file cannot be used',
  frameworkChosen: 'Kept with this workbook. The pane starts again with it.',
  chooseFramework: 'Choose a framework file…',
  frameworkFile: 'Framework file of a council',
  shippedFramework: 'Go back to the one that came with the add-in',
  adoptSheet: (sheet: string) => `Use the indicators of “${sheet}”`,
  sheetAgrees: (sheet: string) => `The sheet “${sheet}” says the same.`,
  sheetDiffers: (sheet: string, count: number) => `The sheet “${sheet}” differs in ${counted(count, 'indicator')}`,
} as const;
