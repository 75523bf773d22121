import { zipped } from '../package-builder';

const NAMES = ['office', 'table', 'text', 'style', 'number', 'draw', 'meta', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"')
  .join(' ');

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';

export interface OdsParts {
  /** Automatic styles of the content. */
  readonly styles?: string;
  /** Named styles. */
  readonly named?: string;
  readonly modified?: string;
  /** Replaces or adds whole parts. */
  readonly more?: Readonly<Record<string, string>>;
}

const meta = (modified: string | undefined): string =>
  `<office:meta>${modified === undefined ? '' : `<dc:date>${modified}</dc:date>`}</office:meta>`;

/** An .ods file of these tables. */
export function ods(tables: string, { styles = '', named = '', modified, more = {} }: OdsParts = {}): Promise<Uint8Array> {
  const automatic = `<office:automatic-styles>${styles}</office:automatic-styles>`;
  return zipped({
    mimetype: SPREADSHEET,
    'content.xml': `<office:document-content ${NAMES}>${automatic}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${NAMES}><office:styles>${named}</office:styles></office:document-styles>`,
    'meta.xml': `<office:document-meta ${NAMES}>${meta(modified)}</office:document-meta>`,
    'META-INF/manifest.xml': `<manifest:manifest ${NAMES}/>`,
    ...more,
  });
}

/** The same as one flat XML file. */
export function fods(tables: string, { styles = '', named = '', modified }: OdsParts = {}): Uint8Array {
  const inside = `${meta(modified)}<office:styles>${named}</office:styles><office:automatic-styles>${styles}</office:automatic-styles>`;
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${NAMES} office:mimetype="${SPREADSHEET}">${inside}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document>`,
  );
}

export const table = (inside: string, attributes = 'table:name="One"'): string => `<table:table ${attributes}>${inside}</table:table>`;
export const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
/** A text cell; the text is markup. */
export const words = (text: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;
export const cell = (attributes: string, inside = ''): string => `<table:table-cell ${attributes}>${inside}</table:table-cell>`;
/** A style of cells with a data style. */
export const styled = (name: string, data: string): string =>
  `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${data}"/>`;
