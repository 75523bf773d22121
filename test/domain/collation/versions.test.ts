import { type SentFile, setAsideOlderVersions } from '../../../src/domain/collation';
import { actionOf } from './action-of';

const sent = (file: string, commitments: readonly string[], more: Partial<SentFile> & { directorate?: string } = {}): SentFile => {
  const { directorate = 'GET', ...rest } = more;
  return { file, version: null, modified: null, actions: commitments.map((commitment) => actionOf({ commitment, directorate })), ...rest };
};
const aside = (...files: SentFile[]): string[] => setAsideOlderVersions(files).map(({ file, newer }) => `${file} < ${newer}`);

const A = ['Warm homes', 'Plant trees', 'Open a kitchen'];

it.each<[string, SentFile[], string[]]>([
  [
    'a version number in the name or on the cover decides',
    [sent('a v2', A, { version: 2 }), sent('a v10', A, { version: 10 })],
    ['a v2 < a v10'],
  ],
  ['a file that names no version is the first', [sent('a', A), sent('a v2', A, { version: 2 })], ['a < a v2']],
  [
    'then the later change',
    [sent('x', A, { modified: '2025-03-01T10:00:00Z' }), sent('b', A, { modified: '2025-02-01T10:00:00Z' })],
    ['b < x'],
  ],
  [
    'most commitments agree: a version, though some were reworded',
    [sent('a', A), sent('b', ['Warm homes', 'Plant trees', 'Open two kitchens', 'New'], { version: 2 })],
    ['a < b'],
  ],
  ['few agree: parts, both are taken', [sent('a', A), sent('b', ['Warm homes', 'Cycle', 'Swim', 'Walk'])], []],
  [
    'a supplement of a few rows sets no whole plan aside',
    [sent('all', [...A, 'Swim', 'Walk']), sent('some', ['Swim', 'Walk'], { version: 2 })],
    [],
  ],
  [
    'a part that grew into the whole is an older version of it',
    [sent('some', ['Swim', 'Walk']), sent('all', [...A, 'Swim', 'Walk'], { version: 2 })],
    ['some < all'],
  ],
  [
    'every row lightly reworded is still a version',
    [sent('a', ['Warm the coldest homes in Swale first']), sent('b', ['Warm the coldest homes in Swale first of all'], { version: 2 })],
    ['a < b'],
  ],
  ['two directorates with the same words are two directorates', [sent('a', A), sent('b', A, { directorate: 'ASC' })], []],
  ['three versions leave one', [sent('a', A), sent('c', A, { version: 3 }), sent('b', A, { version: 2 })], ['b < c', 'a < c']],
])('%s', (_, files, expected) => {
  expect(aside(...files).sort()).toEqual([...expected].sort());
  expect(aside(...[...files].reverse()).sort()).toEqual([...expected].sort());
});
