import type { Framework } from '../domain/framework';
import { withLogframe } from '../domain/logframe';
import { type CalendarDate, parseA1 } from '../domain/grid';
import { forgetCorrections, pointAtTable, rememberCorrection } from './check/correct-tables';
import { createLiveReading } from './check/live-reading';
import { repairCells, takeBackRepairs } from './check/repair-cells';
import { planCollation } from './collate/plan-collation';
import { paced } from './steps';
import { lastRunInSteps, takeBackLastRun } from './collate/restore';
import { writePlan } from './collate/write-plan';
import { planFinanceColumns, takeBackFinanceColumns, writeFinanceColumns } from './finance/finance-columns';
import { listCosts } from './finance/list-costs';
import { recordVerdict, takeBackVerdict } from './finance/record-verdict';
import { writeSample, writeTemplate } from './forms/write-template';
import { chooseFramework } from './framework/choose-framework';
import { writeFrameworkSheet } from './framework/write-framework-sheet';
import { planDateOf } from './framework/plan-date-of';
import { decide } from './map/decide';
import { planIndicatorColumn, writeIndicatorColumn } from './map/indicator-column';
import { mapPlan } from './map/map-plan';
import type { SubmissionPort, WorkbookPort } from './ports/ports';
import type { CollationDryRun, CollationResult } from './requests/collation-requests';
import type { PlanRequests, RevealTarget } from './requests/plan-requests';
import { guardedByFormat } from './sources/known-format';
import { createSubmissionOpener } from './sources/submission-opener';

/** What the requests are answered with; the entry file joins it to a workbook, to files and to the clock. */
export interface RequestWorld {
  readonly workbook: WorkbookPort;
  readonly submissions: SubmissionPort;
  /** The framework in force: the one kept with the workbook, where there is one; see `frameworkOf`. */
  readonly framework: Framework;
  /** The local date and time: figures are judged at the date, "14:02" is shown. */
  readonly now: () => { readonly date: CalendarDate; readonly time: string };
  readonly newRunId: () => string;
  /** Awaited between two parts of a long calculation, so that the host can draw and deliver a cancel. */
  readonly pause: () => Promise<void>;
}

/** Answers what the pane asks for over an open workbook. */
export function answerRequests(given: RequestWorld): PlanRequests {
  const live = createLiveReading({
    ...given,
    workbook: guardedByFormat(given.workbook),
    dates: () => ({ planDate: planDateOf(given.framework), asOf: given.now().date }),
  });
  const { workbook } = live;
  const world = { ...given, workbook };
  const sourceFrom = createSubmissionOpener(given.submissions);
  return {
    readPlan: live.readPlan,
    recheck: live.recheck,
    repair: (findings, signal, onProgress) => repairCells(workbook, findings, { signal, onProgress }),
    takeBack: (outcomes, signal, onProgress) => takeBackRepairs(workbook, outcomes, { signal, onProgress }),
    correct: (correction) => rememberCorrection(workbook, correction),
    uncorrect: (tableId) => forgetCorrections(workbook, tableId),
    pointAtTable: (kind) => pointAtTable(workbook, kind, { framework: world.framework, includeHidden: false }),
    writeTemplate: (directorate, signal, onProgress) => writeTemplate(workbook, world.framework, directorate, { signal, onProgress }),
    writeSample: (signal, onProgress) => writeSample(workbook, world.framework, { signal, onProgress }),
    reveal: (target) => reveal(workbook, target),
    planCollation: (files, signal, onProgress, choices) => planCollation({ ...world, sourceFrom }, { files, choices }, signal, onProgress),
    writeCollation: async (dryRun, signal, onProgress) => {
      const { notices = [] } = await writePlan(workbook, dryRun.prepared, { signal, onProgress });
      return resultOf(dryRun, world.now().time, notices);
    },
    mapPlan: (reading, signal, onProgress) => mapPlan(reading, { signal, onProgress, pause: world.pause }),
    decide: (reading, choices, signal) => decide(workbook, reading, choices, { signal }),
    planIndicatorColumn: (reading, mapping) => planIndicatorColumn(workbook, reading, mapping),
    writeIndicatorColumn: (plan, signal) => writeIndicatorColumn(workbook, plan, { signal }),
    takeBackIndicatorColumn: async (written) => {
      await workbook.apply([written.takeBack]);
    },
    listCosts: async (signal) => paced(listCosts(await live.bookRead(signal)), { pause: world.pause, signal }),
    recordVerdict: async (row, said, signal) =>
      recordVerdict(workbook, row, { ...said, date: world.now().date }, await live.bookRead(signal), { signal }),
    takeBackVerdict: (recorded, signal) => takeBackVerdict(workbook, recorded, { signal }),
    planFinanceColumns: (signal) => planFinanceColumns(workbook, world.framework, signal),
    writeFinanceColumns: (plan, signal) => writeFinanceColumns(workbook, plan, { signal }),
    takeBackFinanceColumns: (plan, signal) => takeBackFinanceColumns(workbook, plan, { signal }),
    chooseFramework: (text) => chooseFramework(workbook, text, world.now().date),
    addFrameworkSheet: async (isShipped) => {
      const sheet = await writeFrameworkSheet(workbook, isShipped ? null : world.framework);
      await workbook.reveal({ sheetId: sheet, area: { top: 0, bottom: 0, left: 0, right: 0 } });
      return sheet;
    },
    adoptLogframe: ({ mapping: { framework, logframe } }) =>
      logframe === null
        ? Promise.resolve(null)
        : chooseFramework(workbook, JSON.stringify(withLogframe(framework, logframe)), world.now().date),
    watch: (listener) => workbook.watch(listener),
    lastRun: async () => paced(lastRunInSteps(await workbook.readBook({ includeHidden: true })), { pause: world.pause }),
    restore: async (signal, onProgress) => (await takeBackLastRun(workbook, { signal, onProgress }))?.steps ?? [],
  };
}

async function reveal(workbook: WorkbookPort, target: RevealTarget): Promise<void> {
  if (target.kind === 'table') return workbook.reveal({ sheetId: target.table.sheetId, area: target.table.area });
  if (target.kind === 'action') {
    const { sheetId, cells, row } = target.action.source;
    const place = parseA1(cells.commitment ?? '') ?? { row, column: 0 };
    return workbook.reveal({ sheetId, area: { top: place.row, bottom: place.row, left: place.column, right: place.column } });
  }
  if (target.kind === 'finding') {
    const { sheetId, cell, row } = target.finding;
    if (sheetId === '') return;
    const place = parseA1(cell ?? '') ?? { row: (row ?? 1) - 1, column: 0 };
    return workbook.reveal({
      sheetId,
      area: { top: place.row, bottom: place.row, left: place.column, right: place.column },
    });
  }
  if (target.kind === 'row')
    return workbook.reveal({ sheetId: target.sheetId, area: { top: target.row, bottom: target.row, left: 0, right: 0 } });
  return workbook.reveal({ sheetId: target.sheet, area: { top: 0, bottom: 0, left: 0, right: 0 } });
}

function resultOf({ actions, notesKept, sheets, remaining }: CollationDryRun, time: string, notices: readonly string[]): CollationResult {
  return { writtenAt: time, actions, notesKept, sheets, notices, remaining };
}
