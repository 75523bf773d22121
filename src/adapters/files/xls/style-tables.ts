import { GENERAL } from '../../../domain/grid';
import { builtInFormat, usableFormat } from '../../../number-format';
import { type StyleMark, fillMark, lettersMark, paletteColour } from '../xlsx/cell-marks';
import type { BiffRecord, BiffVersion } from './biff-records';
import { PieceReader } from './biff-text';
import type { ByteView } from './byte-view';
import type { TextDecoding } from './code-page';

interface Font {
  readonly colour: number;
  readonly isStruck: boolean;
  readonly isUnderlined: boolean;
}

interface Style {
  readonly font: number;
  readonly format: number;
  /** Index of the colour of a solid fill; null where there is none. */
  readonly fill: number | null;
}

/** A pattern number that fills with the foreground colour alone. */
const SOLID = 1;
/** Colours 24 and 25 of Excel 3 and 4 are those of the system's windows. */
const SYSTEM_COLOURS = new Set([24, 25]);
/** No font has this number ([MS-XLS] 2.5.129): those behind it are counted one too high. */
const NO_FONT = 4;

/** Formats that follow the reader's country, which files before Excel 5 spell out as American. */
const BY_COUNTRY: Readonly<Record<string, number>> = { 'm/d/yy': 14, 'm/d/yy h:mm': 22 };

/** Fonts, number formats, colours and cell styles, in the order in which the records stand. */
export class StyleTables {
  private readonly fonts: Font[] = [];
  private readonly formats = new Map<number, string>();
  private readonly styles: Style[] = [];
  private readonly palette = new Map<number, string>();

  constructor(private readonly version: BiffVersion) {}

  takeFont({ id, data }: BiffRecord): void {
    const options = data.u16(2);
    const isLater = id === 0x0031 && this.version >= 5;
    const isUnderlined = isLater ? data.u8(10) !== 0 : (options & 4) !== 0;
    const colour = isLater || id === 0x0231 ? data.u16(4) : 0;
    this.fonts.push({ colour, isStruck: (options & 8) !== 0, isUnderlined });
  }

  takeFormat({ id, pieces, data }: BiffRecord, decode: TextDecoding): void {
    const isNumbered = this.version >= 5;
    const text = new PieceReader(pieces, id === 0x041e ? 2 : 0);
    const written = this.version === 8 ? text.unicode(Math.min(text.u16(), charactersIn(data))) : decode(text.bytes(text.u8()));
    const place = isNumbered ? data.u16(0) : this.formats.size;
    const builtIn = isNumbered ? undefined : BY_COUNTRY[written];
    this.formats.set(
      place,
      usableFormat((builtIn === undefined ? undefined : builtInFormat(builtIn)) ?? (written === '' ? GENERAL : written)),
    );
  }

  takePalette({ data }: BiffRecord): void {
    const count = Math.min(data.u16(0), 56);
    for (let index = 0; index < count; index += 1) {
      const parts = [0, 1, 2].map((part) =>
        data
          .u8(2 + index * 4 + part)
          .toString(16)
          .padStart(2, '0'),
      );
      this.palette.set(8 + index, `#${parts.join('').toUpperCase()}`);
    }
  }

  takeStyle(record: BiffRecord): void {
    this.styles.push(styleOf(record, this.version));
  }

  /** The number format of a cell style. */
  formatOf(style: number): string {
    return this.formatNumbered(this.styles[style]?.format ?? 0);
  }

  /** Of a cell of Excel 2, which names its format as well as its style. */
  formatNumbered(format: number): string {
    return this.formats.get(format) ?? builtInFormat(format) ?? GENERAL;
  }

  marks(): (StyleMark | null)[] {
    return this.styles.map(({ font, fill }): StyleMark | null => {
      const { colour, isStruck, isUnderlined } = this.font(font) ?? { colour: 0, isStruck: false, isUnderlined: false };
      const letters = lettersMark(this.colour(colour), isUnderlined);
      const filled = fill === null ? null : fillMark(this.colour(fill));
      return letters === null && filled === null && !isStruck ? null : { fill: filled, letters, struck: isStruck };
    });
  }

  isStruck(font: number): boolean {
    return this.font(font)?.isStruck === true;
  }

  private font(number: number): Font | undefined {
    return this.fonts[number > NO_FONT ? number - 1 : number];
  }

  private colour(index: number): string | null {
    if (this.version < 5 && SYSTEM_COLOURS.has(index)) return null;
    return this.palette.get(index) ?? paletteColour(index);
  }
}

/** How many characters a FORMAT record of Excel 97 has room for; some programs count one more. */
function charactersIn(data: ByteView): number {
  const room = Math.max(0, data.length - 5);
  return room === 0 || (data.u8(4) & 1) === 0 ? room : room >> 1;
}

/** [MS-XLS] 2.4.353 and OpenOffice.org's documentation 5.115, where each version has its own shape. */
function styleOf({ id, data }: BiffRecord, version: BiffVersion): Style {
  if (id === 0x0043) return { font: data.u8(0), format: data.u8(2) & 0x3f, fill: null };
  if (id === 0x0243 || id === 0x0443) {
    const area = data.u16(6);
    return { font: data.u8(0), format: data.u8(1), fill: (area & 0x3f) === SOLID ? (area >> 6) & 0x1f : null };
  }
  const [pattern, colours] = version === 8 ? [data.u32(14) >>> 26, data.u16(18)] : [(data.u32(8) >>> 16) & 0x3f, data.u16(8)];
  return { font: data.u16(0), format: data.u16(2), fill: pattern === SOLID ? colours & 0x7f : null };
}
