import { lastHeardWords, type PlanMeasure } from '../collation';
import { indicatorsByLevel } from '../figures';
import type { Framework } from '../framework';
import type { Coverage, IndicatorCoverage } from '../mapping';
import { count, type FormatRule, NOTHING, type PlanCell, type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import { counted, directorateWords, grouped } from '../wording';
import { BAD, countColumn, GOOD, headingLook, STILL, textColumn, UNSURE, workedOutColumn } from './council-look';
import { type FigureBlock, figurePiece } from './figure-block';
import type { FirstCharts, ExistingSheet } from './placed-again';
import { placePieces } from './place-pieces';
import { type PlanSubject, runStamp } from './plan-subject';
import type { SheetPiece } from './sheet-piece';
import { textPiece, titlePiece } from './text-piece';

export const LOGFRAME_COVERAGE = 'Logframe coverage';
export const LOGFRAME_COVERAGE_TABLE = 'LogframeCoverage';

/** The levels' names lie in the widest column, their figures in the narrow ones to its right. Zero-based. */
const LEVELS_LEFT = 2;

/** The chart's right edge followed the directorates; its left and its rows were always these. */
const FIRST_CHARTS: FirstCharts = { IndicatorsByLevel: 'J4:N19' };

/** Key of a directorate's column; its name may be any words. */
const columnKey = (directorate: string | null): string => `directorate ${directorate ?? ''}`;

/**
 * A column for each directorate, and one for those that are not known where there are any: for the screen, since there may be many and the
 * Refs say on paper whose the actions are.
 */
export function coverageColumns({ directorates }: Pick<Framework, 'directorates'>, hasUnknown: boolean): PlanColumn[] {
  const names = [...directorates.map(({ name }): string | null => name), ...(hasUnknown ? [null] : [])];
  const served = { align: 'right', format: 'General', offPaper: true } as const;
  return [
    textColumn('id', 'Indicator', 10, { wrap: false }),
    workedOutColumn('level', 'Level', 14),
    workedOutColumn('text', 'Objectively verifiable indicator', 37),
    workedOutColumn('status', 'Logframe status', 10),
    workedOutColumn('standing', 'Served', 10),
    countColumn('confirmed', 'Actions', 8),
    countColumn('measures', 'Measures', 10),
    countColumn('suggested', 'Suggested', 11),
    workedOutColumn('refs', 'Written or confirmed by', 13),
    workedOutColumn('progress', 'Measures and their progress', 21),
    workedOutColumn('suggestedRefs', 'Suggested for', 14),
    textColumn('notes', 'Notes', 13, { owner: 'user' }),
    ...names.map((name) => workedOutColumn(columnKey(name), name ?? 'Not known', 11, served)),
  ];
}

/**
 * Level by level with a chart, then indicator by indicator and directorate by directorate: what is confirmed, what is only suggested, and
 * what nothing serves; work in progress is shown separately.
 */
export function logframeCoverage(subject: PlanSubject, existing: ExistingSheet | null): SheetPlan {
  const { framework, register, figures } = subject;
  const { coverage } = figures;
  const columns = coverageColumns(
    framework,
    register.actions.some(({ action }) => action.directorate === null),
  );
  const last = columns.length - 1;
  const pieces = [titlePiece(LOGFRAME_COVERAGE, [runStamp(subject)], last), figurePiece(levelBlock(coverage)), notePiece(coverage)];
  const placed = placePieces(pieces, {
    // The notes are the user's, and what is behind them is not printed.
    widths: { widthOf: (column) => columns[column]?.width ?? 0, lastColumn: columns.findIndex(({ key }) => key === 'notes') - 1 },
    existing,
    firstCharts: FIRST_CHARTS,
  });
  const table = placed.below;
  return {
    name: LOGFRAME_COVERAGE,
    visibility: 'visible',
    tabColour: '#0B5A2B',
    blocks: placed.blocks,
    table: {
      name: LOGFRAME_COVERAGE_TABLE,
      at: { row: table, column: 0 },
      columns,
      rows: coverage.indicators.map((one) => rowOf(one, subject)),
      refresh: { how: 'keep', keyColumn: 'id', gone: { column: 'standing', cell: text('no longer in the logframe') } },
      banded: true,
      style: 'TableStyleLight9',
    },
    widths: {},
    merges: [],
    looks: [...placed.looks, headingLook(table, 0, last)],
    dropDowns: [],
    rules: rulesFor(columns, table),
    charts: placed.charts,
    freeze: { rows: 2, columns: 1 },
    print: {
      orientation: 'landscape',
      paper: 'A4',
      pages: 'one wide',
      lastColumn: null,
      titleRows: { top: table, bottom: table },
      footer: `${LOGFRAME_COVERAGE}, page &P of &N`,
    },
    gridlines: false,
  };
}

function levelBlock(coverage: Coverage): FigureBlock {
  return {
    title: 'Indicators by level',
    tally: indicatorsByLevel(coverage, 'apart'),
    headings: { where: 'under', names: 'Level' },
    hasTotal: true,
    notes: [],
    chart: {
      name: 'IndicatorsByLevel',
      kind: 'bar stacked',
      title: 'Indicators by level and how they are served',
      valueTitle: 'Indicators',
      lastColumn: 'left out',
    },
    left: LEVELS_LEFT,
    roomForLines: 0,
  };
}

/** What the table's rows do not say of themselves: the actions. */
function notePiece({ servingNone, undecided, unknown }: Coverage): SheetPiece {
  const title = 'Actions that serve none';
  // The Refs stand in the widest column and wrap there: a line that runs on would widen the printed page.
  const refsLine = (words: string, refs: readonly string[]): PlanCell[] => [
    text(words),
    NOTHING,
    text([grouped(refs.length), ...(refs.length === 0 ? [] : [refs.join(', ')])].join(': ')),
  ];
  const cells = [
    refsLine(title, servingNone),
    refsLine('Suggestions only, to decide', undecided),
    unknown.length === 0
      ? [NOTHING, NOTHING, NOTHING]
      : refsLine(
          'Indicators not in the logframe',
          unknown.map(({ ref, id }) => `${ref}: ${id}`),
        ),
  ];
  return {
    ...textPiece(title, cells),
    looks: (_drawn, { row }) => [
      { area: { top: row, bottom: row + 2, left: 0, right: 0 }, look: { wrap: false, align: 'left', bold: true } },
      { area: { top: row, bottom: row + 2, left: LEVELS_LEFT, right: LEVELS_LEFT }, look: { wrap: true, vertical: 'top' } },
    ],
  };
}

function rowOf(
  { indicator, confirmed, suggested, measures, directorates, state }: IndicatorCoverage,
  { framework, lines }: PlanSubject,
): PlanRow {
  const level = framework.levels.find(({ id }) => id === indicator.level);
  const served = new Map(directorates.map((one) => [columnKey(one.directorate), servedCell(one)]));
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
      measures: count(measures.length),
      suggested: count(suggested.length),
      ...Object.fromEntries(names.map((name) => [columnKey(name), served.get(columnKey(name)) ?? NOTHING])),
      refs: text(confirmed.join(', ')),
      progress: text(
        lines.measures
          .filter(({ ref }) => measures.includes(ref))
          .map(measureWords)
          .join('\n'),
      ),
      suggestedRefs: text(suggested.join(', ')),
    },
  };
}

