import { gridOf } from '../../../src/domain/grid';
import { codeOf, type LoadedHost, loaded, rowsOf } from './loaded-host';

const area = { top: 0, left: 0, bottom: 4, right: 1 };
const rows = rowsOf(['Ref', 'Status'], ['GET-1', 'on track'], ['GET-2', 'delayed'], ['GET-3', 'on track'], ['GET-4', 'delayed']);

function filtered(): LoadedHost {
  const table = { name: 'Plan', area, hasHeader: true, hasTotals: false };
  const opened = loaded({ name: '', sheets: [gridOf('Plan', rows, { tables: [table] })] });
  opened.host.filter('Plan', 'Status', ['delayed']);
  return opened;
}

const refs = ({ host }: LoadedHost): unknown[] => [1, 2, 3, 4].map((row) => host.workbook.sheet('Plan').cells.at(row, 0).value);

it('an array written over hidden rows puts its first row into the visible ones', async () => {
  const opened = filtered();
  await opened.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Plan').getRange('A2:A5').values = [['one'], ['two'], ['three'], ['four']];
    await context.sync();
  });
  expect(refs(opened)).toEqual(['GET-1', 'one', 'GET-3', 'one']);
});

it('arrives whole once the criteria are cleared, which can be set again', async () => {
  const opened = filtered();
  await opened.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('Plan');
    const filter = table.autoFilter.load('isDataFiltered,criteria');
    await context.sync();
    const { isDataFiltered, criteria } = filter;
    expect([isDataFiltered, criteria.length, criteria[0]?.values ?? null, criteria[1]?.values]).toEqual([true, 2, null, ['delayed']]);
    filter.clearCriteria();
    table.getDataBodyRange().getColumn(0).values = [['one'], ['two'], ['three'], ['four']];
    filter.apply(table.getRange(), 1, { filterOn: 'Values', values: ['on track'] });
    await context.sync();
  });
  expect(refs(opened)).toEqual(['one', 'two', 'three', 'four']);
  expect(opened.host.snapshot().sheets[0]?.filters).toEqual(['A1:B5 2 Values on track, hides 3 5']);
});

it('refuses criteria with the nulls that it gives itself', async () => {
  const { Excel } = filtered();
  const code = Excel.run(async (context) => {
    const { autoFilter } = context.workbook.tables.getItem('Plan');
    autoFilter.load('criteria');
    await context.sync();
    autoFilter.apply('A1:B5', 1, autoFilter.criteria[1]);
    await context.sync();
  });
  expect(await codeOf(code)).toBe('InvalidArgument');
});

it("filters a sheet's own range by one criterion", async () => {
  const { Excel, host } = loaded({ name: '', sheets: [gridOf('Plan', rows)] });
  await Excel.run(async (context) => {
    const { autoFilter } = context.workbook.worksheets.getItem('Plan');
    autoFilter.apply('A1:B5', 1, { filterOn: 'Custom', criterion1: '<>delayed' });
    const range = autoFilter.getRangeOrNullObject().load('address');
    await context.sync();
    expect(range.address).toBe('Plan!A1:B5');
  });
  expect(host.snapshot().sheets[0]?.filters).toEqual(['A1:B5 2 Custom <>delayed, hides 3 5']);
});
