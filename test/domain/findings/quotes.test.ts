import fc from 'fast-check';
import { anyString } from '../any-string';
import { type Finding } from '../../../src/domain/findings';
import { type BookGrid, type SheetGrid, textCell } from '../../../src/domain/grid';
import { numberCell } from '../grid/number-cell';
import { misquoted } from './misquoted';
import { DATES, goodRow, HEAD, KENT, readBook, sheetOf } from './read-sheet';
import { checkBook } from './check-book';

function wrong(book: BookGrid): Finding[] {
  const reading = readBook(book);
  return misquoted(book, reading.tables, checkBook(reading, KENT, DATES));
}

const book = (...sheets: readonly SheetGrid[]): BookGrid => ({ name: 'GET.xlsx', sheets });
const PAST = goodRow({ timescale: 'December 24' });

test.each<[string, SheetGrid]>([
  ['no Status column', sheetOf([PAST])],
  ['an empty Status cell', sheetOf([[...PAST, '']], [...HEAD, 'Status'])],
  ['no Measure column', sheetOf([['One', 'Head of Economy', 'March 2026', 'SO2']], [HEAD[0], HEAD[1], HEAD[2], HEAD[4]] as string[])],
  ['a directorate that is not known', sheetOf([goodRow()], HEAD, 'Proposed Priorities ~ Estates', 'Sheet1')],
  ['an outcome of dashes', sheetOf([goodRow({ outcome: ' -- ' })])],
  ['a number as outcome', sheetOf([goodRow({ outcome: numberCell(2) })])],
  ['a date that Excel made', sheetOf([goodRow({ timescale: numberCell(46199, '26-Jun', 'd-mmm') })])],
  [
    'a lead merged over two rows',
    { ...sheetOf([goodRow({ ledBy: 'TBC' }), goodRow({ ledBy: null })]), merges: [{ top: 3, bottom: 4, left: 1, right: 1 }] },
  ],
  [
    'a row of group headings that is empty over the first column',
    sheetOf([HEAD.map((words) => words), PAST], ['', 'Delivery', '', '', '']),
  ],
])('what is quoted stands in the cell: %s', (_name, sheet) => {
  const all = checkBook(readBook(book(sheet)), KENT, DATES);
  expect(all.length).toBeGreaterThan(0);
  expect(wrong(book(sheet))).toEqual([]);
});

test('any words in any cell: what is quoted stands in the cell', () => {
  const words = fc.oneof(
    anyString(20),
    fc.constantFrom('', '-', 'TBC', 'Dec 24', 'S03', 'Purple', '9.9', 'no', 'Head of Roads', 'loneliness', 'by March', '​ TBC '),
  );
  const rows = fc.array(fc.array(words, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 4 });
  const head = [...HEAD, 'Status', 'Low/no cost', 'Indicator', 'Directorate'];
  const codes = new Set<string>();
  fc.assert(
    fc.property(rows, fc.subarray(head, { minLength: 5 }), (cells, headings) => {
      const sheet = sheetOf(
        cells.map((row, index) => [`Open hub ${index} ${row[0]}`, ...row.slice(1)].map((text) => textCell(text))),
        headings,
        '',
      );
      for (const { code } of checkBook(readBook(book(sheet)), KENT, DATES)) codes.add(code);
      expect(wrong(book(sheet))).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(codes.size).toBeGreaterThan(8);
});
