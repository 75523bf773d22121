import { readFileSync } from 'node:fs';
import { plainParts, relationships, sheet, styles, workbook } from '../adapters/files/package-builder';
import { cell as odsCellOf, fods, ods, row as odsRow, styled, table as odsTable, words } from '../adapters/files/ods/ods-builder';
import { compound } from '../adapters/files/xls/compound-builder';
import * as biff from '../adapters/files/xls/biff-builder';
import * as word from '../adapters/files/word/word-builder';
import { modelOf, utf8, zipBytes } from './zip-model';
import * as xlsb from './xlsb-builder';

/** How the bytes of a file are laid out, whatever its name. */
export type Format = 'xlsx' | 'xlsb' | 'ods' | 'docx' | 'fods' | 'xls' | 'csv';

/** A sound file, which is read before it is damaged. */
export interface Original {
  readonly what: string;
  /** The file's name, as the reader is told it. */
  readonly name: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/** Formats whose bytes have checksums: there no damage of the bytes may change a cell without a word. */
export const ZIPPED: readonly Format[] = ['xlsx', 'xlsb', 'ods', 'docx'];

const TEXTS = ['Commitment', 'Lead', 'By', 'Cost', 'Open a family hub in Swale', 'Zoë – Early Help', 'Plant 500 trees & hedges', 'Done'];

const sharedStrings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="8" uniqueCount="8">${TEXTS.map((text) => `<si><t>${text.replaceAll('&', '&amp;')}</t></si>`).join('')}</sst>`;
const s = (at: string, index: number): string => `<c r="${at}" t="s"><v>${String(index)}</v></c>`;
const PLAN_SHEET = `<dimension ref="A1:F6"/><sheetData><row r="1">${s('A1', 0)}${s('B1', 1)}${s('C1', 2)}${s('D1', 3)}</row>
<row r="2">${s('A2', 4)}${s('B2', 5)}<c r="C2" s="1"><v>46112</v></c><c r="D2" s="2"><v>0.125</v></c><c r="E2" t="b"><v>1</v></c></row>
<row r="3" hidden="1">${s('A3', 6)}<c r="B3" t="inlineStr"><is><t>Tree Officer</t></is></c><c r="C3" s="1"><v>46203</v></c><c r="D3"><f t="shared" ref="D3:D4" si="0">C3*2</f><v>92406</v></c></row>
<row r="4"><c r="C4" s="1"><v>46295</v></c><c r="D4"><f t="shared" si="0"/><v>92590</v></c><c r="E4" t="e"><v>#N/A</v></c></row>
<row r="6"><c r="A6" t="str"><f>A2&amp;"!"</f><v>Open a family hub in Swale!</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`;
const NOTES = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Ann</author></authors><commentList><comment ref="A2" authorId="0"><text><t>Ask finance</t></text></comment></commentList></comments>`;

const planParts: Record<string, string> = plainParts('', {
  'xl/workbook.xml': workbook(
    '<sheet name="Plan" sheetId="1" r:id="rId1"/><sheet name="Lists" sheetId="2" state="hidden" r:id="rId2"/>',
    '<workbookPr/>',
  ),
  'xl/_rels/workbook.xml.rels': relationships([
    ['worksheet', 'worksheets/sheet1.xml'],
    ['worksheet', 'worksheets/sheet2.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml'],
  ]),
  'xl/worksheets/sheet1.xml': sheet(PLAN_SHEET),
  'xl/worksheets/sheet2.xml': sheet(
    `<sheetData><row r="1">${s('A1', 7)}<c r="B1"><v>7</v></c></row></sheetData><sheetProtection sheet="1"/>`,
  ),
  'xl/worksheets/_rels/sheet1.xml.rels': relationships([
    ['table', '../tables/table1.xml'],
    ['comments', '../comments1.xml'],
  ]),
  'xl/tables/table1.xml':
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Plan" displayName="Plan" ref="A1:D4"><tableColumns count="4"><tableColumn id="1" name="Commitment"/></tableColumns></table>',
  'xl/comments1.xml': NOTES,
  'xl/sharedStrings.xml': sharedStrings,
  'xl/styles.xml': styles(['dd/mm/yyyy', '0.0%']),
});

const strictParts = Object.fromEntries(
  Object.entries(planParts).map(([path, text]) => [
    path,
    text
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )
      .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replace('<c r="C4" s="1"><v>46295</v></c>', '<c r="C4" s="1" t="d"><v>2026-09-30</v></c>'),
  ]),
);

