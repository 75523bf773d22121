import { type ActionPosition, actionsStanding, type CollatedAction, isOverdue, plainStatus, quarterOfDate } from '../collation';
import { COSTS } from '../cost';
import type { Severity } from '../findings';
import { isoDate, parseIsoDate } from '../grid';
import { coverageOf } from '../mapping';
import { count, type LookArea, NOTHING, type PlanBlock, type PlanCell, type PlanChart, type SheetPlan, text } from '../workbook';
import { agreeing, capital, counted, DIRECTORATE_NOT_KNOWN } from '../wording';
import { headingLook, sectionLook, titleLooks } from './council-look';
import { type PlanSubject, runStamp } from './plan-subject';

export const COUNCIL_SUMMARY = 'Council summary';

/** Zero-based rows. The blocks have fixed places with room for twenty directorates, so that the charts' sources never move. */
const HEADLINES = 3;
const MATRIX = 20;
const ROOM = 20;
const COST = MATRIX + ROOM + 5;
const DEADLINES = COST + ROOM + 7;
/** Four financial years, from the quarter in which the plan was agreed. */
const QUARTERS = 16;
const COVERAGE = DEADLINES + QUARTERS + 8;
/** Levels of a logframe. */
const LEVELS = 12;
/** Charts lie beside the blocks, from this column on. */
const CHARTS = 8;
const LAST_COLUMN = 14;

/**
 * Headline figures, directorate by outcome, cost, deadlines and coverage, each with its chart: the pages a head of service prints.
 * Rule: docs/rules.md#counting.
 */
export function councilSummary(subject: PlanSubject): SheetPlan {
  const outcomes = subject.framework.outcomes.map(({ code }) => code);
  const directorates = directoratesOf(subject);
  const levels = subject.framework.levels.slice(0, LEVELS);
  return {
    name: COUNCIL_SUMMARY,
    visibility: 'visible',
    tabColour: '#1F4E79',
    blocks: [
      { at: { row: 0, column: 0 }, cells: [[text(COUNCIL_SUMMARY)], [text(runStamp(subject))]] },
      headlineBlock(subject),
      outcomeBlock(subject, directorates, outcomes),
      costBlock(subject, directorates),
      deadlineBlock(subject),
      coverageBlock(subject),
    ],
    table: null,
    widths: Object.fromEntries(Array.from({ length: LAST_COLUMN + 1 }, (_, column) => [column, column === 0 ? 50 : 11])),
    merges: [],
    looks: [
      ...titleLooks(LAST_COLUMN),
      ...headlineLooks(),
      ...blockLooks(MATRIX, directorates.length, outcomes.length + 1),
      ...blockLooks(COST, directorates.length, COSTS.length + 1),
      ...blockLooks(DEADLINES, QUARTERS + 2, 4),
      ...blockLooks(COVERAGE, levels.length, 4),
    ],
    dropDowns: [],
    rules: [],
    charts: chartsOf(directorates.length, outcomes.length, levels.length),
    freeze: { rows: 2, columns: 0 },
    print: { orientation: 'landscape', paper: 'A4', titleRows: null, footer: `${COUNCIL_SUMMARY}, page &P of &N` },
    gridlines: false,
  };
}

/** The charts' sources are headings and lines of a block, without its total. */
function chartsOf(directorates: number, outcomes: number, levels: number): PlanChart[] {
  const source = (top: number, lines: number, right: number): PlanChart['source'] => ({
    top: top + 1,
    bottom: top + 1 + lines,
    left: 0,
    right,
  });
  const beside = (top: number): PlanChart['over'] => ({ top, bottom: top + 16, left: CHARTS, right: LAST_COLUMN });
  return [
    {
      name: 'DeadlinesByQuarter',
      kind: 'column stacked',
      title: 'Deadlines by financial quarter',
      source: source(DEADLINES, QUARTERS + 2, 3),
      over: { top: HEADLINES, bottom: MATRIX - 2, left: 3, right: LAST_COLUMN },
      valueTitle: 'Actions',
    },
    {
      name: 'ActionsByOutcome',
      kind: 'bar stacked',
      title: 'Actions by directorate and shared outcome',
      source: source(MATRIX, directorates, outcomes),
      over: beside(MATRIX),
      valueTitle: 'Actions',
    },
    {
      name: 'CostByDirectorate',
      kind: 'bar stacked',
      title: 'Cost by directorate',
      source: source(COST, directorates, COSTS.length),
      over: beside(COST),
      valueTitle: 'Actions',
    },
    {
      name: 'LogframeCoverage',
      kind: 'bar stacked',
      title: 'Indicators of the logframe by level',
      source: source(COVERAGE, levels, 3),
      over: { top: DEADLINES, bottom: COVERAGE + LEVELS + 2, left: 6, right: LAST_COLUMN },
      valueTitle: 'Indicators',
    },
  ];
}

