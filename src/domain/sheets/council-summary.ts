import type { CollatedAction } from '../collation';
import { COSTS } from '../cost';
import type { Severity } from '../findings';
import { serialOfDate } from '../grid';
import { dueOf } from '../timescale';
import { count, NOTHING, text } from './cell-content';
import { headingLook, INK, SECTION_FILL, titleLooks } from './council-look';
import { type PlanSubject, runStamp } from './plan-subject';
import type { LookArea, PlanBlock, PlanCell, SheetPlan } from './sheet-plan';

export const COUNCIL_SUMMARY = 'Council summary';

/** Zero-based rows. The blocks have fixed places with room for twenty directorates, so that the chart's source never moves. */
const HEADLINES = 3;
const MATRIX = 18;
const ROOM = 20;
const COST = MATRIX + ROOM + 5;

/** Headline figures, directorate by outcome, cost by directorate and one chart: the page a head of service prints. */
export function councilSummary(subject: PlanSubject): SheetPlan {
  const outcomes = subject.framework.outcomes.map(({ code }) => code);
  const directorates = directoratesOf(subject);
  const lastColumn = Math.max(outcomes.length + 1, COSTS.length + 1);
  const blocks = [
    { at: { row: 0, column: 0 }, cells: [[text(COUNCIL_SUMMARY)], [text(runStamp(subject))]] },
    headlineBlock(subject),
    outcomeBlock(subject, directorates, outcomes),
    costBlock(subject, directorates),
  ];
  return {
    name: COUNCIL_SUMMARY,
    visibility: 'visible',
    tabColour: '#1F4E79',
    blocks,
    table: null,
    widths: Object.fromEntries(Array.from({ length: lastColumn + 1 }, (_, column) => [column, column === 0 ? 36 : 15])),
    merges: [],
    looks: looksOf(outcomes.length + 1, directorates.length, lastColumn),
    dropDowns: [],
    rules: [],
    charts: [
      {
        name: 'ActionsByOutcome',
        kind: 'bar stacked',
        title: 'Actions by directorate and shared outcome',
        source: { top: MATRIX + 1, bottom: MATRIX + 1 + directorates.length, left: 0, right: outcomes.length },
        over: { top: HEADLINES, bottom: MATRIX - 2, left: 2, right: lastColumn },
        valueTitle: 'Actions',
      },
    ],
    freeze: { rows: 2, columns: 0 },
    print: { orientation: 'landscape', paper: 'A4', titleRows: null, footer: `${COUNCIL_SUMMARY}, page &P of &N` },
    gridlines: false,
  };
}

/** The framework's directorates, and one more line for rows of none of them, when there are such rows. */
function directoratesOf({ framework, register }: PlanSubject): string[] {
  const named = framework.directorates.map(({ name }) => name).slice(0, ROOM - 1);
  return register.actions.some(({ action }) => !named.includes(action.directorate ?? '')) ? [...named, NO_DIRECTORATE_WORDS] : named;
}

const NO_DIRECTORATE_WORDS = 'Directorate not known';

function actionsOf(subject: PlanSubject, directorate: string): CollatedAction[] {
  const named = subject.framework.directorates.some(({ name }) => name === directorate);
  return subject.register.actions.filter(({ action }) => (named ? action.directorate === directorate : action.directorate === null));
}

