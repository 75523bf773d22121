import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createOfficeWorkbook } from '../../../src/adapters/office';
import { fileSubmissions } from '../../../src/adapters/files';
import { answerRequests } from '../../../src/application';
import { parseFramework } from '../../../src/domain/framework';
import { gridOf, textCell } from '../../../src/domain/grid';
import { createExcelHost } from '../../../src/preview/excel-host';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';
import { directorateNames, frameworkWith, unlikeRows } from './generated-plans';

const TODAY = { year: 2026, month: 12, day: 1 };
const ROWS = 200;
const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];

/** A plan of so many rows collated and written in the pane, over the genuine Office.js and the preview's Excel host. */
export async function officePath(rows: number): Promise<Record<string, number>> {
  const names = directorateNames(Math.max(1, Math.round(rows / ROWS)));
  const parsed = parseFramework(frameworkWith(names));
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  const each = Math.ceil(rows / names.length);
  const sheets = names.map((name, index) =>
    gridOf(
      name,
      [[`Priorities ~ ${name}`], HEADINGS, ...unlikeRows(each, index + 1)].map((row) => row.map((text) => textCell(text))),
    ),
  );
  const host = createExcelHost({ name: 'plan.xlsx', sheets }, { today: TODAY });
  const { Excel: excel } = loadOfficeInNode(host);
  const workbook = createOfficeWorkbook(excel, { isSetSupported: () => true, documentUrl: () => '' });
  let pauses = 0;
  const requests = answerRequests({
    workbook,
    submissions: fileSubmissions,
    framework: parsed.framework,
    now: () => ({ date: TODAY, time: '12:00' }),
    newRunId: () => 'bench',
    pause: () => {
      pauses += 1;
      return new Promise((resolve) => setImmediate(resolve));
    },
  });
  const { signal } = new AbortController();
  const stretches = monitorEventLoopDelay({ resolution: 1 });
  stretches.enable();
  await turn();
  const dryRun = await requests.planCollation([], signal, () => undefined);
  const read = host.requests.length;
  await requests.writeCollation(dryRun, signal, () => undefined);
  await turn();
  stretches.disable();
  const sent = host.requests.filter(({ actions }) => actions > 0);
  return {
    actions: dryRun.actions,
    requestsToRead: read,
    requestsToWrite: host.requests.length - read,
    bytesSent: sent.reduce((sum, { bytes }) => sum + bytes, 0),
    bytesOfLargestRequest: sent.reduce((most, { bytes }) => Math.max(most, bytes), 0),
    bytesAnswered: host.requests.reduce((sum, { answerBytes }) => sum + answerBytes, 0),
    pauses,
    longestStretchMilliseconds: Math.round(stretches.max / 1e6),
  };
}

/** Stretches are told between two turns of the event loop: one is needed before the first and one after the last. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
