import { relationships } from '../adapters/files/package-builder';
import { f64, u16, u32 } from '../adapters/files/xls/biff-builder';
import * as binary from '../adapters/files/xlsb/binary-builder';

const record = (kind: number, data: readonly number[] = []): number[] => [...binary.record(kind, Uint8Array.from(data))];
const wide = (text: string): number[] => [...binary.wide(text)];
const cell = (kind: number, column: number, data: readonly number[], style = 0): number[] => [
  ...binary.cell(kind, column, Uint8Array.from(data), style),
];

export const sharedText = (column: number, index: number): number[] => cell(7, column, u32(index));
export const ownText = (column: number, text: string): number[] => cell(6, column, wide(text));
export const number = (column: number, value: number, style = 0): number[] => cell(5, column, f64(value), style);
export const truth = (column: number, value: boolean): number[] => cell(4, column, [value ? 1 : 0]);
export const error = (column: number, code: number): number[] => cell(3, column, [code]);
export const row = (index: number, ...cells: number[][]): number[] => [
  ...record(0, [...u32(index), ...Array<number>(17).fill(0)]),
  ...cells.flat(),
];
export const merge = (top: number, bottom: number, left: number, right: number): number[] =>
  record(176, [top, bottom, left, right].flatMap(u32));

export interface XlsbSheet {
  readonly name: string;
  readonly records: readonly number[];
}

/** The parts of an .xlsb workbook. Style 1 is a date, style 0 is none. */
export function xlsbParts(sheets: readonly XlsbSheet[], texts: readonly string[]): Record<string, Uint8Array> {
  const listed = sheets.flatMap(({ name }, index) => [...binary.tab(name, `rId${String(index + 1)}`)]);
  const formats = [0, 14].flatMap((format) => record(47, [...u16(0xffff, format), ...Array<number>(12).fill(0)]));
  const records = {
    'xl/workbook.bin': [...record(131), ...record(143), ...listed, ...record(144), ...record(132)],
    'xl/sharedStrings.bin': [
      ...record(159, [...u32(texts.length), ...u32(texts.length)]),
      ...texts.flatMap((text) => record(19, [0, ...wide(text)])),
      ...record(160),
    ],
    'xl/styles.bin': [...record(278), ...record(617, u32(2)), ...formats, ...record(618), ...record(279)],
    ...Object.fromEntries(
      sheets.map((sheet, index) => [
        `xl/worksheets/sheet${String(index + 1)}.bin`,
        [...record(129), ...record(145), ...sheet.records, ...record(146), ...record(130)],
      ]),
    ),
  };
  const markup = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.bin']]),
    'xl/_rels/workbook.bin.rels': relationships([
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${String(index + 1)}.bin`]),
      ['sharedStrings', 'sharedStrings.bin'],
      ['styles', 'styles.bin'],
    ]),
  };
  return {
    ...Object.fromEntries(Object.entries(markup).map(([path, text]) => [path, new TextEncoder().encode(text)])),
    ...Object.fromEntries(Object.entries(records).map(([path, bytes]) => [path, Uint8Array.from(bytes)])),
  };
}
