import { FileWorkbook } from '../../../src/adapters/files';
import { PackageParts } from '../../../src/adapters/files/package/package-parts';
import type { WorkbookPort } from '../../../src/application';
import { areaA1 } from '../../../src/domain/grid';
import { reconcile, type SheetPlan, text } from '../../../src/domain/workbook';
import { observeFile } from '../../adapters/files/observe-file';
import { seen } from '../../adapters/office/office-bench';
import { BARE_PLAN } from '../../domain/workbook/bare-plan';
import { planInExcel, type PlanInExcel, putCell, showTotals, submissionOf } from './plan-in-excel';

const signal = new AbortController().signal;
const WORDS = 'What we have committed to';

/** The words of the last row of a table, and the formula in its second column. */
function totals(plan: PlanInExcel, name: string): readonly unknown[] {
  const { table, sheet } = plan.host.workbook.findTable(name) ?? {};
  if (table === undefined || sheet === undefined) return [];
  const { bottom, left } = table.area;
  return [table.hasTotals, sheet.cells.at(bottom, left).value, sheet.cells.at(bottom, left + 1).formula];
}

async function withTotals(): Promise<PlanInExcel> {
  const plan = planInExcel([submissionOf('GET', ['Plant trees', 'Warm homes'])]);
  plan.host.fireEdit('GET', 'C2', 'soon');
  plan.host.fireEdit('GET', 'C3', 'later');
  await plan.collate();
  showTotals(plan, 'AllPriorities');
  showTotals(plan, 'PlanFindings');
  return plan;
}

it('stays below the last row when rows are added, and reaches over them', async () => {
  const plan = await withTotals();
  expect((await plan.collate()).nothingToDo).toBe(true);
  for (const [cell, words] of [
    ['A4', 'Open a library'],
    ['B4', 'A. Smith'],
    ['C4', 'later'],
    ['A5', 'Teach swimming'],
    ['B5', 'B. Green'],
  ] as const)
    plan.host.fireEdit('GET', cell, words);
  const { obstacles } = await plan.collate();
  expect(obstacles).toEqual([]);
  expect(plan.column('AllPriorities', WORDS)).toEqual(['Plant trees', 'Warm homes', 'Open a library', 'Teach swimming', '']);
  expect(totals(plan, 'AllPriorities')).toEqual([true, 'Total', '=COUNTA(B5:B8)']);
  expect(totals(plan, 'PlanFindings').slice(0, 2)).toEqual([true, 'Total']);
  expect((await plan.collate()).nothingToDo).toBe(true);
});

it('moves up with a list that has fewer rows', async () => {
  const plan = await withTotals();
  const before = plan.words('PlanFindings').length;
  plan.host.fireEdit('GET', 'C2', 'March 2027');
  await plan.collate();
  expect(plan.words('PlanFindings').length).toBeLessThan(before);
  expect(totals(plan, 'PlanFindings').slice(0, 2)).toEqual([true, 'Total']);
  expect((await plan.collate()).nothingToDo).toBe(true);
});

it('is as it was after a write that failed at any request', async () => {
  const grown = async (): Promise<PlanInExcel> => {
    const plan = await withTotals();
    plan.host.fireEdit('GET', 'A4', 'Open a library');
    plan.host.fireEdit('GET', 'B4', 'A. Smith');
    return plan;
  };
  const rehearsal = await grown();
  const dryRun = await rehearsal.requests.planCollation([], signal, () => undefined);
  const first = rehearsal.host.requests.length;
  await rehearsal.requests.writeCollation(dryRun, signal, () => undefined);
  const sent = rehearsal.host.requests.slice(first).map(({ names }) => names);
  for (const [request, names] of sent.entries()) {
    for (const action of new Set([names.lastIndexOf('ShowTotals'), names.length - 1])) {
      const plan = await grown();
      const prepared = await plan.requests.planCollation([], signal, () => undefined);
      const before = seen(plan.host);
      plan.host.faults.failAt(plan.host.requests.length + request, Math.max(0, action) + 5);
      await plan.requests
        .writeCollation(prepared, signal, () => undefined)
        .then(
          () => undefined,
          () => expect(seen(plan.host) === before).toBe(true),
        );
    }
  }
});

it('says what stands where the row of totals must go', async () => {
  const plan = await withTotals();
  putCell(plan, 'All priorities', 'B9', { value: 'my own list' });
  plan.host.fireEdit('GET', 'A4', 'Open a library');
  plan.host.fireEdit('GET', 'B4', 'A. Smith');
  plan.host.fireEdit('GET', 'A5', 'Teach swimming');
  plan.host.fireEdit('GET', 'B5', 'B. Green');
  await expect(plan.collate()).rejects.toMatchObject({ message: expect.stringMatching(/cell B9: "my own list"/) as unknown });
});

describe('in a file', () => {
  const sheetPlan = (refs: readonly string[]): SheetPlan => ({
    ...BARE_PLAN,
    name: 'Plan',
    table: {
      name: 'Plan',
      at: { row: 0, column: 0 },
      columns: ['ref', 'words'].map((key) => ({ key, heading: key, owner: 'plan', width: 9, wrap: false, align: 'left', format: '@' })),
      rows: refs.map((ref) => ({ key: ref, cells: { ref: text(ref), words: text(`${ref}!`) } })),
      refresh: { how: 'keep', keyColumn: 'ref', gone: { column: 'words', cell: text('gone') } },
      banded: true,
      style: 'TableStyleLight9',
    },
  });

  async function write(port: WorkbookPort, refs: readonly string[]): Promise<void> {
    const { changes, obstacles } = reconcile(sheetPlan(refs), await port.readBook({ includeHidden: true }), null);
    expect(obstacles).toEqual([]);
    await port.apply([changes]);
  }

  /** The same file with a row of totals, as Excel saves it. */
  async function totalled(bytes: Uint8Array): Promise<Uint8Array> {
    const parts = await PackageParts.open(bytes);
    const table = parts.tree('xl/tables/table1.xml');
    table.attributes.set('ref', 'A1:B4').set('totalsRowCount', '1');
    parts.write('xl/tables/table1.xml', table);
    return parts.toBytes();
  }

  it('moves with the last row too', async () => {
    const made = await FileWorkbook.create('plan.xlsx');
    await write(made, ['A', 'B']);
    const port = await FileWorkbook.open('plan.xlsx', await totalled(await made.toBytes()));
    const totalsRow = { kind: 'restore', value: 2, format: '0', formula: '=COUNTA(B2:B3)' } as const;
    const area = { top: 3, left: 0, bottom: 3, right: 1 };
    await port.apply([
      [{ edit: { type: 'write cells', sheet: 'Plan', area, cells: [[text('Total'), totalsRow]], expected: null }, undo: null }],
    ]);
    await write(port, ['A', 'B', 'C', 'D']);
    const [sheet] = (await observeFile(await port.toBytes())).sheets;
    expect(Object.entries(sheet?.cells ?? {}).map(([address, { value, formula }]) => `${address} ${formula ?? String(value)}`)).toEqual([
      'A1 ref',
      'B1 words',
      'A2 A',
      'B2 A!',
      'A3 B',
      'B3 B!',
      'A4 C',
      'B4 C!',
      'A5 D',
      'B5 D!',
      'A6 Total',
      'B6 =COUNTA(B2:B5)',
    ]);
    const [table] = (await port.readBook({ includeHidden: true })).sheets[0]?.tables ?? [];
    expect([table?.hasTotals, table === undefined ? '' : areaA1(table.area)]).toEqual([true, 'A1:B6']);
  });
});
