import { FileRefusal } from '../file-refusal';
import type { ByteView } from './byte-view';

/**
 * Records of Excel's own file formats before .xlsx, by [MS-XLS] 2.3 and, for those of Excel 2 to 5, OpenOffice.org's "Documentation of the
 * Microsoft Excel File Format". The upper byte of a number tells in which version a record took that form.
 */
const RECORDS = {
  blank: [0x0001, 0x0201],
  boolErr: [0x0005, 0x0205],
  boundSheet: [0x0085],
  bof: [0x0009, 0x0209, 0x0409, 0x0809],
  codePage: [0x0042],
  continue: [0x003c],
  dateMode: [0x0022],
  eof: [0x000a],
  filePass: [0x002f],
  font: [0x0031, 0x0231],
  format: [0x001e, 0x041e],
  formula: [0x0006, 0x0206, 0x0406],
  integer: [0x0002],
  label: [0x0004, 0x0204],
  labelSst: [0x00fd],
  mergedCells: [0x00e5],
  mulBlank: [0x00be],
  mulRk: [0x00bd],
  note: [0x001c],
  number: [0x0003, 0x0203],
  obj: [0x005d],
  palette: [0x0092],
  protect: [0x0012],
  rk: [0x007e, 0x027e],
  rString: [0x00d6],
  sheetHeader: [0x008f],
  sst: [0x00fc],
  string: [0x0007, 0x0207],
  styleOfCell: [0x0044],
  txo: [0x01b6],
  wsBool: [0x0081],
  xf: [0x0043, 0x0243, 0x0443, 0x00e0],
} as const;

export type RecordName = keyof typeof RECORDS;

const NAMES = new Map<number, RecordName>(
  Object.entries(RECORDS).flatMap(([name, ids]) => ids.map((id): [number, RecordName] => [id, name as RecordName])),
);

export interface BiffRecord {
  /** Null for the many that are not looked at. */
  readonly name: RecordName | null;
  readonly id: number;
  /** Where it stands in the stream, and where its CONTINUE records end; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly data: ByteView;
  /** The record's data and those of the CONTINUE records behind it. */
  readonly pieces: readonly ByteView[];
}

/** Id and length stand before the data of each record. */
const HEAD = 4;

/** The record at a place of a stream; null behind the last one. @throws FileRefusal (damaged) where its data are cut off. */
export function recordAt(stream: ByteView, start: number): BiffRecord | null {
  if (start + HEAD > stream.length) return null;
  const id = stream.u16(start);
  let end = start + HEAD + stream.u16(start + 2);
  const data = stream.part(start + HEAD, end);
  const pieces = [data];
  while (end + HEAD <= stream.length && NAMES.get(stream.u16(end)) === 'continue') {
    const next = end + HEAD + stream.u16(end + 2);
    pieces.push(stream.part(end + HEAD, next));
    end = next;
  }
  return { name: NAMES.get(id) ?? null, id, start, end, data, pieces };
}

/**
 * The records of one substream, from its BOF to its EOF. Those of a substream in it, which an embedded chart is, are passed over.
 * @throws FileRefusal (damaged) where the stream ends before the substream does.
 */
export function* substreamAt(stream: ByteView, start: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = start; ;) {
    const record = recordAt(stream, at);
    if (record === null) throw new FileRefusal('damaged');
    at = record.end;
    if (record.name === 'bof') depth += 1;
    if (depth === 1) yield record;
    if (record.name === 'eof') depth -= 1;
    if (depth === 0) return;
  }
}

export type BiffVersion = 2 | 3 | 4 | 5 | 8;

/** What the BOF of a substream says of it ([MS-XLS] 2.4.21): type 0x0005 is the workbook, 0x0010 a worksheet, 0x0020 a chart, 0x0040 a macro sheet. */
export interface Beginning {
  readonly version: BiffVersion;
  readonly type: number;
}

export const WORKSHEET = 0x0010;

/** Null where the record is no BOF. */
export function beginningOf({ name, id, data }: BiffRecord): Beginning | null {
  if (name !== 'bof') return null;
  const type = data.u16(2);
  if (id === 0x0009) return { version: 2, type };
  if (id === 0x0209) return { version: 3, type };
  if (id === 0x0409) return { version: 4, type };
  return { version: data.u16(0) === 0x0600 ? 8 : 5, type };
}
