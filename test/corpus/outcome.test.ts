import { readBookOf, type ReadBook, type ReadCell } from './read-book';
import { differences } from './compare-books';
import { countsTable } from './counts-table';
import { FAULTS, outcomeOf, type ProcessEnd, type SecondOpinion } from './outcome';
import { type Cell, EMPTY_CELL, gridOf, textCell } from '../../src/domain/grid';

const LIMITS = { seconds: 5, megabytes: 512 };
const RAW = { formulasWorkedOutAnew: false, namesUnknown: false };

const book = (cells: readonly ReadCell[], name = 'One'): ReadBook => ({ kind: 'opened', isDocument: false, sheets: [{ name, cells }] });
const second = (cells: readonly ReadCell[], more: Partial<typeof RAW> = {}): SecondOpinion => ({
  kind: 'read',
  by: 'openpyxl',
  sheets: book(cells).sheets,
  options: { ...RAW, ...more },
});
const NOBODY: SecondOpinion = { kind: 'none', why: 'there is none for this kind of file' };

function ended(found: ReadBook | null, more: Partial<ProcessEnd> = {}, measured = { cpuMilliseconds: 40, peakMegabytes: 90 }): ProcessEnd {
  const written = found === null ? null : { found, ...measured };
  return { code: 0, signal: null, stopped: false, errors: '', written, ...more };
}

describe('what came of a file', () => {
  const ONE: ReadCell = [0, 0, 'text', 'a'];
  it.each<[string, ProcessEnd, SecondOpinion, boolean]>([
    ['opened', ended(book([ONE])), second([ONE]), false],
    ['opened', ended(book([ONE])), NOBODY, false],
    ['opened, nothing in it', ended(book([])), second([]), false],
    ['silently empty', ended(book([])), second([ONE]), true],
    ['different', ended(book([ONE])), second([ONE, [1, 0, 'text', 'b']]), true],
    ['slow', ended(book([ONE]), {}, { cpuMilliseconds: 5001, peakMegabytes: 90 }), second([ONE]), false],
    ['out of memory', ended(book([ONE]), {}, { cpuMilliseconds: 40, peakMegabytes: 513 }), second([ONE]), true],
    ['out of memory', ended(null, { code: 134, errors: 'FATAL ERROR: Reached heap limit … JavaScript heap out of memory' }), NOBODY, true],
    ['hung', ended(null, { signal: 'SIGKILL', stopped: true }), second([ONE]), true],
    ['crashed', ended(null, { code: 1, errors: 'RangeError: Maximum call stack size exceeded' }), second([ONE]), true],
  ])('%s', (outcome, end, opinion, isFault) => {
    expect(outcomeOf('a.xlsx', end, opinion, LIMITS).outcome).toBe(outcome);
    expect([...FAULTS].some((fault) => fault === outcome)).toBe(isFault);
  });

  it('a refusal is one to look at where the second reader sees cells', () => {
    const refusal = { kind: 'refused', reason: 'damaged', words: '“a.xlsx” is damaged …', unforeseen: 'TypeError: x' } as const;
    const end: ProcessEnd = { ...ended(null), written: { found: refusal, cpuMilliseconds: 1, peakMegabytes: 80 } };
    expect(outcomeOf('a.xlsx', end, second([ONE]), LIMITS)).toMatchObject({ outcome: 'refused, read by the second', secondCells: 1 });
    expect(outcomeOf('a.xlsx', end, second([ONE]), LIMITS, 'cut off')).toMatchObject({ outcome: 'refused', judged: 'cut off' });
    expect(outcomeOf('a.xlsx', end, second([]), LIMITS)).toMatchObject({ outcome: 'refused', reason: 'damaged', error: 'TypeError: x' });
  });

  it('what escaped the reader as an error of another kind is a crash', () => {
    const end: ProcessEnd = {
      ...ended(null),
      written: { found: { kind: 'threw', error: 'TypeError: y' }, cpuMilliseconds: 1, peakMegabytes: 80 },
    };
    expect(outcomeOf('a.xlsx', end, NOBODY, LIMITS)).toMatchObject({ outcome: 'crashed', error: 'TypeError: y' });
  });

  it('a difference that was judged is no fault, and is still told', () => {
    const end = ended(book([]));
    const { outcome, judged, differences: count } = outcomeOf('a.xlsx', end, second([ONE]), LIMITS, 'the second reader works it out anew');
    expect([outcome, judged, count]).toEqual(['different, judged', 'the second reader works it out anew', 1]);
  });
});

