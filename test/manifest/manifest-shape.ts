/**
 * The add-in only manifest of a task pane as Microsoft's schemas lay it down: which element may stand where, in
 * which order, how often, with which attributes. From OfficeAppManifestV1_1.xsd, TaskPaneAppVersionOverridesV1_0.xsd
 * and OfficeAppBasicTypesV1_0.xsd of office-js-docs-pr, and the pages under docs/manifest of office-js-docs-reference.
 * Only what an Excel task pane with buttons can use is listed; an element that is not listed is a problem.
 */
export type Kind = 'guid' | 'version' | 'set version' | 'locale' | 'short' | 'long' | 'url' | 'resource id' | 'size' | 'word';

/** Name of the child, how often at least and at most, and the shape it has (its own name when left out). */
export type Child = readonly [name: string, least: number, most: number, shape?: string];

export interface Shape {
  readonly namespace: keyof typeof NAMESPACES;
  readonly children?: readonly Child[];
  /** Attribute to what it must be; a "?" at the end of the name marks one that may be left out. */
  readonly attributes?: Readonly<Record<string, Kind | readonly string[]>>;
  /** For an element that holds text: what it must be. */
  readonly text?: Kind | readonly string[];
  /** For an element with a resid: the list in Resources it must point to. */
  readonly refersTo?: ResourceList;
}

export type ResourceList = 'bt:Images' | 'bt:Urls' | 'bt:ShortStrings' | 'bt:LongStrings';

export const NAMESPACES = {
  base: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  types: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  overrides: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
} as const;

const MANY = Number.POSITIVE_INFINITY;
const HOSTS = ['Workbook', 'Document', 'Presentation', 'Notebook', 'Project', 'Database', 'Mailbox'];
/** Tabs of Excel that a group may be put on, on the desktop and on the web. */
const EXCEL_TABS = [
  'TabHome',
  'TabInsert',
  'TabPageLayoutExcel',
  'TabFormulas',
  'TabData',
  'TabReview',
  'TabView',
  'TabDeveloper',
  'TabAddIns',
];

const value = (kind: Kind): Shape => ({
  namespace: 'base',
  attributes: { DefaultValue: kind },
  children: [['Override', 0, MANY, `Override of ${kind}`]],
});
const override = (namespace: 'base' | 'types', kind: Kind): Shape => ({ namespace, attributes: { Locale: 'locale', Value: kind } });
const resource = (kind: Kind): Shape => ({
  namespace: 'types',
  attributes: { id: 'resource id', DefaultValue: kind },
  children: [['bt:Override', 0, MANY, `bt:Override of ${kind}`]],
});
const refersTo = (list: ResourceList): Shape => ({ namespace: 'overrides', attributes: { resid: 'resource id' }, refersTo: list });
const list = (child: string, shape: string): Shape => ({ namespace: 'types', children: [[child, 1, MANY, shape]] });

