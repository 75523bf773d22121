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

/** By character code; nearly all letters of a plan are among these. */
const ASCII = Float64Array.from({ length: 128 }, (_, code) => emOf(String.fromCharCode(code)));

/** How wide a text on one line is, in digits of the standard font, as Excel counts column widths. An estimate: no host is asked. */
export function textWidth(words: string, { bold = false }: { readonly bold?: boolean } = {}): number {
  let ems = 0;
  for (let at = 0; at < words.length; at += 1) {
    const code = words.codePointAt(at) ?? 0;
    ems += ASCII[code] ?? emOf(String.fromCodePoint(code));
    if (code > 0xffff) at += 1;
  }
  return (ems / EM.usual) * (bold ? BOLD : 1);
}

/** The widest word of a text, which no line can break, in the same measure; 0 for no words. */
export function widestWord(words: string, look: { readonly bold?: boolean } = {}): number {
  let widest = 0;
  for (const word of words.split(/\s+/u)) widest = Math.max(widest, textWidth(word, look));
  return widest;
}