/** The framework's directorates, and one more line for rows of none of them, when there are such rows. */
function directoratesOf({ framework, register }: PlanSubject): string[] {
  const named = framework.directorates.map(({ name }) => name).slice(0, ROOM - 1);
  return register.actions.some(({ action }) => !named.includes(action.directorate ?? '')) ? [...named, DIRECTORATE_NOT_KNOWN] : named;
}

function actionsOf(subject: PlanSubject, directorate: string): CollatedAction[] {
  const named = subject.framework.directorates.some(({ name }) => name === directorate);
  return subject.register.actions.filter(({ action }) => (named ? action.directorate === directorate : action.directorate === null));
}

/** The action as the plan has it now, what the collator typed beside it included. */
function positionsOf(subject: PlanSubject, actions: readonly CollatedAction[]): ActionPosition[] {
  return actions.flatMap(({ ref }) => subject.progress.position.get(ref) ?? []);
}

function headlineBlock(subject: PlanSubject): PlanBlock {
  const { actions } = subject.register;
  const sent = new Set(actions.flatMap(({ action }) => (action.directorate === null ? [] : [action.directorate])));
  const themes = new Set(actions.flatMap(({ action }) => (action.theme === null ? [] : [`${action.directorate ?? ''}\n${action.theme}`])));
  const levels = coverageLevels(subject);
  const indicatorsThat = (figure: 'confirmed' | 'suggested'): number => levels.reduce((sum, level) => sum + level[figure], 0);
  const standing = [...actionsStanding(subject.progress.position).values()];
  const found = (severity: Severity): number => subject.findings.filter((finding) => finding.severity === severity).length;
  const indicators = String(subject.framework.indicators.length);
  const rows: [string, PlanCell][] = [
    ['Directorates that sent a table', text(`${String(sent.size)} of ${String(subject.framework.directorates.length)}`)],
    ['Actions and listed services', count(actions.length)],
    ['  of which listed services', count(actions.filter(({ action }) => action.kind === 'service').length)],
    ['Themes', count(themes.size)],
    ['Actions with a due date', count(standing.filter(({ due }) => due !== '').length)],
    ['  of which overdue', count(standing.filter((action) => isOverdue(action, isoDate(subject.dates.asOf))).length)],
    ['Actions that say how they stand', count(standing.filter(({ status }) => status !== '').length)],
    ['  of which at risk or delayed', count(standing.filter(({ status }) => ['at risk', 'delayed'].includes(plainStatus(status))).length)],
    ['Indicators served, written or confirmed', text(`${String(indicatorsThat('confirmed'))} of ${indicators}`)],
    ['Indicators only suggested', text(`${String(indicatorsThat('suggested'))} of ${indicators}`)],
    ['No longer sent', count(subject.register.gone.length)],
    ['Errors found', count(found('error'))],
    ['Warnings found', count(found('warning'))],
    ['Advice given', count(found('advice'))],
  ];
  return {
    at: { row: HEADLINES, column: 0 },
    cells: [[text('Headline figures'), NOTHING], ...rows.map(([words, cell]) => [text(words), cell])],
  };
}
const HEADLINE_ROWS = 14;

function outcomeBlock(subject: PlanSubject, directorates: readonly string[], outcomes: readonly string[]): PlanBlock {
  const rows = directorates.map((name) => {
    const actions = actionsOf(subject, name);
    return {
      name,
      figures: [...outcomes.map((code) => actions.filter(({ action }) => action.outcomes.codes.includes(code)).length), actions.length],
    };
  });
  const note = 'An action counts under each outcome it serves, so a line adds up to more than its actions.';
  return matrix({
    top: MATRIX,
    room: ROOM,
    title: 'Actions by directorate and shared outcome',
    note,
    headings: ['Directorate', ...outcomes, 'Actions'],
    rows,
  });
}

function costBlock(subject: PlanSubject, directorates: readonly string[]): PlanBlock {
  const rows = directorates.map((name) => {
    const actions = positionsOf(subject, actionsOf(subject, name)).filter(({ kind }) => kind === 'action');
    return { name, figures: [...COSTS.map((flag) => actions.filter(({ cost }) => cost === flag).length), actions.length] };
  });
  const headings = ['Directorate', ...COSTS.map(capital), 'Actions'];
  const note = 'Listed services have no cost of their own and are left out.';
  return matrix({ top: COST, room: ROOM, title: 'Cost by directorate', note, headings, rows });
}

/**
 * Sixteen quarters from the one in which the plan was agreed, with a line for what lies before and one for what lies after.
 * Rule: docs/rules.md#counting-deadlines.
 */
