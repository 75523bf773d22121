import { type BookGrid, cellAt, type SheetGrid } from '../../../src/domain/grid';
import { councilRun, NO_BOOK, type Run, type Sent } from './council-run';
import { onSheet, placesOn, put, wordsBy } from './handled-plan';

const APRIL = { year: 2025, month: 4, day: 30 };
const JULY = { year: 2025, month: 7, day: 31 };
const OCTOBER = { year: 2025, month: 10, day: 31 };

const KITCHEN = 'Open a community kitchen in every district of the county';
const TREES = 'Plant ten thousand trees along the busiest roads';
const SCHOOL = 'Walk children to school on safer routes';
const PARENTS = 'Run parenting courses with the health visitors';
const row = (commitment: string, measure: string): { commitment: string; measure: string } => ({ commitment, measure });
const CYPE = [row(PARENTS, '60 courses')];
const ALL: Sent = { GET: [row(KITCHEN, '12 kitchens'), row(TREES, '10,000 trees'), row(SCHOOL, '40 schools')], CYPE };
const WITHOUT: Sent = { GET: ALL.GET?.slice(0, 2) ?? [], CYPE };

const sheetOf = ({ sheets }: BookGrid, name: string): SheetGrid => {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};
const withSheetsOf = (book: BookGrid, other: BookGrid, isTaken: (name: string) => boolean): BookGrid => ({
  ...book,
  sheets: book.sheets.map((sheet) => (isTaken(sheet.name) ? (other.sheets.find(({ name }) => name === sheet.name) ?? sheet) : sheet)),
});

const noted = (book: BookGrid): BookGrid =>
  onSheet(book, 'All priorities', (sheet) => {
    const { rows, column } = placesOn(sheet);
    const named = column('What we have committed to');
    return rows.reduce((before, at) => {
      const commitment = String(cellAt(sheet, { row: at, column: named }).value);
      return put(put(before, at, column('Notes'), `note on ${commitment}`), at, column('Finance check'), `said of ${commitment}`);
    }, sheet);
  });

const words = ({ rows }: SheetGrid): string[] =>
  [...rows.values()].map((cells) => [...cells.values()].map(({ text }) => text).join(' | ')).filter((line) => line.trim() !== '');

/** @param run in October, over a workbook whose sheets and memory are of two runs. */
function expectAsNew(run: Run, sent: Sent): void {
  expect(run.prepared.questions).toEqual([]);
  const fresh = councilRun(sent, NO_BOOK, OCTOBER).book;
  for (const name of ['Sources', 'Council summary', 'Findings'])
    expect([name, words(sheetOf(run.book, name))]).toEqual([name, words(sheetOf(fresh, name))]);
  // A change that is told no more may have the user's words: it goes to the kept texts.
  const texts = run.book.sheets.find(({ name }) => name === 'Kept texts');
  const from = [...(texts?.rows ?? [])].flatMap(([at, cells]) => (at > 3 && cells.size > 3 ? [cells.get(0)?.text ?? ''] : []));
  expect(from.filter((name) => name !== 'Changes')).toEqual([]);
  for (const heading of ['Notes', 'Finance check'])
    for (const [commitment, texts] of Object.entries(wordsBy(run.book, heading)))
      expect(texts).toEqual([`${heading === 'Notes' ? 'note on' : 'said of'} ${commitment}`]);
  expect(councilRun(sent, run.book, OCTOBER).prepared.nothingToDo).toBe(true);
}

describe('the memory and the sheets of two runs', () => {
  const april = noted(councilRun(ALL, NO_BOOK, APRIL).book);
  const july = councilRun(WITHOUT, april, JULY).book;

  it('an older memory: an action that is sent again is marked as no longer sent no more', () => {
    expect(wordsBy(july, 'Standing')[SCHOOL]).toEqual(['no longer sent']);
    const next = councilRun(
      ALL,
      withSheetsOf(july, april, (name) => name === '_plan'),
      OCTOBER,
    );
    expect(wordsBy(next.book, 'Standing')[SCHOOL]).toEqual(['']);
    expect(next.collated.plan.notices.map(({ sentence }) => sentence).join()).toContain('written by another run');
    expectAsNew(next, ALL);
  });

  it('an older memory, by which an action is gone that its row shows, carries it forward with its directorate', () => {
    const back = councilRun(ALL, july, OCTOBER).book;
    const next = councilRun(
      { CYPE },
      withSheetsOf(back, july, (name) => name === '_plan'),
      OCTOBER,
    );
    expect(next.prepared.figures.counts).toMatchObject({ actions: 4, gone: 0 });
  });

  it.each(['Sources', 'Council summary', 'All priorities', 'Findings'])('an older sheet %s', (older) => {
    const next = councilRun(
      ALL,
      withSheetsOf(july, april, (name) => name === older),
      OCTOBER,
    );
    expect(wordsBy(next.book, 'Standing')[SCHOOL]).toEqual(['']);
    expectAsNew(next, ALL);
  });

  it('a line of the run that was added to is no other run', () => {
    const typed = onSheet(april, 'Council summary', (sheet) =>
      put(sheet, 1, 0, `${String(cellAt(sheet, { row: 1, column: 0 }).value)} DRAFT`),
    );
    const next = councilRun(ALL, typed, OCTOBER);
    expect(words(sheetOf(next.book, 'Kept texts')).join()).toContain('DRAFT');
  });
});
