import fc from 'fast-check';
import { FileWorkbook, fileSubmissions } from '../../../src/adapters/files';
import {
  answerRequests,
  type CollationDryRun,
  documentSubjectOf,
  type PlanJson,
  planJsonOf,
  readSource,
  readState,
} from '../../../src/application';
import { collate, prepareWrite } from './at-once';
import { summaryLines } from '../../../src/cli/summary-lines';
import { type DocumentTable, progressDocument } from '../../../src/domain/documents';
import type { Framework } from '../../../src/domain/framework';
import { cellAt, type SheetGrid } from '../../../src/domain/grid';
import { blockOn, columnOf, placeOf } from '../../domain/figures/block-on-sheet';
import { frameworkOf, sizes } from '../../domain/figures/random-plan';
import { applyToBook, editsOf } from '../../domain/workbook/apply-to-grid';

const TODAY = { year: 2025, month: 9, day: 30 };
const PLAN_DATE = { year: 2025, month: 1, day: 30 };
const HEADINGS = 'Directorate,What we have committed to,Led by,Timescale,Measure,Shared Outcome,Status';

/** A row as somebody sends it: a directorate beyond the framework's is one that it does not know, 0 is none. */
const sentRow = fc.record({
  directorate: fc.integer({ min: 0, max: 42 }),
  outcome: fc.integer({ min: 0, max: 16 }),
  timescale: fc.constantFrom('March 2024', 'Ongoing', 'soon', '', 'June 2026', '2026-2028'),
  status: fc.constantFrom('', 'on track', 'Delayed', 'parked'),
});
const sentRows = fc.array(sentRow, { minLength: 1, maxLength: 40 });

const csvOf = (rows: readonly { directorate: number; outcome: number; timescale: string; status: string }[]): string =>
  [
    HEADINGS,
    ...rows.map(({ directorate, outcome, timescale, status }, index) => {
      const name = directorate === 0 ? '' : `Directorate ${String(directorate)}`;
      return `${name},Commit to thing ${String(index)},Jo Brown,${timescale},200 people a year,${outcome === 0 ? '' : `SO${String(outcome)}`},${status}`;
    }),
  ].join('\n');

interface Said {
  readonly summary: SheetGrid;
  readonly progress: SheetGrid;
  readonly counts: PlanJson['counts'];
  readonly lines: readonly string[];
  readonly paper: readonly DocumentTable[];
  readonly dryRun: CollationDryRun;
}

/** What every place says of one plan: its sheets, plan.json, the command line, the paper and the pane before it writes. */
async function saidOf(csv: string, framework: Framework): Promise<Said> {
  const bytes = (): Uint8Array => new TextEncoder().encode(csv);
  const source = readSource('sent.csv', await fileSubmissions.open('sent.csv', bytes()), { framework, includeHidden: false });
  const empty = { name: '', sheets: [] };
  const collated = collate([source], readState(empty), { framework, planDate: PLAN_DATE, asOf: TODAY, take: 'newest' });
  const prepared = prepareWrite(collated, empty, () => null, 'run');
  const book = applyToBook(empty, editsOf(prepared.stages.flat()));
  const sheetNamed = (name: string): SheetGrid => {
    const sheet = book.sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`No sheet ${name}`);
    return sheet;
  };
  const requests = answerRequests({
    workbook: await FileWorkbook.create('plan.xlsx'),
    submissions: fileSubmissions,
    framework,
    now: () => ({ date: TODAY, time: '14:02' }),
    newRunId: () => 'run',
    pause: () => Promise.resolve(),
  });
  const dryRun = await requests.planCollation(
    [{ name: 'sent.csv', bytes: () => Promise.resolve(bytes()) }],
    new AbortController().signal,
    () => undefined,
    { sheets: [], since: null, versions: [], judgements: [], leaveOut: [], settled: [], copies: [], copyAnswers: [] },
  );
  return {
    summary: sheetNamed('Council summary'),
    progress: sheetNamed('Progress update'),
    counts: planJsonOf(collated, prepared.kept).counts,
    lines: summaryLines(collated, prepared),
    paper: progressDocument(documentSubjectOf(collated, empty)).blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
    dryRun,
  };
}

const headline = (sheet: SheetGrid, name: string): number =>
  Number(cellAt(sheet, { ...placeOf(sheet, name), column: 1 }).text.replace(/ of \d+$/, ''));

function checkSaid({ summary, progress, counts, lines, paper, dryRun }: Said): void {
  const [first = ''] = lines;
  const [actions = '', services = ''] = first.match(/\d+/g) ?? [];
  const byDirectorate = blockOn(summary, 'Actions by directorate and shared outcome');
  expect({
    json: counts.actions,
    commandLine: Number(actions),
    pane: dryRun.actions,
    paneLines: dryRun.byDirectorate.reduce((sum, line) => sum + line.actions, 0),
    total: columnOf(byDirectorate, 'Actions').total?.now,
  }).toEqual(allOf(headline(summary, 'Actions and listed services'), ['json', 'commandLine', 'pane', 'paneLines', 'total']));
  expect([counts.services, Number(services)]).toEqual([headline(summary, '  of which listed services'), counts.services]);
  expect([counts.themes, counts.gone]).toEqual([headline(summary, 'Themes'), headline(summary, 'No longer sent')]);
  const found = [headline(summary, 'Errors found'), headline(summary, 'Warnings found'), headline(summary, 'Advice given')];
  expect([counts.errors, counts.warnings, counts.advice]).toEqual(found);
  expect([dryRun.remaining.errors, dryRun.remaining.warnings, dryRun.remaining.advice]).toEqual(found);
  expect(lines.at(-1)?.match(/\d+/g)?.map(Number)).toEqual(found);

  // The pane leaves out lines without an action; all others are those of the sheet.
  const onSheet = byDirectorate.lines.map(({ name, figures }) => ({ directorate: name, actions: figures.at(-1)?.now ?? NaN }));
  expect(dryRun.byDirectorate).toEqual(onSheet.filter((line) => line.actions > 0));

  const titles = ['Headline figures', 'Status of all actions', 'Status by shared outcome', 'Status by directorate'];
  titles.forEach((title, index) => {
    const { row, column } = placeOf(progress, title);
    const rows = (paper[index]?.rows ?? []).flatMap((one) => (one.kind === 'cells' ? [one.cells] : []));
    const from = row + (index === 0 ? 1 : 2);
    const cells = rows.map((one, down) =>
      one.map((_, across) => String(cellAt(progress, { row: from + down, column: column + across }).value ?? '')),
    );
    expect([title, rows]).toEqual([title, cells]);
  });
}

const allOf = (value: number, keys: readonly string[]): Record<string, number> => Object.fromEntries(keys.map((key) => [key, value]));

test('sheets, paper, plan.json, command line and pane say the same figures', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, sentRows, async (size, rows) => {
      checkSaid(await saidOf(csvOf(rows), frameworkOf({ ...size, levels: Math.max(1, size.levels) })));
    }),
    { numRuns: 12, seed: 20_250_130 },
  );
});

test('so they do for 25 directorates with one action each', async () => {
  const rows = Array.from({ length: 25 }, (_, index) => ({
    directorate: index + 1,
    outcome: (index % 12) + 1,
    timescale: 'June 2026',
    status: 'on track',
  }));
  const said = await saidOf(csvOf(rows), frameworkOf({ directorates: 25, outcomes: 12, levels: 8, statuses: 6 }));
  checkSaid(said);
  expect(said.lines[0]).toBe('25 actions (0 listed services among them) in 1 table of 25 directorates.');
  expect(said.dryRun.byDirectorate).toHaveLength(25);
});
