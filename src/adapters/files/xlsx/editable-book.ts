import { WriteFailedError } from '../../../application';
import type { Visibility } from '../../../domain/grid';
import { type ListedSheet, decodingTables, workbookPath } from './book-reader';
import type { DecodingTables } from './cell-decoding';
import { type Markup, childNamed, childrenNamed, element, prefixedAttribute, textOf } from '../package/markup';
import { WORKBOOK_ORDER, ensureChild, prefixOf, removeChildren } from './schema-order';
import { SheetPart } from './sheet-part';
import { StringPool } from './string-pool';
import { StyleSheet, argb } from './style-sheet';
import { linkedPath, type PackageParts } from '../package/package-parts';

export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

/** A workbook while it is edited. Works on its own copy of the parts; `finish` returns them. */
export class EditableBook {
  readonly path: string;
  readonly book: Markup;
  readonly styles: StyleSheet;
  readonly strings: StringPool;
  private readonly base: DecodingTables;
  private readonly stylesPath: string;
  private readonly stringsPath: string;
  private readonly open = new Map<string, SheetPart>();

  constructor(
    readonly parts: PackageParts,
    /** Whether the workbook may have no visible sheet: a new workbook has none until one is added. */
    private readonly mayBeBare: boolean,
  ) {
    this.path = workbookPath(parts);
    this.book = parts.tree(this.path);
    this.base = decodingTables(parts, this.book, this.path);
    this.stylesPath = this.ensurePart('styles', 'styles', minimalStyles(this.namespace));
    this.stringsPath = this.ensurePart('sharedStrings', 'sharedStrings', element('sst', { xmlns: this.namespace }));
    this.styles = new StyleSheet(parts.tree(this.stylesPath));
    this.strings = new StringPool(parts.tree(this.stringsPath), this.base.strings ?? []);
  }

