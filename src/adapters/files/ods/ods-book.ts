import type { BookGrid, SheetGrid } from '../../../domain/grid';
import { FileRefusal } from '../file-refusal';
import { momentOfIso } from '../iso-time';
import { type MarkupEvents, attributeOf, decodePart, element, scanMarkup, treeBuilder } from '../package/markup';
import { type ZipEntry, unpack } from '../package/zip-archive';
import { type BookReadOptions, isLeftOut } from '../xlsx/book-reader';
import { WorkbookMarks } from '../xlsx/cell-marks';
import { CellBudget } from '../xlsx/sheet-reader';
import { OdsStyles } from './ods-styles';
import { type TableContext, TableReader } from './table-reader';

/**
 * Reads an OpenDocument spreadsheet (.ods, .ots); throws a `FileRefusal`. Of its parts only the content, the styles, the properties and the list of parts
 * are looked at, so a fault in any other is none. Rule: docs/rules.md#kinds-of-files.
 */
export async function readOdsBook(name: string, entries: ReadonlyMap<string, ZipEntry>, options: BookReadOptions): Promise<BookGrid> {
  const manifest = await partsOfManifest(entries);
  if (manifest.locked.some((path) => READ_PARTS.has(path))) throw new FileRefusal('encrypted');
  const scan = new DocumentScan(options);
  for (const kind of ['meta', 'styles', 'content'] as const) {
    const path = `${kind}.xml`;
    const text = await partText(entries, path);
    if (text !== null) scan.part(text, `office:document-${kind}`);
    // Without its styles a date is a number.
    else if (kind === 'content' || (kind === 'styles' && manifest.listed.includes(path))) throw new FileRefusal('damaged');
  }
  return scan.book(name);
}

/** Reads an OpenDocument spreadsheet that is one XML file (.fods); throws a `FileRefusal`. */
export function readFlatOdsBook(name: string, bytes: Uint8Array, options: BookReadOptions): BookGrid {
  const scan = new DocumentScan(options);
  scan.part(decodePart(bytes), 'office:document');
  return scan.book(name);
}

const READ_PARTS: ReadonlySet<string> = new Set(['content.xml', 'styles.xml', 'meta.xml', 'encrypted-package']);

interface Manifest {
  readonly listed: readonly string[];
  readonly locked: readonly string[];
}

/** The parts that the manifest lists, and those that cannot be read without a password; a locked macro alone locks no cell (OpenDocument 1.3, part 2, 4.4). */
async function partsOfManifest(entries: ReadonlyMap<string, ZipEntry>): Promise<Manifest> {
  const manifest = await partText(entries, 'META-INF/manifest.xml');
  const listed: string[] = [];
  const locked: string[] = [];
  let path = '';
  if (manifest === null) return { listed, locked };
  scanMarkup(manifest, {
    open(local, raw) {
      if (local === 'file-entry') {
        path = attributeOf(raw, 'manifest:full-path') ?? '';
        listed.push(path);
      } else if (local === 'encryption-data') locked.push(path);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return { listed, locked };
}

async function partText(entries: ReadonlyMap<string, ZipEntry>, path: string): Promise<string | null> {
  const entry = entries.get(path);
  return entry === undefined ? null : decodePart(await unpack(entry));
}

/** Follows the parts of one document, or the one part that holds all of them: properties and styles come before what they are for. */
class DocumentScan implements MarkupEvents {
  private readonly common = element('');
  private readonly automatic = element('');
  /** What is built of the styles that are open; null outside of them. */
  private builder: MarkupEvents | null = null;
  private builderDepth = 0;
  private modified: string | null = null;
  private inDate = false;
  /** Names of the elements that are open, down to the body's kind. */
  private readonly path: string[] = [];
  private root = '';
  private context: TableContext | null = null;
  private table: TableReader | null = null;
  private tableDepth = 0;
  private readonly sheets: SheetGrid[] = [];

  constructor(private readonly options: BookReadOptions) {}

  /** @param root the name of its root element; a part in the place of another is refused. */
  part(xml: string, root: string): void {
    // Automatic styles of another part are for that part alone.
    this.automatic.children = [];
    this.root = root;
    scanMarkup(xml, this);
  }

  book(name: string): BookGrid {
    if (this.sheets.length === 0) throw new FileRefusal('no sheets');
    const sheets = this.sheets.filter((sheet) => !isLeftOut(sheet, this.options.includeHidden));
    this.options.onProgress?.(1, name);
    const modified = momentOfIso(this.modified ?? '');
    return modified === undefined ? { name, sheets } : { name, sheets, modified };
  }

  open(local: string, raw: string, name: string): void {
    if (this.builder !== null) {
      this.builderDepth += 1;
      this.builder.open(local, raw, name);
    } else if (this.table !== null) {
      this.tableDepth += 1;
      this.table.open(local, raw, name);
    } else {
      this.openOutside(raw, name);
      this.path.push(name);
    }
  }

  text(text: string): void {
    if (this.inDate) this.modified = (this.modified ?? '') + text;
    this.builder?.text(text);
    this.table?.text(text);
  }

  close(local: string, name: string): void {
    if (this.builder !== null && this.builderDepth > 0) {
      this.builderDepth -= 1;
      this.builder.close(local, name);
    } else if (this.table !== null && this.tableDepth > 0) {
      this.tableDepth -= 1;
      this.table.close(name);
    } else {
      if (this.table !== null) this.sheets.push(this.table.grid());
      this.table = null;
      this.builder = null;
      this.inDate = false;
      this.path.pop();
    }
  }

  private openOutside(raw: string, name: string): void {
    const parent = this.path.at(-1);
    if (parent === undefined && name !== this.root) throw new FileRefusal('damaged');
    if (name === 'office:styles') this.builder = treeBuilder(this.common);
    else if (name === 'office:automatic-styles') this.builder = treeBuilder(this.automatic);
    else if (name === 'dc:date' && parent === 'office:meta') [this.inDate, this.modified] = [true, ''];
    else if (parent === 'office:body') this.checkKind(name);
    else if (name === 'table:table' && parent === 'office:spreadsheet') this.beginTable(raw);
  }

  private checkKind(body: string): void {
    if (body === 'office:text') throw new FileRefusal('opendocument text');
    if (body === 'office:presentation') throw new FileRefusal('presentation');
    if (body !== 'office:spreadsheet') throw new FileRefusal('not a workbook');
    const styles = new OdsStyles(this.common, this.automatic);
    this.context = { styles, budget: new CellBudget(), marks: new WorkbookMarks(styles.marks, new Set()) };
  }

  private beginTable(raw: string): void {
    const name = attributeOf(raw, 'table:name') ?? `Sheet${String(this.sheets.length + 1)}`;
    // Values of other files that formulas refer to are kept as tables that no program shows.
    if (this.context === null || /^'[^']*'#\$/.test(name)) return;
    this.options.signal?.throwIfAborted();
    this.options.onProgress?.(0, name);
    this.table = new TableReader(name, raw, this.context);
  }
}
