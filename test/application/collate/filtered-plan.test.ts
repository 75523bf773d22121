import { seen } from '../../adapters/office/office-bench';
import { planInExcel, type PlanInExcel, submissionOf } from './plan-in-excel';

const WORDS = 'What we have committed to';
const signal = new AbortController().signal;

/** A plan of four actions, filtered to show the third alone; then three of them are reworded and one is added. */
async function filtered(): Promise<PlanInExcel> {
  const plan = planInExcel([submissionOf('GET', ['Plant trees', 'Warm homes', 'Open a library', 'Repair the roads'])]);
  await plan.collate();
  plan.host.filter('AllPriorities', 'Ref', ['GET-03']);
  plan.host.fireEdit('GET', 'A2', 'Plant 200 trees');
  plan.host.fireEdit('GET', 'A4', 'Open a library in Dover');
  plan.host.fireEdit('GET', 'B5', 'A. Smith');
  plan.host.fireEdit('GET', 'A6', 'Teach swimming');
  plan.host.fireEdit('GET', 'B6', 'B. Green');
  return plan;
}

const filterOn = ({ host }: PlanInExcel): readonly string[] =>
  host.snapshot().sheets.find(({ name }) => name === 'All priorities')?.filters ?? [];

it('writes every cell where it belongs under a filter, and sets the filter again', async () => {
  const plan = await filtered();
  expect(filterOn(plan)).toEqual([expect.stringMatching(/^A4:[A-Z]+8 1 Values GET-03, hides 5 6 8$/)]);
  await plan.collate();
  expect(plan.column('AllPriorities', WORDS)).toEqual([
    'Plant 200 trees',
    'Warm homes',
    'Open a library in Dover',
    'Repair the roads',
    'Teach swimming',
  ]);
  expect(plan.column('AllPriorities', 'Led by')).toEqual(['Jo Brown', 'Jo Brown', 'Jo Brown', 'A. Smith', 'B. Green']);
  expect(filterOn(plan)).toEqual([expect.stringMatching(/^A4:[A-Z]+9 1 Values GET-03, hides 5 6 8 9$/)]);
  expect((await plan.collate()).nothingToDo).toBe(true);
});

it('takes a write that fails under a filter back, the filter too', async () => {
  const rehearsal = await filtered();
  const dryRun = await rehearsal.requests.planCollation([], signal, () => undefined);
  const first = rehearsal.host.requests.length;
  await rehearsal.requests.writeCollation(dryRun, signal, () => undefined);
  const sent = rehearsal.host.requests.slice(first).map(({ actions }) => actions);
  for (const [index, actions] of sent.slice(0, -1).entries()) {
    const plan = await filtered();
    const prepared = await plan.requests.planCollation([], signal, () => undefined);
    const before = seen(plan.host);
    plan.host.faults.failAt(plan.host.requests.length + index, actions - 1);
    await expect(plan.requests.writeCollation(prepared, signal, () => undefined)).rejects.toThrow();
    expect(seen(plan.host) === before).toBe(true);
  }
});

it('tells of a filter that could not be set again, and writes the rest', async () => {
  const rehearsal = await filtered();
  await rehearsal.collate();
  const last = rehearsal.host.requests.length - 1;
  const plan = await filtered();
  const dryRun = await plan.requests.planCollation([], signal, () => undefined);
  plan.host.faults.failAt(last, 0);
  const result = await plan.requests.writeCollation(dryRun, signal, () => undefined);
  expect(result.notices).toEqual([expect.stringMatching(/filter on “All priorities” .* could not be set again/)]);
  expect(plan.column('AllPriorities', WORDS)).toContain('Teach swimming');
});
