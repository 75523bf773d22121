import { escapedForXml } from './escaped-characters';
import { FileRefusal } from '../file-refusal';

/**
 * XML as a plain tree, kept whole so that a part can be changed in one place and written back. Names keep their
 * prefixes and are compared by `localName`, because some programs write `x:row` for `row`. Comments and
 * processing instructions are dropped; a DOCTYPE is refused, so no entity is ever declared.
 */
export interface Markup {
  readonly name: string;
  readonly attributes: Map<string, string>;
  children: (Markup | string)[];
}

export interface MarkupEvents {
  /** `attributes` is the raw text between name and bracket; read one with `attributeOf`. */
  open(local: string, attributes: string, name: string): void;
  text(text: string): void;
  close(local: string, name: string): void;
  /**
   * Takes an element written as most programs write it whole, and returns the index behind it; -1 has it told by the other three. What is taken must
   * be well-formed, for nobody looks at it again. @param at where its "<" stands, inside of the root.
   */
  takeWhole?(xml: string, at: number): number;
}

/** Levels of a tree, which is walked by functions that call themselves; deeper than any real workbook part. */
const MAX_TREE_DEPTH = 256;
/** Levels of a part that is only walked. Extensions of other programs may nest as they like; a hostile part must not fill the memory. */
const MAX_DEPTH = 10_000;

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * Decodes a part: UTF-8, or UTF-16 by its byte order mark. Throws a `FileRefusal` for bytes that are no text in it, which a part in any other encoding
 * has: each would be read as another letter.
 */
export function decodePart(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new FileRefusal('damaged', { cause: error });
  }
}

/**
 * Walks the text once, without building a tree; throws a `FileRefusal` for a DOCTYPE and for text that is not XML. Of an `AlternateContent`
 * the fallback alone is told: a choice is for programs that know its namespace (ISO/IEC 29500-3, 7.5), and this one knows none.
 */
export function scanMarkup(xml: string, events: MarkupEvents): void {
  walkMarkup(xml, withoutChoices(events), MAX_DEPTH);
}

/** As `scanMarkup`, but tells both branches of an `AlternateContent`, for a caller that decides between them itself. */
export function scanBothBranches(xml: string, events: MarkupEvents): void {
  walkMarkup(xml, events, MAX_DEPTH);
}

/** Passes on all but what stands in the choices of an `AlternateContent`. */
function withoutChoices(events: MarkupEvents): MarkupEvents {
  /** How many elements are open in a choice, itself among them; 0 outside. */
  let inChoice = 0;
  /** How many `AlternateContent` elements are open: a `Choice` elsewhere is an element like any other. */
  let alternates = 0;
  return {
    open(local, attributes, name) {
      if (inChoice > 0 || (local === 'Choice' && alternates > 0)) inChoice += 1;
      else if (local === 'AlternateContent') alternates += 1;
      else events.open(local, attributes, name);
    },
    text(text) {
      if (inChoice === 0) events.text(text);
    },
    close(local, name) {
      if (inChoice > 0) inChoice -= 1;
      else if (local === 'AlternateContent') alternates -= 1;
      else events.close(local, name);
    },
    takeWhole: (xml, at) => (inChoice === 0 ? (events.takeWhole?.(xml, at) ?? -1) : -1),
  };
}

interface Walk {
  /** Names of the elements that are open. */
  readonly open: string[];
  readonly events: MarkupEvents;
  readonly maxDepth: number;
}

function walkMarkup(xml: string, events: MarkupEvents, maxDepth: number): void {
  const open: string[] = [];
  const walk: Walk = { open, events, maxDepth };
  let at = xml.indexOf('<');
  if (at < 0) throw new FileRefusal('damaged');
  refuseWords(xml.slice(0, at));
  let hasRoot = false;
  while (at >= 0 && at < xml.length) {
    const next = xml.charCodeAt(at + 1);
    const behind = open.length > 0 && next !== 47 ? (events.takeWhole?.(xml, at) ?? -1) : -1;
    if (behind >= 0) at = behind;
    else if (next === 33 || next === 63) {
      at = skipDeclaration(xml, at, open.length > 0 ? events : null);
    } else {
      // What stands behind the root, a second one too, belongs to no part that a program would write.
      if (open.length === 0 && hasRoot) throw new FileRefusal('damaged');
      hasRoot = true;
      const end = tagEnd(xml, at);
      if (next === 47) closeTag(xml.slice(at + 2, end).trim(), open, events);
      else openTag(xml, at, end, walk);
      at = end + 1;
    }
    const following = xml.indexOf('<', at);
    if (open.length === 0) refuseWords(xml.slice(at, following < 0 ? undefined : following));
    else if (following > at) events.text(decoded(xml.slice(at, following)));
    at = following;
  }
  if (open.length > 0) throw new FileRefusal('damaged');
}

