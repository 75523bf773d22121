import type { Chance } from '../life/chance';
import type { Damage } from './damage';
import { atOne, ofMarkup } from './part-damages';
import type { Format } from './originals';

/** Counts, sizes and repetitions beyond all reason, each in the words of one format. */
const ABSURD = ['0', '-1', '1e9', '4294967295', '99999999999999999999', '2147483648', 'NaN', '', '1048577', '16385', '0x10', '1.5'];

const MANY = 20_000;

function ofSheets(
  what: string,
  change: (xml: string, chance: Chance) => string,
  promised: 'answer' | 'same or said' | 'same' = 'answer',
): Damage {
  return ofMarkup(what, change, promised, { of: ['xlsx'], part: ({ central }) => central.name.endsWith('sheet1.xml') });
}

function ofPart(
  what: string,
  path: string,
  format: Format,
  change: (xml: string, chance: Chance) => string,
  promised: 'answer' | 'same' = 'answer',
): Damage {
  return ofMarkup(what, change, promised, { of: [format], part: ({ central }) => central.name.endsWith(path) });
}

/** The markup with more at the end of the first element of a name. */
const atEndOf = (xml: string, name: string, more: string): string => xml.replace(`</${name}>`, () => `${more}</${name}>`);
const intoData = (xml: string, inside: string): string => atEndOf(xml, 'sheetData', inside);

