import { excelApi } from '../../../src/preview/excel-host/requirement-sets';
import { codeOf, loaded, smallBook } from './loaded-host';

async function firstAction({ Excel }: ReturnType<typeof loaded>): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Notes');
    sheet.getRange('A1').values = [['one']];
    sheet.getRange('A2').values = [['two']];
    sheet.getRange('A3').values = [['three']];
    await context.sync();
  });
}

test('what was done before an injected failure stays done, whatever action fails', async () => {
  const clean = loaded();
  await firstAction(clean);
  const count = clean.host.requests[0]?.actions ?? 0;
  expect(count).toBeGreaterThan(6);
  const done: number[] = [];
  for (let action = 0; action < count; action += 1) {
    const broken = loaded();
    broken.host.faults.failAt(0, action, 'GeneralException');
    expect(await codeOf(firstAction(broken))).toBe('GeneralException');
    done.push(Object.keys(broken.host.snapshot().sheets[1]?.cells ?? {}).length);
  }
  expect([done[0], done.at(-1), [...done].sort((a, b) => a - b)]).toEqual([0, 2, done]);
});

test('from a request on everything fails, until the faults are cleared', async () => {
  const { Excel, host } = loaded();
  host.faults.failFrom(1, 'AccessDenied');
  const write = (text: string): Promise<string> =>
    codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Notes').load('name');
        await context.sync();
        context.workbook.settings.add('k', text);
        await context.sync();
      }),
    );
  expect(await write('a')).toBe('AccessDenied');
  expect(host.snapshot().settings).toEqual({});
  host.faults.clear();
  expect(await write('b')).toBe('done');
  expect(host.snapshot().settings).toEqual({ k: 'b' });
});

test.each([
  ['lands', true, { k: 'v' }],
  ['does not land', false, {}],
])('a sync that never answers: its work %s', async (_, done, expected) => {
  const { Excel, host } = loaded();
  host.faults.hang(0, done);
  let ended = false;
  void Excel.run(async (context) => {
    context.workbook.settings.add('k', 'v');
    await context.sync();
  }).then(() => (ended = true));
  await new Promise((go) => setTimeout(go, 5));
  expect([ended, host.snapshot().settings]).toEqual([false, expected]);
});

test('an answer that comes late: the work is done at once, the sync ends when released', async () => {
  const { Excel, host } = loaded();
  const release = host.faults.late(0);
  const steps: string[] = [];
  const run = Excel.run(async (context) => {
    context.workbook.settings.add('k', 'v');
    await context.sync();
    steps.push('answered');
  });
  await new Promise((go) => setTimeout(go, 5));
  steps.push(`landed ${String(host.snapshot().settings.k)}`);
  release();
  await run;
  expect(steps).toEqual(['landed v', 'answered']);
});

test('a request over the limit is refused before anything is done, an answer over it after', async () => {
  const big = loaded(smallBook(), { limits: { payloadBytes: 4000 } });
  const write = big.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Notes').getRange('A1').values = [['x'.repeat(5000)]];
    await context.sync();
  });
  expect(await codeOf(write)).toBe('RequestPayloadSizeLimitExceeded');
  expect(big.host.snapshot().sheets[1]?.cells).toEqual({});
  expect(big.host.requests[0]).toMatchObject({ error: 'RequestPayloadSizeLimitExceeded', answerBytes: 0 });
  const read = big.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Notes').getRange('A1:Z99').load('values,text');
    await context.sync();
  });
  expect(await codeOf(read)).toBe('ResponsePayloadSizeLimitExceeded');
});

test('5 MB is the limit unless a test sets another, and bytes are counted in UTF-8', async () => {
  const { Excel, host } = loaded();
  expect(host.options.limits.payloadBytes).toBe(5 * 1024 * 1024);
  const bytes = async (text: string): Promise<number> => {
    const at = host.requests.length;
    await Excel.run(async (context) => {
      context.workbook.settings.add('k', text);
      await context.sync();
    });
    return host.requests[at]?.bytes ?? 0;
  };
  const [plain, pound] = [await bytes('a'), await bytes('£')];
  expect(pound - plain).toBe(1);
});

