import { FileWorkbook } from '../../../src/adapters/files';
import { readFileSync } from 'node:fs';
import { type Area, areaA1, parseArea } from '../../../src/domain/grid';
import { TypingRefused } from '../../../src/preview/excel-host';
import { planInExcel, type PlanInExcel } from './plan-in-excel';

/** A plan of version 0.1.0 open in Excel: its drop-downs refuse. Rule: docs/rules.md#offers. */
const SHEET = 'All priorities';
const STOP = { showAlert: true, style: 'Stop', title: '', message: '' };

const LISTS: Readonly<Record<string, string>> = {
  L: 'no cost,low cost,funded,to be confirmed,above low cost',
  M: 'agreed,query,not agreed',
  N: 'on track,at risk,delayed,complete,not started,stopped',
};

function areaOf(address: string): Area {
  const area = parseArea(address);
  if (area === null) throw new Error(address);
  return area;
}

function refuse(plan: PlanInExcel, address: string, source: string): void {
  const rule = { list: { inCellDropDown: true, source } };
  plan.host.workbook.sheet(SHEET).setValidation({ area: areaOf(address), rule, ignoreBlanks: true, prompt: null, errorAlert: STOP });
}

async function planOf010(): Promise<PlanInExcel> {
  const file = 'test/data/plans-0.1.0/kent-priorities.xlsx';
  const book = await FileWorkbook.open('kent-priorities.xlsx', readFileSync(file));
  const plan = planInExcel((await book.readBook({ includeHidden: true })).sheets);
  for (const [column, source] of Object.entries(LISTS)) refuse(plan, `${column}5:${column}5004`, source);
  return plan;
}

/** Which rules refuse, as "column: values". */
function refusing({ host }: PlanInExcel): string[] {
  return host.workbook
    .sheet(SHEET)
    .validations.filter(({ errorAlert }) => errorAlert?.showAlert !== false)
    .map(({ area, rule }) => `${areaA1(area)}: ${String((rule.list as { source?: unknown } | undefined)?.source)}`);
}

describe('drop-downs of a plan that version 0.1.0 wrote', () => {
  it('refuse before, and offer after the next collation; the user’s own rules stay', async () => {
    const plan = await planOf010();
    expect(() => plan.host.fireEdit(SHEET, 'M6', 'agreed, with a note')).toThrow(TypingRefused);
    refuse(plan, 'M7:M7', 'ask Jo,ask Ann');
    refuse(plan, 'Q5:Q90', 'yes,no');
    await plan.collate();
    expect(refusing(plan).sort()).toEqual(['M7: ask Jo,ask Ann', 'Q5:Q90: yes,no']);
    plan.host.fireEdit(SHEET, 'M6', 'agreed, with a note');
    plan.host.fireEdit(SHEET, 'N4000', 'SO1, SO2');
    expect(() => plan.host.fireEdit(SHEET, 'M7', 'agreed')).toThrow(TypingRefused);
  });

  it('are changed once: a rule that the user makes refuse afterwards is theirs', async () => {
    const plan = await planOf010();
    await plan.collate();
    expect(refusing(plan)).toEqual([]);
    refuse(plan, 'N5:N5004', LISTS.N ?? '');
    plan.host.fireEdit(SHEET, 'B5', 'Reworded so that there is something to write');
    await plan.collate();
    expect(refusing(plan)).toEqual([`N5:N5004: ${String(LISTS.N)}`]);
  });

  it('refuse again when that collation is taken back', async () => {
    const plan = await planOf010();
    const before = refusing(plan);
    await plan.collate();
    await plan.requests.restore(new AbortController().signal, () => undefined);
    expect(refusing(plan).sort()).toEqual(before.sort());
  });
});
