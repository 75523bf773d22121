import { rowsPlanned } from '../../../src/domain/workbook/rows-planned';

const KEYS = ['how', 'place', 'words'];

type Row = readonly [how: string, place: string, words: string];

const hashesOf = (rows: readonly Row[]): Record<string, string>[] => rows.map(([how, place, words]) => ({ how, place, words }));

const PLANNED: readonly Row[] = [
  ['error', 'A5', 'no lead'],
  ['error', 'A6', 'no measure'],
  ['error', 'A7', 'no outcome'],
  ['error', 'A8', 'no date'],
  ['error', 'A8', 'no date'],
];

/**
 * @param written texts that the program may have written.
 * @param own rows beside which something stands, by their place in `rows`.
 */
function check(
  rows: readonly Row[],
  expected: readonly (number | null)[],
  planned = PLANNED,
  written: readonly string[] = [],
  own: readonly number[] = [],
): void {
  const hashes = hashesOf(rows);
  const mayBeTyped = (at: number, key: string): boolean => !written.includes(hashes[at]?.[key] ?? '');
  const found = rowsPlanned(hashes, hashesOf(planned), KEYS, ['place', 'words'], (at) => own.includes(at), mayBeTyped);
  expect(found).toEqual(expected);
}

it.each<[string, readonly Row[], readonly (number | null)[]]>([
  ['all as planned', PLANNED, [0, 1, 2, 3, 4]],
  ['sorted', [...PLANNED].reverse(), [3, 4, 2, 1, 0]],
  ['a cell that is no key typed over', [['mine', 'A6', 'no measure']], [1]],
  ['a key typed over, and as much says that it is another row', [['error', 'see Ann', 'no outcome']], [null]],
  ['only words that all rows share', [['error', 'B1', 'mine']], [null]],
  ['a row more than planned', [...PLANNED, ['error', 'A8', 'no date']], [0, 1, 2, 3, 4, null]],
  ['nothing in it', [['', '', '']], [null]],
])('%s', (_, rows, expected) => check(rows, expected));

it('gives a row that is the same the planned one before a row that is only like it', () => {
  check(
    [
      ['mine', 'A5', 'no lead'],
      ['error', 'A5', 'no lead'],
    ],
    [null, 0],
    [['error', 'A5', 'no lead']],
  );
});

const BY_NAMES: readonly Row[] = [
  ['by Al Green', 'A6', 'no measure'],
  ['by Jo Brown', 'A7', 'no outcome'],
];

it.each<[string, Row, readonly string[], number | null]>([
  ['somebody typed over the place', ['by Jo Brown', 'see Ann', 'no outcome'], [], 1],
  ['the program wrote another place', ['by Jo Brown', 'A4', 'no outcome'], ['A4'], null],
  ['two columns of the key are others', ['by Jo Brown', 'see Ann', 'ask Ann'], [], null],
])('where %s', (_, row, written, expected) => check([row], [expected], BY_NAMES, written));

it.each<[string, Row]>([
  ['in other words', ['earlier', 'A5', 'no lead']],
  ['in the same words', ['error', 'A5', 'no lead']],
])('a row with a text beside it, %s, comes before an equal one without', (_, row) => {
  check([['error', 'A5', 'no lead'], row], [null, 0], [['error', 'A5', 'no lead']], [], [1]);
});
