import { hashOf } from '../../../domain/workbook';
import { FileRefusal } from '../file-refusal';
import { ListPart } from './list-part';
import { type Markup, decodePart, element, localName, parseMarkup, scanMarkup, writeMarkup } from './markup';
import { RelationshipList, type WrittenRelationship } from './relationship-list';
import { type ZipEntry, pack, readZip, unpack, writeZip } from './zip-archive';

/** A link from one part to another. `type` is the last word of its address: "worksheet", "table", "hyperlink". */
export interface Relationship extends WrittenRelationship {
  /** A part's path from the root of the package, or the address as written when it is external. */
  readonly target: string;
}

export const CONTENT_TYPES = '[Content_Types].xml';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Parts that are read as text once the workbook is open; every other part stays packed as it came. */
const READ_TYPES: ReadonlySet<string> = new Set([
  'worksheet',
  'sharedStrings',
  'styles',
  'table',
  'drawing',
  'chart',
  'comments',
  'pivotTable',
  'threadedComment',
  'vmlDrawing',
  'core-properties',
  'numbering',
]);

/** A part that was written and is too large to be held as one text as well; its pieces are the same each time they are asked for. */
export interface WrittenPart {
  pieces(): Iterable<string>;
}

/** What a part holds: its text, or what stands for it. */
type PartContent = string | ListPart | RelationshipList | WrittenPart;

/**
 * The parts of an Office Open XML package. What is not changed is written back byte for byte, so whatever this
 * program does not know (charts, comments, pivots, macros, signatures of other programs) survives a write.
 */
export class PackageParts {
  /** Paths by their spelling in lower case, each list in the order of the package; made when a path is first looked for. */
  private spellings: Map<string, string[]> | null = null;
  private namespace: string | null = null;

  private constructor(
    private readonly entries: Map<string, ZipEntry>,
    private readonly contents: Map<string, PartContent>,
    private readonly changed: Set<string>,
  ) {}

  static async open(bytes: Uint8Array): Promise<PackageParts> {
    const parts = new PackageParts(readZip(bytes), new Map(), new Set());
    for (const path of parts.entries.keys()) {
      if (path === CONTENT_TYPES || path.endsWith('.rels')) await parts.load(path);
    }
    parts.checkContentTypes();
    await parts.follow('', new Set());
    return parts;
  }

  static of(texts: Readonly<Record<string, string>>): PackageParts {
    return new PackageParts(new Map(), new Map(Object.entries(texts)), new Set(Object.keys(texts)));
  }

  /** A second set that can be changed without touching this one; the packed bytes are shared. */
  copy(): PackageParts {
    const contents = [...this.contents].map(([path, content]): [string, PartContent] => {
      return [path, isWritten(content) ? content : textOf(content)];
    });
    return new PackageParts(new Map(this.entries), new Map(contents), new Set(this.changed));
  }

  /** The path as the package spells it, or null. Part names do not differ by case. */
  find(path: string): string | null {
    if (this.entries.has(path) || this.contents.has(path)) return path;
    if (this.spellings === null) {
      this.spellings = new Map();
      for (const known of this.paths()) this.addSpelling(known);
    }
    return this.spellings.get(path.toLowerCase())?.[0] ?? null;
  }

  private addSpelling(path: string): void {
    const lower = path.toLowerCase();
    const same = this.spellings?.get(lower);
    if (same === undefined) this.spellings?.set(lower, [path]);
    else same.push(path);
  }

  paths(): string[] {
    return [...new Set([...this.entries.keys(), ...this.contents.keys()])];
  }

  entry(path: string): ZipEntry | undefined {
    return this.entries.get(path);
  }

  /** The newest date of any entry, as an ISO date-time; undefined when the container gives none. */
  newestEntry(): string | undefined {
    let newest = 0;
    for (const entry of this.entries.values()) newest = Math.max(newest, entry.date * 0x10000 + entry.time);
    const year = 1980 + (newest >>> 25);
    if (year === 1980) return undefined;
    const two = (value: number): string => String(value).padStart(2, '0');
    const day = `${String(year)}-${two((newest >>> 21) & 15)}-${two((newest >>> 16) & 31)}`;
    return `${day}T${two((newest >>> 11) & 31)}:${two((newest >>> 5) & 63)}:${two((newest & 31) * 2)}Z`;
  }

  text(path: string): string {
    const content = this.contents.get(path);
    if (content === undefined) throw new FileRefusal('damaged');
    return textOf(content);
  }

