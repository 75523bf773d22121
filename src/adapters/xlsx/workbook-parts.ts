import { FileRefusal } from './file-refusal';
import { type Markup, attributeOf, decodePart, element, parseMarkup, scanMarkup, writeMarkup } from './markup';
import { type ZipEntry, pack, readZip, unpack, writeZip } from './zip-archive';

/** A link from one part to another. `type` is the last word of its address: "worksheet", "table", "hyperlink". */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** A part's path from the root of the package, or the address as written when it is external. */
  readonly target: string;
  readonly external: boolean;
}

export const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Parts that are read as text once the workbook is open; every other part stays packed as it came. */
const READ_TYPES: ReadonlySet<string> = new Set(['worksheet', 'sharedStrings', 'styles', 'table', 'drawing', 'core-properties']);

/**
 * The parts of an Office Open XML package. What is not changed is written back byte for byte, so whatever this
 * program does not know (charts, comments, pivots, macros, signatures of other programs) survives a write.
 */
export class WorkbookParts {
  private constructor(
    private readonly entries: Map<string, ZipEntry>,
    private readonly texts: Map<string, string>,
    private readonly changed: Set<string>,
  ) {}

  static async open(bytes: Uint8Array): Promise<WorkbookParts> {
    const parts = new WorkbookParts(readZip(bytes), new Map(), new Set());
    for (const path of parts.entries.keys()) {
      if (path === CONTENT_TYPES || path.endsWith('.rels')) await parts.load(path);
    }
    await parts.follow('', new Set());
    return parts;
  }

  static of(texts: Readonly<Record<string, string>>): WorkbookParts {
    return new WorkbookParts(new Map(), new Map(Object.entries(texts)), new Set(Object.keys(texts)));
  }

  /** A second set that can be changed without touching this one; the packed bytes are shared. */
  copy(): WorkbookParts {
    return new WorkbookParts(new Map(this.entries), new Map(this.texts), new Set(this.changed));
  }

  /** The path as the package spells it, or null. Part names do not differ by case. */
  find(path: string): string | null {
    if (this.entries.has(path) || this.texts.has(path)) return path;
    const lower = path.toLowerCase();
    return this.paths().find((known) => known.toLowerCase() === lower) ?? null;
  }

  paths(): string[] {
    return [...new Set([...this.entries.keys(), ...this.texts.keys()])];
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
    const text = this.texts.get(path);
    if (text === undefined) throw new FileRefusal('damaged');
    return text;
  }

  tree(path: string): Markup {
    return parseMarkup(this.text(path));
  }

  write(path: string, content: string | Markup): void {
    this.texts.set(path, typeof content === 'string' ? content : writeMarkup(content));
    this.changed.add(path);
  }

  remove(path: string): void {
    this.entries.delete(path);
    this.texts.delete(path);
    this.changed.delete(path);
  }

  /** The links of a part; of the package itself for "". */
  relationships(path: string): Relationship[] {
    const rels = this.find(relationshipsPath(path));
    const text = rels === null ? undefined : this.texts.get(rels);
    if (text === undefined) return [];
    const found: Relationship[] = [];
    scanMarkup(text, {
      open: (local, raw) => {
        if (local === 'Relationship') found.push(this.relationship(path, raw));
      },
      text: () => undefined,
      close: () => undefined,
    });
    return found;
  }

  private relationship(path: string, raw: string): Relationship {
    const written = attributeOf(raw, 'Target') ?? '';
    const external = attributeOf(raw, 'TargetMode') === 'External';
    const resolved = external ? written : resolvedTarget(path, written);
    return {
      id: attributeOf(raw, 'Id') ?? '',
      type: (attributeOf(raw, 'Type') ?? '').split('/').at(-1) ?? '',
      target: external ? written : (this.find(resolved) ?? resolved),
      external,
    };
  }

  /** "http://…/relationships": the family of addresses this package uses; there is a transitional and a strict one. */
  get officeNamespace(): string {
    return this.texts.get(this.find(relationshipsPath('')) ?? '')?.includes(STRICT) === true ? STRICT : TRANSITIONAL;
  }

  /** Adds a link and returns its id. `target` is a path from the root of the package, or an external address. */
  relate(path: string, type: string, target: string, external = false): string {
    const taken = new Set(this.relationships(path).map((one) => one.id));
    let number = taken.size + 1;
    while (taken.has(`rId${String(number)}`)) number++;
    const id = `rId${String(number)}`;
    const rels = this.find(relationshipsPath(path)) ?? relationshipsPath(path);
    const root = this.texts.has(rels) ? this.tree(rels) : element('Relationships', { xmlns: PACKAGE_RELATIONSHIPS });
    const type_ = `${this.officeNamespace}/${type}`;
    root.children.push(
      element(root.name.replace('Relationships', 'Relationship'), {
        Id: id,
        Type: type_,
        Target: external ? target : relativeTarget(path, target),
        TargetMode: external ? 'External' : undefined,
      }),
    );
    this.write(rels, root);
    return id;
  }

  unrelate(path: string, id: string): void {
    const rels = this.find(relationshipsPath(path));
    if (rels === null) return;
    const root = this.tree(rels);
    root.children = root.children.filter((child) => typeof child === 'string' || child.attributes.get('Id') !== id);
    this.write(rels, root);
  }

  /** Adds a part under the first free number: `freePath("xl/tables/table", ".xml")`. */
  freePath(stem: string, ending: string): string {
    for (let number = 1; ; number++) {
      const path = `${stem}${String(number)}${ending}`;
      if (this.find(path) === null) return path;
    }
  }

  declare(path: string, contentType: string): void {
    const types = this.tree(CONTENT_TYPES);
    const name = types.name.replace('Types', 'Override');
    types.children.push(element(name, { PartName: `/${path}`, ContentType: contentType }));
    this.write(CONTENT_TYPES, types);
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

  /** Takes a part out of the package with its links and its content type; links to it are the caller's to remove. */
  drop(path: string): void {
    this.remove(path);
    const rels = this.find(relationshipsPath(path));
    if (rels !== null) this.remove(rels);
    const types = this.tree(CONTENT_TYPES);
    const partName = `/${path}`.toLowerCase();
    types.children = types.children.filter(
      (child) => typeof child === 'string' || child.attributes.get('PartName')?.toLowerCase() !== partName,
    );
    this.write(CONTENT_TYPES, types);
  }

  async toBytes(): Promise<Uint8Array> {
    const paths = this.paths();
    const ordered = [...paths.filter((path) => path === CONTENT_TYPES), ...paths.filter((path) => path !== CONTENT_TYPES)];
    const entries: ZipEntry[] = [];
    for (const path of ordered) {
      const kept = this.entries.get(path);
      if (kept !== undefined && !this.changed.has(path)) entries.push(kept);
      else entries.push(await pack(path, new TextEncoder().encode(this.text(path))));
    }
    return writeZip(entries);
  }

  private async load(path: string): Promise<void> {
    const entry = this.entries.get(path);
    if (entry !== undefined && !this.texts.has(path)) this.texts.set(path, decodePart(await unpack(entry)));
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

/** "my%20sheet.xml" as the entry's name has it; a path that is no proper address is taken as it stands. */
function decodedPath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
