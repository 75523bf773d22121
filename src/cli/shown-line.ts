/**
 * Characters that a terminal obeys instead of showing them, as a file's name or a cell may hold: all controls but tab and line end, and those
 * that turn the direction of what follows.
 */
const OBEYED = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** A line as it may be printed: such a character as "\\u001b", which JSON reads as the character again. */
export function shownLine(line: string): string {
  return line.replace(OBEYED, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
