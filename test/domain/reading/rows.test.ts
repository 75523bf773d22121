import { kent2025 } from '../../../src/domain/framework';
import { type Action, understandBook } from '../../../src/domain/reading';
import { drawBook, type SheetDrawn } from './sheet-text';
import { readTables } from './read-tables';

const framework = kent2025();
const HEAD = 'What we have committed to | Led by | Timescale | Measure | Shared Outcome';
const REST = ' | Head of Economy | March 2026 | 200 meals a week | SO2';

function read(sheet: SheetDrawn) {
  const tables = readTables(drawBook([sheet]), framework, { includeHidden: false, corrections: [] });
  return { ...tables, ...understandBook(tables, { file: '', framework }) };
}

/** "theme: commitment" of each action, a service in round brackets. */
function inShort(actions: readonly Action[]): string[] {
  return actions.map(({ kind, theme, commitment }) => {
    const line = `${theme ?? '-'}: ${commitment}`;
    return kind === 'service' ? `(${line})` : line;
  });
}

function check(rows: readonly string[], wanted: readonly string[], merges: readonly string[] = []): void {
  expect(inShort(read({ rows, merges }).actions)).toEqual(wanted);
}

const LONG =
  'We recognise that the early years shape health for life. There is a need to influence the whole system, with our resources going to those with the greatest needs. We will work together to advise and assist partners across the county, and will report on what was done each quarter to the committee and the board.';

describe('themes', () => {
  test.each<[string, string[], string[], string[]?]>([
    [
      'a theme row holds until the next',
      [HEAD, 'Climate', `Plant trees${REST}`, `Sow meadows${REST}`, 'Health', `Open kitchens${REST}`],
      ['Climate: Plant trees', 'Climate: Sow meadows', 'Health: Open kitchens'],
    ],
    ['merged across', [HEAD, 'Climate', `Plant trees${REST}`], ['Climate: Plant trees'], ['A2:E2']],
    [
      'over a repeated header of the same directorate',
      ['Priorities ~ GET', '', HEAD, 'Climate', `Plant trees${REST}`, '', '', 'Priorities ~ GET', '', HEAD, `Sow meadows${REST}`],
      ['Climate: Plant trees', 'Climate: Sow meadows'],
    ],
    [
      'over a repeated header without a title',
      ['Priorities ~ GET', HEAD, 'Climate', `Plant trees${REST}`, HEAD, `Sow meadows${REST}`],
      ['Climate: Plant trees', 'Climate: Sow meadows'],
    ],
    [
      'not over the header of another directorate',
      ['Priorities ~ GET', HEAD, 'Climate', `Plant trees${REST}`, '', 'Priorities ~ HROD', HEAD, `Train staff${REST}`],
      ['Climate: Plant trees', '-: Train staff'],
    ],
    [
      'at the foot of a page for the next',
      ['Priorities ~ GET', HEAD, `Plant trees${REST}`, 'Health', '', 'Priorities ~ GET', HEAD, `Open kitchens${REST}`],
      ['-: Plant trees', 'Health: Open kitchens'],
    ],
    [
      'the same again after a page break',
      [HEAD, 'Climate', `Plant trees${REST}`, '', HEAD, 'CLIMATE (continued)', `Sow meadows${REST}`],
      ['Climate: Plant trees', 'Climate: Sow meadows'],
    ],
    [
      'after blank rows',
      [HEAD, 'Climate', '', `Plant trees${REST}`, '', '', 'Health', `Open kitchens${REST}`],
      ['Climate: Plant trees', 'Health: Open kitchens'],
    ],
    ['an introduction first', [HEAD, LONG, `Plant trees${REST}`], ['-: Plant trees']],
    ['an introduction, then a theme', [HEAD, LONG, 'Climate', `Plant trees${REST}`], ['Climate: Plant trees']],
    [
      'an introduction of each theme',
      [HEAD, 'Climate', LONG, `Plant trees${REST}`, 'Health', LONG, `Open kitchens${REST}`],
      ['Climate: Plant trees', 'Health: Open kitchens'],
    ],
    ['a theme above a theme', [HEAD, 'Strand one', 'Climate', `Plant trees${REST}`], ['Climate: Plant trees']],
    [
      'numbered themes',
      [`No. | ${HEAD}`, '=1 | Climate', `=1.1 | Plant trees${REST}`, '=2 | Health', `=2.1 | Open kitchens${REST}`],
      ['Climate: Plant trees', 'Health: Open kitchens'],
    ],
    ['typed in the first column', [`Ref | ${HEAD}`, 'Climate change', `A1 | Plant trees${REST}`], ['Climate change: Plant trees']],
  ])('%s', (_, rows, wanted, ...[merges]) => {
    check(rows, wanted, merges);
  });

  test.each<[string, string[], string[], string[]?]>([
    [
      'filled once a group',
      [`Theme | ${HEAD}`, `Climate | Plant trees${REST}`, ` | Sow meadows${REST}`, `Health | Open kitchens${REST}`],
      ['Climate: Plant trees', 'Climate: Sow meadows', 'Health: Open kitchens'],
    ],
    [
      'merged over a group',
      [`Theme | ${HEAD}`, `Climate | Plant trees${REST}`, ` | Sow meadows${REST}`, `Health | Open kitchens${REST}`],
      ['Climate: Plant trees', 'Climate: Sow meadows', 'Health: Open kitchens'],
      ['A2:A3'],
    ],
    [
      'filled in every row',
      [`Theme | ${HEAD}`, `Climate | Plant trees${REST}`, `Health | Open kitchens${REST}`, `Climate | Sow meadows${REST}`],
      ['Climate: Plant trees', 'Health: Open kitchens', 'Climate: Sow meadows'],
    ],
    ['alone in its row', [`Theme | ${HEAD}`, 'Climate', ` | Plant trees${REST}`], ['Climate: Plant trees']],
    [
      'an action with nothing but its theme and words',
      [`Theme | ${HEAD}`, `Climate | Plant trees${REST}`, 'Climate | Sow meadows'],
      ['Climate: Plant trees', 'Climate: Sow meadows'],
    ],
  ])('a Theme column %s', (_, rows, wanted, ...[merges]) => {
    check(rows, wanted, merges);
  });
});