function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipBytes(modelOf(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, utf8(text)]))));
}

const plainXlsb = (): Uint8Array =>
  zipBytes(
    modelOf(
      xlsb.xlsbParts(
        [
          {
            name: 'Plan',
            records: [
              ...xlsb.row(0, xlsb.sharedText(0, 0), xlsb.sharedText(1, 1), xlsb.sharedText(2, 2)),
              ...xlsb.row(1, xlsb.sharedText(0, 4), xlsb.ownText(1, 'Zoë – Early Help'), xlsb.number(2, 46_112, 1), xlsb.number(3, 0.125)),
              ...xlsb.row(2, xlsb.sharedText(0, 6), xlsb.truth(1, true), xlsb.error(2, 42)),
              ...xlsb.merge(2, 3, 0, 0),
            ],
          },
          { name: 'Lists', records: xlsb.row(0, xlsb.sharedText(0, 7)) },
        ],
        TEXTS,
      ),
    ),
  );

const DATE_STYLE =
  '<number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>';
const odsTables = (date: string): string =>
  odsTable(
    `<table:table-column table:number-columns-repeated="4"/>${odsRow(words('Commitment') + words('Lead') + words('By'))}
<table:table-row-group>${odsRow(words('Open a family hub', 'table:number-rows-spanned="2"') + words('Zoë – Early Help') + odsCellOf(`table:style-name="${date}" office:value-type="date" office:date-value="2026-03-31"`, '<text:p>31/03/26</text:p>'))}
${odsRow(`<table:covered-table-cell/>${odsCellOf('office:value-type="percentage" office:value="0.125"', '<text:p>12.5%</text:p>')}${odsCellOf('table:formula="of:=1+1" office:value-type="float" office:value="2"', '<text:p>2</text:p>')}`)}</table:table-row-group>
${odsRow(odsCellOf('table:number-columns-repeated="3"') + words('Done'), 'table:number-rows-repeated="3"')}`,
  ) + odsTable(odsRow(words('List')), 'table:name="Lists" table:protected="true"');
