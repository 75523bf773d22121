/** @jest-environment jsdom */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestProblems } from './manifest-problems';

const ROOT = join(__dirname, '../..');
const XML = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
const BASE = 'https://localhost:3000';

/** Width and height from the IHDR chunk, which a PNG begins with. */
function pngSize(path: string): { width: number; height: number } | null {
  const file = join(ROOT, path);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  return isPng && bytes.toString('latin1', 12, 16) === 'IHDR' ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}

const manifest = new DOMParser().parseFromString(XML, 'application/xml');
const texts = (selector: string): string[] => [...manifest.querySelectorAll(selector)].map((element) => element.textContent);
const attribute = (selector: string, name: string): (string | null)[] =>
  [...manifest.querySelectorAll(selector)].map((element) => element.getAttribute(name));
const resource = (id: string): string =>
  [...manifest.querySelectorAll('Resources [id]')].find((element) => element.getAttribute('id') === id)?.getAttribute('DefaultValue') ?? '';

test('the manifest breaks none of the documented rules', () => {
  expect(manifestProblems(XML, pngSize)).toEqual([]);
});

test('it is for Excel, from ExcelApi 1.13, in UK English, with the least permission that reads a workbook', () => {
  expect(attribute('OfficeApp > Hosts > Host', 'Name')).toEqual(['Workbook']);
  expect(attribute('Set', 'Name')).toEqual(['ExcelApi']);
  expect(attribute('Set', 'MinVersion')).toEqual(['1.13']);
  expect(texts('DefaultLocale')).toEqual(['en-GB']);
  expect(texts('Permissions')).toEqual(['ReadWriteDocument']);
});

test('the Home tab has one group with Check, Collate and Open, each opening its own view of the one pane', () => {
  expect(attribute('OfficeTab', 'id')).toEqual(['TabHome']);
  const buttons = [...manifest.querySelectorAll('Control')].map((control) => [
    resource(control.querySelector(':scope > Label')?.getAttribute('resid') ?? ''),
    resource(control.querySelector('Action > SourceLocation')?.getAttribute('resid') ?? ''),
  ]);
  expect(buttons).toEqual([
    ['Check', `${BASE}/taskpane.html?view=check`],
    ['Collate', `${BASE}/taskpane.html?view=collate`],
    ['Open', `${BASE}/taskpane.html?view=home`],
  ]);
  expect(new Set(texts('TaskpaneId')).size).toBe(1);
});

test('every address is under the one the build replaces', () => {
  const other = XML.replaceAll(BASE, 'https://plan.example.org/collator');
  expect(other).not.toContain('localhost');
  const mapped = manifestProblems(other, (path) => pngSize(path.replace('/collator', '')));
  expect(mapped).toEqual([]);
});

test.each([16, 20, 24, 32, 40, 48, 64, 80, 96])('the icon is there at %i px', (size) => {
  expect(pngSize(`assets/icons/icon-${String(size)}.png`)).toEqual({ width: size, height: size });
});

