import ExcelJS from 'exceljs';
import { areaA1, parseArea } from '../../../src/domain/grid';
import type {
  Observed,
  ObservedCell,
  ObservedChart,
  ObservedDropDown,
  ObservedLook,
  ObservedPrint,
  ObservedRule,
  ObservedSheet,
  ObservedTable,
} from '../../contract/harness';
import { unzip } from '../../contract/unzip';
import { commentsIn } from './made-comments';

/** A written file as exceljs reads it; what exceljs drops (charts, very long rules) is read from the XML itself. */
export async function observeFile(bytes: Uint8Array): Promise<Observed> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const parts = unzip(bytes);
  return { sheets: book.worksheets.map((sheet) => observedSheet(sheet, parts)) };
}

function observedSheet(sheet: ExcelJS.Worksheet, parts: ReadonlyMap<string, string>): ObservedSheet {
  const cells: Record<string, ObservedCell> = {};
  const looks: Record<string, ObservedLook> = {};
  sheet.eachRow({ includeEmpty: true }, (row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      const look = lookOf(cell);
      if (!isPlain(look)) looks[cell.address] = look;
      const seen = observedCell(cell);
      if (seen !== null) cells[cell.address] = seen;
    });
  });
  // exceljs has null for a sheet without views, whatever its types say.
  const view = (sheet.views as ExcelJS.WorksheetView[] | null)?.[0];
  const path = sheetPath(sheet.name, parts);
  const xml = parts.get(path) ?? '';
  return {
    name: sheet.name,
    visibility: sheet.state === 'veryHidden' ? 'very hidden' : sheet.state,
    tabColour: colour(sheet.properties.tabColor),
    cells,
    looks,
    tables: tablesOf(path, parts),
    widths: Object.fromEntries(columnsOf(xml).flatMap(({ index, width }) => (width === null ? [] : [[index, width]]))),
    columnLooks: Object.fromEntries(columnsOf(xml).map(({ index }) => [index, lookOf(sheet.getColumn(index + 1))])),
    merges: sheet.model.merges.map(String),
    dropDowns: dropDownsOf(xml),
    rules: rulesOf(sheet, xml),
    charts: chartsOf(path, parts),
    freeze: freezeOf(view),
    print: printOf(sheet, xml),
    gridlines: view?.showGridLines ?? true,
    comments: commentsIn(parts, path),
  };
}

function observedCell(cell: ExcelJS.Cell): ObservedCell | null {
  if (cell.master !== cell) return null;
  const { value } = cell;
  const held: unknown = value !== null && typeof value === 'object' && !(value instanceof Date) ? heldBy(value) : value;
  if (held === null || held === undefined || held === '') return null;
  const link = value !== null && typeof value === 'object' && 'hyperlink' in value ? decodeURIComponent(value.hyperlink) : null;
  return {
    value: held instanceof Date ? held.getTime() / 86_400_000 + 25_569 : (held as string | number | boolean),
    format: lookOf(cell).format,
    formula: cell.formula ? `=${cell.formula}` : null,
    link,
  };
}

function heldBy(value: object): unknown {
  if ('result' in value) return value.result;
  if ('richText' in value) return (value.richText as { text: string }[]).map((run) => run.text).join('');
  if ('error' in value) return value.error;
  return 'text' in value ? value.text : null;
}

function colour(of: Partial<ExcelJS.Color> | undefined): string | null {
  return of?.argb === undefined ? null : `#${of.argb.slice(2)}`;
}

const ALIGNED = { left: 'left', center: 'centre', right: 'right' } as const;
const STOOD = { top: 'top', middle: 'middle', bottom: 'bottom' } as const;

function pick<Key extends string, Value>(map: Readonly<Record<Key, Value>>, key: string | undefined): Value | null {
  return key !== undefined && key in map ? map[key as Key] : null;
}

function lookOf(of: Partial<ExcelJS.Style>): ObservedLook {
  const { font, fill, alignment, border, numFmt } = of;
  const sides = [border?.left, border?.right, border?.top, border?.bottom];
  return {
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    size: font?.size ?? null,
    colour: colour(font?.color),
    fill: fill?.type === 'pattern' && fill.pattern === 'solid' ? colour(fill.fgColor) : null,
    wrap: alignment?.wrapText ?? false,
    align: pick(ALIGNED, alignment?.horizontal),
    vertical: pick(STOOD, alignment?.vertical),
    border: sides.every((side) => side?.style === 'thin') ? 'thin' : null,
    format: numFmt ?? 'General',
  };
}

