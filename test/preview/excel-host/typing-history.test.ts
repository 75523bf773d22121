import { loaded } from './loaded-host';

function typedInto(address: string, ...texts: readonly string[]): ReturnType<typeof loaded> & { readonly held: () => unknown } {
  const opened = loaded();
  const { workbook } = opened.host;
  const sheet = workbook.sheet('GET');
  const { top, left } = workbook.areaOn(sheet, address);
  for (const text of texts) opened.host.fireEdit('GET', address, text);
  return { ...opened, held: () => sheet.cells.at(top, left).value };
}

describe('undo of what the user typed', () => {
  it('puts back what the cell held, one typing after the other, and then does nothing', () => {
    const { host, held } = typedInto('D2', 'first', '31/12/2030');
    expect(held()).toBe(47848);
    host.workbook.undo();
    expect(held()).toBe('first');
    host.workbook.undo();
    expect(held()).toBeNull();
    host.workbook.undo();
    expect(held()).toBeNull();
    expect(host.workbook.undoable).toBe(0);
  });

  it('puts back the format that a date gave the cell', () => {
    const { host } = typedInto('D2', '31/12/2030');
    host.workbook.undo();
    expect(host.workbook.sheet('GET').cells.formatAt(1, 3)).toBe('General');
  });

  it('tells the add-in of each cell, as a change of the user', () => {
    const { host } = typedInto('D2', 'first');
    const told: unknown[] = [];
    host.workbook.subscribe((change) => told.push([change.what, change.by, 'after' in change ? change.after : null]));
    host.workbook.undo();
    expect(told).toEqual([['cells', 'user', expect.objectContaining({ value: null })]]);
  });

  it('leaves a cell that the add-in wrote since', async () => {
    const { host, Excel, held } = typedInto('D2', 'first');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('GET').getRange('D2').values = [['written']];
      await context.sync();
    });
    host.workbook.undo();
    expect(held()).toBe('written');
  });

  it('leaves what a co-author typed', () => {
    const { host, held } = typedInto('D2');
    host.fireEdit('GET', 'D2', 'theirs', 'co-author');
    host.workbook.undo();
    expect(held()).toBe('theirs');
  });
});
