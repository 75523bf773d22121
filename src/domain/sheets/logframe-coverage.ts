import { coverageOf, type Coverage, type IndicatorCoverage, type MappedAction } from '../mapping';
import type { Framework } from '../framework';
import {
  count,
  type FormatRule,
  type LookArea,
  NOTHING,
  type PlanBlock,
  type PlanCell,
  type PlanColumn,
  type PlanRow,
  type SheetPlan,
  text,
} from '../workbook';
import { BAD, countColumn, GOOD, headingLook, sectionLook, STILL, textColumn, titleLooks, UNSURE } from './council-look';
import { type PlanSubject, runStamp } from './plan-subject';

export const LOGFRAME_COVERAGE = 'Logframe coverage';
export const LOGFRAME_COVERAGE_TABLE = 'LogframeCoverage';

/** Zero-based rows. The levels have a fixed place with room for twelve, so that the chart's source never moves and the table stays below. */
const LEVELS = 3;
const ROOM = 12;
const NOTES = LEVELS + ROOM + 4;
const TABLE = NOTES + 4;
/** The levels' names lie in the widest column, their figures in the narrow ones to its right. */
const LEVELS_LEFT = 2;
const LEVEL_HEADINGS = ['Level', 'Served', 'Suggested only', 'By nobody', 'By nobody, work in progress', 'Indicators'];
/** The chart begins beside the levels' figures. */
const CHART_LEFT = LEVELS_LEFT + LEVEL_HEADINGS.length + 1;

/** Key of a directorate's column; its name may be any words. */
const columnKey = (directorate: string | null): string => `directorate ${directorate ?? ''}`;

function columnsFor(framework: Framework, hasUnknown: boolean): PlanColumn[] {
  const names = [...framework.directorates.map(({ name }): string | null => name), ...(hasUnknown ? [null] : [])];
  return [
    textColumn('id', 'Indicator', 10, { wrap: false }),
    textColumn('level', 'Level', 22),
    textColumn('text', 'Objectively verifiable indicator', 56),
    textColumn('status', 'Logframe status', 15),
    textColumn('standing', 'Served', 15),
    countColumn('confirmed', 'Actions', 12),
    countColumn('suggested', 'Suggested', 12),
    ...names.map((name) => textColumn(columnKey(name), name ?? 'Not known', 12, { align: 'right', format: 'General' })),
    textColumn('refs', 'Written or confirmed by', 24),
    textColumn('suggestedRefs', 'Suggested for', 28),
    textColumn('notes', 'Notes', 28, { owner: 'user' }),
  ];
}

/**
 * Level by level with a chart, then indicator by indicator and directorate by directorate: what is confirmed, what is only suggested, and
 * what nobody serves; work in progress is told apart.
 */
export function logframeCoverage(subject: PlanSubject): SheetPlan {
  const { framework, register } = subject;
  const actions = register.actions.map(({ ref, action, indicators }): MappedAction => {
    return { ref, directorate: action.directorate, indicators };
  });
  const coverage = coverageOf(actions, framework);
  const columns = columnsFor(
    framework,
    actions.some(({ directorate }) => directorate === null),
  );
  const last = columns.length - 1;
  const levels = Math.min(coverage.levels.length, ROOM);
  const chartRight = Math.max(last - 1, CHART_LEFT + 4);
  return {
    name: LOGFRAME_COVERAGE,
    visibility: 'visible',
    tabColour: '#0B5A2B',
    blocks: [
      { at: { row: 0, column: 0 }, cells: [[text(LOGFRAME_COVERAGE)], [text(runStamp(subject))]] },
      levelBlock(coverage),
      noteBlock(coverage),
    ],
    table: {
      name: LOGFRAME_COVERAGE_TABLE,
      at: { row: TABLE, column: 0 },
      columns,
      rows: coverage.indicators.map((one) => rowOf(one, framework)),
      refresh: { how: 'keep', keyColumn: 'id', gone: { column: 'standing', cell: text('no longer in the logframe') } },
      banded: true,
      style: 'TableStyleLight9',
    },
    widths: {},
    merges: [],
    looks: looksOf(last, levels),
    dropDowns: [],
    rules: rulesFor(columns),
    charts: [
      {
        name: 'IndicatorsByLevel',
        kind: 'bar stacked',
        title: 'Indicators by level and how they are served',
        source: { top: LEVELS + 1, bottom: LEVELS + 1 + levels, left: LEVELS_LEFT, right: LEVELS_LEFT + 4 },
        over: { top: LEVELS, bottom: NOTES - 1, left: CHART_LEFT, right: chartRight },
        valueTitle: 'Indicators',
      },
    ],
    freeze: { rows: 2, columns: 1 },
    print: {
      orientation: 'landscape',
      paper: 'A3',
      titleRows: { top: TABLE, bottom: TABLE },
      footer: `${LOGFRAME_COVERAGE}, page &P of &N`,
    },
    gridlines: false,
  };
}

