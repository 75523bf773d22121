import { type Markup, childNamed, childrenNamed, localName, prefixedAttribute, textOf } from '../package/markup';
import type { Fields } from './fields';
import type { ListLabels } from './list-labels';
import { inSymbols, symbolCharacter } from './symbol-characters';
import { numberOf, switchOf, valueOf } from './word-attributes';
import type { Noticed } from './word-blocks';
import { type WordStyles, numberingOf } from './word-styles';

export interface ParagraphRead {
  /** The bullet or number of its list with a space after it, "" for none. */
  readonly label: string;
  readonly text: string;
  readonly isHeading: boolean;
  /** Its mark was deleted, so that the next paragraph goes on in its last line. */
  readonly goesOn: boolean;
  readonly isStruck: boolean;
  readonly letters: string | null;
  /** Tables in text boxes that are anchored in it. */
  readonly boxedTables: readonly Markup[];
}

/** What a document gives every paragraph. */
export interface DocumentParts {
  readonly styles: WordStyles;
  readonly labels: ListLabels;
  readonly fields: Fields;
  /** What is counted at the moment; another one for each table. */
  readonly noticed: () => Noticed;
  /** The name of a part that is embedded, by the id of its relationship. */
  readonly embeddedName: (id: string) => string;
}

/** How the text of a run looks, as far as reading minds it. */
interface Look {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly font: string | undefined;
  readonly letters: string | null;
}

/**
 * Elements of a paragraph that hold none of its words: its properties, and how words of other scripts are spoken. The content of all others
 * that are not known here stands in the paragraph as if they were not there: links, smart tags, parts of a formula, and what is to come.
 */
const WITHOUT_WORDS = new Set(['pPr', 'rt']);

/**
 * Reads one paragraph as Word shows and prints it: what was inserted counts and what was deleted does not, fields show their results,
 * hidden text, notes, comments and text boxes are no text of it.
 */
export class ParagraphReader {
  private readonly pieces: string[] = [];
  private readonly boxedTables: Markup[] = [];
  private readonly styleId: string | undefined;
  private isStruck = false;
  private letters: string | null = null;

  private constructor(
    private readonly parts: DocumentParts,
    properties: Markup | undefined,
  ) {
    this.styleId = valueOf(properties === undefined ? undefined : childNamed(properties, 'pStyle'));
  }

  static read(paragraph: Markup, parts: DocumentParts): ParagraphRead {
    const properties = childNamed(paragraph, 'pPr');
    const reader = new ParagraphReader(parts, properties);
    reader.content(paragraph);
    const mark = properties === undefined ? undefined : childNamed(properties, 'rPr');
    const goesOn = mark !== undefined && (childNamed(mark, 'del') ?? childNamed(mark, 'moveFrom')) !== undefined;
    parts.fields.keep('\n');
    const text = reader.pieces.join('');
    // Word numbers a paragraph without words too.
    const label = goesOn ? '' : reader.label(properties);
    const { styleId, isStruck, letters, boxedTables } = reader;
    const level = properties === undefined ? undefined : childNamed(properties, 'outlineLvl');
    const isHeading = level === undefined ? parts.styles.property(styleId, 'heading') === true : numberOf(level, 9) < 9;
    return { label, text, isHeading, goesOn, isStruck, letters, boxedTables };
  }

  private label(properties: Markup | undefined): string {
    const { styles, labels } = this.parts;
    const list = numberingOf(properties, 'numId') ?? styles.property(this.styleId, 'list');
    if (list === null || list === '0') return '';
    return labels.next(list, Number(numberingOf(properties, 'ilvl') ?? styles.property(this.styleId, 'listLevel') ?? 0));
  }

  private content(parent: Markup): void {
    for (const child of parent.children) if (typeof child !== 'string') this.element(child);
  }

  private element(child: Markup): void {
    const local = localName(child.name);
    if (local === 'r') this.run(child);
    else if (local === 'sdt') this.contentControl(child);
    else if (local === 'del' || local === 'moveFrom') this.deleted(child);
    else if (local === 'AlternateContent') this.content(alternative(child));
    else if (local === 'subDoc') this.parts.noticed().embedded.push(this.parts.embeddedName(prefixedAttribute(child, 'id') ?? ''));
    else if (!WITHOUT_WORDS.has(local)) this.transparent(child, local);
  }

