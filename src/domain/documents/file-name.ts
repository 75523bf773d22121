/** Windows allows none of these in the name of a file. */
const NOT_ALLOWED = new Set('<>:"/\\|?*');

/** A name that every system takes for a file, made from the name of a sheet or a directorate. */
export function fileNameFrom(words: string, ending: string): string {
  const allowed = Array.from(words, (character) => (NOT_ALLOWED.has(character) || character < ' ' ? ' ' : character)).join('');
  const name = allowed.replace(/\s+/g, ' ').replace(/^[ .]+|(?<![ .])[ .]+$/g, '');
  return `${name === '' ? 'Document' : name}.${ending}`;
}
