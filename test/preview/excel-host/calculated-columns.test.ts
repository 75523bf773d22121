import { type Cell, gridOf } from '../../../src/domain/grid';
import { loaded, rowsOf } from './loaded-host';

type Before = string | null | { readonly formula: string };

const table = { name: 'Plan', area: { top: 0, left: 0, bottom: 3, right: 1 }, hasHeader: true, hasTotals: false };

/** Formulas, or values, of B2:B4 after a write into a table whose second column held `before`. */
async function check(before: readonly Before[], written: readonly string[], expected: readonly unknown[]): Promise<void> {
  const rows = rowsOf(
    ['Ref', 'Link'],
    ...before.map((cell, index) => [`GET-${String(index + 1)}`, typeof cell === 'string' ? cell : null]),
  );
  before.forEach((cell, index) => {
    if (cell !== null && typeof cell !== 'string') rows[index + 1] = [rows[index + 1]?.[0] ?? null, formulaCell(cell.formula)];
  });
  const { host, Excel } = loaded({ name: '', sheets: [gridOf('Plan', rows, { tables: [table] })] });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Plan').getRange(`B2:B${String(written.length + 1)}`).values = written.map((cell) => [cell]);
    await context.sync();
  });
  const { cells } = host.workbook.sheet('Plan');
  expect([1, 2, 3].map((row) => cells.at(row, 1).formula ?? cells.at(row, 1).value)).toEqual(expected);
}

function formulaCell(formula: string): Cell {
  return { kind: 'text', value: 'A', text: 'A', format: 'General', formula };
}

const link = (to: string): string => `=HYPERLINK("#${to}","${to}")`;

describe('formulas written into a column of a table', () => {
  it('that is blank: the lowest fills all of it', () =>
    check([null, null, null], [link('A'), link('B'), link('C')], [link('C'), link('C'), link('C')]));
  it('that is blank, into some of its rows: the lowest fills all of it', () =>
    check([null, null, null], [link('A'), link('B')], [link('B'), link('B'), link('B')]));
  it('that has one formula in all cells: changed by the new one', () =>
    check([{ formula: link('A') }, { formula: link('A') }, { formula: link('A') }], [link('B')], [link('B'), link('B'), link('B')]));
  it('that held texts: each stays as it was written', () =>
    check(['a', 'b', 'c'], [link('A'), link('B'), link('C')], [link('A'), link('B'), link('C')]));
  it('no formula: nothing is filled', () => check([null, null, null], ['a', 'b'], ['a', 'b', null]));
});