/** Padded to its room, so that a shorter logframe clears a longer one before it. */
function levelBlock({ levels }: Coverage): PlanBlock {
  const shown = levels.slice(0, ROOM);
  const blank = LEVEL_HEADINGS.map(() => NOTHING);
  const figuresOf = (level: Coverage['levels'][number]): number[] => {
    return [level.confirmed, level.suggested, level.unserved, level.unservedInProgress, level.indicators];
  };
  const totals = LEVEL_HEADINGS.slice(1).map((_, at) => count(shown.reduce((sum, level) => sum + (figuresOf(level)[at] ?? 0), 0)));
  return {
    at: { row: LEVELS, column: LEVELS_LEFT },
    cells: [
      [text('Indicators by level'), ...blank.slice(1)],
      LEVEL_HEADINGS.map(text),
      ...shown.map((level) => [text(`${level.level} ${level.title}`), ...figuresOf(level).map(count)]),
      [text('Total'), ...totals],
      ...Array.from({ length: ROOM - shown.length }, () => blank),
    ],
  };
}

/** What the table's rows do not say of themselves: the actions. */
function noteBlock({ servingNone, undecided, unknown }: Coverage): PlanBlock {
  // The Refs stand in the widest column and wrap there: a line that runs on would widen the printed page.
  const listed = (words: string, refs: readonly string[]): PlanCell[] => [
    text(words),
    NOTHING,
    text([String(refs.length), ...(refs.length === 0 ? [] : [refs.join(', ')])].join(': ')),
  ];
  return {
    at: { row: NOTES, column: 0 },
    cells: [
      listed('Actions that serve none', servingNone),
      listed('Suggestions only, to decide', undecided),
      unknown.length === 0
        ? [NOTHING, NOTHING, NOTHING]
        : listed(
            'Indicators not in the logframe',
            unknown.map(({ ref, id }) => `${ref}: ${id}`),
          ),
    ],
  };
}

function rowOf({ indicator, confirmed, suggested, directorates, state }: IndicatorCoverage, framework: Framework): PlanRow {
  const level = framework.levels.find(({ id }) => id === indicator.level);
  const served = new Map(directorates.map((one) => [columnKey(one.directorate), servedCell(one.confirmed.length, one.suggested.length)]));
  const names = [...framework.directorates.map(({ name }): string | null => name), null];
  return {
    key: indicator.id,
    cells: {
      id: text(indicator.id),
      level: text(level === undefined ? indicator.level : `${level.id} ${level.title}`),
      text: text(indicator.text),
      status: text(indicator.status),
      standing: text(standingOf(state, indicator.status)),
      confirmed: count(confirmed.length),
      suggested: count(suggested.length),
      ...Object.fromEntries(names.map((name) => [columnKey(name), served.get(columnKey(name)) ?? NOTHING])),
      refs: text(confirmed.join(', ')),
      suggestedRefs: text(suggested.join(', ')),
    },
  };
}

/** "2", "1 suggested", "2, 1 suggested". */
function servedCell(confirmed: number, suggested: number): PlanCell {
  if (suggested === 0) return count(confirmed);
  return text(`${confirmed === 0 ? '' : `${String(confirmed)}, `}${String(suggested)} suggested`);
}

function standingOf(state: IndicatorCoverage['state'], status: string): string {
  if (state === 'confirmed') return 'served';
  if (state === 'suggested') return 'suggested only';
  return status === 'work in progress' ? 'by nobody yet' : 'by nobody';
}

function rulesFor(columns: readonly PlanColumn[]): FormatRule[] {
  const area = (from: number, to: number): FormatRule['area'] => ({ top: TABLE + 1, bottom: TABLE + 500, left: from, right: to });
  const standing = columns.findIndex(({ key }) => key === 'standing');
  const first = columns.findIndex(({ key }) => key.startsWith('directorate '));
  const lastDirectorate = columns.findLastIndex(({ key }) => key.startsWith('directorate '));
  const rule = (cellIs: string, look: FormatRule['look']): FormatRule => ({ area: area(standing, standing), when: { cellIs }, look });
  return [
    rule('served', GOOD),
    rule('suggested only', UNSURE),
    rule('by nobody', BAD),
    rule('by nobody yet', STILL),
    { area: area(first, lastDirectorate), when: { contains: 'suggested' }, look: UNSURE },
  ];
}

function looksOf(last: number, levels: number): LookArea[] {
  const right = LEVELS_LEFT + LEVEL_HEADINGS.length - 1;
  const rows = (top: number, bottom: number): LookArea['area'] => ({ top, bottom, left: LEVELS_LEFT, right });
  return [
    ...titleLooks(last),
    sectionLook(LEVELS, LEVELS_LEFT, right),
    headingLook(LEVELS + 1, LEVELS_LEFT, right),
    { area: rows(LEVELS + 2, LEVELS + 2 + levels), look: { border: 'thin', wrap: false, vertical: 'middle' } },
    { area: { ...rows(LEVELS + 1, LEVELS + 2 + levels), left: LEVELS_LEFT + 1 }, look: { align: 'right' } },
    { area: rows(LEVELS + 2 + levels, LEVELS + 2 + levels), look: { bold: true } },
    { area: { top: NOTES, bottom: NOTES + 2, left: 0, right: 0 }, look: { wrap: false, align: 'left', bold: true } },
    { area: { top: NOTES, bottom: NOTES + 2, left: LEVELS_LEFT, right: LEVELS_LEFT }, look: { wrap: true, vertical: 'top' } },
    headingLook(TABLE, 0, last),
  ];
}
