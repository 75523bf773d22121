import type { BookChange, OnProgress, PlanReading, RepairOutcome } from '../../src/application';
import type { Finding } from '../../src/domain/findings';
import type { PaneServices } from '../../src/ui';
import { DRY_RUN, READING, RESULT } from './made-plan';

/** A promise that the test settles when it likes. */
export interface Later<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

export function later<Value>(): Later<Value> {
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
  /** What the workbook holds; a repair takes its finding out of it. */
  reading: PlanReading;
  /** Tells whoever watches. */
  readonly change: (change: Partial<BookChange>) => void;
}

export const outcomeOf = (finding: Finding): RepairOutcome => ({
  finding,
  before: finding.repair?.before ?? null,
  after: finding.repair?.after ?? '',
  takeBack: { edit: { type: 'remove sheet', sheet: '' }, undo: null },
});

/** Services over a workbook that is nothing but a reading; single functions are replaced by what a test needs. */
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
    repair: (finding) => {
      calls.push(`repair ${finding.cell}`);
      fake.reading = without(finding);
      return Promise.resolve(outcomeOf(finding));
    },
    takeBack: ({ finding }) => {
      calls.push(`take back ${finding.cell}`);
      fake.reading = { ...fake.reading, findings: [...fake.reading.findings, finding] };
      return Promise.resolve();
    },
    reveal: (target) => {
      calls.push(`reveal ${target.kind === 'finding' ? target.finding.cell : target.kind === 'table' ? target.table.id : target.sheet}`);
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
    watch: (listener) => {
      listeners.add(listener);
      return Promise.resolve(() => {
        listeners.delete(listener);
        return Promise.resolve();
      });
    },
    openJournal: () => Promise.resolve({ open: false }),
    mendJournal: () => {
      calls.push('mend journal');
      return Promise.resolve();
    },
  };
  return Object.assign(fake, replaced);
}

/** Work that runs until it is stopped or settled, for the busy states. */
export function heldWork<Value>(): {
  readonly work: (signal: AbortSignal, onProgress: OnProgress) => Promise<Value>;
  readonly end: Later<Value>;
  report: OnProgress;
} {
  const end = later<Value>();
  const held = {
    end,
    report: ((): void => undefined) as OnProgress,
    work: (signal: AbortSignal, onProgress: OnProgress): Promise<Value> => {
      held.report = onProgress;
      signal.addEventListener('abort', () => end.reject(new DOMException('stopped', 'AbortError')));
      return end.promise;
    },
  };
  return held;
}
