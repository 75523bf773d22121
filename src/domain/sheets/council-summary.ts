import { apart, type Figure, figure, indicatorsByLevel, type PlanFigures, type Tally, type TallyLine } from '../figures';
import { LEAST_POINTS, printedPoints, type SheetPlan, usedByBlocks } from '../workbook';
import { agreeing, counted, grouped } from '../wording';
import { DIRECTORATE_LINES_TO_COME, type FigureBlock, figurePiece } from './figure-block';
import type { FirstCharts, ExistingSheet } from './placed-again';
import { placePieces } from './place-pieces';
import { type PlanSubject, runStamp } from './plan-subject';
import { titlePiece } from './text-piece';

export const COUNCIL_SUMMARY = 'Council summary';

/** Charts end here, so that the sheet is read when it is printed one page wide. Zero-based. */
const LAST_COLUMN = 13;
/** In characters. */
const NAMES_WIDTH = 36;
const FIGURES_WIDTH = 9.5;

const FIRST_CHARTS: FirstCharts = {
  DeadlinesByQuarter: 'D4:O19',
  ActionsByOutcome: 'I21:O37',
  CostByDirectorate: 'I46:O62',
  LogframeCoverage: 'G73:O111',
};

/** Headline figures, directorate by outcome, cost, deadlines and coverage, each with its chart: the pages a head of service prints. */
export function councilSummary(subject: PlanSubject, existing: ExistingSheet | null): SheetPlan {
  const blocks = blocksOf(subject);
  const last = Math.max(LAST_COLUMN, ...blocks.map(({ tally }) => tally.columns.length));
  const widthOf = (column: number): number => (column === 0 ? NAMES_WIDTH : FIGURES_WIDTH);
  const placed = placePieces([titlePiece(COUNCIL_SUMMARY, [runStamp(subject)], last), ...blocks.map(figurePiece)], {
    widths: { widthOf, lastColumn: LAST_COLUMN },
    existing,
    firstCharts: FIRST_CHARTS,
  });
  return printedOn({
    name: COUNCIL_SUMMARY,
    visibility: 'visible',
    tabColour: '#1F4E79',
    blocks: placed.blocks,
    table: null,
    widths: Object.fromEntries(Array.from({ length: last + 1 }, (_, column) => [column, widthOf(column)])),
    merges: [],
    looks: placed.looks,
    dropDowns: [],
    rules: [],
    charts: placed.charts,
    freeze: { rows: 2, columns: 0 },
    print: {
      orientation: 'landscape',
      paper: 'A4',
      pages: 'one wide',
      lastColumn: null,
      titleRows: null,
      footer: `${COUNCIL_SUMMARY}, page &P of &N`,
    },
    gridlines: false,
  });
}

/** The pages that it may take, the smaller first; more of them for a council with many directorates and outcomes. */
const ON_ONE_PAGE = [
  { paper: 'A4', orientation: 'portrait', pages: 'one' },
  { paper: 'A3', orientation: 'portrait', pages: 'one' },
] as const;
const ON_MANY = { paper: 'A3', orientation: 'landscape', pages: 'one wide' } as const;

/** One page where all can be read on it. */
function printedOn(plan: SheetPlan): SheetPlan {
  const rest = { lastColumn: null, titleRows: null, footer: `${COUNCIL_SUMMARY}, page &P of &N` };
  const used = usedByBlocks(plan);
  const page = ON_ONE_PAGE.find((one) => printedPoints(plan.widths, { ...one, ...rest }, used) >= LEAST_POINTS) ?? ON_MANY;
  return { ...plan, print: { ...page, ...rest } };
}

