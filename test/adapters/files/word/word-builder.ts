import { openBook } from '../../../../src/adapters/files/open-book';
import { type BookGrid, type SheetGrid, a1 } from '../../../../src/domain/grid';
import { relationships, zipped } from '../package-builder';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMES = [
  `xmlns:w="${MAIN}" xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

export interface WordParts {
  /** Content of the styles part. */
  readonly styles?: string;
  /** Content of the numbering part. */
  readonly numbering?: string;
  /** Type and target of further relationships of the document, from rId3. */
  readonly links?: readonly (readonly [string, string])[];
  /** Replaces or adds whole parts. */
  readonly more?: Readonly<Record<string, string>>;
}

/** The parts of a .docx file with this markup in its body. */
export function docxParts(body: string, { styles = '', numbering = '', links = [], more = {} }: WordParts = {}): Record<string, string> {
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships([['styles', 'styles.xml'], ['numbering', 'numbering.xml'], ...links]),
    'word/styles.xml': `<w:styles ${NAMES}>${styles}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${NAMES}>${numbering}</w:numbering>`,
    ...more,
  };
}

export async function openDocument(body: string, parts: WordParts = {}): Promise<BookGrid> {
  return openBook('plan.docx', await zipped(docxParts(body, parts)));
}

/** Each sheet by its name: the lines above its table from top to bottom, then its rows, each from column A to its last filled cell. */
export async function shownIn(body: string, parts: WordParts = {}): Promise<Record<string, string[][]>> {
  const { sheets } = await openDocument(body, parts);
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, rowsOf(sheet)]));
}

function rowsOf({ rows }: SheetGrid): string[][] {
  const filled = [...rows.keys()].sort((a, b) => a - b);
  return filled.map((row) => {
    const cells = rows.get(row) ?? new Map<number, { readonly text: string }>();
    return Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, column) => cells.get(column)?.text ?? '');
  });
}

/** The text of the only cell of a table of one row, beside which stands another. */
export async function cellOf(inside: string, parts: WordParts = {}): Promise<string> {
  const sheets = await shownIn(table(tr(td(inside), cell('beside'))), parts);
  return sheets['Table 1']?.[0]?.[0] ?? '';
}

/** The same of the content of one paragraph. */
export const paragraphOf = (inside: string, parts: WordParts = {}): Promise<string> => cellOf(`<w:p>${inside}</w:p>`, parts);

export function mergesOf({ merges }: SheetGrid): string[] {
  return merges.map(({ top, left, bottom, right }) => `${a1({ row: top, column: left })}:${a1({ row: bottom, column: right })}`).sort();
}

const grid = (widths: readonly number[]): string =>
  `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('')}</w:tblGrid>`;

export const table = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
export const tableOn = (widths: readonly number[], ...rows: string[]): string => `<w:tbl><w:tblPr/>${grid(widths)}${rows.join('')}</w:tbl>`;
export const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const trOf = (properties: string, ...cells: string[]): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
/** A cell of any content; `properties` is what stands in its `tcPr`. */
export const td = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
export const cell = (text: string, properties = ''): string => td(p(text), properties);
export const p = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : r(text)}</w:p>`;
export const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A row of plain cells. */
export const row = (...texts: string[]): string => tr(...texts.map((text) => cell(text)));
export const fieldMark = (kind: 'begin' | 'separate' | 'end', inside = ''): string =>
  `<w:r><w:fldChar w:fldCharType="${kind}">${inside}</w:fldChar></w:r>`;
export const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
export const control = (content: string, properties = ''): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
export const listed = (text: string, list: number, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(list)}"/></w:numPr>`);
/** A level of a list. */
export const lvl = (level: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${String(level)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
export const definition = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${String(id)}">${levels.join('')}</w:abstractNum>`;
export const list = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(of)}"/>${more}</w:num>`;
/** A shape with text in it, as Word writes it: for programs that know it, and for those that do not. */
export const box = (content: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
