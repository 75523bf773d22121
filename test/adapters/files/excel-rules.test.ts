import { FileWorkbook } from '../../../src/adapters/files';
import { cellAt } from '../../../src/domain/grid';
import { layoutOf } from '../../../src/domain/workbook/layout-of';
import type { Change, Edit, PlanCell, PlanChart, SheetLayout } from '../../../src/domain/workbook';
import { LAYOUT, area, everyEdit } from '../../contract/every-edit';
import { unzip } from '../../contract/unzip';
import { BARE_PLAN } from '../../domain/workbook/bare-plan';
import { plainParts, zipped } from './package-builder';

/** Rules that Excel holds a file to beyond being readable: a file that breaks one is offered for repair, and what it repairs is lost. */

const change = (edit: Edit): Change => ({ edit, undo: edit });
const text = (words: string): PlanCell => ({ kind: 'text', text: words });
const number = (value: number): PlanCell => ({ kind: 'number', value, format: '0' });
function write(sheet: string, reference: string, cells: readonly (readonly PlanCell[])[]): Change {
  return change({ type: 'write cells', sheet, area: area(reference), cells, expected: null });
}

function layOut(sheet: string, layout: Partial<SheetLayout>): Change {
  return change({ type: 'lay out', sheet, layout: { ...layoutOf({ ...BARE_PLAN, name: sheet }), ...layout } });
}

function addTable(table: string, reference: string): Change {
  return change({ type: 'add table', sheet: 'One', table, area: area(reference), style: 'TableStyleLight9', banded: true });
}

async function plain(sheetXml = '<sheetData/>'): Promise<Uint8Array> {
  return zipped(plainParts(sheetXml));
}

/** The parts of a workbook after some edits, each as text. */
async function partsAfter(bytes: Uint8Array, changes: readonly Change[]): Promise<Map<string, string>> {
  const book = await FileWorkbook.open('x.xlsx', bytes);
  await book.apply([changes]);
  return unzip(await book.toBytes());
}

