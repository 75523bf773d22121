interface Hyperlink {
  readonly target: string;
  readonly text: string;
}

/** The one formula this host works out: `=HYPERLINK("target","text")` with two plain texts; with one the text is the target. */
export function hyperlinkIn(formula: string): Hyperlink | null {
  const match = /^=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:,\s*"((?:[^"]|"")*)"\s*)?\)\s*$/i.exec(formula);
  if (match === null) return null;
  const plain = (text: string): string => text.replaceAll('""', '"');
  return { target: plain(match[1] ?? ''), text: plain(match[2] ?? match[1] ?? '') };
}
