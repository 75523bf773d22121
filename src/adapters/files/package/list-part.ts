import { IndexedChildren } from './indexed-children';
import { type Markup, parseMarkup, writeMarkup } from './markup';

/**
 * A part that is one list of elements, such as content types or relationships. It is parsed once however often it is edited, and its text
 * is written when it is asked for.
 */
export class ListPart {
  private readonly root: Markup;
  private readonly children: IndexedChildren;
  /** Null after an edit. */
  private written: string | null;

  /** @param content its text, which stands as it is until the first edit, or its root element. */
  constructor(content: string | Markup, keyOf: (child: Markup) => string | undefined) {
    this.written = typeof content === 'string' ? content : null;
    this.root = typeof content === 'string' ? parseMarkup(content) : content;
    this.children = new IndexedChildren(this.root, keyOf);
  }

  get text(): string {
    this.children.compact();
    this.written ??= writeMarkup(this.root);
    return this.written;
  }

  /** The root's name, prefix included. */
  get rootName(): string {
    return this.root.name;
  }

  /** The elements at the time of asking. */
  get elements(): readonly Markup[] {
    this.children.compact();
    return this.root.children.filter((child) => typeof child !== 'string');
  }

  /** How many different keys there are. */
  get keys(): number {
    return this.children.keys;
  }

  withKey(key: string): readonly Markup[] {
    return this.children.withKey(key);
  }

  add(child: Markup): void {
    this.written = null;
    this.children.add(child);
  }

  moveToEnd(isMoved: (child: Markup) => boolean, order: (a: Markup, b: Markup) => number): void {
    this.written = null;
    this.children.compact();
    const isToMove = (child: Markup | string): child is Markup => typeof child !== 'string' && isMoved(child);
    this.root.children = [...this.root.children.filter((child) => !isToMove(child)), ...this.root.children.filter(isToMove).sort(order)];
  }

  removeAll(key: string): void {
    this.written = null;
    this.children.removeAll(key);
  }
}
