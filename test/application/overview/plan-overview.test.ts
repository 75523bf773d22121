import type { PlanOverview } from '../../../src/application';
import { planOverview } from '../../../src/application/overview/plan-overview';
import { kent2025 } from '../../../src/domain/framework';
import type { BookGrid, CalendarDate } from '../../../src/domain/grid';
import { councilRun, NO_BOOK, type Sent } from '../collate/council-run';
import { rowsOf, typed } from '../collate/plan-cells';

const Q1: CalendarDate = { year: 2025, month: 5, day: 2 };
const Q2: CalendarDate = { year: 2025, month: 8, day: 1 };

const GET: Sent = {
  GET: [
    { commitment: 'Open a community kitchen in every district', timescale: 'March 2027', indicator: '3.7' },
    { commitment: 'Plant trees along the busiest roads', ledBy: '', outcome: 'SO9' },
  ],
};
const CYPE: Sent = { CYPE: [{ commitment: 'Run parenting courses with the health visitors', timescale: 'December 2026' }] };

const PRIORITIES = 'All priorities';

const FIRST = councilRun({ ...GET, ...CYPE }, NO_BOOK, Q1).book;

function overviewOf(book: BookGrid): PlanOverview {
  const overview = planOverview(book, kent2025());
  if (overview === null) throw new Error('There is no plan.');
  return overview;
}

it('says nothing of a workbook without a plan', () => {
  expect(planOverview(NO_BOOK, kent2025())).toBeNull();
});

it('tells when it was collated, how many actions it has and who is not in it', () => {
  const overview = overviewOf(FIRST);
  expect(overview).toMatchObject({ collated: '2 May 2025', actions: 3, notes: 0, late: [] });
  expect(overview.notSent).toHaveLength(overview.directorates - 2);
  expect(overview.notSent).not.toContain('GET');
});

it('lists the findings as the sheet of findings has them, with file, sheet, row and words', () => {
  const listed = overviewOf(FIRST).findings;
  const onSheet = rowsOf(FIRST, 'Findings', ['How serious', 'File', 'Sheet', 'Row', 'Heading', 'What and why']);
  expect(onSheet.length).toBeGreaterThan(1);
  const word = { error: 'Error', warning: 'Warning', advice: 'Advice' };
  expect(
    listed.map(({ severity, file, sheet, row, heading, message }) => [word[severity], file, sheet, String(row ?? ''), heading, message]),
  ).toEqual(onSheet);
  expect(listed).toContainEqual(expect.objectContaining({ severity: 'error', file: 'GET.xlsx', row: 3, heading: 'Led by' }));
});

it('tells whose rows were carried forward, and from which quarter', () => {
  const late = councilRun(CYPE, FIRST, Q2).book;
  const overview = overviewOf(late);
  expect(overview.late).toEqual([{ directorate: 'GET', lastHeard: '2025/26 Q1' }]);
  expect(overview).toMatchObject({ collated: '1 August 2025', actions: 3 });
  expect(overview.notSent).not.toContain('GET');
});

it('counts notes in the collator’s own columns, and actions without a verdict of finance', () => {
  expect(overviewOf(FIRST).finance.withoutVerdict).toBe(3);
  const noted = typed(typed(FIRST, PRIORITIES, 'Notes', 'GET-01', 'ask the treasurer'), PRIORITIES, 'Finance check', 'GET-02', 'agreed');
  const overview = overviewOf(noted);
  expect(overview.finance.withoutVerdict).toBe(2);
  // The verdict stands in a column of the user's own too.
  expect(overview.notes).toBe(2);
});

it('counts costs that their own row contradicts', () => {
  const sent: Sent = { GET: [{ commitment: 'Recruit two dieticians for every district hospital' }] };
  const plan = councilRun(sent, NO_BOOK, Q1).book;
  expect(overviewOf(plan).finance.contradicted).toBe(0);
  expect(overviewOf(typed(plan, PRIORITIES, 'Cost', 'GET-01', 'no cost')).finance.contradicted).toBe(1);
});

it('is the same object while the workbook has not changed', () => {
  const framework = kent2025();
  expect(planOverview({ ...FIRST }, framework)).toBe(planOverview(FIRST, framework));
});