describe('two readers of one file', () => {
  it.each<[string, readonly ReadCell[], readonly ReadCell[], readonly string[]]>([
    ['the same', [[0, 0, 'text', 'a']], [[0, 0, 'text', 'a']], []],
    ['line ends', [[0, 0, 'text', 'a\nb\nc']], [[0, 0, 'text', 'a\r\nb\rc']], []],
    ['spaces count', [[0, 0, 'text', 'a ']], [[0, 0, 'text', 'a']], ['value One!A1']],
    ['the last digits of a number', [[0, 0, 'number', 0.1 + 0.2]], [[0, 0, 'number', 0.3]], []],
    ['another number', [[0, 0, 'number', 45748]], [[0, 0, 'number', 45749]], ['value One!A1']],
    ['a number as text', [[0, 0, 'text', '1']], [[0, 0, 'number', 1]], ['value One!A1']],
    ['yes as 1', [[0, 0, 'boolean', true]], [[0, 0, 'number', 1]], ['value One!A1']],
    ['another place', [[0, 0, 'text', 'a']], [[0, 1, 'text', 'a']], ['only ours One!A1', 'only theirs One!B1']],
    ['errors', [[0, 0, 'error', '#N/A']], [[0, 0, 'error', '#REF!']], ['value One!A1']],
  ])('%s', (_name, ours, theirs, expected) => {
    const found = differences(book(ours), book(theirs), RAW);
    expect(found.map(({ what, where }) => `${what} ${where}`)).toEqual(expected);
  });

  it('sheets count by name and order', () => {
    expect(differences(book([], 'One'), book([], 'Two'), RAW)).toEqual([{ what: 'sheets', where: '', ours: 'One', theirs: 'Two' }]);
    expect(differences(book([], 'One'), book([], 'Two'), { ...RAW, namesUnknown: true })).toEqual([]);
    const two = { ...book([], 'One'), sheets: [...book([[0, 0, 'text', 'a']], 'One').sheets, ...book([], 'Two').sheets] };
    const found = differences(two, book([[0, 0, 'text', 'b']], 'One'), RAW);
    expect(found.map(({ what, where }) => `${what} ${where}`)).toEqual(['sheets ', 'value One!A1']);
  });

  it('a formula that the second reader works out anew may give anything', () => {
    const formula: ReadCell = [0, 0, 'number', 1, true];
    const options = { ...RAW, formulasWorkedOutAnew: true };
    expect(differences(book([formula]), book([[0, 0, 'number', 2]]), options)).toEqual([]);
    expect(differences(book([formula]), book([[0, 0, 'number', 2]]), RAW)).toHaveLength(1);
    expect(differences(book([formula]), book([]), options)).toEqual([]);
    const unanswered: ReadCell = [0, 0, 'empty', '', true];
    expect(differences(book([unanswered]), book([]), RAW)).toEqual([]);
    expect(differences(book([unanswered]), book([[0, 0, 'number', 2]]), options)).toEqual([]);
    expect(differences(book([unanswered]), book([[0, 0, 'number', 2]]), RAW)).toHaveLength(1);
  });
});

it('a book gives its filled cells, and which of them are formulas', () => {
  const total = { kind: 'number', value: 3, text: '3', format: 'General', formula: '=1+2' } as const;
  const unanswered = { kind: 'empty', value: null, text: '', format: 'General', formula: '=B9' } as const;
  const grid = gridOf('One', [[null, textCell('a')]]);
  const second = new Map<number, Cell>([
    [0, total],
    [1, unanswered],
    [2, EMPTY_CELL],
  ]);
  const rows = new Map([...grid.rows, [1, second]]);
  expect(readBookOf({ name: 'a.xlsx', sheets: [{ ...grid, rows }] }).sheets).toEqual([
    {
      name: 'One',
      cells: [
        [0, 1, 'text', 'a'],
        [1, 0, 'number', 3, true],
        [1, 1, 'empty', '', true],
      ],
    },
  ]);
});

it('the table counts by the first folder', () => {
  const of = (file: string, cells: readonly ReadCell[]): ReturnType<typeof outcomeOf> =>
    outcomeOf(file, ended(book(cells)), NOBODY, LIMITS);
  const lines = countsTable([of('a/x.xlsx', [[0, 0, 'text', 'a']]), of('a/b/y.xlsx', []), of('z.csv', [])]).split('\n');
  expect(lines.slice(1).map((line) => line.split(/\s+/).slice(0, 4))).toEqual([
    ['a', '2', '1', '1'],
    ['.', '1', '0', '1'],
    ['all', '3', '1', '2'],
  ]);
});
