import { type LoadedHost, loaded } from './loaded-host';

interface Heard {
  readonly edits: Excel.WorksheetChangedEventArgs[];
  readonly selections: string[];
  readonly sheets: string[];
  readonly stop: () => Promise<void>;
}

async function listen({ Excel }: LoadedHost): Promise<Heard> {
  const edits: Excel.WorksheetChangedEventArgs[] = [];
  const selections: string[] = [];
  const sheets: string[] = [];
  const handlers = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add(async (event) => {
        edits.push(event);
        await Promise.resolve();
      }),
      worksheets.onSelectionChanged.add(async ({ address }) => {
        selections.push(address);
        await Promise.resolve();
      }),
      worksheets.onAdded.add(async ({ type }) => {
        sheets.push(type);
        await Promise.resolve();
      }),
      worksheets.onDeleted.add(async ({ type }) => {
        sheets.push(type);
        await Promise.resolve();
      }),
      worksheets.onNameChanged.add(async ({ nameBefore, nameAfter }) => {
        sheets.push(`${nameBefore} to ${nameAfter}`);
        await Promise.resolve();
      }),
    ];
    await context.sync();
    return added;
  });
  const stop = (): Promise<void> =>
    Excel.run(handlers[0]?.context ?? new Excel.RequestContext(), async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  return { edits, selections, sheets, stop };
}

async function settled({ host }: LoadedHost): Promise<void> {
  await host.eventsDelivered();
  await new Promise((go) => setTimeout(go, 0));
}

test('a user’s typing, a co-author’s and the add-in’s own write reach the handler, told apart', async () => {
  const office = loaded();
  const heard = await listen(office);
  office.host.fireEdit('GET', 'B2', 'C. White');
  office.host.fireEdit('Notes', 'A1', 'Mar 2026', 'co-author');
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('GET').getRange('A1:B1').values = [['x', 'y']];
    await context.sync();
  });
  await settled(office);
  expect(heard.edits.map(({ address, source, triggerSource, changeType }) => [address, source, triggerSource, changeType])).toEqual([
    ['B2', 'Local', 'Unknown', 'RangeEdited'],
    ['A1', 'Remote', 'Unknown', 'RangeEdited'],
    ['A1:B1', 'Local', 'ThisLocalAddin', 'RangeEdited'],
  ]);
  expect(heard.edits[0]?.details).toEqual({
    valueBefore: 'A. Brown',
    valueAfter: 'C. White',
    valueTypeBefore: 'String',
    valueTypeAfter: 'String',
  });
  expect(heard.edits[1]?.details).toMatchObject({
    valueBefore: '',
    valueAfter: 46_082,
    valueTypeBefore: 'Empty',
    valueTypeAfter: 'Double',
  });
  expect(heard.edits[2]?.details).toBeUndefined();
  expect(heard.edits.map(({ worksheetId }) => worksheetId)).toEqual(
    ['GET', 'Notes', 'GET'].map((name) => office.host.workbook.sheet(name).id),
  );
});

test('an event leads to its range', async () => {
  const office = loaded();
  const heard = await listen(office);
  office.host.fireEdit('GET', 'C3', '250');
  await settled(office);
  await office.Excel.run(async (context) => {
    const range = heard.edits[0]?.getRange(context).load('address,values');
    await context.sync();
    expect([range?.address, range?.values]).toEqual(['GET!C3', [[250]]]);
  });
});

test('selection and sheets; nothing once the handlers are removed', async () => {
  const office = loaded();
  const heard = await listen(office);
  office.host.select('Notes', 'B2:C4');
  office.host.workbook.addSheet('New', 'user');
  office.host.workbook.renameSheet(office.host.workbook.sheet('New'), 'Newer', 'user');
  office.host.workbook.removeSheet(office.host.workbook.sheet('Newer'), 'user');
  await settled(office);
  expect([heard.selections, heard.sheets]).toEqual([['B2:C4'], ['WorksheetAdded', 'New to Newer', 'WorksheetDeleted']]);
  await heard.stop();
  office.host.select('GET', 'A1');
  office.host.fireEdit('GET', 'A1', 'x');
  await settled(office);
  expect([heard.selections.length, heard.edits.length]).toEqual([1, 0]);
});

test('with events turned off the add-in hears nothing', async () => {
  const office = loaded();
  const heard = await listen(office);
  await office.Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem('GET').getRange('A1').values = [['x']];
    await context.sync();
    context.runtime.enableEvents = true;
    context.workbook.worksheets.getItem('GET').getRange('A2').values = [['y']];
    await context.sync();
  });
  await settled(office);
  expect(heard.edits.map(({ address }) => address)).toEqual(['A2']);
});

test('one sheet’s own event hears only that sheet', async () => {
  const office = loaded();
  const addresses: string[] = [];
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET').load('id');
    await context.sync();
    sheet.onChanged.add(async ({ address }) => {
      addresses.push(address);
      await Promise.resolve();
    });
    await context.sync();
  });
  office.host.fireEdit('Notes', 'A1', 'no');
  office.host.fireEdit('GET', 'A1', 'yes');
  await settled(office);
  expect(addresses).toEqual(['A1']);
});

test('a listener in the preview hears every change with its place', () => {
  const { host } = loaded();
  const heard: string[] = [];
  const stop = host.workbook.subscribe((change) =>
    heard.push(`${change.what} ${host.workbook.sheetById(change.sheetId).name} ${change.by}`),
  );
  host.fireEdit('GET', 'A1', 'x');
  host.select('Notes', 'A1');
  stop();
  host.fireEdit('GET', 'A1', 'y');
  expect(heard).toEqual(['cells GET user', 'sheet activated Notes user', 'selection Notes user']);
});
