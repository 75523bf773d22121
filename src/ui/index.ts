export { type PaneProps } from './pane';
export type { PaneServices } from './pane-services';
export type { PaneTheme } from './pane-theme';
export { type PaneView } from './shared/pane-view';
export { type PaneHost, showPane } from './show-pane';
