const { version } = require('../package.json');

/** What every address in manifest.xml begins with. */
const DEVELOPMENT_URL = 'https://localhost:3000';

/**
 * @param xml the text of manifest.xml.
 * @param base address of the pane's folder, without a slash at the end.
 * @returns the manifest for a pane that is served from there, with the version of package.json, of which Office wants four numbers.
 */
function addressedManifest(xml, base) {
  return xml.replaceAll(DEVELOPMENT_URL, base).replace(/<Version>.*?<\/Version>/, `<Version>${version}.0</Version>`);
}

/**
 * @throws where the address is none that Office takes: not https, or with a query, a fragment or a name and password.
 * @returns the address without a slash at the end.
 */
function hostingAddress(text) {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (
    address?.protocol !== 'https:' ||
    `${address.search}${address.hash}${address.username}${address.password}` !== '' ||
    /[<>"'&\s]/.test(text)
  )
    throw new Error(`The address of the pane must be one of https, such as https://plan.example.gov.uk/pane, not "${text}".`);
  return address.href.replace(/\/+$/, '');
}

module.exports = { addressedManifest, DEVELOPMENT_URL, hostingAddress };
