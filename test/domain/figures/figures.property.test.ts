import fc from 'fast-check';
import { areaA1, areaHolds, areasOverlap, type BookGrid, type SheetGrid } from '../../../src/domain/grid';
import { planSheets, type PlanSubject } from '../../../src/domain/sheets';
import { type PlanChart, reconcile, type SheetPlan, type WrittenSheet } from '../../../src/domain/workbook';
import { DIRECTORATE_NOT_KNOWN } from '../../../src/domain/wording';
import { applyToBook, editsOf } from '../workbook/apply-to-grid';
import { blockOn, columnOf, namesIn, sumNow, sumThen } from './block-on-sheet';
import { firstChartAreas, laidOutAtFirst } from './laid-out-at-0-1-0';
import { frameworkOf, plans, sizes, subjectOf } from './random-plan';

/** Runs enough to meet every kind of plan; LAYOUT_RUNS asks for more. */
const RUNS = { numRuns: Number(process.env.LAYOUT_RUNS ?? 25), seed: 20_250_130 };

const FIGURE_SHEETS = ['Council summary', 'Progress update', 'Logframe coverage'];

interface Written {
  readonly book: BookGrid;
  readonly written: readonly WrittenSheet[];
  /** By sheet: the charts that were laid out when it was made. */
  readonly charts: ReadonlyMap<string, readonly PlanChart[]>;
}

const EMPTY: Written = { book: { name: '', sheets: [] }, written: [], charts: new Map() };

/** A run over a workbook, as `prepareWrite` does it. `made` alters the plan of a new sheet. */
function write(subject: PlanSubject, before: Written, made: (plan: SheetPlan) => SheetPlan = (plan) => plan): Written {
  return planSheets([], before.book, before.written)
    .filter(({ name }) => FIGURE_SHEETS.includes(name))
    .reduce((done: Written, sheet): Written => {
      const planned = sheet.plan(subject);
      const last = before.written.find((one) => one.plan === planned.name) ?? null;
      const plan = last === null ? made(planned) : planned;
      const outcome = reconcile(plan, before.book, last);
      expect(outcome.obstacles).toEqual([]);
      return {
        book: applyToBook(done.book, editsOf(outcome.changes)),
        written: [...done.written.filter((one) => one.plan !== plan.name), outcome.written],
        charts: new Map([...done.charts, ...(last === null ? [[plan.name, plan.charts] as const] : [])]),
      };
    }, before);
}

function sheetIn({ book }: Written, name: string): SheetGrid {
  const sheet = book.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
}

