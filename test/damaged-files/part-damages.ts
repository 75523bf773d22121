import type { Chance } from '../life/chance';
import type { Damage, Promised } from './damage';
import { type Format, ZIPPED } from './originals';
import { type ZipModel, type ZipPart, contentOf, parsedZip, partOf, utf8, zipBytes } from './zip-model';

/**
 * Damages of the parts in a container whose checksums are right again, as a program with a fault writes them. What such a part says cannot be told from what
 * was meant unless it contradicts something, so most promise an answer alone; those that leave a contradiction promise more.
 */
function ofParts(what: string, change: (zip: ZipModel, chance: Chance) => ZipModel, promised: Promised, of = ZIPPED): Damage {
  return {
    what,
    of,
    promised: () => promised,
    make: ({ bytes }, chance) => zipBytes(change(parsedZip(bytes), chance)),
  };
}

const isMarkup = ({ central }: ZipPart): boolean => /\.(?:xml|rels)$/.test(central.name);
/** The parts that hold cells. */
const CELLS = /sheet\d\.(?:xml|bin)$|sharedStrings\.(?:xml|bin)$|content\.xml$|document\.xml$/;
const isOfCells = ({ central }: ZipPart): boolean => CELLS.test(central.name);

function replaced(zip: ZipModel, part: ZipPart, bytes: Uint8Array): ZipModel {
  return { ...zip, parts: zip.parts.map((one) => (one === part ? partOf(one.central.name, bytes) : one)) };
}

/** Changes the text of one part of markup; one that does not change is left to another chance. */
export function ofMarkup(
  what: string,
  change: (xml: string, chance: Chance) => string,
  promised: Promised,
  { of = ZIPPED, part = isMarkup }: { readonly of?: readonly Format[]; readonly part?: (part: ZipPart) => boolean } = {},
): Damage {
  return ofParts(
    what,
    (zip, chance) => {
      const markup = zip.parts.filter((one) => part(one) && isMarkup(one));
      // A workbook that keeps its texts in its cells has no part of texts, and so on.
      if (markup.length === 0) return zip;
      const chosen = chance.one(markup);
      return replaced(zip, chosen, utf8(change(new TextDecoder().decode(contentOf(chosen)), chance)));
    },
    promised,
    of,
  );
}

const onCells = { part: isOfCells, of: ['xlsx', 'ods', 'docx'] as const };

/** The markup with something in the place of one match of a pattern. */
export function atOne(xml: string, pattern: RegExp, chance: Chance, by: (match: string) => string): string {
  const found = [...xml.matchAll(pattern)];
  if (found.length === 0) return xml;
  const match = chance.one(found);
  return xml.slice(0, match.index) + by(match[0]) + xml.slice(match.index + match[0].length);
}

const TAG = /<[A-Za-z][^<>]*>/g;
const TEXT = />[^<>]+</g;
const CELL_TAG = /<(?:c|row|table:table-cell|table:table-row|w:tc|w:p|w:tbl)(?: [^<>]*)?>/g;
const DEEP = 12_000;

/** Paths of the parts without which nothing of the cells is lost: what stands beside them, and lists that no reader needs. */
const BESIDE =
  /Content_Types|mimetype|manifest|docProps|meta\.xml|theme|comments|vbaProject|drawing|calcChain|settings|fontTable|webSettings|table\d|printerSettings|thumbnail/i;
const isBeside = ({ central }: ZipPart): boolean => BESIDE.test(central.name);