export const SHAPES: Readonly<Record<string, Shape>> = {
  OfficeApp: {
    namespace: 'base',
    attributes: { 'xsi:type': ['TaskPaneApp'] },
    children: [
      ['Id', 1, 1],
      ['AlternateId', 0, 1],
      ['Version', 1, 1],
      ['ProviderName', 1, 1],
      ['DefaultLocale', 1, 1],
      ['DisplayName', 1, 1],
      ['Description', 1, 1],
      // Formally optional, but required of add-ins in the store.
      ['IconUrl', 1, 1],
      ['HighResolutionIconUrl', 1, 1],
      ['SupportUrl', 1, 1],
      ['AppDomains', 0, 1],
      ['Hosts', 1, 1],
      ['Requirements', 0, 1],
      ['DefaultSettings', 1, 1],
      ['Permissions', 1, 1],
      ['VersionOverrides', 0, 1],
    ],
  },
  Id: { namespace: 'base', text: 'guid' },
  AlternateId: { namespace: 'base', text: 'short' },
  Version: { namespace: 'base', text: 'version' },
  ProviderName: { namespace: 'base', text: 'short' },
  DefaultLocale: { namespace: 'base', text: 'locale' },
  DisplayName: value('short'),
  Description: value('long'),
  IconUrl: value('url'),
  HighResolutionIconUrl: value('url'),
  SupportUrl: value('url'),
  AppDomains: { namespace: 'base', children: [['AppDomain', 1, MANY]] },
  AppDomain: { namespace: 'base', text: 'url' },
  Hosts: { namespace: 'base', children: [['Host', 1, MANY]] },
  Host: { namespace: 'base', attributes: { Name: HOSTS } },
  Requirements: { namespace: 'base', children: [['Sets', 1, 1]] },
  Sets: { namespace: 'base', attributes: { 'DefaultMinVersion?': 'set version' }, children: [['Set', 1, MANY]] },
  Set: { namespace: 'base', attributes: { Name: 'word', 'MinVersion?': 'set version' } },
  DefaultSettings: { namespace: 'base', children: [['SourceLocation', 1, 1]] },
  SourceLocation: value('url'),
  Permissions: { namespace: 'base', text: ['Restricted', 'ReadDocument', 'ReadAllDocument', 'WriteDocument', 'ReadWriteDocument'] },
  'Override of short': override('base', 'short'),
  'Override of long': override('base', 'long'),
  'Override of url': override('base', 'url'),

  VersionOverrides: {
    namespace: 'overrides',
    attributes: { 'xsi:type': ['VersionOverridesV1_0'] },
    children: [
      ['Description', 0, 1, 'LongReference'],
      ['Requirements', 0, 1],
      ['Hosts', 1, 1, 'OverrideHosts'],
      ['Resources', 1, 1],
    ],
  },
  OverrideHosts: { namespace: 'overrides', children: [['Host', 1, MANY, 'OverrideHost']] },
  OverrideHost: {
    namespace: 'overrides',
    attributes: { 'xsi:type': ['Workbook', 'Document', 'Presentation', 'Notebook'] },
    children: [['DesktopFormFactor', 1, 1]],
  },
  DesktopFormFactor: {
    namespace: 'overrides',
    children: [
      ['GetStarted', 0, 1],
      ['FunctionFile', 0, 1, 'UrlReference'],
      ['ExtensionPoint', 1, MANY],
    ],
  },
  GetStarted: {
    namespace: 'overrides',
    children: [
      ['Title', 1, 1, 'ShortReference'],
      ['Description', 1, 1, 'LongReference'],
      ['LearnMoreUrl', 1, 1, 'UrlReference'],
    ],
  },
  ExtensionPoint: { namespace: 'overrides', attributes: { 'xsi:type': ['PrimaryCommandSurface'] }, children: [['OfficeTab', 1, MANY]] },
  // The built-in tabs take one group of an add-in.
  OfficeTab: { namespace: 'overrides', attributes: { id: EXCEL_TABS }, children: [['Group', 1, 1]] },
  Group: {
    namespace: 'overrides',
    attributes: { id: 'short' },
    children: [
      ['Label', 1, 1, 'ShortReference'],
      ['Icon', 1, 1],
      // At most six controls in a group on a built-in tab.
      ['Control', 1, 6],
    ],
  },
  Control: {
    namespace: 'overrides',
    attributes: { 'xsi:type': ['Button'], id: 'short' },
    children: [
      ['Label', 1, 1, 'ShortReference'],
      ['Supertip', 1, 1],
      ['Icon', 1, 1],
      ['Action', 1, 1],
    ],
  },
  Supertip: {
    namespace: 'overrides',
    children: [
      ['Title', 1, 1, 'ShortReference'],
      ['Description', 1, 1, 'LongReference'],
    ],
  },
  Icon: { namespace: 'overrides', children: [['bt:Image', 3, 8, 'ImageReference']] },
  Action: {
    namespace: 'overrides',
    attributes: { 'xsi:type': ['ShowTaskpane'] },
    children: [
      ['TaskpaneId', 0, 1],
      ['SourceLocation', 1, 1, 'UrlReference'],
      ['Title', 0, 1, 'ShortReference'],
    ],
  },
  TaskpaneId: { namespace: 'overrides', text: 'short' },
  ShortReference: refersTo('bt:ShortStrings'),
  LongReference: refersTo('bt:LongStrings'),
  UrlReference: refersTo('bt:Urls'),
  ImageReference: { namespace: 'types', attributes: { size: 'size', resid: 'resource id' }, refersTo: 'bt:Images' },

  Resources: {
    namespace: 'overrides',
    children: [
      ['bt:Images', 0, 1],
      ['bt:Urls', 0, 1],
      ['bt:ShortStrings', 0, 1],
      ['bt:LongStrings', 0, 1],
    ],
  },
  'bt:Images': list('bt:Image', 'bt:Url'),
  'bt:Urls': list('bt:Url', 'bt:Url'),
  'bt:ShortStrings': list('bt:String', 'ShortString'),
  'bt:LongStrings': list('bt:String', 'LongString'),
  'bt:Url': resource('url'),
  ShortString: resource('short'),
  LongString: resource('long'),
  'bt:Override of url': override('types', 'url'),
  'bt:Override of short': override('types', 'short'),
  'bt:Override of long': override('types', 'long'),
};