  private transparent(child: Markup, local: string): void {
    if (local === 'ins' || local === 'moveTo') this.parts.noticed().insertions += 1;
    this.content(child);
  }

  /** Deleted or moved away; a field that begins or ends in it does so all the same. */
  private deleted(child: Markup): void {
    this.parts.noticed().deletions += 1;
    for (const run of childrenNamed(child, 'r')) for (const mark of childrenNamed(run, 'fldChar')) this.fieldMark(mark);
  }

  /** A control that only asks to be filled in is empty. */
  private contentControl(control: Markup): void {
    const properties = childNamed(control, 'sdtPr');
    if (switchOf(properties, 'showingPlcHdr') === true) return;
    const content = childNamed(control, 'sdtContent');
    if (content !== undefined) this.content(content);
  }

  private run(run: Markup): void {
    // A formula's run has its text without any of Word's own properties.
    if (run.name.startsWith('m:')) {
      this.emit(childrenNamed(run, 't').map(textOf).join(''), NO_LOOK);
      return;
    }
    const look = this.lookOf(childNamed(run, 'rPr'));
    for (const child of run.children) if (typeof child !== 'string') this.inRun(child, look);
  }

  private lookOf(properties: Markup | undefined): Look {
    const { styles } = this.parts;
    const style = valueOf(properties === undefined ? undefined : childNamed(properties, 'rStyle'));
    const said = (local: string, key: 'hidden' | 'struck'): boolean => {
      const own = switchOf(properties, local);
      if (own !== null) return own;
      return (style === undefined ? null : styles.property(style, key)) ?? styles.property(this.styleId, key) ?? false;
    };
    const fonts = properties === undefined ? undefined : childNamed(properties, 'rFonts');
    return {
      hidden: said('vanish', 'hidden'),
      struck: said('strike', 'struck') || switchOf(properties, 'dstrike') === true,
      font: fonts === undefined ? undefined : (prefixedAttribute(fonts, 'ascii') ?? prefixedAttribute(fonts, 'hAnsi')),
      letters: lettersOf(properties),
    };
  }

  private inRun(child: Markup, look: Look): void {
    const local = localName(child.name);
    switch (local) {
      case 't':
        this.emit(inSymbols(look.font, wordsOf(child)), look);
        break;
      case 'tab':
      case 'ptab':
        this.emit('\t', look);
        break;
      case 'br':
      case 'cr':
        this.emit('\n', look);
        break;
      case 'noBreakHyphen':
        this.emit('-', look);
        break;
      case 'sym':
        this.emit(
          symbolCharacter(prefixedAttribute(child, 'font') ?? '', Number.parseInt(prefixedAttribute(child, 'char') ?? '', 16) || 0),
          look,
        );
        break;
      case 'fldChar':
        this.formField(child, look);
        this.fieldMark(child);
        break;
      default:
        this.besideText(child, local, look);
    }
  }

  private besideText(child: Markup, local: string, look: Look): void {
    const noticed = this.parts.noticed();
    if (local === 'commentReference') noticed.comments += 1;
    else if (local === 'footnoteReference' || local === 'endnoteReference') noticed.footnotes += 1;
    else if (local === 'drawing' || local === 'pict') this.picture(child);
    else if (local === 'object') this.object(child);
    else if (local === 'AlternateContent') this.alternativeInRun(child, look);
    else if (local === 'ruby') this.content(child);
  }

  /** Word writes a text box twice, as a shape and as what older programs show of it. */
  private alternativeInRun(child: Markup, look: Look): void {
    if (holds(child, 'txbxContent')) {
      const branch = child.children.find((one): one is Markup => typeof one !== 'string' && holds(one, 'txbxContent'));
      if (branch !== undefined) this.picture(branch);
      return;
    }
    for (const one of alternative(child).children) if (typeof one !== 'string') this.inRun(one, look);
  }