/** "2", "1 suggested", "2, 1 measure, 1 suggested". */
function servedCell({ confirmed, measures, suggested }: IndicatorCoverage['directorates'][number]): PlanCell {
  if (suggested.length + measures.length === 0) return count(confirmed.length);
  const parts = [
    confirmed.length === 0 ? '' : String(confirmed.length),
    measures.length === 0 ? '' : counted(measures.length, 'measure'),
    suggested.length === 0 ? '' : `${String(suggested.length)} suggested`,
  ];
  return text(parts.filter((part) => part !== '').join(', '));
}

/** "Public Health, by 2027 (GET-M3): 40 of 60 schools": whose measure it is, when it is due, and how it stands. */
function measureWords({ ref, line, lastHeard }: PlanMeasure): string {
  const whose = [directorateWords(line), line.timescale.text, lastHeard === null ? '' : lastHeardWords(lastHeard)];
  return `${whose.filter((part) => part !== '').join(', ')} (${ref}): ${line.progress === '' ? 'no progress given' : line.progress}`;
}

function standingOf(state: IndicatorCoverage['state'], status: string): string {
  if (state === 'confirmed') return 'served';
  if (state === 'suggested') return 'suggested only';
  return status === 'work in progress' ? 'by nobody yet' : 'by nobody';
}

/** @param table zero-based row of the table's headings. */
function rulesFor(columns: readonly PlanColumn[], table: number): FormatRule[] {
  const area = (from: number, to: number): FormatRule['area'] => ({ top: table + 1, bottom: table + 500, left: from, right: to });
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