test('while a cell is being edited requests are refused, or wait when asked to', async () => {
  const { Excel, host } = loaded();
  host.cellEditing = true;
  const plain = Excel.run(async (context) => {
    context.workbook.settings.add('k', 'plain');
    await context.sync();
  });
  expect(await codeOf(plain)).toBe('InvalidOperationInCellEditMode');
  const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.settings.add('k', 'waited');
    await context.sync();
  });
  await new Promise((go) => setTimeout(go, 5));
  expect(host.snapshot().settings).toEqual({});
  host.cellEditing = false;
  await waiting;
  expect(host.snapshot().settings).toEqual({ k: 'waited' });
});

test.each([
  [12, 'ApiNotFound'],
  [13, 'done'],
])('with ExcelApi 1.%s resizing a table ends %s', async (minor, code) => {
  const { Excel, host, Office } = loaded(smallBook(), { requirements: excelApi(minor) });
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(code === 'done');
  const run = Excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem('GET').tables.add('A1:C2', true);
    table.resize('A1:C3');
    await context.sync();
  });
  expect(await codeOf(run)).toBe(code);
  expect(host.snapshot().sheets[0]?.tables.map(({ area }) => area)).toEqual(code === 'done' ? ['A1:C3'] : []);
});

test('an API this host lacks fails by its name', async () => {
  const { Excel } = loaded();
  const run = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('GET').shapes.addTextBox('x');
    await context.sync();
  });
  await expect(run).rejects.toMatchObject({ code: 'NotImplemented', message: 'The in-repo Excel host does not answer Worksheet.shapes.' });
});

test('the error says where it happened, as the genuine library shows it', async () => {
  const { Excel } = loaded();
  const run = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Gone').getRange('A1').values = [['x']];
    await context.sync();
  });
  await expect(run).rejects.toMatchObject({
    code: 'ItemNotFound',
    message: "The requested resource doesn't exist.",
    debugInfo: { errorLocation: 'WorksheetCollection.getItem', statement: 'var worksheet = worksheets.getItem(...);' },
  });
});

test.each(['excel-win32-16.01.debug.js', 'excel-web-16.00.debug.js'] as const)('both of Microsoft’s files work: %s', async (library) => {
  const { Excel, Office, host } = loaded(smallBook(), library === 'excel-web-16.00.debug.js' ? { library, platform: 'OfficeOnline' } : {});
  expect(await Office.onReady()).toEqual({ host: 'Excel', platform: host.options.platform });
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    expect(sheets.items.map(({ name }) => name)).toEqual(['GET', 'Notes']);
  });
});

test('two hosts know nothing of each other', async () => {
  const [one, two] = [loaded(smallBook(), { apart: true }), loaded(smallBook(), { apart: true })];
  await one.Excel.run(async (context) => {
    context.workbook.settings.add('k', 'one');
    await context.sync();
  });
  expect([one.host.snapshot().settings, two.host.snapshot().settings, two.host.requests.length]).toEqual([{ k: 'one' }, {}, 0]);
});

test('set with an object, and retrieving as plain data, use the runtime’s own actions', async () => {
  const { Excel, host } = loaded();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    sheet.set({ name: 'Growth', tabColor: '#ff0000', pageLayout: { orientation: 'Landscape' } });
    sheet.getRange('A1').format.set({ wrapText: true, font: { bold: true, color: 'red' } });
    await context.sync();
  });
  expect(host.snapshot().sheets[0]).toMatchObject({
    name: 'Growth',
    tabColour: '#FF0000',
    page: { orientation: 'Landscape' },
    looks: ['A1 font.bold=true', 'A1 font.color=#FF0000', 'A1 wrapText=true'],
  });
});