describe('listed services', () => {
  const LIST = 'Services involved in this activity include:';
  test.each<[string, string[], string[]]>([
    [
      'a name and outcomes only',
      [HEAD, 'Health', `Open kitchens${REST}`, LIST, 'Libraries | | | | SO2', 'Wardens | | | | SO3'],
      ['Health: Open kitchens', `(${LIST}: Libraries)`, `(${LIST}: Wardens)`],
    ],
    [
      'a row with a lead is an action',
      [HEAD, LIST, 'Libraries | | | | SO2', `Open kitchens${REST}`],
      [`(${LIST}: Libraries)`, `${LIST}: Open kitchens`],
    ],
    [
      'one without an outcome between others',
      [HEAD, LIST, 'Libraries | | | | SO2', 'Arts', 'Wardens | | | | SO3'],
      [`(${LIST}: Libraries)`, `(${LIST}: Arts)`, `(${LIST}: Wardens)`],
    ],
    ['one without an outcome at the end', [HEAD, LIST, 'Libraries | | | | SO2', 'Arts'], [`(${LIST}: Libraries)`, `(${LIST}: Arts)`]],
    [
      'the next theme ends the list',
      [HEAD, LIST, 'Libraries | | | | SO2', 'Climate', `Plant trees${REST}`],
      [`(${LIST}: Libraries)`, 'Climate: Plant trees'],
    ],
    ['without "include:" a row without a lead is an action', [HEAD, 'Services', 'Libraries | | | | SO2'], ['Services: Libraries']],
  ])('%s', (_, rows, wanted) => {
    check(rows, wanted);
  });
});

