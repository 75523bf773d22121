import { COSTS } from '../../../src/domain/cost';
import { type Directorate, type Framework, kent2025 } from '../../../src/domain/framework';
import { type BookGrid, cellAt, type SheetGrid } from '../../../src/domain/grid';
import { reconcile, type SheetPlan } from '../../../src/domain/workbook';
import { templatePlans } from '../../../src/domain/forms';
import { applyToBook, editsOf } from '../workbook/apply-to-grid';
import { readTables } from '../reading/read-tables';

const KENT = kent2025();

function made(plans: readonly SheetPlan[]): BookGrid {
  const empty: BookGrid = { name: '', sheets: [] };
  return plans.reduce((book, plan) => applyToBook(book, editsOf(reconcile(plan, book, null).changes)), empty);
}

function sheetOf(book: BookGrid, name: string): SheetGrid {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`No sheet ${name}`);
  return found;
}

function firstOf({ directorates: [first] }: Framework): Directorate {
  if (first === undefined) throw new Error('A framework without directorates');
  return first;
}

/** Kent's framework with the directorates of another council. */
function withDirectorates(...names: readonly string[]): Framework {
  return { ...KENT, directorates: names.map((name, index): Directorate => ({ name, shortCode: `D${String(index + 1)}`, otherNames: [] })) };
}

const longName = 'Growth, Environment, Transport and Skills';

describe('a template', () => {
  it.each(KENT.directorates)(
    'of $name is read as one empty priority table of that directorate, and nothing else, hidden sheets too',
    (one) => {
      const book = made(templatePlans(KENT, one));
      const { tables, leftOut } = readTables(book, KENT, { includeHidden: true, corrections: [] });
      expect(tables.map(({ kind, sheet, directorate, rows, themes }) => [kind, sheet, directorate, rows.length, themes.length])).toEqual([
        ['priorities', one.name, one.name, 0, 0],
      ]);
      expect(tables[0]?.directorateFrom).toBe('title');
      expect(tables[0]?.headings.map(({ text, key, sureness }) => [text, key, sureness])).toEqual([
        ['What we have committed to', 'commitment', 'certain'],
        ['Led by', 'ledBy', 'certain'],
        ['Timescale', 'timescale', 'certain'],
        ['Measure', 'measure', 'certain'],
        ['Shared Outcome', 'sharedOutcome', 'certain'],
        ['Low/no cost', 'cost', 'certain'],
        ['Status', 'status', 'certain'],
        ['Progress', 'progress', 'certain'],
      ]);
      expect(leftOut.filter(({ row }) => row !== null)).toEqual([]);
    },
  );

  it.each([
    ['HR/OD', 'HR OD'],
    ["'Place'", 'Place'],
    ['History', 'D1'],
    ['???', 'D1'],
    [longName, 'D1'],
    ['Families & Schools', 'Families & Schools'],
  ])('of %p goes to a sheet called %p, and its title still names it', (name, sheet) => {
    const framework = withDirectorates(name);
    const plans = templatePlans(framework, firstOf(framework));
    expect(plans[0].name).toBe(sheet);
    expect(plans[0].print?.footer.replaceAll('&&', '&')).toBe(`${name}, page &P of &N`);
    expect(cellAt(sheetOf(made(plans), sheet), { row: 0, column: 0 }).text).toBe(`Priorities to improve health and wellbeing ~ ${name}`);
  });

  it('has a name for its table that is its directorate’s own', () => {
    expect(KENT.directorates.map((one) => templatePlans(KENT, one)[0].table?.name)).toEqual(
      ['CYPE', 'PH', 'PHE', 'COM', 'HROD', 'PROC', 'ASC', 'GET'].map((code) => `Priorities_${code}`),
    );
  });
});

describe('its drop-downs', () => {
  const wanted: readonly (readonly [heading: string, values: readonly string[]])[] = [
    ['Shared Outcome', KENT.outcomes.map(({ code }) => code)],
    ['Low/no cost', COSTS],
    ['Status', KENT.vocabularies.statuses],
  ];

  it.each(wanted)('for %s lie on the hidden sheet, each value of the list and no more', (heading, values) => {
    const [sheet, , lists] = templatePlans(KENT, firstOf(KENT));
    const column = sheet.table?.columns.findIndex((one) => one.heading === heading) ?? -1;
    const dropDown = sheet.dropDowns.find(({ area }) => area.left === column && area.right === column);
    if (dropDown === undefined || !('sheet' in dropDown.list)) throw new Error('No drop-down from a sheet');
    expect(dropDown.area.top).toBe((sheet.table?.at.row ?? 0) + 1);
    expect([dropDown.list.sheet, lists.visibility]).toEqual([lists.name, 'hidden']);
    const grid = sheetOf(made([lists]), lists.name);
    const { area } = dropDown.list;
    const listed = Array.from(
      { length: area.bottom - area.top + 1 },
      (_, row) => cellAt(grid, { row: area.top + row, column: area.left }).text,
    );
    expect(listed).toEqual(values);
    expect(cellAt(grid, { row: area.bottom + 1, column: area.left }).kind).toBe('empty');
  });

  it.each([
    [1, true],
    [6, true],
    [9, true],
    [20, false],
    [60, false],
  ])('say what the codes mean, for %p outcomes: %p, and never more than Excel shows', (outcomes, explained) => {
    const framework: Framework = {
      ...KENT,
      outcomes: Array.from({ length: outcomes }, (_, index) => ({
        code: `SO${String(index + 1)}`,
        titles: ['Tackle the wider determinants of health so as to prevent ill health at every age and in every place'],
      })),
    };
    const [sheet] = templatePlans(framework, firstOf(framework));
    const prompts = sheet.dropDowns.map(({ prompt }) => prompt);
    for (const prompt of prompts) {
      expect(prompt?.title.length).toBeLessThanOrEqual(32);
      expect(prompt?.message.length).toBeLessThanOrEqual(255);
    }
    expect(prompts[0]?.message.split('\n')).toHaveLength(explained ? outcomes + 1 : 1);
    expect(prompts[0]?.message.includes(`SO${String(outcomes)} Tackle`)).toBe(explained);
  });
});

it('explains every heading, every outcome and every word for the cost on a page of its own', () => {
  const [sheet, guide] = templatePlans(KENT, firstOf(KENT));
  const first = [...sheetOf(made([guide]), guide.name).rows.values()].map((row) => row.get(0)?.text);
  const wanted = [...(sheet.table?.columns ?? []).map(({ heading }) => heading), ...KENT.outcomes.map(({ code }) => code), ...COSTS];
  expect(wanted.filter((words) => !first.includes(words))).toEqual([]);
});

it('is one page wide on A4, with its headings on every page', () => {
  const [sheet] = templatePlans(KENT, firstOf(KENT), 12);
  expect(sheet.print).toMatchObject({ orientation: 'landscape', paper: 'A4', titleRows: { top: 3, bottom: 3 } });
  expect([sheet.table?.at, sheet.table?.rows.length, sheet.freeze]).toEqual([{ row: 3, column: 0 }, 12, { rows: 4, columns: 0 }]);
});
