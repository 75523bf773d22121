/** The views that work; a ribbon button opens one of them by `taskpane.html?view=check`. */
const PANE_VIEWS = ['home', 'check', 'map', 'costs', 'collate', 'findings', 'documents', 'template'] as const;
export type PaneView = (typeof PANE_VIEWS)[number];

/** The view an address asks for, by its query ("?view=check"); anything else is Home. */
export function viewFromAddress(search: string): PaneView {
  const asked = new URLSearchParams(search).get('view');
  return PANE_VIEWS.find((view) => view === asked) ?? 'home';
}
