import type { BookChange, OnProgress, PlanReading, RepairOutcome, RepairsMade, RevealTarget } from '../../src/application';
import type { Finding } from '../../src/domain/findings';
import type { PaneServices } from '../../src/ui';
import { madeMapping } from './map/made-mapping';
import { DRY_RUN, madeTable, READING, RESULT } from './made-plan';

/** A promise that the test resolves or rejects. */
export interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

export function deferred<Value>(): Deferred<Value> {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<Value>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}

export interface FakeServices extends PaneServices {
  /** Calls in order: "reveal finding E7", "repair E7". */
  readonly calls: string[];
  /** What the workbook holds; a repair removes its finding. */
  reading: PlanReading;
  /** Tells the watchers of a change. */
  readonly change: (change: Partial<BookChange>) => void;
}

export function outcomeOf(finding: Finding): RepairOutcome {
  const { repair } = finding;
  const { before, after } = repair?.kind === 'write' ? repair : { before: null, after: repair?.heading ?? '' };
  return { finding, before, after, was: { kind: 'restore', value: before, format: 'General' } };
}

export const repairsMade = (findings: readonly Finding[]): RepairsMade => ({ made: findings.map(outcomeOf), refused: [], stopped: null });

function revealed(target: RevealTarget): string {
  switch (target.kind) {
    case 'finding':
      return target.finding.cell ?? '';
    case 'table':
      return target.table.id;
    case 'action':
      return target.action.commitment;
    case 'row':
      return `row ${String(target.row + 1)} of ${target.sheetId}`;
    case 'sheet':
      return target.sheet;
  }
}

