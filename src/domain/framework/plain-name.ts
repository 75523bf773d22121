/** Words that say what kind of body a name belongs to, not which one. */
const KIND_WORDS = new Set(['the', 'and', 'directorate', 'division', 'department', 'dept']);

/**
 * A name reduced to what tells it apart: "Growth, Environment & Transport Directorate" and "growth environment and transport"
 * give the same words. Case, accents, punctuation, "&" and "and", a plural or possessive s, and -ize for -ise are ignored.
 */
export function plainWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !KIND_WORDS.has(word))
    .map((word) => word.replace(/iz(?=ation|e|ing)/, 'is').replace(/(?<=\p{L}{3})s$/u, ''));
}

/** The same as one string, for comparing. Empty when nothing tells the name apart. */
export function plainName(text: string): string {
  return plainWords(text).join(' ');
}