function headlineBlock(subject: PlanSubject): PlanBlock {
  const { actions } = subject.register;
  const sent = new Set(actions.flatMap(({ action }) => (action.directorate === null ? [] : [action.directorate])));
  const themes = new Set(actions.flatMap(({ action }) => (action.theme === null ? [] : [`${action.directorate ?? ''}\n${action.theme}`])));
  const served = (sure: boolean): number =>
    new Set(actions.flatMap(({ indicators }) => indicators.flatMap(({ id, state }) => ((state === 'suggested') !== sure ? [id] : []))))
      .size;
  const dues = actions.map(({ action }) => ({ action, due: dueOf(action.timescale, subject.dates.planDate) }));
  const asOf = serialOfDate(subject.dates.asOf);
  const overdue = dues.filter(
    ({ action, due }) => due !== null && serialOfDate(due) < asOf && action.status !== 'complete' && action.status !== 'stopped',
  ).length;
  const found = (severity: Severity): number => subject.findings.filter((finding) => finding.severity === severity).length;
  const rows: [string, PlanCell][] = [
    ['Directorates that sent a table', text(`${String(sent.size)} of ${String(subject.framework.directorates.length)}`)],
    ['Actions and listed services', count(actions.length)],
    ['  of which listed services', count(actions.filter(({ action }) => action.kind === 'service').length)],
    ['Themes', count(themes.size)],
    ['Actions with a due date', count(dues.filter(({ due }) => due !== null).length)],
    ['  of which past it and not complete', count(overdue)],
    ['Indicators served, written or confirmed', text(`${String(served(true))} of ${String(subject.framework.indicators.length)}`)],
    ['Indicators suggested', count(served(false))],
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

function outcomeBlock(subject: PlanSubject, directorates: readonly string[], outcomes: readonly string[]): PlanBlock {
  const rows = directorates.map((directorate) => {
    const actions = actionsOf(subject, directorate);
    return {
      directorate,
      figures: [...outcomes.map((code) => actions.filter(({ action }) => action.outcomes.codes.includes(code)).length), actions.length],
    };
  });
  const note = 'An action counts under each outcome it serves, so a line adds up to more than its actions.';
  return matrix(MATRIX, 'Actions by directorate and shared outcome', note, ['Directorate', ...outcomes, 'Actions'], rows);
}

function costBlock(subject: PlanSubject, directorates: readonly string[]): PlanBlock {
  const rows = directorates.map((directorate) => {
    const actions = actionsOf(subject, directorate).filter(({ action }) => action.kind === 'action');
    return {
      directorate,
      figures: [...COSTS.map((cost) => actions.filter(({ action }) => action.cost.cost === cost).length), actions.length],
    };
  });
  const headings = ['Directorate', ...COSTS.map((cost) => cost.charAt(0).toUpperCase() + cost.slice(1)), 'Actions'];
  return matrix(COST, 'Cost by directorate', 'Listed services have no cost of their own and are left out.', headings, rows);
}

/** Title, headings, a line a directorate and a total, padded with empty lines so that a shorter list clears the longer one before it. */
function matrix(
  top: number,
  title: string,
  note: string,
  headings: readonly string[],
  rows: readonly { directorate: string; figures: readonly number[] }[],
): PlanBlock {
  const blank = headings.map(() => NOTHING);
  const pad = <T>(cells: readonly T[]): (T | typeof NOTHING)[] => [...cells, ...blank.slice(cells.length)];
  const totals = headings.slice(1).map((_, index) => count(rows.reduce((sum, { figures }) => sum + (figures[index] ?? 0), 0)));
  const lines = rows.map(({ directorate, figures }) => [text(directorate), ...figures.map(count)]);
  const spare = Array.from({ length: Math.max(0, ROOM - rows.length) }, () => blank);
  return {
    at: { row: top, column: 0 },
    cells: [pad([text(title)]), headings.map(text), ...lines, [text('Total'), ...totals], pad([text(note)]), ...spare],
  };
}

function looksOf(matrixColumns: number, directorates: number, lastColumn: number): LookArea[] {
  const section = (row: number): LookArea => ({
    area: { top: row, bottom: row, left: 0, right: lastColumn },
    look: { bold: true, size: 12, colour: INK, fill: SECTION_FILL },
  });
  const total = (row: number, right: number): LookArea => ({
    area: { top: row, bottom: row, left: 0, right },
    look: { bold: true, border: 'thin' },
  });
  const note = (row: number): LookArea => ({ area: { top: row, bottom: row, left: 0, right: 0 }, look: { italic: true, wrap: false } });
  const body = (top: number, right: number): LookArea => ({
    area: { top, bottom: top + directorates - 1, left: 0, right },
    look: { border: 'thin' },
  });
  const block = (top: number, right: number): LookArea[] => [
    section(top),
    headingLook(top + 1, 0, right),
    { area: { top: top + 1, bottom: top + 1, left: 1, right }, look: { align: 'right' } },
    body(top + 2, right),
    total(top + 2 + directorates, right),
    note(top + 3 + directorates),
  ];
  const headlines: LookArea[] = [
    { area: { top: HEADLINES, bottom: HEADLINES, left: 0, right: 1 }, look: { bold: true, size: 12, colour: INK, fill: SECTION_FILL } },
    { area: { top: HEADLINES + 1, bottom: HEADLINES + 12, left: 0, right: 1 }, look: { border: 'thin' } },
    { area: { top: HEADLINES + 1, bottom: HEADLINES + 12, left: 1, right: 1 }, look: { align: 'right' } },
  ];
  return [...titleLooks(lastColumn), ...headlines, ...block(MATRIX, matrixColumns), ...block(COST, COSTS.length + 1)];
}