const MANIFEST = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${['/', 'content.xml', 'styles.xml', 'meta.xml'].map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`;
const odsStyles = { named: `${DATE_STYLE}${styled('ce9', 'N1')}`, styles: styled('ce1', 'N1'), modified: '2026-03-01T10:00:00' };

const list = word.definition(1, word.lvl(0, 'decimal', '%1.'), word.lvl(1, 'lowerLetter', '%2)'));
const DOCUMENT =
  word.p('Delivery plan – Growth', '<w:pStyle w:val="Heading1"/>') +
  word.tableOn(
    [3000, 2000, 1500],
    word.trOf('<w:tblHeader/>', word.cell('Commitment'), word.cell('Lead'), word.cell('By')),
    word.tr(word.cell('Open a family hub', '<w:vMerge w:val="restart"/>'), word.cell('Zoë – Early Help'), word.cell('March 2026')),
    word.tr(word.td('<w:p/>', '<w:vMerge/>'), word.td(word.listed('trees', 1) + word.listed('hedges', 1)), word.cell('Done')),
    word.tr(
      word.cell('Both', '<w:gridSpan w:val="2"/>'),
      word.td(`<w:p><w:ins>${word.r('April')}</w:ins><w:r>${word.box(word.p('in a box'))}</w:r></w:p>`),
    ),
  ) +
  word.p('Between') +
  word.table(
    word.row('Measure', 'Target'),
    word.row('500 trees', '12'),
    word.tr(word.cell('Rate'), word.td(word.table(word.row('a', 'b')))),
  );
const documentParts = word.docxParts(DOCUMENT, {
  styles: '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
  numbering: list + word.list(1, 1),
});

/** Long enough for its stream to lie in sectors of its own. */
const ROWS = Array.from({ length: 40 }, (_, row) => row);
const records8: readonly biff.Bytes[] = [
  ...ROWS.map((row) => [
    ...biff.shared(row, 0, row % 3),
    ...biff.number(row, 1, row / 7, row % 3),
    ...biff.label(row, 2, `Zoë – ${String(row)}`),
  ]),
  biff.formula(60, 0, biff.otherResult(0)),
  biff.record(0x0207, biff.text8('shown')),
  biff.record(0x00bd, [...biff.u16(61, 0), 0, 0, 2, 0, 0, 0, 0, 0, 3, 0, 0, 0, ...biff.u16(1)]),
  biff.record(0x00e5, biff.u16(1, 0, 1, 0, 3)),
];
const globals8 = [
  biff.font8({ struck: true }),
  biff.format8(164, '0.0"x"'),
  biff.style8(0),
  biff.style8(14, 0, 10),
  biff.style8(164),
  biff.strings('a', 'long '.repeat(300), '–'),
];
const xls8 = (): Uint8Array => {
  const sheets = [
    { name: 'One', records: records8 },
    { name: 'Two', records: records8, state: 1 },
  ];
  const embedded = { name: 'MBD1', children: [{ name: 'Workbook', bytes: new Uint8Array(300) }] };
  return compound([{ name: 'Workbook', bytes: biff.stream(sheets, globals8) }, embedded]);
};
const records5 = ROWS.map((row) => [
  ...biff.cell(0x0204, row, 0, biff.text5(`Commitment ${String(row)}`)),
  ...biff.number(row, 1, row * 1.5),
  ...biff.cell(0x0205, row, 2, [1, 0]),
]);
const xls5 = (): Uint8Array =>
  biff.xls(
    [
      { name: 'One', records: records5 },
      { name: 'Two', records: records5 },
    ],
    [biff.record(0x0042, biff.u16(1252))],
    0x0500,
  );
/** A stream below 4,096 bytes, which lies in the container's small sectors. */
const smallXls = (): Uint8Array =>
  biff.xls([{ name: 'One', records: records8.slice(0, 8) }], globals8.slice(0, 5).concat([biff.strings('a', 'b', '–')]));

const LINES = [
  'Commitment,Lead,By',
  ...Array.from({ length: 60 }, (_, row) => `"Open hub ${String(row)}, Swale",Zoë Ó Briain,${String((row % 28) + 1)}/03/2026`),
  '"a ""quoted"" word\nand a line",–,',
];
const csvText = LINES.join('\r\n');
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

const sample = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

/** One of each kind of file that the reader takes; built once a run. */
export async function originals(): Promise<Original[]> {
  const xlsx = (what: string, bytes: Uint8Array, name = 'plan.xlsx'): Original => ({ what, name, format: 'xlsx', bytes });
  const csv = (what: string, bytes: Uint8Array, name = 'plan.csv'): Original => ({ what, name, format: 'csv', bytes });
  return [
    xlsx('a workbook with every kind of cell', zipOf(planParts)),
    xlsx('a strict workbook', zipOf(strictParts)),
    xlsx('a workbook with macros', zipOf({ ...planParts, 'xl/vbaProject.bin': 'macro '.repeat(50) }), 'plan.xlsm'),
    xlsx('a sample submission', sample('assets/samples/submissions/GET.xlsx')),
    xlsx('a published plan', sample('assets/samples/kent-priorities.xlsx')),
    { what: 'a binary workbook', name: 'plan.xlsb', format: 'xlsb', bytes: plainXlsb() },
    {
      what: 'an OpenDocument spreadsheet',
      name: 'plan.ods',
      format: 'ods',
      bytes: await ods(odsTables('ce9'), { ...odsStyles, more: { 'META-INF/manifest.xml': MANIFEST } }),
    },
    { what: 'a flat OpenDocument spreadsheet', name: 'plan.fods', format: 'fods', bytes: fods(odsTables('ce1'), odsStyles) },
    { what: 'a Word document', name: 'plan.docx', format: 'docx', bytes: zipOf(documentParts) },
    { what: 'a workbook of Excel 97', name: 'plan.xls', format: 'xls', bytes: xls8() },
    { what: 'a small workbook of Excel 97', name: 'small.xls', format: 'xls', bytes: smallXls() },
    { what: 'a workbook of Excel 95', name: 'old.xls', format: 'xls', bytes: xls5() },
    csv('CSV in UTF-8', utf8(csvText)),
    csv('CSV in UTF-8 with a mark', utf8(`\ufeff${csvText}`)),
    csv(
      'CSV in Windows-1252',
      Uint8Array.from(csvText.replaceAll('–', '-'), (letter) => letter.charCodeAt(0)),
    ),
    csv('CSV in UTF-16', new Uint8Array(wide(`\ufeff${csvText}`))),
    csv('CSV in UTF-16, most significant byte first', new Uint8Array(wide(`\ufeff${csvText}`).swap16())),
    csv('CSV in UTF-16 without a mark', new Uint8Array(wide(csvText.replaceAll('–', '-')))),
    csv('semicolons', utf8(`sep=;\r\n${csvText.replaceAll(',', ';')}`), 'plan.txt'),
  ];
}
