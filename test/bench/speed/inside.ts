import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { kent2025 } from '../../../src/domain/framework';
import { createRanker, type RankedRow } from '../../../src/domain/mapping';
import { measured } from '../reading/measured';
import { chromiumPath } from './chromium-path';
import { unlikeRows } from './generated-plans';
import { officePath } from './office-path';

/** Measurements that are made within a process of their own, by name; each gives figures to print. */
export const INSIDE: Readonly<Record<string, (size: number, path: string) => Promise<Readonly<Record<string, number>>>>> = {
  mapping,
  reading: bareReading,
  writing: bareWriting,
  office: (size) => officePath(size),
  chromium: (size) => chromiumPath(size),
};

/** Rows ranked in a second of one core's own time, warm as a long run is. */
async function mapping(rows: number): Promise<Record<string, number>> {
  const ranker = createRanker(kent2025());
  const all = unlikeRows(rows, 1).map(([commitment = '', , , measure = '', outcomes = '']): RankedRow => {
    return { commitment, measure, theme: null, outcomes: outcomes.match(/SO[1-6]/g) ?? [], directorate: null };
  });
  for (let round = 0; round < 2; round += 1) for (const row of all) ranker.rank(row);
  const { value, took } = await measured(() => Promise.resolve(all.reduce((sum, row) => sum + ranker.rank(row).length, 0)));
  return { rows, suggestions: value, rowsPerSecond: Math.round(rows / took.cpuSeconds) };
}

/** The least that reading costs: each part of each workbook inflated, and its cells counted. */
async function bareReading(_size: number, folder: string): Promise<Record<string, number>> {
  const { value, took } = await measured(() => {
    let cells = 0;
    for (const file of readdirSync(folder)) for (const part of partsOf(readFileSync(join(folder, file)))) cells += occurrences(part, '<c ');
    return Promise.resolve(cells);
  });
  return { cells: value, ...took };
}

const ENTRY = 0x02014b50;
const DEFLATED = 8;

/** The parts of a zip archive, by the list at its end. */
function* partsOf(bytes: Buffer): Generator<string> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  for (let at = bytes.readUInt32LE(end + 16); bytes.readUInt32LE(at) === ENTRY;) {
    const [packed, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + packed);
    yield (bytes.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(data) : data).toString('utf8');
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function occurrences(text: string, of: string): number {
  let count = 0;
  for (let at = text.indexOf(of); at >= 0; at = text.indexOf(of, at + of.length)) count += 1;
  return count;
}

const COLUMNS = 15;

/** The least that writing costs: so many rows of fifteen texts as the markup of a sheet, deflated and written. */
async function bareWriting(rows: number, path: string): Promise<Record<string, number>> {
  const texts = unlikeRows(rows, 1).map(([commitment = '']) => commitment);
  const { value, took } = await measured(() => {
    const markup = texts.map((text, row) => {
      const cells = Array.from({ length: COLUMNS }, (_, column) => {
        const address = `${String.fromCharCode(65 + column)}${String(row + 1)}`;
        return `<c r="${address}" t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
      });
      return `<row r="${String(row + 1)}">${cells.join('')}</row>`;
    });
    const packed = deflateRawSync(markup.join(''));
    writeFileSync(path, packed);
    return Promise.resolve(packed.length);
  });
  return { rows, bytes: value, ...took };
}
