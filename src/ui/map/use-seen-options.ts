import { useCallback, useEffect, useRef } from 'react';

/** An option is seen when it was in view from where it begins to where it ends, though not always at once. */
export type OptionEdge = 'begin' | 'end';

/** Which indicators offered for a row have been in view since the row is looked at. */
export interface SeenOptions {
  /** For the element at which an option begins, and the one at which its text ends. */
  readonly watch: (id: string, edge: OptionEdge, element: HTMLElement) => () => void;
  readonly isSeen: (id: string) => boolean;
  /** Brings the first of these that was not in view into it. @returns whether there was one. */
  readonly bringIntoView: (ids: readonly string[]) => boolean;
}

interface Edge {
  readonly id: string;
  readonly edge: OptionEdge;
}

const EDGES: readonly OptionEdge[] = ['begin', 'end'];
const nameOf = ({ id, edge }: Edge): string => `${edge} ${id}`;

/** What is in view lies between the title and the foot of the pane, which stay in place over what is scrolled; as a margin in CSS. */
function marginOfView(): string {
  const heightOf = (element: string): string => `${String(-(document.querySelector<HTMLElement>(element)?.offsetHeight ?? 0))}px`;
  return `${heightOf('header')} 0px ${heightOf('footer')} 0px`;
}

/**
 * What was never in view is neither confirmed nor turned down, so it is noted what was. Where the pane cannot tell, as in a host without
 * IntersectionObserver, what is drawn counts as seen.
 * @param of the row that is looked at; with another one, nothing is seen yet.
 */
export function useSeenOptions(of: string): SeenOptions {
  const seen = useRef(new Set<string>());
  const elements = useRef(new Map<HTMLElement, Edge>());
  const observer = useRef<IntersectionObserver | null>(null);

  useEffect(() => {
    const [drawn, seenNow] = [elements.current, new Set<string>()];
    seen.current = seenNow;
    if (typeof IntersectionObserver !== 'function') {
      for (const edge of drawn.values()) seenNow.add(nameOf(edge));
      return;
    }
    const note = (entries: readonly IntersectionObserverEntry[]): void => {
      for (const { isIntersecting, target } of entries) {
        const edge = drawn.get(target as HTMLElement);
        if (isIntersecting && edge !== undefined) seenNow.add(nameOf(edge));
      }
    };
    const watching = new IntersectionObserver(note, { threshold: 1, rootMargin: marginOfView() });
    observer.current = watching;
    for (const element of drawn.keys()) watching.observe(element);
    return () => {
      watching.disconnect();
      observer.current = null;
    };
  }, [of]);

  const watch = useCallback((id: string, edge: OptionEdge, element: HTMLElement): (() => void) => {
    elements.current.set(element, { id, edge });
    if (typeof IntersectionObserver === 'function') observer.current?.observe(element);
    else seen.current.add(nameOf({ id, edge }));
    return () => {
      observer.current?.unobserve(element);
      elements.current.delete(element);
    };
  }, []);
  const isSeen = useCallback((id: string): boolean => EDGES.every((edge) => seen.current.has(nameOf({ id, edge }))), []);
  const bringIntoView = useCallback((ids: readonly string[]): boolean => {
    const [first] = [...elements.current].filter(([, edge]) => ids.includes(edge.id) && !seen.current.has(nameOf(edge)));
    // The whole of an option is below where it begins; its end is looked for alone when the beginning was seen.
    first?.[0].scrollIntoView({ block: first[1].edge === 'begin' ? 'start' : 'center' });
    return first !== undefined;
  }, []);
  return { watch, isSeen, bringIntoView };
}
