import { benchOf, smallBook } from './office-bench';

async function idOf(bench: ReturnType<typeof benchOf>, name: string): Promise<string> {
  const { sheets } = await bench.workbook.readBook({ includeHidden: true });
  return sheets.find((sheet) => sheet.name === name)?.id ?? '';
}

const CELL = { top: 3, left: 1, bottom: 3, right: 1 };

describe('showing a cell', () => {
  it('brings the sheet to the front and selects the cell', async () => {
    const book = smallBook();
    const bench = benchOf({
      ...book,
      sheets: [...book.sheets, { ...(book.sheets[0] ?? { id: '' }), name: 'Second', tables: [] }] as typeof book.sheets,
    });
    await bench.workbook.reveal({ sheetId: await idOf(bench, 'Second'), area: CELL });
    expect(bench.host.workbook.active.name).toBe('Second');
    expect(bench.host.workbook.active.selection).toEqual(CELL);
  });

  it('says that a hidden sheet is hidden, and leaves it so', async () => {
    const bench = benchOf(smallBook());
    const before = bench.host.snapshot();
    const showing = bench.workbook.reveal({ sheetId: await idOf(bench, 'Old'), area: CELL });
    await expect(showing).rejects.toMatchObject({ code: 'not supported', message: expect.stringMatching(/“Old” is hidden/) as unknown });
    expect(bench.host.snapshot()).toEqual(before);
  });

  it('says that a sheet is gone', async () => {
    const { workbook } = benchOf(smallBook());
    await expect(workbook.reveal({ sheetId: '{gone}', area: CELL })).rejects.toMatchObject({ code: 'cell changed' });
  });
});

describe('the selection', () => {
  it('is the sheet in front and its selected cells', async () => {
    const { host, workbook } = benchOf(smallBook());
    const area = { top: 1, left: 0, bottom: 5, right: 3 };
    await workbook.reveal({ sheetId: host.workbook.active.id, area });
    expect(await workbook.selection()).toEqual({ sheetId: host.workbook.active.id, area });
  });

  it('that cannot be asked for is said in plain words', async () => {
    const { host, workbook } = benchOf(smallBook());
    host.faults.failFrom(0, 'AccessDenied');
    await expect(workbook.selection()).rejects.toMatchObject({
      message: expect.stringMatching(/^We could not see which cells are selected: /) as unknown,
    });
  });
});

describe('preferences', () => {
  it('are kept in the workbook, the later over the earlier', async () => {
    const { host, workbook } = benchOf(smallBook());
    expect(await workbook.recall('theme')).toBeNull();
    await workbook.remember('theme', 'dark');
    await workbook.remember('theme', 'light');
    expect(await workbook.recall('theme')).toBe('light');
    expect(host.snapshot().settings).toEqual({ 'collator.theme': 'light' });
  });

  it('fail in plain words', async () => {
    const { host, workbook } = benchOf(smallBook());
    host.faults.failFrom(0, 'AccessDenied');
    await expect(workbook.remember('theme', 'dark')).rejects.toMatchObject({
      code: 'protected sheet',
      message: expect.stringMatching(/^We could not keep your preferences: /) as unknown,
    });
  });
});
