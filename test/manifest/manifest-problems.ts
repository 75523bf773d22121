import { NAMESPACES, SHAPES, type Child, type Kind, type ResourceList, type Shape } from './manifest-shape';

/** What the rules need to know of an image file: its pixels, or null when there is no such PNG. */
export type ImageSize = (path: string) => { readonly width: number; readonly height: number } | null;

const REQUIRED_SIZES = ['16', '32', '80'];
const SUPPORTED_SIZES = ['16', '20', '24', '32', '40', '48', '64', '80'];
const LISTS: readonly ResourceList[] = ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'];

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:' && text.length <= 2048;
}

const KINDS: Readonly<Record<Kind, (text: string) => boolean>> = {
  guid: (text) => /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text),
  version: (text) => /^\d{1,5}(\.\d{1,5}){1,3}$/.test(text) && Number(text.split('.')[0]) >= 1,
  'set version': (text) => /^\d{1,5}\.\d{1,5}$/.test(text),
  locale: (text) => /^[a-z]{2,3}-[A-Z]{2}$/.test(text),
  short: (text) => text.length >= 1 && text.length <= 125,
  long: (text) => text.length >= 1 && text.length <= 250,
  url: isHttps,
  'resource id': (text) => text.length >= 1 && text.length <= 32,
  size: (text) => SUPPORTED_SIZES.includes(text),
  word: (text) => /^[A-Za-z]+$/.test(text),
};

const fits = (text: string, rule: Kind | readonly string[]): boolean =>
  typeof rule === 'string' ? KINDS[rule](text) : rule.includes(text);
const ruleName = (rule: Kind | readonly string[]): string => (typeof rule === 'string' ? rule : rule.join(' or '));

function attributeProblems(element: Element, shape: Shape): string[] {
  const rules = new Map(
    Object.entries(shape.attributes ?? {}).map(([name, rule]) => [name.replace('?', ''), { rule, optional: name.endsWith('?') }]),
  );
  const given = [...element.attributes].filter((attribute) => !/^xmlns(:|$)/.test(attribute.name));
  const strange = given
    .filter((attribute) => !rules.has(attribute.name))
    .map((attribute) => `${element.tagName} has no attribute ${attribute.name}`);
  const wrong = [...rules].flatMap(([name, { rule, optional }]) => {
    const text = element.getAttribute(name);
    if (text === null) return optional ? [] : [`${element.tagName} needs ${name}`];
    return fits(text, rule) ? [] : [`${element.tagName} ${name} "${text}" is not ${ruleName(rule)}`];
  });
  return [...strange, ...wrong];
}

function orderProblems(element: Element, children: readonly Child[]): string[] {
  const problems: string[] = [];
  let reached = 0;
  for (const child of element.children) {
    const place = children.findIndex(([name]) => name === child.tagName);
    if (place < 0) problems.push(`${child.tagName} does not belong in ${element.tagName}`);
    else if (place < reached) problems.push(`${child.tagName} is out of order in ${element.tagName}`);
    else reached = place;
  }
  for (const [name, least, most] of children) {
    const count = [...element.children].filter((child) => child.tagName === name).length;
    if (count < least || count > most) problems.push(`${element.tagName} has ${count} ${name}, not ${least} to ${most}`);
  }
  return problems;
}

function shapeProblems(element: Element, shapeName: string): string[] {
  const shape = SHAPES[shapeName];
  if (shape === undefined) throw new Error(`no shape is written down for ${shapeName}`);
  // Requirements have the same shape in both schemas; elsewhere the namespace is the shape's own.
  const allowed = [
    NAMESPACES[shape.namespace],
    ...(element.closest('VersionOverrides') && shape.namespace === 'base' ? [NAMESPACES.types] : []),
  ];
  const problems = allowed.some((namespace) => namespace === element.namespaceURI) ? [] : [`${element.tagName} is in the wrong namespace`];
  const children = shape.children ?? [];
  problems.push(...attributeProblems(element, shape), ...orderProblems(element, children));
  const text = element.children.length === 0 ? element.textContent : '';
  if (shape.text !== undefined && !fits(text, shape.text)) problems.push(`${element.tagName} "${text}" is not ${ruleName(shape.text)}`);
  const loose = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
  if (shape.text === undefined && loose) problems.push(`${element.tagName} holds text`);
  for (const child of element.children) {
    const known = children.find(([name]) => name === child.tagName);
    if (known !== undefined) problems.push(...shapeProblems(child, known[3] ?? known[0]));
  }
  return problems;
}

function listOf(element: Element): ResourceList | null {
  if (element.tagName === 'bt:Image') return 'bt:Images';
  if (['Label', 'Title'].includes(element.tagName)) return 'bt:ShortStrings';
  if (element.tagName === 'Description') return 'bt:LongStrings';
  return ['SourceLocation', 'LearnMoreUrl', 'FunctionFile'].includes(element.tagName) ? 'bt:Urls' : null;
}

