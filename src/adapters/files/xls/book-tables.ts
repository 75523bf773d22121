import type { Cell } from '../../../domain/grid';
import { FileRefusal } from '../file-refusal';
import { shownText } from '../xlsx/cell-decoding';
import { WorkbookMarks } from '../xlsx/cell-marks';
import type { BiffRecord, BiffVersion, RecordName } from './biff-records';
import { PieceReader } from './biff-text';
import { type TextDecoding, decodingOf } from './code-page';
import { StyleTables } from './style-tables';

/** What the cells of a workbook refer to: shared texts, styles, the date system and the code page. In Excel 2 to 4 every sheet has its own. */
export class BookTables {
  readonly styles: StyleTables;
  date1904 = false;
  private readonly strings: string[] = [];
  /** Cells of shared texts by format and index: a short text under a long format may be in many cells of a small file. */
  private readonly sharedCells = new Map<string, Map<number, Cell>>();
  /** Fonts of parts of a shared text, by its index. */
  private readonly fontsOfTexts = new Map<number, readonly number[]>();
  private decoding: TextDecoding = decodingOf(1252);

  private readonly takings: Partial<Record<RecordName, (record: BiffRecord) => void>> = {
    filePass: () => {
      throw new FileRefusal('encrypted');
    },
    codePage: ({ data }) => {
      this.decoding = decodingOf(data.u16(0));
    },
    dateMode: ({ data }) => {
      this.date1904 = data.u16(0) === 1;
    },
    font: (record) => this.styles.takeFont(record),
    format: (record) => this.styles.takeFormat(record, this.decoding),
    xf: (record) => this.styles.takeStyle(record),
    palette: (record) => this.styles.takePalette(record),
    sst: (record) => this.takeStrings(record),
  };

  constructor(readonly version: BiffVersion) {
    this.styles = new StyleTables(version);
  }

  /** @returns whether the record belongs here. @throws FileRefusal for damage, and (encrypted) where a password is needed. */
  take(record: BiffRecord): boolean {
    const taking = record.name === null ? undefined : this.takings[record.name];
    taking?.(record);
    return taking !== undefined;
  }

  /** A text that stands in a record. @param at where its length stands. @param lengthSize in bytes: 1 or 2. */
  textAt({ pieces }: BiffRecord, at: number, lengthSize: 1 | 2): string {
    const reader = new PieceReader(pieces, at);
    const length = lengthSize === 1 ? reader.u8() : reader.u16();
    return this.version === 8 ? reader.unicode(length) : this.decoding(reader.bytes(length));
  }

  /** A cell that holds a shared text. @throws FileRefusal (damaged) where there is none: a cell left blank in silence would be worse. */
  sharedCell(index: number, format: string): Cell {
    const cells = this.sharedCells.get(format) ?? new Map<number, Cell>();
    const known = cells.get(index);
    if (known !== undefined) return known;
    const text = this.strings[index];
    if (text === undefined) throw new FileRefusal('damaged');
    const cell = shownText(text, format);
    this.sharedCells.set(format, cells.set(index, cell));
    return cell;
  }

  /** Bytes of the workbook's code page. */
  decode(bytes: Uint8Array): string {
    return this.decoding(bytes);
  }

  marks(): WorkbookMarks {
    const struck = [...this.fontsOfTexts].filter(([, fonts]) => fonts.some((font) => this.styles.isStruck(font)));
    return new WorkbookMarks(this.styles.marks(), new Set(struck.map(([index]) => index)));
  }

  /** [MS-XLS] 2.4.265: the number of references, that of the texts, the texts. */
  private takeStrings({ pieces }: BiffRecord): void {
    const reader = new PieceReader(pieces, 4);
    const count = reader.u32();
    for (let index = 0; index < count && !reader.isAtEnd; index += 1) {
      const { text, fonts } = reader.richUnicode(reader.u16());
      this.strings.push(text);
      if (fonts.length > 0) this.fontsOfTexts.set(index, fonts);
    }
  }
}
