import type { Markup } from './markup';

/**
 * The children of one element with a look-up by a key, so that finding, adding or removing one of thousands does not go through the others.
 * Removed ones stay among the parent's children until `compact`.
 */
export class IndexedChildren {
  private readonly byKey = new Map<string, Markup[]>();
  private readonly removed = new Set<Markup>();
  private elements = 0;

  /** @param keyOf undefined for a child that is not looked up. */
  constructor(
    private readonly parent: Markup,
    private readonly keyOf: (child: Markup) => string | undefined,
  ) {
    for (const child of parent.children) if (typeof child !== 'string') this.index(child);
  }

  /** How many different keys there are. */
  get keys(): number {
    return this.byKey.size;
  }

  /** Whether no element is left; text does not count. */
  get isBare(): boolean {
    return this.elements === 0;
  }

  /** Those with the key, in their order. */
  withKey(key: string): readonly Markup[] {
    return this.byKey.get(key) ?? [];
  }

  add(child: Markup): void {
    this.parent.children.push(child);
    this.index(child);
  }

  private index(child: Markup): void {
    this.elements += 1;
    const key = this.keyOf(child);
    if (key === undefined) return;
    const before = this.byKey.get(key);
    if (before === undefined) this.byKey.set(key, [child]);
    else before.push(child);
  }

  /** Removes the first child with the key. */
  removeFirst(key: string): void {
    const [first, ...others] = this.withKey(key);
    if (first === undefined) return;
    this.removed.add(first);
    this.elements -= 1;
    if (others.length === 0) this.byKey.delete(key);
    else this.byKey.set(key, others);
  }

  removeAll(key: string): void {
    for (const child of this.withKey(key)) this.removed.add(child);
    this.elements -= this.withKey(key).length;
    this.byKey.delete(key);
  }

  /** Takes the removed children out of the parent. */
  compact(): void {
    if (this.removed.size === 0) return;
    this.parent.children = this.parent.children.filter((child) => typeof child === 'string' || !this.removed.has(child));
    this.removed.clear();
  }
}
