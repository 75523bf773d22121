import { patternByText } from '../wording';

/** A word, a number or "&" of a text. */
export interface Token {
  /** In small letters, with a straight apostrophe and a plain hyphen. */
  readonly lower: string;
  /** UTF-16 offsets into the text; `end` is not included. */
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  /** Two or more letters, all of them capitals: "ICB". */
  readonly isAcronym: boolean;
  readonly isNumber: boolean;
  readonly isAfterComma: boolean;
  /** "%", "£" or "" beside a number. */
  readonly sign: string;
}

/** A part of a sentence without a full stop, colon, bracket, dash or line end in it. */
export interface Clause {
  readonly tokens: readonly Token[];
  /** Clauses of one sentence have one number, counted from zero. */
  readonly sentence: number;
}

/** "1,200", "1 200", "0.5", "year-long", "carer's" are one token each. */
const TOKEN = patternByText(
  /\p{N}{1,3}(?:[ \u00a0\u2009\u202f]\p{N}{3}){1,3}(?![\p{N}\p{L}])|[\p{L}\p{N}]+(?:(?:['’‐‑-]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}]+)*|&/gu,
);
const SENTENCE_END = /[.;!?\n\r•▪●|]/u;
const CLAUSE_END = /[:()[\]–—…·]|\s-\s/u;

function tokenOf(text: string, { 0: word, index }: RegExpExecArray, between: string): Token {
  const end = index + word.length;
  // Nearly every word begins with a small letter.
  const isSmall = /^[a-z]/.test(word);
  const isNumber = !isSmall && /^\p{N}[\p{N}., \u00a0\u2009\u202f]*(?:k|m|bn)?$/iu.test(word);
  const isCapital = !isSmall && /^\p{Lu}/u.test(word);
  const lower = word.toLowerCase();
  return {
    lower: word === '&' ? 'and' : /[’‐‑]/.test(lower) ? lower.replace(/’/g, "'").replace(/[‐‑]/g, '-') : lower,
    start: index,
    end,
    isCapital,
    isAcronym: isCapital && /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word),
    isNumber,
    isAfterComma: between.includes(','),
    sign: !isNumber ? '' : between.endsWith('£') ? '£' : text.startsWith('%', end) ? '%' : '',
  };
}

/** A text in clauses; time grows with its length. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let tokens: Token[] = [];
  let sentence = 0;
  let end = 0;
  for (const found of text.matchAll(TOKEN(text))) {
    const between = text.slice(end, found.index);
    const endsSentence = between !== ' ' && SENTENCE_END.test(between);
    if ((endsSentence || (between !== ' ' && CLAUSE_END.test(between))) && tokens.length > 0) {
      clauses.push({ tokens, sentence });
      tokens = [];
      if (endsSentence) sentence += 1;
    }
    tokens.push(tokenOf(text, found, between));
    end = found.index + found[0].length;
  }
  return tokens.length === 0 ? clauses : [...clauses, { tokens, sentence }];
}
