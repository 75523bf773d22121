import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type DocumentBlock, type DocumentRow, type DocumentTable, PAPERS_CREATOR, type PlanDocument } from '../../domain/documents';
import { withoutTimes } from './without-times';
import { OWN_STYLES_XML, STYLES, TABLE_LINES, TABLE_STYLE, WORD_STYLES } from './word-styles';

/** A4 on its side, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = 1_000;
const TEXT_WIDTH = PAGE.height - 2 * MARGIN;

/** The paper as a .docx. All formatting is in its styles; each table's headings are repeated on every page. */
export async function writeWord(document: PlanDocument): Promise<Uint8Array> {
  const word = new Document({
    title: document.title,
    description: document.stamp,
    creator: PAPERS_CREATOR,
    styles: { default: WORD_STYLES },
    externalStyles: OWN_STYLES_XML,
    sections: [
      {
        properties: {
          page: {
            size: { ...PAGE, orientation: PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: pageFooter(document.name) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(document.title) }),
          new Paragraph({ style: STYLES.stamp, children: runsOf(document.stamp) }),
          ...document.blocks.flatMap(blockParts),
        ],
      },
    ],
  });
  const properties = { path: 'docProps/core.xml', data: propertiesOf(document) };
  return withoutTimes(new Uint8Array(await Packer.toArrayBuffer(word, undefined, [properties])));
}

/**
 * The document's properties without the time at which it was made, which the library would put there: of one plan, a paper is the same
 * whenever it is written.
 */
function propertiesOf({ title, stamp }: PlanDocument): string {
  const [titleXml, stampXml] = [title, stamp].map((words) =>
    printable(words).replace(/[&<>]/g, (character) => `&#${String(character.charCodeAt(0))};`),
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties' +
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${titleXml ?? ''}</dc:title><dc:creator>${PAPERS_CREATOR}</dc:creator>` +
    `<dc:description>${stampXml ?? ''}</dc:description></cp:coreProperties>`
  );
}

function pageFooter(name: string): Footer {
  const run = new TextRun({ children: [`${name}, page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [new Paragraph({ style: STYLES.stamp, children: [run] })] });
}

function blockParts(block: DocumentBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: runsOf(block.text),
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ style: STYLES.lead, children: runsOf(block.text) })];
    case 'table':
      return [tableOf(block)];
  }
}

function tableOf({ columns, rows }: DocumentTable): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / shares));
  const headings = columns.map(({ heading }, index) => cellOf(heading, STYLES.heading, widths[index] ?? 0));
  return new Table({
    style: TABLE_STYLE,
    borders: TABLE_LINES,
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    // The first row holds the headings, for the style and for screen readers; no other row or column is special.
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: headings }), ...rows.map((row) => rowOf(row, widths))],
  });
}

function rowOf(row: DocumentRow, widths: readonly number[]): TableRow {
  if (row.kind === 'cells') {
    return new TableRow({
      cantSplit: true,
      children: widths.map((width, index) => cellOf(row.cells[index] ?? '', STYLES.cell, width)),
    });
  }
  const across = cellOf(row.text, row.kind === 'theme' ? STYLES.theme : STYLES.introduction, TEXT_WIDTH, widths.length);
  return new TableRow({ cantSplit: true, children: [across] });
}

function cellOf(words: string, style: string, width: number, columnSpan = 1): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(columnSpan > 1 ? { columnSpan } : {}),
    children: [new Paragraph({ style, children: runsOf(words) })],
  });
}

/** A line end in a text is a line break in its paragraph. */
function runsOf(words: string): TextRun[] {
  return printable(words)
    .split(/\r\n|\r|\n/)
    .map((text, index) => new TextRun(index === 0 ? { text } : { text, break: 1 }));
}

/** Leaves out characters that XML cannot hold; a single one would make the whole file unreadable for Word. */
function printable(words: string): string {
  return Array.from(words)
    .filter((character) => isInXml(character.codePointAt(0) ?? 0))
    .join('');
}

function isInXml(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
