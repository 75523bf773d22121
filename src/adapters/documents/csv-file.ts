/**
 * Rows as CSV for a spreadsheet (RFC 4180): lines end in CR LF, a text with a comma, quote or line end is quoted, and with the mark
 * at the front Excel reads the file as UTF-8.
 *
 * The texts come from other people, and Excel takes a text that begins with = + - or @ for a formula, quoted or not, also after spaces
 * or a tab. Such a text gets an apostrophe in front: every spreadsheet then shows it as text. Excel also shows the apostrophe, but the
 * other ways are worse: a tab cannot be seen and stays in the data, and ="…" is itself a formula that other programs do not understand.
 * Negative numbers keep their minus sign.
 */
export function csvFile(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(`\ufeff${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`);
}

/** Full-width signs count as well: some editions of Excel read them like the plain ones. */
const LIKE_A_FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;
const PLAIN_NUMBER = /^-\d[\d,]*(\.\d+)?%?$/;

function csvCell(words: string): string {
  const harmless = LIKE_A_FORMULA.test(words) && !PLAIN_NUMBER.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
