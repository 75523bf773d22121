import { ListPart } from './list-part';
import { type Markup, element, localName } from './markup';

const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A relationship as it is written. `type` is the last word of its address: "worksheet", "table", "hyperlink". */
export interface WrittenRelationship {
  readonly id: string;
  readonly type: string;
  /** A path from the folder of the part that holds the relationship, or from the root with "/"; any address when it is external. */
  readonly target: string;
  readonly external: boolean;
}

/** The relationships of one part, with a look-up by id and by type. */
export class RelationshipList {
  private readonly part: ListPart;
  private readonly byType = new Map<string, Set<Markup>>();
  /** Ids of numbers from `takenFrom` up to, not including, `takenTo` are known to be used. */
  private takenFrom = 0;
  private takenTo = 0;

  /** @param text the part's text; a new list when there is none. */
  constructor(text?: string) {
    this.part = new ListPart(text ?? element('Relationships', { xmlns: PACKAGE_RELATIONSHIPS }), idOf);
    for (const child of this.part.elements) this.indexType(child);
  }

  get text(): string {
    return this.part.text;
  }

  all(): WrittenRelationship[] {
    return this.part.elements.filter(isRelationship).map(written);
  }

  withId(id: string): WrittenRelationship | undefined {
    const [first] = this.part.withKey(id);
    return first === undefined ? undefined : written(first);
  }

  ofType(type: string): WrittenRelationship[] {
    return [...(this.byType.get(type) ?? [])].map(written);
  }

  /** Adds a relationship and returns its id. `type` is the whole address. */
  add(type: string, target: string, external: boolean): string {
    return this.put(this.freeId(), type, target, external);
  }

  /** Adds a link to a file under an id of its own, and brings all such links to the end, in the order of their addresses. */
  addFile(id: string, type: string, target: string): void {
    this.put(id, type, target, true);
    const isToFile = (child: Markup): boolean => idOf(child)?.startsWith('rFile') === true;
    this.part.moveToEnd(isToFile, (a, b) => (written(a).target < written(b).target ? -1 : 1));
  }

  /** The root's name, prefix included. */
  get rootName(): string {
    return this.part.rootName;
  }

  private put(id: string, type: string, target: string, external: boolean): string {
    const child = element(this.part.rootName.replace('Relationships', 'Relationship'), {
      Id: id,
      Type: type,
      Target: target,
      TargetMode: external ? 'External' : undefined,
    });
    this.part.add(child);
    this.indexType(child);
    return id;
  }

  remove(id: string): void {
    for (const child of this.part.withKey(id)) this.byType.get(written(child).type)?.delete(child);
    this.part.removeAll(id);
    const number = Number(/^rId(\d+)$/.exec(id)?.[1] ?? -1);
    if (number >= this.takenFrom && number < this.takenTo) this.takenTo = number;
  }

  private indexType(child: Markup): void {
    if (!isRelationship(child)) return;
    const { type } = written(child);
    const same = this.byType.get(type) ?? new Set();
    this.byType.set(type, same.add(child));
  }

  /** The first free number above the count of ids. What the last search found to be used is not tried again. */
  private freeId(): string {
    const start = this.part.keys + 1;
    if (start < this.takenFrom || start > this.takenTo) [this.takenFrom, this.takenTo] = [start, start];
    while (this.part.withKey(`rId${String(this.takenTo)}`).length > 0) this.takenTo += 1;
    return `rId${String(this.takenTo)}`;
  }
}

function isRelationship(child: Markup): boolean {
  return localName(child.name) === 'Relationship';
}

function idOf(child: Markup): string | undefined {
  return isRelationship(child) ? (child.attributes.get('Id') ?? '') : undefined;
}

function written({ attributes }: Markup): WrittenRelationship {
  return {
    id: attributes.get('Id') ?? '',
    type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
    target: attributes.get('Target') ?? '',
    external: attributes.get('TargetMode') === 'External',
  };
}
