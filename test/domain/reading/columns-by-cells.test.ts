import { kent2025 } from '../../../src/domain/framework';
import { type TableCorrection, understandBook } from '../../../src/domain/reading';
import { DATES } from '../findings/read-sheet';
import { drawBook } from './sheet-text';
import { readTables } from './read-tables';
import { checkBook } from '../findings/check-book';

const KENT = kent2025();

function read(rows: readonly string[], corrections: readonly TableCorrection[] = []) {
  const found = readTables(drawBook([{ rows }], 'GET.xlsx'), KENT, { includeHidden: false, corrections });
  const { actions } = understandBook(found, { file: 'GET.xlsx', framework: KENT });
  const findings = checkBook({ ...found, file: 'GET.xlsx', actions }, KENT, DATES);
  return {
    ...found,
    actions,
    doubts: findings.filter(({ code }) => code === 'column-in-doubt').map(({ heading, message }) => [heading, message]),
  };
}

const ROWS = [
  'Record oral histories | Library Lead | Sep 2027 | Jun 2028 | On track | 50 recordings',
  'Move the store | Museums Manager | Jan 2027 | Dec 2027 | At risk | 12 open days',
];

const HEAD = 'Action | Lead | Off we go | All done | Weather | Measure';

test('from when to when, how it stands and who leads are known by the cells, and each is asked about', () => {
  const { actions, doubts, tables } = read([HEAD, ...ROWS]);
  expect(actions.map(({ timescale, status }) => [timescale.start, timescale.end, status])).toEqual([
    ['2027-09', '2028-06', 'on track'],
    ['2027-01', '2027-12', 'at risk'],
  ]);
  expect(doubts.map(([heading]) => heading)).toEqual(['Off we go', 'All done', 'Weather']);
  expect(doubts[1]?.[1]).toBe('No heading says by when it will be done, so "All done" is read as it. Please check that it is.');
  const [table] = tables;
  const settled = read([HEAD, ...ROWS], [{ tableId: table?.id ?? '', headings: { 3: 'timescale', 4: null } }]);
  expect(settled.doubts.map(([heading]) => heading)).toEqual(['Off we go']);
  expect(settled.actions.map(({ status }) => status)).toEqual([null, null]);
  const led = read(['Action | Hands on deck | Start | Finish | RAG | Measure', ...ROWS]);
  expect([led.actions[0]?.ledBy.text, led.doubts.map(([heading]) => heading)]).toEqual(['Library Lead', ['Hands on deck']]);
});

test.each([
  [
    'a heading that says what else its dates are',
    'Action | Lead | Measure | Last reviewed',
    'Plant trees in parks | Head of Parks | 5 trees | May 2026',
  ],
  ['people who do something else', 'Action | Approved by | When | Measure', 'Plant trees in parks | Head of Parks | May 2027 | 5 trees'],
  ['a ward', 'Action | Ward | When | Measure', 'Plant trees in parks | Swale | May 2027 | 5 trees'],
  ['a colour', 'Action | Lead | When | Measure | Paint colour', 'Plant trees in parks | Head of Parks | May 2027 | 5 trees | Green'],
])('nothing is taken from %s', (_, head, row) => {
  expect(read([head, row, row.replace('trees', 'more trees')]).doubts).toEqual([]);
});
