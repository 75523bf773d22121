import { type Area, type BookGrid, GENERAL, type GridTable, type SheetGrid, type Visibility, parseArea } from '../../../domain/grid';
import { isStateSheet } from '../../../domain/state';
import { builtInFormat, usableFormat } from '../../../number-format';
import { struckTexts, styleMarks, WorkbookMarks } from './cell-marks';
import { type DecodingTables, unescapedText } from './cell-decoding';
import { filePath } from './file-address';
import { FileRefusal } from '../file-refusal';
import { type Markup, childNamed, childrenNamed, decoded, prefixedAttribute, scanMarkup } from '../package/markup';
import { readComments } from './comment-parts';
import { CellBudget, readSheet } from './sheet-reader';
import { modifiedDate } from '../package/core-properties';
import { linkedPath, linkedTree, type PackageParts, type Relationship } from '../package/package-parts';

/** A worksheet as the workbook part lists it. Chart, dialog and macro sheets are not worksheets and hold no table. */
export interface ListedSheet {
  readonly name: string;
  readonly visibility: Visibility;
  readonly path: string;
}

export function workbookPath(parts: PackageParts): string {
  const link = parts.relationshipsOfType('', 'officeDocument').find((one) => !one.external);
  if (link === undefined || parts.find(link.target) === null) throw new FileRefusal('damaged');
  return link.target;
}

/** A worksheet or another tab as the workbook lists it. */
export interface ListedTab {
  readonly name: string;
  readonly visibility: Visibility;
  /** The id of the relationship to its part; empty for the trace of an old module of macros, null where it has none. */
  readonly link: string | null;
}

function listedTabs(book: Markup): ListedTab[] {
  return childrenNamed(childNamed(book, 'sheets') ?? book, 'sheet').map((sheet) => {
    const state = sheet.attributes.get('state');
    const visibility = state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very hidden' : 'visible';
    return { name: sheet.attributes.get('name') ?? '', visibility, link: prefixedAttribute(sheet, 'id') ?? null };
  });
}

/** The worksheets among the tabs, in their order; throws when one is listed and its part is not in the file, or is another one's. */
export function worksheetsAmong(tabs: readonly ListedTab[], parts: PackageParts, bookPath: string): ListedSheet[] {
  const links = linksById(parts, bookPath);
  const used = new Set(tabs.map(({ link }) => link));
  const isEachListed = [...links].every(([id, link]) => link?.type !== 'worksheet' || used.has(id));
  const taken = new Set<string>();
  return tabs.flatMap(({ name, visibility, link: id }) => {
    // So Excel leaves a module of macros that once was a sheet. Where a worksheet is listed by nobody, the entry may have lost its own.
    if (id === '' && isEachListed) return [];
    const link = links.get(id ?? '');
    if (link === undefined) throw new FileRefusal('sheets missing');
    if (link === null) throw new FileRefusal('damaged');
    if (link.type !== 'worksheet') return [];
    if (parts.find(link.target) === null || taken.has(link.target)) throw new FileRefusal('sheets missing');
    taken.add(link.target);
    return [{ name, visibility, path: link.target }];
  });
}

/** The links of a part by their ids; null for an id that leads to several places. */
function linksById(parts: PackageParts, path: string): Map<string, Relationship | null> {
  const links = new Map<string, Relationship | null>();
  for (const link of parts.relationships(path)) {
    const before = links.get(link.id);
    const isSame = before === undefined || (before?.target === link.target && before.type === link.type);
    links.set(link.id, isSame ? link : null);
  }
  return links;
}

/** Whether a sheet is left out of a reading: hidden sheets are, unless the caller wants them; the program's own `_plan` never is. */
/** Whether a workbook has a sheet at all; one that was just begun has none. Reads none of them. */
export function hasWorksheets(parts: PackageParts): boolean {
  const path = workbookPath(parts);
  return worksheetsAmong(listedTabs(parts.tree(path)), parts, path).length > 0;
}

export function isLeftOut(sheet: { readonly name: string; readonly visibility: Visibility }, includeHidden: boolean): boolean {
  return !includeHidden && sheet.visibility !== 'visible' && !isStateSheet(sheet.name);
}

export interface BookReadOptions {
  readonly includeHidden: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, what: string) => void;
}

/** Reads an .xlsx or .xlsm package; throws a `FileRefusal`. */
export function readBookParts(parts: PackageParts, name: string, options: BookReadOptions): BookGrid {
  const bookPath = workbookPath(parts);
  const book = parts.tree(bookPath);
  const listed = worksheetsAmong(listedTabs(book), parts, bookPath);
  if (listed.length === 0) throw new FileRefusal('no sheets');
  const styles = stylesOf(parts, bookPath);
  const tables = decodingTables(parts, book, bookPath, styles);
  const budget = new CellBudget();
  const marks = new WorkbookMarks(styleMarks(styles), struckTextsOf(parts, bookPath));
  const sheets = listed
    .filter((sheet) => !isLeftOut(sheet, options.includeHidden))
    .map((sheet, index, all): SheetGrid => {
      options.signal?.throwIfAborted();
      options.onProgress?.(index / all.length, sheet.name);
      const { linkIds, ...read } = readSheet(parts.text(sheet.path), tables, budget, marks);
      const place = { id: sheet.name, name: sheet.name, visibility: sheet.visibility };
      const comments = readComments(parts, sheet.path);
      const links = fileLinks(parts, sheet.path, linkIds);
      return {
        ...{ ...place, ...read, tables: sheetTables(parts, sheet.path), besideCells: besideCells(parts, sheet.path) },
        ...(comments.length === 0 ? {} : { comments }),
        ...(links.size === 0 ? {} : { fileLinks: links }),
      };
    });
  options.onProgress?.(1, name);
  const modified = modifiedDate(parts);
  return modified === undefined ? { name, sheets } : { name, sheets, modified };
}