/** Every block says the same as the headline above it, and nobody and nothing is left out of it. */
function checkFigures(subject: PlanSubject, written: Written): void {
  const { framework, register, figures } = subject;
  const summary = sheetIn(written, 'Council summary');
  const headline = (name: string): number => {
    const row = [...summary.rows].find(([, cells]) => cells.get(0)?.value === name);
    return Number(String(row?.[1].get(1)?.value ?? 'NaN').replace(/ of \d+$/, ''));
  };
  const actions = headline('Actions and listed services');
  expect(actions).toBe(register.actions.length);
  expect(headline('Errors found') + headline('Warnings found') + headline('Advice given')).toBe(subject.findings.length);

  const named = register.actions.map(({ action }) => action.directorate ?? action.directorateText).filter((name) => name !== '');
  const others = new Set(named.filter((name) => !framework.directorates.some((one) => one.name === name)));
  const hasUnnamed = named.length < actions;
  const byOutcome = blockOn(summary, 'Actions by directorate and shared outcome');
  expect(columnOf(byOutcome, 'Actions').total?.now).toBe(actions);
  expect(sumNow(columnOf(byOutcome, 'Actions').lines)).toBe(actions);
  const outcomeNames = byOutcome.headings.slice(0, -1);
  const codes = new Set([
    ...framework.outcomes.map(({ code }) => code),
    ...register.actions.flatMap(({ action }) => action.outcomes.codes),
  ]);
  expect(namesIn(outcomeNames)).toBe(codes.size);
  expect(sumNow((byOutcome.total ?? []).slice(0, -1))).toBe(
    register.actions.reduce((sum, { action }) => sum + action.outcomes.codes.length, 0),
  );
  const lineNames = byOutcome.lines.map(({ name }) => name);
  expect(namesIn(lineNames.filter((name) => name !== DIRECTORATE_NOT_KNOWN))).toBe(framework.directorates.length + others.size);
  expect(lineNames.includes(DIRECTORATE_NOT_KNOWN)).toBe(hasUnnamed);
  for (const { name, figures: line } of byOutcome.lines) {
    const own = register.actions.filter(
      ({ action }) => (action.directorate ?? action.directorateText) === (name === DIRECTORATE_NOT_KNOWN ? '' : name),
    );
    if (!name.startsWith('Other ')) expect([name, line.at(-1)?.now]).toEqual([name, own.length]);
  }

  const cost = blockOn(summary, 'Cost by directorate');
  expect(columnOf(cost, 'Actions').total?.now).toBe(actions - headline('  of which listed services'));
  for (const { figures: line } of cost.lines) expect(sumNow(line.slice(0, -1))).toBe(line.at(-1)?.now);
  expect(namesIn(cost.lines.map(({ name }) => name).filter((name) => name !== DIRECTORATE_NOT_KNOWN))).toBe(
    framework.directorates.length + others.size,
  );

  const deadlines = blockOn(summary, 'Deadlines by financial quarter');
  expect(columnOf(deadlines, 'Actions').total?.now).toBe(headline('Actions with a due date'));
  for (const { figures: line } of deadlines.lines) expect(sumNow(line.slice(0, -1))).toBe(line.at(-1)?.now);
  expect(columnOf(deadlines, 'Overdue').total?.now).toBe(headline('  of which overdue'));

  const levels = blockOn(summary, 'Indicators of the logframe by level');
  expect(columnOf(levels, 'Indicators').total?.now).toBe(framework.indicators.length);
  expect(columnOf(levels, 'Served').total?.now).toBe(headline('Indicators served, written or confirmed'));
  expect(columnOf(levels, 'Suggested only').total?.now).toBe(headline('Indicators only suggested'));
  expect(namesIn(levels.lines.map(({ name }) => name))).toBe(framework.levels.length);
  const coverage = blockOn(sheetIn(written, 'Logframe coverage'), 'Indicators by level');
  expect(coverage.total?.map(({ now }) => now).at(-1)).toBe(framework.indicators.length);
  expect(coverage.lines.map(({ name }) => name)).toEqual(
    levels.lines.length === coverage.lines.length ? levels.lines.map(({ name }) => name) : expect.anything(),
  );

  checkProgress(subject, written, { actions: actions - headline('  of which listed services'), overdue: headline('  of which overdue') });
  expect(figures.counts.byDirectorate.reduce((sum, line) => sum + line.actions, 0)).toBe(actions);
}

function checkProgress({ framework, progress }: PlanSubject, written: Written, headline: { actions: number; overdue: number }): void {
  const sheet = sheetIn(written, 'Progress update');
  const headlines = blockOn(sheet, 'Headline figures', 1);
  const ofHeadline = (name: string): number => headlines.lines.find((line) => line.name === name)?.figures[0]?.now ?? NaN;
  const thenOf = (name: string): number => headlines.lines.find((line) => line.name === name)?.figures[1]?.now ?? NaN;
  expect(ofHeadline('Actions')).toBe(headline.actions);
  expect(ofHeadline('Overdue')).toBe(headline.overdue);
  const statuses = blockOn(sheet, 'Status of all actions');
  expect(sumNow(statuses.lines.map(({ figures }) => figures[0] ?? { now: NaN, then: null }))).toBe(headline.actions);
  if (progress.lastQuarter !== null) expect(sumNow(statuses.lines.flatMap(({ figures }) => figures[1] ?? []))).toBe(thenOf('Actions'));
  expect(statuses.lines.length).toBeGreaterThanOrEqual(2);
  const byDirectorate = blockOn(sheet, 'Status by directorate');
  expect(sumNow(columnOf(byDirectorate, 'Actions').lines)).toBe(headline.actions);
  expect(sumNow(columnOf(byDirectorate, 'Overdue').lines)).toBe(headline.overdue);
  if (progress.lastQuarter !== null) {
    expect(sumThen(columnOf(byDirectorate, 'Actions').lines)).toBe(thenOf('Actions'));
    expect(sumNow(columnOf(byDirectorate, 'Slipped').lines)).toBe(ofHeadline('Slipped since last quarter'));
  }
  const names = byDirectorate.lines.map(({ name }) => name).filter((name) => name !== DIRECTORATE_NOT_KNOWN);
  expect(namesIn(names)).toBeGreaterThanOrEqual(framework.directorates.length);
  const byOutcome = blockOn(sheet, 'Status by shared outcome');
  expect(namesIn(byOutcome.lines.map(({ name }) => name).filter((name) => name !== 'No shared outcome named'))).toBeGreaterThanOrEqual(
    framework.outcomes.length,
  );
  for (const block of [byDirectorate, byOutcome]) {
    const at = block.headings.indexOf('Actions');
    for (const { name, figures } of block.lines) expect([name, sumNow(figures.slice(0, at))]).toEqual([name, figures[at]?.now]);
  }
}

