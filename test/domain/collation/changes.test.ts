import { type ActionPosition, changesBetween, NO_POSITION, type PlanPosition } from '../../../src/domain/collation';

type Sketch = Partial<ActionPosition> & { readonly ref: string };

function positionOf(sketches: readonly Sketch[]): PlanPosition {
  return new Map(
    sketches.map(({ ref, ...fields }) => [ref, { ...NO_POSITION, directorate: 'GET', kind: 'action', sheet: 'GET', ...fields }]),
  );
}

/** The changes as tuples: Ref, what, field, was, now. */
function check(was: readonly Sketch[], now: readonly Sketch[], wanted: readonly (readonly unknown[])[]): void {
  const found = changesBetween(positionOf(was), positionOf(now));
  expect(found.map(({ ref, what, field, was: before, now: after }) => [ref, what, field, before, after])).toEqual(wanted);
}

const ROWS = ['GET-01', 'GET-02', 'GET-03', 'GET-04'].map((ref, index) => ({
  ref,
  commitment: `Do ${ref}`,
  cell: `A${String(index + 5)}`,
}));
const [ONE, TWO, THREE, FOUR] = ROWS as [Sketch, Sketch, Sketch, Sketch];

describe('what became of an action', () => {
  it('nothing, also when its line breaks and spaces differ', () =>
    check([{ ...ONE, measure: '5 hubs\nopen' }], [{ ...ONE, measure: '5  hubs open ' }], []));
  it('a field each that changed', () =>
    check(
      [{ ...ONE, status: 'on track', due: '2025-12-31' }],
      [{ ...ONE, status: 'at risk', due: '2026-03-31' }],
      [
        ['GET-01', 'changed', 'due', '2025-12-31', '2026-03-31'],
        ['GET-01', 'changed', 'status', 'on track', 'at risk'],
      ],
    ));
  it('new', () => check([ONE], [ONE, TWO], [['GET-02', 'new', 'commitment', '', 'Do GET-02']]));
  it('no longer sent, once', () => {
    const gone = { ...TWO, standing: 'gone' };
    check([ONE, TWO], [ONE, gone], [['GET-02', 'no longer sent', 'commitment', 'Do GET-02', '']]);
    check([ONE, gone], [ONE, gone], []);
  });
  it('sent again, with what changed meanwhile', () =>
    check(
      [{ ...ONE, standing: 'gone', ledBy: 'Jo' }],
      [{ ...ONE, ledBy: 'Sam' }],
      [
        ['GET-01', 'sent again', 'commitment', '', 'Do GET-01'],
        ['GET-01', 'changed', 'ledBy', 'Jo', 'Sam'],
      ],
    ));
});

describe('an action has moved', () => {
  it('when it changed places with its neighbours, and they have not', () =>
    check(
      ROWS,
      [ONE, { ...FOUR, cell: 'A6' }, { ...TWO, cell: 'A7' }, { ...THREE, cell: 'A8' }],
      [['GET-04', 'moved', null, 'GET · A8', 'GET · A6']],
    ));
  it('not when rows were put in or taken out above it', () => {
    const lower = ROWS.map((row, index) => ({ ...row, cell: `A${String(index + 25)}` }));
    check(ROWS, lower, []);
  });
  it('not when its sheet was renamed', () =>
    check(
      ROWS,
      ROWS.map((row) => ({ ...row, sheet: 'GET Q2' })),
      [],
    ));
  it('when it lies on another sheet than the rest of them', () =>
    check(ROWS, [ONE, TWO, THREE, { ...FOUR, sheet: 'Climate', cell: 'A2' }], [['GET-04', 'moved', null, 'GET · A8', 'Climate · A2']]));
});

it('passes over the fields it is told to', () => {
  const found = changesBetween(
    positionOf([{ ...ONE, status: '' }]),
    positionOf([{ ...ONE, status: 'delayed' }]),
    (ref, field) => ref === 'GET-01' && field === 'status',
  );
  expect(found).toEqual([]);
});
