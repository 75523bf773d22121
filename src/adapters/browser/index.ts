export { createBrowserStore } from './browser-store';
