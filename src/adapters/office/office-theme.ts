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

/** The parts of a page that tell when its theme may be another. */
export interface ThemePage {
  readonly window: Pick<Window, 'addEventListener' | 'matchMedia'>;
  readonly document: Pick<Document, 'addEventListener' | 'documentElement'>;
}

/**
 * Calls `look` when Office's theme may have changed. Excel has no event for that: `OfficeThemeChanged` is Outlook's alone (Mailbox
 * 1.14), but on Windows `officeTheme` is read from Excel each time, at most once in five seconds. A user changes it under File or in
 * the system's settings, away from the pane, so it is read again when they come back to it: when the pane is shown, takes focus, or the
 * pointer enters it; and when the system's own theme changes, which Office follows where it is set to.
 */
export function whenThemeMayChange(look: () => void, page: ThemePage = { window, document }): void {
  page.window.addEventListener('focus', look);
  page.document.addEventListener('visibilitychange', look);
  page.document.documentElement.addEventListener('pointerenter', look);
  page.window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look);
}

/** 0 black to 1 white, of "#RRGGBB"; white for anything else. */
function luminance(colour: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (match === null) return 1;
  const [red = 255, green = 255, blue = 255] = match.slice(1).map((part) => parseInt(part, 16));
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
