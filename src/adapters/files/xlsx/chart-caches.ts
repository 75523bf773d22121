import { type Area, parseArea } from '../../../domain/grid';
import type { EditableBook } from './editable-book';
import { type Markup, childNamed, childrenNamed, element, localName, textOf } from '../package/markup';
import { prefixOf } from './schema-order';

/** What a chart remembers of its cells: figures or texts. */
export type CacheKind = 'num' | 'str';

/**
 * The points of a chart's cache, as the cells of an area are now, with their number before them. Cells without a value have no point. @param prefix of the chart's elements, colon included.
 */
export function cachedPoints(book: EditableBook, sheetName: string, area: Area, kind: CacheKind, prefix: string): Markup[] {
  const points: Markup[] = [];
  const sheet = book.sheet(sheetName);
  let index = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++, index++) {
      const place = { row, column };
      const cell = sheet.cellAt(place, book.tables(sheet.styleAt(place)));
      const shown = kind === 'num' ? (cell.kind === 'number' ? String(cell.value) : '') : cell.text;
      if (shown !== '') points.push(element(`${prefix}pt`, { idx: index }, [element(`${prefix}v`, {}, [shown])]));
    }
  }
  return [element(`${prefix}ptCount`, { val: index }), ...points];
}

/**
 * Brings the caches of all charts that show cells of these sheets up to date. Excel calculates them anew when it opens the file, but a preview, a
 * mail program or a phone shows what is cached: without this last quarter's bars beside this quarter's figures.
 */
export function refreshChartCaches(book: EditableBook, changedSheets: readonly string[]): void {
  const changed = new Map(changedSheets.map((name) => [name.toLowerCase(), name]));
  for (const { path } of book.worksheets()) {
    for (const drawing of book.parts.relationshipsOfType(path, 'drawing')) {
      for (const chart of book.parts.relationshipsOfType(drawing.target, 'chart')) {
        if (book.parts.find(chart.target) !== null) refreshChart(book, chart.target, changed);
      }
    }
  }
}

function refreshChart(book: EditableBook, path: string, changed: ReadonlyMap<string, string>): void {
  const root = book.parts.tree(path);
  let isChanged = false;
  for (const [reference, kind] of referencesIn(root)) {
    const cells = cellsOf(textOf(childNamed(reference, 'f') ?? element('')));
    const sheet = cells === null ? undefined : changed.get(cells.sheet.toLowerCase());
    const cache = childNamed(reference, `${kind}Cache`);
    if (cells === null || sheet === undefined || cache === undefined) continue;
    const points = cachedPoints(book, sheet, cells.area, kind, prefixOf(cache));
    if (JSON.stringify(pointsOf(cache)) === JSON.stringify(points.map(plainPoint))) continue;
    const others = cache.children.filter((child) => typeof child !== 'string' && !isPoint(child));
    const format = others.filter((child) => typeof child !== 'string' && localName(child.name) === 'formatCode');
    cache.children = [...format, ...points, ...others.filter((child) => !format.includes(child))];
    isChanged = true;
  }
  if (isChanged) book.parts.write(path, root);
}

/** Every reference to cells in a chart, with what its cache holds; those of several levels are left to Excel. */
function referencesIn(root: Markup): [Markup, CacheKind][] {
  const found: [Markup, CacheKind][] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const local = localName(next.name);
    if (local === 'numRef') found.push([next, 'num']);
    else if (local === 'strRef') found.push([next, 'str']);
    else for (const child of next.children) if (typeof child !== 'string') waiting.push(child);
  }
  return found;
}

/** `Sheet!$A$1:$A$9` or `'My sheet'!$A$1`; null for several areas, names and other workbooks. */
function cellsOf(formula: string): { readonly sheet: string; readonly area: Area } | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'![\](),]+))!([$A-Z0-9:]+)$/i.exec(formula.trim());
  const area = match === null ? null : parseArea((match[3] ?? '').replaceAll('$', ''));
  return match === null || area === null ? null : { sheet: (match[1] ?? '').replaceAll("''", "'") || (match[2] ?? ''), area };
}

function isPoint({ name }: Markup): boolean {
  return localName(name) === 'pt' || localName(name) === 'ptCount';
}

function pointsOf(cache: Markup): readonly (readonly string[])[] {
  return [...childrenNamed(cache, 'ptCount'), ...childrenNamed(cache, 'pt')].map(plainPoint);
}

function plainPoint(point: Markup): readonly string[] {
  return [point.attributes.get('idx') ?? '', point.attributes.get('val') ?? '', textOf(point)];
}
