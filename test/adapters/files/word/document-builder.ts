import { relationships, zipped } from '../package-builder';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  `xmlns:w="${WORD}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

/** Parts beside the main one: what stands in their root elements. */
interface OtherParts {
  readonly styles?: string;
  readonly numbering?: string;
  /** Links of the main part, from "rId3" on. */
  readonly links?: readonly (readonly [type: string, target: string])[];
}

/** A document with this body. */
export function documentFile(body: string, { styles = '', numbering = '', links = [] }: OtherParts = {}): Promise<Uint8Array> {
  return zipped({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships([['styles', 'styles.xml'], ['numbering', 'numbering.xml'], ...links]),
    'word/styles.xml': `<w:styles ${NAMESPACES}>${styles}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${NAMESPACES}>${numbering}</w:numbering>`,
  });
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph; what is no markup is its text. */
export const paragraph = (inside: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside === '' || inside.startsWith('<') ? inside : run(inside)}</w:p>`;

/** A cell; what is no markup is the text of its one paragraph. */
export const cell = (inside: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${/^<w:(?:p|tbl|sdt)[ >]/.test(inside) ? inside : paragraph(inside)}</w:tc>`;

export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.map((one) => (/^<w:(?:tc|sdt)[ >]/.test(one) ? one : cell(one))).join('')}</w:tr>`;

/** @param widths of the columns of its grid, in twentieths of a point. */
export const table = (rows: readonly (readonly string[] | string)[], widths: readonly number[] = []): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('')}</w:tblGrid>${rows
    .map((one) => (typeof one === 'string' ? one : row(one)))
    .join('')}</w:tbl>`;
