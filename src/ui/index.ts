export { type PaneProps } from './pane';
export type { PaneServices } from './shared/pane-services';
export type { PaneTheme } from './pane-theme';
export { type PaneView } from './shared/pane-view';
export { pauseWhenDue } from './pause-when-due';
export { type PaneHost, showPane } from './show-pane';
