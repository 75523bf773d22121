import { BorderStyle, type IStylesOptions } from 'docx';

/** Names of the paper's own styles; a user who changes a style in Word changes the whole paper. */
export const STYLES = {
  stamp: 'PlanStamp',
  lead: 'PlanLead',
  introduction: 'PlanIntroduction',
  theme: 'PlanTheme',
  heading: 'PlanTableHeading',
  cell: 'PlanTableText',
};
export const TABLE_STYLE = 'PlanTable';

const TEXT_COLOUR = '1F2A37';
const GREY_TEXT = '5B6470';
const HEADING_FILL = '1F4E79';
const LINE_COLOUR = '8A94A0';

/** The styles that Word knows by itself. Sizes are half points, spaces twentieths of a point, as Word keeps them. */
export const WORD_STYLES: NonNullable<IStylesOptions['default']> = {
  document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } }, paragraph: { spacing: { after: 120 } } },
  title: { run: { size: 36, bold: true, color: TEXT_COLOUR }, paragraph: { spacing: { after: 60 } } },
  heading1: {
    run: { size: 28, bold: true, color: TEXT_COLOUR },
    paragraph: { spacing: { before: 360, after: 120 }, keepNext: true, outlineLevel: 0 },
  },
  heading2: {
    run: { size: 24, bold: true, color: TEXT_COLOUR },
    paragraph: { spacing: { before: 280, after: 100 }, keepNext: true, outlineLevel: 1 },
  },
};

interface OwnStyle {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly colour: string;
  readonly before: number;
  readonly after: number;
  readonly bold?: true;
  /** Keeps the paragraph on one page with the next, so that a heading is not left at the foot of a page. */
  readonly keepNext?: true;
}

const OWN_STYLES: readonly OwnStyle[] = [
  { id: STYLES.stamp, name: 'Plan stamp', size: 20, colour: GREY_TEXT, before: 0, after: 200 },
  { id: STYLES.lead, name: 'Plan lead', size: 22, colour: TEXT_COLOUR, before: 0, after: 120, keepNext: true },
  { id: STYLES.cell, name: 'Plan table text', size: 19, colour: TEXT_COLOUR, before: 30, after: 30 },
  { id: STYLES.introduction, name: 'Plan introduction', size: 20, colour: TEXT_COLOUR, before: 60, after: 60 },
  { id: STYLES.theme, name: 'Plan theme', size: 20, colour: TEXT_COLOUR, before: 60, after: 60, bold: true, keepNext: true },
  { id: STYLES.heading, name: 'Plan table heading', size: 20, colour: 'FFFFFF', before: 60, after: 60, bold: true, keepNext: true },
];

/** The paper's own styles as XML: the library has no options for table styles, and takes own styles either all as XML or all as options. */
export const OWN_STYLES_XML = [
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  ...OWN_STYLES.map(paragraphStyle),
  tableStyle(),
  '</w:styles>',
].join('');

function paragraphStyle({ id, name, size, colour, before, after, bold, keepNext }: OwnStyle): string {
  const paragraph = `${keepNext ? '<w:keepNext/>' : ''}<w:spacing w:before="${before}" w:after="${after}"/>`;
  const run = `${bold ? '<w:b/>' : ''}<w:color w:val="${colour}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  return [
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>`,
    `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  ].join('');
}

/** Lines around every cell, margins inside it, and dark headings in the first row. */
function tableStyle(): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const lines = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${LINE_COLOUR}"/>`).join('');
  return [
    `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="Plan table"/><w:uiPriority w:val="99"/>`,
    `<w:tblPr><w:tblBorders>${lines}</w:tblBorders>`,
    '<w:tblCellMar><w:left w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    `<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${HEADING_FILL}"/></w:tcPr></w:tblStylePr></w:style>`,
  ].join('');
}

const LINE_STYLE = { style: BorderStyle.SINGLE, size: 4, color: LINE_COLOUR };

/** The library writes lines into every table, whatever its style says; these are the style's own. */
export const TABLE_LINES = {
  top: LINE_STYLE,
  left: LINE_STYLE,
  bottom: LINE_STYLE,
  right: LINE_STYLE,
  insideHorizontal: LINE_STYLE,
  insideVertical: LINE_STYLE,
};