function deadlineBlock(subject: PlanSubject): PlanBlock {
  const asOf = isoDate(subject.dates.asOf);
  const quarters = quartersFrom(subject.dates.planDate);
  const [first = '', last = ''] = [quarters[0], quarters.at(-1)];
  const dated = [...actionsStanding(subject.progress.position).values()].filter(({ due }) => due !== '');
  const lineOf = ({ due }: ActionPosition): string => {
    const date = parseIsoDate(due);
    const quarter = date === null ? '' : quarterOfDate(date);
    if (quarter < first) return `Before ${first}`;
    return quarter > last ? `After ${last}` : quarter;
  };
  const rows = [`Before ${first}`, ...quarters, `After ${last}`].map((name) => {
    const due = dated.filter((action) => lineOf(action) === name);
    const ended = due.filter(({ status }) => ['complete', 'stopped'].includes(plainStatus(status))).length;
    const overdue = due.filter((action) => isOverdue(action, asOf)).length;
    return { name, figures: [ended, overdue, due.length - ended - overdue, due.length] };
  });
  const without = actionsStanding(subject.progress.position).size - dated.length;
  const note = `Q1 is April to June. ${counted(without, 'action has', 'actions have')} no due date and ${agreeing(without, 'is', 'are')} left out.`;
  const headings = ['Due in', 'Complete or stopped', 'Overdue', 'Still to come', 'Actions'];
  return matrix({ top: DEADLINES, room: QUARTERS + 2, title: 'Deadlines by financial quarter', note, headings, rows });
}

function quartersFrom(planDate: PlanSubject['dates']['planDate']): string[] {
  const start = planDate.year * 12 + planDate.month - 1;
  return Array.from({ length: QUARTERS }, (_, index) => {
    const month = start + index * 3;
    return quarterOfDate({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
  });
}

function coverageLevels({ framework, register }: PlanSubject): ReturnType<typeof coverageOf>['levels'] {
  const actions = register.actions.map(({ ref, action, indicators }) => ({ ref, directorate: action.directorate, indicators }));
  return coverageOf(actions, framework).levels;
}

function coverageBlock(subject: PlanSubject): PlanBlock {
  const rows = coverageLevels(subject)
    .slice(0, LEVELS)
    .map(({ level, title, confirmed, suggested, unserved, unservedInProgress, indicators }) => ({
      name: `${level} ${title}`,
      figures: [confirmed, suggested, unserved + unservedInProgress, indicators],
    }));
  const note = 'Served: written by the directorate or confirmed. By nobody: indicators still being worked on are counted in.';
  const headings = ['Level of the logframe', 'Served', 'Suggested only', 'By nobody', 'Indicators'];
  return matrix({ top: COVERAGE, room: LEVELS, title: 'Indicators of the logframe by level', note, headings, rows });
}

interface Matrix {
  readonly top: number;
  /** Lines that it may come to have. */
  readonly room: number;
  readonly title: string;
  readonly note: string;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly name: string; readonly figures: readonly number[] }[];
}

/** Title, headings, lines and a total, padded with empty lines so that a shorter list clears the longer one before it. */
function matrix({ top, room, title, note, headings, rows }: Matrix): PlanBlock {
  const blank = headings.map(() => NOTHING);
  const pad = <T>(cells: readonly T[]): (T | typeof NOTHING)[] => [...cells, ...blank.slice(cells.length)];
  const totals = headings.slice(1).map((_, index) => count(rows.reduce((sum, { figures }) => sum + (figures[index] ?? 0), 0)));
  const lines = rows.map(({ name, figures }) => [text(name), ...figures.map(count)]);
  const spare = Array.from({ length: Math.max(0, room - rows.length) }, () => blank);
  return {
    at: { row: top, column: 0 },
    cells: [pad([text(title)]), headings.map(text), ...lines, [text('Total'), ...totals], pad([text(note)]), ...spare],
  };
}

function headlineLooks(): LookArea[] {
  const rows = { top: HEADLINES + 1, bottom: HEADLINES + HEADLINE_ROWS };
  return [
    sectionLook(HEADLINES, 0, 1),
    { area: { ...rows, left: 0, right: 1 }, look: { border: 'thin' } },
    { area: { ...rows, left: 1, right: 1 }, look: { align: 'right' } },
  ];
}

function blockLooks(top: number, lines: number, right: number): LookArea[] {
  const total = top + 2 + lines;
  return [
    sectionLook(top, 0, right),
    headingLook(top + 1, 0, right),
    { area: { top: top + 1, bottom: top + 1, left: 1, right }, look: { align: 'right' } },
    { area: { top: top + 2, bottom: total, left: 0, right }, look: { border: 'thin' } },
    { area: { top: total, bottom: total, left: 0, right }, look: { bold: true } },
    { area: { top: total + 1, bottom: total + 1, left: 0, right: 0 }, look: { italic: true, wrap: false } },
  ];
}