/** As any new cell looks: the standard font at its size and nothing else. */
function isPlain(look: ObservedLook): boolean {
  const { size, format, ...others } = look;
  return (
    (size === 11 || size === null) && format === 'General' && Object.values(others).every((value) => value === false || value === null)
  );
}

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : plain(found);
};

function plain(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

const tags = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? [];

const bodies = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}>`, 'g'))].map((match) => match[1] ?? '');

/** Where the links of a part lead, by the last word of their type. */
function linked(path: string, parts: ReadonlyMap<string, string>): { type: string; id: string; path: string }[] {
  const slash = path.lastIndexOf('/') + 1;
  const rels = parts.get(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`) ?? '';
  return tags(rels, 'Relationship').map((tag) => ({
    type: attribute(tag, 'Type')?.split('/').at(-1) ?? '',
    id: attribute(tag, 'Id') ?? '',
    path: new URL(attribute(tag, 'Target') ?? '', `file:///${path}`).pathname.slice(1),
  }));
}

function sheetPath(name: string, parts: ReadonlyMap<string, string>): string {
  const entry = tags(parts.get('xl/workbook.xml') ?? '', 'sheet').find((tag) => attribute(tag, 'name') === name) ?? '';
  return linked('xl/workbook.xml', parts).find((link) => link.id === attribute(entry, 'r:id'))?.path ?? '';
}

function tablesOf(path: string, parts: ReadonlyMap<string, string>): ObservedTable[] {
  return linked(path, parts)
    .filter((link) => link.type === 'table')
    .map((link) => {
      const xml = parts.get(link.path) ?? '';
      const style = tags(xml, 'tableStyleInfo')[0] ?? '';
      return {
        name: attribute(tags(xml, 'table')[0] ?? '', 'displayName') ?? '',
        area: attribute(tags(xml, 'table')[0] ?? '', 'ref') ?? '',
        style: attribute(style, 'name') ?? '',
        banded: attribute(style, 'showRowStripes') === '1',
        headings: tags(xml, 'tableColumn').map((tag) => attribute(tag, 'name') ?? ''),
      };
    });
}

/** Columns by their definitions; a width is given as characters, the cell's margin of 5/7 taken off. */
function columnsOf(xml: string): { index: number; width: number | null }[] {
  return tags(xml, 'col').flatMap((tag) => {
    const width = attribute(tag, 'customWidth') === '1' ? Math.round((Number(attribute(tag, 'width')) - 5 / 7) * 10) / 10 : null;
    const from = Number(attribute(tag, 'min'));
    return Array.from({ length: Number(attribute(tag, 'max')) - from + 1 }, (_, step) => ({ index: from - 1 + step, width }));
  });
}

function dropDownsOf(xml: string): ObservedDropDown[] {
  return [...xml.matchAll(/(<dataValidation\s[^>]*>)([\s\S]*?)<\/dataValidation>/g)].map(([, tag = '', body = '']) => {
    const list = plain(bodies(body, 'formula1')[0] ?? '');
    const inline = list.startsWith('"') ? list.slice(1, -1).replaceAll('""', '"').split(',') : null;
    const title = attribute(tag, 'promptTitle');
    return {
      area: attribute(tag, 'sqref') ?? '',
      refusesOthers: attribute(tag, 'showErrorMessage') === '1',
      values: inline,
      source: inline === null ? list.replaceAll('$', '') : null,
      prompt: title === null || attribute(tag, 'showInputMessage') !== '1' ? null : { title, message: attribute(tag, 'prompt') ?? '' },
    };
  });
}

function rulesOf(sheet: ExcelJS.Worksheet, xml: string): ObservedRule[] {
  // exceljs loses the word that a rule looks for; both list the rules in the file's order.
  const written = tags(xml, 'cfRule');
  let index = 0;
  const { conditionalFormattings } = sheet as unknown as {
    conditionalFormattings: { ref: string; rules: ExcelJS.ConditionalFormattingRule[] }[];
  };
  return conditionalFormattings.flatMap(({ ref, rules }) =>
    rules.map((rule) => {
      const quoted = rule.type === 'cellIs' ? String(rule.formulae?.[0]).replace(/^"|"$/g, '').replaceAll('""', '"') : null;
      const fill = rule.style?.fill?.type === 'pattern' ? colour(rule.style.fill.bgColor) : null;
      return {
        area: ref,
        cellIs: quoted,
        contains: attribute(written[index++] ?? '', 'text'),
        colour: colour(rule.style?.font?.color),
        fill,
        bold: rule.style?.font?.bold ?? false,
      };
    }),
  );
}