export function decodingTables(parts: PackageParts, book: Markup, bookPath: string, styles = stylesOf(parts, bookPath)): DecodingTables {
  const properties = childNamed(book, 'workbookPr')?.attributes.get('date1904') ?? '';
  return {
    strings: sharedStrings(parts, bookPath),
    formats: styles === null ? null : styleFormats(styles),
    date1904: /^(1|true)$/i.test(properties),
  };
}

function stylesOf(parts: PackageParts, bookPath: string): Markup | null {
  // Some programs link to styles that they do not write; a number that needs them is refused.
  return linkedPath(parts, bookPath, 'styles') === null ? null : linkedTree(parts, bookPath, 'styles', 'styleSheet');
}

function struckTextsOf(parts: PackageParts, bookPath: string): ReadonlySet<number> {
  const path = linkedPath(parts, bookPath, 'sharedStrings');
  return path === null ? new Set() : struckTexts(parts.text(path));
}

/** A shared text without runs, as most programs write it. */
const PLAIN_TEXT = /<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>/y;

/** The shared texts in order; a rich text's runs are joined and its phonetic guides (`rPh`) left out. Null where there is no part for them. */
function sharedStrings(parts: PackageParts, bookPath: string): string[] | null {
  const path = linkedPath(parts, bookPath, 'sharedStrings');
  if (path === null) return null;
  const strings: string[] = [];
  let text = '';
  let taking = false;
  let inPhonetic = false;
  scanMarkup(parts.text(path), {
    open(local) {
      if (local === 'si') text = '';
      else if (local === 'rPh') inPhonetic = true;
      else if (local === 't') taking = !inPhonetic;
    },
    text(part) {
      if (taking) text += part;
    },
    close(local) {
      if (local === 't') taking = false;
      else if (local === 'rPh') inPhonetic = false;
      else if (local === 'si') strings.push(unescapedText(text));
    },
    takeWhole(xml, at) {
      PLAIN_TEXT.lastIndex = at;
      const found = inPhonetic ? null : PLAIN_TEXT.exec(xml);
      if (found === null) return -1;
      strings.push(unescapedText(decoded(found[1] ?? '')));
      return PLAIN_TEXT.lastIndex;
    },
  });
  return strings;
}

/** The number format of each cell style, in the order cells refer to them. */
function styleFormats(styles: Markup): string[] {
  const own = new Map<number, string>();
  for (const format of childrenNamed(childNamed(styles, 'numFmts') ?? styles, 'numFmt')) {
    own.set(Number(format.attributes.get('numFmtId')), usableFormat(format.attributes.get('formatCode') ?? GENERAL));
  }
  return childrenNamed(childNamed(styles, 'cellXfs') ?? styles, 'xf').map((style) => {
    const id = Number(style.attributes.get('numFmtId') ?? 0);
    return own.get(id) ?? builtInFormat(id) ?? GENERAL;
  });
}

function sheetTables(parts: PackageParts, sheetPath: string): GridTable[] {
  return parts
    .relationshipsOfType(sheetPath, 'table')
    .filter((link) => !link.external && parts.find(link.target) !== null)
    .flatMap((link) => {
      const table = parts.tree(link.target);
      const area = parseArea(table.attributes.get('ref') ?? '');
      return area === null ? [] : [gridTable(table, area)];
    });
}

/** See `SheetGrid.fileLinks`. */
function fileLinks(parts: PackageParts, sheetPath: string, linkIds: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (linkIds.size === 0) return found;
  const links = parts.relationshipsOfType(sheetPath, 'hyperlink').filter(({ external }) => external);
  const paths = new Map(links.map(({ id, target }) => [id, filePath(target)]));
  for (const [cell, id] of linkIds) {
    const path = paths.get(id) ?? null;
    if (path !== null) found.set(cell, path);
  }
  return found;
}

/** Comments, notes among them, and pictures; a threaded comment has a note that stands for it in older programs. */
function besideCells(parts: PackageParts, sheetPath: string): { comments: number; pictures: number } {
  const count = (type: string, element: string): number =>
    parts
      .relationshipsOfType(sheetPath, type)
      .filter((link) => !link.external && parts.find(link.target) !== null)
      .reduce((sum, link) => sum + elementsIn(parts, link.target, element), 0);
  return { comments: count('comments', 'comment'), pictures: count('drawing', 'pic') };
}

function elementsIn(parts: PackageParts, path: string, element: string): number {
  let found = 0;
  const open = (local: string): void => {
    if (local === element) found += 1;
  };
  try {
    scanMarkup(parts.text(path), { open, text: () => undefined, close: () => undefined });
  } catch (error) {
    // A workbook is not refused for what is never read; that there is something is still said.
    if (!(error instanceof FileRefusal)) throw error;
    return Math.max(found, 1);
  }
  return found;
}

function gridTable(table: Markup, area: Area): GridTable {
  return {
    name: table.attributes.get('displayName') ?? table.attributes.get('name') ?? '',
    area,
    hasHeader: (table.attributes.get('headerRowCount') ?? '1') !== '0',
    hasTotals: (table.attributes.get('totalsRowCount') ?? '0') !== '0',
  };
}