/** Outside of the root there is nothing but blanks, after a byte order mark perhaps. */
function refuseWords(text: string): void {
  if (text.replace('\ufeff', '').trim() !== '') throw new FileRefusal('damaged');
}

function openTag(xml: string, at: number, end: number, { open, events, maxDepth }: Walk): void {
  const empty = xml.charCodeAt(end - 1) === 47;
  const inside = xml.slice(at + 1, empty ? end - 1 : end);
  const space = inside.search(/\s/);
  const name = space < 0 ? inside : inside.slice(0, space);
  if (name === '') throw new FileRefusal('damaged');
  const local = localName(name);
  const attributes = space < 0 ? '' : inside.slice(space);
  checkAttributes(attributes);
  events.open(local, attributes, name);
  if (empty) {
    events.close(local, name);
    return;
  }
  if (open.length >= maxDepth) throw new FileRefusal('nested too deep');
  open.push(name);
}

function closeTag(name: string, open: string[], events: MarkupEvents): void {
  if (open.pop() !== name) throw new FileRefusal('damaged');
  events.close(localName(name), name);
}

/** Past a comment, CDATA, or processing instruction; a DOCTYPE is refused. @param events null outside of the root. */
function skipDeclaration(xml: string, at: number, events: MarkupEvents | null): number {
  if (xml.startsWith('<!--', at)) return past(xml, '-->', at + 4);
  if (xml.startsWith('<![CDATA[', at)) {
    if (events === null) throw new FileRefusal('damaged');
    const end = past(xml, ']]>', at + 9);
    events.text(xml.slice(at + 9, end - 3));
    return end;
  }
  if (xml.startsWith('<?', at)) return past(xml, '?>', at + 2);
  throw new FileRefusal('doctype');
}

function past(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end < 0) throw new FileRefusal('damaged');
  return end + mark.length;
}

/** The index of the tag's ">", which an attribute's value may also hold. Each character is looked at once. */
function tagEnd(xml: string, at: number): number {
  for (let end = at + 1; end < xml.length; end += 1) {
    const code = xml.charCodeAt(end);
    if (code === GREATER_THAN) return end;
    if (code === QUOTATION_MARK || code === APOSTROPHE) {
      end = xml.indexOf(code === APOSTROPHE ? "'" : '"', end + 1);
      if (end < 0) break;
    }
  }
  throw new FileRefusal('damaged');
}

const GREATER_THAN = 62;
const QUOTATION_MARK = 34;
const APOSTROPHE = 39;

/**
 * Refuses what is no list of attributes (XML 1.0, 3.1): a value without quotation marks or a name without a value would be passed over, and of two values of
 * one name each program takes the one it likes.
 */
function checkAttributes(raw: string): void {
  let names: Set<string> | null = null;
  let first: string | null = null;
  for (let next = attributeFrom(raw, 0); next !== null; next = attributeFrom(raw, next.end)) {
    if (first === null) first = next.name;
    else {
      names ??= new Set([first]);
      if (names.has(next.name)) throw new FileRefusal('damaged');
      names.add(next.name);
    }
  }
}

interface WrittenAttribute {
  readonly name: string;
  /** As it is written, between the quotation marks. */
  readonly value: string;
  /** Behind the quotation mark that closes it. */
  readonly end: number;
}

