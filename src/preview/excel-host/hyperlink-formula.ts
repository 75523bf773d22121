/** The one formula this host works out: `=HYPERLINK("target","text")` with two plain texts shows the text, with one the target. */
export function hyperlinkText(formula: string): string | null {
  const match = /^=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:,\s*"((?:[^"]|"")*)"\s*)?\)\s*$/i.exec(formula);
  if (match === null) return null;
  return (match[2] ?? match[1] ?? '').replaceAll('""', '"');
}
