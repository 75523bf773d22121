import type { CostList, CostRow, SaidOfCost, VerdictPlace } from '../../../src/application';
import { totalsOf } from '../../../src/application';
import { readCost } from '../../../src/domain/cost';
import { financeReading, financeTexts } from '../../../src/domain/finance';
import { textCell } from '../../../src/domain/grid';
import { kent2025 } from '../../../src/domain/framework';
import { fakeServices, type FakeServices } from '../fake-services';
import { READING } from '../made-plan';
import type { PaneServices } from '../../../src/ui';

const FRAMEWORK = kent2025();
const SAID = { verdict: '', note: '', by: null, date: null };
const PLACE: VerdictPlace = {
  sheetId: 'GET-id',
  sheet: 'GET',
  row: 4,
  headingRow: 2,
  left: 0,
  right: 9,
  columns: { check: 6, note: 7, by: 8, date: 9 },
  said: SAID,
};

/** A row of a plan as the application would list it. */
export function madeCost(index: number, commitment: string, cost: string, more: Partial<CostRow> = {}): CostRow {
  const [first] = READING.actions;
  if (first === undefined) throw new Error('The reading has no action.');
  const source = {
    ...first.source,
    sheetId: 'GET-id',
    sheet: 'GET',
    row: 4 + index,
    cells: { commitment: `A${String(5 + index)}`, cost: `F${String(5 + index)}` },
  };
  const action = { ...first, commitment, source, cost: readCost(textCell(cost), 'Low/no cost', FRAMEWORK) };
  const ref = `GET-0${String(index)}`;
  return {
    ...financeReading(action, FRAMEWORK),
    key: ref,
    ref,
    directorate: 'Growth, Environment and Transport',
    file: '',
    action,
    texts: financeTexts(action),
    verdict: null,
    history: [],
    wordsNow: 'h',
    place: { ...PLACE, row: 4 + index },
    ...more,
  };
}

export const RECRUIT = madeCost(1, 'Recruit two link workers for twelve months', 'No cost');
export const WALKS = madeCost(2, 'Publish a directory of walking groups', 'Within existing budget');
export const CHANGED = madeCost(3, 'Run health walks', 'no cost', {
  verdict: { verdict: 'agreed', note: 'volunteers', by: 'AB', date: '2026-03-09', settled: false },
  history: [{ verdict: 'query', note: 'who leads?', by: 'AB', date: '2026-03-01', found: '' }],
});
export const AGREED = madeCost(4, 'Share the leaflet', '', {
  verdict: { verdict: 'agreed', note: '', by: 'AB', date: '2026-03-09', settled: true },
});

export interface CostServices extends FakeServices {
  /** What was recorded, in order. */
  readonly said: Omit<SaidOfCost, 'date'>[];
}

/** Services over some costs: what is recorded shows in the row, and goes again when it is taken back. */
export function costServices(rows: readonly CostRow[], more: Partial<PaneServices> = {}, list: Partial<CostList> = {}): CostServices {
  let now = rows;
  const said: CostServices['said'] = [];
  const put = (row: CostRow): CostRow => {
    now = now.map((one) => (one.key === row.key ? row : one));
    return row;
  };
  const services = fakeServices({
    listCosts: () =>
      Promise.resolve({
        of: 'plan',
        rows: now,
        totals: totalsOf(now),
        verdicts: ['agreed', 'query', 'not agreed'],
        withoutColumns: 0,
        ...list,
      }),
    recordVerdict: (row, given) => {
      said.push(given);
      const verdict =
        given.verdict === null ? null : { verdict: given.verdict, note: given.note, by: given.by, date: '2026-03-10', settled: true };
      return Promise.resolve({ row: put({ ...row, verdict }), cells: [], added: [], remembered: null, before: row });
    },
    takeBackVerdict: ({ before }) => Promise.resolve(put(before)),
    ...more,
  });
  return Object.assign(services, { said });
}
