import { footerParts, pointsOfCharacters } from '../../../src/adapters/office/lay-out';
import { nameOfBook } from '../../../src/adapters/office/read-book';
import { supports } from '../../../src/adapters/office/requirement-sets';
import { batchesOf, wireBytes } from '../../../src/adapters/office/write-batches';

describe('the workbook’s name', () => {
  it.each([
    ['C:\\Plans\\CYPE priorities v2.xlsx', 'CYPE priorities v2.xlsx'],
    ['/Users/a/Plans/100% GET.xlsx', '100% GET.xlsx'],
    ['https://kent.sharepoint.com/Docs/CYPE%20priorities%20v2.xlsx?web=1', 'CYPE priorities v2.xlsx'],
    ['https://kent.sharepoint.com/Docs/100%.xlsx', '100%.xlsx'],
    ['Book1', 'Book1'],
    ['', ''],
  ])('of %j is %j', (url, name) => expect(nameOfBook(url)).toBe(name));
});

describe('a column’s width', () => {
  it.each([
    [8.43, 48],
    [10, 56.25],
    [60, 318.75],
    [0, 0],
  ])('of %d characters is %d points', (characters, points) => expect(pointsOfCharacters(characters)).toBeCloseTo(points, 1));
});

describe('a footer', () => {
  it.each([
    ['Page &P of &N', '', 'Page &P of &N', ''],
    ['&LPlan&CDraft&RPage &P', 'Plan', 'Draft', 'Page &P'],
    ['R&&D', '', 'R&&D', ''],
    ['', '', '', ''],
  ])('%j has its thirds', (footer, left, centre, right) => expect(footerParts(footer)).toEqual({ left, centre, right }));
});

describe('requests bounded by bytes', () => {
  const step = (bytes: number): { bytes: number; queue: () => undefined } => ({ bytes, queue: () => undefined });
  it.each([
    [[1, 2, 3], 6, [[1, 2, 3]]],
    [
      [4, 3, 3, 4],
      7,
      [
        [4, 3],
        [3, 4],
      ],
    ],
    [[9, 1, 1], 7, [[9], [1, 1]]],
    [[], 7, []],
  ])('%j within %d', async (bytes, limit, batches) => {
    const found: number[][] = [];
    for await (const batch of batchesOf(bytes.map(step), limit)) found.push(batch.map((each) => each.bytes));
    expect(found).toEqual(batches);
  });

  it('counts bytes, not characters, and the backslash of each quote', () => {
    expect(wireBytes('a')).toBe(5);
    expect(wireBytes('£')).toBe(6);
    expect(wireBytes('’')).toBe(7);
  });
});

it('asks for requirement sets by text: 1.13 is not 1.2', () => {
  const asked: string[] = [];
  supports((name, version) => asked.push(`${name} ${version}`) > 0, 'merged areas');
  expect(asked).toEqual(['ExcelApi 1.13']);
});
