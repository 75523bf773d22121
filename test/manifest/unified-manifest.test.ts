import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { addressedManifest, hostingAddress } from '../../build/addressed-manifest.cjs';
import { type UnifiedManifest, unifiedManifest } from '../../build/package/unified-manifest.cjs';

const BASE = 'https://plan.example.gov.uk/pane';
const XML = addressedManifest(readFileSync('manifest.xml', 'utf8'), BASE);
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Microsoft's schema, as its package @microsoft/app-manifest ships it. It is of draft 4, whose identifier alone is another word. */
function schemaOf(manifestVersion: string): object {
  const path = `node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`;
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema' && name !== 'id'));
}

/** Where the manifest breaks the schema of the version that it names. */
function problems(manifest: UnifiedManifest): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schemaOf(manifest.manifestVersion));
  return validate(manifest) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${String(message)}`);
}

describe('the unified manifest', () => {
  let manifest: UnifiedManifest;
  beforeAll(async () => {
    manifest = await unifiedManifest(XML);
  });

  it('breaks nothing in Microsoft’s schema', () => {
    expect(problems(manifest)).toEqual([]);
  });

  it.each<readonly [string, Partial<Record<string, unknown>>, RegExp]>([
    ['a short description that is too long', { description: { short: 'x'.repeat(81), full: 'x' } }, /short must NOT have more than 80/],
    ['no version', { version: undefined }, /required property 'version'/],
    ['one icon alone', { icons: { color: 'a.png' } }, /required property 'outline'/],
    ['a part that is not known', { extensions: [{ ribbon: [] }] }, /additional properties|ribbon/],
  ])('with %s would be refused', (_what, change, words) => {
    expect(problems({ ...manifest, ...change }).join('\n')).toMatch(words);
  });

  it('says what the XML manifest says: id, version, requirement set and the pages of the buttons', () => {
    expect(XML).toContain(`<Id>${manifest.id}</Id>`);
    expect([manifest.version, XML.includes(`<Version>${version}.0</Version>`)]).toEqual([version, true]);
    const [extension] = manifest.extensions;
    expect(extension?.requirements.capabilities).toEqual([{ name: 'ExcelApi', minVersion: '1.13' }]);
    expect(extension?.runtimes.map(({ code }) => code.page)).toEqual(
      ['check', 'collate', 'home'].map((view) => `${BASE}/taskpane.html?view=${view}`),
    );
  });

  it('has every address below the one of the pane', () => {
    const addresses = JSON.stringify({ ...manifest, $schema: '' }).match(/https?:[^"]*/g) ?? [];
    expect(addresses.length).toBeGreaterThan(30);
    expect(addresses.filter((address) => !address.startsWith(`${BASE}/`))).toEqual([]);
  });

  it.each([
    ['color', 192],
    ['outline', 32],
  ] as const)('has its %s icon of %i px', (icon, pixels) => {
    const bytes = readFileSync(`assets/icons/unified/${manifest.icons[icon]}`);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([pixels, pixels]);
  });
});

it('the manifest of the source has the version of package.json', () => {
  expect(readFileSync('manifest.xml', 'utf8')).toContain(`<Version>${version}.0</Version>`);
});

describe('the address of the pane', () => {
  it.each([
    ['https://plan.example.gov.uk', 'https://plan.example.gov.uk'],
    ['https://plan.example.gov.uk/a/b//', 'https://plan.example.gov.uk/a/b'],
  ])('%s is taken', (typed, taken) => expect(hostingAddress(typed)).toBe(taken));

  it.each([
    'http://plan.example.gov.uk',
    'plan.example.gov.uk',
    '',
    'https://a.b/?x=1',
    'https://a.b/#x',
    'https://me:word@a.b',
    'https://a.b/"><',
  ])('"%s" is refused', (typed) => expect(() => hostingAddress(typed)).toThrow(/must be one of https/));
});
