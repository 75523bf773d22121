import { type Markup, childNamed, childrenNamed, prefixedAttribute } from '../package/markup';
import { switchOf, valueOf } from './word-attributes';

/** What reading needs of a paragraph or character style; what a style does not say is null, and then the style it is based on says it. */
interface Style {
  readonly basedOn: string | undefined;
  readonly hidden: boolean | null;
  readonly struck: boolean | null;
  /** Whether its paragraphs are headings; a style that is based on a heading's is one too. */
  readonly heading: boolean | null;
  /** The id of the list of its paragraphs, and the level in it; a style may say one of them alone. */
  readonly list: string | null;
  readonly listLevel: string | null;
}

/** More styles than this are based on one another in no document; a circle ends here. */
const LONGEST_CHAIN = 20;

/** The styles of a document (ISO/IEC 29500-1, 17.7). */
export class WordStyles {
  private readonly styles = new Map<string, Style>();
  private defaultParagraph: string | undefined;

  /** @param part the root of the styles part; null where the document has none. */
  constructor(part: Markup | null) {
    for (const style of part === null ? [] : childrenNamed(part, 'style')) {
      const id = prefixedAttribute(style, 'styleId') ?? '';
      const kind = prefixedAttribute(style, 'type') ?? 'paragraph';
      if (kind === 'paragraph' && /^(?:1|true|on)$/i.test(prefixedAttribute(style, 'default') ?? '')) this.defaultParagraph = id;
      const runs = childNamed(style, 'rPr');
      const paragraphs = childNamed(style, 'pPr');
      const name = valueOf(childNamed(style, 'name')) ?? '';
      const level = valueOf(paragraphs === undefined ? undefined : childNamed(paragraphs, 'outlineLvl'));
      this.styles.set(id, {
        basedOn: valueOf(childNamed(style, 'basedOn')),
        hidden: switchOf(runs, 'vanish'),
        struck: switchOf(runs, 'strike') ?? switchOf(runs, 'dstrike'),
        heading: /^(?:heading \d|title)$/i.test(name) ? true : level === undefined ? null : Number(level) < 9,
        list: numberingOf(paragraphs, 'numId') ?? null,
        listLevel: numberingOf(paragraphs, 'ilvl') ?? null,
      });
    }
  }

  /** What the style says, or the styles it is based on; null where none does. @param id of the style; undefined for the default of paragraphs. */
  property<K extends keyof Omit<Style, 'basedOn'>>(id: string | undefined, key: K): Style[K] | null {
    let style = this.styles.get(id ?? this.defaultParagraph ?? '');
    for (let step = 0; style !== undefined && step < LONGEST_CHAIN; step += 1) {
      if (style[key] !== null) return style[key];
      style = style.basedOn === undefined ? undefined : this.styles.get(style.basedOn);
    }
    return null;
  }
}

/** What the properties of a paragraph say of its list, "numId" or "ilvl". */
export function numberingOf(properties: Markup | undefined, local: 'numId' | 'ilvl'): string | undefined {
  const numbering = properties === undefined ? undefined : childNamed(properties, 'numPr');
  return numbering === undefined ? undefined : valueOf(childNamed(numbering, local));
}