/** No chart lies over a cell that holds something, over another chart or over a table. */
function checkCharts(written: Written, areas: ReadonlyMap<string, readonly PlanChart['over'][]>): void {
  for (const [name, overs] of areas) {
    const sheet = sheetIn(written, name);
    const cells = [...sheet.rows].flatMap(([row, held]) => [...held].map(([column, { value }]) => ({ row, column, value })));
    const covered = overs.flatMap((over) =>
      cells.filter((cell) => areaHolds(over, cell)).map(({ value }) => `${areaA1(over)} covers "${String(value)}"`),
    );
    const areasThere = [...overs, ...sheet.tables.map(({ area }) => area)];
    const overlapping = overs.flatMap((over, index) =>
      areasThere.slice(index + 1).flatMap((other) => (areasOverlap(over, other) ? [`${areaA1(over)} lies over ${areaA1(other)}`] : [])),
    );
    expect([name, covered, overlapping]).toEqual([name, [], []]);
  }
}

const oversOf = ({ charts }: Written): Map<string, PlanChart['over'][]> =>
  new Map([...charts].map(([name, list]) => [name, list.map(({ over }) => over)]));

const BLOCK_OF_CHART: Readonly<Record<string, { readonly title: string; readonly last: 'shown' | 'left out' }>> = {
  ActionsByOutcome: { title: 'Actions by directorate and shared outcome', last: 'left out' },
  CostByDirectorate: { title: 'Cost by directorate', last: 'left out' },
  DeadlinesByQuarter: { title: 'Deadlines by financial quarter', last: 'left out' },
  LogframeCoverage: { title: 'Indicators of the logframe by level', last: 'left out' },
  ProgressByStatus: { title: 'Status of all actions', last: 'shown' },
  IndicatorsByLevel: { title: 'Indicators by level', last: 'left out' },
};

function checkSources(written: Written): void {
  for (const [name, charts] of written.charts) {
    for (const { name: chart, source } of charts) {
      const { title, last } = BLOCK_OF_CHART[chart] ?? { title: chart, last: 'shown' };
      const block = blockOn(sheetIn(written, name), title);
      const shown = block.headings.length - (last === 'shown' ? 0 : 1);
      const expected = { top: block.top + 1, bottom: block.top + 1 + block.lines.length, left: block.left, right: block.left + shown };
      expect([chart, source]).toEqual([chart, expected]);
    }
  }
}

test('new sheets: every block adds up to the headline, and charts lie beside or below their blocks', () => {
  fc.assert(
    fc.property(sizes, plans, (size, plan) => {
      const subject = subjectOf(plan, frameworkOf(size));
      const written = write(subject, EMPTY);
      checkFigures(subject, written);
      checkCharts(written, oversOf(written));
      checkSources(written);
    }),
    RUNS,
  );
});

