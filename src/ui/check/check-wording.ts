import type { Severity } from '../../domain/findings';
import { counted } from '../shared/wording';

/** Every word of Check alone; findings bring their own sentence. */

const NUMBER = new Intl.NumberFormat('en-GB');

export const CHECK = {
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
} as const;

/** The choice of which findings are listed. */
export const FILTER = {
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
} as const;

/** The preview of repairs, and what came of them. */
export const REPAIR = {
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
  mending: 'Mending',
} as const;
