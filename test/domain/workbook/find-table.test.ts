import { gridOf, textCell } from '../../../src/domain/grid';
import { headingRowOf, headingsIn, plainHeadings, rowsWithHeadings } from '../../../src/domain/workbook';

const HEADINGS = ['Ref', 'Led by', 'Timescale', 'Measure'];
const WANTED = plainHeadings([...HEADINGS, 'Outcome', 'Status']);
const sheet = (...rows: readonly (readonly string[])[]) =>
  gridOf(
    'One',
    rows.map((cells) => cells.map((text) => (text === '' ? null : textCell(text)))),
  );

test('rows with headings are those that hold as many, whatever capitals and spaces, from top to bottom', () => {
  const grid = sheet(
    ['Title'],
    ['REF', 'led  by', ' Timescale '],
    ['Ref', 'Led by', 'a text'],
    ['Outcome', '', 'Status', 'Measure'],
    ['Ref', 'Ref', 'Ref'],
  );
  expect(rowsWithHeadings(grid, WANTED, 3)).toEqual([1, 3, 4]);
  expect(rowsWithHeadings(grid, WANTED, 4)).toEqual([]);
});

test('a long text is no heading, and a row far below is not looked at', () => {
  const long = `Ref ${' '.repeat(60)}`;
  expect(rowsWithHeadings(sheet([long, 'Led by', 'Timescale']), WANTED, 3)).toEqual([]);
  const far = sheet(...Array.from({ length: 600 }, (_, row) => (row === 550 ? ['Ref', 'Led by', 'Timescale'] : ['text'])));
  expect(rowsWithHeadings(far, WANTED, 3)).toEqual([]);
});

test('the heading row is found among the rows given, the upper one of equals', () => {
  const grid = sheet(['Ref', 'Led by', 'Timescale'], ['text', 'text', 'text'], ['Ref', 'Led by', 'Timescale']);
  const rows = rowsWithHeadings(grid, WANTED, 3);
  expect(headingRowOf(grid, HEADINGS, 3, rows)).toMatchObject({ row: 0, left: 0, right: 2 });
  expect(headingRowOf(grid, HEADINGS, 4, rows)).toBeNull();
  expect([...headingsIn(grid, 2, HEADINGS)]).toEqual([
    ['Ref', 0],
    ['Led by', 1],
    ['Timescale', 2],
  ]);
});
