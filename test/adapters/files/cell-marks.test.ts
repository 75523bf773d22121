import ExcelJS from 'exceljs';
import { MarkCollector, WorkbookMarks } from '../../../src/adapters/files/xlsx/cell-marks';
import { openBook } from '../../../src/adapters/files/open-book';
import { checkSources, readSource } from '../../../src/application';
import { kent2025 } from '../../../src/domain/framework';
import { markedInWords } from '../../../src/domain/findings';
import { zipped } from './package-builder';

const HEAD = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];
const REST = ['Head of Economy', 'March 2030', '200 meals a week', 'SO2'];
const ACTIONS = ['Plant trees', 'Sow meadows', 'Dig ponds', 'Build hides', 'Open paths', 'Paint walls'];

type Look = Partial<ExcelJS.Style> | string;
/** Looks by A1 address or area; a text is the colour of a fill. */
type Looks = Readonly<Record<string, Look>>;

const RED = 'FFFF0000';
const AMBER = 'FFFFC000';
const GREEN = 'FF00B050';
const STRUCK: Look = { font: { strike: true } };
const inRed: Look = { font: { color: { argb: RED } } };

const fill = (argb: string): Partial<ExcelJS.Style> => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { argb } } });

interface Painted {
  /** A further heading, in column F. */
  readonly heading?: string;
  /** What stands under it, by row from the first. */
  readonly words?: readonly string[];
  readonly looks: Looks;
  readonly change?: (sheet: ExcelJS.Worksheet) => void;
}