  private pieces(path: string): Iterable<string> {
    const content = this.contents.get(path);
    return content !== undefined && isWritten(content) ? content.pieces() : [this.text(path)];
  }

  tree(path: string): Markup {
    return parseMarkup(this.text(path));
  }

  write(path: string, content: string | Markup | WrittenPart): void {
    this.put(path, typeof content === 'string' || 'pieces' in content ? content : writeMarkup(content));
  }

  private put(path: string, content: PartContent): void {
    if (!this.entries.has(path) && !this.contents.has(path)) this.addSpelling(path);
    this.contents.set(path, content);
    this.changed.add(path);
  }

  remove(path: string): void {
    this.entries.delete(path);
    this.contents.delete(path);
    this.changed.delete(path);
    const lower = path.toLowerCase();
    const others = this.spellings?.get(lower)?.filter((known) => known !== path) ?? [];
    if (others.length === 0) this.spellings?.delete(lower);
    else this.spellings?.set(lower, others);
  }

  /** The links of a part; of the package itself for "". */
  relationships(path: string): Relationship[] {
    return (
      this.listOf(path)
        ?.all()
        .map((link) => this.resolved(path, link)) ?? []
    );
  }

  relationshipsOfType(path: string, type: string): Relationship[] {
    return (
      this.listOf(path)
        ?.ofType(type)
        .map((link) => this.resolved(path, link)) ?? []
    );
  }

  relationshipWithId(path: string, id: string): Relationship | undefined {
    const link = this.listOf(path)?.withId(id);
    return link === undefined ? undefined : this.resolved(path, link);
  }

  private resolved(path: string, link: WrittenRelationship): Relationship {
    if (link.external) return link;
    const target = resolvedTarget(path, link.target);
    return { ...link, target: this.find(target) ?? target };
  }

  /** The parsed links of a part; null when it has no relationships part that was read. */
  private listOf(path: string): RelationshipList | null {
    const rels = this.find(relationshipsPath(path));
    const content = rels === null ? undefined : this.contents.get(rels);
    if (rels === null || content === undefined) return null;
    if (content instanceof RelationshipList) return content;
    const list = new RelationshipList(textOf(content));
    // Another part in its place would be read as a list of no links.
    if (localName(list.rootName) !== 'Relationships') throw new FileRefusal('damaged');
    this.contents.set(rels, list);
    return list;
  }

  /** "http://…/relationships": the family of addresses this package uses; there is a transitional and a strict one. */
  get officeNamespace(): string {
    if (this.namespace === null) {
      const rels = this.contents.get(this.find(relationshipsPath('')) ?? '') ?? '';
      this.namespace = textOf(rels).includes(STRICT) ? STRICT : TRANSITIONAL;
    }
    return this.namespace;
  }

  /** Whether it was saved as "Strict Open XML": parts that are added must then be of that family, or Excel offers a repair. */
  get isStrict(): boolean {
    return this.officeNamespace === STRICT;
  }

  /** Adds a link and returns its id. `target` is a path from the root of the package, or an external address. */
  relate(path: string, type: string, target: string, external = false): string {
    const rels = this.find(relationshipsPath(path)) ?? relationshipsPath(path);
    const list = this.listOf(path) ?? new RelationshipList();
    const id = list.add(`${this.officeNamespace}/${type}`, external ? target : relativeTarget(path, target), external);
    this.put(rels, list);
    return id;
  }

  /**
   * The id of the one link of a part to a file, which is added when it is not there. The id follows from the address, and the links to files
   * come last in the order of their addresses, so that the same links make the same part whatever was written before.
   * @param address relative to the workbook.
   */
  relateFile(path: string, address: string): string {
    for (let stem = `rFile${hashOf(address)}`; ; stem += '_') {
      const there = this.listOf(path)?.withId(stem);
      if (there?.external === true && there.target === address) return stem;
      if (there !== undefined) continue;
      const rels = this.find(relationshipsPath(path)) ?? relationshipsPath(path);
      const list = this.listOf(path) ?? new RelationshipList();
      list.addFile(stem, `${this.officeNamespace}/hyperlink`, address);
      this.put(rels, list);
      return stem;
    }
  }

  unrelate(path: string, id: string): void {
    const rels = this.find(relationshipsPath(path));
    if (rels === null) return;
    const list = this.listOf(path);
    if (list === null) throw new FileRefusal('damaged');
    list.remove(id);
    this.put(rels, list);
  }

  /** The path with the first free number, from 1: `freePath("xl/tables/table", ".xml")`. */
  freePath(stem: string, ending: string): string {
    for (let number = 1; ; number++) {
      const path = `${stem}${String(number)}${ending}`;
      if (this.find(path) === null) return path;
    }
  }

