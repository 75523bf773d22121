const titleOf = ({ name, version, licence, inside }) =>
  `${name}${version === null ? '' : ` ${version}`} (${licence})${inside === null ? '' : `, inside ${inside}`}`;

/** The licence notices of all libraries as one text: each text once, under the names of those that have it. */
function noticesOf(libraries, ownLicence) {
  const byText = new Map();
  for (const library of libraries) byText.set(library.text, [...(byText.get(library.text) ?? []), library]);
  const parts = [...byText].map(([text, those]) => `${those.map(titleOf).join('\n')}\n\n${text}`);
  const rule = `\n${'-'.repeat(80)}\n\n`;
  const head =
    'Delivery Plan Collator\n\n' + ownLicence.trim() + '\n' + rule + 'It contains these libraries, each under its own licence:\n\n';
  return head + libraries.map((library) => `- ${titleOf(library)}\n`).join('') + rule + parts.join(rule);
}

module.exports = { noticesOf };
