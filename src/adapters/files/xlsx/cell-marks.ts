import type { ColourRun, SheetMarks } from '../../../domain/grid';
import { type Markup, attributeOf, childNamed, childrenNamed, element, scanMarkup } from '../package/markup';

/** What of a cell style the eye sees and no word says; colours as `ColourRun` has them. */
export interface StyleMark {
  readonly fill: string | null;
  readonly letters: string | null;
  readonly struck: boolean;
}

/** Marks of one workbook that are kept; more could exhaust the pane's memory, and then none are told of. */
const MOST_MARKS = 500_000;

/** The marks by cell style, and the shared texts of which a part is struck through. */
export class WorkbookMarks {
  private left = MOST_MARKS;

  constructor(
    private readonly styles: readonly (StyleMark | null)[],
    private readonly struckTexts: ReadonlySet<number>,
  ) {}

  markOf(style: number): StyleMark | null {
    return this.styles[style] ?? null;
  }

  /** @param index of a shared text. */
  isStruckText(index: number): boolean {
    return this.struckTexts.has(index);
  }

  /** Whether one more can be kept. */
  spend(): boolean {
    this.left -= 1;
    return this.left >= 0;
  }
}

/** Collects the marks of one sheet in the order of its cells. */
export class MarkCollector {
  private readonly fills = new Map<number, ColourRun[]>();
  private readonly letters = new Map<number, ColourRun[]>();
  private readonly struck = new Map<number, number[]>();
  /** Whether there were more than can be kept, so that none is told of. */
  isFull = false;

  constructor(private readonly marks: WorkbookMarks) {}

  /**
   * @param sharedText the index of the cell's shared text; null where it has none. @param struck whether a part of its own text is.
   * @param right the last of the columns that are like the cell.
   */
  add(
    row: number,
    column: number,
    cell: { readonly style: number; readonly isEmpty: boolean; readonly sharedText: number | null; readonly struck: boolean },
    right = column,
  ): void {
    const mark = this.marks.markOf(cell.style);
    if (mark !== null && mark.fill !== null) this.addColour(this.fills, row, { left: column, right, colour: mark.fill });
    if (cell.isEmpty) return;
    if (mark !== null && mark.letters !== null) this.addColour(this.letters, row, { left: column, right, colour: mark.letters });
    const isStruck = mark?.struck === true || cell.struck || (cell.sharedText !== null && this.marks.isStruckText(cell.sharedText));
    for (let at = column; isStruck && at <= right && this.hasRoom(); at += 1) this.addStruck(row, at);
  }

  private addStruck(row: number, column: number): void {
    const columns = this.struck.get(row);
    if (columns === undefined) this.struck.set(row, [column]);
    else columns.push(column);
  }

  /** Null where there are more than can be kept. */
  collected(): SheetMarks | null {
    return this.isFull ? null : { fills: this.fills, letters: this.letters, struck: this.struck };
  }

  private addColour(to: Map<number, ColourRun[]>, row: number, run: ColourRun): void {
    const runs = to.get(row) ?? [];
    const last = runs.at(-1);
    if (last?.colour === run.colour && last.right === run.left - 1) {
      runs[runs.length - 1] = { ...last, right: run.right };
      return;
    }
    if (!this.hasRoom()) return;
    runs.push(run);
    to.set(row, runs);
  }

  private hasRoom(): boolean {
    if (!this.isFull && !this.marks.spend()) this.isFull = true;
    return !this.isFull;
  }
}

/** @param styles the styles part; null where the workbook has none. */
export function styleMarks(styles: Markup | null): (StyleMark | null)[] {
  if (styles === null) return [];
  const members = (pool: string): Markup[] =>
    (childNamed(styles, pool)?.children ?? []).filter((child): child is Markup => typeof child !== 'string');
  const fills = members('fills').map(fillColour);
  const fonts = members('fonts').map((font) => ({ letters: lettersColour(font), struck: isOn(childNamed(font, 'strike')) }));
  return childrenNamed(childNamed(styles, 'cellXfs') ?? element(''), 'xf').map((xf): StyleMark | null => {
    const fill = fills[Number(xf.attributes.get('fillId') ?? 0)] ?? null;
    const { letters = null, struck = false } = fonts[Number(xf.attributes.get('fontId') ?? 0)] ?? {};
    return fill === null && letters === null && !struck ? null : { fill, letters, struck };
  });
}

