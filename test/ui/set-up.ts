import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A build machine may be slow and shared: waiting longer costs nothing where the answer comes at once.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);

// jsdom has no layout, so nothing scrolls; the browser tests look at what is in view.
Element.prototype.scrollIntoView = () => undefined;

// Without a layout no element has an `offsetParent` and the page has no size, which Fluent takes for "not displayed": a dialog found nothing in
// it to focus, focused its own surface instead and on a slow machine stayed hidden (`aria-hidden`). In a browser it focuses what is in it.
Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
  configurable: true,
  get(this: HTMLElement) {
    return this.parentElement;
  },
});
document.body.getBoundingClientRect = () => new DOMRect(0, 0, 350, 729);
