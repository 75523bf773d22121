import { GENERAL } from '../../../domain/grid';
import type { CellLook, FormatRule } from '../../../domain/workbook';
import { builtInFormat, builtInId, usableFormat } from '../../../number-format';
import { type Markup, childNamed, childrenNamed, element, writeMarkup } from '../package/markup';
import { FONT_ORDER, STYLES_ORDER, ensureChild, placeInOrder, prefixOf, removeChildren } from './schema-order';

/** Addresses of "Strict Open XML" begin with it. */
const STRICT_FAMILY = 'http://purl.oclc.org/ooxml/';

type Pool = 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs';

/** The styles part of a workbook that is being changed. Styles are only added, so existing cells keep their style numbers. */
export class StyleSheet {
  /** The members of each pool by their markup, so that each look is written once. */
  private readonly known = new Map<Pool, Map<string, number>>();
  private readonly formats = new Map<number, string>();
  private readonly wrapping = new Map<number, boolean>();
  private readonly derived = new Map<string, number>();
  /** By format and by the style it is given to. */
  private readonly reformatted = new Map<string, Map<number, number>>();

  constructor(readonly root: Markup) {}

  private get isStrict(): boolean {
    return [...this.root.attributes.values()].some((value) => value.startsWith(STRICT_FAMILY));
  }

  /** The number format of a cell style. */
  formatOf(style: number): string {
    const format = this.formats.get(style) ?? this.lookUpFormat(style);
    this.formats.set(style, format);
    return format;
  }

  private lookUpFormat(style: number): string {
    const id = Number(this.member('cellXfs', style)?.attributes.get('numFmtId') ?? 0);
    const own = childrenNamed(childNamed(this.root, 'numFmts') ?? element(''), 'numFmt');
    const written = own.find((format) => Number(format.attributes.get('numFmtId')) === id)?.attributes.get('formatCode');
    return usableFormat(written ?? builtInFormat(id) ?? GENERAL);
  }

  /** Whether a cell style breaks its text over several lines. */
  wraps(style: number): boolean {
    const known = this.wrapping.get(style);
    if (known !== undefined) return known;
    const xf = this.member('cellXfs', style);
    const alignment = xf === undefined ? undefined : childNamed(xf, 'alignment');
    const wraps = /^(1|true)$/.test(alignment?.attributes.get('wrapText') ?? '');
    this.wrapping.set(style, wraps);
    return wraps;
  }

  /** Whether two cell styles differ in nothing but their number formats. */
  differInFormatAlone(one: number, other: number): boolean {
    if (one === other) return true;
    const [a, b] = [this.member('cellXfs', one), this.member('cellXfs', other)];
    return a !== undefined && b !== undefined && withoutFormat(a) === withoutFormat(b);
  }

  /** The style like `base` with another number format. */
  withFormat(base: number, format: string): number {
    const known = this.reformatted.get(format) ?? new Map<number, number>();
    this.reformatted.set(format, known);
    const style = known.get(base) ?? this.derive(base, { format });
    known.set(base, style);
    return style;
  }

  /** The style like `base`, with only those properties changed that the look names. */
  derive(base: number, look: CellLook): number {
    const key = `${String(base)} ${JSON.stringify(look)}`;
    const before = this.derived.get(key);
    if (before !== undefined) return before;
    const from = this.member('cellXfs', base) ?? this.xf();
    const xf: Markup = { name: from.name, attributes: new Map(from.attributes), children: structuredClone(from.children) };
    this.setFormat(xf, look);
    this.setFont(xf, look);
    this.setFill(xf, look);
    this.setBorder(xf, look);
    this.setAlignment(xf, look);
    const made = this.intern('cellXfs', xf);
    this.derived.set(key, made);
    return made;
  }

  /** Adds the look of a conditional rule; returns the number by which the rule refers to it. */
  ruleLook(look: FormatRule['look']): number {
    const font = this.own('font', {}, [
      ...(look.bold === undefined ? [] : [this.own('b', look.bold ? {} : { val: 0 })]),
      this.own('color', { rgb: argb(look.colour) }),
    ]);
    const fill = this.own('fill', {}, [this.own('patternFill', {}, [this.own('bgColor', { rgb: argb(look.fill) })])]);
    return this.intern('dxfs', this.own('dxf', {}, [font, fill]));
  }

  private setFormat(xf: Markup, look: CellLook): void {
    if (look.format === undefined) return;
    xf.attributes.set('numFmtId', String(this.formatId(look.format)));
    xf.attributes.set('applyNumberFormat', '1');
  }

