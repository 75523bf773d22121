import { existsSync, readFileSync } from 'node:fs';
import { openBook } from '../../../src/adapters/files/open-book';
import { decodedText } from '../../../src/adapters/files/text-decoding';
import { pack, writeZip } from '../../../src/adapters/files/package/zip-archive';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const littleEndian = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const bigEndian = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

const fieldsOf = async (bytes: Uint8Array): Promise<string[][]> => {
  const { sheets } = await openBook('x.csv', bytes);
  return [...(sheets[0]?.rows ?? [])].map(([, cells]) =>
    Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, at) => cells.get(at)?.text ?? ''),
  );
};

const refusal = async (name: string, bytes: Uint8Array): Promise<string> =>
  openBook(name, bytes).then(
    () => 'opened',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

const XML = '<?xml version="1.0"?>\n';
const BOOK_2003 = '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>';

describe('text files that are no workbook are named as what they are', () => {
  const CASES: readonly (readonly [what: string, text: string, says: RegExp])[] = [
    ['a page that begins with its settings', '<meta http-equiv="x"><table><tr><td>a</td></tr></table>', /web page.*\.xlsx/],
    ['a page that begins with a comment', '\n<!-- saved from --> <style>x</style><table>', /web page/],
    ['a page in XML', `${XML}<!DOCTYPE html PUBLIC "-//W3C"><html>`, /web page/],
    ['a page of Excel', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>', /web page/],
    ['a page in one file', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n<html>', /web page/],
    ['a page in one file that a browser saved', 'From: <Saved by Blink>\r\nSubject: Plan\r\nMIME-Version: 1.0\r\n\r\nx', /web page/],
    ['a mail', 'Received: from x\r\n by y;\r\nTo: me\r\nMIME-Version: 1.0\r\n\r\nDear all', /e-mail/],
    ['an XML spreadsheet', `${XML}<?mso-application progid="Excel.Sheet"?>\n${BOOK_2003}`, /Excel 2003.*\.xlsx/],
    [
      'one with a prefix and comments',
      `${XML}<!-- > --><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">`,
      /Excel 2003/,
    ],
    ['Word as XML', `${XML}<w:wordDocument>`, /\.docx/],
    ['Word as one XML package', `${XML}<pkg:package>`, /\.docx/],
    ['a flat OpenDocument text', `${XML}<office:document office:mimetype="application/vnd.oasis.opendocument.text">`, /\.docx/],
    ['other XML', `${XML}<feed/>`, /XML file/],
    ['RTF', '{\\rtf1\\ansi Plan}', /Word.*\.docx/],
    ['plain text', 'Action,Lead', /plain text.*rename it \.csv/],
  ];

  it.each(CASES)('%s', async (_, text, says) => {
    for (const name of says.source.startsWith('plain') ? ['x.xls'] : ['x.xls', 'x.xlsx', 'x.csv']) {
      const message = await refusal(name, utf8(text));
      expect(message).toMatch(says);
      if (!says.source.startsWith('plain')) expect(message).not.toContain('.csv,');
      if (!says.source.startsWith('plain')) expect(message).not.toContain('rename');
    }
    expect(await refusal('x.xls', joined(latin('\u00ff\u00fe'), littleEndian(text)))).toMatch(text.startsWith('{') ? /plain text/ : says);
  });

  it('a text is CSV although its first word is that of a heading of a mail, or in brackets', async () => {
    expect(await fieldsOf(utf8('Subject: plan,Lead\nMIME,x'))).toEqual([
      ['Subject: plan', 'Lead'],
      ['MIME', 'x'],
    ]);
    expect(await fieldsOf(utf8('<action>,Lead\nx,y'))).toEqual([
      ['<action>', 'Lead'],
      ['x', 'y'],
    ]);
  });

  it.each<readonly [what: string, bytes: Uint8Array, says: RegExp]>([
    ['a picture', latin('\u0089PNG\r\n'), /picture/],
    ['a photograph', latin('\u00ff\u00d8\u00ff\u00e0'), /picture/],
    ['an archive of another kind', latin('7z\u00bc\u00af\u0027\u001c'), /archive/],
  ])('%s', async (_, bytes, says) => {
    expect(await refusal('x.xls', bytes)).toMatch(says);
  });

  it('a document of Numbers', async () => {
    expect(await refusal('x.numbers', writeZip([await pack('Index/Document.iwa', utf8('x'))]))).toMatch(/Numbers/);
  });
});

describe('how a text is written', () => {
  it.each<readonly [what: string, bytes: Uint8Array, text: string]>([
    ['UTF-16 without a mark', littleEndian('Action\té – “q” €'), 'Action\té – “q” €'],
    ['the other byte order', bigEndian('Action\té – “q” €'), 'Action\té – “q” €'],
    [
      'UTF-8 with one byte of Windows-1252',
      joined(utf8('Café naïve £5k\nx'), latin('\u00a3,'), utf8('y – “z” 😀')),
      'Café naïve £5k\nx£,y – “z” 😀',
    ],
    ['the same at the end, half a letter', joined(utf8('é'), latin('\u00c3')), 'éÃ'],
    ['the same after the mark', joined(latin('\u00ef\u00bb\u00bf'), utf8('é'), latin('\u0093')), 'é“'],
    ['Windows-1252', latin('caf\u00e9 \u0093x\u0094 \u0096 \u0080'), 'café “x” – €'],
    ['Windows-1252 of which two letters are also one of UTF-8', latin('CAF\u00c9\u0092S \u00a35k \u0096 \u0080'), 'CAFÉ’S £5k – €'],
    ['no longer form of a letter', latin('\u00c0\u00af'), 'À¯'],
    ['no half of a pair', latin('\u00ed\u00a0\u0080'), 'í\u00a0€'],
    ['nothing beyond the last letter', latin('\u00f5\u0080'), 'õ€'],
    ['a letter that stands for a lost one', utf8('a\ufffdb'), 'a\ufffdb'],
  ])('%s', (_, bytes, text) => {
    expect(decodedText(bytes)).toBe(text);
  });

  it('zeros in both places are no UTF-16', async () => {
    expect(await refusal('x.csv', latin('a\0\0b\0\0c\0\0d'))).toMatch(/not a workbook/);
    expect(await refusal('x.csv', littleEndian('a\0,b'))).toMatch(/not a workbook/);
  });
});

describe('fields', () => {
  it.each<readonly [what: string, text: string, fields: readonly (readonly string[])[]]>([
    ['a separator named in quotes', '"sep=;"\r\na;b, c\r\n', [['a', 'b, c']]],
    ['a separator named before a lone carriage return', 'sep=|\ra|b\rc', [['a', 'b'], ['c']]],
    ['a separator that is named by a tab', 'SEP=\t\na\tb', [['a', 'b']]],
    ['a first field that only looks so', 'sep=;x\na,b', [['sep=;x'], ['a', 'b']]],
    [
      'lone carriage returns',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a quotation mark within a field',
      'a,12" pipe\nb,"c"',
      [
        ['a', '12" pipe'],
        ['b', 'c'],
      ],
    ],
    [
      'a separator at the end of each line',
      'a,b,\nc,d,\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'separators and line breaks in quotes',
      'a;b\n"x;y, z";"l1\r\nl2"\n',
      [
        ['a', 'b'],
        ['x;y, z', 'l1\r\nl2'],
      ],
    ],
    ['a quotation that does not end', 'a,"b\nc', [['a', 'b\nc']]],
    [
      'commas in words between semicolons',
      'Action;Lead\nPlan, do, check;Ann, Bob',
      [
        ['Action', 'Lead'],
        ['Plan, do, check', 'Ann, Bob'],
      ],
    ],
  ])('%s', async (_, text, fields) => {
    expect(await fieldsOf(utf8(text))).toEqual(fields);
  });
});

/** Files that may lie beside the project; a fresh clone has none. The right behaviour is that of their own list. */
const BESIDE = '../shared/cases/files';
const SHARED: readonly (readonly [file: string, cellsOrRefusal: number | RegExp])[] = [
  ['ods-empty-accelerator.ods', 10],
  ['ods-styled-rows-40.ods', 50],
  ['ods-styled-rows-200.ods', 210],
  ['ods-styled-to-the-end.ods', 10],
  ['ods-grouped-rows.ods', 45],
  ['ods-print-titles.ods', 45],
  ['ods-password.ods', /password/],
  ['shared-strings-missing.xlsx', /damaged/],
  ['shared-string-index-beyond.xlsx', 97],
  ['stored-entry-altered.xlsx', /damaged/],
  ['zip64-small.xlsx', 97],
  ['format-401-decimals.xlsx', 200],
  ['format-redos-mmmmm.xlsx', 200],
  ['format-redos-zeros.xlsx', 200],
  ['inline-with-value.xlsx', 1],
  ['alternate-content.xlsx', 1],
  ['nesting-300.xlsx', 97],
  ['csv-quoted-sep.csv', 10],
  ['csv-one-bad-byte.csv', 6],
  ['csv-utf16-no-mark.csv', 10],
  ['spreadsheetml-2003.xls', /XML spreadsheet/],
  ['html-meta.xls', /web page/],
  ['mhtml.xls', /web page/],
  ['doctype-content-types.xlsx', /document type/],
];

describe('files that were refused or read wrongly once', () => {
  const there = SHARED.filter(([file]) => existsSync(`${BESIDE}/${file}`));
  it.each(there.length > 0 ? there : [['none beside the project', 0] as const])('%s', async (file, expected) => {
    if (there.length === 0) return;
    const bytes = new Uint8Array(readFileSync(`${BESIDE}/${file}`));
    if (typeof expected !== 'number') {
      expect(await refusal(file, bytes)).toMatch(expected);
      return;
    }
    const { sheets } = await openBook(file, bytes, { includeHidden: true });
    expect(sheets.flatMap(({ rows }) => [...rows.values()]).reduce((sum, cells) => sum + cells.size, 0)).toBe(expected);
  });
});
