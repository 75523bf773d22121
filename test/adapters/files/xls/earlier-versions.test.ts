import { SubmissionError } from '../../../../src/application';
import {
  type Bytes,
  beginning,
  cell,
  cellsOf,
  END,
  f64,
  filled,
  latin,
  opened,
  otherResult,
  record,
  text5,
  u16,
  u32,
} from './biff-builder';

/** A file of Excel 2 to 4: a bare stream of records. @param type 0x10 a worksheet, 0x20 a chart, 0x100 a workspace. */
const bare = (bof: number, records: readonly Bytes[], type = 0x10): Uint8Array =>
  Uint8Array.from([...record(bof, u16(0, type)), ...records.flat(), ...END]);

/** Cells of Excel 2: row, column and three bytes of attributes; the second holds the number of the format. */
const cell2 = (id: number, row: number, column: number, data: Bytes, format = 0, style = 0): number[] =>
  record(id, [...u16(row, column), style, format, 0, ...data]);
const format2 = (text: string): number[] => record(0x001e, [text.length, ...latin(text)]);
const format4 = (text: string): number[] => record(0x041e, [...u16(0), text.length, ...latin(text)]);
const text2 = (text: string): number[] => [text.length, ...latin(text)];

async function only(bytes: Uint8Array, name = 'GET priorities.xls'): Promise<[string, Record<string, unknown>][]> {
  return (await opened(bytes, name)).sheets.map((sheet) => [sheet.name, filled(sheet)]);
}

describe('files of Excel before 5', () => {
  it('Excel 2: one sheet, named after the file', async () => {
    const bytes = bare(0x0009, [
      format2('General'),
      format2('0.00'),
      format2('m/d/yy'),
      cell2(0x0002, 0, 0, u16(42)),
      cell2(0x0003, 0, 1, f64(1.5), 1),
      cell2(0x0004, 0, 2, text2('Caf\u00e9 \u0096 \u0093x\u0094')),
      cell2(0x0005, 0, 3, [1, 0]),
      cell2(0x0005, 0, 4, [7, 1]),
      cell2(0x0006, 1, 0, [...f64(3), 0, 2, 0x1d, 1]),
      cell2(0x0006, 1, 1, [...otherResult(0), 0, 2, 0x1d, 1]),
      record(0x0007, text2('result')),
      cell2(0x0003, 1, 2, f64(46_082), 2),
    ]);
    expect(await only(bytes)).toEqual([
      [
        'GET priorities',
        {
          A1: 42,
          B1: [1.5, '1.50'],
          C1: 'Café – “x”',
          D1: [true, 'TRUE'],
          E1: '#DIV/0!',
          A2: 3,
          B2: 'result',
          C2: [46_082, '01/03/2026'],
        },
      ],
    ]);
  });

  it('Excel 2 with styles, some of them named in a record of their own', async () => {
    const style = (format: number): number[] => record(0x0043, [0, 0, format, 0]);
    const styles = [format2('General'), format2('0.0'), style(0), style(1)];
    const bytes = bare(0x0009, [
      ...styles,
      cell2(0x0003, 0, 0, f64(2), 0, 1),
      record(0x0044, u16(1)),
      cell2(0x0003, 0, 1, f64(3), 0, 0x3f),
    ]);
    expect(await only(bytes)).toEqual([['GET priorities', { A1: [2, '2.0'], B1: [3, '3.0'] }]]);
  });

  it.each([
    ['Excel 3', 0x0209, 0x0206, 0x0243],
    ['Excel 4', 0x0409, 0x0406, 0x0443],
  ])('%s', async (_what, bof, formulaId, styleId) => {
    const style = (format: number, fill = 0): number[] => record(styleId, [0, format, 0, 0, 0, 0, ...u16(fill), ...u32(0)]);
    const formats = bof === 0x0409 ? [format4('General'), format4('0.0')] : [format2('General'), format2('0.0')];
    const formula = (column: number, result: Bytes): number[] => cell(formulaId, 1, column, [...result, ...u16(0, 2), 0x1d, 1], 1);
    const bytes = bare(bof, [
      ...formats,
      style(0),
      style(1, 1 | (10 << 6)),
      cell(0x0203, 0, 0, f64(2), 1),
      cell(0x0204, 0, 1, text5('x\u0080')),
      cell(0x0205, 0, 2, [0x2a, 1]),
      cell(0x027e, 0, 3, u32((7 << 2) | 2)),
      formula(0, f64(4)),
      formula(1, otherResult(0)),
      record(0x0207, text5('result')),
    ]);
    expect(await only(bytes)).toEqual([['GET priorities', { A1: [2, '2.0'], B1: 'x€', C1: '#N/A', D1: 7, A2: [4, '4.0'], B2: 'result' }]]);
    const [sheet] = (await opened(bytes)).sheets;
    expect(sheet?.marks?.fills.get(0)).toEqual([{ left: 0, right: 0, colour: '#FF0000' }]);
  });

  it('a workspace of Excel 4, each of its sheets a file of its own', async () => {
    const sheet = (name: string, type: number): number[] => {
      const inside = [...record(0x0409, u16(0, type)), ...cell(0x0204, 0, 0, text5(`in ${name}`)), ...END];
      return [...record(0x008f, [...u32(inside.length), ...text2(name)]), ...inside];
    };
    const bytes = bare(0x0409, [sheet('First', 0x10), sheet('Chart', 0x20), sheet('Second', 0x10)], 0x0100);
    expect(await only(bytes)).toEqual([
      ['First', { A1: 'in First' }],
      ['Second', { A1: 'in Second' }],
    ]);
  });

  it.each([
    ['a chart', bare(0x0209, [], 0x20), 'has no worksheets'],
    ['a workspace of none', bare(0x0409, [], 0x100), 'has no worksheets'],
    ['a protected sheet', bare(0x0209, [record(0x002f, u16(1, 2))]), 'with a password'],
    ['one that is cut short', bare(0x0209, [cell(0x0203, 0, 0, f64(2))]).slice(0, -3), 'is damaged'],
  ])('%s is refused', async (_what, bytes, words) => {
    await expect(opened(bytes)).rejects.toThrow(SubmissionError);
    await expect(opened(bytes)).rejects.toThrow(words);
  });
});

