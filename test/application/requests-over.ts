import { fileSubmissions } from '../../src/adapters/files';
import { answerRequests, type PlanRequests, type WorkbookPort } from '../../src/application';
import { kent2025 } from '../../src/domain/framework';
import type { CalendarDate } from '../../src/domain/grid';

/** What the pane asks for, answered over a workbook under Kent's framework, on one day at two minutes past two. */
export function requestsOver(workbook: WorkbookPort, date: CalendarDate, runId = 'run'): PlanRequests {
  return answerRequests({
    workbook,
    submissions: fileSubmissions,
    framework: kent2025(),
    now: () => ({ date, time: '14:02' }),
    newRunId: () => runId,
    pause: () => Promise.resolve(),
  });
}