async function bytesOf({ heading, words = [], looks, change }: Painted): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('GET');
  sheet.addRow([...HEAD, ...(heading === undefined ? [] : [heading])]);
  ACTIONS.forEach((action, index) =>
    sheet.addRow([`${action} in each district`, ...REST, ...(words[index] === undefined ? [] : [words[index]])]),
  );
  for (const [area, look] of Object.entries(looks)) {
    const [from = '', to = from] = area.split(':');
    const [first, last] = [sheet.getCell(from), sheet.getCell(to)];
    for (let row = Number(first.row); row <= Number(last.row); row += 1)
      for (let column = Number(first.col); column <= Number(last.col); column += 1)
        Object.assign(sheet.getRow(row).getCell(column), typeof look === 'string' ? fill(look) : look);
  }
  change?.(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const framework = kent2025();
const DATES = { planDate: { year: 2025, month: 6, day: 1 }, asOf: { year: 2025, month: 6, day: 1 } };

interface Told {
  /** On the sheet Sources, with "!" in front where it is a finding too. */
  readonly parts: readonly string[];
  readonly findings: readonly (readonly [cell: string | null, heading: string | null, quote: string])[];
}

async function told(painted: Painted): Promise<Told> {
  const source = readSource('GET.xlsx', await openBook('GET.xlsx', await bytesOf(painted)), { framework, includeHidden: false });
  const [sheet, ...more] = source.sheets;
  if (sheet === undefined || more.length > 0) throw new Error('one sheet');
  expect(sheet.notLookedFor).toEqual([]);
  const found = checkSources([source], framework, DATES).filter(
    ({ code, message }) => code === 'part-not-read' && !message.includes('not in the plan'),
  );
  return {
    parts: sheet.marked.map((part) => `${part.raises ? '!' : ''}${markedInWords(part)}`),
    findings: found.map(({ cell, heading, quote }) => [cell, heading, quote]),
  };
}

const RAG: Looks = { 'F2:F3': GREEN, F4: AMBER, 'F5:F7': RED };

describe('colours in cells without words', () => {
  it.each<[string, Painted, readonly string[]]>([
    [
      'a column of a status',
      { heading: 'Status', looks: RAG },
      ['!6 cells in F2:F7 are filled with green, amber and red and hold no words'],
    ],
    [
      'a column that is called RAG, all of one colour',
      { heading: 'RAG', looks: { 'F2:F7': GREEN } },
      ['!6 cells in F2:F7 are filled with green and hold no words'],
    ],
    [
      'a column of another name',
      { heading: 'Health check', looks: RAG },
      ['!6 cells in F2:F7 are filled with green, amber and red and hold no words'],
    ],
    ['a column without a heading has no place in the table', { looks: RAG }, []],
    [
      'those cells of a status that hold no words',
      { heading: 'Status', words: ['On track', '', 'At risk', '', 'Delayed', 'Delayed'], looks: RAG },
      ['!2 cells in F3:F5 are filled with green and red and hold no words'],
    ],
    [
      'colours beside words say nothing more',
      { heading: 'Status', words: ['On track', 'On track', 'At risk', 'Delayed', 'Delayed', 'Delayed'], looks: RAG },
      [],
    ],
    [
      'cells of white space',
      { heading: 'Status', words: ['  ', ' ', ' ', ' ', ' ', ' '], looks: RAG },
      ['!6 cells in F2:F7 are filled with green, amber and red and hold no words'],
    ],
    ['cells to fill in, all on one ground', { heading: 'Status', looks: { 'F2:F7': 'FFFFF2CC' } }, []],
    ['cells to fill in, some of them filled in', { heading: 'Status', words: ['', 'On track'], looks: { 'F2:F7': 'FFE2EFDA' } }, []],
    [
      'a ground that the whole row has',
      { heading: 'Status', looks: { 'A2:F2': RED, 'A3:F3': AMBER, 'A4:F4': GREEN, 'A5:F5': RED, 'A6:F6': AMBER, 'A7:F7': GREEN } },
      [],
    ],
    ['white is no colour', { heading: 'Status', looks: { 'F2:F4': 'FFFFFFFF' } }, []],
    [
      'months in one colour are told of on the sheet alone',
      { heading: 'April', looks: { F3: GREEN, F5: GREEN } },
      ['2 cells in F3:F5 are filled with green and hold no words'],
    ],
    ['colours below the table', { heading: 'Status', looks: { F12: RED, F13: GREEN } }, []],
    ['the ground of the headings', { heading: 'Status', looks: { 'A1:F1': 'FF1F4E79' } }, []],
  ])('%s', async (_, painted, wanted) => {
    const { parts, findings } = await told(painted);
    expect(parts).toEqual(wanted);
    expect(findings).toHaveLength(wanted.filter((part) => part.startsWith('!')).length);
  });

  it('is one finding at the first of them, which quotes nothing', async () => {
    expect((await told({ heading: 'Status', looks: RAG })).findings).toEqual([['F2', 'Status', '']]);
  });
});

describe('words that are struck through', () => {
  const runs = (sheet: ExcelJS.Worksheet): void => {
    sheet.getCell('C3').value = { richText: [{ text: 'March 2026 ', font: { strike: true } }, { text: 'June 2030' }] };
  };
  it.each<[string, Painted, readonly string[]]>([
    ['a whole action', { looks: { 'A3:E3': STRUCK } }, ['!5 cells in A3:E3 are struck through, in whole or in part']],
    ['one cell', { looks: { C4: STRUCK } }, ['!1 cell in C4 is struck through, in whole or in part']],
    ['a part of a text', { looks: {}, change: runs }, ['!1 cell in C3 is struck through, in whole or in part']],
    ['an empty cell', { heading: 'Status', looks: { 'F2:F7': STRUCK } }, []],
    ['a heading', { looks: { A1: STRUCK } }, []],
    [
      'a key below the table',
      { looks: {}, change: (sheet) => Object.assign(sheet.getCell('A15'), { value: 'struck is done', ...(STRUCK as object) }) },
      [],
    ],
  ])('%s', async (_, painted, wanted) => {
    const { parts, findings } = await told(painted);
    expect(parts).toEqual(wanted);
    expect(findings).toHaveLength(wanted.length);
  });

  it('quotes what the cell holds', async () => {
    expect((await told({ looks: {}, change: runs })).findings).toEqual([['C3', 'Timescale', 'March 2026 June 2030']]);
  });
});

describe('rows and letters in a colour are told of on the sheet alone', () => {
  it.each<[string, Looks, readonly string[]]>([
    [
      'two rows of six',
      { 'A3:E3': 'FFFFFF00', 'A6:E6': 'FFFFFF00' },
      ['10 cells in A3:E6 are in rows that are filled with a colour, as others are not'],
    ],
    ['bands', { 'A2:E2': 'FFEEEEEE', 'A4:E4': 'FFEEEEEE', 'A6:E6': 'FFEEEEEE' }, []],
    ['bands from the second row', { 'A3:E3': 'FFEEEEEE', 'A5:E5': 'FFEEEEEE', 'A7:E7': 'FFEEEEEE' }, []],
    ['a ground under all', { 'A2:E7': 'FFEEEEEE' }, []],
    ['one deadline in red letters', { C4: inRed }, ['1 cell in C4 is in letters of another colour than the rest']],
    ['a column in red letters', { 'C2:C7': inRed }, []],
    ['dark letters', { C4: { font: { color: { argb: 'FF202020' } } } }, []],
    ['a link', { B4: { font: { color: { argb: 'FF0000FF' }, underline: true } } }, []],
  ])('%s', async (_, looks, wanted) => {
    expect(await told({ looks })).toEqual({ parts: wanted, findings: [] });
  });
});

it('keeps none of the marks of a workbook that has too many, rather than some of them', () => {
  const [red, green] = [RED, GREEN].map((colour) => ({ fill: `#${colour.slice(2)}`, letters: null, struck: false }));
  const collected = (cells: number): boolean => {
    const collector = new MarkCollector(new WorkbookMarks([red ?? null, green ?? null], new Set()));
    for (let at = 0; at < cells; at += 1)
      collector.add(Math.floor(at / 1000), at % 1000, { style: at % 2, isEmpty: true, sharedText: null, struck: false });
    return collector.collected() !== null;
  };
  expect([collected(500_000), collected(500_001)]).toEqual([true, false]);
});

const CONTENT = `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:spreadsheet>
<table:table table:name="GET"><table:shapes><draw:frame><draw:image/></draw:frame></table:shapes><table:table-row>
<table:table-cell><office:annotation><dc:creator>Jo</dc:creator><text:p>ask Sam</text:p></office:annotation><text:p>Plant trees</text:p></table:table-cell>
<table:table-cell><draw:frame><draw:object/><draw:image/></draw:frame></table:table-cell>
</table:table-row></table:table>
<table:table table:name="PH"><table:table-row><table:table-cell><text:p>Sow meadows</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>`;

it('counts comments and pictures of an .ods file sheet by sheet, and no picture that stands for a chart', async () => {
  const bytes = await zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': CONTENT });
  const { sheets, directorate } = readSource('GET.ods', await openBook('GET.ods', bytes), { framework, includeHidden: false });
  expect(directorate).toBe('GET');
  expect(sheets.map(({ name, besideCells, notLookedFor }) => [name, besideCells, notLookedFor])).toEqual([
    ['GET', ['1 comment', '1 picture'], []],
    ['PH', [], []],
  ]);
});
