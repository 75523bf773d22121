/** Package URLs write the @ of a scope as %40. */
const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}${version === null ? '' : `@${version}`}`;

const licencesOf = (licence) => (/^[\w.+-]+$/.test(licence) ? [{ license: { id: licence } }] : [{ expression: licence }]);

function component(library, libraries) {
  const inside = library.inside === null ? libraries.filter((other) => other.inside === library.name) : [];
  return {
    type: 'library',
    'bom-ref': `${library.inside === null ? '' : `${library.inside}/`}${purlOf(library)}`,
    name: library.name,
    ...(library.version === null ? {} : { version: library.version }),
    licenses: licencesOf(library.licence),
    purl: purlOf(library),
    ...(inside.length === 0 ? {} : { components: inside.map((other) => component(other, libraries)) }),
  };
}

/**
 * The software bill of materials of the pane in CycloneDX 1.6: the libraries that are in its files, and below each those that it carries
 * inside it. Neither a time nor a serial number is in it, so that the same source gives the same bytes.
 */
function billOfMaterials({ name, version, license }, libraries) {
  const pane = { type: 'application', 'bom-ref': 'pane', name, version, licenses: licencesOf(license) };
  const direct = libraries.filter(({ inside }) => inside === null);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: pane },
    components: direct.map((library) => component(library, libraries)),
  };
}

module.exports = { billOfMaterials };
