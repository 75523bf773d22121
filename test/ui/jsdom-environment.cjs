const { TestEnvironment } = require('jest-environment-jsdom');
const mayMatch = require('./selector-needs.cjs');

/*
 * jsdom as jest starts it, with the same answers from getComputedStyle at a fraction of the cost. Testing Library and axe ask for the
 * style of almost every element; jsdom then tries every rule of every style sheet on the element, and works out inherited colours
 * anew for each of its ancestors. Fluent UI inserts a rule for each property, well over a thousand. It was half the time of the tests
 * of the pane. Two things are added, and jsdom-environment.test.tsx tries both:
 *   - a rule whose selector names a tag or class that the element has not got is not tried;
 *   - a style is kept until jsdom throws away the declarations that it was made of, which it does at any change of the document.
 */
const jsdom = (path) => require(require.resolve(`jsdom/lib/jsdom/living/${path}`, { paths: [require.resolve('jest-environment-jsdom')] }));
const { implForWrapper } = jsdom('generated/utils');

// Before jsdom itself is loaded, which happens with the first environment: it then takes the function out of this module.
const selectors = jsdom('helpers/selectors');
const tryRule = selectors.matchesDontThrow;
let asked = { element: null, version: -1, tag: '', classes: new Set() };
selectors.matchesDontThrow = (element, selector) => {
  // One element is asked about for many rules in a row.
  if (element !== asked.element || element._version !== asked.version) {
    const classes = new Set((element.getAttributeNS(null, 'class') ?? '').toLowerCase().split(/\s+/));
    asked = { element, version: element._version, tag: element.localName.toLowerCase(), classes };
  }
  return mayMatch(selector, asked.tag, asked.classes) && tryRule(element, selector);
};

module.exports = class PaneEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const window = this.global;
    const compute = window.getComputedStyle;
    /** By the document's cache of declarations, another object after each change; then by element. */
    const kept = new WeakMap();
    window.getComputedStyle = (element, pseudoElement) => {
      const document = implForWrapper(element)?._ownerDocument;
      if (document === undefined || (pseudoElement ?? '') !== '') return compute(element, pseudoElement);
      const known = kept.get(document._styleCache ?? kept)?.get(element);
      if (known !== undefined) return known;
      const style = compute(element);
      const declarations = document._styleCache;
      if (!kept.has(declarations)) kept.set(declarations, new WeakMap());
      kept.get(declarations).set(element, style);
      return style;
    };
  }
};
