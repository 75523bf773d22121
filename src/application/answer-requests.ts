import { directoratesSeenIn } from './directorates-seen';
import type { Framework } from '../domain/framework';
import { withLogframe } from '../domain/logframe';
import { type CalendarDate, parseA1, parseIsoDate } from '../domain/grid';
import { changesInWords, optionalSheetsIn, readState, withTypedIndicators } from '../domain/sheets';
import { collate, type Collated } from './collate';
import { forgetCorrections, pointAtTable, rememberCorrection } from './correct-tables';
import { chooseFramework } from './choose-framework';
import { decide } from './decide';
import { Failure } from './failure';
import { planIndicatorColumn, writeIndicatorColumn } from './indicator-column';
import { createLiveReading } from './live-reading';
import { mapPlan } from './map-plan';
import type {
  CollationChoices,
  CollationDryRun,
  CollationResult,
  OnProgress,
  PlanRequests,
  RevealTarget,
  SheetChanges,
  SubmittedFile,
} from './plan-requests';
import type { SubmissionPort, WorkbookPort } from './ports';
import { prepareWrite, type PreparedWrite } from './prepare-write';
import { readSource, type SourceRead } from './read-sources';
import { readSubmission } from './read-submission';
import { repairCells, takeBackRepairs } from './repair-cells';
import { takeBackLastRun, writePlan } from './write-plan';
import { writeTemplate } from './write-template';

/** What the requests are answered with; the entry file joins it to a workbook, to files and to the clock. */
export interface RequestWorld {
  readonly workbook: WorkbookPort;
  readonly submissions: SubmissionPort;
  readonly framework: Framework;
  /** The local date and time: figures are judged at the date, "14:02" is shown. */
  readonly now: () => { readonly date: CalendarDate; readonly time: string };
  readonly newRunId: () => string;
}

/** Answers what the pane asks for over an open workbook. */
export function answerRequests(given: RequestWorld): PlanRequests {
  const live = createLiveReading({ ...given, dates: () => ({ planDate: planDateOf(given.framework), asOf: given.now().date }) });
  const { workbook } = live;
  const world = { ...given, workbook };
  return {
    readPlan: live.readPlan,
    recheck: live.recheck,
    repair: (findings, signal, onProgress) => repairCells(workbook, findings, { signal, onProgress }),
    takeBack: (outcomes, signal, onProgress) => takeBackRepairs(workbook, outcomes, { signal, onProgress }),
    correct: (correction) => rememberCorrection(workbook, correction),
    uncorrect: (tableId) => forgetCorrections(workbook, tableId),
    pointAtTable: (kind) => pointAtTable(workbook, kind, { framework: world.framework, includeHidden: false }),
    writeTemplate: (directorate, signal, onProgress) => writeTemplate(workbook, world.framework, directorate, { signal, onProgress }),
    reveal: (target) => reveal(workbook, target),
    planCollation: (files, signal, onProgress, choices) => planCollation(world, { files, choices }, signal, onProgress),
    writeCollation: async (dryRun, signal, onProgress) => {
      await writePlan(workbook, dryRun.prepared, { signal, onProgress });
      return resultOf(dryRun, world.now().time);
    },
    mapPlan,
    decide: (reading, choices, signal) => decide(workbook, reading, choices, { signal }),
    planIndicatorColumn: (reading, mapping) => planIndicatorColumn(workbook, reading, mapping),
    writeIndicatorColumn: (plan, signal) => writeIndicatorColumn(workbook, plan, { signal }),
    takeBackIndicatorColumn: async (written) => {
      await workbook.apply([written.takeBack]);
    },
    chooseFramework: (text) => chooseFramework(workbook, text),
    adoptLogframe: ({ mapping: { framework, logframe } }) =>
      logframe === null ? Promise.resolve(null) : chooseFramework(workbook, JSON.stringify(withLogframe(framework, logframe))),
    watch: (listener) => workbook.watch(listener),
    openJournal: async () => {
      const { journal } = readState(await workbook.readBook({ includeHidden: false }));
      return journal.state === 'open' ? { open: true, startedAt: startOf(journal.runId) } : { open: false };
    },
    mendJournal: async () => {
      await takeBackLastRun(workbook);
    },
  };
}

/** @throws Failure when the framework's date is none; its schema lets no such framework through. */
function planDateOf(framework: Framework): CalendarDate {
  const date = parseIsoDate(framework.planDate);
  if (date === null) throw new Failure('bad framework', `The framework's plan date "${framework.planDate}" is not a date.`);
  return date;
}

async function reveal(workbook: WorkbookPort, target: RevealTarget): Promise<void> {
  if (target.kind === 'table') return workbook.reveal({ sheetId: target.table.sheetId, area: target.table.area });
  if (target.kind === 'action') {
    const { sheetId, cells, row } = target.action.source;
    const place = parseA1(cells.commitment ?? '') ?? { row, column: 0 };
    return workbook.reveal({ sheetId, area: { top: place.row, bottom: place.row, left: place.column, right: place.column } });
  }
  if (target.kind === 'finding') {
    const place = parseA1(target.finding.cell) ?? { row: target.finding.row - 1, column: 0 };
    return workbook.reveal({
      sheetId: target.finding.sheetId,
      area: { top: place.row, bottom: place.row, left: place.column, right: place.column },
    });
  }
  return workbook.reveal({ sheetId: target.sheet, area: { top: 0, bottom: 0, left: 0, right: 0 } });
}

