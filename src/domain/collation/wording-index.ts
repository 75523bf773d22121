import { type WordCounts, wordTotal } from './likeness';

/** The wordings that hold a word, and how often each holds it. */
interface Postings {
  readonly positions: number[];
  readonly counts: number[];
}

/**
 * Counts how many words one wording shares with each of many others. It goes through an index from words to wordings, so a wording with no
 * word in common costs nothing, and counts in one array, so that a pair costs an addition and no object.
 */
export class WordingIndex {
  private readonly postings = new Map<string, Postings>();
  private readonly totals: readonly number[];
  /** Words shared with the wording asked about, by position; all zero between two calls. */
  private readonly shared: Uint32Array;

  constructor(wordings: readonly WordCounts[]) {
    this.totals = wordings.map(wordTotal);
    this.shared = new Uint32Array(wordings.length);
    wordings.forEach((words, position) => {
      for (const [word, count] of words) this.add(word, position, count);
    });
  }

  private add(word: string, position: number, count: number): void {
    const postings = this.postings.get(word) ?? { positions: [], counts: [] };
    this.postings.set(word, postings);
    postings.positions.push(position);
    postings.counts.push(count);
  }

  /**
   * Calls `visit` for every wording that shares a word with this one: its zero-based position, the words shared, and the words it has.
   * The order is that of the first word shared, and for one word that of the wordings.
   */
  overlaps(words: WordCounts, visit: (position: number, shared: number, total: number) => void): void {
    const reached: number[] = [];
    for (const [word, count] of words) {
      const postings = this.postings.get(word);
      if (postings === undefined) continue;
      for (let index = 0; index < postings.positions.length; index++) {
        const position = postings.positions[index] ?? 0;
        const before = this.shared[position] ?? 0;
        if (before === 0) reached.push(position);
        this.shared[position] = before + Math.min(count, postings.counts[index] ?? 0);
      }
    }
    for (const position of reached) {
      const shared = this.shared[position] ?? 0;
      this.shared[position] = 0;
      visit(position, shared, this.totals[position] ?? 0);
    }
  }
}
