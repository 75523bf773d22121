import { type Markup, childNamed, element, localName } from '../package/markup';

/** The order in which the format wants the children of an element; Excel repairs a file that has another. */
export const WORKSHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;

export const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'AlternateContent',
  'revisionPtr',
  'absPath',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'extLst',
] as const;

export const STYLES_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;

export const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
] as const;

/** The prefix of an element's name with its colon, "" when it has none. */
export function prefixOf(of: Markup): string {
  return of.name.slice(0, of.name.length - localName(of.name).length);
}

/** Puts a child where the order wants it, after any of the same name. */
export function placeInOrder(parent: Markup, child: Markup, order: readonly string[]): void {
  const rank = order.indexOf(localName(child.name));
  const later = parent.children.findIndex((one) => typeof one !== 'string' && order.indexOf(localName(one.name)) > rank);
  parent.children.splice(later < 0 ? parent.children.length : later, 0, child);
}

/** The child of that name, made in its place when there is none. */
export function ensureChild(parent: Markup, local: string, order: readonly string[]): Markup {
  const found = childNamed(parent, local);
  if (found !== undefined) return found;
  const made = element(prefixOf(parent) + local);
  placeInOrder(parent, made, order);
  return made;
}

export function removeChildren(parent: Markup, which: (child: Markup) => boolean): void {
  parent.children = parent.children.filter((child) => typeof child === 'string' || !which(child));
}