describe('texts of Excel 95 by their code page', () => {
  it.each<[number, Bytes, string]>([
    [1252, [0x80, 0x93, 0xe9], '€“é'],
    [0x8001, [0x80], '€'],
    [1250, [0xa3, 0xf3], 'Łó'],
    [1251, [0xcf, 0xeb], 'Пл'],
    [932, [0x93, 0xfa, 0x96, 0x7b], '日本'],
    [10000, [0x8e, 0xa5], 'é•'],
    [437, [0x82, 0x9c], 'é£'],
    [850, [0x82, 0x9c, 0xd5], 'é£ı'],
    [852, [0x9d, 0x88], 'Łł'],
    [10029, [0xfc, 0xb8], 'Łł'],
    [720, [0x41, 0x80, 0xa0], 'A\ufffd\ufffd'],
  ])('%i', async (page, bytes, text) => {
    const found = await cellsOf([cell(0x0204, 0, 0, [...u16(bytes.length), ...bytes])], [record(0x0042, u16(page))], 0x0500);
    expect(found).toEqual({ A1: text });
  });

  it('are Windows-1252 where it is not told', async () => {
    expect(await cellsOf([cell(0x0204, 0, 0, text5('\u0096'))], [], 0x0500)).toEqual({ A1: '–' });
  });
});

it('reads a stream of Excel 97 that is in no compound file', async () => {
  const bytes = Uint8Array.from([...beginning(0x10), ...cell(0x0203, 0, 0, f64(5)), ...END]);
  expect(await only(bytes, 'x.xls')).toEqual([['x', { A1: 5 }]]);
});