function chartsOf(path: string, parts: ReadonlyMap<string, string>): ObservedChart[] {
  const drawing = linked(path, parts).find((link) => link.type === 'drawing')?.path;
  if (drawing === undefined) return [];
  const links = linked(drawing, parts);
  const anchors = bodies(parts.get(drawing) ?? '', 'twoCellAnchor').filter((anchor) => tags(anchor, 'chart').length > 0);
  return anchors.map((anchor) => {
    const target = links.find((link) => link.id === attribute(tags(anchor, 'chart')[0] ?? '', 'r:id'))?.path ?? '';
    return observedChart(anchor, parts.get(target) ?? '');
  });
}

function observedChart(anchor: string, xml: string): ObservedChart {
  const corner = (name: string): { row: number; column: number } => {
    const body = bodies(anchor, name)[0] ?? '';
    return { row: Number(bodies(body, 'row')[0]), column: Number(bodies(body, 'col')[0]) };
  };
  const from = corner('from');
  const to = corner('to');
  const axis = bodies(xml, 'valAx')[0] ?? '';
  const series = bodies(xml, 'ser');
  const references = (part: string): string[] =>
    series.map((one) => plain(bodies(bodies(one, part)[0] ?? '', 'f')[0] ?? '').replaceAll('$', ''));
  const titled = xml.slice(0, xml.indexOf('<c:plotArea>'));
  return {
    name: attribute(tags(anchor, 'cNvPr')[0] ?? '', 'name') ?? '',
    kind: chartKind(xml),
    title: plain(bodies(bodies(titled, 'title')[0] ?? '', 't')[0] ?? ''),
    values: references('val'),
    categories: references('cat'),
    seriesNames: references('tx'),
    over: areaA1({ top: from.row, left: from.column, bottom: to.row - 1, right: to.column - 1 }),
    valueTitle: axis.includes('<c:title>') ? plain(bodies(axis, 't')[0] ?? '') : null,
  };
}

function chartKind(xml: string): string {
  if (tags(xml, 'pieChart').length > 0) return 'pie';
  const way = attribute(tags(xml, 'barDir')[0] ?? '', 'val') === 'bar' ? 'bar' : 'column';
  return attribute(tags(xml, 'grouping')[0] ?? '', 'val') === 'stacked' ? `${way} stacked` : way;
}

function freezeOf(view: Partial<ExcelJS.WorksheetView> | undefined): ObservedSheet['freeze'] {
  return view?.state === 'frozen' ? { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 } : null;
}

function printOf(sheet: ExcelJS.Worksheet, xml: string): ObservedPrint {
  const setUp = sheet.pageSetup;
  const rows = parseArea((setUp.printTitlesRow ?? '').replace(/^(\d+):(\d+)$/, 'A$1:A$2'));
  const footer = plain(bodies(xml, 'oddFooter')[0] ?? '');
  const third = (mark: string): string => new RegExp(`&${mark}((?:(?!&[LCR]).)*)`).exec(footer)?.[1] ?? '';
  const fits = setUp.fitToPage === true && (setUp.fitToWidth ?? 1) === 1;
  return {
    orientation: setUp.orientation ?? 'portrait',
    // 8 is A3, which exceljs has no name for.
    paper: Number(setUp.paperSize) === 8 ? 'A3' : Number(setUp.paperSize) === 9 ? 'A4' : null,
    pages: !fits ? null : setUp.fitToHeight === 0 ? 'one wide' : 'one',
    // Excel takes whole columns with their rows for the columns.
    area: (setUp.printArea ?? '').replaceAll('$', '').replace(/^([A-Z]+)1:([A-Z]+)1048576$/, '$1:$2'),
    sideMargins: [setUp.margins?.left ?? 0, setUp.margins?.right ?? 0],
    titleRows: rows === null ? null : { top: rows.top, bottom: rows.bottom },
    footer: { left: third('L'), centre: third('C'), right: third('R') },
  };
}
