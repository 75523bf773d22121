/** Letters by their width in the standard font (Calibri, Aptos), in ems; all others, digits among them, are about as wide as a digit. */
const NARROW = /[fijlrtI.,;:'’|()[\]/\\!-]/u;
const WIDE = /[mwMW@%—…]/u;
const CAPITAL = /\p{Lu}/u;
const EM = { narrow: 0.3, usual: 0.51, capital: 0.6, wide: 0.82 } as const;

/** Bold letters are wider. */
const BOLD = 1.06;

function emOf(letter: string): number {
  if (NARROW.test(letter)) return EM.narrow;
  if (WIDE.test(letter)) return EM.wide;
  return CAPITAL.test(letter) ? EM.capital : EM.usual;
}

/** How wide a text on one line is, in digits of the standard font, as Excel counts column widths. An estimate: no host is asked. */
export function textWidth(words: string, { bold = false }: { readonly bold?: boolean } = {}): number {
  const ems = Array.from(words).reduce((sum, letter) => sum + emOf(letter), 0);
  return (ems / EM.usual) * (bold ? BOLD : 1);
}

/** The widest word of a text, which no line can break, in the same measure; 0 for no words. */
export function widestWord(words: string, look: { readonly bold?: boolean } = {}): number {
  return words.split(/\s+/u).reduce((widest, word) => Math.max(widest, textWidth(word, look)), 0);
}
