import { counted, grouped, listed } from '../../domain/wording';
import type { Finding, Severity } from '../../domain/findings';

/** Every word of Check alone; findings bring their own sentence. */

export const CHECK = {
  title: 'Check',
  tablesFound: (tables: string) => `Found: ${tables === '' ? 'no table' : tables}`,
  showTable: (sheet: string, address: string) => `Show ${sheet} ${address} in the sheet`,
  headingsAs: 'How the headings were read',
  summaryNone: 'No findings',
  list: 'Findings, in the order of the sheet',
  position: (index: number, all: number) => `${grouped(index)} of ${grouped(all)}`,
  previous: 'Previous',
  next: 'Next',
  wholeTable: 'Table',
  placeOfTable: ({ heading }: Pick<Finding, 'heading'>) => ['Whole table', ...(heading === null ? [] : [heading])].join(' · '),
  place: ({ sheet, row, heading }: Pick<Finding, 'sheet' | 'row' | 'heading'>) =>
    [...(row === null ? [sheet ?? 'This workbook'] : [`Row ${String(row)}`]), ...(heading === null ? [] : [heading])].join(' · '),
  emptyCell: 'The cell is empty',
  forAction: 'Action',
  repair: 'Suggested fix',
  becomes: 'becomes',
  newColumn: (heading: string, cell: string) => `New column ${heading} at ${cell}`,
  nothing: '(empty)',
  isColumn: (heading: string, label: string) => `Is “${heading}” ${label}?`,
  chooseStatus: 'It is:',
  yes: 'Yes',
  no: 'No',
  fix: 'Fix',
  ignore: 'Ignore',
  ignored: 'Ignored',
  stopIgnoring: 'Stop ignoring',
  goToCell: 'Go to the cell',
  reviewFixes: (cells: number) => `Review ${counted(cells, 'fix', 'fixes')}…`,
  again: 'Check again',
  cellFixed: (cell: string, after: string) => `${cell} is fixed. It now says ${after}.`,
  columnAdded: (heading: string, cell: string) => `The column ${heading} is added at ${cell}.`,
  /** "2 cells fixed and 4 columns added." */
  fixed: (cells: number, columns: number) =>
    `${listed([...(cells === 0 ? [] : [`${counted(cells, 'cell')} fixed`]), ...(columns === 0 ? [] : [`${counted(columns, 'column')} added`])])}.`,
  someFixed: (cells: number, all: number) => `${grouped(cells)} of ${counted(all, 'cell')} fixed.`,
  undo: 'Undo',
  undoAll: (cells: number) => `Undo all ${grouped(cells)}`,
  undone: (cells: number) =>
    cells === 1 ? 'Undone. The cell is as it was before.' : `Undone. ${counted(cells, 'cell')} are as they were before.`,
  copyReport: 'Copy the report',
  reportTitle: (findings: number, all: number) =>
    `Delivery plan: ${findings === all ? '' : `${grouped(findings)} of `}${counted(all, 'finding')} in this workbook`,
  reportCopied: 'Report copied.',
  copyByHand: 'Select and copy this report',
  readyTitle: 'Ready to send',
  ready: (tables: string) => `Checked: ${tables}.`,
  readyWith: 'What is listed need not be corrected.',
  sendableTitle: 'No errors',
  sendable: 'It can be sent. What is answered before that need not be asked later.',
  allIgnored: 'Nothing else: what is listed is ignored',
  sendNext: 'Save this workbook, then send it to whoever puts the plan together. The report can go with it.',
  notFilledTitle: 'Nothing is filled in yet',
  notFilled: 'Type an action in each row of the table. Each action is checked when you have typed it.',
} as const;

/** The choice of which findings are listed. */
export const FILTER = {
  open: 'Filter',
  narrowed: 'Filtered',
  sheet: 'Show',
  wholeBook: 'Whole workbook',
  scope: (name: string, findings: number) => `${name}: ${findings === 0 ? 'no findings' : counted(findings, 'finding')}`,
  severity: 'Severity',
  code: 'Kind',
  all: 'All',
  severities: { error: 'Errors', warning: 'Warnings', advice: 'Advice' } satisfies Record<Severity, string>,
  count: (name: string, findings: number) => `${name} (${grouped(findings)})`,
  shown: (findings: number, all: number) => `Showing ${grouped(findings)} of ${counted(all, 'finding')}`,
  showAll: 'Show all',
  none: 'No findings of this kind',
  nothing: 'No finding matches your choice. Choose another sheet, severity or kind above.',
} as const;

/** The preview of repairs, and what came of them. */
export const REPAIR = {
  title: 'Review the fixes',
  back: 'Back to the findings',
  lead: 'See what each cell says now and what it will say. Nothing is written yet, and you can undo it later.',
  leadFiltered:
    'Only the findings that you chose to show are listed. See what each cell says now and what it will say. Nothing is written yet, and you can undo it later.',
  where: 'Where to fix',
  scope: (scope: 'table' | 'sheet' | 'book', findings: readonly Pick<Finding, 'sheet'>[]) => {
    const sheet = findings[0]?.sheet ?? '';
    const name = { table: `This table, on ${sheet}`, sheet: `This sheet, ${sheet}`, book: 'The whole workbook' }[scope];
    return `${name}: ${counted(findings.length, 'cell')}`;
  },
  list: 'Cells to fix',
  place: ({ sheet, cell, heading }: Pick<Finding, 'sheet' | 'cell' | 'heading'>) =>
    [sheet, cell, heading].filter((part) => part !== null).join(' · '),
  more: (next: number, rest: number) =>
    next === rest ? `Show the other ${grouped(rest)}` : `Show ${grouped(next)} more of ${grouped(rest)}`,
  fixCells: (cells: number, columns: number) =>
    [
      ...(cells === 0 ? [] : [`Fix ${counted(cells, 'cell')}`]),
      ...(columns === 0 ? [] : [`${cells === 0 ? 'Add' : 'add'} ${counted(columns, 'column')}`]),
    ].join(', '),
  notNow: 'Cancel',
  notChanged: (cells: number) => `${counted(cells, 'cell')} not changed`,
  running: 'Fixing the cells',
} as const;
