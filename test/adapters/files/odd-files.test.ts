import { readFileSync } from 'node:fs';
import { writeOds, writeXlsx } from 'hucre';
import { SubmissionError } from '../../../src/application/ports/failure';
import { openBook } from '../../../src/adapters/files/open-book';
import { pack, writeZip } from '../../../src/adapters/files/package/zip-archive';
import { type BookGrid, a1 } from '../../../src/domain/grid';
import { compound } from './xls/compound-builder';
import { plainParts, relationships, sheet, styles, workbook, zipped } from './package-builder';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const OLE = latin('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1');

const CELL = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Commitment</t></is></c></row></sheetData>';

async function bombs(): Promise<Uint8Array> {
  const parts = plainParts(CELL);
  const entries = await Promise.all(Object.entries(parts).map(([path, text]) => pack(path, utf8(text))));
  return writeZip([...entries, await pack('xl/media/big.xml', new Uint8Array(60 * 1024 * 1024))]);
}

/** A sheet entry that declares fewer bytes than it unpacks to. */
async function lyingSize(): Promise<Uint8Array> {
  const entries = await Promise.all(Object.entries(plainParts(CELL)).map(([path, text]) => pack(path, utf8(text))));
  return writeZip(entries.map((entry) => (entry.path.includes('sheet1') ? { ...entry, size: 10 } : entry)));
}

async function refusal(name: string, bytes: Uint8Array): Promise<SubmissionError> {
  const error: unknown = await openBook(name, bytes, { includeHidden: true }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SubmissionError)) throw new Error(`${name} was not refused in plain words`, { cause: error });
  return error;
}

type Case = readonly [what: string, name: string, bytes: () => Uint8Array | Promise<Uint8Array>, code: string, words: RegExp];

const DOCTYPE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>';
const sample = (): Uint8Array => new Uint8Array(readFileSync('assets/samples/submissions/GET.xlsx'));

const REFUSED: readonly Case[] = [
  ['an empty file', 'x.xlsx', () => new Uint8Array(), 'not a workbook', /is empty/],
  ['an encrypted workbook', 'x.xlsx', () => compound([{ name: 'EncryptedPackage' }]), 'encrypted file', /password/],
  ['an OLE file that is no workbook', 'x.xls', () => compound([{ name: 'Contents' }]), 'not a workbook', /not a workbook/],
  ['an old Word document', 'x.xls', () => compound([{ name: 'WordDocument' }]), 'not a workbook', /Word/],
  ['a saved e-mail', 'x.xls', () => compound([{ name: '__properties_version1.0' }]), 'not a workbook', /e-mail/],
  ['an OLE file of which the start alone is right', 'x.xls', () => joined(OLE, new Uint8Array(2048)), 'unreadable file', /damaged/],
  ['an old workbook cut short', 'x.xls', () => compound([{ name: 'Workbook' }]), 'unreadable file', /damaged/],
  ['a small file that unpacks to a huge one', 'x.xlsx', bombs, 'too large', /unpacks to far more/],
  ['an entry that lies about its size', 'x.xlsx', lyingSize, 'unreadable file', /damaged/],
  ['too many entries', 'x.xlsx', () => manyEntries(10_001), 'too large', /too large/],
  ['a cut-off file', 'x.xlsx', () => sample().subarray(0, 4000), 'unreadable file', /damaged or incomplete/],
  [
    'a file with altered bytes',
    'x.xlsx',
    () => sample().map((byte, at) => (at > 600 && at < 640 ? byte ^ 255 : byte)),
    'unreadable file',
    /damaged/,
  ],
  ['plain text called .xlsx', 'x.xlsx', () => utf8('Commitment,Lead\nOpen a hub,Ann'), 'not a workbook', /plain text/],
  ['a web page called .xls', 'x.xls', () => utf8('\ufeff<html><table><tr><td>x'), 'not a workbook', /web page/],
  ['a PDF', 'x.xlsx', () => utf8('%PDF-1.7'), 'not a workbook', /PDF/],
  ['bytes of no known kind', 'x.xlsx', () => latin('\u0001\u0002\u0003\u0004'), 'not a workbook', /not a workbook/],
  ['an archive of other things', 'sent.7z', () => zipped({ 'readme.txt': 'x' }), 'not a workbook', /archive/],
  [
    'a DOCTYPE in the sheet',
    'x.xlsx',
    () => zipped({ ...plainParts(''), 'xl/worksheets/sheet1.xml': `${DOCTYPE}<worksheet/>` }),
    'unreadable file',
    /document type/,
  ],
  [
    'a DOCTYPE in the workbook',
    'x.xlsx',
    () => zipped({ ...plainParts(CELL), 'xl/workbook.xml': `${DOCTYPE}<workbook/>` }),
    'unreadable file',
    /document type/,
  ],
  ['a DOCTYPE in an OpenDocument file', 'x.ods', () => zipped({ 'content.xml': `${DOCTYPE}<x/>` }), 'unreadable file', /document type/],
  ['a sheet whose part is missing', 'x.xlsx', () => without('xl/worksheets/sheet1.xml'), 'unreadable file', /not in the file/],
  ['a workbook part that is missing', 'x.xlsx', () => without('xl/workbook.xml'), 'unreadable file', /damaged/],
  ['links that are missing', 'x.xlsx', () => without('xl/_rels/workbook.xml.rels'), 'unreadable file', /not in the file/],
  ['no sheets', 'x.xlsx', () => zipped({ ...plainParts(CELL), 'xl/workbook.xml': workbook('') }), 'not a workbook', /no worksheets/],
  [
    'XML that does not close',
    'x.xlsx',
    () => zipped({ ...plainParts(''), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }),
    'unreadable file',
    /damaged/,
  ],
  [
    'XML nested too deep',
    'x.xlsx',
    () => zipped(plainParts('<a>'.repeat(20_000) + '</a>'.repeat(20_000))),
    'unreadable file',
    /more levels/,
  ],
  [
    'a cell outside the sheet',
    'x.xlsx',
    () => zipped(plainParts('<sheetData><row r="9999999"><c/></row></sheetData>')),
    'unreadable file',
    /damaged/,
  ],
];