  private picture(shape: Markup): void {
    const boxes = allNamed(shape, 'txbxContent');
    const noticed = this.parts.noticed();
    if (boxes.length === 0) noticed.pictures += 1;
    for (const box of boxes) {
      this.boxedTables.push(...allNamed(box, 'tbl'));
      if (holdsWordsBesideTables(box)) noticed.textBoxes += 1;
    }
  }

  private object(object: Markup): void {
    const [embedded] = allNamed(object, 'OLEObject');
    const id = embedded === undefined ? undefined : prefixedAttribute(embedded, 'id');
    if (embedded === undefined) this.picture(object);
    else this.parts.noticed().embedded.push(this.parts.embeddedName(id ?? ''));
  }

  private fieldMark(mark: Markup): void {
    this.parts.fields.mark(prefixedAttribute(mark, 'fldCharType') ?? '');
  }

  /** A form's old drop-down list or tick box shows what its settings say, and no text (ISO/IEC 29500-1, 17.16.17). */
  private formField(mark: Markup, look: Look): void {
    const settings = childNamed(mark, 'ffData');
    if (settings === undefined) return;
    const list = childNamed(settings, 'ddList');
    const box = childNamed(settings, 'checkBox');
    if (list !== undefined) {
      const chosen = numberOf(childNamed(list, 'result') ?? childNamed(list, 'default'), 0);
      this.emit(valueOf(childrenNamed(list, 'listEntry')[chosen]) ?? '', look);
    }
    if (box !== undefined) this.emit((switchOf(box, 'checked') ?? switchOf(box, 'default')) === true ? '☒' : '☐', look);
  }

  private emit(text: string, look: Look): void {
    if (text === '') return;
    if (look.hidden) {
      if (text.trim() !== '') this.parts.noticed().hiddenTexts += 1;
      return;
    }
    if (this.parts.fields.inCode) {
      this.parts.fields.keep(text);
      return;
    }
    this.pieces.push(text);
    if (text.trim() === '') return;
    if (look.struck) this.isStruck = true;
    this.letters ??= look.letters;
  }
}

const NO_LOOK: Look = { hidden: false, struck: false, font: undefined, letters: null };

/**
 * Of content that programs may show in several ways: what every program can show (ISO/IEC 29500-3, 9.3). Where that is not given, or is
 * nothing, it is the first choice, as Word itself knows all it writes: the content would be lost.
 */
export function alternative(of: Markup): Markup {
  const fallback = childNamed(of, 'Fallback');
  if (fallback?.children.some((child) => typeof child !== 'string') === true) return fallback;
  return childNamed(of, 'Choice') ?? fallback ?? { name: '', attributes: new Map(), children: [] };
}

/** White space at the edges counts only where the text says so (ISO/IEC 29500-1, 17.3.3.31); a line end within it is a space. */
function wordsOf(text: Markup): string {
  const words = textOf(text)
    .replace(/[\r\n\t]/g, ' ')
    .replaceAll('\u00ad', '');
  return text.attributes.get('xml:space') === 'preserve' ? words : words.replace(/^ +/, '').replace(/(?<! ) +$/, '');
}

/** "#FF0000"; null for the automatic colour, black, greys and white, and for the blue of links. */
function lettersOf(properties: Markup | undefined): string | null {
  const colour = properties === undefined ? undefined : childNamed(properties, 'color');
  const rgb = /^[0-9a-f]{6}$/i.exec(valueOf(colour) ?? '')?.[0].toUpperCase();
  if (rgb === undefined || properties === undefined || childNamed(properties, 'u') !== undefined) return null;
  const parts = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) < 48 ? null : `#${rgb}`;
}

function holds(of: Markup, local: string): boolean {
  return of.children.some((child) => typeof child !== 'string' && (localName(child.name) === local || holds(child, local)));
}

function holdsWordsBesideTables(of: Markup): boolean {
  return of.children.some((child) => {
    if (typeof child === 'string') return false;
    const local = localName(child.name);
    return local === 't' ? textOf(child).trim() !== '' : local !== 'tbl' && holdsWordsBesideTables(child);
  });
}

/** The outermost elements of a name, at any depth. */
function allNamed(of: Markup, local: string): Markup[] {
  return of.children.flatMap((child) =>
    typeof child === 'string' ? [] : localName(child.name) === local ? [child] : allNamed(child, local),
  );
}
