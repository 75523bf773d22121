/** Office's theme in one word; "system" where the host gives none, as Excel on the web may not. */
export function officeThemeName(
  office: typeof Office | undefined = typeof Office === 'undefined' ? undefined : Office,
): 'light' | 'dark' | 'system' {
  // The type says that it is always present; some hosts leave it out.
  const theme = office?.context.officeTheme;
  if (theme === undefined) return 'system';
  if (typeof theme.isDarkTheme === 'boolean') return theme.isDarkTheme ? 'dark' : 'light';
  return luminance(theme.bodyBackgroundColor) < 0.5 ? 'dark' : 'light';
}

/** 0 black to 1 white, of "#RRGGBB"; white for anything else. */
function luminance(colour: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (match === null) return 1;
  const [red = 255, green = 255, blue = 255] = match.slice(1).map((part) => parseInt(part, 16));
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
