import { planFigures } from '../../src/domain/figures';
import { kent2025 } from '../../src/domain/framework';
import { EMPTY_STATE } from '../../src/domain/state/plan-state';
import { EMPTY_CELL, textCell } from '../../src/domain/grid';
import { SEVERITY_OF, type Finding, type FindingCode } from '../../src/domain/findings';
import type { Action, TableKind, TableRead } from '../../src/domain/reading';
import type { CollationDryRun, CollationResult, MappingSource, PlanReading } from '../../src/application';

/** Small readings for the pane's tests, in the shapes the application gives. */

const TODAY = { year: 2025, month: 9, day: 30 };

const NO_FIGURES = planFigures({
  framework: kent2025(),
  register: { actions: [], gone: [], counters: {}, doubts: [], renamed: [], misplaced: [] },
  lines: { measures: [], activities: [], gone: [] },
  findings: [],
  notOpened: [],
  position: new Map(),
  lastQuarter: null,
  dates: { planDate: TODAY, asOf: TODAY },
});

const HEADINGS = [
  ['What we have committed to', 'commitment', 'certain'],
  ['Owner', 'ledBy', 'likely'],
  ['Timescale', 'timescale', 'certain'],
  ['Measure', 'measure', 'certain'],
  ['Shared Outcome', 'sharedOutcome', 'certain'],
  ['Budget code', null, 'certain'],
] as const;

/** A table of `rows` actions on a sheet, the headings on row 3. */
export function madeTable(sheet: string, rows: number, directorate: string | null = sheet, kind: TableKind = 'priorities'): TableRead {
  return {
    id: `${sheet}-id!A3`,
    kind,
    sheetId: `${sheet}-id`,
    sheet,
    area: { top: 2, left: 0, bottom: 2 + rows, right: 5 },
    headerRows: { top: 2, bottom: 2 },
    headings: HEADINGS.map(([text, key, sureness], column) => ({ text, key, sureness, column })),
    directorate,
    directorateFrom: directorate === null ? null : 'title',
    directorateText: directorate ?? '',
    outcome: null,
    themes: [],
    introductions: [],
    rows: Array.from({ length: rows }, (_row, index) => ({
      kind: kind === 'measures' ? 'measure' : 'action',
      row: 3 + index,
      theme: null,
      directorateText: null,
      cells: {},
    })),
  };
}

/** One action on a row as Excel numbers it. */
function madeAction(sheet: string, row: number, commitment: string): Action {
  return {
    kind: 'action',
    directorate: sheet,
    directorateText: sheet,
    theme: null,
    theirRef: null,
    milestones: [],
    commitment,
    ledBy: { text: '', leads: [], supporting: [], notPeople: [], open: [] },
    timescale: {
      text: '',
      start: null,
      end: null,
      ongoing: false,
      provisional: false,
      conditional: false,
      relative: null,
      items: 0,
      completed: false,
      figuresLeft: [],
      withoutYear: false,
      changedByExcel: null,
    },
    measure: { text: '', vague: false, observable: false, baseline: null, target: null, deadlines: [] },
    outcomes: { text: '', codes: [], mistyped: [], duplicates: [], untidy: false, unknown: [], parts: [], remarks: [] },
    cost: { text: '', cost: 'to be confirmed', sum: null, ambiguous: false },
    status: null,
    progress: '',
    writtenIndicators: [],
    source: { file: '', sheet, sheetId: `${sheet}-id`, tableId: `${sheet}-id!A3`, row: row - 1, cells: {} },
    cells: { commitment: { cell: commitment === '' ? EMPTY_CELL : textCell(commitment), place: { row: row - 1, column: 0 } } },
    headings: {},
  };
}

interface FindingParts {
  readonly code: FindingCode;
  readonly cell: string;
  readonly message: string;
  readonly sheet?: string;
  readonly heading?: string;
  readonly quote?: string;
  readonly after?: string;
}

export function madeFinding({ code, cell, message, sheet = 'CYPE', heading = 'Shared Outcome', quote = '', after }: FindingParts): Finding {
  return {
    code,
    severity: SEVERITY_OF[code],
    file: '',
    directorate: sheet,
    sheet,
    sheetId: `${sheet}-id`,
    tableId: `${sheet}-id!A3`,
    row: Number(/\d+/.exec(cell)?.[0]),
    heading,
    cell,
    message,
    quote,
    ...(after === undefined ? {} : { repair: { kind: 'write', before: quote, after } as const }),
  };
}

export const COMMITMENT =
  'Develop a falls prevention approach in partnership with Health, so that people at risk are found earlier and offered help';

