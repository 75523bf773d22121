import { useSyncExternalStore } from 'react';

/** As on a small screen, where Excel leaves the pane about 380 pixels. */
const LOW = '(max-height: 500px)';

// Some hosts and test pages have no matchMedia.
const query = (): MediaQueryList | null => (typeof window.matchMedia === 'function' ? window.matchMedia(LOW) : null);

function onResize(listener: () => void): () => void {
  const low = query();
  low?.addEventListener('change', listener);
  return () => low?.removeEventListener('change', listener);
}

/** Whether the pane is so low that a view must do with less. */
export const useLowPane = (): boolean => useSyncExternalStore(onResize, () => query()?.matches === true);
