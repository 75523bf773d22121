import { canonicalWord } from './word-spelling';

/** A piece of a timescale. `text` is lower case with spelling mistakes corrected; `gap` says that white space stood before it. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark' | 'break' | 'end';
  readonly text: string;
  readonly gap: boolean;
  readonly capital: boolean;
}

export const END: Token = { kind: 'end', text: '', gap: true, capital: false };

/** Characters that say nothing: soft hyphens, zero-width spaces and joiners, byte-order marks. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** Each mark that a keyboard, Word or Excel's auto-correct may write, as the one that the grammar knows. */
const MARKS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('‐‑‒–—―−~→⟶➔➜>', (mark) => [mark, '-'])),
  ...Object.fromEntries(Array.from('‘’‛`´′ʼ', (mark) => [mark, "'"])),
  ...Object.fromEntries(Array.from('[{', (mark) => [mark, '('])),
  ...Object.fromEntries(Array.from(']}', (mark) => [mark, ')'])),
  '⁄': '/',
  '∕': '/',
  '\\': '/',
};

const BREAKS = new Set(['\n', '\r', '\u2028', '\u2029', '\u000B', '\u0085', '•', '·', '▪', '●', '◦', '‣', '\uF0B7', '¶']);

type CharacterClass = 'space' | 'break' | 'letter' | 'digit' | 'mark';

function classOf(character: string): CharacterClass {
  if (BREAKS.has(character)) return 'break';
  if (/\s/u.test(character)) return 'space';
  if (/[0-9]/.test(character)) return 'digit';
  return /\p{L}/u.test(character) ? 'letter' : 'mark';
}

/** The first 128 characters, worked out once: nearly all that a timescale has. */
const PLAIN_CLASSES: readonly CharacterClass[] = Array.from({ length: 128 }, (_, code) => classOf(String.fromCharCode(code)));

interface Piece {
  readonly kind: Token['kind'];
  readonly raw: string;
  readonly gap: boolean;
}

/** Cuts at every change between letters, digits and marks, so that "March2025", "Q3" and "18m" come apart. One pass. */
function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let run = '';
  let runClass: 'letter' | 'digit' = 'letter';
  let gap = false;
  const flush = (): void => {
    if (run !== '') {
      found.push({ kind: runClass === 'letter' ? 'word' : 'number', raw: run, gap });
      gap = false;
    }
    run = '';
  };
  for (const character of text.replace(INVISIBLE, '')) {
    const kind = PLAIN_CLASSES[character.codePointAt(0) ?? 0] ?? classOf(character);
    if (kind === 'letter' || kind === 'digit') {
      if (runClass !== kind) flush();
      runClass = kind;
      run += character;
      continue;
    }
    flush();
    if (kind === 'mark') found.push({ kind: 'mark', raw: character, gap });
    if (kind === 'break') found.push({ kind: 'break', raw: '\n', gap });
    gap = kind === 'space';
  }
  flush();
  return found;
}

/** "t.b.c." is one word: single letters with a full stop between and no space. */
function joinInitials(parts: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  const isLetter = (piece: Piece | undefined): piece is Piece => piece?.kind === 'word' && piece.raw.length === 1;
  for (let at = 0; at < parts.length; at += 1) {
    const piece = parts[at];
    if (piece === undefined) break;
    let word = piece.raw;
    let end = at;
    if (isLetter(piece)) {
      for (let next = parts[end + 2]; parts[end + 1]?.raw === '.' && isLetter(next) && !next.gap; next = parts[end + 2]) {
        word += next.raw;
        end += 2;
      }
      // The stop after the last initial ends no sentence: "w.e.f. 1 April".
      if (end > at && parts[end + 1]?.raw === '.') end += 1;
    }
    joined.push({ ...piece, raw: word });
    at = end;
  }
  return joined;
}

function tokenOf(piece: Piece): Token {
  const { kind, raw, gap } = piece;
  if (raw === '&') return { kind: 'word', text: 'and', gap, capital: false };
  if (kind === 'mark') return { kind, text: MARKS[raw] ?? raw, gap, capital: false };
  if (kind !== 'word') return { kind, text: raw, gap, capital: false };
  const lower = raw.toLowerCase();
  return { kind, text: canonicalWord(lower), gap, capital: !lower.startsWith(raw.charAt(0)) };
}

/** The tokens of a text, at most one for each of its characters. */
export function tokenise(text: string): Token[] {
  return joinInitials(pieces(text)).map(tokenOf);
}
