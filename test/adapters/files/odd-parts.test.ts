import { SubmissionError } from '../../../src/application/ports/failure';
import { FileWorkbook } from '../../../src/adapters/files';
import { openBook } from '../../../src/adapters/files/open-book';
import { type BookGrid, a1 } from '../../../src/domain/grid';
import { plainParts, relationships, sheet, workbook, zipped } from './package-builder';

const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const SST = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

const rows = (inside: string): string => `<sheetData>${inside}</sheetData>`;
const row = (cells: string): string => rows(`<row r="1">${cells}</row>`);
const inline = (text: string, address = ''): string => `<c ${address} t="inlineStr"><is><t>${text}</t></is></c>`;
const either = (choice: string, fallback: string): string =>
  `<mc:AlternateContent ${MC}><mc:Choice Requires="zz">${choice}</mc:Choice>${fallback === '' ? '' : `<mc:Fallback>${fallback}</mc:Fallback>`}</mc:AlternateContent>`;

function shown(book: BookGrid): Record<string, string> {
  const cells = book.sheets.flatMap((one) =>
    [...one.rows].flatMap(([at, found]) => [...found].map(([column, cell]) => ({ at, column, cell }))),
  );
  return Object.fromEntries(
    cells.map(({ at, column, cell }) => [a1({ row: at, column }), cell.kind === 'error' ? `error ${cell.text}` : cell.text]),
  );
}

const read = async (sheetXml: string, more: Readonly<Record<string, string>> = {}): Promise<BookGrid> =>
  openBook('x.xlsx', await zipped(plainParts(sheetXml, more)));

async function refused(opening: Promise<unknown>): Promise<string> {
  const error: unknown = await opening.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof SubmissionError ? error.message : String(error);
}

