import { type Meaning, PHRASES } from './phrases';
import type { Match, TokenStream } from './token-stream';

interface Phrase {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

/** By first word, the longest first. */
const BY_FIRST_WORD = new Map<string, Phrase[]>();
for (const [meaning, texts] of Object.entries(PHRASES) as [Meaning, readonly string[]][]) {
  for (const text of texts) {
    const words = text.split(' ');
    const first = words[0] ?? '';
    const known = BY_FIRST_WORD.get(first) ?? [];
    known.push({ words, meaning });
    known.sort((a, b) => b.words.length - a.words.length);
    BY_FIRST_WORD.set(first, known);
  }
}

function follows(stream: TokenStream, at: number, words: readonly string[]): number | null {
  let next = at;
  for (const [index, word] of words.entries()) {
    // "on-going", "to-be-confirmed": a hyphen may stand for the space.
    if (index > 0 && stream.isMark(next, '-')) next += 1;
    if (!stream.isWord(next, word)) return null;
    next += 1;
  }
  return next;
}

/** The longest phrase that begins here. */
export function phraseAt(stream: TokenStream, at: number): Match<Meaning> | null {
  const token = stream.at(at);
  if (token.kind !== 'word') return null;
  for (const phrase of BY_FIRST_WORD.get(token.text) ?? []) {
    const next = follows(stream, at, phrase.words);
    if (next !== null) return { value: phrase.meaning, next };
  }
  return null;
}
