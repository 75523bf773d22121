import type { Token } from './clauses';
import { ADVERBS, DETERMINERS, isGroup, PHRASE_ENDS } from './money-nouns';
import { moneyVerb } from './money-verbs';

/** A noun phrase in a clause, by places of tokens. */
export interface Phrase {
  readonly from: number;
  /** The place of its last token, included. */
  readonly to: number;
  /** The last noun of each part: "benches and cycle racks" has two. */
  readonly heads: readonly number[];
}

/** No noun phrase is longer, in tokens. */
const LONGEST = 14;

const isFiller = (token: Token): boolean => token.isNumber || DETERMINERS.has(token.lower) || ADVERBS.has(token.lower);

/** The noun phrase that begins at a place; null where there is no noun. */
export function phraseFrom(tokens: readonly Token[], from: number): Phrase | null {
  const heads: number[] = [];
  let last = -1;
  for (let at = from; at < Math.min(from + LONGEST, tokens.length); at += 1) {
    const token = tokens[at];
    if (token === undefined || (at > from && token.isAfterComma)) break;
    const head = tokens[last];
    if (token.lower === 'of' && head !== undefined && isGroup(head.lower)) continue;
    if (token.lower === 'and') {
      if (last < 0 || heads.length > 0 || moneyVerb(tokens[at + 1]?.lower ?? '')?.form === 'base') break;
      heads.push(last);
      continue;
    }
    if (PHRASE_ENDS.has(token.lower)) break;
    if (!isFiller(token)) last = at;
  }
  if (last < 0) return null;
  return { from, to: last, heads: heads.includes(last) ? heads : [...heads, last] };
}

/** The noun phrase whose last noun stands right before a place; null where there is none. At most five tokens. */
export function phraseBefore(tokens: readonly Token[], before: number): Phrase | null {
  let from = before;
  while (from > 0 && before - from < 5) {
    const token = tokens[from - 1];
    if (token === undefined || PHRASE_ENDS.has(token.lower) || token.lower === 'and') break;
    from -= 1;
    if (token.isAfterComma) break;
  }
  const head = tokens[before - 1];
  if (from === before || head === undefined || isFiller(head)) return null;
  return { from, to: before - 1, heads: [before - 1] };
}