const withTexts = (texts: string): Record<string, string> => ({
  'xl/_rels/workbook.xml.rels': relationships([
    ['worksheet', 'worksheets/sheet1.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]),
  'xl/sharedStrings.xml': `<sst ${SST}>${texts}</sst>`,
});

describe('a cell whose value is not in the file', () => {
  const TWO = withTexts('<si><t>one</t></si><si><t>two</t></si>');
  const shared = (index: string): string => row(`<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>${index}</v></c><c r="C1"><v>3</v></c>`);

  it.each(['2', '999999', '-1', '1.5', 'x', ' '])('a shared text of number "%s" loses its own cell alone, and is named', async (index) => {
    const book = await read(shared(index), TWO);
    expect(shown(book)).toEqual({ A1: 'one', B1: 'error unreadable', C1: '3' });
  });

  it('no part of shared texts, while cells need one', async () => {
    expect(await refused(read(shared('1')))).toMatch(/damaged/);
    const link = { 'xl/_rels/workbook.xml.rels': withTexts('')['xl/_rels/workbook.xml.rels'] ?? '' };
    expect(await refused(read(shared('1'), link))).toMatch(/damaged/);
    expect(shown(await read(row(inline('own', 'r="A1"')), link))).toEqual({ A1: 'own' });
  });

  it('a number that says neither yes nor no', async () => {
    const kinds = ['1', 'true', '0', 'false', '2', 'maybe'].map((value) => `<c t="b"><v>${value}</v></c>`).join('');
    expect(Object.values(shown(await read(row(kinds))))).toEqual([
      'TRUE',
      'TRUE',
      'FALSE',
      'FALSE',
      'error unreadable',
      'error unreadable',
    ]);
  });

  it('is no plan to write into: the next text that is added would stand in the cell', async () => {
    const opening = zipped(plainParts(shared('2'), TWO)).then((bytes) => FileWorkbook.open('plan.xlsx', bytes));
    expect(await refused(opening)).toMatch(/damaged/);
  });
});

describe('the value of a cell stands where its type says', () => {
  it.each([
    ['beside an inline text', '<c r="A1" t="inlineStr"><v>1.</v><is><t>01.</t></is></c>', { A1: '01.' }],
    ['behind an inline text', '<c r="A1" t="inlineStr"><is><t>01.</t></is><v>1.</v></c>', { A1: '01.' }],
    ['alone in an inline text', '<c r="A1" t="inlineStr"><v>1.</v></c>', {}],
    ['beside a text that is not its own', '<c r="A1" t="str"><is><t>x</t></is><v>y</v></c>', { A1: 'y' }],
    ['beside a number', '<c r="A1"><v>5</v><is><t>6</t></is></c>', { A1: '5' }],
    ['outside the inline text', '<c r="A1" t="inlineStr"><t>no</t><is><r><t>a</t></r><r><t>b</t></r></is><t>no</t></c>', { A1: 'ab' }],
  ])('%s', async (_, cells, expected) => {
    expect(shown(await read(row(cells)))).toEqual(expected);
  });
});

it('a date of a workbook in the strict form may be a bare time', async () => {
  const cell = (value: string): string => `<c t="d"><v>${value}</v></c>`;
  const book = await read(row(cell('10:30:00') + cell('2026-03-01T12:00:00') + cell('25:00:00')));
  const values = [...(book.sheets[0]?.rows.get(0)?.values() ?? [])].map(({ value, text }) => [value, text]);
  expect(values).toEqual([
    [0.4375, '10:30:00'],
    [46082.5, '01/03/2026'],
    ['25:00:00', '25:00:00'],
  ]);
});

describe('of alternate contents the fallback alone is read', () => {
  it('cells', async () => {
    expect(shown(await read(row(either(inline('choice'), inline('fallback')))))).toEqual({ A1: 'fallback' });
    expect(shown(await read(row(either(inline('choice'), '') + inline('next'))))).toEqual({ A1: 'next' });
    const nested = either(either(inline('a'), inline('b')), either(inline('c'), inline('d')));
    expect(shown(await read(row(nested + inline('next'))))).toEqual({ A1: 'd', B1: 'next' });
  });

  it('parts of a cell and of a shared text', async () => {
    const cell = `<c r="A1" t="inlineStr"><is>${either('<t>choice</t>', '<t>fallback</t>')}</is></c><c r="B1" t="s"><v>0</v></c>`;
    const book = await read(row(cell), withTexts(`<si>${either('<t>choice</t>', '<t>shared</t>')}</si>`));
    expect(shown(book)).toEqual({ A1: 'fallback', B1: 'shared' });
  });

  it('pictures, which are counted once', async () => {
    const links = { 'xl/worksheets/_rels/sheet1.xml.rels': relationships([['drawing', '../drawings/drawing1.xml']]) };
    const drawing = `<wsDr><pic/>${either('<pic/><pic/>', '<pic/>')}</wsDr>`;
    const book = await read(row(inline('x')), { ...links, 'xl/drawings/drawing1.xml': drawing });
    expect(book.sheets[0]?.besideCells?.pictures).toBe(2);
  });

  it('an element that is only called so is read', async () => {
    expect(shown(await read(row(`<Choice>${inline('x')}</Choice>`)))).toEqual({ A1: 'x' });
  });
});

describe('markup of other programs', () => {
  const deep = (levels: number): string => `${'<x:y xmlns:x="u">'.repeat(levels)}z${'</x:y>'.repeat(levels)}`;

  it('is passed over, however deep it nests', async () => {
    const book = await read(`${row(inline('x'))}<extLst><ext>${deep(5_000)}</ext></extLst>`);
    expect(shown(book)).toEqual({ A1: 'x' });
  });

  it('that nests without end has a sentence of its own', async () => {
    expect(await refused(read(`${row(inline('x'))}${deep(20_000)}`))).toMatch(/more levels/);
    const styles = { 'xl/workbook.xml': workbook('<sheet name="One" sheetId="1" r:id="rId1"/>', deep(300)) };
    expect(await refused(read(row(inline('x')), styles))).toMatch(/more levels/);
  });
});

it('a document type declaration in the list of content types is refused', async () => {
  const types = plainParts('')['[Content_Types].xml'] ?? '';
  const bytes = await zipped(plainParts(row(inline('x')), { '[Content_Types].xml': `<!DOCTYPE x [<!ENTITY a "a">]>${types}` }));
  expect(await refused(openBook('x.xlsx', bytes))).toMatch(/document type/);
});

describe('a sheet that is listed without a part', () => {
  const listed = (more: string): Record<string, string> => ({
    'xl/workbook.xml': workbook(
      `<sheet name="One" sheetId="1" r:id="rId1"/><sheet name="Module1" sheetId="2" state="veryHidden" ${more}/>`,
    ),
  });

  it('is the trace of a module of macros, where every worksheet is listed', async () => {
    const book = await read(row(inline('x')), listed('r:id=""'));
    expect(book.sheets.map(({ name }) => name)).toEqual(['One']);
    expect(shown(book)).toEqual({ A1: 'x' });
  });

  it('may be that of a worksheet that nobody lists', async () => {
    const links = relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
    ]);
    const parts = { 'xl/_rels/workbook.xml.rels': links, 'xl/worksheets/sheet2.xml': sheet(row(inline('y'))) };
    expect(await refused(read(row(inline('x')), { ...listed('r:id=""'), ...parts }))).toMatch(/lists worksheets that are not in the file/);
  });

  it.each(['r:id="rId9"', ''])('lacks it, with the link "%s"', async (link) => {
    expect(await refused(read(row(inline('x')), listed(link)))).toMatch(/lists worksheets that are not in the file/);
  });
});

it('5,000 sheets open in seconds', async () => {
  const names = Array.from({ length: 5_000 }, (_, index) => String(index + 1));
  const sheets = names.map((number) => `<sheet name="S${number}" sheetId="${number}" r:id="rId${number}"/>`).join('');
  const parts = Object.fromEntries(names.map((number) => [`xl/worksheets/sheet${number}.xml`, sheet(row(inline(number, 'r="A1"')))]));
  const bytes = await zipped({
    ...plainParts(''),
    ...parts,
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships(names.map((number) => ['worksheet', `worksheets/sheet${number}.xml`])),
  });
  const started = performance.now();
  const book = await openBook('x.xlsx', bytes);
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(book.sheets).toHaveLength(5_000);
  expect(shown({ ...book, sheets: book.sheets.slice(-1) })).toEqual({ A1: '5000' });
}, 60_000);