/** What is changed, the text before and after, and the problem it must be seen as. */
const MUTATIONS: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
  ['broken XML', '</OfficeApp>', '', /not well-formed/],
  ['another root', /OfficeApp/g, 'OfficeAddIn', /root is not OfficeApp/],
  ['a content add-in', 'xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"', /OfficeApp xsi:type "ContentApp"/],
  ['the wrong base namespace', 'appforoffice/1.1', 'appforoffice/1.0', /OfficeApp is in the wrong namespace/],
  [
    'the wrong overrides namespace',
    'office/taskpaneappversionoverrides',
    'office/mailappversionoverrides',
    /VersionOverrides is in the wrong namespace/,
  ],
  ['the wrong types namespace', 'officeappbasictypes/1.0', 'officeappbasictypes/2.0', /bt:Image is in the wrong namespace/],
  ['overrides of a version Excel has not', 'VersionOverridesV1_0', 'VersionOverridesV1_1', /VersionOverrides xsi:type/],
  ['no id', /<Id>.*<\/Id>/, '', /OfficeApp has 0 Id/],
  ['an id that is no GUID', /<Id>.*<\/Id>/, '<Id>delivery-plan</Id>', /Id "delivery-plan" is not guid/],
  ['a version in words', /<Version>.*<\/Version>/, '<Version>one</Version>', /Version "one" is not version/],
  ['a version of five parts', /<Version>.*<\/Version>/, '<Version>1.0.0.0.0</Version>', /Version "1.0.0.0.0" is not version/],
  ['a version below 1', /<Version>.*<\/Version>/, '<Version>0.9.0.0</Version>', /Version "0.9.0.0" is not version/],
  ['no provider', /<ProviderName>.*<\/ProviderName>/, '', /OfficeApp has 0 ProviderName/],
  ['a locale without its country', 'en-GB', 'en', /DefaultLocale "en" is not locale/],
  ['a name too long', /(<DisplayName DefaultValue=")[^"]*/, `$1${'x'.repeat(126)}`, /DisplayName DefaultValue .* is not short/],
  ['a description too long', /(<Description DefaultValue=")[^"]*/, `$1${'x'.repeat(251)}`, /Description DefaultValue .* is not long/],
  ['an empty name', /(<DisplayName DefaultValue=")[^"]*/, '$1', /DisplayName DefaultValue "" is not short/],
  ['no icon', /<IconUrl [^>]*>/, '', /OfficeApp has 0 IconUrl/],
  ['no sharp icon', /<HighResolutionIconUrl [^>]*>/, '', /OfficeApp has 0 HighResolutionIconUrl/],
  ['no support page', /<SupportUrl [^>]*>/, '', /OfficeApp has 0 SupportUrl/],
  [
    'the store icon in the wrong size',
    'assets/icons/icon-32.png"/>\n  <High',
    'assets/icons/icon-48.png"/>\n  <High',
    /icon-48.png is 48 x 48, not 32 x 32/,
  ],
  ['the sharp icon in the wrong size', /(<HighResolutionIconUrl .*)icon-64/, '$1icon-32', /icon-32.png is 32 x 32, not 64 x 64/],
  ['no hosts', /<Hosts>\s*<Host Name="Workbook"\/>\s*<\/Hosts>/, '', /OfficeApp has 0 Hosts/],
  ['a host that is not one', '<Host Name="Workbook"/>', '<Host Name="Excel"/>', /Host Name "Excel"/],
  ['buttons for a host it has not', '<Host Name="Workbook"/>', '<Host Name="Document"/>', /host Workbook, which Hosts has not/],
  ['a host twice', '<Host Name="Workbook"/>', '<Host Name="Workbook"/><Host Name="Workbook"/>', /host "Workbook" is given twice/],
  ['a set version that is a word', 'MinVersion="1.13"', 'MinVersion="latest"', /Set MinVersion "latest"/],
  ['a set without a name', 'Name="ExcelApi" ', '', /Set needs Name/],
  ['a permission that is not one', 'ReadWriteDocument', 'ReadWriteAll', /Permissions "ReadWriteAll"/],
  [
    'elements out of order',
    /(<ProviderName>.*<\/ProviderName>)(\s*)(<DefaultLocale>.*<\/DefaultLocale>)/,
    '$3$2$1',
    /ProviderName is out of order in OfficeApp/,
  ],
  [
    'requirements before hosts',
    /(<Hosts>\s*<Host Name[\s\S]*?<\/Hosts>)\s*(<Requirements>[\s\S]*?<\/Requirements>)/,
    '$2$1',
    /Hosts is out of order in OfficeApp/,
  ],
  ['an unknown element', '<DefaultSettings>', '<Colour>red</Colour><DefaultSettings>', /Colour does not belong in OfficeApp/],
  ['an unknown attribute', '<OfficeTab id', '<OfficeTab colour="red" id', /OfficeTab has no attribute colour/],
  ['text where none belongs', '<DesktopFormFactor>', '<DesktopFormFactor>text', /DesktopFormFactor holds text/],
  ['an http address', `${BASE}/taskpane.html"`, 'http://localhost:3000/taskpane.html"', /SourceLocation DefaultValue .* is not url/],
  ['a relative address', `${BASE}/taskpane.html"`, '/taskpane.html"', /SourceLocation DefaultValue .* is not url/],
  ['an address too long', 'taskpane.html?view=check', `taskpane.html?view=${'x'.repeat(2048)}`, /bt:Url DefaultValue .* is not url/],
  ['an address elsewhere', `${BASE}/taskpane.html?view=check`, 'https://example.org/taskpane.html', /several origins/],
  ['a tab Excel has not', 'TabHome', 'TabPlan', /OfficeTab id "TabPlan"/],
  ['a second group', '</Group>', '</Group><Group id="Second"/>', /OfficeTab has 2 Group/],
  ['a group without an id', ' id="DeliveryPlan.Group"', '', /Group needs id/],
  ['two buttons of one id', 'DeliveryPlan.Collate', 'DeliveryPlan.Check', /control "DeliveryPlan.Check" is given twice/],
  ['a menu without items', /xsi:type="Button" id="DeliveryPlan.Open"/, 'xsi:type="Menu" id="DeliveryPlan.Open"', /Control xsi:type "Menu"/],
  ['a button without a supertip', /<Supertip>[\s\S]*?<\/Supertip>/, '', /Control has 0 Supertip/],
  ['the tip after the icon', /(<Supertip>[\s\S]*?<\/Supertip>)\s*(<Icon>[\s\S]*?<\/Icon>)/, '$2$1', /Supertip is out of order in Control/],
  [
    'the pane id after the address',
    /(<TaskpaneId>.*<\/TaskpaneId>)\s*(<SourceLocation [^>]*>)/,
    '$2$1',
    /TaskpaneId is out of order in Action/,
  ],
  ['a button that opens nothing', /<SourceLocation resid="Check.Url"\/>/, '', /Action has 0 SourceLocation/],
  ['a label that resolves to nothing', 'resid="Group.Label"', 'resid="Group.Lable"', /"Group.Lable", which is not in Resources/],
  [
    'a label that is a long string',
    '<Label resid="Check.Label"',
    '<Label resid="Check.Tip"',
    /Label refers to "Check.Tip" of bt:LongStrings/,
  ],
  [
    'a tip that is a short string',
    '<Description resid="Open.Tip"',
    '<Description resid="Open.Label"',
    /Description refers to "Open.Label" of bt:ShortStrings/,
  ],
  [
    'a resource nobody uses',
    '<bt:LongStrings>',
    '<bt:LongStrings><bt:String id="Spare.Tip" DefaultValue="Spare"/>',
    /resource "Spare.Tip" is not used/,
  ],
  ['a resource id too long', /Pane\.Title/g, 'P'.repeat(33), /is not resource id/],
  ['a resource id twice', '<bt:String id="Open.Label"', '<bt:String id="Check.Label"', /resource "Check.Label" is given twice/],
  ['a short string too long', /(id="Pane.Title" DefaultValue=")[^"]*/, `$1${'x'.repeat(126)}`, /bt:String DefaultValue .* is not short/],
  ['a long string too long', /(id="Check.Tip" DefaultValue=")[^"]*/, `$1${'x'.repeat(251)}`, /bt:String DefaultValue .* is not long/],
  ['an empty string', /(id="Check.Label" DefaultValue=")[^"]*/, '$1', /bt:String DefaultValue "" is not short/],
  [
    'strings before addresses',
    /(<bt:Urls>[\s\S]*<\/bt:Urls>)\s*(<bt:ShortStrings>[\s\S]*<\/bt:ShortStrings>)/,
    '$2$1',
    /bt:Urls is out of order in Resources/,
  ],
  ['an icon without 80 px', /<bt:Image size="80" resid="Check.Icon.80"\/>/, '', /an Icon lacks 80 px/],
  [
    'an icon of a size Office has not',
    '<bt:Image size="20" resid="Check.Icon.20"/>',
    '<bt:Image size="21" resid="Check.Icon.20"/>',
    /size "21" is not size/,
  ],
  [
    'an icon size twice',
    '<bt:Image size="20" resid="Check.Icon.20"/>',
    '<bt:Image size="16" resid="Check.Icon.20"/>',
    /icon size "16" is given twice/,
  ],
  ['an icon file of another size', 'icons/check-80.png', 'icons/check-64.png', /check-64.png is 64 x 64, not 80 x 80/],
  ['an icon file that is not there', 'icons/check-80.png', 'icons/check-81.png', /check-81.png is not a PNG/],
  ['an icon that is no PNG', 'icons/check-16.png', 'icons/source/check-16.svg', /check-16.svg is not a PNG/],
  ['no callout address', /<LearnMoreUrl [^>]*>/, '', /GetStarted has 0 LearnMoreUrl/],
];

test.each(MUTATIONS)('a manifest with %s is refused', (_name, before, after, problem) => {
  const mutated = XML.replace(before, after);
  expect(mutated).not.toBe(XML);
  const problems = manifestProblems(mutated, pngSize);
  expect(problems.join('\n')).toMatch(problem);
});
