import { isAscii } from '../wording';

/** One piece of a text: a run of letters, a number with its points ("1.14", "3.7.2026"), one other character, or the end of a line. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark' | 'line end';
  readonly text: string;
  /** The text in small letters. */
  readonly lower: string;
  /** Whether white space stands before it; false for a token joined to the one before. */
  readonly spaced: boolean;
}

/** A token that may be part of an id. */
export type Part = Token & { readonly kind: 'word' | 'number' };

const PIECE = /(\p{L}+)|(\d+(?:\.\d+)*)|(\n)|(\s+)|(.)/gsu;

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const DASH = /[\u2010-\u2015\u2212]/g;

/** A text with full-width digits, no-break spaces, dashes and line ends in their plain forms. */
export function plainCharacters(text: string): string {
  if (isAscii(text)) return text.replace(LINE_END, '\n');
  return text.replace(INVISIBLE, '').replace(LINE_END, '\n').replace(DASH, '-').normalize('NFKC').replace(DASH, '-');
}

/** The tokens of a text whose characters are plain, one by one, in one pass. */
export function* eachToken(text: string): Generator<Token> {
  let spaced = false;
  for (const [piece, word, number, lineEnd, space] of text.matchAll(PIECE)) {
    if (space !== undefined) {
      spaced = true;
      continue;
    }
    const kind = word !== undefined ? 'word' : number !== undefined ? 'number' : lineEnd !== undefined ? 'line end' : 'mark';
    yield { kind, text: piece, lower: piece.toLowerCase(), spaced };
    // A token at the start of a line is joined to nothing.
    spaced = kind === 'line end';
  }
}

export const tokensOf = (text: string): Token[] => [...eachToken(text)];
