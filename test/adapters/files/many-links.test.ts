import fc from 'fast-check';
import { FileWorkbook } from '../../../src/adapters/files';
import type * as markupModule from '../../../src/adapters/files/package/markup';
import { PackageParts } from '../../../src/adapters/files/package/package-parts';
import type { CellContent, Change } from '../../../src/domain/workbook';
import { plainParts, relationships, zipped } from './package-builder';

/** Characters parsed and written, and children looked through for one of a name. */
let work = 0;
jest.mock('../../../src/adapters/files/package/markup', () => {
  const actual = jest.requireActual<typeof markupModule>('../../../src/adapters/files/package/markup');
  const counted: typeof markupModule = {
    ...actual,
    scanMarkup: (xml, events) => {
      work += xml.length;
      actual.scanMarkup(xml, events);
    },
    parseMarkup: (xml) => {
      work += xml.length;
      return actual.parseMarkup(xml);
    },
    writeMarkup: (top) => {
      const xml = actual.writeMarkup(top);
      work += xml.length;
      return xml;
    },
    childNamed: (parent, local) => {
      const found = actual.childNamed(parent, local);
      work += found === undefined ? parent.children.length : parent.children.indexOf(found) + 1;
      return found;
    },
    childrenNamed: (parent, local) => {
      work += parent.children.length;
      return actual.childrenNamed(parent, local);
    },
  };
  return counted;
});

const SHEET = 'One';
const RELS = 'xl/worksheets/_rels/sheet1.xml.rels';
const SHEET_PATH = 'xl/worksheets/sheet1.xml';

/** One edit a row, as a refreshed plan is written; each links a cell of column A to a file. */
function links(count: number, file: (row: number) => string): Change[] {
  return Array.from({ length: count }, (_, row): Change => {
    const link: CellContent = { kind: 'link', text: file(row), target: { path: file(row) } };
    const area = { top: row, left: 0, bottom: row, right: 0 };
    return { edit: { type: 'write cells', sheet: SHEET, area, cells: [[link]], expected: null }, undo: null };
  });
}

async function workOf(action: () => Promise<unknown>): Promise<number> {
  work = 0;
  await action();
  return work;
}

describe('links to files, one a row', () => {
  /** The work of writing the links, of writing them again with other files, and of reading the workbook. */
  async function workFor(count: number): Promise<number[]> {
    const book = await FileWorkbook.open('plan.xlsx', await zipped(plainParts('<sheetData/>')));
    return [
      await workOf(() => book.apply([links(count, (row) => `sent/file ${String(row)}.xlsx`)])),
      await workOf(() => book.apply([links(count, (row) => `sent/new ${String(row)}.xlsx`)])),
      await workOf(() => book.readBook({ includeHidden: true })),
    ];
  }

  it('take twice the work for twice the rows, written, written again and read', async () => {
    const few = await workFor(200);
    const many = await workFor(400);
    for (const [index, one] of few.entries()) {
      expect(one).toBeGreaterThan(5_000);
      expect((many[index] ?? 0) / one).toBeLessThan(2.2);
    }
  });

  it('leave one relationship and one hyperlink for each row after they were written twice', async () => {
    const book = await FileWorkbook.open('plan.xlsx', await zipped(plainParts('<sheetData/>')));
    await book.apply([links(3, (row) => `old ${String(row)}.xlsx`)]);
    await book.apply([links(3, (row) => `new ${String(row)}.xlsx`)]);
    const parts = await PackageParts.open(await book.toBytes());
    const written = parts.relationships(SHEET_PATH);
    expect(written.map(({ target }) => target)).toEqual(['new%200.xlsx', 'new%201.xlsx', 'new%202.xlsx']);
    const hyperlinks = [...parts.text(SHEET_PATH).matchAll(/<hyperlink ref="(\w+)"[^>]* r:id="(\w+)"/g)];
    expect(hyperlinks.map(([, cell, id]) => [cell, id])).toEqual(written.map(({ id }, row) => [`A${String(row + 1)}`, id]));
  });
});

describe('formulas that share one', () => {
  /** A column that somebody filled down: the first cell holds the formula, the others refer to it. */
  function filledDown(count: number): string {
    const rows = Array.from({ length: count }, (_, row) => {
      const formula = row === 0 ? `<f t="shared" ref="B1:B${String(count)}" si="0">A1*2</f>` : '<f t="shared" si="0"/>';
      return `<row r="${String(row + 1)}"><c r="B${String(row + 1)}">${formula}<v>0</v></c></row>`;
    });
    return `<sheetData>${rows.join('')}</sheetData>`;
  }

  it('take twice the work for twice the rows, when each is compared with what was read', async () => {
    const workFor = async (count: number): Promise<number> => {
      const book = await FileWorkbook.open('plan.xlsx', await zipped(plainParts(filledDown(count))));
      const cells = Array.from({ length: count }, (): [CellContent | null, null] => [
        { kind: 'number', value: 1, format: 'General' },
        null,
      ]);
      const expected = Array.from({ length: count }, (_, row) => [null, { value: 0, formula: `=A${String(row + 1)}*2` }]);
      const area = { top: 0, left: 0, bottom: count - 1, right: 1 };
      const change: Change = { edit: { type: 'write cells', sheet: SHEET, area, cells, expected }, undo: null };
      return workOf(() => book.apply([[change]]));
    };
    expect((await workFor(400)) / (await workFor(200))).toBeLessThan(2.2);
  });
});

describe('relationships edited in a row', () => {
  const id = fc.oneof(
    fc.integer({ min: 1, max: 12 }).map((number) => `rId${String(number)}`),
    fc.constantFrom('R1', 'rId05', 'rIdx'),
  );
  const step = fc.oneof(fc.constant('add'), id);

  it('are those of a list searched from its start each time', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 8 }), fc.array(step, { maxLength: 30 }), (ids, steps) => {
        const parts = PackageParts.of(plainParts('', { [RELS]: relationships(ids.map((one) => ['hyperlink', `${one}.xlsx`])) }));
        // The builder numbers them from 1: the ids of this run take the place of those.
        let next = 0;
        parts.write(
          RELS,
          parts.text(RELS).replace(/Id="rId\d+"/g, () => `Id="${String(ids[next++])}"`),
        );
        let expected = [...ids];
        for (const one of steps) {
          if (one === 'add') {
            let number = expected.length + 1;
            while (expected.includes(`rId${String(number)}`)) number += 1;
            expected.push(`rId${String(number)}`);
            expect(parts.relate(SHEET_PATH, 'hyperlink', 'x.xlsx', true)).toBe(expected.at(-1));
          } else {
            expected = expected.filter((other) => other !== one);
            parts.unrelate(SHEET_PATH, one);
          }
        }
        expect(parts.relationships(SHEET_PATH).map((link) => link.id)).toEqual(expected);
        expect(
          PackageParts.of({ [RELS]: parts.text(RELS) })
            .relationshipsOfType(SHEET_PATH, 'hyperlink')
            .map((link) => link.id),
        ).toEqual(expected);
        for (const one of expected) expect(parts.relationshipWithId(SHEET_PATH, one)?.id).toBe(one);
      }),
    );
  });
});
