import { type BookGrid, gridOf, textCell } from '../../../src/domain/grid';
import { type PlanCell, type PlanTable, reconcile, type SheetPlan, text, type WrittenSheet } from '../../../src/domain/workbook';
import { leadsOut } from '../../../src/domain/workbook/file-links';
import { applyToBook, editsOf } from './apply-to-grid';
import { BARE_PLAN } from './bare-plan';

test.each([
  ['GET.xlsx', false],
  ['sent in/Q1/GET.xlsx', false],
  ['./GET.xlsx', false],
  ['sent in/../GET.xlsx', false],
  ['sent in/..hidden/GET..xlsx', false],
  ['../GET.xlsx', true],
  ['sent in/../../GET.xlsx', true],
  ['./../home-anna.smith-u123/Private folder/GET.xlsx', true],
  ['C:/Users/anna/GET.xlsx', true],
  ['file:///home/anna/GET.xlsx', true],
  ['/home/anna/GET.xlsx', true],
  ['//server/share/GET.xlsx', true],
])('a link to %s leads out of the folder of the plan: %s', (path, out) => {
  expect(leadsOut(path)).toBe(out);
});

const HOW: Readonly<Record<'keep' | 'replace', NonNullable<PlanTable['refresh']>>> = {
  keep: { how: 'keep', keyColumn: 'ref', gone: { column: 'standing', cell: text('no longer sent') } },
  replace: { how: 'replace', identity: ['ref'], gone: { column: 'standing', cell: text('no longer sent') } },
};

/** One row for each source: the Ref, what was sent, the source, the standing. A source with a path is planned as a link. */
function planOf(how: keyof typeof HOW, sources: Readonly<Record<string, PlanCell>>): SheetPlan {
  const base = { owner: 'plan', wrap: true, align: 'left', format: '@', width: 20 } as const;
  const rows = Object.entries(sources).map(([ref, source]) => ({
    key: ref,
    cells: { ref: text(ref), sent: text('sent'), source, standing: text('') },
  }));
  const columns = [
    { key: 'ref', heading: 'Ref', ...base },
    { key: 'sent', heading: 'Sent', ...base },
    { key: 'source', heading: 'Source', ...base, linksToFiles: true },
    { key: 'standing', heading: 'Standing', ...base },
  ] as const;
  const table = { name: 'Sources', at: { row: 0, column: 0 }, columns, rows, refresh: HOW[how], banded: true, style: 'TableStyleLight9' };
  return { name: 'Sources', ...BARE_PLAN, table };
}

const OUT = '../home-anna/Private folder/GET.xlsx';
const linked = (words: string, path: string): PlanCell => ({ kind: 'link', text: words, target: { path } });

interface Before {
  readonly book: BookGrid;
  readonly written: WrittenSheet;
}

/** The plan as it was written, with words typed into cells and links to files on them since. */
function written(plan: SheetPlan, links: Readonly<Record<string, string>>, typed: Readonly<Record<number, string>> = {}): Before {
  const empty = { name: '', sheets: [gridOf('Sheet1', [[textCell('mine')]])] };
  const outcome = reconcile(plan, empty, null);
  const book = applyToBook(empty, editsOf(outcome.changes));
  const sheets = book.sheets.map((sheet) => {
    if (sheet.name !== 'Sources') return sheet;
    const rows = new Map([...sheet.rows].map(([row, cells]) => [row, new Map(cells)]));
    for (const [row, words] of Object.entries(typed)) rows.get(Number(row))?.set(2, textCell(words));
    return { ...sheet, rows, fileLinks: new Map(Object.entries(links)) };
  });
  return { book: { ...book, sheets }, written: outcome.written };
}

/** What is done to the cells of the Source column, "C2: what", in the order of the rows. */
function linkEdits(plan: SheetPlan, { book, written: last }: Before): string[] {
  const { changes } = reconcile(plan, book, last);
  return editsOf(changes).flatMap((edit) =>
    edit.type !== 'write cells'
      ? []
      : edit.cells.flatMap((cells, down) => {
          const content = cells[2 - edit.area.left] ?? null;
          if (content === null) return [];
          const what =
            content.kind === 'link'
              ? `link to ${content.target.path}`
              : content.kind === 'restore' && content.unlinked === true
                ? `no link on ${String(content.value)}`
                : content.kind;
          return [`C${String(edit.area.top + down + 1)}: ${what}`];
        }),
  );
}

describe.each(['keep', 'replace'] as const)('the links of a table of which the rows are refreshed by "%s"', (how) => {
  test('that lead out are taken off cells that say what is planned, and off those that were typed over', () => {
    const plan = planOf(how, { R1: text('GET'), R2: text('GET'), R3: text('GET') });
    const before = written(plan, { C2: OUT, C3: 'file:///C:/Users/anna/x.xlsx', C4: 'in/GET.xlsx' }, { 2: 'see the drive' });
    expect(linkEdits(plan, before)).toEqual(['C2: no link on GET', 'C3: no link on see the drive']);
  });

  test('are given back to cells that lost them, and set right where they lead to another file', () => {
    const plan = planOf(how, { R1: linked('A', 'in/A.xlsx'), R2: linked('B', 'in/B.xlsx'), R3: linked('C', 'in\\C.xlsx') });
    expect(linkEdits(plan, written(plan, { C3: '../in/B.xlsx', C4: './in/C.xlsx' }))).toEqual([
      'C2: link to in/A.xlsx',
      'C3: link to in/B.xlsx',
    ]);
  });

  test('that the user made in other columns and outside of the table stay', () => {
    const plan = planOf(how, { R1: text('GET') });
    expect(linkEdits(plan, written(plan, { B2: OUT, C1: OUT, C9: OUT, D2: OUT, F2: OUT }))).toEqual([]);
    expect(reconcile(plan, written(plan, { B2: OUT, C9: OUT }).book, written(plan, {}).written).changes).toEqual([]);
  });
});

test('a row that is no longer sent, and one of the user’s own, keep their words without the link that leads out', () => {
  const before = written(planOf('keep', { R1: text('GET'), R2: text('PH') }), { C2: OUT, C3: OUT });
  expect(linkEdits(planOf('keep', { R1: text('GET') }), before)).toEqual(['C2: no link on GET', 'C3: no link on PH']);
});

test('the undo of a link taken off does not hold its path', () => {
  const plan = planOf('keep', { R1: text('GET') });
  const { book, written: last } = written(plan, { C2: OUT });
  expect(JSON.stringify(reconcile(plan, book, last).changes)).not.toContain('anna');
});