describe('rows that are no actions', () => {
  const one = ['-: Plant trees'];
  test.each<[string, string[], string]>([
    ['a total', [HEAD, `Plant trees${REST}`, 'Total actions | =2'], 'A total, not an action'],
    ['a total apart', [HEAD, `Plant trees${REST}`, '', 'TOTAL | | | =12'], 'A total, not an action'],
    ['a note', [HEAD, `Plant trees${REST}`, 'Note: figures to be confirmed'], 'A note, not an action'],
    ['a note apart', [HEAD, `Plant trees${REST}`, '', 'Figures were checked by the finance team in May'], 'A note below the table'],
    ['a footnote', [HEAD, `Plant trees${REST}`, '* subject to member approval'], 'A note, not an action'],
    ['a page number', [HEAD, `Plant trees${REST}`, 'Page 1 of 3'], 'A note, not an action'],
    [
      'hints',
      [HEAD, '(what you will do) | (job title) | (month/year) | (how you will know) | (SO1 to SO6)', `Plant trees${REST}`],
      'A row of hints under the headings',
    ],
    ['one hint', [HEAD, ' | | (month/year) | |', `Plant trees${REST}`], 'A row of hints under the headings'],
    ['column numbers', [HEAD, '=1 | =2 | =3 | =4 | =5', `Plant trees${REST}`], 'A row of hints under the headings'],
    ['an example', [HEAD, `Example: open a park${REST}`, `Plant trees${REST}`], 'An example, not an action'],
    ['an example among actions', [HEAD, `Plant trees${REST}`, `e.g. open a park${REST}`], 'An example, not an action'],
    ['a row without a commitment', [HEAD, `Plant trees${REST}`, '', ' | Head of Parks | 2027 | |'], 'No commitment in this row'],
    [
      'a key of outcomes',
      [HEAD, `Plant trees${REST}`, '', 'Key', 'SO1 | Give children the best start', 'SO2 | Tackle the wider determinants'],
      'Below the table',
    ],
    [
      'a key without its heading',
      [HEAD, `Plant trees${REST}`, '', 'SO1 | Give children the best start', 'SO2 | Tackle the wider determinants'],
      'Below the table',
    ],
    ['a key of colours', [HEAD, `Plant trees${REST}`, '', 'Red | Behind', 'Amber | At risk'], 'Below the table'],
    ['signatures', [HEAD, `Plant trees${REST}`, '', 'Signed off by the director on 4 May 2025'], 'A note below the table'],
  ])('%s', (_, rows, reason) => {
    const { actions, leftOut } = read({ rows });
    expect(inShort(actions)).toEqual(one);
    expect(leftOut.map((entry) => entry.reason)).toContain(reason);
  });

  test('a total of an Excel table is known by the table', () => {
    const tables = [{ name: 'Plan', area: { top: 0, left: 0, bottom: 2, right: 4 }, hasHeader: true, hasTotals: true }];
    const { actions, leftOut } = read({ rows: [HEAD, `Plant trees${REST}`, 'All | =1 | =1 | =1 | =1'], more: { tables } });
    expect(inShort(actions)).toEqual(one);
    expect(leftOut).toEqual([{ sheet: 'Sheet1', row: 2, reason: 'A total, not an action' }]);
  });

  test('a commitment that begins with "Total" and has its fields is an action', () => {
    check([HEAD, `Total wellbeing offer in every library${REST}`], ['-: Total wellbeing offer in every library']);
  });

  test('a theme with nothing under it is named', () => {
    expect(read({ rows: [HEAD, `Plant trees${REST}`, 'Sow meadows'] }).leftOut).toEqual([
      { sheet: 'Sheet1', row: 2, reason: 'A theme with no action under it' },
    ]);
  });

  test('numbers filled down below the last action are no rows', () => {
    const { actions, leftOut } = read({ rows: [`No. | ${HEAD} | Cost`, `=1 | Plant trees${REST} | none`, '=2 | | | | | | none', '=3'] });
    expect(inShort(actions)).toEqual(one);
    expect(leftOut).toEqual([]);
  });
});

