import { type Markup, childNamed, localName } from '../package/markup';
import { type StyleMark, isGreyish } from '../xlsx/cell-marks';
import { formatOfDataStyle } from './data-style';

/** What a style of cells says, its parents included. */
export interface CellStyle {
  /** Its place in `OdsStyles.marks`. */
  readonly index: number;
  /** The number format of Excel; undefined where the style has none, null where Excel has none for it. */
  readonly format: string | null | undefined;
}

/** The style of every cell that names none. */
const DEFAULT = 'Default';
/** Longer than any chain of parents that a program writes; a chain may be a circle. */
const MOST_PARENTS = 20;

/** Styles of one part of the document. A name of the automatic styles stands for another style than the same name elsewhere. */
class StyleList {
  private readonly byName = new Map<string, Markup>();
  private readonly data = new Map<string, Markup>();

  /** @param list what the part's \`office:styles\` or \`office:automatic-styles\` hold. */
  constructor(
    list: Markup,
    private readonly common: StyleList | null,
  ) {
    for (const child of list.children) {
      if (typeof child === 'string') continue;
      const name = child.attributes.get('style:name') ?? '';
      if (child.name === 'style:style') this.byName.set(`${child.attributes.get('style:family') ?? ''} ${name}`, child);
      else if (localName(child.name).endsWith('-style')) this.data.set(name, child);
    }
  }

  dataStyle(name: string): Markup | undefined {
    return this.data.get(name) ?? this.common?.dataStyle(name);
  }

  /** The style and its parents, the nearest first, each with the list in which it stands. */
  chain(family: string, name: string): { readonly style: Markup; readonly list: StyleList }[] {
    const chain: { readonly style: Markup; readonly list: StyleList }[] = [];
    for (let next: string | undefined = name; next !== undefined && chain.length < MOST_PARENTS;) {
      const found = this.find(family, next);
      if (found === null) break;
      chain.push(found);
      next = found.style.attributes.get('style:parent-style-name');
    }
    return chain;
  }

  private find(family: string, name: string): { readonly style: Markup; readonly list: StyleList } | null {
    const style = this.byName.get(`${family} ${name}`);
    return style === undefined ? (this.common?.find(family, name) ?? null) : { style, list: this };
  }
}

/** The styles of an OpenDocument file, as far as they change what a cell shows. */
export class OdsStyles {
  /** By the index of the cell style; grows as styles are asked for. */
  readonly marks: (StyleMark | null)[] = [];
  private readonly list: StyleList;
  private readonly cells = new Map<string, CellStyle>();
  private readonly struckTexts = new Map<string, boolean>();

  /** @param common the named styles. @param automatic those of the content alone. */
  constructor(common: Markup, automatic: Markup) {
    this.list = new StyleList(automatic, new StyleList(common, null));
  }

  cell(name: string | undefined): CellStyle {
    const key = name ?? DEFAULT;
    const known = this.cells.get(key);
    if (known !== undefined) return known;
    const style = { index: this.marks.length, format: this.formatOf(key) };
    this.marks.push(this.markOf(key));
    this.cells.set(key, style);
    return style;
  }

  isHiddenTable(name: string | undefined): boolean {
    return name !== undefined && this.property('table', name, 'table-properties', 'table:display') === 'false';
  }

  /** Whether a style of letters strikes them through. */
  isStruck(name: string): boolean {
    const known = this.struckTexts.get(name) ?? this.strikes('text', name);
    this.struckTexts.set(name, known);
    return known;
  }

  private formatOf(name: string): string | null | undefined {
    for (const { style, list } of this.list.chain('table-cell', name)) {
      const data = style.attributes.get('style:data-style-name');
      if (data === undefined) continue;
      const found = list.dataStyle(data);
      return found === undefined ? null : formatOfDataStyle(found, (other) => list.dataStyle(other));
    }
    return undefined;
  }

  private markOf(name: string): StyleMark | null {
    const read = (properties: string, attribute: string): string | undefined => this.property('table-cell', name, properties, attribute);
    const fill = colour(read('table-cell-properties', 'fo:background-color'));
    const letters = colour(read('text-properties', 'fo:color'));
    const isLink = isDrawn(read('text-properties', 'style:text-underline-style'));
    const mark = {
      fill: fill === '#FFFFFF' ? null : fill,
      letters: letters === null || isLink || isGreyish(letters) ? null : letters,
      struck: this.strikes('table-cell', name),
    };
    return mark.fill === null && mark.letters === null && !mark.struck ? null : mark;
  }

  private strikes(family: string, name: string): boolean {
    return ['style:text-line-through-style', 'style:text-line-through-type'].some((attribute) =>
      isDrawn(this.property(family, name, 'text-properties', attribute)),
    );
  }

  /** What the style, or the nearest of its parents that says it, gives for an attribute. */
  private property(family: string, name: string, properties: string, attribute: string): string | undefined {
    for (const { style } of this.list.chain(family, name)) {
      const value = childNamed(style, properties)?.attributes.get(attribute);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

function isDrawn(line: string | undefined): boolean {
  return line !== undefined && line !== 'none';
}

/** "#1F4E79" in capitals; null for "transparent" and all that is no colour. */
function colour(written: string | undefined): string | null {
  return written !== undefined && /^#[0-9a-f]{6}$/i.test(written) ? written.toUpperCase() : null;
}