/** Services over a reading instead of a workbook. A test replaces the functions that it needs to behave otherwise. */
export function fakeServices(replaced: Partial<PaneServices> & { readonly reading?: PlanReading } = {}): FakeServices {
  const listeners = new Set<(change: BookChange) => void>();
  const calls: string[] = [];
  const without = (finding: Finding): PlanReading => ({
    ...fake.reading,
    findings: fake.reading.findings.filter((other) => other !== finding),
  });
  const fake: FakeServices = {
    calls,
    reading: replaced.reading ?? READING,
    change: (change) =>
      listeners.forEach((listener) => listener({ sheetId: 'CYPE-id', address: 'E7', what: 'cells', by: 'this user', ...change })),
    readPlan: () => {
      calls.push('read');
      return Promise.resolve(fake.reading);
    },
    recheck: (changes) => {
      calls.push(`recheck ${changes.map(({ address }) => address ?? 'all').join(' ')}`.trim());
      return Promise.resolve(fake.reading);
    },
    repair: (findings) => {
      calls.push(`repair ${findings.map(({ cell }) => cell).join(' ')}`);
      for (const finding of findings) fake.reading = without(finding);
      return Promise.resolve(repairsMade(findings));
    },
    takeBack: (outcomes) => {
      const findings = outcomes.map(({ finding }) => finding);
      calls.push(`take back ${findings.map(({ cell }) => cell).join(' ')}`);
      fake.reading = { ...fake.reading, findings: [...fake.reading.findings, ...findings] };
      return Promise.resolve({ takenBack: outcomes, refused: [], stopped: null });
    },
    correct: (correction) => {
      calls.push(`correct ${JSON.stringify(correction)}`);
      return Promise.resolve();
    },
    uncorrect: (tableId) => {
      calls.push(`uncorrect ${tableId}`);
      return Promise.resolve();
    },
    pointAtTable: (kind) => {
      calls.push(`point at ${kind}`);
      return Promise.resolve(madeTable('CYPE', 3));
    },
    writeTemplate: (directorate) => {
      calls.push(`template ${directorate}`);
      return Promise.resolve({ sheet: directorate, directorate, nameTaken: null, receipt: { edits: 1, cells: 40, roundTrips: 3 } });
    },
    writeSample: () => {
      calls.push('sample');
      return Promise.resolve({ sheet: 'Sample', directorate: 'GET', nameTaken: null, receipt: { edits: 1, cells: 40, roundTrips: 3 } });
    },
    reveal: (target) => {
      calls.push(`reveal ${revealed(target)}`);
      return Promise.resolve();
    },
    mapPlan: (reading) => Promise.resolve(madeMapping(reading)),
    decide: (reading, choices) => {
      calls.push(`decide ${choices.map(({ action }) => action.commitment).join(' | ')}`);
      return Promise.resolve(reading);
    },
    chooseFramework: () => Promise.resolve(null),
    addFrameworkSheet: (isShipped) => {
      calls.push(`add framework sheet ${isShipped ? 'empty' : 'filled in'}`);
      return Promise.resolve('Framework');
    },
    adoptLogframe: () => Promise.resolve(null),
    planIndicatorColumn: () => Promise.resolve({ tables: [], cells: 0, left: [], changes: [] }),
    writeIndicatorColumn: ({ cells }) => {
      calls.push('write indicators');
      return Promise.resolve({ cells, takeBack: [] });
    },
    takeBackIndicatorColumn: () => {
      calls.push('take back indicators');
      return Promise.resolve();
    },
    listCosts: () =>
      Promise.resolve({ of: 'tables', rows: [], totals: [], verdicts: ['agreed', 'query', 'not agreed'], withoutColumns: 0 }),
    recordVerdict: (row, { verdict }) => {
      calls.push(`verdict ${verdict ?? 'none'} on ${row.action.commitment}`);
      return Promise.resolve({ row, cells: [], added: [], remembered: null, before: row });
    },
    takeBackVerdict: ({ before }) => {
      calls.push(`take back verdict on ${before.action.commitment}`);
      return Promise.resolve(before);
    },
    planFinanceColumns: () => Promise.resolve({ tables: [], left: [], changes: [], added: [] }),
    writeFinanceColumns: () => {
      calls.push('write finance columns');
      return Promise.resolve();
    },
    takeBackFinanceColumns: () => {
      calls.push('take back finance columns');
      return Promise.resolve();
    },
    planCollation: (submissions) => {
      calls.push(`plan ${submissions.map((file) => file.name).join(' ')}`.trim());
      return Promise.resolve(DRY_RUN);
    },
    writeCollation: () => {
      calls.push('write');
      return Promise.resolve(RESULT);
    },
    documents: {
      look: (files) => {
        calls.push(`look ${files.map(({ name }) => name).join(' ')}`.trim());
        return Promise.resolve({ actions: 5, measures: 2, activities: 0, findings: 3, sheets: 6 });
      },
      make: (choice) => {
        calls.push(`make ${choice}`);
        const fileName = choice === 'csv' ? 'Findings.csv' : 'Appendix B.docx';
        return Promise.resolve([
          { fileName, kind: choice === 'csv' ? 'csv' : 'word', bytes: new Uint8Array([1]), text: `text of ${choice}` },
        ]);
      },
      waysFor: () => ['download'],
      deliver: ({ fileName }, way) => {
        calls.push(`${way} ${fileName}`);
        return Promise.resolve();
      },
    },
    memory: {
      // Somebody who has been here before; the first time is a test of its own.
      lastTask: () => Promise.resolve('check'),
      rememberTask: () => Promise.resolve(),
      role: () => Promise.resolve(null),
      rememberRole: () => Promise.resolve(),
      initials: () => Promise.resolve(''),
      rememberInitials: (by) => {
        calls.push(`initials ${by}`);
        return Promise.resolve();
      },
      keptSubmissions: () => Promise.resolve(null),
      keepSubmissions: () => Promise.resolve([]),
    },
    watch: (listener) => {
      listeners.add(listener);
      return Promise.resolve(() => {
        listeners.delete(listener);
        return Promise.resolve();
      });
    },
    lastRun: () => Promise.resolve({ laterVersion: null, restore: null }),
    restore: () => {
      calls.push('restore');
      return Promise.resolve([]);
    },
  };
  return Object.assign(fake, replaced);
}

/** Work that runs until the test stops or ends it, for the busy states. */
export function pendingWork<Value>(): {
  readonly work: (signal: AbortSignal, onProgress: OnProgress) => Promise<Value>;
  readonly end: Deferred<Value>;
  report: OnProgress;
} {
  const end = deferred<Value>();
  const pending = {
    end,
    report: ((): void => undefined) as OnProgress,
    work: (signal: AbortSignal, onProgress: OnProgress): Promise<Value> => {
      pending.report = onProgress;
      signal.addEventListener('abort', () => end.reject(new DOMException('stopped', 'AbortError')));
      return end.promise;
    },
  };
  return pending;
}