  private formatId(format: string): number {
    const builtIn = builtInId(format);
    if (builtIn !== undefined) return builtIn;
    const pool = ensureChild(this.root, 'numFmts', STYLES_ORDER);
    const own = childrenNamed(pool, 'numFmt');
    const same = own.find((one) => one.attributes.get('formatCode') === format);
    if (same !== undefined) return Number(same.attributes.get('numFmtId'));
    const id = Math.max(163, ...own.map((one) => Number(one.attributes.get('numFmtId') ?? 0))) + 1;
    pool.children.push(this.own('numFmt', { numFmtId: id, formatCode: format }));
    pool.attributes.set('count', String(own.length + 1));
    return id;
  }

  private setFont(xf: Markup, look: CellLook): void {
    if (look.bold === undefined && look.italic === undefined && look.size === undefined && look.colour === undefined) return;
    const from = this.member('fonts', Number(xf.attributes.get('fontId') ?? 0));
    const font = from === undefined ? this.own('font') : structuredClone(from);
    const set = (local: string, attributes: Record<string, string | number> | null): void => {
      removeChildren(font, (child) => child.name === prefixOf(this.root) + local);
      if (attributes !== null) placeInOrder(font, this.own(local, attributes), FONT_ORDER);
    };
    if (look.bold !== undefined) set('b', look.bold ? {} : null);
    if (look.italic !== undefined) set('i', look.italic ? {} : null);
    if (look.size !== undefined) set('sz', { val: look.size });
    if (look.colour !== undefined) set('color', { rgb: argb(look.colour) });
    xf.attributes.set('fontId', String(this.intern('fonts', font)));
    xf.attributes.set('applyFont', '1');
  }

  private setFill(xf: Markup, look: CellLook): void {
    if (look.fill === undefined) return;
    const colours = [this.own('fgColor', { rgb: argb(look.fill) }), this.own('bgColor', { indexed: 64 })];
    const fill = this.own('fill', {}, [this.own('patternFill', { patternType: 'solid' }, colours)]);
    xf.attributes.set('fillId', String(this.intern('fills', fill)));
    xf.attributes.set('applyFill', '1');
  }

  private setBorder(xf: Markup, look: CellLook): void {
    if (look.border === undefined) return;
    // The two families name the outer sides differently (ISO/IEC 29500-1 and -4, CT_Border).
    const outer = this.isStrict ? ['start', 'end'] : ['left', 'right'];
    const sides = [...outer, 'top', 'bottom'].map((side) => this.own(side, { style: 'thin' }, [this.own('color', { rgb: 'FFBFBFBF' })]));
    xf.attributes.set('borderId', String(this.intern('borders', this.own('border', {}, [...sides, this.own('diagonal')]))));
    xf.attributes.set('applyBorder', '1');
  }

  private setAlignment(xf: Markup, look: CellLook): void {
    if (look.wrap === undefined && look.align === undefined && look.vertical === undefined) return;
    const alignment = ensureChild(xf, 'alignment', ['alignment', 'protection', 'extLst']);
    if (look.wrap !== undefined) alignment.attributes.set('wrapText', look.wrap ? '1' : '0');
    if (look.align !== undefined) alignment.attributes.set('horizontal', look.align === 'centre' ? 'center' : look.align);
    if (look.vertical !== undefined) alignment.attributes.set('vertical', look.vertical === 'middle' ? 'center' : look.vertical);
    xf.attributes.set('applyAlignment', '1');
  }

  private xf(): Markup {
    return this.own('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 });
  }

  private own(local: string, attributes: Readonly<Record<string, string | number>> = {}, children: readonly Markup[] = []): Markup {
    return element(prefixOf(this.root) + local, attributes, children);
  }

  private members(pool: Pool): Markup[] {
    const found = childNamed(this.root, pool);
    return found === undefined ? [] : found.children.filter((child): child is Markup => typeof child !== 'string');
  }

  private member(pool: Pool, index: number): Markup | undefined {
    return this.members(pool)[index];
  }

  private intern(pool: Pool, member: Markup): number {
    const known = this.known.get(pool) ?? new Map(this.members(pool).map((one, index) => [writeMarkup(one), index]));
    this.known.set(pool, known);
    const markup = writeMarkup(member);
    const before = known.get(markup);
    if (before !== undefined) return before;
    const parent = ensureChild(this.root, pool, STYLES_ORDER);
    parent.children.push(member);
    const index = this.members(pool).length - 1;
    parent.attributes.set('count', String(index + 1));
    known.set(markup, index);
    return index;
  }
}

function withoutFormat({ name, attributes, children }: Markup): string {
  const rest = [...attributes].filter(([key]) => key !== 'numFmtId' && key !== 'applyNumberFormat');
  return writeMarkup({ name, attributes: new Map(rest.sort(([a], [b]) => (a < b ? -1 : 1))), children });
}

/** "#1F4E79" as the format writes a colour: "FF1F4E79". */
export function argb(colour: string): string {
  return `FF${colour.replace('#', '').toUpperCase()}`;
}
