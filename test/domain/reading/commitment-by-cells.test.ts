import { understandBook } from '../../../src/domain/reading';
import { kent2025 } from '../../../src/domain/framework';
import { type TableCorrection } from '../../../src/domain/reading';
import { DATES } from '../findings/read-sheet';
import { drawBook } from './sheet-text';
import { readTables } from './read-tables';
import { checkBook } from '../findings/check-book';

const KENT = kent2025();
const read = (rows: readonly string[], corrections: readonly TableCorrection[] = []) =>
  readTables(drawBook([{ rows }]), KENT, { includeHidden: false, corrections });

const OTHERS = 'Lead | Timescale | Measure | Shared Outcome';
const ROWS = [
  'Deliver scheme 1 | Head of Highways | March 2027 | 1 scheme | SO2',
  'Deliver scheme 2 | Head of Roads | April 2027 | 2 schemes | SO3',
];

test.each(['What', 'Recommendation', 'Improvement', 'Your part in it', 'Ziele', 'Ambition for residents'])(
  'four certain headings make a table, whatever the commitment is called: %s',
  (heading) => {
    const [table] = read([`${heading} | ${OTHERS}`, ...ROWS]).tables;
    expect(table?.headings[0]).toMatchObject({ key: 'commitment', sureness: 'likely', byCells: true });
    expect(table?.rows.map(({ cells }) => cells.commitment?.cell.text)).toEqual(['Deliver scheme 1', 'Deliver scheme 2']);
  },
);

test('three do where the cells under the timescale say when', () => {
  const [table] = read([
    'Milestone | Measurement | Responsible Party | Target Date',
    'Set up the group | Completion | Head of Highways | December 2027',
  ]).tables;
  expect(table?.headings.map(({ key }) => key)).toEqual(['commitment', 'measure', 'ledBy', 'timescale']);
});

test.each<[string, readonly string[]]>([
  [
    'three headings over no dates',
    ['Milestone | Measure | Lead | Deadline', 'Set up the group | Completion | Head of Highways | the board'],
  ],
  ['two headings', ['Topic | Lead | Deadline', 'Set up the group | Head of Highways | December 2027']],
  ['a column of single words', [`Ward | ${OTHERS}`, 'Ashford | Head of Highways | March 2027 | 1 scheme | SO2']],
  ['a column of dates', [`Agreed on | ${OTHERS}`, 'March 2025 | Head of Highways | March 2027 | 1 scheme | SO2']],
  ['a register of risks', [`Risk | ${OTHERS}`, 'Funding is not agreed | Head of Highways | March 2027 | 1 scheme | SO2']],
  ['one of decisions', ['Decision taken | Measure | Owner | Deadline', 'The board agreed it | Completion | Head of Highways | May 2027']],
  ['no row below', [`Improvement | ${OTHERS}`]],
])('no table comes of %s', (_, rows) => expect(read(rows).tables).toEqual([]));

test('a column whose heading is known is never taken for it', () => {
  const [table] = read([`Notes | Improvement | ${OTHERS}`, ...ROWS.map((row) => `as agreed by all | ${row}`)]).tables;
  expect(table?.headings.slice(0, 2).map(({ key }) => key)).toEqual(['notes', 'commitment']);
});

test('it is asked whether that is right, until the user says so', () => {
  const codes = (corrections: readonly TableCorrection[]): string[] => {
    const found = read([`Improvement | ${OTHERS}`, ...ROWS], corrections);
    const { actions } = understandBook(found, { file: 'GET.xlsx', framework: KENT });
    return checkBook({ ...found, file: 'GET.xlsx', actions }, KENT, DATES).map(({ code, message }) => `${code}: ${message}`);
  };
  const asked = 'column-in-doubt: No heading says what is committed to, so "Improvement" is read as it. Please check that it is.';
  expect(codes([])).toContain(asked);
  const [table] = read([`Improvement | ${OTHERS}`, ...ROWS]).tables;
  expect(codes([{ tableId: table?.id ?? '', headings: { 0: 'commitment' } }]).filter((one) => one.startsWith('commitment'))).toEqual([]);
});

test('two tables side by side are still two, and one is not split by it', () => {
  const usual = `What we have committed to | ${OTHERS}`;
  expect(read([`${usual} | | | | | Action | ${OTHERS}`, `${ROWS[0] ?? ''} | | | | | ${ROWS[1] ?? ''}`]).tables).toHaveLength(2);
  expect(
    read([`${usual} | Lead officer | Deadline | Result`, `${ROWS[0] ?? ''} | Head of Roads | May 2027 | two of three done`]).tables,
  ).toHaveLength(1);
});

test.each([
  ['Recommendation | Priority | Agreed Management Action', 'Review yearly. | High | Report the timetable monthly to the manager', 2],
  ['Targets | Strategies | Success criteria', 'All staff are confident | Book termly training for all staff | 85% of staff', 1],
])('what is done rather than what it answers, though it names times: %s', (head, cells, column) => {
  const [table] = read([
    `${head} | Responsible officer | Due date`,
    `${cells} | Head of Parks | May 2027`,
    `${cells} | Head of Parks | May 2028`,
  ]).tables;
  expect(table?.headings.find(({ key }) => key === 'commitment')?.column).toBe(column);
});

test.each(['Action | Owner | Status', 'Agreed action | Responsible person | RAG | Comments'])(
  'a list of actions that says no time: %s',
  (head) => {
    const { tables } = read([head, 'Confirm the desks | Tom Field | In progress | soon']);
    expect(tables).toHaveLength(1);
  },
);

test.each(['Issue | Owner | Status', 'Description | Owner | Status', 'Task | Owner | Status', 'Risk description | Owner | Status'])(
  'a list of other things is none: %s',
  (head) => expect(read([head, 'Lift out of order in the hall | Tom Field | In progress']).tables).toEqual([]),
);

test.each(['Responsible officer', 'Supported by'])('a column that adds to another is none, wherever it stands: %s', (heading) => {
  const [table] = read([
    `${heading} | Improvement | ${OTHERS}`,
    'Ward staff | Deliver scheme 1 | Head of Highways | March 2027 | 1 scheme | SO2',
    'Ward staff | Deliver scheme 2 | Head of Roads | April 2027 | 2 schemes | SO3',
  ]).tables;
  expect(table?.headings[1]?.key).toBe('commitment');
});

test('themes of one word say nothing of the column, and headings that come again are those of the next page', () => {
  const head = `Improvement | ${OTHERS}`;
  const found = read([head, 'Climate', ...ROWS, '', '', head, 'Renew | Head of Roads | April 2027 | 2 schemes | SO3']).tables;
  expect(found.map(({ rows }) => rows.map(({ theme }) => theme?.cell.text))).toEqual([['Climate', 'Climate'], ['Climate']]);
});

test('in a plan of measures with another column for what they are measured by, the measure is the commitment', () => {
  const [table] = read([
    'Measure No. | Measure | Lead Authority | Key Performance Indicator | Progress to Date | Estimated Completion Date',
    '1 | Replace ten diesel lorries | Borough Council | Electric lorries in service | Three delivered | 2028',
  ]).tables;
  expect(table?.kind).toBe('priorities');
  expect(table?.headings.map(({ key }) => key)).toEqual(['ref', 'commitment', 'ledBy', 'measure', 'progress', 'timescale']);
});