const WORKBOOKS: readonly Damage[] = [
  ofSheets('a dimension of the whole sheet', (xml) => xml.replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>'), 'same'),
  ofSheets('a row or cell beyond the sheet', (xml, chance) =>
    intoData(
      xml,
      chance.one([
        '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        '<row r="7"><c r="XFE7"><v>1</v></c></row>',
        '<row r="99999999999"/>',
        '<row r="0"><c r="A0"><v>1</v></c></row>',
      ]),
    ),
  ),
  ofSheets('the last cell of the sheet filled', (xml) => intoData(xml, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  ofSheets('absurd numbers of rows and cells', (xml, chance) =>
    atOne(xml, / (?:r|s|si|min|max|spans|count)="[^"]*"/g, chance, (match) => `${match.split('=')[0] ?? ''}="${chance.one(ABSURD)}"`),
  ),
  ofSheets('absurd values of cells', (xml, chance) =>
    atOne(
      xml,
      /<v>[^<]*<\/v>/g,
      chance,
      () => `<v>${chance.one([...ABSURD, '1e308', '-1e-320', 'Infinity', '9'.repeat(400), '46112.'.repeat(9)])}</v>`,
    ),
  ),
  ofSheets('merges of the whole sheet', (xml) =>
    xml.replace(
      /<\/sheetData>(?:<mergeCells.*<\/mergeCells>)?/,
      `</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(MANY)}</mergeCells>`,
    ),
  ),
  ofSheets('very many links', (xml) =>
    xml.replace('</sheetData>', `</sheetData><hyperlinks>${'<hyperlink ref="A1:XFD1048576" r:id="rId1"/>'.repeat(MANY)}</hyperlinks>`),
  ),
  ofSheets('a long formula shared by very many cells', (xml) =>
    intoData(
      xml,
      `<row r="7"><c r="A7"><f t="shared" si="9">${'A1+'.repeat(2700)}A1</f><v>1</v></c></row>${Array.from({ length: MANY }, (_, index) => `<row r="${String(8 + index)}"><c r="A${String(8 + index)}"><f t="shared" si="9"/><v>1</v></c></row>`).join('')}`,
    ),
  ),
  ofSheets('a long text in very many cells', (xml) =>
    intoData(xml, `<row r="7"><c r="A7" t="inlineStr"><is><t>${'long '.repeat(6000)}</t></is></c></row>`.repeat(100)),
  ),
  ofSheets('a text longer than a cell holds', (xml) =>
    intoData(xml, `<row r="7"><c r="A7" t="inlineStr"><is><t>${'long '.repeat(7000)}</t></is></c></row>`),
  ),
  ofSheets('very many cells', (xml) =>
    intoData(
      xml,
      Array.from(
        { length: MANY },
        (_, index) =>
          `<row r="${String(7 + index)}"><c r="A${String(7 + index)}" s="1"><v>${String(index)}</v></c><c r="B${String(7 + index)}" s="2"><v>1</v></c></row>`,
      ).join(''),
    ),
  ),
  ofPart('very many sheets of one part', 'workbook.xml', 'xlsx', (xml) =>
    atEndOf(
      xml,
      'sheets',
      Array.from({ length: 5000 }, (_, index) => `<sheet name="s${String(index)}" sheetId="${String(index + 9)}" r:id="rId1"/>`).join(''),
    ),
  ),
  ofPart('sheets of one name', 'workbook.xml', 'xlsx', (xml) => xml.replace(/(<sheet [^>]*name=")[^"]*"/g, '$1Plan"')),
  ofPart(
    'another count of texts',
    'sharedStrings.xml',
    'xlsx',
    (xml, chance) => xml.replace(/count="\d+"/gi, `count="${chance.one(['0', '1', '4294967295', '-1'])}"`),
    'same',
  ),
  ofMarkup('a shared text missing', (xml, chance) => atOne(xml, /<si>.*?<\/si>/gs, chance, () => ''), 'answer', {
    of: ['xlsx'],
    part: ({ central }) => central.name.endsWith('sharedStrings.xml'),
  }),
  ofMarkup(
    'the last shared texts missing',
    (xml, chance) => xml.replace(new RegExp(`(?:<si>(?:(?!<si>)[^])*?</si>){${String(1 + chance.number(3))}}(?=</sst>)`), ''),
    'same or said',
    { of: ['xlsx'], part: ({ central }) => central.name.endsWith('sharedStrings.xml') },
  ),
  ofMarkup(
    'very many looks of parts of a text',
    (xml, chance) => atOne(xml, /<si>/g, chance, () => `<si>${'<r><rPr><strike/></rPr><t>a</t></r>'.repeat(MANY)}`),
    'answer',
    { of: ['xlsx'], part: ({ central }) => central.name.endsWith('sharedStrings.xml') },
  ),
  ofMarkup('the styles of the cells missing', (xml) => xml.replace(/<cellXfs.*<\/cellXfs>/s, ''), 'same or said', {
    of: ['xlsx'],
    part: ({ central }) => central.name.endsWith('styles.xml'),
  }),
  ofMarkup(
    'absurd numbers of styles',
    (xml, chance) =>
      atOne(xml, /(?:numFmtId|fillId|fontId|count)="\d+"/g, chance, (match) => `${match.split('=')[0] ?? ''}="${chance.one(ABSURD)}"`),
    'answer',
    { of: ['xlsx'], part: ({ central }) => central.name.endsWith('styles.xml') },
  ),
  ofMarkup(
    'formats that are no formats',
    (xml, chance) =>
      atOne(
        xml,
        /formatCode="[^"]*"/g,
        chance,
        () =>
          `formatCode="${chance.one(['0'.repeat(60_000), 'm'.repeat(5000), '[h'.repeat(3000), '"&quot;'.repeat(10), '?/'.repeat(2000), `0.${'0'.repeat(400)}`, ';;;;;;', '[&gt;1e999]0', '_'.repeat(5000), '*'.repeat(3000), 'E+E+E+'])}"`,
      ),
    'answer',
    { of: ['xlsx'], part: ({ central }) => central.name.endsWith('styles.xml') },
  ),
  ofMarkup(
    'very many styles',
    (xml) => xml.replace('</cellXfs>', `${'<xf numFmtId="14" fillId="1" fontId="1"/>'.repeat(MANY)}</cellXfs>`),
    'same',
    { of: ['xlsx'], part: ({ central }) => central.name.endsWith('styles.xml') },
  ),
];

const OPEN_TABLE = /<table:table-row[^>]*>/g;

const OPEN_DOCUMENTS: readonly Damage[] = [
  ofPart('rows repeated absurdly', 'content.xml', 'ods', (xml, chance) =>
    atOne(xml, OPEN_TABLE, chance, () => `<table:table-row table:number-rows-repeated="${chance.one(ABSURD)}">`),
  ),
  ofPart('cells repeated absurdly', 'content.xml', 'ods', (xml, chance) =>
    atOne(xml, /<table:(?:covered-)?table-cell/g, chance, (match) => `${match} table:number-columns-repeated="${chance.one(ABSURD)}"`),
  ),
  ofPart('cells spanned absurdly', 'content.xml', 'ods', (xml, chance) =>
    atOne(
      xml,
      /<table:table-cell(?! table:number-rows-spanned)/g,
      chance,
      (match) => `${match} table:number-rows-spanned="${chance.one(ABSURD)}" table:number-columns-spanned="${chance.one(ABSURD)}"`,
    ),
  ),
  ofPart('columns repeated absurdly', 'content.xml', 'ods', (xml, chance) =>
    atOne(
      xml,
      /<table:table-row[ >]/g,
      chance,
      (match) => `<table:table-column table:number-columns-repeated="${chance.one(ABSURD)}" table:default-cell-style-name="ce1"/>${match}`,
    ),
  ),
  ofPart('very many blanks in a text', 'content.xml', 'ods', (xml, chance) =>
    atOne(xml, /<text:p>/g, chance, (match) => `${match}<text:s text:c="${chance.one(ABSURD)}"/>`),
  ),
  ofPart('very many wide rows', 'content.xml', 'ods', (xml) =>
    atEndOf(
      xml,
      'table:table',
      '<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'.repeat(
        290,
      ),
    ),
  ),
  ofPart('very many wide rows that are repeated', 'content.xml', 'ods', (xml) =>
    atEndOf(
      xml,
      'table:table',
      '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'.repeat(
        290,
      ),
    ),
  ),
  ofPart('merges in rows that are repeated', 'content.xml', 'ods', (xml) =>
    atEndOf(
      xml,
      'table:table',
      `<table:table-row table:number-rows-repeated="1000000">${'<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"/>'.repeat(40)}</table:table-row>`,
    ),
  ),
  ofPart('coloured rows that are repeated', 'content.xml', 'ods', (xml) =>
    atEndOf(
      xml,
      'table:table',
      '<table:table-row table:number-rows-repeated="999" table:default-cell-style-name="ce1"><table:table-cell table:number-columns-repeated="9999"/></table:table-row>'.repeat(
        1000,
      ),
    ),
  ),
  ofPart('very many tables', 'content.xml', 'ods', (xml) =>
    atEndOf(
      xml,
      'office:spreadsheet',
      '<table:table table:name="x"><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>'.repeat(
        5000,
      ),
    ),
  ),
  ofPart(
    'very many styles that refer to one another',
    'styles.xml',
    'ods',
    (xml) =>
      atEndOf(
        xml,
        'office:styles',
        Array.from(
          { length: 20_000 },
          (_, index) =>
            `<style:style style:name="x${String(index)}" style:family="table-cell" style:parent-style-name="x${String((index + 1) % 20_000)}"/>`,
        ).join(''),
      ),
    'same',
  ),
  ofPart('absurd values', 'content.xml', 'ods', (xml, chance) =>
    atOne(
      xml,
      /office:(?:value|date-value)="[^"]*"/g,
      chance,
      (match) =>
        `${match.split('=')[0] ?? ''}="${chance.one([...ABSURD, '9999-99-99', '-0001-01-01', '2026-02-30', '1e308', 'PT99999999999H'])}"`,
    ),
  ),
];

const DOCUMENTS: readonly Damage[] = [
  ofPart('an absurd span', 'document.xml', 'docx', (xml, chance) =>
    atOne(xml, /<w:tcPr>/g, chance, (match) => `${match}<w:gridSpan w:val="${chance.one(ABSURD)}"/>`),
  ),
  ofPart('absurdly many columns left out', 'document.xml', 'docx', (xml, chance) =>
    atOne(
      xml,
      /<w:tr>/g,
      chance,
      (match) => `${match}<w:trPr><w:gridBefore w:val="${chance.one(ABSURD)}"/><w:gridAfter w:val="${chance.one(ABSURD)}"/></w:trPr>`,
    ),
  ),
  ofPart('absurdly many columns of the grid', 'document.xml', 'docx', (xml) =>
    xml.replace('<w:tblGrid>', `<w:tblGrid>${'<w:gridCol w:w="1"/>'.repeat(MANY)}`),
  ),
  ofPart('absurd widths', 'document.xml', 'docx', (xml, chance) =>
    atOne(xml, /<w:gridCol [^>]*>/g, chance, () => `<w:gridCol w:w="${chance.one(ABSURD)}"/>`),
  ),
  ofPart('cells that go on with none', 'document.xml', 'docx', (xml) =>
    xml.replaceAll('<w:tcPr></w:tcPr>', '<w:tcPr><w:vMerge/><w:hMerge/></w:tcPr>'),
  ),
  ofPart('tables in tables', 'document.xml', 'docx', (xml, chance) =>
    atOne(xml, /<w:tc>/g, chance, (match) => {
      const depth = chance.one([5, 19, 25, 3000]);
      return `${match}${'<w:tbl><w:tr><w:tc>'.repeat(depth)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
    }),
  ),
  ofPart('boxes in boxes', 'document.xml', 'docx', (xml, chance) =>
    atOne(xml, /<w:r>/g, chance, (match) => {
      const depth = chance.one([5, 60, 3000]);
      return `${match}${'<w:pict><v:textbox><w:txbxContent><w:p><w:r>'.repeat(depth)}${'</w:r></w:p></w:txbxContent></v:textbox></w:pict>'.repeat(depth)}`;
    }),
  ),
  ofPart('choices in choices', 'document.xml', 'docx', (xml, chance) =>
    atOne(xml, /<w:r>/g, chance, (match) => {
      const depth = chance.one([5, 30, 60]);
      return `${match}${'<mc:AlternateContent><mc:Choice Requires="wps">'.repeat(depth)}<w:t>x</w:t>${'</mc:Choice><mc:Fallback/></mc:AlternateContent>'.repeat(depth)}`;
    }),
  ),
  ofPart('fields that do not end', 'document.xml', 'docx', (xml) =>
    xml.replaceAll('<w:p>', `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(200)}`),
  ),
  ofPart('very many rows', 'document.xml', 'docx', (xml) =>
    xml.replace('</w:tbl>', `${'<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>'.repeat(20_000)}</w:tbl>`),
  ),
  ofPart('very many tables', 'document.xml', 'docx', (xml) =>
    xml.replace('</w:tbl>', `</w:tbl>${'<w:p><w:r><w:t>x</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'.repeat(5000)}`),
  ),
  ofPart('very many tables right below another', 'document.xml', 'docx', (xml) =>
    xml.replace(
      '</w:tbl>',
      `</w:tbl>${'<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>'.repeat(3000)}`,
    ),
  ),
  ofPart('a row of very many cells', 'document.xml', 'docx', (xml) =>
    xml.replace('</w:tr>', `${'<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>'.repeat(20_000)}</w:tr>`),
  ),
  ofPart('lists in lists', 'numbering.xml', 'docx', (xml, chance) =>
    xml
      .replace(/w:val="%\d[^"]*"/, `w:val="${'%1%2%9'.repeat(chance.one([1, 5000]))}"`)
      .replace('w:val="1"', `w:val="${chance.one(ABSURD)}"`),
  ),
  ofPart('styles that are based on one another', 'styles.xml', 'docx', (xml) =>
    xml
      .replace(
        '</w:styles>',
        `${Array.from({ length: 20_000 }, (_, index) => `<w:style w:type="paragraph" w:styleId="x${String(index)}"><w:basedOn w:val="x${String((index + 1) % 20_000)}"/></w:style>`).join('')}</w:styles>`,
      )
      .replace('<w:name w:val="heading 1"/>', '<w:name w:val="heading 1"/><w:basedOn w:val="x0"/>'),
  ),
];

export const COUNT_DAMAGES: readonly Damage[] = [...WORKBOOKS, ...OPEN_DOCUMENTS, ...DOCUMENTS];