  /** "http://…/main", of the family this workbook uses. */
  get namespace(): string {
    const prefix = prefixOf(this.book).replace(':', '');
    return this.book.attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`) ?? '';
  }

  get relationshipNamespace(): string {
    return this.parts.officeNamespace;
  }

  get date1904(): boolean {
    return this.base.date1904;
  }

  /** For reading cells as they are now, between edits. */
  tables(style: number): DecodingTables {
    const formats: string[] = [];
    formats[style] = this.styles.formatOf(style);
    return { strings: this.strings.decoded, formats, date1904: this.date1904 };
  }

  get hasLockedStructure(): boolean {
    const protection = childNamed(this.book, 'workbookProtection');
    return /^(1|true)$/i.test(protection?.attributes.get('lockStructure') ?? '');
  }

  /** Every sheet in tab order, chart sheets too: their numbers count. */
  private listed(): Markup[] {
    return childrenNamed(ensureChild(this.book, 'sheets', WORKBOOK_ORDER), 'sheet');
  }

  private entryOf(name: string): Markup | undefined {
    return this.listed().find((one) => one.attributes.get('name')?.toLowerCase() === name.toLowerCase());
  }

  hasSheet(name: string): boolean {
    return this.entryOf(name) !== undefined;
  }

  /** The number of a sheet among all tabs, which names that belong to one sheet refer to. */
  sheetIndex(name: string): number {
    return this.listed().findIndex((one) => one.attributes.get('name')?.toLowerCase() === name.toLowerCase());
  }

  /** The path of a worksheet's part. */
  sheetPath(name: string): string {
    const entry = this.entryOf(name);
    const id = entry === undefined ? undefined : prefixedAttribute(entry, 'id');
    const link = id === undefined ? undefined : this.parts.relationshipWithId(this.path, id);
    if (link?.type !== 'worksheet') {
      throw new WriteFailedError('write undone', `There is no worksheet “${name}”, so nothing was written. Read the workbook again.`);
    }
    return link.target;
  }

  sheet(name: string): SheetPart {
    const path = this.sheetPath(name);
    const before = this.open.get(path);
    if (before !== undefined) return before;
    const made = new SheetPart(this.parts.tree(path));
    this.open.set(path, made);
    return made;
  }

  addSheet(name: string, visibility: Visibility, tabColour: string | null): void {
    if (this.hasSheet(name)) return;
    checkSheetName(name);
    const path = this.parts.freePath('xl/worksheets/sheet', '.xml');
    const root = element('worksheet', { xmlns: this.namespace, 'xmlns:r': this.relationshipNamespace });
    const colour = tabColour === null ? [] : [element('sheetPr', {}, [element('tabColor', { rgb: argb(tabColour) })])];
    root.children.push(
      ...colour,
      element('sheetViews', {}, [element('sheetView', { workbookViewId: 0 })]),
      element('sheetFormatPr', { defaultRowHeight: 15 }),
      element('sheetData'),
      element('pageMargins', { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 }),
    );
    this.parts.write(path, root);
    this.parts.declare(path, `${SPREADSHEET}worksheet+xml`);
    const id = this.parts.relate(this.path, 'worksheet', path);
    const numbers = this.listed().map((one) => Number(one.attributes.get('sheetId') ?? 0));
    const state = visibility === 'visible' ? undefined : visibility === 'hidden' ? 'hidden' : 'veryHidden';
    const entry = { name, sheetId: Math.max(0, ...numbers) + 1, state, 'xmlns:r': this.relationshipNamespace, 'r:id': id };
    ensureChild(this.book, 'sheets', WORKBOOK_ORDER).children.push(element(`${prefixOf(this.book)}sheet`, entry));
  }

  removeSheet(name: string): void {
    const entry = this.entryOf(name);
    if (entry === undefined) return;
    const others = this.listed().filter((one) => one !== entry && !isHidden(one));
    if (others.length === 0 && !this.mayBeBare) {
      throw new WriteFailedError('write undone', `“${name}” is the only visible sheet, so it was not removed and nothing was written.`);
    }
    const index = this.listed().indexOf(entry);
    const path = this.sheetPath(name);
    const before = this.parts.reachable();
    const link = prefixedAttribute(entry, 'id') ?? '';
    removeChildren(ensureChild(this.book, 'sheets', WORKBOOK_ORDER), (child) => child === entry);
    this.parts.unrelate(this.path, link);
    this.open.delete(path);
    const after = this.parts.reachable();
    for (const gone of before) if (!after.has(gone)) this.parts.drop(gone);
    this.forgetIndex(index);
  }

  /** After a sheet was removed: removes the names that belong to it; for later sheets' names and the active tab the sheet number falls by one. */
  private forgetIndex(index: number): void {
    const names = childNamed(this.book, 'definedNames');
    if (names !== undefined) {
      removeChildren(names, (child) => Number(child.attributes.get('localSheetId') ?? -1) === index);
      for (const name of childrenNamed(names, 'definedName')) shiftDown(name, 'localSheetId', index);
      if (childrenNamed(names, 'definedName').length === 0) removeChildren(this.book, (child) => child === names);
    }
    for (const view of childrenNamed(childNamed(this.book, 'bookViews') ?? element(''), 'workbookView')) {
      shiftDown(view, 'activeTab', index);
      shiftDown(view, 'firstSheet', index);
    }
  }

  /** Sets a name that belongs to one sheet, such as its print titles. */
  setSheetName(sheet: string, name: string, formula: string): void {
    const names = ensureChild(this.book, 'definedNames', WORKBOOK_ORDER);
    const index = String(this.sheetIndex(sheet));
    removeChildren(names, (child) => child.attributes.get('localSheetId') === index && child.attributes.get('name') === name);
    names.children.push(element(`${prefixOf(this.book)}definedName`, { name, localSheetId: index }, [formula]));
  }

  /** The formula of a name that belongs to one sheet; null when there is none. */
  sheetName(sheet: string, name: string): string | null {
    const index = String(this.sheetIndex(sheet));
    const names = childrenNamed(childNamed(this.book, 'definedNames') ?? element(''), 'definedName');
    const found = names.find(({ attributes }) => attributes.get('localSheetId') === index && attributes.get('name') === name);
    return found === undefined ? null : textOf(found);
  }

  /** Whether a table or a defined name has this name; no table may have the name of a defined name. */
  hasName(name: string): boolean {
    const names = childrenNamed(childNamed(this.book, 'definedNames') ?? element(''), 'definedName');
    return names.some((one) => one.attributes.get('name')?.toLowerCase() === name.toLowerCase());
  }

  /** Every worksheet's name and part, for what must be unique in the workbook. */
  worksheets(): Pick<ListedSheet, 'name' | 'path'>[] {
    const links = new Map(this.parts.relationships(this.path).map((link) => [link.id, link]));
    return this.listed().flatMap((one) => {
      const link = links.get(prefixedAttribute(one, 'id') ?? '');
      return link?.type === 'worksheet' ? [{ name: one.attributes.get('name') ?? '', path: link.target }] : [];
    });
  }

  /** Writes what was changed into the parts and returns them. */
  finish(): PackageParts {
    let formulasChanged = false;
    for (const [path, sheet] of this.open) {
      this.parts.write(path, sheet.finished());
      const stillUsed = sheet.linksTakenOff.size === 0 ? null : sheet.linkIds();
      for (const id of sheet.linksTakenOff) if (stillUsed?.has(id) === false) this.parts.unrelate(path, id);
      formulasChanged ||= sheet.formulasChanged;
    }
    this.parts.write(this.stylesPath, this.styles.root);
    this.parts.write(this.stringsPath, this.strings);
    if (formulasChanged) this.dropCalculationOrder();
    if (this.open.size > 0) ensureChild(this.book, 'calcPr', WORKBOOK_ORDER).attributes.set('fullCalcOnLoad', '1');
    this.showAVisibleSheet();
    this.parts.write(this.path, this.book);
    return this.parts;
  }

  /** Removes the calculation chain, which Excel builds again; a chain that names a cell without a formula makes Excel offer a repair. */
  private dropCalculationOrder(): void {
    const chain = linkedPath(this.parts, this.path, 'calcChain');
    const link = this.parts.relationshipsOfType(this.path, 'calcChain')[0];
    if (link !== undefined) this.parts.unrelate(this.path, link.id);
    if (chain !== null) this.parts.drop(chain);
  }

  /** The active tab must be a visible sheet. */
  private showAVisibleSheet(): void {
    const first = this.listed().findIndex((one) => !isHidden(one));
    if (first < 0) return;
    const views = ensureChild(this.book, 'bookViews', WORKBOOK_ORDER);
    if (childrenNamed(views, 'workbookView').length === 0) views.children.push(element(`${prefixOf(this.book)}workbookView`));
    for (const view of childrenNamed(views, 'workbookView')) {
      const front = this.listed()[Number(view.attributes.get('activeTab') ?? 0)];
      if (front === undefined || isHidden(front)) view.attributes.set('activeTab', String(first));
    }
  }

  private ensurePart(type: string, stem: string, root: Markup): string {
    const before = linkedPath(this.parts, this.path, type);
    if (before !== null) return before;
    const free = `xl/${stem}.xml`;
    const path = this.parts.find(free) === null ? free : this.parts.freePath(`xl/${stem}`, '.xml');
    this.parts.write(path, root);
    this.parts.declare(path, `${SPREADSHEET}${type}+xml`);
    this.parts.relate(this.path, type, path);
    return path;
  }
}

function isHidden(sheet: Markup): boolean {
  return /hidden$/i.test(sheet.attributes.get('state') ?? '');
}

function shiftDown(of: Markup, name: string, from: number): void {
  const value = Number(of.attributes.get(name) ?? -1);
  if (value > from) of.attributes.set(name, String(value - 1));
}

/** Excel's rules for a sheet's name. */
function checkSheetName(name: string): void {
  if (name !== '' && name.length <= 31 && !/[\\/?*[\]:]|^'|'$/.test(name)) return;
  throw new WriteFailedError(
    'write undone',
    `“${name}” cannot be a sheet’s name: it may have 31 characters, none of \\ / ? * [ ] :, and no apostrophe at either end. Nothing was written.`,
  );
}

export function minimalStyles(namespace: string): Markup {
  const none = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  const fill = (pattern: string): Markup => element('fill', {}, [element('patternFill', { patternType: pattern })]);
  const font = element('font', {}, [element('sz', { val: 11 }), element('name', { val: 'Calibri' }), element('family', { val: 2 })]);
  return element('styleSheet', { xmlns: namespace }, [
    element('fonts', { count: 1 }, [font]),
    element('fills', { count: 2 }, [fill('none'), fill('gray125')]),
    element('borders', { count: 1 }, [element('border')]),
    element('cellStyleXfs', { count: 1 }, [element('xf', none)]),
    element('cellXfs', { count: 1 }, [element('xf', { ...none, xfId: 0 })]),
    element('cellStyles', { count: 1 }, [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
  ]);
}
