import { useEffect, type RefObject } from 'react';

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';

const canTakeFocus = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.tabIndex >= 0 && !element.matches(':disabled') && element.closest('[hidden], [inert]') === null;

/** The control that has focus, with what is around it, to be found when it has gone. */
interface Focused {
  readonly element: Element;
  /** What it says: the same control is known by it when it was made anew. */
  readonly words: string;
  /** The elements around it, the nearest first. */
  readonly around: readonly Element[];
  /** The controls of the pane above it, the nearest first. */
  readonly above: readonly Element[];
}

const controlsIn = (element: Element): HTMLElement[] => [...element.querySelectorAll(FOCUSABLE)].filter(canTakeFocus);
const wordsOn = (element: Element): string => `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`;

function focusedIn(pane: Element, element: Element): Focused {
  const around: Element[] = [];
  for (let one = element.parentElement; one !== null && pane.contains(one); one = one.parentElement) around.push(one);
  const controls = controlsIn(pane);
  const at = controls.findIndex((control) => control === element);
  return { element, words: wordsOn(element), around, above: controls.slice(0, Math.max(at, 0)).reverse() };
}

/** In the nearest element around it that is left: the same control made anew, or what stands below those above it, or the last; else the title. */
function heirOf({ words, around, above }: Focused, pane: Element): HTMLElement | null {
  for (const one of around) {
    const controls = pane.contains(one) ? controlsIn(one) : [];
    const last = above.find((control) => controls.some((other) => other === control));
    const at = controls.findIndex((control) => control === last);
    const heir = controls.find((control) => wordsOn(control) === words) ?? controls[at + 1] ?? controls[at];
    if (heir !== undefined) return heir;
  }
  return pane.querySelector('h1');
}

/**
 * When the control that has focus goes away or can no longer be used, focus goes to what stands in its place: otherwise it would be on nothing,
 * and the keyboard would start again at the top. A view that gives focus to something itself is left to do so.
 */
export function useFocusKept(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    let last: Focused | null = null;
    const onFocus = (event: FocusEvent): void => {
      last = event.target instanceof Element ? focusedIn(element, event.target) : null;
    };
    // Focus that went to the sheet is not called back.
    const onLeave = (): void => {
      last = null;
    };
    const onChange = (): void => {
      const before = last;
      if (before === null) return;
      const isLost = !element.contains(before.element) || before.element.matches(':disabled');
      const { activeElement, body } = element.ownerDocument;
      const isElsewhere = activeElement !== null && activeElement !== body && activeElement !== before.element;
      if (!isLost) return;
      last = null;
      if (!isElsewhere) heirOf(before, element)?.focus();
    };
    const observer = new MutationObserver(onChange);
    element.addEventListener('focusin', onFocus);
    window.addEventListener('blur', onLeave);
    observer.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    return () => {
      element.removeEventListener('focusin', onFocus);
      window.removeEventListener('blur', onLeave);
      observer.disconnect();
    };
  }, [pane]);
}
