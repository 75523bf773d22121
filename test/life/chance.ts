/** Numbers that look random and are the same for the same seed, so that a failing life can be lived again. */
export class Chance {
  constructor(private state: number) {}

  /** 0 inclusive to 1 exclusive (mulberry32). */
  share(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** 0 inclusive to `below` exclusive. */
  number(below: number): number {
    return Math.floor(this.share() * below);
  }

  happens(share: number): boolean {
    return this.share() < share;
  }

  one<Item>(items: readonly Item[]): Item {
    const item = items[this.number(items.length)];
    if (item === undefined) throw new Error('Nothing to choose from.');
    return item;
  }

  inAnyOrder<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, at: this.share() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }
}
