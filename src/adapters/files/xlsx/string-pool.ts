import { escapedXstring } from '../package/escaped-characters';
import { type Markup, escapedText, localName, markupPieces, writtenChild } from '../package/markup';
import { prefixOf } from './schema-order';

/** The workbook's shared texts, to which texts can be added. Texts are shared, not inline, because a table's headings must be. */
export class StringPool {
  /** Not the texts of the file that have parts of their own looks, which a new cell must not get. */
  private readonly index = new Map<string, number>();
  private readonly texts: string[];
  /** How many of the texts stood in the file; the others were added. */
  private readonly before: number;

  /** `texts` are those of the part, decoded, in its order. */
  constructor(
    private readonly root: Markup,
    texts: readonly string[],
  ) {
    this.texts = [...texts];
    this.before = texts.length;
    root.children
      .filter((child) => typeof child !== 'string')
      .forEach((item, at) => {
        const text = texts[at];
        if (text !== undefined && !this.index.has(text) && isPlain(item, text)) this.index.set(text, at);
      });
  }

  get decoded(): readonly string[] {
    return this.texts;
  }

  /** The number a cell refers to the text by. */
  add(text: string): number {
    const before = this.index.get(text);
    if (before !== undefined) return before;
    const at = this.texts.push(text) - 1;
    this.index.set(text, at);
    // The counts are optional, so they are removed: a wrong count would be worse than none.
    this.root.attributes.delete('count');
    this.root.attributes.delete('uniqueCount');
    return at;
  }

  /** The part as it is written, piece by piece. */
  pieces(): Iterable<string> {
    return markupPieces(this.root, this.items());
  }

  private *items(): Generator<string, void> {
    yield* this.root.children.map(writtenChild);
    const prefix = prefixOf(this.root);
    const [start, end] = [`<${prefix}si><${prefix}t xml:space="preserve">`, `</${prefix}t></${prefix}si>`];
    for (let at = this.before; at < this.texts.length; at += 1) yield start + escapedText(escapedXstring(this.texts[at] ?? '')) + end;
  }
}

/** One text without looks or phonetics; without "preserve", blanks at its ends may be lost when it is read. */
function isPlain({ children }: Markup, text: string): boolean {
  const [only, more] = children.filter((child) => typeof child !== 'string');
  if (only === undefined || more !== undefined || localName(only.name) !== 't') return false;
  return only.attributes.has('xml:space') || text === text.trim();
}
