import { type HeardRow, readAgain } from '../../../src/domain/collation';
import { kent2025 } from '../../../src/domain/framework';
import { type Cell, gridOf, textCell } from '../../../src/domain/grid';
import { understandBook } from '../../../src/domain/reading';
import { heardFrom, heardRecords } from '../../../src/domain/state/heard-records';
import { readTables } from '../reading/read-tables';

const DATE: Cell = { kind: 'number', value: 46082, text: 'Mar-26', format: 'mmm-yy' };
const FORMULA: Cell = { kind: 'text', value: 'SO2', text: 'SO2', format: '@', formula: '=A1' };
const ERROR: Cell = { kind: 'error', value: '#N/A', text: '#N/A', format: 'General' };

const HEADINGS = ['Ref', 'What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome', 'Cost', 'Progress'];
const SHEET = gridOf(
  'GET',
  [
    [textCell('Proposed Priorities ~ GET')],
    HEADINGS.map((heading) => textCell(heading)),
    [textCell('Climate')],
    [
      textCell('7'),
      textCell(' Plant trees\nalong roads '),
      textCell('Head of Parks'),
      DATE,
      textCell('60 trees'),
      FORMULA,
      textCell('£5k'),
      ERROR,
    ],
    [textCell('8'), textCell('Open kitchens'), null, null, null, textCell('SO3, S04'), null, textCell('At risk: late')],
    [null, textCell('Services involved include:')],
    [null, textCell('Library Services'), null, null, null, textCell('SO1')],
  ],
  { merges: [{ top: 3, bottom: 4, left: 2, right: 2 }] },
);

const framework = kent2025();
const read = readTables({ name: 'GET.xlsx', sheets: [SHEET] }, framework, { includeHidden: false, corrections: [], ownSheets: new Set() });
const sent = understandBook(read, { file: 'GET.xlsx', framework }).actions;
const heard = read.tables.flatMap((table) => {
  const of = { file: 'GET.xlsx', table: { ...table, rows: [], themes: [] } };
  return table.rows.map((row, index): HeardRow => ({ ref: `GET-0${String(index + 1)}`, of, row, quarter: '2025/26 Q1', standing: 'sent' }));
});

it('reads a row again as the action that it was: dates, formulas, errors, merged leads, themes and services', () => {
  expect(sent.map(({ kind }) => kind)).toEqual(['action', 'action', 'service']);
  const again = readAgain(heardFrom(heardRecords(heard)), framework).sources.flatMap(({ actions }) => actions);
  const place = ({ source, ...rest }: (typeof sent)[number]): unknown => ({ ...rest, source: { ...source, sheetId: '', tableId: '' } });
  expect(again.map(place)).toEqual(sent.map(place));
});

it('keeps a table once, and gives the same records when it is written again', () => {
  const records = heardRecords(heard);
  expect(records.tables).toHaveLength(1);
  expect(heardRecords(heardFrom(records))).toEqual(records);
});

it.each([
  [
    'a row that somebody altered',
    (rows: string[][]) => rows.map((row, index) => (index === 0 ? [...row.slice(0, 4), '{"row":3,"cells'] : row)),
  ],
  [
    'a row whose place is no number',
    (rows: string[][]) => rows.map((row, index) => (index === 0 ? [...row.slice(0, 4), '{"row":"3","cells":{}}'] : row)),
  ],
  [
    'a row with a cell that does not hold what it says',
    (rows: string[][]) =>
      rows.map((row, index) =>
        index === 0 ? [...row.slice(0, 4), '{"row":3,"cells":{"commitment":["B4","5","number","five","General"]}}'] : row,
      ),
  ],
  [
    'a row of a table that is not there',
    (rows: string[][]) => rows.map((row, index) => (index === 0 ? [row[0] ?? '', '9', ...row.slice(2)] : row)),
  ],
])('passes over %s, and the rest still counts', (_case, altered) => {
  const { tables, rows } = heardRecords(heard);
  expect(heardFrom({ tables, rows: altered(rows) }).map(({ ref }) => ref)).toEqual(['GET-02', 'GET-03']);
});