async function refusal(changes: readonly Change[], sheetXml?: string): Promise<string> {
  const book = await FileWorkbook.open('x.xlsx', await plain(sheetXml));
  return book.apply([changes]).then(
    () => 'written',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

const CHART: PlanChart = {
  name: 'byDirectorate',
  kind: 'column',
  title: 'Actions',
  source: area('A1:B3'),
  over: area('D1:H9'),
  valueTitle: 'Number',
};
const FIGURES = [
  [text('Directorate'), text('Actions')],
  [text('ASC'), number(11)],
  [text('GET'), number(7)],
];

describe('characters that XML cannot carry', () => {
  /** Written out, so that no such character stands in this file. */
  const nasty = [0x00, 0x01, 0x0b, 0x0c, 0x1f, 0xd800, 0xdfff, 0xfffe, 0xffff].map((code) => `a${String.fromCharCode(code)}b`);
  // As XML 1.0 has it (2.2, Char); a whole surrogate pair is one character under the `u` flag.
  const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

  it('stand in no part, wherever the text goes', async () => {
    for (const words of nasty) {
      const parts = await partsAfter(await plain(), [
        write('One', 'A1:B1', [[text(words), text(`${words} too`)]]),
        write('One', 'A2:B2', [
          [{ kind: 'link', text: words, target: { path: `${words.replace(/[\ud800-\udfff]/g, '')}.xlsx` } }, number(1)],
        ]),
        addTable('Sent', 'A1:B2'),
        layOut('One', {
          charts: [{ ...CHART, name: words, title: words, valueTitle: words, source: area('A1:B2') }],
          dropDowns: [{ area: area('C2'), list: { values: [words] }, prompt: { title: words, message: words } }],
          rules: [{ area: area('A2'), when: { contains: words }, look: { colour: '#000000', fill: '#FFFFFF' } }],
          print: { orientation: 'portrait', paper: 'A4', pages: 'one', lastColumn: 2, titleRows: null, footer: words },
        }),
      ]);
      expect([...parts].flatMap(([path, xml]) => (ALLOWED.test(xml) ? [] : [path]))).toEqual([]);
    }
  });

  it('are read back as they were written, and so are texts that look like their escapes', async () => {
    const words = [...nasty, '_x000B_', '_x005F_x000B_', 'a\r\nb', '𝔸 pair'];
    const book = await FileWorkbook.open('x.xlsx', await plain());
    const reference = `A1:A${String(words.length)}`;
    await book.apply([
      [
        write(
          'One',
          reference,
          words.map((one) => [text(one)]),
        ),
      ],
    ]);
    const again = await FileWorkbook.open('x.xlsx', await book.toBytes());
    const { sheets } = await again.readBook({ includeHidden: true });
    const read = words.map((_one, row) => (sheets[0] === undefined ? null : cellAt(sheets[0], { row, column: 0 }).value));
    expect(read).toEqual(words);
  });

  it('are the same in a heading’s cell and in the table’s column', async () => {
    const parts = await partsAfter(await plain(), [
      write('One', 'A1:B1', [[text('Led\u000bby'), text('_x0041_')]]),
      write('One', 'A2:B2', [[text('Jo'), text('x')]]),
      addTable('Sent', 'A1:B2'),
    ]);
    const columns = [...(parts.get('xl/tables/table1.xml') ?? '').matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    const shared = parts.get('xl/sharedStrings.xml') ?? '';
    expect(columns).toEqual(['Led_x000B_by', '_x005F_x0041_']);
    for (const name of columns) expect(shared).toContain(`>${String(name)}<`);
  });
});

describe('a workbook saved as Strict Open XML', () => {
  const FAMILIES: readonly (readonly [string, string])[] = [
    ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships'],
    ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'],
  ];
  const strictly = (xml: string): string => FAMILIES.reduce((done, [from, into]) => done.replaceAll(from, into), xml);

  it('gets parts of that family, whatever is added', async () => {
    const strict = Object.fromEntries(Object.entries(plainParts('<sheetData/>')).map(([path, xml]) => [path, strictly(xml)]));
    const book = await FileWorkbook.open('x.xlsx', await zipped(strict));
    await book.apply(everyEdit());
    const parts = unzip(await book.toBytes());
    const others = [...parts].flatMap(([path, xml]) => {
      const found = xml.match(/http:\/\/schemas\.openxmlformats\.org\/(?!package\/)[^"]*/g) ?? [];
      return found.map((address) => `${path}: ${address}`);
    });
    expect(others).toEqual([]);
    expect(parts.get('xl/styles.xml')).not.toMatch(/<border>.*<left/s);
    const charts = [...parts].filter(([path]) => path.startsWith('xl/charts/')).map(([, xml]) => xml);
    expect(charts).toHaveLength(LAYOUT.charts.length);
    expect(charts.join('')).not.toMatch(/<c:(gapWidth|overlap) val="\d+"/);
  });
});

describe('charts', () => {
  const pointsIn = (xml = ''): string[] => [...xml.matchAll(/<c:pt idx="\d+"><c:v>([^<]*)</g)].map(([, words]) => String(words));

  async function withChart(): Promise<FileWorkbook> {
    const book = await FileWorkbook.open('x.xlsx', await plain());
    await book.apply([[write('One', 'A1:B3', FIGURES), layOut('One', { charts: [CHART] })]]);
    return FileWorkbook.open('x.xlsx', await book.toBytes());
  }

  it('show in a preview what the cells hold now', async () => {
    const book = await withChart();
    await book.apply([[write('One', 'A3:B3', [[text('PH'), number(9)]])]]);
    const parts = unzip(await book.toBytes());
    expect(pointsIn(parts.get('xl/charts/chart1.xml'))).toEqual(['Actions', 'ASC', 'PH', '11', '9']);
  });

  it('lose the point of a cell that was emptied and keep the number of cells', async () => {
    const book = await withChart();
    await book.apply([[write('One', 'B3', [[{ kind: 'empty' }]])]]);
    const xml = unzip(await book.toBytes()).get('xl/charts/chart1.xml') ?? '';
    expect(pointsIn(xml)).toEqual(['Actions', 'ASC', 'GET', '11']);
    expect(xml).toContain('<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/>');
  });

  it('stay byte for byte when cells beside theirs are written', async () => {
    const book = await withChart();
    const before = unzip(await book.toBytes()).get('xl/charts/chart1.xml');
    await book.apply([[write('One', 'C3', [[text('a note')]])]]);
    expect(unzip(await book.toBytes()).get('xl/charts/chart1.xml')).toBe(before);
  });

  it('have ids that no other object of the drawing has', async () => {
    const book = await withChart();
    await book.apply([[layOut('One', { charts: [CHART, { ...CHART, name: 'second' }, { ...CHART, name: 'third' }] })]]);
    const xml = unzip(await book.toBytes()).get('xl/drawings/drawing1.xml') ?? '';
    const ids = [...xml.matchAll(/<xdr:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
  });

  it('say where their value axis crosses', async () => {
    const book = await FileWorkbook.create();
    await book.apply(everyEdit());
    const parts = unzip(await book.toBytes());
    const withAxis = [...parts.values()].filter((xml) => xml.includes('<c:valAx>'));
    expect(withAxis.length).toBeGreaterThan(0);
    for (const xml of withAxis) expect(xml).toContain('<c:crossBetween val="between"/></c:valAx>');
  });
});

describe('what Excel would repair is refused', () => {
  const MERGED = '<sheetData/><mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>';
  const check = async (changes: readonly Change[], expected: RegExp, sheetXml?: string): Promise<void> => {
    expect(await refusal(changes, sheetXml)).toMatch(expected);
  };

  it.each(['Q1', 'xfd1048576', 'R1C1', 'r', 'C', 'R2', 'c7', 'RC'])(
    'a table called %s, which is a cell, a row or a column',
    async (name) => {
      await check([write('One', 'A1:B1', [[text('a'), text('b')]]), addTable(name, 'A1:B2')], /does not accept .* Nothing was written/);
    },
  );

  it.each(['Quarter1', 'XFE1', 'R1C1x', 'Rows', 'Cost'])('but not one called %s', async (name) => {
    await check([write('One', 'A1:B1', [[text('a'), text('b')]]), addTable(name, 'A1:B2')], /^written$/);
  });

  it('merged cells over merged cells', async () => {
    await check([layOut('One', { merges: [area('C3:D4')] })], /C3:D4 cannot be merged, because B2:C3 are merged already/, MERGED);
    await check([layOut('One', { merges: [area('B2:C3')] })], /^written$/, MERGED);
    await check([layOut('One', { merges: [area('D2:E3'), area('B4:C5')] })], /^written$/, MERGED);
  });

  it('a table over merged cells', async () => {
    await check([addTable('Sent', 'A3:B4')], /would lie over the merged cells B2:C3/, MERGED);
  });
});
