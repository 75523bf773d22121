import { screen, waitFor } from '@testing-library/react';
import type { Finding } from '../../../src/domain/findings';
import type { HeadingKey, TableCorrection, TableHeading, TableRead } from '../../../src/domain/reading';
import { fakeServices } from '../fake-services';
import { madeFinding, madeTable, READING } from '../made-plan';
import { accessibilityProblems, renderPane, type RenderedPane } from '../render-pane';

const heading = (text: string, column: number, key: HeadingKey | null): TableHeading => ({ text, column, key, sureness: 'certain' });
/** A column that was not understood. */
const unread = (text: string, column: number, ...mayBe: readonly HeadingKey[]): TableHeading => ({ ...heading(text, column, null), mayBe });
const tableOf = (headings: readonly TableHeading[]): TableRead => ({ ...madeTable('CYPE', 3), headings });
const COMMITMENT = heading('Commitment', 0, 'commitment');
const PERSON = unread('Named person', 1, 'ledBy');
const PROOF = unread('How we know', 2, 'measure');
const TIME = heading('Timescale', 3, 'timescale');
const OUTCOME = heading('Shared Outcome', 4, 'sharedOutcome');
const MEASURE = heading('Measure', 2, 'measure');

/** About the table as a whole: at its first heading. */
function missing(code: 'missing-lead' | 'missing-measure', label: string): Finding {
  return { ...madeFinding({ code, cell: 'A3', heading: label, message: `No column ${label}.`, quote: '' }), row: 3 };
}
const NO_LEAD = missing('missing-lead', 'Led by');
const NO_MEASURE = missing('missing-measure', 'Measure');

async function opened(table: TableRead, findings: readonly Finding[]): Promise<RenderedPane & { readonly corrected: TableCorrection[] }> {
  const corrected: TableCorrection[] = [];
  const services = fakeServices({
    reading: { ...READING, tables: [table], findings },
    correct: (correction) => {
      corrected.push(correction);
      return Promise.resolve();
    },
  });
  const pane = renderPane(services, 'check');
  await screen.findByRole('listbox');
  return { ...pane, corrected };
}

const question = (): string | null => screen.queryByRole('group', { name: /^Is “/ })?.getAttribute('aria-label') ?? null;

it('asks whether an unread column is the one that the table lacks, and yes sets its heading', async () => {
  const { user, corrected, container } = await opened(tableOf([COMMITMENT, PERSON, MEASURE, TIME, OUTCOME]), [NO_LEAD]);
  expect(question()).toBe('Is “Named person” Led by?');
  expect(await accessibilityProblems(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Yes' }));
  await waitFor(() => expect(corrected).toEqual([{ tableId: 'CYPE-id!A3', headings: { 1: 'ledBy' } }]));
  expect((await screen.findAllByText('Named person is now read as Led by.')).length).toBeGreaterThan(0);
});

it('no sets it to none where nothing else is missing, so that it is not asked again', async () => {
  const { user, corrected } = await opened(tableOf([COMMITMENT, PERSON, MEASURE, TIME, OUTCOME]), [NO_LEAD]);
  await user.click(screen.getByRole('button', { name: 'No' }));
  await waitFor(() => expect(corrected).toEqual([{ tableId: 'CYPE-id!A3', headings: { 1: null } }]));
});

it('of two columns the one that looks most like it is asked about first, and then the other', async () => {
  const initials = unread('Who', 1, 'status', 'ledBy');
  const { user, corrected } = await opened(tableOf([COMMITMENT, initials, unread('Named person', 2, 'ledBy'), TIME, OUTCOME]), [NO_LEAD]);
  expect(question()).toBe('Is “Named person” Led by?');
  await user.click(screen.getByRole('button', { name: 'No' }));
  await waitFor(() => expect(corrected).toEqual([{ tableId: 'CYPE-id!A3', headings: { 2: null } }]));
});

it('a column that could be either of two is asked about both, and no to both sets it to none', async () => {
  const either = unread('Detail', 1, 'ledBy', 'measure');
  const { user, corrected } = await opened(tableOf([COMMITMENT, either, TIME, OUTCOME]), [NO_LEAD, NO_MEASURE]);
  await user.click(screen.getByRole('button', { name: 'No' }));
  expect(question()).toBeNull();
  expect(corrected).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(question()).toBe('Is “Detail” Measure?');
  await user.click(screen.getByRole('button', { name: 'No' }));
  await waitFor(() => expect(corrected).toEqual([{ tableId: 'CYPE-id!A3', headings: { 1: null } }]));
});

it('where two are missing, each is asked of the column that looks like it', async () => {
  const { user, corrected } = await opened(tableOf([COMMITMENT, PERSON, PROOF, TIME, OUTCOME]), [NO_LEAD, NO_MEASURE]);
  expect(question()).toBe('Is “Named person” Led by?');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(question()).toBe('Is “How we know” Measure?');
  expect(corrected).toEqual([]);
});

it.each<[string, readonly TableHeading[], readonly Finding[]]>([
  ['a column of which the user has said that it is none', [COMMITMENT, { ...PERSON, sureness: 'set by you' }, MEASURE], [NO_LEAD]],
  ['a column without words over it', [COMMITMENT, unread('', 1, 'ledBy'), MEASURE], [NO_LEAD]],
  ['a column whose cells look like something else', [COMMITMENT, unread('Wards', 1, 'timescale'), MEASURE], [NO_LEAD]],
  ['a heading that the table has', [COMMITMENT, PERSON, heading('Lead', 2, 'ledBy')], [NO_LEAD]],
  ['a row', [COMMITMENT, PERSON, MEASURE], [{ ...NO_LEAD, row: 5, cell: 'B5' }]],
])('asks nothing of %s', async (_, headings, findings) => {
  await opened(tableOf(headings), findings);
  expect(question()).toBeNull();
});

it('a commitment that was found by its cells is confirmed with yes, and no answer gives it away', async () => {
  const doubtful = { ...heading('Improvement', 0, 'commitment'), sureness: 'likely' as const, byCells: true };
  const finding = {
    ...madeFinding({ code: 'column-in-doubt', cell: 'A3', heading: 'Improvement', message: 'Please check.', quote: '' }),
    row: 3,
  };
  const { user, corrected, container } = await opened(tableOf([doubtful, heading('Lead', 1, 'ledBy'), MEASURE, TIME, OUTCOME]), [finding]);
  expect(question()).toBe('Is “Improvement” What we have committed to?');
  expect(screen.queryByRole('button', { name: 'No' })).not.toBeInTheDocument();
  expect(await accessibilityProblems(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Yes' }));
  await waitFor(() => expect(corrected).toEqual([{ tableId: 'CYPE-id!A3', headings: { 0: 'commitment' } }]));
});

it('a lead that was found by its cells is confirmed with yes, or read as nothing with no', async () => {
  const doubtful = { ...heading('Hands on deck', 1, 'ledBy'), sureness: 'likely' as const, byCells: true };
  const finding = {
    ...madeFinding({ code: 'column-in-doubt', cell: 'B3', heading: 'Hands on deck', message: 'Please check.', quote: '' }),
    row: 3,
  };
  const { user, corrected } = await opened(tableOf([heading('Action', 0, 'commitment'), doubtful, MEASURE, TIME, OUTCOME]), [finding]);
  expect(question()).toBe('Is “Hands on deck” Led by?');
  await user.click(screen.getByRole('button', { name: 'No' }));
  await waitFor(() => expect(corrected).toEqual([{ tableId: 'CYPE-id!A3', headings: { 1: null } }]));
});
