import { a1 } from '../../../src/domain/grid';
import { planInExcel, type PlanInExcel, putCell, submissionOf } from './plan-in-excel';

const TABLES = ['AllPriorities', 'PlanFindings'];

/** Formulas in the plan's sheets, as "sheet!cell formula". */
function formulas({ host }: PlanInExcel): string[] {
  return host.workbook.sheets
    .filter(({ name }) => name !== 'GET')
    .flatMap(({ name, cells }) =>
      cells.all().flatMap(([row, column, { formula }]) => (formula === null ? [] : [`${name}!${a1({ row, column })} ${formula}`])),
    );
}

it('says each place in its own words when a plan of one row grows, and holds no formula', async () => {
  const plan = planInExcel([submissionOf('GET', ['Plant trees'])]);
  await plan.collate();
  expect(plan.column('AllPriorities', 'Source')).toEqual(['GET · A2']);
  ['Warm homes', 'Open a library', 'Repair the roads'].forEach((words, index) => {
    const row = String(index + 3);
    plan.host.fireEdit('GET', `A${row}`, words);
    plan.host.fireEdit('GET', `C${row}`, 'soon');
  });
  await plan.collate();
  expect(plan.column('AllPriorities', 'Source')).toEqual(['GET · A2', 'GET · A3', 'GET · A4', 'GET · A5']);
  const where = plan.column('PlanFindings', 'Where');
  expect(where.length).toBeGreaterThan(3);
  expect(where).toEqual(plan.column('PlanFindings', 'Row').map((row, index) => where[index]?.replace(/\d+$/, row)));
  expect(formulas(plan)).toEqual([]);
  expect((await plan.collate()).nothingToDo).toBe(true);
});

it('changes the HYPERLINK formulas of version 0.1.0 to their words once, and then nothing', async () => {
  const plan = planInExcel([submissionOf('GET', ['Plant trees', 'Warm homes', 'Open a library'])]);
  await plan.collate();
  const before = TABLES.map((table) => plan.words(table));
  for (const [table, heading] of [
    ['AllPriorities', 'Source'],
    ['PlanFindings', 'Where'],
  ] as const) {
    const found = plan.host.workbook.findTable(table);
    const column = plan.words(table)[0]?.indexOf(heading) ?? -1;
    plan.column(table, heading).forEach((words, index) => {
      const address = a1({ row: (found?.table.area.top ?? 0) + 1 + index, column });
      const target = words.split(' · ').at(-1) ?? '';
      putCell(plan, found?.sheet.name ?? '', address, { value: words, formula: `=HYPERLINK("#'GET'!${target}","${words}")`, format: null });
    });
  }
  expect(formulas(plan).length).toBeGreaterThan(3);
  const dryRun = await plan.collate();
  expect([dryRun.kept, dryRun.displaced]).toEqual([[], []]);
  expect(formulas(plan)).toEqual([]);
  expect(TABLES.map((table) => plan.words(table))).toEqual(before);
  expect((await plan.collate()).nothingToDo).toBe(true);
});
