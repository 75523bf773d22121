import { type Area, columnName, quotedSheet } from '../../../domain/grid';
import type { PlanChart } from '../../../domain/workbook';
import { type CacheKind, cachedPoints } from './chart-caches';
import type { EditableBook } from './editable-book';
import { type Markup, element, localName, prefixedAttribute } from '../package/markup';
import { refusedEdit } from './refused-edit';

/** The addresses of DrawingML in the workbook's own family, transitional or strict. */
function drawingNamespaces({ parts }: EditableBook): { readonly main: string; readonly chart: string; readonly anchors: string } {
  const family = parts.isStrict ? 'http://purl.oclc.org/ooxml/drawingml' : 'http://schemas.openxmlformats.org/drawingml/2006';
  return { main: `${family}/main`, chart: `${family}/chart`, anchors: `${family}/spreadsheetDrawing` };
}

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** Adds charts to a sheet's drawings; a chart whose name exists on the sheet already is not added again. */
export function addCharts(book: EditableBook, sheetName: string, charts: readonly PlanChart[]): void {
  if (charts.length === 0) return;
  const drawingPath = ensureDrawing(book, sheetName);
  const drawing = book.parts.tree(drawingPath);
  const objects = objectsOf(drawing);
  const names = new Set(objects.map((one) => one.attributes.get('name') ?? ''));
  let lastId = objects.reduce((last, one) => Math.max(last, Number(one.attributes.get('id') ?? 0) || 0), 1);
  for (const chart of charts) {
    if (names.has(chart.name)) continue;
    names.add(chart.name);
    if (chart.source.left === chart.source.right) throw refusedEdit(`The chart “${chart.name}” has no figures to show.`);
    const path = book.parts.freePath('xl/charts/chart', '.xml');
    book.parts.write(path, chartSpace(book, sheetName, chart));
    book.parts.declare(path, CHART_TYPE);
    const id = book.parts.relate(drawingPath, 'chart', path);
    drawing.children.push(anchor(book, chart, id, (lastId += 1)));
  }
  book.parts.write(drawingPath, drawing);
}

/** Takes a chart with its part from a sheet's drawings, where it is there. */
export function removeChart(book: EditableBook, sheetName: string, name: string): void {
  if (!book.hasSheet(sheetName)) return;
  const path = book.parts.relationshipsOfType(book.sheetPath(sheetName), 'drawing')[0]?.target;
  if (path === undefined) return;
  const drawing = book.parts.tree(path);
  const anchorOf = (child: Markup | string): child is Markup =>
    typeof child !== 'string' && objectsOf(child).some((one) => one.attributes.get('name') === name);
  const gone = drawing.children.find(anchorOf);
  const link = gone === undefined ? undefined : chartLink(gone);
  const chart = book.parts.relationshipsOfType(path, 'chart').find(({ id }) => id === link);
  if (chart === undefined) return;
  drawing.children = drawing.children.filter((child) => child !== gone);
  book.parts.write(path, drawing);
  book.parts.unrelate(path, chart.id);
  book.parts.drop(chart.target);
}

/** The relationship of the chart in an anchor. */
function chartLink({ children }: Markup): string | undefined {
  for (const child of children) {
    if (typeof child === 'string') continue;
    const link = localName(child.name) === 'chart' ? prefixedAttribute(child, 'id') : chartLink(child);
    if (link !== undefined) return link;
  }
  return undefined;
}

/** The properties of every object of a drawing, in groups too: its name and its id, which no other object of the drawing may have. */
function objectsOf(drawing: Markup): Markup[] {
  return drawing.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return localName(child.name) === 'cNvPr' ? [child] : objectsOf(child);
  });
}

function ensureDrawing(book: EditableBook, sheetName: string): string {
  const sheetPath = book.sheetPath(sheetName);
  const before = book.parts.relationshipsOfType(sheetPath, 'drawing')[0];
  if (before !== undefined) return before.target;
  const path = book.parts.freePath('xl/drawings/drawing', '.xml');
  const { main, anchors } = drawingNamespaces(book);
  book.parts.write(path, element('xdr:wsDr', { 'xmlns:xdr': anchors, 'xmlns:a': main }));
  book.parts.declare(path, DRAWING_TYPE);
  const id = book.parts.relate(sheetPath, 'drawing', path);
  const holder = book.sheet(sheetName).child('drawing');
  holder.attributes.set('xmlns:r', book.relationshipNamespace);
  holder.attributes.set('r:id', id);
  return path;
}

