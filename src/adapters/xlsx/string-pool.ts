import { type Markup, element } from './markup';
import { prefixOf } from './schema-order';

/** The workbook's shared texts, to which texts can be added. Texts are shared, not inline, because a table's headings must be. */
export class StringPool {
  /** Only texts added here: a text that was in the file may have bold parts, which a new cell must not get. */
  private readonly index = new Map<string, number>();
  private readonly texts: string[];

  /** `texts` are those of the part, decoded, in its order. */
  constructor(
    readonly root: Markup,
    texts: readonly string[],
  ) {
    this.texts = [...texts];
  }

  get decoded(): readonly string[] {
    return this.texts;
  }

  /** The number a cell refers to the text by. */
  add(text: string): number {
    const before = this.index.get(text);
    if (before !== undefined) return before;
    const prefix = prefixOf(this.root);
    const t = element(`${prefix}t`, { 'xml:space': 'preserve' }, [escapedControls(text)]);
    this.root.children.push(element(`${prefix}si`, {}, [t]));
    const at = this.texts.push(text) - 1;
    this.index.set(text, at);
    // The counts are optional, so they are removed: a wrong count would be worse than none.
    this.root.attributes.delete('count');
    this.root.attributes.delete('uniqueCount');
    return at;
  }
}

/** Characters that XML cannot carry, and texts that look like their escapes, written as `_xHHHH_`. */
function escapedControls(text: string): string {
  const escape = (letter: string): string => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replace(CONTROLS, escape);
}

/** All but tab and line feed; half a surrogate pair too, which the `u` flag tells from a whole one. */
const CONTROLS = new RegExp(
  `[${[
    [0, 8],
    [11, 31],
    [0xd800, 0xdfff],
    [0xfffe, 0xffff],
  ]
    .map(range)
    .join('')}]`,
  'gu',
);

function range(bounds: number[]): string {
  return bounds.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('-');
}
