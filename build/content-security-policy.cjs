/**
 * The content-security-policy of every page, in one place: the build puts it into the pages as a meta tag, and
 * `npm run generated` writes it into docs/content-security-policy.md as the text of a header.
 */

/** SHA-256 of an empty style element: Fluent makes one and puts its rules in through the CSSOM, which the policy does not restrict. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** All that every page does: scripts, styles, pictures and workers from its own origin; nothing goes out, and nothing is evaluated. */
const PAGE = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", EMPTY_STYLE],
  'img-src': ["'self'"],
  'connect-src': ["'none'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** What Office.js itself needs in Excel, as its scripts of Microsoft's package 1.1.110 have it. */
const OFFICE = {
  // office.js and what it loads beside itself; the one script that it waits for where the script for Excel does not bring the same.
  'script-src': ['https://appsforoffice.microsoft.com/lib/', 'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js'],
  // Where Office sends its own diagnostic data. The pane sends nothing.
  'connect-src': ['https://*.pipe.aria.microsoft.com'],
  // The page that Office.js opens out of sight in Excel on the web, to ask whether the user trusts the site that shows the workbook.
  'frame-src': ['https://appsforoffice.microsoft.com/lib/'],
};

/** The page of the preview around the grid and the pane's frame. */
const PREVIEW = {
  // The charts of the workbook, drawn as SVG.
  'img-src': ['data:'],
  // The sample workbooks.
  'connect-src': ["'self'"],
  'frame-src': ["'self'"],
};

/** What webpack's development server needs, which tells the page to reload. */
const DEVELOPMENT_SERVER = { 'connect-src': ["'self'", 'ws://localhost:*', 'wss://localhost:*'] };

const ADDITIONS = { 'taskpane.html': [OFFICE], 'preview.html': [PREVIEW], 'preview-pane.html': [] };

/** `sources` beside those of `directives`; 'none' goes when there is another. */
function joined(directives, sources) {
  const names = [...new Set([...Object.keys(directives), ...Object.keys(sources)])];
  const both = (name) => [...new Set([...(directives[name] ?? []), ...(sources[name] ?? [])])];
  const kept = (all) => (all.length > 1 ? all.filter((source) => source !== "'none'") : all);
  return Object.fromEntries(names.map((name) => [name, kept(both(name))]));
}

/**
 * @param page name of the page's source file, "taskpane.html".
 * @param serving true for webpack's development server.
 * @returns the policy as one line, for a meta tag or a header.
 */
function policyOf(page, serving = false) {
  const additions = ADDITIONS[page];
  if (additions === undefined)
    throw new Error(`No content-security-policy is known for the page ${page}: add it to build/content-security-policy.cjs.`);
  const directives = [...additions, ...(serving ? [DEVELOPMENT_SERVER] : [])].reduce(joined, PAGE);
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

module.exports = { policyOf };