export const MISTYPED = madeFinding({
  code: 'mistyped-outcome',
  cell: 'E7',
  message: '“S03” is not an outcome. It looks like SO3, typed with a zero.',
  quote: 'SO2,S03, SO4',
  after: 'SO2, SO3, SO4',
});
export const MISSING_MEASURE = madeFinding({
  code: 'missing-measure',
  cell: 'D13',
  sheet: 'Adult Social Care',
  heading: 'Measure',
  message: 'This action has no measure, so nobody can tell when it has been done.',
});
export const UNTIDY = madeFinding({
  code: 'untidy-outcome',
  cell: 'E9',
  message: 'The outcomes are set apart by spaces. Commas are easier to read.',
  quote: 'SO1 SO2',
  after: 'SO1, SO2',
});
export const VAGUE = madeFinding({
  code: 'vague-measure',
  cell: 'D8',
  heading: 'Measure',
  message: '“In development” does not say what will be measured.',
  quote: 'In development',
});

const DIRECTORATES = ['Adult Social Care', 'CYPE', 'GET'];

const MAPPING_SOURCE: MappingSource = { framework: kent2025(), state: EMPTY_STATE, planRows: [], planMeasures: [], logframe: null };

export const READING: PlanReading = {
  sheets: 4,
  tables: [madeTable('Adult Social Care', 2), madeTable('CYPE', 3)],
  actions: [
    madeAction('Adult Social Care', 12, 'Open two hubs'),
    madeAction('Adult Social Care', 13, COMMITMENT),
    madeAction('CYPE', 7, 'Family hubs in every district'),
    madeAction('CYPE', 8, 'Train 40 practitioners'),
    madeAction('CYPE', 9, 'Publish the SEND strategy'),
  ],
  measures: [],
  findings: [MISSING_MEASURE, MISTYPED, VAGUE, UNTIDY],
  leftOut: [{ sheet: 'CYPE', row: 11, reason: 'A row of totals.' }],
  corrections: [],
  unfit: [],
  directorates: { seen: DIRECTORATES.slice(0, 2), missing: DIRECTORATES.slice(2) },
  mapping: MAPPING_SOURCE,
  plan: null,
};

export const CLEAN_READING: PlanReading = { ...READING, findings: [], leftOut: [] };
export const EMPTY_READING: PlanReading = {
  sheets: 1,
  tables: [],
  actions: [],
  measures: [],
  findings: [],
  leftOut: [],
  corrections: [],
  unfit: [],
  directorates: { seen: [], missing: DIRECTORATES },
  mapping: MAPPING_SOURCE,
  plan: null,
};

export const DRY_RUN: CollationDryRun = {
  unread: [],
  actions: 5,
  sheets: [
    {
      sheet: 'Council summary',
      isNew: true,
      added: 0,
      changed: 0,
      sourceAlone: 0,
      gone: 0,
      kept: 0,
      unchanged: 0,
      comments: 0,
      notesUnseen: false,
    },
    {
      sheet: 'All priorities',
      isNew: false,
      added: 4,
      changed: 2,
      sourceAlone: 3,
      gone: 1,
      kept: 0,
      unchanged: 83,
      comments: 0,
      notesUnseen: false,
    },
  ],
  notesKept: 37,
  sources: [
    {
      file: '',
      directorates: DIRECTORATES.slice(0, 2),
      tables: 2,
      actions: 5,
      problem: null,
      findings: { error: 10, warning: 5, advice: 2 },
      notUnderstood: [{ sheet: 'CYPE', heading: 'Postcode area' }],
      notRead: { parts: [{ sheet: 'HROD draft', where: '', reason: 'The sheet is hidden.', words: '' }], cellsElsewhere: 0 },
    },
  ],
  byDirectorate: [
    { directorate: 'Adult Social Care', actions: 2 },
    { directorate: 'CYPE', actions: 3 },
  ],
  directorates: READING.directorates,
  carried: [],
  carriedFindings: 0,
  versions: [],
  parts: [],
  nothingToDo: false,
  kept: [],
  taken: [],
  displaced: [],
  obstacles: [],
  doubts: [],
  putRight: [],
  notSent: [],
  changes: 'Since the collation of 12 September 2025: 4 new, 1 no longer sent',
  copies: [],
  quarters: ['2025/26 Q2', '2025/26 Q1'],
  optionalThere: ['by-outcome'],
  prepared: {
    runId: 'run',
    sheets: [],
    changes: { since: null, list: [] },
    notSent: [],
    figures: NO_FIGURES,
    kept: [],
    taken: [],
    displaced: [],
    questions: [],
    nothingToDo: false,
    stages: [],
  },
  remaining: { errors: 10, warnings: 5, advice: 2, tablesWithErrors: 3 },
};

export const RESULT: CollationResult = {
  writtenAt: '14:02',
  notices: [],
  actions: 93,
  notesKept: 37,
  sheets: DRY_RUN.sheets,
  remaining: DRY_RUN.remaining,
};