test('sheets refreshed under another framework stay right in the room that they have', () => {
  fc.assert(
    fc.property(sizes, sizes, plans, plans, (small, large, first, second) => {
      const one = subjectOf(first, frameworkOf(small));
      const other = subjectOf(second, frameworkOf(large));
      const made = write(one, EMPTY);
      const refreshed = write(other, made);
      checkFigures(other, refreshed);
      checkCharts(refreshed, oversOf(made));
      const again = write(one, refreshed);
      checkFigures(one, again);
      checkCharts(again, oversOf(made));
    }),
    RUNS,
  );
});

test('plans laid out by version 0.1.0 are refreshed where they stand', () => {
  fc.assert(
    fc.property(sizes, sizes, plans, plans, (before, after, first, second) => {
      const made = write(subjectOf(first, frameworkOf(before)), EMPTY, laidOutAtFirst);
      expect(made.written.map(({ charts }) => charts)).toEqual([undefined, undefined, undefined]);
      const subject = subjectOf(second, frameworkOf(after));
      const refreshed = write(subject, made);
      checkFigures(subject, refreshed);
      checkCharts(refreshed, firstChartAreas());
      const again = write(subject, refreshed);
      expect(again.book).toEqual(refreshed.book);
    }),
    RUNS,
  );
});

/** The faults that were found in version 0.1.0. */
describe('a council of 25 directorates with one action each, and 12 outcomes', () => {
  const framework = frameworkOf({ directorates: 25, outcomes: 12, levels: 12, statuses: 6 });
  const rows = Array.from({ length: 25 }, (_, index) => ({
    directorate: index + 1,
    inWords: false,
    kind: 'action' as const,
    outcomes: [(index % 12) + 1],
    status: 1,
    cost: 0,
    end: '2026-03',
    typed: {},
    indicators: [],
  }));
  const subject = subjectOf({ rows, findings: [], gone: 0, before: null }, framework);
  const written = write(subject, EMPTY);

  it('has 25 in its headline and in the total of every block', () => {
    checkFigures(subject, written);
    const summary = sheetIn(written, 'Council summary');
    for (const title of ['Actions by directorate and shared outcome', 'Cost by directorate', 'Deadlines by financial quarter'])
      expect([title, columnOf(blockOn(summary, title), 'Actions').total?.now]).toEqual([title, 25]);
  });

  it('calls nobody who is known “not known”', () => {
    for (const [sheet, title] of [
      ['Council summary', 'Actions by directorate and shared outcome'],
      ['Council summary', 'Cost by directorate'],
      ['Progress update', 'Status by directorate'],
    ] as const) {
      const names = blockOn(sheetIn(written, sheet), title).lines.map(({ name }) => name);
      expect([title, names]).toEqual([title, framework.directorates.map(({ name }) => name)]);
    }
  });

  it('leaves no outcome out, and has none under a chart', () => {
    const codes = framework.outcomes.map(({ code }) => code);
    expect(blockOn(sheetIn(written, 'Council summary'), 'Actions by directorate and shared outcome').headings.slice(0, -1)).toEqual(codes);
    const lines = blockOn(sheetIn(written, 'Progress update'), 'Status by shared outcome').lines.map(({ name }) => name);
    expect(lines.slice(0, -1)).toEqual(framework.outcomes.map(({ code, titles }) => `${code} ${titles[0] ?? ''}`));
    checkCharts(written, oversOf(written));
  });

  it('has the seven outcomes and the directorates without room in one line or column of a sheet of Kent’s size', () => {
    const kent = frameworkOf({ directorates: 8, outcomes: 6, levels: 8, statuses: 6 });
    const first = write(subjectOf({ rows: rows.slice(0, 8), findings: [], gone: 0, before: null }, kent), EMPTY, laidOutAtFirst);
    const refreshed = write(subject, first);
    const block = blockOn(sheetIn(refreshed, 'Council summary'), 'Actions by directorate and shared outcome');
    expect(block.headings).toEqual(['SO1', 'SO2', 'SO3', 'SO4', 'SO5', 'Other outcomes (7)', 'Actions']);
    expect(block.lines).toHaveLength(20);
    expect(block.lines.at(-1)?.name).toBe('Other directorates (6)');
    expect(columnOf(block, 'Actions').total?.now).toBe(25);
  });
});
