import { END, type Token } from './token';

/**
 * Tokens with a look at any place; past either end lies `END`. Every look is counted: the grammar looks a bounded number of
 * times at each token, and the tests hold it to that, so a long or hostile text costs time in proportion to its length.
 */
export class TokenStream {
  looks = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get length(): number {
    return this.tokens.length;
  }

  at(place: number): Token {
    this.looks += 1;
    return this.tokens[place] ?? END;
  }

  isWord(place: number, ...words: readonly string[]): boolean {
    const token = this.at(place);
    return token.kind === 'word' && words.includes(token.text);
  }

  isMark(place: number, ...marks: readonly string[]): boolean {
    const token = this.at(place);
    return token.kind === 'mark' && marks.includes(token.text);
  }

  /** The value of a number of at most four digits, else null. */
  number(place: number): number | null {
    const token = this.at(place);
    return token.kind === 'number' && token.text.length <= 4 ? Number(token.text) : null;
  }

  /** The place after the words, marks or both that may stand here: `skip(at, 'of', 'the', ',')`; each at most once, in that order. */
  skip(place: number, ...texts: readonly string[]): number {
    let next = place;
    for (const text of texts) if (this.at(next).text === text && this.at(next).kind !== 'number') next += 1;
    return next;
  }
}

/** What a rule of the grammar found, and the place after it. */
export interface Match<T> {
  readonly value: T;
  readonly next: number;
}
