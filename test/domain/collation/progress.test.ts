import { isOverdue, NO_POSITION, quarterOfDate, renewSnapshot, slipOf, type Snapshot, snapshotBefore } from '../../../src/domain/collation';

describe('overdue', () => {
  const check = (due: string, status: string, wanted: boolean): void => expect(isOverdue({ due, status }, '2025-10-01')).toBe(wanted);
  it('is what is past its date and goes on', () => check('2025-09-30', 'at risk', true));
  it('is what says nothing of itself', () => check('2025-09-30', '', true));
  it('is not what is due today', () => check('2025-10-01', '', false));
  it('is not what has ended, whatever the case of the word', () => {
    check('2025-09-30', 'Complete', false);
    check('2025-09-30', 'stopped', false);
  });
  it('is not what has no date', () => check('', '', false));
});

describe('slipped', () => {
  type Half = readonly [due: string, status: string];
  const check = (was: Half, now: Half, wanted: ReturnType<typeof slipOf>): void => {
    const at = ([due, status]: Half): typeof NO_POSITION => ({ ...NO_POSITION, due, status });
    expect(slipOf(at(was), at(now))).toEqual(wanted);
  };
  it('is a later date', () => check(['2025-12-31', ''], ['2026-03-31', ''], { due: true, status: false }));
  it('is a date that went', () => check(['2025-12-31', ''], ['', ''], { due: true, status: false }));
  it('is not an earlier date, nor a first one', () => {
    check(['2025-12-31', ''], ['2025-09-30', ''], null);
    check(['', ''], ['2025-09-30', ''], null);
  });
  it('is a worse status', () => check(['', 'on track'], ['', 'delayed'], { due: false, status: true }));
  it('is not a better status, a first one, or one it does not know', () => {
    check(['', 'delayed'], ['', 'on track'], null);
    check(['', ''], ['', 'delayed'], null);
    check(['', 'paused'], ['', 'delayed'], null);
  });
  it('is not a later date of what is complete', () => check(['2025-12-31', 'on track'], ['2026-03-31', 'complete'], null));
  it('is nothing that was not there before, or had gone', () => {
    const now = { ...NO_POSITION, status: 'delayed' };
    expect(slipOf(undefined, now)).toBeNull();
    expect(slipOf({ ...NO_POSITION, status: 'on track', standing: 'gone' }, now)).toBeNull();
  });
});

describe('snapshots', () => {
  const of = (quarter: string, asOf: string): Snapshot => ({ quarter, asOf, position: new Map(), hasLines: true });

  it('fall into financial quarters', () => {
    expect([quarterOfDate({ year: 2025, month: 4, day: 1 }), quarterOfDate({ year: 2026, month: 3, day: 31 })]).toEqual([
      '2025/26 Q1',
      '2025/26 Q4',
    ]);
  });
  it('are one a quarter, renewed by each run, in order', () => {
    const all = [of('2025/26 Q2', '2025-09-01'), of('2025/26 Q1', '2025-06-01'), of('2025/26 Q2', '2025-09-20')].reduce<Snapshot[]>(
      renewSnapshot,
      [],
    );
    expect(all.map(({ quarter, asOf }) => [quarter, asOf])).toEqual([
      ['2025/26 Q1', '2025-06-01'],
      ['2025/26 Q2', '2025-09-20'],
    ]);
    expect(snapshotBefore(all, '2025/26 Q2')?.quarter).toBe('2025/26 Q1');
    expect(snapshotBefore(all, '2025/26 Q1')).toBeNull();
    expect(snapshotBefore(all, '2026/27 Q1')?.quarter).toBe('2025/26 Q2');
  });
});
