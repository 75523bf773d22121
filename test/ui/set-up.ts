import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A build machine may be slow and shared: waiting longer costs nothing where the answer comes at once.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);

// jsdom has no layout, so nothing scrolls; the browser tests look at what is in view.
Element.prototype.scrollIntoView = () => undefined;