function without(path: string): Promise<Uint8Array> {
  return zipped(Object.fromEntries(Object.entries(plainParts(CELL)).filter(([known]) => known !== path)));
}

async function manyEntries(count: number): Promise<Uint8Array> {
  const one = await pack('x', utf8('x'));
  return writeZip(Array.from({ length: count }, (_, index) => ({ ...one, path: `f${String(index)}` })));
}

describe('files that cannot be read are refused in one plain sentence', () => {
  it.each(REFUSED)('%s', async (_what, name, bytes, code, words) => {
    const error = await refusal(name, await bytes());
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(words)]);
    expect(error.message).toMatch(new RegExp(`^“${name}” .*\\.$`));
    expect(error.message).not.toMatch(/XML|zip|undefined|Error|!/i);
  });
});

function filled(book: BookGrid): Record<string, unknown> {
  return Object.fromEntries(
    book.sheets.flatMap((one) =>
      [...one.rows].flatMap(([row, cells]) =>
        [...cells].map(([column, cell]): [string, unknown] => [
          a1({ row, column }),
          cell.text === String(cell.value) ? cell.value : [cell.value, cell.text],
        ]),
      ),
    ),
  );
}

async function reads(bytes: Uint8Array, expected: Record<string, unknown>, name = 'x.xlsx'): Promise<void> {
  expect(filled(await openBook(name, bytes, { includeHidden: true }))).toEqual(expected);
}

const rows = (inside: string): string => `<sheetData>${inside}</sheetData>`;

