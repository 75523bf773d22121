import { gridOf, parseArea, textCell } from '../../../src/domain/grid';
import { reconcile, text } from '../../../src/domain/workbook';
import { seen } from '../../adapters/office/office-bench';
import { BARE_PLAN } from '../../domain/workbook/bare-plan';
import { planInExcel, type PlanInExcel, putCell, submissionOf } from './plan-in-excel';

const signal = new AbortController().signal;
const area = (address: string): { top: number; left: number; bottom: number; right: number } => {
  const found = parseArea(address);
  if (found === null) throw new Error(address);
  return found;
};

/** A plan of three actions, of which the second has another status since and a fourth is new. */
async function changed(): Promise<PlanInExcel> {
  const plan = planInExcel([submissionOf('GET', ['Plant trees', 'Warm homes', 'Open a library'])]);
  await plan.collate();
  plan.host.fireEdit('GET', 'A3', 'Warm 300 homes');
  plan.host.fireEdit('GET', 'A5', 'Teach swimming');
  plan.host.fireEdit('GET', 'B5', 'B. Green');
  return plan;
}

type Prepare = (plan: PlanInExcel) => void;

/** What stands in the way when the plan is read, or comes there after it was read; the write is refused and changes nothing. */
async function refused(when: { readonly before?: Prepare; readonly meanwhile?: Prepare }, words: RegExp): Promise<void> {
  const plan = await changed();
  when.before?.(plan);
  const dryRun = await plan.requests.planCollation([], signal, () => undefined);
  when.meanwhile?.(plan);
  const before = seen(plan.host);
  await expect(plan.requests.writeCollation(dryRun, signal, () => undefined)).rejects.toMatchObject({
    message: expect.stringMatching(words) as unknown,
  });
  expect(seen(plan.host) === before).toBe(true);
}

const sheet = ({ host }: PlanInExcel): ReturnType<typeof host.workbook.sheet> => host.workbook.sheet('All priorities');

describe('what stands where the plan must write is named, and nothing is written', () => {
  it('merged cells in a row', () =>
    refused({ before: (plan) => (sheet(plan).merges = [area('C6:D6')]) }, /cells C6:D6 of All priorities are merged/));
  it('merged cells under the table', () =>
    refused({ before: (plan) => (sheet(plan).merges = [area('A8:B8')]) }, /cells A8:B8 of “All priorities” are merged/));
  it('a PivotTable under the table', () =>
    refused(
      { before: (plan) => (sheet(plan).pivots = [{ name: 'Counts', area: area('B8:D12') }]) },
      /PivotTable “Counts” at B8:D12 of “All priorities”/,
    ));
  it('a formula that spills into the rows below', () =>
    refused(
      {
        meanwhile: (plan) => {
          sheet(plan).spills = [area('Z2:Z3'), area('D8:E12')];
        },
      },
      /Cell D8 of “All priorities” holds a result of a formula/,
    ));
});

describe('what is beside the cells to be written is left alone', () => {
  it('a PivotTable, a merge and a spill elsewhere on the sheet', async () => {
    const plan = await changed();
    sheet(plan).pivots = [{ name: 'Counts', area: area('AA4:AC9') }];
    sheet(plan).merges = [area('AA12:AC12')];
    sheet(plan).spills = [area('AE4:AE9')];
    await plan.collate();
    expect(plan.column('AllPriorities', 'Ref')).toEqual(['GET-01', 'GET-02', 'GET-03', 'GET-04']);
    expect(sheet(plan).spills).toEqual([area('AE4:AE9')]);
  });
});

describe('what somebody else changed since the plan was read', () => {
  it('a row put in above: the row to be written has another Ref', () =>
    refused(
      { meanwhile: ({ host }) => host.workbook.shiftRows(host.workbook.sheet('All priorities'), 4, 1, 'co-author') },
      /has (?:other rows|changed)/,
    ));
  it('a row whose other cells are alike, moved by a sort', () =>
    refused(
      {
        meanwhile: (plan) => {
          putCell(plan, 'All priorities', 'A6', { value: 'GET-03' });
          putCell(plan, 'All priorities', 'A7', { value: 'GET-02' });
        },
      },
      /Cell A6 of “All priorities”/,
    ));
  it('a table made longer', () =>
    refused(
      {
        meanwhile: ({ host }) => {
          const table = host.workbook.findTable('AllPriorities')?.table;
          if (table !== undefined) table.area = { ...table.area, bottom: table.area.bottom + 2 };
        },
      },
      /The table on “All priorities” has other rows/,
    ));
});

describe('what Excel refuses has words of its own', () => {
  it('a workbook whose structure is protected', async () => {
    const plan = planInExcel([submissionOf('GET', ['Plant trees'])]);
    plan.host.workbook.isStructureProtected = true;
    await expect(plan.collate()).rejects.toMatchObject({
      code: 'protected sheet',
      message: expect.stringMatching(/structure of this workbook is protected, so the sheet “_plan” cannot be added/) as unknown,
    });
    expect(plan.host.workbook.sheets.map(({ name }) => name)).toEqual(['GET']);
  });

  it('a protected structure does not matter where no sheet is added', async () => {
    const plan = await changed();
    plan.host.workbook.isStructureProtected = true;
    await plan.collate();
    expect(plan.column('AllPriorities', 'Ref')).toHaveLength(4);
  });

  it('a workbook open for reading only is written, with a word on how to keep it', async () => {
    const plan = await changed();
    plan.host.workbook.isReadOnly = true;
    const dryRun = await plan.requests.planCollation([], signal, () => undefined);
    const { notices } = await plan.requests.writeCollation(dryRun, signal, () => undefined);
    expect(notices).toEqual([expect.stringMatching(/open for reading only\. Save it under another name/)]);
  });
});

it('merged cells over a block are named as well', () => {
  const merged = gridOf('Plan', [[textCell('Title')]], { merges: [area('A1:B2')] });
  const plan = { ...BARE_PLAN, name: 'Plan', blocks: [{ at: { row: 0, column: 0 }, cells: [[text('Title')], [text('under')]] }] };
  const last = { plan: 'Plan', id: 'Plan', name: 'Plan', rows: {}, blocks: {} };
  const { obstacles } = reconcile(plan, { name: '', sheets: [merged] }, last);
  expect(obstacles.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/A1:B2 of Plan are merged/)]);
});