export const PART_DAMAGES: readonly Damage[] = [
  ofParts(
    'a part missing',
    (zip, chance) => without(zip, chance.one(zip.parts.filter((part) => !isBeside(part) && !isLinks(part)))),
    'same or said',
  ),
  ofParts('a part missing that stands beside the cells', (zip, chance) => without(zip, chance.one(zip.parts.filter(isBeside))), 'answer'),
  ofParts('the links of a part missing', (zip, chance) => without(zip, chance.one(zip.parts.filter(isLinks))), 'answer', [
    'xlsx',
    'xlsb',
    'docx',
  ]),
  ofParts(
    'a part emptied',
    (zip, chance) => replaced(zip, chance.one(zip.parts.filter((part) => !isBeside(part) && !isLinks(part))), new Uint8Array()),
    'same or said',
  ),
  ofParts(
    'a part cut off, its checksum made right',
    (zip, chance) => {
      const part = chance.one(zip.parts.filter((one) => !isBeside(one)));
      const bytes = contentOf(part);
      return replaced(zip, part, bytes.subarray(0, chance.number(bytes.length)));
    },
    'same or said',
  ),
  ofParts('two parts of different kinds changed over', changedOver, 'same or said'),
  ofParts('two sheets changed over', twoSheets, 'answer', ['xlsx', 'xlsb']),
  ofParts(
    'one byte of a part altered, its checksum made right',
    (zip, chance) => {
      const part = chance.one(zip.parts);
      const bytes = Uint8Array.from(contentOf(part));
      const at = chance.number(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 + chance.number(255));
      return replaced(zip, part, bytes);
    },
    'answer',
  ),
  ofParts(
    'several bytes of a part altered, its checksum made right',
    (zip, chance) => {
      const part = chance.one(zip.parts.filter(isOfCells));
      const bytes = Uint8Array.from(contentOf(part));
      for (let left = 20; left > 0; left -= 1) bytes[chance.number(bytes.length)] = chance.number(256);
      return replaced(zip, part, bytes);
    },
    'answer',
  ),
  ofMarkup(
    'a link that leads nowhere',
    (xml, chance) =>
      atOne(xml, /Target="[^"]*(?:sheet|Strings|styles|numbering|document|workbook)[^"]*"/g, chance, () => 'Target="nowhere.xml"'),
    'same or said',
    relsOnly(),
  ),
  ofMarkup('a link to another part', otherTarget, 'same or said', relsOnly()),
  ofMarkup(
    'a link of another type',
    (xml, chance) =>
      atOne(xml, /Type="[^"]*"/g, chance, () => 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"'),
    'answer',
    relsOnly(),
  ),
  ofMarkup('a link of another id', (xml, chance) => atOne(xml, /Id="[^"]*"/g, chance, () => 'Id="rId99"'), 'answer', relsOnly()),
  ofMarkup('two links of one id', (xml, chance) => atOne(xml, /Id="rId2"/g, chance, () => 'Id="rId1"'), 'same or said', relsOnly()),
  ofMarkup(
    'links that lead to themselves',
    (xml, chance) =>
      atOne(
        xml,
        /Target="[^"]*"/g,
        chance,
        () => `Target="${chance.one(['', '.', '..', '/', '#', '%', 'http://x', '_rels/.rels', '../../../..'])}"`,
      ),
    'answer',
    relsOnly(),
  ),
  ofMarkup(
    '40,000 links',
    (xml) =>
      xml.replace(
        '</Relationships>',
        `${Array.from({ length: 40_000 }, (_, index) => `<Relationship Id="x${String(index)}" Type="x/y" Target="z"/>`).join('')}</Relationships>`,
      ),
    'same or said',
    relsOnly(),
  ),
  // Texts that are not XML, which every program must refuse.
  ofMarkup(
    'an attribute twice',
    (xml, chance) =>
      atOne(xml, / (?:r|t|s|name|office:value|w:val)="[^"]*"/g, chance, (match) => `${match}${match.replace(/"[^"]*"/, '"x9"')}`),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'a value without quotation marks',
    (xml, chance) => atOne(xml, / [\w:]+="\w+"/g, chance, (match) => match.replaceAll('"', '')),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'an attribute without a value',
    (xml, chance) => atOne(xml, / [\w:]+="[^"]*"/g, chance, (match) => match.split('=')[0] ?? ''),
    'same or said',
    onCells,
  ),
  ofMarkup('attributes without a blank between', (xml, chance) => atOne(xml, /" (?=[\w:]+=)/g, chance, () => '"'), 'same or said', onCells),
  ofMarkup(
    'an entity that is not declared',
    (xml, chance) => atOne(xml, TEXT, chance, (match) => `${match.slice(0, -1)}&hub;<`),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'a number of no character',
    (xml, chance) =>
      atOne(
        xml,
        TEXT,
        chance,
        (match) => `${match.slice(0, -1)}${chance.one(['&#0;', '&#x110000;', '&#xD800;', '&#99999999999;', '&#x;', '&#;'])}<`,
      ),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'an & by itself',
    (xml, chance) => atOne(xml, /<(?:t|text:p|w:t)[^<>]*>[^<>]+</g, chance, (match) => `${match.slice(0, -1)} & b<`),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'tags that cross',
    (xml, chance) => atOne(xml, /<\/[\w:]+><\/[\w:]+>/g, chance, (match) => match.replace(/(<[^<>]*>)(<[^<>]*>)/, '$2$1')),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'a tag missing',
    (xml, chance) => atOne(xml, /<\/?[A-Za-z][\w:]*(?: [^<>]*)?(?<!\/)>/g, chance, () => ''),
    'same or said',
    onCells,
  ),
  ofMarkup('two roots', (xml) => xml + xml.replace(/^<\?.*?\?>/, ''), 'same or said', onCells),
  ofMarkup('text behind the root', (xml, chance) => xml + chance.one(['x', '\0', '</x>', '<', '<x', '&lt;']), 'same or said', onCells),
  ofMarkup(
    'text before the root',
    (xml, chance) => chance.one(['x', '\0', '</x>', ' x ']) + xml.replace(/^<\?.*?\?>/, ''),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'a document type',
    (xml, chance) => `<!DOCTYPE x [<!ENTITY a "${'lol'.repeat(chance.number(9))}">]>${xml.replace(/^<\?.*?\?>/, '')}`,
    'same or said',
    onCells,
  ),
  ofMarkup('a document type within', (xml, chance) => atOne(xml, TAG, chance, (match) => `${match}<!DOCTYPE x>`), 'same or said', onCells),
  // XML that says the same in other ways.
  ofMarkup(
    'comments and instructions between elements',
    (xml) => xml.replace(/(?<=>)(?=<(?:c|row|table:table-row|w:tr)\b)/g, '<!-- <c r="A1"/> --><?x y?>'),
    'same',
    onCells,
  ),
  ofMarkup(
    'a comment within a text',
    (xml, chance) =>
      atOne(xml, /<(?:t|v|w:t)(?: [^<>]*)?>[^<>]+</g, chance, (match) => `${match.slice(0, -1)}<!-- no -->${match.slice(-1)}`),
    'same',
    onCells,
  ),
  ofMarkup(
    'texts as CDATA',
    (xml) => xml.replace(/(<(?:t|v|w:t|text:p)(?: [^<>]*)?>)([^<>&]+)(?=<)/g, '$1<![CDATA[$2]]>'),
    'same',
    onCells,
  ),
  ofMarkup(
    'characters by their numbers',
    (xml) =>
      xml.replace(
        /(<(?:t|v|w:t|text:p)(?: [^<>]*)?>)([a-zA-Z0-9])/g,
        (_whole, tag: string, letter: string) => `${tag}&#${letter.charCodeAt(0)};`,
      ),
    'same',
    onCells,
  ),
  ofMarkup('values in apostrophes', (xml) => xml.replace(/="([^"']*)"/g, "='$1'"), 'same', onCells),
  ofMarkup('blanks around the signs of equality', (xml) => xml.replace(/(<[A-Za-z][^<>]*?)="/g, '$1 =\n"'), 'same', onCells),
  ofMarkup(
    'an attribute whose value looks like others',
    (xml) =>
      xml.replace(
        /<(c|row|table:table-cell|table:table-row|w:tc)(?=[ />])/g,
        `<$1 x:note=" r='Z99' t='e' s='2' office:value-type='float' office:value='9' table:number-columns-repeated='3' "`,
      ),
    'same',
    onCells,
  ),
  ofParts('a part in UTF-16', inUtf16, 'same', ['xlsx', 'ods', 'docx']),
  ofParts('a part that says it is written in another encoding', otherEncoding, 'same or said', ['xlsx', 'ods', 'docx']),
  // As much as may be.
  ofMarkup(
    'very many levels',
    (xml, chance) =>
      atOne(xml, CELL_TAG, chance, (match) => (match.endsWith('/>') ? match : `${match}${'<x>'.repeat(DEEP)}${'</x>'.repeat(DEEP)}`)),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'very many attributes',
    (xml, chance) =>
      atOne(xml, CELL_TAG, chance, (match) =>
        match.replace(/\/?>$/, (end) => `${Array.from({ length: 50_000 }, (_, index) => ` x${String(index)}="1"`).join('')}${end}`),
      ),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'a very long attribute',
    (xml, chance) => atOne(xml, CELL_TAG, chance, (match) => match.replace(/\/?>$/, (end) => ` x="${"r ='1' ".repeat(200_000)}"${end}`)),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'very many comments',
    (xml, chance) => atOne(xml, CELL_TAG, chance, (match) => (match.endsWith('/>') ? match : `${match}${'<!---->'.repeat(200_000)}`)),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'very many entities',
    (xml, chance) => atOne(xml, TEXT, chance, (match) => `${match.slice(0, -1)}${'&amp;'.repeat(chance.one([10, 300_000]))}<`),
    'answer',
    onCells,
  ),
  ofMarkup(
    '19 MB of blanks',
    (xml, chance) => atOne(xml, CELL_TAG, chance, (match) => `${match}${' '.repeat(19 * 1024 * 1024)}`),
    'same or said',
    onCells,
  ),
  ofMarkup(
    'a tag repeated 400,000 times',
    (xml, chance) =>
      atOne(
        xml,
        /<(?:row|c|table:table-row|table:table-cell|w:tr|w:tc|w:p)(?: [^<>]*)?\/>|<\/(?:c|row|w:p|table:table-cell|table:table-row)>/g,
        chance,
        (match) => (match.endsWith('/>') ? match.repeat(400_000) : `${match}${`<${match.slice(2, -1)}/>`.repeat(400_000)}`),
      ),
    'answer',
    onCells,
  ),
];

function isLinks({ central }: ZipPart): boolean {
  return central.name.endsWith('.rels');
}

function relsOnly(): { readonly of: readonly Format[]; readonly part: (part: ZipPart) => boolean } {
  return {
    of: ['xlsx', 'xlsb', 'docx'],
    part: ({ central }) => /^_rels\/\.rels$|_rels\/(?:workbook|document)\.(?:xml|bin)\.rels$/.test(central.name),
  };
}

function without(zip: ZipModel, part: ZipPart): ZipModel {
  return { ...zip, parts: zip.parts.filter((one) => one !== part) };
}

/** Sheets may stand for one another, parts of different kinds may not. */
function changedOver(zip: ZipModel, chance: Chance): ZipModel {
  const kindOf = (part: ZipPart): string => part.central.name.replace(/\d+/g, '');
  const read = zip.parts.filter((part) => !isBeside(part) && !isLinks(part));
  const one = chance.one(read);
  const other = chance.one(zip.parts.filter((part) => kindOf(part) !== kindOf(one) && !isBeside(part)));
  return replaced(replaced(zip, one, contentOf(other)), other, contentOf(one));
}

function twoSheets(zip: ZipModel, chance: Chance): ZipModel {
  const [one, other] = chance.inAnyOrder(zip.parts.filter(({ central }) => /sheet\d\.(?:xml|bin)$/.test(central.name)));
  if (one === undefined || other === undefined) return zip;
  return replaced(replaced(zip, one, contentOf(other)), other, contentOf(one));
}

/** To a part of another kind; to another sheet would be another workbook. */
function otherTarget(xml: string, chance: Chance): string {
  const kinds = ['worksheet', 'sharedStrings', 'styles', 'numbering', 'officeDocument'];
  const links = [...xml.matchAll(/<Relationship [^>]*>/g)].filter(([tag]) => kinds.some((kind) => tag.includes(`/${kind}"`)));
  if (links.length === 0) return xml;
  const target = (tag: string): string => /Target="([^"]*)"/.exec(tag)?.[1] ?? '';
  const type = (tag: string): string => /Type="([^"]*)"/.exec(tag)?.[1] ?? '';
  const [one] = chance.one(links);
  const others = [...xml.matchAll(/<Relationship [^>]*>/g)].filter(([tag]) => type(tag) !== type(one));
  if (others.length === 0) return xml.replace(one, one.replace(target(one), '[Content_Types].xml'));
  return xml.replace(one, one.replace(`"${target(one)}"`, `"${target(chance.one(others)[0])}"`));
}

function inUtf16(zip: ZipModel, chance: Chance): ZipModel {
  const part = chance.one(zip.parts.filter((one) => isOfCells(one)));
  const text = new TextDecoder().decode(contentOf(part)).replace(/^<\?.*?\?>/, '<?xml version="1.0" encoding="UTF-16"?>');
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return replaced(zip, part, new Uint8Array(chance.happens(0.5) ? bytes : bytes.swap16()));
}

/** Its letters beyond ASCII are then bytes that UTF-8 does not have. */
function otherEncoding(zip: ZipModel, chance: Chance): ZipModel {
  const part = chance.one(zip.parts.filter((one) => isOfCells(one)));
  const text = new TextDecoder()
    .decode(contentOf(part))
    .replace(/^<\?.*?\?>/, '')
    .replaceAll('–', '-');
  return replaced(zip, part, new Uint8Array(Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, 'latin1')));
}