function resourcesOf(manifest: Document): Map<string, { readonly list: ResourceList; readonly value: string }> {
  return new Map(
    LISTS.flatMap((list) =>
      [...manifest.getElementsByTagName(list)]
        .flatMap((element) => [...element.children])
        .map((child) => [child.getAttribute('id') ?? '', { list, value: child.getAttribute('DefaultValue') ?? '' }] as const),
    ),
  );
}

function repeated(what: string, names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => `${what} "${name}" is given twice`);
}

function referenceProblems(manifest: Document): string[] {
  const resources = resourcesOf(manifest);
  const referring = [...manifest.querySelectorAll('[resid]')];
  const problems = referring.flatMap((element) => {
    const id = element.getAttribute('resid') ?? '';
    const found = resources.get(id);
    if (found === undefined) return [`${element.tagName} refers to "${id}", which is not in Resources`];
    const list = listOf(element);
    return found.list === list ? [] : [`${element.tagName} refers to "${id}" of ${found.list}, not of ${String(list)}`];
  });
  const used = new Set(referring.map((element) => element.getAttribute('resid')));
  const unused = [...resources.keys()].filter((id) => !used.has(id)).map((id) => `resource "${id}" is not used`);
  const ids = (selector: string): string[] => [...manifest.querySelectorAll(selector)].map((element) => element.getAttribute('id') ?? '');
  const resourceIds = LISTS.flatMap((list) => [...manifest.getElementsByTagName(list)].flatMap((element) => [...element.children]));
  return [
    ...problems,
    ...unused,
    ...repeated(
      'resource',
      resourceIds.map((element) => element.getAttribute('id') ?? ''),
    ),
    ...repeated('control', ids('Control')),
    ...repeated('group', ids('Group')),
  ];
}

function imageProblem(url: string, pixels: number, sizeOf: ImageSize): string[] {
  if (!URL.canParse(url)) return [];
  const path = new URL(url).pathname;
  const size = sizeOf(path);
  if (size === null) return [`${path} is not a PNG in the project`];
  return size.width === pixels && size.height === pixels ? [] : [`${path} is ${size.width} x ${size.height}, not ${pixels} x ${pixels}`];
}

function iconProblems(manifest: Document, sizeOf: ImageSize): string[] {
  const resources = resourcesOf(manifest);
  const inGroups = [...manifest.querySelectorAll('Icon')].flatMap((icon) => {
    const images = [...icon.children];
    const sizes = images.map((image) => image.getAttribute('size') ?? '');
    const missing = REQUIRED_SIZES.filter((size) => !sizes.includes(size)).map((size) => `an Icon lacks ${size} px`);
    const wrong = images.flatMap((image) => {
      const url = resources.get(image.getAttribute('resid') ?? '')?.value;
      return url === undefined ? [] : imageProblem(url, Number(image.getAttribute('size')), sizeOf);
    });
    return [...missing, ...repeated('icon size', sizes), ...wrong];
  });
  const store = (tag: string, pixels: number): string[] =>
    [...manifest.getElementsByTagName(tag)].flatMap((element) => imageProblem(element.getAttribute('DefaultValue') ?? '', pixels, sizeOf));
  return [...new Set([...inGroups, ...store('IconUrl', 32), ...store('HighResolutionIconUrl', 64)])];
}

function hostProblems(manifest: Document): string[] {
  const hosts = [...manifest.querySelectorAll('OfficeApp > Hosts > Host')].map((host) => host.getAttribute('Name') ?? '');
  const overrides = [...manifest.querySelectorAll('VersionOverrides > Hosts > Host')].map((host) => host.getAttribute('xsi:type') ?? '');
  return [
    ...repeated('host', hosts),
    ...overrides.filter((host) => !hosts.includes(host)).map((host) => `VersionOverrides has the host ${host}, which Hosts has not`),
  ];
}

/** One origin for every address, or the build's ADDIN_URL would reach only some of them. */
function originProblems(manifest: Document): string[] {
  const addresses = [...manifest.querySelectorAll('[DefaultValue]')]
    .map((element) => element.getAttribute('DefaultValue') ?? '')
    .filter((text) => URL.canParse(text));
  const origins = [...new Set(addresses.filter((text) => /^[a-z]+:\/\//.test(text)).map((text) => new URL(text).origin))];
  return origins.length > 1 ? [`addresses are of several origins: ${origins.join(', ')}`] : [];
}

/** Everything about a manifest that breaks a documented rule, in words; none for a manifest that Office takes. */
export function manifestProblems(xml: string, sizeOf: ImageSize): string[] {
  const manifest = new DOMParser().parseFromString(xml, 'application/xml');
  if (manifest.querySelector('parsererror') !== null) return ['the file is not well-formed XML'];
  if (manifest.documentElement.tagName !== 'OfficeApp') return ['the root is not OfficeApp'];
  return [
    ...shapeProblems(manifest.documentElement, 'OfficeApp'),
    ...referenceProblems(manifest),
    ...iconProblems(manifest, sizeOf),
    ...hostProblems(manifest),
    ...originProblems(manifest),
  ];
}
