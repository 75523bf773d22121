import { type Area, type Place, areaA1, areasOverlap, parseA1, parseArea } from '../../../domain/grid';
import type { Edit } from '../../../domain/workbook';
import { type EditableBook, SPREADSHEET } from './editable-book';
import { escapedXstring } from '../package/escaped-characters';
import { demandFreeTable } from './in-the-way';
import { type Markup, childNamed, childrenNamed, element, localName, prefixedAttribute } from '../package/markup';
import { ensureChild, prefixOf, removeChildren } from './schema-order';
import { refusedEdit } from './refused-edit';

type EditOf<Type extends Edit['type']> = Extract<Edit, { readonly type: Type }>;

interface TablePart {
  readonly path: string;
  readonly root: Markup;
  readonly name: string;
  readonly area: Area;
}

function tablesOf(book: EditableBook, sheetPath: string): TablePart[] {
  return book.parts
    .relationshipsOfType(sheetPath, 'table')
    .filter((link) => book.parts.find(link.target) !== null)
    .flatMap((link) => {
      const root = book.parts.tree(link.target);
      const area = parseArea(root.attributes.get('ref') ?? '');
      const name = root.attributes.get('displayName') ?? root.attributes.get('name') ?? '';
      return area === null ? [] : [{ path: link.target, root, name, area }];
    });
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function hasTable(book: EditableBook, sheet: string, name: string): boolean {
  return tablesOf(book, book.sheetPath(sheet)).some((table) => same(table.name, name));
}

export function addTable(book: EditableBook, edit: EditOf<'add table'>): void {
  const sheetPath = book.sheetPath(edit.sheet);
  const here = tablesOf(book, sheetPath);
  if (here.some((table) => same(table.name, edit.table))) return;
  checkTable(book, edit, here);
  const path = book.parts.freePath('xl/tables/table', '.xml');
  const ids = book.worksheets().flatMap((sheet) => tablesOf(book, sheet.path).map((table) => Number(table.root.attributes.get('id') ?? 0)));
  const ref = areaA1(edit.area);
  const root = element('table', {
    xmlns: book.namespace,
    id: Math.max(0, ...ids) + 1,
    name: edit.table,
    displayName: edit.table,
    ref,
    totalsRowShown: 0,
  });
  const style = { name: edit.style, showFirstColumn: 0, showLastColumn: 0, showRowStripes: edit.banded ? 1 : 0, showColumnStripes: 0 };
  root.children.push(element('autoFilter', { ref }), columnsMarkup(book, edit.sheet, edit.area, []), element('tableStyleInfo', style));
  book.parts.write(path, root);
  book.parts.declare(path, `${SPREADSHEET}table+xml`);
  const sheet = book.sheet(edit.sheet);
  const id = book.parts.relate(sheetPath, 'table', path);
  const list = sheet.child('tableParts');
  list.children.push(sheet.make('tablePart', { 'xmlns:r': book.relationshipNamespace, 'r:id': id }));
  list.attributes.set('count', String(childrenNamed(list, 'tablePart').length));
}

function checkTable(book: EditableBook, edit: EditOf<'add table'>, here: readonly TablePart[]): void {
  if (!/^[A-Za-z_\\][\w.\\]{0,254}$/.test(edit.table) || isCellReference(edit.table))
    throw refusedEdit(`Excel does not accept “${edit.table}” as a table’s name.`);
  const elsewhere = book.worksheets().some((sheet) => tablesOf(book, sheet.path).some((table) => same(table.name, edit.table)));
  if (elsewhere || book.hasName(edit.table)) throw refusedEdit(`The name “${edit.table}” is already used in this workbook.`);
  checkOverlap(edit.sheet, edit.area, here);
  demandFreeTable(book, edit.sheet, edit.area, null);
  const merge = book.sheet(edit.sheet).mergeOver(edit.area);
  if (merge !== null) throw refusedEdit(`A table on “${edit.sheet}” would lie over the merged cells ${areaA1(merge)}.`);
}

/** "Q1", "R1C1", "R" and "C" are cells, rows and columns in one of Excel's two ways of writing them. */
function isCellReference(name: string): boolean {
  return parseA1(name.toUpperCase()) !== null || /^(r\d*(c\d*)?|c\d*)$/i.test(name);
}

function checkOverlap(sheet: string, area: Area, others: readonly TablePart[]): void {
  const other = others.find((table) => areasOverlap(table.area, area));
  if (other !== undefined) throw refusedEdit(`The new table would overlap the table “${other.name}” on “${sheet}”.`);
}

export function removeTable(book: EditableBook, edit: EditOf<'remove table'>): void {
  if (!book.hasSheet(edit.sheet)) return;
  const sheetPath = book.sheetPath(edit.sheet);
  const table = tablesOf(book, sheetPath).find((one) => same(one.name, edit.table));
  if (table === undefined) return;
  const link = book.parts.relationshipsOfType(sheetPath, 'table').find((one) => one.target === table.path);
  const sheet = book.sheet(edit.sheet);
  const list = sheet.child('tableParts');
  removeChildren(list, (child) => prefixedAttribute(child, 'id') === link?.id);
  list.attributes.set('count', String(childrenNamed(list, 'tablePart').length));
  sheet.dropIfBare('tableParts');
  if (link !== undefined) book.parts.unrelate(sheetPath, link.id);
  book.parts.drop(table.path);
}

export function resizeTable(book: EditableBook, edit: EditOf<'resize table'>): void {
  const all = tablesOf(book, book.sheetPath(edit.sheet));
  const table = all.find((one) => same(one.name, edit.table));
  if (table === undefined) throw refusedEdit(`There is no table “${edit.table}” on “${edit.sheet}”.`);
  checkOverlap(
    edit.sheet,
    edit.area,
    all.filter((one) => one !== table),
  );
  demandFreeTable(book, edit.sheet, edit.area, table.area);
  const ref = areaA1(edit.area);
  table.root.attributes.set('ref', ref);
  const filter = childNamed(table.root, 'autoFilter');
  const hasTotals = (table.root.attributes.get('totalsRowCount') ?? '0') !== '0';
  filter?.attributes.set('ref', hasTotals ? areaA1({ ...edit.area, bottom: edit.area.bottom - 1 }) : ref);
  const left = table.area.left === edit.area.left;
  const kept = left ? childrenNamed(childNamed(table.root, 'tableColumns') ?? element(''), 'tableColumn') : [];
  replaceColumns(table.root, columnsMarkup(book, edit.sheet, edit.area, kept, prefixOf(table.root)));
  book.parts.write(table.path, table.root);
}

/** After cells were written: gives a table's columns the names in its heading cells; if they differ, Excel offers a repair. */
export function renameHeadings(book: EditableBook, sheet: string, written: Area): void {
  for (const table of tablesOf(book, book.sheetPath(sheet))) {
    if (table.root.attributes.get('headerRowCount') === '0') continue;
    if (!areasOverlap({ ...table.area, bottom: table.area.top }, written)) continue;
    const kept = childrenNamed(childNamed(table.root, 'tableColumns') ?? element(''), 'tableColumn');
    replaceColumns(table.root, columnsMarkup(book, sheet, table.area, kept, prefixOf(table.root)));
    book.parts.write(table.path, table.root);
  }
}

function replaceColumns(table: Markup, columns: Markup): void {
  ensureChild(table, 'tableColumns', ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst']);
  table.children = table.children.map((child) => (typeof child !== 'string' && localName(child.name) === 'tableColumns' ? columns : child));
}

/** The columns by their heading cells; what is known of a column at the same position (its formula, totals) is kept. */
function columnsMarkup(book: EditableBook, sheet: string, area: Area, kept: readonly Markup[], prefix = ''): Markup {
  const used = new Set<string>();
  const ids = kept.map((column) => Number(column.attributes.get('id') ?? 0));
  let nextId = Math.max(0, ...ids);
  const columns: Markup[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const name = headingName(book, sheet, { row: area.top, column }, used);
    const before = kept[column - area.left];
    const made = before ?? element(`${prefix}tableColumn`, { id: ++nextId });
    made.attributes.set('name', name);
    columns.push(made);
  }
  return element(`${prefix}tableColumns`, { count: columns.length }, columns);
}

/** The heading as the table part writes it. A blank or repeated one is filled in the cell too, as Excel does. */
function headingName(book: EditableBook, sheetName: string, place: Place, used: Set<string>): string {
  const sheet = book.sheet(sheetName);
  const cell = sheet.cellAt(place, book.tables(sheet.styleAt(place)));
  const stem = cell.text === '' ? `Column${String(used.size + 1)}` : cell.text;
  let name = stem;
  for (let number = 2; used.has(name.toLowerCase()); number++) name = stem + String(number);
  used.add(name.toLowerCase());
  if (cell.kind !== 'text' || cell.value !== name) sheet.setCell(place, { type: 's', value: book.strings.add(name) });
  // Excel escapes the line feed too in the name of a column: XML would read it as a space in an attribute.
  return escapedXstring(name).replaceAll('\n', '_x000a_');
}