/** The shared texts of which a run is struck through. @param xml the part of shared texts. */
export function struckTexts(xml: string): Set<number> {
  const struck = new Set<number>();
  // Most workbooks have none, and a search for the word costs less than a walk.
  if (!xml.includes('strike')) return struck;
  let index = -1;
  scanMarkup(xml, {
    open(local, raw) {
      if (local === 'si') index += 1;
      else if (local === 'strike' && isStrike(raw)) struck.add(index);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return struck;
}

/** @param raw the attributes of a `strike`. */
export function isStrike(raw: string): boolean {
  return !/^(?:0|false)$/i.test(attributeOf(raw, 'val') ?? '');
}

function isOn(mark: Markup | undefined): boolean {
  return mark !== undefined && !/^(?:0|false)$/i.test(mark.attributes.get('val') ?? '');
}

/** Null for none and for patterns. */
function fillColour(fill: Markup): string | null {
  const pattern = childNamed(fill, 'patternFill');
  if (pattern?.attributes.get('patternType') !== 'solid') return null;
  return fillMark(colourOf(childNamed(pattern, 'fgColor')));
}

function lettersColour(font: Markup): string | null {
  return lettersMark(colourOf(childNamed(font, 'color')), childNamed(font, 'u') !== undefined);
}

/** The colour of a solid fill as far as it says something: not white. */
export function fillMark(colour: string | null): string | null {
  return colour === '#FFFFFF' || colour === 'theme 0' ? null : colour;
}

/** The colour of letters; null for the usual dark ones, for white ones on a dark ground and for links. */
export function lettersMark(colour: string | null, isUnderlined: boolean): string | null {
  if (colour === null || /^theme (?:[0-3]|10|11)\b/.test(colour)) return null;
  if (!colour.startsWith('#')) return colour;
  return isGreyish(colour) || isUnderlined ? null : colour;
}

/** Whether a colour ("#1F4E79") is black, white or near a grey: letters in it stand out by nothing. */
export function isGreyish(colour: string): boolean {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) < 48;
}

/** "#FF0000", or, where the workbook's theme says which colour it is, "theme 4 0.59"; null for the automatic one. */
function colourOf(colour: Markup | undefined): string | null {
  const rgb = colour?.attributes.get('rgb');
  if (rgb !== undefined) return `#${rgb.slice(-6).toUpperCase()}`;
  const theme = colour?.attributes.get('theme');
  const tint = colour?.attributes.get('tint');
  if (theme !== undefined) return tint === undefined || Number(tint) === 0 ? `theme ${theme}` : `theme ${theme} ${Number(tint).toFixed(2)}`;
  const index = colour?.attributes.get('indexed');
  return index === undefined ? null : paletteColour(Number(index));
}

/** The colour of a number of the palette; null for the automatic ones, from 64 on. */
export function paletteColour(index: number): string | null {
  const place = index < 8 ? index : index - 8;
  const colour = PALETTE[place];
  return colour === undefined ? null : `#${colour}`;
}

/** The usual palette of old workbooks from 8 on (ISO/IEC 29500-1, 18.8.27); 0 to 7 repeat 8 to 15. */
const PALETTE = [
  ...['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF', '800000', '008000', '000080', '808000', '800080'],
  ...['008080', 'C0C0C0', '808080', '9999FF', '993366', 'FFFFCC', 'CCFFFF', '660066', 'FF8080', '0066CC', 'CCCCFF', '000080', 'FF00FF'],
  ...['FFFF00', '00FFFF', '800080', '800000', '008080', '0000FF', '00CCFF', 'CCFFFF', 'CCFFCC', 'FFFF99', '99CCFF', 'FF99CC', 'CC99FF'],
  ...['FFCC99', '3366FF', '33CCCC', '99CC00', 'FFCC00', 'FF9900', 'FF6600', '666699', '969696', '003366', '339966', '003300', '333300'],
  ...['993300', '993366', '333399', '333333'],
];
