import { readSource, type SourceRead, sheetChangesOf, sheetChangeWords } from '../../../src/application';
import { kent2025 } from '../../../src/domain/framework';
import { councilRun, NO_BOOK, type Run, submission, type SentRow } from './council-run';

const ROWS: readonly SentRow[] = [
  { commitment: 'Open a community kitchen in every district' },
  { commitment: 'Plant trees along the busiest roads' },
];

const sentAs = (file: string, rows = ROWS): SourceRead =>
  readSource(file, submission('GET', rows), { framework: kent2025(), includeHidden: false });

const run = (source: SourceRead, before: Run['book']): Run => councilRun({}, before, { year: 2025, month: 5, day: 2 }, {}, [source]);

function priorities({ prepared }: Run): ReturnType<typeof sheetChangesOf> {
  const outcome = prepared.sheets.find(({ sheet }) => sheet === 'All priorities');
  if (outcome === undefined) throw new Error('All priorities is not written.');
  return sheetChangesOf(outcome);
}

const first = run(sentAs('GET.xlsx'), NO_BOOK);

it('rows that are sent in another file and say the same are counted apart from those that changed', () => {
  const again = priorities(run(sentAs('GET spring.xlsx'), first.book));
  expect(again).toMatchObject({ added: 0, changed: 0, sourceAlone: 2, gone: 0, unchanged: 0 });
  expect(sheetChangeWords(again)).toBe('2 from another place');
});

it('a row that says something else as well has changed', () => {
  const [one, other] = ROWS;
  const changed = [{ commitment: one?.commitment ?? '', timescale: 'June 2027' }, { commitment: other?.commitment ?? '' }];
  expect(priorities(run(sentAs('GET spring.xlsx', changed), first.book))).toMatchObject({ changed: 1, sourceAlone: 1, unchanged: 0 });
});
