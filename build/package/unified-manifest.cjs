const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { convert } = require('office-addin-manifest-converter');

/** At most 80 characters, which is less than the description of the XML manifest. */
const SHORT_DESCRIPTION = 'Checks directorates’ tables of priorities and collates them into one plan.';

/** The first version of Microsoft's schema that has all that the converter writes: eight sizes of an icon, and the message after installing. */
const SCHEMA = '1.28';

/**
 * The unified manifest (JSON) from the XML manifest, by Microsoft's own converter. What the XML has no place for is added: a short
 * description, the page on data, and the two icons of the app's package.
 *
 * @param xml the manifest with its addresses and version.
 */
async function unifiedManifest(xml) {
  const folder = mkdtempSync(path.join(tmpdir(), 'unified-manifest-'));
  try {
    const source = path.join(folder, 'manifest.xml');
    writeFileSync(source, xml);
    await convert(source, folder);
    const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
    const help = manifest.developer.websiteUrl;
    return {
      ...manifest,
      $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
      manifestVersion: SCHEMA,
      description: { ...manifest.description, short: SHORT_DESCRIPTION },
      developer: { ...manifest.developer, privacyUrl: `${help}#your-data`, termsOfUseUrl: help },
      icons: { color: 'color-192.png', outline: 'outline-32.png' },
      validDomains: manifest.validDomains.map((address) => new URL(address).host),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

module.exports = { unifiedManifest };