describe('odd workbooks are read right', () => {
  const withStyles = (cells: string, formats: readonly string[], properties = ''): Promise<Uint8Array> =>
    zipped(
      plainParts(rows(cells), {
        'xl/workbook.xml': workbook('<sheet name="One" sheetId="1" r:id="rId1"/>', properties),
        'xl/_rels/workbook.xml.rels': relationships([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
        ]),
        'xl/styles.xml': styles(formats),
      }),
    );

  it('two cells at far corners', async () => {
    const xml = rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>');
    await reads(await zipped(plainParts(`<dimension ref="A1:XFD1048576"/>${xml}`)), { A1: 1, XFD1048576: 2 });
  });

  it('dates of the 1904 system as 1900 serials, other figures as they are', async () => {
    const cells = '<row r="1"><c r="A1" s="1"><v>44620</v></c><c r="B1"><v>44620</v></c></row>';
    await reads(await withStyles(cells, ['mmm-yy'], '<workbookPr date1904="1"/>'), { A1: [46_082, 'Mar-26'], B1: 44_620 });
  });

  it('number formats that Excel would refuse, or that are long enough to keep a reader busy for minutes, as General', async () => {
    const long = ['0'.repeat(30_000), 'm'.repeat(30_000), '['.repeat(30_000), `0.${'0'.repeat(401)}`, '0;0;0;0;0', '[x]0'];
    const cells = long.map((_format, index) => `<c r="${a1({ row: 0, column: index })}" s="${String(index + 1)}"><v>12.5</v></c>`);
    const started = performance.now();
    const expected = Object.fromEntries(long.map((_format, index) => [a1({ row: 0, column: index }), 12.5]));
    const found = await openBook('x.xlsx', await withStyles(`<row r="1">${cells.join('')}</row>`, long));
    expect(filled(found)).toEqual(expected);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('rows and cells without addresses', async () => {
    await reads(await zipped(plainParts(rows('<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>'))), {
      A1: 1,
      B1: 2,
      B2: 3,
    });
  });

  it('names with a prefix, and texts in runs without their reading aids', async () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:r><x:t>Led </x:t></x:r><x:r><x:t>by &amp; for</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    await reads(await zipped({ ...plainParts(''), 'xl/worksheets/sheet1.xml': xml }), { B2: 'Led by & for' });
  });

  it('errors, booleans, ISO dates and escaped characters', async () => {
    const cells =
      '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="d"><v>2026-03-01</v></c><c r="D1" t="str"><f>A1</f><v>a_x000D_b</v></c></row>';
    await reads(await zipped(plainParts(rows(cells))), { A1: '#N/A', B1: [true, 'TRUE'], C1: [46_082, '01/03/2026'], D1: 'a\rb' });
  });

  it('what each cell of a shared formula says', async () => {
    const cells =
      '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">B1+$C$1+SUM(\'My A1\'!B$2)</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>';
    const book = await openBook('x.xlsx', await zipped(plainParts(rows(cells))));
    expect(book.sheets[0]?.rows.get(1)?.get(0)?.formula).toBe("=B2+$C$1+SUM('My A1'!B$2)");
  });

  it('the worksheets of a workbook with a chart sheet and a macro sheet', async () => {
    const parts = plainParts(CELL, {
      'xl/workbook.xml': workbook(
        '<sheet name="Chart1" sheetId="2" r:id="rId2"/><sheet name="Macro1" sheetId="3" r:id="rId3"/><sheet name="One" sheetId="1" r:id="rId1"/>',
      ),
      'xl/_rels/workbook.xml.rels': relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['chartsheet', 'chartsheets/sheet1.xml'],
        ['xlMacrosheet', 'macrosheets/sheet1.xml'],
      ]),
    });
    const book = await openBook('x.xlsm', await zipped(parts));
    expect(book.sheets.map((one) => one.name)).toEqual(['One']);
  });

  it('a sheet in UTF-16', async () => {
    const entries = await Promise.all(Object.entries(plainParts('')).map(([path, text]) => pack(path, utf8(text))));
    const wide = await pack('xl/worksheets/sheet1.xml', joined(latin('\u00ff\u00fe'), utf16(sheet(CELL))));
    await reads(writeZip(entries.map((entry) => (entry.path === wide.path ? wide : entry))), { A1: 'Commitment' });
  });

  it('an OpenDocument file, its dates as serials', async () => {
    const bytes = await writeOds({ sheets: [{ name: 'One', rows: [['Due'], [new Date(Date.UTC(2026, 2, 1))], ['x']] }] });
    await reads(bytes, { A1: 'Due', A2: [46_082, '01/03/2026'], A3: 'x' }, 'x.ods');
  });

  it('a workbook under another ending', async () => {
    await reads(await writeXlsx({ sheets: [{ name: 'One', rows: [['x', 2]] }] }), { A1: 'x', B1: 2 }, 'x.csv');
  });
});

describe('CSV files are read as they stand', () => {
  const CASES: readonly (readonly [string, Uint8Array, Record<string, unknown>])[] = [
    [
      'commas, quotes and line breaks in quotes',
      utf8('a,"b, ""c""","d\ne"\r\n007,1-2,"=1+1"'),
      { A1: 'a', B1: 'b, "c"', C1: 'd\ne', A2: '007', B2: '1-2', C2: '=1+1' },
    ],
    ['semicolons', utf8('a;b;c\n1,5;2;3'), { A1: 'a', B1: 'b', C1: 'c', A2: '1,5', B2: '2', C2: '3' }],
    ['tabs', utf8('a\tb\n1\t2'), { A1: 'a', B1: 'b', A2: '1', B2: '2' }],
    ['a named separator', utf8('sep=|\na|b;c\n'), { A1: 'a', B1: 'b;c' }],
    ['a byte order mark', utf8('\ufeffCommitment,Lead'), { A1: 'Commitment', B1: 'Lead' }],
    ['UTF-16', joined(latin('\u00ff\u00fe'), utf16('a\té')), { A1: 'a', B1: 'é' }],
    ['Windows-1252', latin('caf\u00e9,\u0093x\u0094'), { A1: 'café', B1: '“x”' }],
    ['blank rows and fields', utf8('a,,b\n\n,,c'), { A1: 'a', C1: 'b', C3: 'c' }],
  ];
  it.each(CASES)('%s', async (_what, bytes, expected) => {
    await reads(bytes, expected, 'GET.csv');
  });

  it('names the sheet after the file', async () => {
    const book = await openBook('GET priorities.csv', utf8('a'));
    expect([book.name, book.sheets[0]?.name]).toEqual(['GET priorities.csv', 'GET priorities']);
  });
});
