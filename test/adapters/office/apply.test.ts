import type { Change } from '../../../src/domain/workbook';
import { excelApi } from '../../../src/preview/excel-host/requirement-sets';
import { everyEdit, REGISTER } from '../../contract/every-edit';
import { benchOf, quickBench, rewrite, seen, smallBook, smallRun } from './office-bench';

const BOTH: Change[][] = [...smallRun(), ...everyEdit()];

describe('writing', () => {
  it('carries every kind of cell out', async () => {
    const { host, workbook } = benchOf(smallBook());
    const receipt = await workbook.apply(smallRun());
    const get = host.snapshot().sheets.find(({ name }) => name === 'GET');
    expect(get?.cells).toMatchObject({
      A3: { value: '-2', format: '@' },
      B3: { value: 46_100, text: '19/03/2026', format: 'dd/mm/yyyy' },
      C3: { value: 7, format: '0' },
      B4: { value: 'Mar 2026' },
      C4: { value: 'see', format: '@' },
      A5: { value: 'New' },
      B5: { value: '1-2', format: '@' },
      C5: { value: 1 },
    });
    expect(get?.cells.A4?.value ?? null).toBeNull();
    expect(get?.tables.map(({ area }) => area)).toEqual(['A2:C5', 'A8:A9']);
    expect(receipt).toEqual({ edits: 7, cells: 11, roundTrips: 5 });
    expect(host.requests.length).toBe(receipt.roundTrips);
    expect(host.reports).toEqual([]);
  });

  it('puts each stage in before the next begins', async () => {
    const { host, workbook } = benchOf(smallBook());
    const { roundTrips } = await workbook.apply(everyEdit());
    // One looks for the sheets, one each for the stages, one for the print set-up; none to let objects go.
    expect(roundTrips).toBe(4);
    expect(host.requests.length).toBe(4);
    expect(host.keptObjects).toBe(0);
  });

  it('can be repeated without harm', async () => {
    const { host, workbook } = benchOf(smallBook());
    const again = everyEdit().map((stage) =>
      stage.map(({ edit, undo }) => ({ edit: edit.type === 'write cells' ? { ...edit, expected: null } : edit, undo })),
    );
    await workbook.apply(again);
    const once = seen(host);
    await workbook.apply(again);
    expect(seen(host)).toBe(once);
  });

  it('takes back and forward again to the same workbook', async () => {
    const { host, workbook } = benchOf(smallBook());
    const before = seen(host);
    await workbook.apply(BOTH);
    const after = seen(host);
    const undos = BOTH.flat().flatMap(({ edit, undo }) => (undo === null ? [] : [{ edit: undo, undo: edit }]));
    await workbook.apply([[...undos].reverse()]);
    expect(seen(host)).toBe(before);
    await workbook.apply(BOTH);
    expect(seen(host)).toBe(after);
  });

  it('splits a write by bytes and stays below the limit', async () => {
    const { host, workbook } = benchOf(smallBook());
    const cells = Array.from({ length: 6_000 }, (_, row) =>
      Array.from({ length: 6 }, () => ({ kind: 'text' as const, text: `"£" ${String(row)} ${'x'.repeat(250)}` })),
    );
    const blank = cells.map((row) => row.map(() => ({ kind: 'restore' as const, value: null, format: 'General' })));
    await workbook.apply([[rewrite('Old', 5, 0, cells, blank)]]);
    expect(host.requests.map(({ error }) => error)).toEqual(host.requests.map(() => null));
    expect(Math.max(...host.requests.map(({ bytes }) => bytes))).toBeLessThan(5 * 1024 * 1024);
    const written = host.requests.filter(({ bytes }) => bytes > 100_000);
    expect(written.length).toBeLessThanOrEqual(Math.ceil(written.reduce((sum, { bytes }) => sum + bytes, 0) / 3_500_000));
  });

  it('looks again in smaller pieces where the answer was too large, at the tables too', async () => {
    const done = benchOf(smallBook());
    await done.workbook.apply(smallRun());
    const { host, workbook } = benchOf(smallBook());
    const looking = done.host.requests.findIndex(({ names }) => names.includes('SuspendApiCalculationUntilNextSync')) - 1;
    host.faults.failAt(looking, 1, 'ResponsePayloadSizeLimitExceeded');
    await workbook.apply(smallRun());
    expect(host.requests.filter(({ error }) => error !== null)).toHaveLength(1);
    expect(seen(host)).toEqual(seen(done.host));
  });

  it('does not load what cells hold that may hold anything', async () => {
    const words = Array.from({ length: 50 }, () => [{ kind: 'text' as const, text: 'x'.repeat(1_000) }]);
    const { host, workbook } = benchOf(smallBook());
    const unseen = ({ edit, undo }: Change): Change => ({ edit: edit.type === 'write cells' ? { ...edit, expected: null } : edit, undo });
    const blank = words.map(() => [{ kind: 'restore' as const, value: null, format: 'General' }]);
    await workbook.apply([[rewrite('Old', 5, 0, words, blank)]]);
    await workbook.apply([[unseen(rewrite('Old', 5, 0, words, blank))]]);
    expect(Math.max(...host.requests.map(({ answerBytes }) => answerBytes))).toBeLessThan(50_000);
  });

  it('sends nothing when there is nothing to do', async () => {
    const { host, workbook } = benchOf(smallBook());
    expect(await workbook.apply([[], []])).toEqual({ edits: 0, cells: 0, roundTrips: 0 });
    expect(host.requests).toEqual([]);
  });
});