/** The attribute that begins at a place of a tag's raw text, after the blanks before it; null where there is none. Each character is looked at once. */
function attributeFrom(raw: string, from: number): WrittenAttribute | null {
  const start = pastBlanks(raw, from);
  if (start === raw.length) return null;
  const equals = raw.indexOf('=', start);
  const quote = pastBlanks(raw, equals + 1);
  const mark = raw.charCodeAt(quote);
  const end = mark === QUOTATION_MARK || mark === APOSTROPHE ? raw.indexOf(mark === APOSTROPHE ? "'" : '"', quote + 1) : -1;
  const name = raw.slice(start, equals).trimEnd();
  if (start === from || equals < 0 || end < 0 || name === '' || /[\s"'<]/.test(name)) throw new FileRefusal('damaged');
  return { name, value: raw.slice(quote + 1, end), end: end + 1 };
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

/** One attribute by its name, prefix included, from the raw text of a tag; undefined when the tag does not have it. */
export function attributeOf(raw: string, name: string): string | undefined {
  // Most tags that are asked do not hold the name at all.
  if (!raw.includes(name)) return undefined;
  for (let next = attributeFrom(raw, 0); next !== null; next = attributeFrom(raw, next.end))
    if (next.name === name) return decoded(next.value);
  return undefined;
}

/** All attributes of a tag by their names, prefixes included. */
export function attributesOf(raw: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let next = attributeFrom(raw, 0); next !== null; next = attributeFrom(raw, next.end)) attributes.set(next.name, decoded(next.value));
  return attributes;
}

/** The whole tree, with both branches of an `AlternateContent`, so that it can be written back. */
export function parseMarkup(xml: string): Markup {
  const root = element('');
  walkMarkup(xml, treeBuilder(root), MAX_TREE_DEPTH);
  const top = root.children.find((child) => typeof child !== 'string');
  if (top === undefined) throw new FileRefusal('damaged');
  return top;
}

/** Events that build what they tell of below an element. */
export function treeBuilder(root: Markup): MarkupEvents {
  const path: Markup[] = [root];
  return {
    open(_local, raw, name) {
      const element: Markup = { name, attributes: attributesOf(raw), children: [] };
      path.at(-1)?.children.push(element);
      path.push(element);
    },
    text(text) {
      path.at(-1)?.children.push(text);
    },
    close() {
      path.pop();
    },
  };
}

export function writeMarkup(top: Markup): string {
  return DECLARATION + written(top);
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function written(element: Markup): string {
  const start = startOf(element);
  if (element.children.length === 0) return `${start}/>`;
  return `${start}>${element.children.map(writtenChild).join('')}</${element.name}>`;
}

/** A child as it is written; a text is escaped. */
export function writtenChild(child: Markup | string): string {
  return typeof child === 'string' ? escapedText(child) : written(child);
}

function startOf({ name, attributes }: Markup): string {
  let text = `<${name}`;
  for (const [key, value] of attributes) text += ` ${key}="${escapedAttribute(value)}"`;
  return text;
}

/** A whole part piece by piece, for one that is too large to be held as one text. @param content see `piecesAround`. */
export function* markupPieces(top: Markup, content: Iterable<string>): Generator<string, void> {
  yield DECLARATION;
  yield* piecesAround(top, content);
}

/** The pieces of an element around those of what it holds, which are written already. */
export function* piecesAround(element: Markup, content: Iterable<string>): Generator<string, void> {
  let isBare = true;
  for (const piece of content) {
    if (isBare) yield `${startOf(element)}>`;
    isBare = false;
    yield piece;
  }
  yield isBare ? `${startOf(element)}/>` : `</${element.name}>`;
}

/** A new element; attributes whose value is undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly (Markup | string)[] = [],
): Markup {
  const given = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return { name, attributes: new Map(given), children: [...children] };
}

export function childrenNamed(parent: Markup, local: string): Markup[] {
  return parent.children.filter((child): child is Markup => typeof child !== 'string' && localName(child.name) === local);
}

export function childNamed(parent: Markup, local: string): Markup | undefined {
  return parent.children.find((child): child is Markup => typeof child !== 'string' && localName(child.name) === local);
}

export function textOf(parent: Markup): string {
  return parent.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** An attribute by its local name, whatever its prefix ("r:id" and "rel:id" are both `id` of that namespace). */
export function prefixedAttribute(of: Markup, local: string): string | undefined {
  for (const [name, value] of of.attributes) if (name.includes(':') && localName(name) === local) return value;
  return undefined;
}

/** The same of the raw text of an element's attributes. */
export function prefixedAttributeOf(raw: string, local: string): string | undefined {
  for (const [name, value] of attributesOf(raw)) if (name.includes(':') && localName(name) === local) return value;
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Throws a `FileRefusal` for what XML does not have: an entity that is not declared, the number of no character, an "&" by itself. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:(#x[0-9a-f]+|#\d+|\w+);)?/gi, (_whole, name: string | undefined) => {
    const letter = name?.startsWith('#') === true ? characterOf(name) : ENTITIES[name ?? ''];
    if (letter === undefined) throw new FileRefusal('damaged');
    return letter;
  });
}

/** @param reference "#x41" or "#65". Surrogates are no characters (XML 1.0, 2.2), nor is 0; control characters are let pass, as they change nothing else. */
function characterOf(reference: string): string | undefined {
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
}

export function escapedText(characters: string): string {
  const text = escapedForXml(characters);
  if (!/[&<>\r]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

function escapedAttribute(text: string): string {
  return escapedText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
