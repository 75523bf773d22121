import { a1, type Area, gridOf, textCell } from '../../../src/domain/grid';
import { benchOf } from '../../adapters/office/office-bench';
import { planInExcel, type PlanInExcel, putCell, submissionOf } from './plan-in-excel';

async function changedPlan(): Promise<PlanInExcel> {
  const plan = planInExcel([submissionOf('GET', ['Plant trees', 'Warm homes'])]);
  await plan.collate();
  plan.host.fireEdit('GET', 'A2', 'Plant 200 trees');
  plan.host.fireEdit('GET', 'A4', 'Teach swimming');
  return plan;
}

describe('a workbook that calculates on request only', () => {
  it('is written the same, and stays so', async () => {
    const automatic = await changedPlan();
    putCell(automatic, 'GET', 'H1', { formula: '=COUNTA(A:A)', value: 4 });
    await automatic.collate();
    const words = automatic.words('AllPriorities');
    const manual = await changedPlan();
    manual.host.workbook.calculationMode = 'Manual';
    // Not calculated since rows were added.
    putCell(manual, 'GET', 'H1', { formula: '=COUNTA(A:A)', value: 3 });
    await manual.collate();
    expect(manual.words('AllPriorities')).toEqual(words);
    expect(manual.host.workbook.calculationMode).toBe('Manual');
    expect(manual.host.workbook.sheet('GET').cells.at(0, 7)).toMatchObject({ formula: '=COUNTA(A:A)', value: 3 });
    expect(manual.host.requests.flatMap(({ names }) => names)).not.toContain('CalculationMode');
  });
});

describe('what the user can undo with Excel’s own Undo', () => {
  it('is left by reading, by showing a cell and by a refresh of a plan', async () => {
    const plan = await changedPlan();
    expect(plan.host.workbook.undoable).toBe(2);
    const { sheets } = await plan.port.readBook({ includeHidden: true });
    const sheetId = sheets.find(({ name }) => name === 'GET')?.id ?? '';
    const stop = await plan.port.watch(() => undefined);
    await plan.port.reveal({ sheetId, area: { top: 1, left: 0, bottom: 1, right: 0 } });
    await plan.port.remember('view', 'collate');
    await plan.collate();
    await stop();
    expect(plan.host.workbook.undoable).toBe(2);
  });

  it('is gone where sheets are made hidden or removed, as Excel does; then the plan can be restored', async () => {
    const plan = planInExcel([submissionOf('GET', ['Plant trees'])]);
    plan.host.fireEdit('GET', 'A2', 'Plant 200 trees');
    await plan.collate();
    expect(plan.host.workbook.undoable).toBe(0);
    expect((await plan.requests.lastRun()).restore?.state).toBe('closed');
  });
});

describe('merged areas whose addresses are longer than Excel gives at once', () => {
  it('are all read', async () => {
    const merges = Array.from({ length: 400 }, (_, index): Area => ({ top: 2 * index, left: 0, bottom: 2 * index, right: 1 }));
    const rows = merges.flatMap(() => [[textCell('words')], []]);
    const { host, workbook } = benchOf({ name: '', sheets: [gridOf('Priorities of the directorate', rows, { merges })] });
    const book = await workbook.readBook({ includeHidden: true });
    const places = (found: readonly Area[]): string[] => found.map(({ top, left }) => a1({ row: top, column: left })).sort();
    expect(places(book.sheets[0]?.merges ?? [])).toEqual(places(merges));
    expect(host.requests.map(({ error }) => error)).toContain('InvalidArgument');
    expect(host.reports).toEqual([]);
  });
});
