import type { Framework, Indicator } from '../framework';
import type { CollatedAction } from '../collation';
import { count, text } from './cell-content';
import { BAD, countColumn, GOOD, HEADING_ROW, headingLook, STILL, textColumn, titleLooks, UNSURE } from './council-look';
import { type PlanSubject, runStamp } from './plan-subject';
import type { PlanColumn, PlanRow, SheetPlan } from './sheet-plan';

export const LOGFRAME_COVERAGE = 'Logframe coverage';

const COLUMNS: readonly PlanColumn[] = [
  textColumn('id', 'Indicator', 10, { wrap: false }),
  textColumn('level', 'Level', 26),
  textColumn('text', 'Objectively verifiable indicator', 60),
  textColumn('status', 'Logframe status', 14),
  textColumn('standing', 'Served', 14),
  countColumn('confirmed', 'Actions', 9),
  textColumn('refs', 'Written or confirmed by', 26),
  countColumn('suggested', 'Suggested', 10),
  textColumn('suggestedRefs', 'Suggested for', 30),
  textColumn('directorates', 'Directorates', 26),
  textColumn('notes', 'Notes', 30, { owner: 'user' }),
];

/** Indicator by indicator: who serves it, what is only suggested, and what nobody serves; work in progress is told apart. */
export function logframeCoverage(subject: PlanSubject): SheetPlan {
  const last = COLUMNS.length - 1;
  const served = servedBy(subject.register.actions);
  const standing = { top: HEADING_ROW + 1, bottom: HEADING_ROW + 500, left: 4, right: 4 };
  return {
    name: LOGFRAME_COVERAGE,
    visibility: 'visible',
    tabColour: '#0B5A2B',
    blocks: [{ at: { row: 0, column: 0 }, cells: [[text(LOGFRAME_COVERAGE)], [text(runStamp(subject))]] }],
    table: {
      name: 'LogframeCoverage',
      at: { row: HEADING_ROW, column: 0 },
      columns: COLUMNS,
      rows: subject.framework.indicators.map((indicator) => rowOf(indicator, subject.framework, served)),
      refresh: { how: 'keep', keyColumn: 'id', gone: { column: 'standing', cell: text('no longer in the logframe') } },
      banded: true,
      style: 'TableStyleLight9',
    },
    widths: {},
    merges: [],
    looks: [...titleLooks(last), headingLook(HEADING_ROW, 0, last)],
    dropDowns: [],
    rules: [
      { area: standing, when: { cellIs: 'served' }, look: GOOD },
      { area: standing, when: { cellIs: 'suggested only' }, look: UNSURE },
      { area: standing, when: { cellIs: 'by nobody' }, look: BAD },
      { area: standing, when: { cellIs: 'by nobody yet' }, look: STILL },
    ],
    charts: [],
    freeze: { rows: HEADING_ROW + 1, columns: 1 },
    print: {
      orientation: 'landscape',
      paper: 'A3',
      titleRows: { top: HEADING_ROW, bottom: HEADING_ROW },
      footer: `${LOGFRAME_COVERAGE}, page &P of &N`,
    },
    gridlines: false,
  };
}

interface Served {
  readonly sure: CollatedAction[];
  readonly suggested: CollatedAction[];
}

function servedBy(actions: readonly CollatedAction[]): Map<string, Served> {
  const served = new Map<string, Served>();
  for (const action of actions) {
    for (const { id, state } of action.indicators) {
      const one = served.get(id) ?? { sure: [], suggested: [] };
      (state === 'suggested' ? one.suggested : one.sure).push(action);
      served.set(id, one);
    }
  }
  return served;
}

function rowOf(indicator: Indicator, framework: Framework, served: ReadonlyMap<string, Served>): PlanRow {
  const { sure, suggested } = served.get(indicator.id) ?? { sure: [], suggested: [] };
  const level = framework.levels.find(({ id }) => id === indicator.level);
  const directorates = new Set([...sure, ...suggested].map(({ action }) => action.directorate ?? action.directorateText));
  return {
    key: indicator.id,
    cells: {
      id: text(indicator.id),
      level: text(level === undefined ? indicator.level : `${level.id} ${level.title}`),
      text: text(indicator.text),
      status: text(indicator.status),
      standing: text(standingOf(indicator, sure.length, suggested.length)),
      confirmed: count(sure.length),
      refs: text(sure.map(({ ref }) => ref).join(', ')),
      suggested: count(suggested.length),
      suggestedRefs: text(suggested.map(({ ref }) => ref).join(', ')),
      directorates: text([...directorates].join(', ')),
    },
  };
}

function standingOf(indicator: Indicator, sure: number, suggested: number): string {
  if (sure > 0) return 'served';
  if (suggested > 0) return 'suggested only';
  return indicator.status === 'work in progress' ? 'by nobody yet' : 'by nobody';
}