function blocksOf({ figures, framework }: PlanSubject): FigureBlock[] {
  const directorateLines = framework.directorates.length + DIRECTORATE_LINES_TO_COME;
  const { byQuarter, undated } = figures.deadlines;
  return [
    {
      title: 'Headline figures',
      tally: headlines(figures),
      headings: null,
      hasTotal: false,
      notes: [],
      chart: null,
      left: 0,
      roomForLines: 0,
    },
    {
      title: 'Actions by directorate and shared outcome',
      tally: figures.outcomesByDirectorate,
      headings: { where: 'under', names: 'Directorate' },
      hasTotal: true,
      notes: ['An action counts under each outcome it serves, so a line adds up to more than its actions.'],
      chart: {
        name: 'ActionsByOutcome',
        kind: 'bar stacked',
        title: 'Actions by directorate and shared outcome',
        valueTitle: 'Actions',
        lastColumn: 'left out',
      },
      left: 0,
      roomForLines: directorateLines,
    },
    {
      title: 'Cost by directorate',
      tally: figures.costByDirectorate,
      headings: { where: 'under', names: 'Directorate' },
      hasTotal: true,
      notes: ['Listed services have no cost of their own and are left out.'],
      chart: {
        name: 'CostByDirectorate',
        kind: 'bar stacked',
        title: 'Cost by directorate',
        valueTitle: 'Actions',
        lastColumn: 'left out',
      },
      left: 0,
      roomForLines: directorateLines,
    },
    {
      title: 'Deadlines by financial quarter',
      tally: byQuarter,
      headings: { where: 'under', names: 'Due in' },
      hasTotal: true,
      notes: [
        `Q1 is April to June. ${counted(undated, 'action has', 'actions have')} no due date and ${agreeing(undated, 'is', 'are')} left out.`,
      ],
      chart: {
        name: 'DeadlinesByQuarter',
        kind: 'column stacked',
        title: 'Deadlines by financial quarter',
        valueTitle: 'Actions',
        lastColumn: 'left out',
      },
      left: 0,
      roomForLines: 0,
    },
    {
      title: 'Indicators of the logframe by level',
      tally: indicatorsByLevel(figures.coverage, 'counted in'),
      headings: { where: 'under', names: 'Level of the logframe' },
      hasTotal: true,
      notes: [`Served: ${servedWords(figures)}. By nobody: indicators still being worked on are counted in.`],
      chart: {
        name: 'LogframeCoverage',
        kind: 'bar stacked',
        title: 'Indicators of the logframe by level',
        valueTitle: 'Indicators',
        lastColumn: 'left out',
      },
      left: 0,
      roomForLines: 0,
    },
  ];
}

/** "26 by measures, 4 by actions": an indicator may be served by both. */
function servedWords({ indicators: { byActions, byMeasures } }: Pick<PlanFigures, 'indicators'>): string {
  return `${grouped(byActions)} by actions, ${grouped(byMeasures)} by measures`;
}

function headlines({ counts, standing, deadlines, atRisk, indicators }: PlanFigures): Tally {
  const line = (name: string, one: Figure): TallyLine => ({ ...apart(name), figures: [one] });
  const outOf = (now: number, of: number): Figure => ({ ...figure(now), of });
  const alone = ({ now }: Figure): Figure => figure(now);
  return {
    columns: [apart('')],
    lines: [
      line('Directorates that sent a table', outOf(counts.sent.length, counts.sent.length + counts.unread.length + counts.silent.length)),
      line('Actions and listed services', figure(counts.actions)),
      line('  of which listed services', figure(counts.services)),
      line('Themes', figure(counts.themes)),
      line('Actions with a due date', figure(deadlines.dated)),
      line('  of which overdue', alone(standing.overdue)),
      line('Actions that say how they stand', alone(standing.said)),
      line('  of which at risk or delayed', figure(atRisk)),
      line('Indicators served, written or confirmed', outOf(indicators.served, indicators.all)),
      line('Indicators only suggested', outOf(indicators.suggested, indicators.all)),
      line('No longer sent', figure(counts.gone)),
      line('Errors found', figure(counts.found.error)),
      line('Warnings found', figure(counts.found.warning)),
      line('Advice given', figure(counts.found.advice)),
    ],
    together: { lines: '', columns: '' },
  };
}
