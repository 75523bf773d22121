/** Words on one line, cut where they are long. */
export function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
