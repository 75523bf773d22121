/** Characters at the end of a text in which an ending is looked for. */
const LONGEST_ENDING = 64;

/**
 * A text without an ending that a pattern describes, trimmed. The pattern is tried on the last characters alone: over a whole text, one that
 * may begin at any character and repeats what it begins with takes time that grows with the square of the length.
 * @param ending ends with "$".
 */
export function withoutEnding(text: string, ending: RegExp): string {
  const trimmed = text.trim();
  const from = Math.max(0, trimmed.length - LONGEST_ENDING);
  const found = ending.exec(trimmed.slice(from));
  if (found === null) return trimmed;
  // A word at the very start of the piece may have begun before it.
  const isCut = from > 0 && found.index === 0 && /^[\p{L}\p{N}]/u.test(found[0]);
  return isCut ? trimmed : trimmed.slice(0, from + found.index).trimEnd();
}
