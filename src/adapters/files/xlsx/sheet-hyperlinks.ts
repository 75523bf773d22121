import { type Place, a1 } from '../../../domain/grid';
import { IndexedChildren } from '../package/indexed-children';
import { type Markup, childNamed, childrenNamed, localName, prefixedAttribute } from '../package/markup';

/** What the hyperlinks need of the sheet that they are on. */
interface SheetOfLinks {
  readonly root: Markup;
  make(local: string, attributes: Readonly<Record<string, string>>): Markup;
  /** The child of that name, made in its place where there is none. */
  child(local: string): Markup;
  dropIfBare(local: string): void;
}

/** The hyperlinks of a sheet that is being changed, by the cell they are on. Their relationships are the caller's to add and to remove. */
export class SheetHyperlinks {
  /** Null until one is asked for, and while the sheet has none. */
  private children: IndexedChildren | null = null;
  /** Ids of relationships of which a hyperlink was taken off; other cells may have the same. */
  private readonly takenOff = new Set<string>();

  constructor(private readonly sheet: SheetOfLinks) {}

  at(place: Place): Markup | undefined {
    if (this.children === null) {
      const holder = childNamed(this.sheet.root, 'hyperlinks');
      if (holder === undefined) return undefined;
      this.children = new IndexedChildren(holder, cellOfHyperlink);
    }
    return this.children.withKey(a1(place))[0];
  }

  set(place: Place, relationshipId: string, namespace: string): void {
    this.remove(place);
    const link = this.sheet.make('hyperlink', { ref: a1(place), 'xmlns:r': namespace, 'r:id': relationshipId });
    this.children ??= new IndexedChildren(this.sheet.child('hyperlinks'), cellOfHyperlink);
    this.children.add(link);
  }

  /** Takes off the link to a file. @param relationshipId that of the link. */
  takeOff(place: Place, relationshipId: string): void {
    this.remove(place);
    this.takenOff.add(relationshipId);
  }

  /** The ids of relationships of which a hyperlink was taken off and that no other hyperlink of the sheet has. */
  unusedIds(): string[] {
    if (this.takenOff.size === 0) return [];
    this.finish();
    const holder = childNamed(this.sheet.root, 'hyperlinks');
    const used = holder === undefined ? [] : childrenNamed(holder, 'hyperlink').map((one) => prefixedAttribute(one, 'id'));
    const stillUsed = new Set(used);
    return [...this.takenOff].filter((id) => !stillUsed.has(id));
  }

  /** Takes what was removed out of the markup. */
  finish(): void {
    this.children?.compact();
  }

  private remove(place: Place): void {
    if (this.at(place) === undefined || this.children === null) return;
    this.children.removeFirst(a1(place));
    if (!this.children.isBare) return;
    this.children.compact();
    this.children = null;
    this.sheet.dropIfBare('hyperlinks');
  }
}

function cellOfHyperlink(child: Markup): string | undefined {
  return localName(child.name) === 'hyperlink' ? child.attributes.get('ref') : undefined;
}
