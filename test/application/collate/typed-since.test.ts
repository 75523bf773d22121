import { type BookGrid, textCell } from '../../../src/domain/grid';
import { restorePointOf, restoreStepInWords } from '../../../src/domain/sheets';
import { councilRun, NO_BOOK, type Sent } from './council-run';
import { typed } from './plan-cells';

const KITCHEN = 'Open a community kitchen in every district';
const ORCHARD = 'Plant an orchard beside each library of the county';
const sent = (status: string): Sent => ({ GET: [{ commitment: KITCHEN, status }, { commitment: ORCHARD }] });

const spring = councilRun(sent('on track'), NO_BOOK, { year: 2025, month: 4, day: 30 });
const noted = typed(spring.book, 'All priorities', 'Notes', 'GET-02', 'ask Jo');
const summer = councilRun(sent('delayed'), noted, { year: 2025, month: 7, day: 31 });

/** What restoring says is lost, by sheet. */
function lostBy(book: BookGrid): string[] {
  const steps = restorePointOf(book)?.steps ?? [];
  return steps.flatMap(({ sheet, typed: words }) => words.map((one) => `${sheet}: ${one.words}`));
}

/** A text in a cell of a sheet, zero-based. */
function withText(book: BookGrid, name: string, row: number, column: number, words: string): BookGrid {
  const sheets = book.sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    return { ...sheet, rows: new Map([...sheet.rows, [row, new Map([...(sheet.rows.get(row) ?? []), [column, textCell(words)]])]]) };
  });
  return { ...book, sheets };
}

it.each<[string, BookGrid, string[]]>([
  ['nothing, when nobody has typed since', summer.book, []],
  ['nothing of a first run either', spring.book, []],
  [
    'a cell that the run changed and somebody typed over',
    typed(summer.book, 'All priorities', 'Status', 'GET-01', 'my own'),
    ['All priorities: my own'],
  ],
  ['a word that the run wrote elsewhere on the sheet', typed(summer.book, 'All priorities', 'Status', 'GET-01', 'on track'), []],
  [
    'a word that this cell never held, though others do',
    typed(summer.book, 'All priorities', 'Status', 'GET-01', KITCHEN),
    [`All priorities: ${KITCHEN}`],
  ],
  ['no cell that it does not touch', typed(summer.book, 'All priorities', 'Notes', 'GET-01', 'stays'), []],
  ['a note on a sheet that is removed', typed(spring.book, 'All priorities', 'Notes', 'GET-01', 'goes'), ['All priorities: goes']],
  ['a text beside the tables of such a sheet', withText(spring.book, 'Findings', 40, 12, 'beside'), ['Findings: beside']],
  ['a title that was typed over', withText(summer.book, 'Council summary', 1, 0, 'our summary'), ['Council summary: our summary']],
])('restoring says before it is done that it loses %s', (_, book, lost) => {
  expect(lostBy(book)).toEqual(lost);
});

describe('a sheet on which rows were moved since', () => {
  const many: Sent = {
    GET: Array.from({ length: 6 }, (_, index) => ({ commitment: `${KITCHEN}, number ${String(index * 7)}`, status: 'on track' })),
  };
  const later: Sent = {
    GET: many.GET?.map((row, index) => ({ ...row, measure: `${String(index)} kitchens`, ledBy: `Officer ${String(index)}` })) ?? [],
  };
  const before = councilRun(many, NO_BOOK, { year: 2025, month: 4, day: 30 });
  const after = councilRun(later, before.book, { year: 2025, month: 7, day: 31 });

  /** The rows of All priorities upside down. */
  const sorted: BookGrid = {
    ...after.book,
    sheets: after.book.sheets.map((sheet) => {
      const area = sheet.tables[0]?.area;
      if (sheet.name !== 'All priorities' || area === undefined) return sheet;
      const rows = new Map(sheet.rows);
      for (let row = area.top + 1; row <= area.bottom; row += 1)
        rows.set(row, sheet.rows.get(area.bottom + area.top + 1 - row) ?? new Map());
      return { ...sheet, rows };
    }),
  };

  it('is not restored, since words would go back to other rows', () => {
    expect(restorePointOf(after.book)?.refusal).toBeNull();
    const point = restorePointOf(sorted);
    expect(point?.refusal).toMatch(
      /cells of the sheet “All priorities” that it would put back \([A-Z]+\d+, .*Rows were sorted.*nothing was changed/,
    );
    expect(point?.edits).toEqual([]);
  });
});

it('quotes five and counts the others', () => {
  const texts = Array.from({ length: 8 }, (_, index) => ({ cell: `A${String(index + 1)}`, words: `text ${String(index)}` }));
  expect(restoreStepInWords({ sheet: 'Findings', what: 'put back', cells: 9, comments: 0, typed: texts })).toBe(
    '“Findings”: 9 cells put back; typed there since, and lost by it: A1 “text 0”, A2 “text 1”, A3 “text 2”, A4 “text 3”, A5 “text 4” and 3 more',
  );
});