  /** Adds the content type of a new part. */
  declare(path: string, contentType: string): void {
    const types = this.contentTypes();
    const name = types.rootName.replace('Types', 'Override');
    types.add(element(name, { PartName: `/${path}`, ContentType: contentType }));
    this.put(CONTENT_TYPES, types);
  }

  private contentTypes(): ListPart {
    const content = this.contents.get(CONTENT_TYPES);
    if (content instanceof ListPart) return content;
    return new ListPart(this.text(CONTENT_TYPES), (child) => child.attributes.get('PartName')?.toLowerCase());
  }

  /** Every part that can be reached from the package's own links. */
  reachable(): Set<string> {
    const seen = new Set<string>();
    const waiting = [''];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      for (const link of this.relationships(path)) {
        if (link.external || seen.has(link.target)) continue;
        seen.add(link.target);
        waiting.push(link.target);
      }
    }
    return seen;
  }

  /** Removes a part with its links and its content type; links to it are the caller's to remove. */
  drop(path: string): void {
    this.remove(path);
    const rels = this.find(relationshipsPath(path));
    if (rels !== null) this.remove(rels);
    const types = this.contentTypes();
    types.removeAll(`/${path}`.toLowerCase());
    this.put(CONTENT_TYPES, types);
  }

  async toBytes(): Promise<Uint8Array> {
    const paths = this.paths();
    const ordered = [...paths.filter((path) => path === CONTENT_TYPES), ...paths.filter((path) => path !== CONTENT_TYPES)];
    const entries: ZipEntry[] = [];
    for (const path of ordered) {
      const kept = this.entries.get(path);
      if (kept !== undefined && !this.changed.has(path)) entries.push(kept);
      else entries.push(await pack(path, this.pieces(path)));
    }
    return writeZip(entries);
  }

  /** Reading needs none of the content types, but a document type declaration in them is refused like any other. */
  private checkContentTypes(): void {
    const content = this.contents.get(CONTENT_TYPES);
    if (content !== undefined) scanMarkup(textOf(content), { open: () => undefined, text: () => undefined, close: () => undefined });
  }

  private async load(path: string): Promise<void> {
    const entry = this.entries.get(path);
    if (entry !== undefined && !this.contents.has(path)) this.contents.set(path, decodePart(await unpack(entry)));
  }

  /** Loads what the links of a part lead to, as far as it is read here. */
  private async follow(path: string, seen: Set<string>): Promise<void> {
    for (const link of this.relationships(path)) {
      const isBook = path === '' && link.type === 'officeDocument' && !link.target.endsWith('.bin');
      if (link.external || seen.has(link.target) || !(isBook || READ_TYPES.has(link.type))) continue;
      seen.add(link.target);
      await this.load(link.target);
      await this.follow(link.target, seen);
    }
  }
}

/** The path of the one part of a type that another part leads to; null where there is none. */
export function linkedPath(parts: PackageParts, from: string, type: string): string | null {
  const link = parts.relationshipsOfType(from, type).find((one) => !one.external);
  return link === undefined ? null : parts.find(link.target);
}

/**
 * The one part of a type that another part leads to; null where no link does. Throws a `FileRefusal` where the part is not in the file or is of another kind:
 * what it says of the cells would be missing without a word.
 */
export function linkedTree(parts: PackageParts, from: string, type: string, root: string): Markup | null {
  const link = parts.relationshipsOfType(from, type).find((one) => !one.external);
  if (link === undefined) return null;
  const tree = parts.tree(link.target);
  if (localName(tree.name) !== root) throw new FileRefusal('damaged');
  return tree;
}

function isWritten(content: PartContent): content is WrittenPart {
  return typeof content !== 'string' && 'pieces' in content;
}

function textOf(content: PartContent): string {
  if (typeof content === 'string') return content;
  return isWritten(content) ? [...content.pieces()].join('') : content.text;
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function resolvedTarget(from: string, target: string): string {
  const bare = decodedPath(target.replaceAll('\\', '/').split('#')[0] ?? '');
  if (bare.startsWith('/')) return bare.slice(1);
  const steps = from.split('/').slice(0, -1);
  for (const step of bare.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** From the part that holds the link, as Excel writes it; some readers do not follow a path from the root. */
function relativeTarget(from: string, target: string): string {
  const here = from.split('/').slice(0, -1);
  const there = target.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/** "my%20sheet.xml" with the space that the entry's name has; a path that is not a valid address is returned as it is. */
function decodedPath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
