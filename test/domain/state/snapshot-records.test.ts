import fc from 'fast-check';
import { NO_POSITION, type Snapshot } from '../../../src/domain/collation';
import { snapshotRecords, snapshotsFrom } from '../../../src/domain/state/snapshot-records';

const QUARTERS = ['2025/26 Q1', '2025/26 Q2', '2025/26 Q3'];
/** A day in each. */
const DAYS = ['2025-04-30', '2025-07-31', '2025-10-31'];
const action = fc.record({
  commitment: fc.string(),
  status: fc.constantFrom('', 'on track', 'delayed'),
  standing: fc.constantFrom('', 'gone'),
});

/** Actions come and change from quarter to quarter; none that was there is ever left out. */
const snapshots = fc
  .array(fc.dictionary(fc.constantFrom('A-01', 'A-02', 'A-03', 'B-01'), action), { minLength: 1, maxLength: 3 })
  .map((quarters): Snapshot[] => {
    let soFar: Record<string, typeof NO_POSITION> = {};
    return quarters.map((found, index) => {
      soFar = { ...soFar, ...Object.fromEntries(Object.entries(found).map(([ref, fields]) => [ref, { ...NO_POSITION, ...fields }])) };
      const asOf = DAYS[index] ?? '';
      return { quarter: QUARTERS[index] ?? '', asOf, position: new Map(Object.entries(soFar)), hasLines: index > 0 };
    });
  });

it('keeps every snapshot whole, writing only what differs from the quarter before', () => {
  fc.assert(
    fc.property(snapshots, (kept) => {
      const read = snapshotsFrom(snapshotRecords(kept));
      expect(read.map(({ position, ...rest }) => [rest, Object.fromEntries(position)])).toEqual(
        kept.map(({ position, ...rest }) => [rest, Object.fromEntries(position)]),
      );
    }),
  );
});

it('writes nothing for an action that stayed as it was', () => {
  const position = new Map([['A-01', { ...NO_POSITION, commitment: 'Walk to school' }]]);
  const kept = QUARTERS.map((quarter) => ({ quarter, asOf: '2025-06-01', position, hasLines: true }));
  expect(snapshotRecords(kept).map(([, , ref]) => ref)).toEqual(['', 'A-01', '', '']);
});

it('reads on past a record that somebody altered', () => {
  const read = snapshotsFrom([
    ['2025/26 Q1', '2025-06-01', '', ''],
    ['2025/26 Q1', '', 'A-01', '{"commitment":"Walk'],
    ['2025/26 Q1', '', 'A-02', '{"commitment":"Cycle","status":7,"toString":"x"}'],
  ]);
  expect([...(read[0]?.position ?? [])]).toEqual([
    ['A-01', NO_POSITION],
    ['A-02', { ...NO_POSITION, commitment: 'Cycle' }],
  ]);
});

it('takes the quarter from the day, so that an altered one leaves the quarters in their order', () => {
  const read = snapshotsFrom([
    ['x', '2025-06-01', '', ''],
    ['2025/26 Q1', '', 'A-01', '{"commitment":"Walk"}'],
    ['', '2025-07-31', '', ''],
  ]);
  expect(read.map(({ quarter }) => quarter)).toEqual(['2025/26 Q1', '2025/26 Q2']);
});