function anchor(book: EditableBook, chart: PlanChart, relationshipId: string, number: number): Markup {
  const { top, left, bottom, right } = chart.over;
  const namespaces = drawingNamespaces(book);
  const frame = element('xdr:graphicFrame', { macro: '' }, [
    element('xdr:nvGraphicFramePr', {}, [
      element('xdr:cNvPr', { id: number, name: chart.name, descr: chart.title }),
      element('xdr:cNvGraphicFramePr'),
    ]),
    element('xdr:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })]),
    element('a:graphic', {}, [
      element('a:graphicData', { uri: namespaces.chart }, [
        element('c:chart', { 'xmlns:c': namespaces.chart, 'xmlns:r': book.relationshipNamespace, 'r:id': relationshipId }),
      ]),
    ]),
  ]);
  return element('xdr:twoCellAnchor', { 'xmlns:xdr': namespaces.anchors, 'xmlns:a': namespaces.main }, [
    corner('from', top, left),
    corner('to', bottom + 1, right + 1),
    frame,
    element('xdr:clientData'),
  ]);
}

function corner(which: 'from' | 'to', row: number, column: number): Markup {
  const value = (name: string, number: number): Markup => element(`xdr:${name}`, {}, [String(number)]);
  return element(`xdr:${which}`, {}, [value('col', column), value('colOff', 0), value('row', row), value('rowOff', 0)]);
}

function chartSpace(book: EditableBook, sheetName: string, chart: PlanChart): Markup {
  const isPie = chart.kind === 'pie';
  const plot = isPie ? [pieChart(book, sheetName, chart)] : [barChart(book, sheetName, chart), ...axes(chart)];
  const many = chart.source.right - chart.source.left > 1;
  const legend = element('c:legend', {}, [val('legendPos', isPie ? 'r' : 'b'), val('overlay', 0)]);
  const body = element('c:chart', {}, [
    titleMarkup(chart.title),
    val('autoTitleDeleted', 0),
    element('c:plotArea', {}, [element('c:layout'), ...plot]),
    ...(isPie || many ? [legend] : []),
    val('plotVisOnly', 1),
    val('dispBlanksAs', 'gap'),
  ]);
  const { main, chart: charts } = drawingNamespaces(book);
  const namespaces = { 'xmlns:c': charts, 'xmlns:a': main, 'xmlns:r': book.relationshipNamespace };
  return element('c:chartSpace', namespaces, [val('roundedCorners', 0), body]);
}

/** A share of a hundred: strict workbooks write its sign (ISO/IEC 29500-1, ST_GapAmount and ST_Overlap). */
function share({ parts }: EditableBook, value: number): string {
  return parts.isStrict ? `${String(value)}%` : String(value);
}

function val(name: string, value: string | number): Markup {
  return element(`c:${name}`, { val: value });
}

function titleMarkup(title: string): Markup {
  const run = element('a:r', {}, [element('a:rPr', { lang: 'en-GB' }), element('a:t', {}, [title])]);
  const text = element('c:rich', {}, [element('a:bodyPr'), element('a:lstStyle'), element('a:p', {}, [run])]);
  return element('c:title', {}, [element('c:tx', {}, [text]), val('overlay', 0)]);
}

function barChart(book: EditableBook, sheetName: string, chart: PlanChart): Markup {
  const stacked = chart.kind.endsWith('stacked');
  return element('c:barChart', {}, [
    val('barDir', chart.kind.startsWith('bar') ? 'bar' : 'col'),
    val('grouping', stacked ? 'stacked' : 'clustered'),
    val('varyColors', 0),
    ...seriesOf(book, sheetName, chart),
    val('gapWidth', share(book, 80)),
    ...(stacked ? [val('overlap', share(book, 100))] : []),
    val('axId', 111),
    val('axId', 222),
  ]);
}

function pieChart(book: EditableBook, sheetName: string, chart: PlanChart): Markup {
  return element('c:pieChart', {}, [val('varyColors', 1), ...seriesOf(book, sheetName, chart), val('firstSliceAng', 0)]);
}

function axes(chart: PlanChart): Markup[] {
  const isBar = chart.kind.startsWith('bar');
  // The first category of a bar chart stands at the top, as the table has it.
  const scaling = (reversed: boolean): Markup => element('c:scaling', {}, [val('orientation', reversed ? 'maxMin' : 'minMax')]);
  const categories = element('c:catAx', {}, [
    val('axId', 111),
    scaling(isBar),
    val('delete', 0),
    val('axPos', isBar ? 'l' : 'b'),
    val('majorTickMark', 'none'),
    val('minorTickMark', 'none'),
    val('tickLblPos', 'nextTo'),
    val('crossAx', 222),
    val('crosses', 'autoZero'),
  ]);
  const values = element('c:valAx', {}, [
    val('axId', 222),
    scaling(false),
    val('delete', 0),
    val('axPos', isBar ? 'b' : 'l'),
    element('c:majorGridlines'),
    ...(chart.valueTitle === undefined ? [] : [titleMarkup(chart.valueTitle)]),
    element('c:numFmt', { formatCode: 'General', sourceLinked: 1 }),
    val('majorTickMark', 'none'),
    val('minorTickMark', 'none'),
    val('tickLblPos', 'nextTo'),
    val('crossAx', 111),
    val('crosses', isBar ? 'max' : 'autoZero'),
    val('crossBetween', 'between'),
  ]);
  return [categories, values];
}

/** Fixed colours, because a workbook without a theme has no theme colours. Dark enough to be seen on white. */
const COLOURS = ['1F4E79', 'C55A11', '548235', '7030A0', '7F6000', '2E75B6', '833C0B', '525252'];

function solidFill(index: number): Markup {
  const solid = (colour: string): Markup => element('a:solidFill', {}, [element('a:srgbClr', { val: colour })]);
  const edge = element('a:ln', { w: 9525 }, [solid('FFFFFF')]);
  return element('c:spPr', {}, [solid(COLOURS[index % COLOURS.length] ?? '1F4E79'), edge]);
}

/** A pie has one colour for each slice. */
function slices(chart: PlanChart): Markup[] {
  const count = chart.source.bottom - chart.source.top;
  return Array.from({ length: count }, (_, index) => element('c:dPt', {}, [val('idx', index), val('bubble3D', 0), solidFill(index)]));
}

function seriesOf(book: EditableBook, sheetName: string, chart: PlanChart): Markup[] {
  const { top, left, bottom, right } = chart.source;
  const made: Markup[] = [];
  for (let column = left + 1; column <= right; column++) {
    const name = reference(book, sheetName, { top, bottom: top, left: column, right: column }, 'str');
    const categories = reference(book, sheetName, { top: top + 1, bottom, left, right: left }, 'str');
    const values = reference(book, sheetName, { top: top + 1, bottom, left: column, right: column }, 'num');
    made.push(
      element('c:ser', {}, [
        val('idx', made.length),
        val('order', made.length),
        element('c:tx', {}, [name]),
        ...(chart.kind === 'pie' ? slices(chart) : [solidFill(made.length), val('invertIfNegative', 0)]),
        element('c:cat', {}, [categories]),
        element('c:val', {}, [values]),
      ]),
    );
  }
  return made;
}

/** A reference with what its cells show now, for viewers that do not calculate. */
function reference(book: EditableBook, sheetName: string, area: Area, kind: CacheKind): Markup {
  const cache = element(`c:${kind}Cache`, {}, [
    ...(kind === 'num' ? [element('c:formatCode', {}, ['General'])] : []),
    ...cachedPoints(book, sheetName, area, kind, 'c:'),
  ]);
  return element(`c:${kind}Ref`, {}, [element('c:f', {}, [absolute(sheetName, area)]), cache]);
}

/** `'Sheet'!$B$2:$B$9`. */
export function absolute(sheet: string, area: Area): string {
  const at = (row: number, column: number): string => `$${columnName(column)}$${String(row + 1)}`;
  const first = at(area.top, area.left);
  const last = at(area.bottom, area.right);
  return `${quotedSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}
