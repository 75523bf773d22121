import { posix } from 'node:path';
import { columnIndex } from '../../src/domain/grid';

/** A worksheet as the parts of the file have it: what a reading of cells does not tell. For files of any program. */
export class SheetInParts {
  private readonly path: string;
  private readonly xml: string;

  constructor(
    private readonly parts: ReadonlyMap<string, string>,
    name: string,
  ) {
    const tag = tags(this.part('xl/workbook.xml'), 'sheet').find((one) => attribute(one, 'name') === name) ?? '';
    this.path = this.targets('xl/workbook.xml').get(attribute(tag, 'r:id')) ?? '';
    this.xml = this.part(this.path);
  }

  /** Texts of the comments by address. */
  comments(): Map<string, string> {
    const path = [...this.targets(this.path).values()].find((target) => /\/comments?[^/]*\.xml$/.test(target)) ?? '';
    const found = [...this.part(path).matchAll(/(<comment\s[^>]*>)(.*?)<\/comment>/gs)];
    return new Map(
      found.map(([, tag = '', inner = '']) => {
        const words = [...inner.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, text = '']) => plain(text));
        return [attribute(tag, 'ref'), words.join('')];
      }),
    );
  }

  /** The colour a cell is filled with, as "FFF2CC"; "" for none. */
  fill(address: string): string {
    const styles = this.part('xl/styles.xml');
    const cell = tags(this.xml, 'c').find((tag) => attribute(tag, 'r') === address) ?? '';
    const looks = tags(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '', 'xf');
    const fills = [...(/<fills.*?<\/fills>/s.exec(styles)?.[0] ?? '').matchAll(/<fill>.*?<\/fill>/gs)].map(([fill]) => fill);
    const fill = fills[Number(attribute(looks[Number(attribute(cell, 's'))] ?? '', 'fillId'))] ?? '';
    return fill.includes('patternType="solid"') ? attribute(tags(fill, 'fgColor')[0] ?? '', 'rgb').slice(-6) : '';
  }

  /** In characters, as the file has it, with "hidden" behind it where the column is. */
  width(column: string): string {
    const at = (columnIndex(column) ?? -1) + 1;
    const tag = tags(this.xml, 'col').find((one) => Number(attribute(one, 'min')) <= at && at <= Number(attribute(one, 'max'))) ?? '';
    return `${Number(attribute(tag, 'width')).toFixed(0)}${/^(1|true)$/.test(attribute(tag, 'hidden')) ? ' hidden' : ''}`;
  }

  /** The address outside the file that a cell links to; "" for none. */
  link(address: string): string {
    const tag = tags(this.xml, 'hyperlink').find((one) => attribute(one, 'ref') === address) ?? '';
    const link = tags(this.part(linksOf(this.path)), 'Relationship').find((one) => attribute(one, 'Id') === attribute(tag, 'r:id'));
    return attribute(link ?? '', 'Target');
  }

  private part(path: string): string {
    return this.parts.get(path) ?? '';
  }

  /** Paths of the parts that a part points at, by the id of the link. */
  private targets(path: string): Map<string, string> {
    const found = tags(this.part(linksOf(path)), 'Relationship');
    return new Map(found.map((tag) => [attribute(tag, 'Id'), posix.resolve('/', posix.dirname(path), attribute(tag, 'Target')).slice(1)]));
  }
}

const linksOf = (path: string): string => posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);

const tags = (xml: string, name: string): string[] => [...xml.matchAll(new RegExp(`<${name}[\\s/>][^>]*`, 'g'))].map(([tag]) => tag);

function attribute(tag: string, name: string): string {
  return plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function plain(xml: string): string {
  const words = xml.replaceAll('&#10;', '\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');
  return words.replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
