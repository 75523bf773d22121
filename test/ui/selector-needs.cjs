/** For each selector seen, the tag and classes that an element needs, one entry an alternative; null where that cannot be told. */
const known = new Map();

/**
 * Whether an element may match a selector, by its tag and classes alone: false only where it cannot.
 *
 * @param selector the text before a rule's braces.
 * @param tag the element's local name in small letters.
 * @param classes a set of the element's class names in small letters.
 */
module.exports = function mayMatch(selector, tag, classes) {
  let needs = known.get(selector);
  if (needs === undefined) {
    needs = readNeeds(selector);
    known.set(selector, needs);
  }
  if (needs === null) return true;
  return needs.some((one) => (one.tag === null || one.tag === tag) && one.classes.every((name) => classes.has(name)));
};

/** Only selectors of plain characters are read. Small letters throughout: a page in quirks mode knows no case, and trying once too often is no harm. */
function readNeeds(selector) {
  if (typeof selector !== 'string' || /["'\\]/.test(selector)) return null;
  // What stands in brackets is an attribute, or the argument of :not, :is and the like: no need of a tag or class, but part of its compound.
  const plain = selector.replace(/\[[^[\]]*\]|\([^()]*\)/g, '*').toLowerCase();
  if (!/^[\w\s.#:>+~,*-]+$/.test(plain)) return null;
  return plain.split(',').map((alternative) => {
    const last = alternative
      .trim()
      .split(/[\s>+~]+/)
      .at(-1);
    return { tag: /^[a-z][\w-]*/.exec(last)?.[0] ?? null, classes: [...last.matchAll(/\.([\w-]+)/g)].map(([, name]) => name) };
  });
}
