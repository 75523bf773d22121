import { sentTogether, type SentFile, setAsideInWords, setAsideVersions, type VersionChoice } from '../../../src/domain/collation';
import { actionOf } from './action-of';

const sent = (file: string, commitments: readonly string[], more: Partial<SentFile> & { directorate?: string } = {}): SentFile => {
  const { directorate = 'GET', ...rest } = more;
  return { file, version: null, modified: null, actions: commitments.map((commitment) => actionOf({ commitment, directorate })), ...rest };
};
const aside = (...files: SentFile[]): string[] => setAsideVersions(files).map(({ file, instead }) => `${file} < ${instead}`);

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

describe('what was sent together', () => {
  it.each<[string, SentFile[], string]>([
    ['a version number', [sent('a', A), sent('b', A, { version: 2 })], 'b, a by version'],
    ['the later change', [sent('a', A, { modified: '2025-03-01' }), sent('b', A, { modified: '2025-02-01' })], 'a, b by modified'],
    ['nothing but the names', [sent('plan 9', A), sent('plan 10', A)], 'plan 10, plan 9 by name'],
  ])('says which is newer by %s', (_, files, expected) => {
    const { versions, parts } = sentTogether(files);
    expect(versions.map((one) => `${one.files.map(({ file }) => file).join(', ')} by ${one.newerBy}`)).toEqual([expected]);
    expect(parts).toEqual([]);
  });

  it('names the parts of one directorate, and nothing for one that sent one file', () => {
    const { versions, parts } = sentTogether([sent('a', A), sent('b', ['Cycle', 'Swim']), sent('c', ['Walk'], { directorate: 'ASC' })]);
    expect(versions).toEqual([]);
    expect(parts).toEqual([{ directorate: 'GET', files: ['b', 'a'] }]);
  });
});

describe('the user picks', () => {
  const NEW = sent('new', ['Warm homes', 'Plant trees', 'Run a café'], { version: 2 });
  const picked = (choices: readonly VersionChoice[], ...files: SentFile[]): string[] =>
    setAsideVersions(files, choices).map(
      ({ file, why, actions }) => `${file} ${why}: ${actions.map(({ commitment }) => commitment).join(', ')}`,
    );

  it.each<[string, string[], string[]]>([
    ['nothing: the newest counts', [], ['old older: Warm homes, Plant trees, Open a kitchen']],
    ['the older: the newer does not count', ['old'], ['new not chosen: Warm homes, Plant trees, Run a café']],
    ['both: a row in both is taken from the newer', ['old', 'new'], ['old merged: Warm homes, Plant trees']],
    ['a file that is gone: the newest counts', ['gone'], ['old older: Warm homes, Plant trees, Open a kitchen']],
  ])('%s', (_, files, expected) => {
    expect(picked([{ directorate: 'GET', files }], sent('old', A), NEW)).toEqual(expected);
  });

  it('a choice for one directorate is none for another', () => {
    expect(picked([{ directorate: 'ASC', files: ['old'] }], sent('old', A), NEW)).toEqual([
      'old older: Warm homes, Plant trees, Open a kitchen',
    ]);
  });

  it('says in a sentence what is not collated and why', () => {
    const words = (files: readonly string[]): string[] =>
      setAsideVersions([sent('old', A), NEW], [{ directorate: 'GET', files }]).map(setAsideInWords);
    expect([words([]), words(['old']), words(['old', 'new'])].flat()).toEqual([
      'An older version for GET; new is collated instead.',
      'Another version for GET; old is collated instead, as you chose.',
      'An older version for GET, merged with new, which has 2 of its actions too: each is collated once.',
    ]);
  });
});
