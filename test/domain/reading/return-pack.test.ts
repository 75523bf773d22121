import { kent2025 } from '../../../src/domain/framework';
import { type Action, understandBook } from '../../../src/domain/reading';
import { drawBook } from './sheet-text';
import { readTables } from './read-tables';

const HEAD =
  'Ref | Theme | What we have committed to | Led by | Timescale | Measure | Shared Outcome | Status last time | Progress last time | Status now | Progress now';

function read(...rows: readonly string[]): readonly Action[] {
  const tables = readTables(drawBook([{ rows: [HEAD, ...rows] }]), kent2025(), { includeHidden: false, corrections: [] });
  return understandBook(tables, { file: '', framework: kent2025() }).actions;
}

const row = (theme: string, last: string, answer: string): string =>
  `GET-01 | ${theme} | Plant trees | Jo Smith | March 2026 | 200 trees | SO2 | ${last} | ${answer}`;

describe('what a return pack showed and what was answered', () => {
  test.each([
    ['an answer stands before what was shown', 'at risk | Ground too wet.', 'complete | All planted.', 'complete', 'All planted.'],
    ['what is left empty stays', 'at risk | Ground too wet.', ' | ', 'at risk', 'Ground too wet.'],
    ['one answer leaves the other', 'at risk | Ground too wet.', 'on track | ', 'on track', 'Ground too wet.'],
    [
      'a status in front of the progress is an answer',
      'at risk | Ground too wet.',
      ' | Complete: all planted.',
      'complete',
      'all planted.',
    ],
    ['nothing shown and nothing answered', ' | ', ' | ', null, ''],
    ['a word that is no status is not carried on as one', 'nearly | ', ' | ', null, ''],
  ])('%s', (_, last, answer, status, progress) => {
    expect(read(row('Climate', last, answer)).map((action) => [action.status, action.progress])).toEqual([[status, progress]]);
  });
});

test('each row has its own theme or none, since rows are moved; a row without any other field is still an action', () => {
  const actions = read(
    row('Climate', ' | ', ' | '),
    ' |  | Open kitchens',
    ' |  | Sow meadows | Jo Smith | March 2026 | 3 meadows | SO2',
    row('Health', ' | ', ' | '),
  );
  expect(actions.map(({ theme, commitment }) => [theme, commitment])).toEqual([
    ['Climate', 'Plant trees'],
    [null, 'Open kitchens'],
    [null, 'Sow meadows'],
    ['Health', 'Plant trees'],
  ]);
});
