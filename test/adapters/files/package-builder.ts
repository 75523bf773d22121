import { pack, writeZip } from '../../../src/adapters/files/package/zip-archive';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a small workbook of one sheet; a test changes what it is about. */
export function plainParts(sheetXml: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook('<sheet name="One" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships([['worksheet', 'worksheets/sheet1.xml']]),
    'xl/worksheets/sheet1.xml': sheet(sheetXml),
    ...more,
  };
}

export function workbook(sheets: string, before = ''): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheets>${sheets}</sheets></workbook>`;
}

export function sheet(inside: string): string {
  return `<?xml version="1.0"?><worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${inside}</worksheet>`;
}

export function relationships(links: readonly (readonly [string, string])[]): string {
  const written = links.map(
    ([type, target], index) => `<Relationship Id="rId${String(index + 1)}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${written.join('')}</Relationships>`;
}

export function styles(formats: readonly string[]): string {
  const written = formats.map((format, index) => `<numFmt numFmtId="${String(200 + index)}" formatCode="${format}"/>`);
  const uses = formats.map((_format, index) => `<xf numFmtId="${String(200 + index)}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${written.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${uses.join('')}</cellXfs></styleSheet>`;
}

export async function zipped(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const entries = await Promise.all(Object.entries(parts).map(([path, text]) => pack(path, new TextEncoder().encode(text))));
  return writeZip(entries);
}
