import { useCallback, useEffect, useRef } from 'react';

/** Which indicators offered for a row have been in view since the row is looked at. */
export interface SeenOptions {
  /** For the element that begins an option. */
  readonly watch: (id: string, element: HTMLElement) => () => void;
  readonly isSeen: (id: string) => boolean;
  /** Brings the first of these that was not in view into it. @returns whether there was one. */
  readonly bringIntoView: (ids: readonly string[]) => boolean;
}

/** What is in view lies above the foot of the pane, which stays in place over what is scrolled. */
const footHeight = (): number => document.querySelector('footer')?.offsetHeight ?? 0;

/**
 * What was never in view is neither confirmed nor turned down, so it is noted what was. Where the pane cannot tell, as in a host without
 * IntersectionObserver, what is drawn counts as seen.
 * @param of the row that is looked at; with another one, nothing is seen yet.
 */
export function useSeenOptions(of: string): SeenOptions {
  const seen = useRef(new Set<string>());
  const elements = useRef(new Map<HTMLElement, string>());
  const observer = useRef<IntersectionObserver | null>(null);

  useEffect(() => {
    const [drawn, seenNow] = [elements.current, new Set<string>()];
    seen.current = seenNow;
    if (typeof IntersectionObserver !== 'function') {
      for (const id of drawn.values()) seenNow.add(id);
      return;
    }
    const note = (entries: readonly IntersectionObserverEntry[]): void => {
      for (const { isIntersecting, target } of entries) {
        const id = drawn.get(target as HTMLElement);
        if (isIntersecting && id !== undefined) seenNow.add(id);
      }
    };
    const watching = new IntersectionObserver(note, { threshold: 1, rootMargin: `0px 0px ${String(-footHeight())}px 0px` });
    observer.current = watching;
    for (const element of drawn.keys()) watching.observe(element);
    return () => {
      watching.disconnect();
      observer.current = null;
    };
  }, [of]);

  const watch = useCallback((id: string, element: HTMLElement): (() => void) => {
    elements.current.set(element, id);
    if (typeof IntersectionObserver === 'function') observer.current?.observe(element);
    else seen.current.add(id);
    return () => {
      observer.current?.unobserve(element);
      elements.current.delete(element);
    };
  }, []);
  const isSeen = useCallback((id: string): boolean => seen.current.has(id), []);
  const bringIntoView = useCallback((ids: readonly string[]): boolean => {
    const first = [...elements.current].find(([, id]) => ids.includes(id) && !seen.current.has(id));
    first?.[0].scrollIntoView({ block: 'start' });
    return first !== undefined;
  }, []);
  return { watch, isSeen, bringIntoView };
}