describe('what stops a write before its first edit', () => {
  async function refused(prepare: (bench: ReturnType<typeof benchOf>) => Change[][], code: string, words: RegExp): Promise<void> {
    const bench = benchOf(smallBook());
    const stages = prepare(bench);
    const before = seen(bench.host);
    await expect(bench.workbook.apply(stages)).rejects.toMatchObject({ code, message: expect.stringMatching(words) as unknown });
    expect(seen(bench.host)).toBe(before);
    expect(bench.host.requests.every(({ names }) => !names.includes('Values'))).toBe(true);
  }

  it('a cell that somebody changed', () =>
    refused(({ host }) => (host.fireEdit('GET', 'C3', '13'), smallRun()), 'cell changed', /C3 of “GET” \(row 3\)/));
  it('a cell under the table that somebody filled', () =>
    refused(({ host }) => (host.fireEdit('GET', 'B5', 'mine'), smallRun()), 'cell changed', /B5 of “GET”/));
  it('a value that became a formula', () => refused(({ host }) => (host.fireEdit('GET', 'C3', '=6+6'), smallRun()), 'cell changed', /C3/));
  it('a protected sheet', () =>
    refused(
      ({ host }) => ((host.workbook.sheet('GET').isProtected = true), smallRun()),
      'protected sheet',
      /“GET” is protected.*Unprotect/,
    ));
  it('a workbook open for viewing only', async () => {
    const bench = benchOf(smallBook());
    bench.host.workbook.isViewOnly = true;
    await expect(bench.workbook.apply(smallRun())).rejects.toMatchObject({
      code: 'read only',
      message: expect.stringMatching(/open for viewing only, so nothing was written\. Choose Editing/) as unknown,
    });
    expect(bench.host.requests).toHaveLength(1);
  });
  it('but not one that was, and that the user has chosen to edit since', async () => {
    const bench = benchOf(smallBook(), {}, { isViewOnly: () => true });
    const { cells } = await bench.workbook.apply(smallRun());
    expect(cells).toBeGreaterThan(5);
  });
  it('a sheet that was renamed', () =>
    refused(
      ({ host }) => (host.workbook.renameSheet(host.workbook.sheet('GET'), 'Mine', 'user'), smallRun()),
      'cell changed',
      /“GET” was renamed or removed/,
    ));
});

describe('what an older Excel cannot do', () => {
  it('makes no table longer below 1.13', async () => {
    const { host, workbook } = benchOf(smallBook(), { requirements: excelApi(12) });
    const before = seen(host);
    await expect(workbook.apply(smallRun())).rejects.toMatchObject({ code: 'not supported' });
    expect(seen(host)).toBe(before);
  });
});

/** How many actions each request of an undisturbed run has. */
async function undisturbed(stages: Change[][]): Promise<readonly number[]> {
  const { host, workbook } = quickBench(smallBook());
  await workbook.apply(stages);
  return host.requests.map(({ actions }) => actions);
}

