/**
 * Rows as CSV for a spreadsheet (RFC 4180): lines end in CR LF, a text with a comma, quote or line end is quoted, and with the mark
 * at the front Excel reads the file as UTF-8.
 *
 * The words are other people's, and Excel takes a text that begins with = + - or @ for a formula, quoted or not, also behind spaces or
 * a tab. An apostrophe goes before such a text: every spreadsheet then shows it as text. Excel shows the apostrophe too, which is the
 * lesser evil: a tab in its place cannot be seen and stays in the data, and ="…" is a formula itself that no other program understands.
 * Numbers keep their minus.
 */
export function csvFile(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(`\ufeff${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`);
}

/** Full-width forms count as well: some editions of Excel read them as the plain ones. */
const LIKE_A_FORMULA = /^\s*[=+\-@＝＋－＠]/;
const PLAIN_NUMBER = /^-\d[\d,]*(\.\d+)?%?$/;

function csvCell(words: string): string {
  const harmless = LIKE_A_FORMULA.test(words) && !PLAIN_NUMBER.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