interface Submitted {
  readonly files: readonly SubmittedFile[];
  readonly choices?: CollationChoices;
}

async function planCollation(
  world: RequestWorld,
  { files, choices = { sheets: [], since: null } }: Submitted,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<CollationDryRun> {
  const { workbook, framework } = world;
  const book = await workbook.readBook({ includeHidden: true, signal, onProgress: (done) => onProgress(done * 0.5, 'this workbook') });
  const state = withTypedIndicators(readState(book), book, framework);
  const reading = { framework, includeHidden: false, ownSheets: state.written.map(({ name }) => name) };
  const own = readSource('', book, reading);
  const sent: SourceRead[] = [];
  for (const [index, file] of files.entries()) {
    signal.throwIfAborted();
    onProgress(0.5 + (0.5 * index) / files.length, file.name);
    sent.push(await readSubmission(world.submissions, file, reading));
  }
  const sources = own.tables.length > 0 || sent.length === 0 ? [own, ...sent] : sent;
  const { sheets, since } = choices;
  const dates = { planDate: planDateOf(framework), asOf: world.now().date };
  const collated = collate(sources, state, { framework, ...dates, take: 'newest', sheets, ...(since === null ? {} : { since }) });
  const prepared = prepareWrite(
    collated,
    book,
    (source, address) => (source.file === '' ? { sheet: source.sheet, address } : null),
    world.newRunId(),
  );
  return { ...dryRunOf(collated, prepared), optionalThere: optionalSheetsIn(book) };
}

function dryRunOf(collated: Collated, prepared: PreparedWrite): Omit<CollationDryRun, 'optionalThere'> {
  const { register, sources, setAside, options, findings } = collated;
  const directorates = directoratesSeenIn(sources, options.framework);
  const withErrors = new Set(findings.filter(({ severity }) => severity === 'error').map(({ file, tableId }) => `${file}\n${tableId}`));
  const named = [...directorates.seen.map((name): string | null => name), null];
  return {
    actions: register.actions.length,
    sheets: prepared.sheets.map(sheetChangesOf),
    notesKept: prepared.sheets.reduce((sum, { notesKept }) => sum + notesKept, 0),
    sources: sources.map((source) => ({
      file: source.file,
      directorates: [...new Set(source.actions.flatMap(({ directorate }) => directorate ?? []))],
      tables: source.tables.length,
      actions: source.actions.length,
      problem: problemOf(source, setAside),
    })),
    byDirectorate: named.flatMap((directorate) => {
      const actions = register.actions.filter(({ action }) => action.directorate === directorate).length;
      return actions === 0 ? [] : [{ directorate: directorate ?? 'Directorate not known', actions }];
    }),
    directorates,
    leftOut: sources.flatMap(({ file, leftOut }) => leftOut.map((one) => ({ ...one, file }))),
    nothingToDo: prepared.nothingToDo,
    overwritten: prepared.sheets.flatMap(({ overwritten }) => overwritten),
    conflicts: prepared.sheets.flatMap(({ conflicts }) => conflicts),
    obstacles: prepared.sheets.flatMap(({ obstacles }) => obstacles),
    doubts: register.doubts,
    changes: prepared.changes.since === null ? null : changesInWords(prepared.changes),
    quarters: collated.state.snapshots.map(({ quarter }) => quarter).reverse(),
    prepared,
    remaining: {
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
      advice: findings.filter(({ severity }) => severity === 'advice').length,
      tablesWithErrors: withErrors.size,
    },
  };
}

function sheetChangesOf({ sheet, isNew, rows }: PreparedWrite['sheets'][number]): SheetChanges {
  return { sheet, isNew, added: rows.added, changed: rows.changed, gone: rows.gone, kept: rows.stillGone, unchanged: rows.unchanged };
}

function problemOf(source: SourceRead, setAside: Collated['setAside']): string | null {
  if (source.problem !== null) return source.problem;
  const older = setAside
    .filter(({ file }) => file === source.file)
    .map(({ directorate, newer }) => `An older version for ${directorate}: ${newer === '' ? 'this workbook' : newer} is collated instead.`);
  return older.length === 0 ? null : older.join(' ');
}

function resultOf(dryRun: CollationDryRun, time: string): CollationResult {
  return { writtenAt: time, actions: dryRun.actions, notesKept: dryRun.notesKept, sheets: dryRun.sheets, remaining: dryRun.remaining };
}

/** A run id begins with its date and time; see `newRunId` in the entry files. */
function startOf(runId: string): string {
  return /^(\d{1,2} \w+, \d{2}:\d{2})/.exec(runId)?.[1] ?? 'an earlier time';
}
