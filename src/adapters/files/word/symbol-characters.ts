/**
 * Characters of the fonts Symbol and Wingdings, which Word keeps by the place they have in their font (ISO/IEC 29500-1, 17.3.3.30): what
 * stands in plans and returns. One that is not known is shown as a white square, so that it is not lost without a trace.
 */
const SYMBOL: Readonly<Record<number, string>> = {
  0x61: 'α',
  0x62: 'β',
  0x64: 'δ',
  0x6d: 'μ',
  0x70: 'π',
  0x73: 'σ',
  0x44: 'Δ',
  0x53: 'Σ',
  0xa2: '′',
  0xa3: '≤',
  0xa5: '∞',
  0xa8: '♦',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb2: '″',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xba: '≡',
  0xbb: '≈',
  0xbc: '…',
  0xd0: '∠',
  0xd6: '√',
  0xd7: '·',
  0xd8: '¬',
  0xde: '⇒',
  0xe5: '∑',
};

const WINGDINGS: Readonly<Record<number, string>> = {
  0x4a: '☺',
  0x4b: '😐',
  0x4c: '☹',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x74: '◆',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x9f: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '□',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/** Wingdings 2, as far as people tick with it. */
const WINGDINGS_2: Readonly<Record<number, string>> = { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0xa3: '□' };

const UNKNOWN = '□';

/** @param font its name, as a document gives it. @param code the character's, with or without the 0xF000 that Word adds. */
export function symbolCharacter(font: string, code: number): string {
  const at = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const characters = charactersOf(font);
  if (characters === null) return code >= 0xe000 && code <= 0xf8ff ? UNKNOWN : String.fromCodePoint(Math.min(code, 0x10ffff));
  return characters[at] ?? (characters === SYMBOL && at >= 0x20 && at <= 0x3f ? String.fromCharCode(at) : UNKNOWN);
}

/** A text in a font of symbols, character by character; any other as it is. */
export function inSymbols(font: string | undefined, text: string): string {
  if (font === undefined || charactersOf(font) === null) return text;
  return Array.from(text, (letter) => (/\s/.test(letter) ? letter : symbolCharacter(font, letter.codePointAt(0) ?? 0))).join('');
}

function charactersOf(font: string): Readonly<Record<number, string>> | null {
  switch (font.trim().toLowerCase()) {
    case 'symbol':
      return SYMBOL;
    case 'wingdings':
      return WINGDINGS;
    case 'wingdings 2':
      return WINGDINGS_2;
    default:
      return null;
  }
}