describe('all or nothing', () => {
  it('a fault at any action of any request leaves the workbook as it was', async () => {
    const requests = await undisturbed(BOTH);
    const torn: string[] = [];
    for (const [request, actions] of requests.entries()) {
      for (let action = 0; action < actions; action += 1) {
        const { host, workbook } = quickBench(smallBook());
        const before = seen(host);
        host.faults.failAt(request, action);
        const outcome = await workbook.apply(BOTH).then(
          () => 'went through',
          (error: unknown) => (error as { code?: string }).code,
        );
        // The last request sets up the print, which is told and takes nothing back.
        const isPrint = request === requests.length - 1;
        const looked = request < 3 ? 'unexpected' : isPrint ? 'went through' : 'write undone';
        if (isPrint && outcome === looked) continue;
        if (outcome !== looked) torn.push(`${String(request)}.${String(action)} ended as ${String(outcome)}`);
        else if (seen(host) !== before) torn.push(`${String(request)}.${String(action)} left something`);
      }
    }
    expect(torn).toEqual([]);
    expect(requests.length).toBeGreaterThan(5);
  }, 120_000);

  it('a print set-up that Excel refuses is told, and the rest stays', async () => {
    const { host, workbook } = quickBench(smallBook());
    host.faults.failAt(3, 2, 'UnsupportedOperation');
    const { notices } = await workbook.apply(everyEdit());
    expect(notices).toEqual([expect.stringMatching(/did not take the paper size/)]);
    expect(host.snapshot().sheets.map(({ name }) => name)).toContain(REGISTER);
  });

  it('says so when nothing works from some request on', async () => {
    const requests = await undisturbed(BOTH);
    for (let request = 3; request < requests.length - 1; request += 1) {
      const { host, workbook } = quickBench(smallBook());
      host.faults.failFrom(request);
      await expect(workbook.apply(BOTH)).rejects.toMatchObject({ name: 'WriteFailedError', code: 'write torn' });
    }
  });

  it('tells why and what is next', async () => {
    const { host, workbook } = benchOf(smallBook());
    host.faults.failAt(4, 2, 'AccessDenied');
    await expect(workbook.apply(smallRun())).rejects.toMatchObject({
      code: 'write undone',
      message:
        'The write did not go through: Excel allows no change there: a sheet or the workbook was protected, or a label on the file forbids it. The workbook is as it was. Take the protection off under Review, or ask the owner of the file, then try again.',
    });
  });

  it('takes a write back that was called off in the middle', async () => {
    const { host, workbook } = benchOf(smallBook());
    const before = seen(host);
    const stop = new AbortController();
    const writing = workbook.apply(smallRun(), { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(writing).rejects.toMatchObject({ code: 'cancelled', message: expect.stringMatching(/as it was/) as unknown });
    expect(seen(host)).toBe(before);
  });

  it('leaves the workbook as it was wherever it is called off while its requests are made', async () => {
    const calledOffAt = async (nth: number): Promise<number> => {
      const stop = new AbortController();
      let pauses = 0;
      const pause = async (): Promise<void> => {
        pauses += 1;
        if (pauses === nth) stop.abort();
        await Promise.resolve();
      };
      const { host, workbook } = benchOf(smallBook(), {}, { pause });
      const before = seen(host);
      const written = await workbook.apply(smallRun(), { signal: stop.signal }).then(
        () => true,
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'cancelled' });
          return false;
        },
      );
      // At its last pause all is made that a request takes along, but none of it is sent.
      expect([nth, written, seen(host) === before]).toEqual([nth, nth > pauses, nth <= pauses]);
      return pauses;
    };
    const all = await calledOffAt(Infinity);
    expect(all).toBeGreaterThan(5);
    for (let nth = 1; nth <= all; nth += 1) await calledOffAt(nth);
  });
});

const soon = (): Promise<void> => new Promise((next) => setTimeout(next, 20));

describe('an Excel that does not answer', () => {
  /** Hangs requests of a write and lets time run out until it ends. */
  async function silent(hang: readonly (readonly [number, boolean])[]): Promise<{ code: unknown; isAsBefore: boolean }> {
    const { host, workbook, runOutOfTime } = benchOf(smallBook());
    const before = seen(host);
    hang.forEach(([request, done]) => host.faults.hang(request, done));
    let code: unknown = null;
    const writing = workbook.apply(smallRun()).catch((error: unknown) => (code = (error as { code?: unknown }).code));
    for (let turn = 0; turn < 20 && code === null; turn += 1) {
      await soon();
      runOutOfTime();
    }
    await writing;
    return { code, isAsBefore: seen(host) === before };
  }

  it('while looking: nothing was written', async () =>
    expect(await silent([[1, true]])).toEqual({ code: 'host silent', isAsBefore: true }));
  it('once, the write having landed: it is taken back and read back', async () =>
    expect(await silent([[4, true]])).toEqual({ code: 'write undone', isAsBefore: true }));
  it('once, the write being lost', async () => expect(await silent([[4, false]])).toEqual({ code: 'write undone', isAsBefore: true }));
  it('for good: it is left to the journal', async () =>
    expect(
      await silent([
        [4, true],
        [5, true],
      ]),
    ).toEqual({ code: 'write torn', isAsBefore: false }));

  it('a late answer sets nothing going again', async () => {
    const { host, workbook, runOutOfTime } = benchOf(smallBook());
    const before = seen(host);
    const answer = host.faults.late(3);
    const failed = expect(workbook.apply(smallRun())).rejects.toMatchObject({ code: 'write undone' });
    await soon();
    runOutOfTime();
    await failed;
    const sent = host.requests.length;
    answer();
    await soon();
    expect(host.requests.filter(({ names }) => names.includes('Values')).length).toBeLessThan(5);
    expect(host.requests.length).toBe(sent);
    expect(seen(host)).toBe(before);
  });
});

describe('a cell being edited', () => {
  it('holds the looking back and refuses the writing, which is then taken back', async () => {
    const { host, workbook } = benchOf(smallBook());
    const before = seen(host);
    const writing = workbook.apply(smallRun(), { onProgress: () => (host.cellEditing = true) });
    const failed = expect(writing).rejects.toMatchObject({
      code: 'write undone',
      message: expect.stringMatching(/a cell is being edited/) as unknown,
    });
    await soon();
    host.cellEditing = false;
    await failed;
    expect(seen(host)).toBe(before);
  });
});