describe('cells', () => {
  const field = (action: Action | undefined, key: keyof Action['source']['cells']) => action?.source.cells[key];

  test('blank rows inside a table, white space and no-break spaces are nothing', () => {
    check([HEAD, `Plant trees${REST}`, '', '\u00a0 | \u200b', '', '', `Sow meadows${REST}`], ['-: Plant trees', '-: Sow meadows']);
  });

  test('a merged lead, timescale and measure hold for each row, from the first cell', () => {
    const { actions } = read({
      rows: [HEAD, `Plant trees${REST}`, 'Sow meadows | | | | SO3', 'Open parks | | | | SO3'],
      merges: ['B2:B4', 'C2:C3', 'D2:D3'],
    });
    expect(actions.map(({ ledBy, timescale, measure }) => [ledBy.text, timescale.text, measure.text])).toEqual([
      ['Head of Economy', 'March 2026', '200 meals a week'],
      ['Head of Economy', 'March 2026', '200 meals a week'],
      ['Head of Economy', '', ''],
    ]);
    expect(actions.map((action) => [field(action, 'ledBy'), field(action, 'timescale')])).toEqual([
      ['B2', 'C2'],
      ['B2', 'C2'],
      ['B2', 'C4'],
    ]);
  });

  test('a merge over two headings belongs to the first', () => {
    const { actions } = read({ rows: [HEAD, 'Plant trees | Head of Parks | | 500 trees | SO2'], merges: ['B2:C2'] });
    expect([actions[0]?.ledBy.text, actions[0]?.timescale.text]).toEqual(['Head of Parks', '']);
  });

  test('a commitment merged over several rows is one action, its fields taken from all of them', () => {
    const { actions, leftOut } = read({
      rows: [HEAD, 'Plant trees | Head of Parks | | 500 trees |', ' | Head of Roads | 2027 | | SO2'],
      merges: ['A2:A3'],
    });
    expect(inShort(actions)).toEqual(['-: Plant trees']);
    expect([
      actions[0]?.ledBy.text,
      actions[0]?.timescale.text,
      field(actions[0], 'timescale'),
      field(actions[0], 'sharedOutcome'),
    ]).toEqual(['Head of Parks; Head of Roads', '2027', 'C3', 'E3']);
    expect(leftOut).toEqual([]);
  });

  test('error cells and numbers are kept as they are', () => {
    const { actions } = read({ rows: [HEAD, 'Plant trees | #N/A | =2027 | #REF! | SO2'] });
    expect(actions[0]?.cells).toMatchObject({
      ledBy: { cell: { kind: 'error', value: '#N/A' } },
      timescale: { cell: { kind: 'number', value: 2027 } },
      measure: { cell: { kind: 'error', value: '#REF!' }, place: { row: 1, column: 3 } },
    });
  });

  test('every field has an address, an empty one where it belongs', () => {
    const { actions } = read({ rows: ['', ` | ${HEAD} | Progress`, ' | Plant trees | Head of Parks'] });
    expect(actions[0]?.source.cells).toEqual({
      commitment: 'B3',
      ledBy: 'C3',
      timescale: 'D3',
      measure: 'E3',
      sharedOutcome: 'F3',
      progress: 'G3',
    });
    expect(actions[0]?.source).toMatchObject({ row: 2, sheet: 'Sheet1', sheetId: 'Sheet1', tableId: 'Sheet1!B2' });
  });

  test('a theme has the address of its row, which is not the action’s', () => {
    expect(field(read({ rows: [HEAD, 'Climate', `Plant trees${REST}`] }).actions[0], 'theme')).toBe('A2');
  });

  test('an action with a numbering like the others and nothing else is an action', () => {
    const { actions } = read({ rows: [`Ref | ${HEAD}`, `P-1 | Plant trees${REST}`, 'P-2 | Sow meadows'] });
    expect(actions.map(({ theirRef, commitment }) => [theirRef, commitment])).toEqual([
      ['P-1', 'Plant trees'],
      ['P-2', 'Sow meadows'],
    ]);
  });
});

test('rows left out by the hundred thousand are all listed', () => {
  const rows = Array.from({ length: 150_000 }, () => '| x');
  const { leftOut } = read({ rows: [HEAD, `Plant trees${REST}`, '', ...rows] });
  expect(leftOut).toHaveLength(150_000);
});
