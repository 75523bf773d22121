import { screen, waitFor, within } from '@testing-library/react';
import type { CollationChoices, CollationDryRun } from '../../../src/application';
import { fakeServices, type FakeServices } from '../fake-services';
import { DRY_RUN } from '../made-plan';
import { accessibilityProblems, renderPane } from '../render-pane';

type Copy = CollationDryRun['copies'][number];

const TEXT = {
  copy: 'Plan (Anna).xlsx',
  asOf: '2025-06-01',
  sheet: 'All priorities',
  row: 'GET-01',
  column: 'notes',
  heading: 'Notes',
  theirs: 'agreed',
  mine: '',
  address: 'P5',
  beside: 'GET-01 · Plant trees',
  isNew: true,
};
const COPY: Copy = {
  file: 'Plan (Anna).xlsx',
  problem: null,
  isDeclined: false,
  texts: [
    { ...TEXT, how: 'taken' },
    { ...TEXT, row: 'GET-02', theirs: 'Anna', mine: 'Ben', how: 'conflict' },
    { ...TEXT, row: '', beside: 'A bus to the coast', heading: '', column: '', theirs: 'asked', how: 'set aside' },
  ],
  notices: ['Comments are not merged; it has 2.'],
};

/** Services that find a copy, as the program answers what was said of it, with a record of the requests. */
function planning(copies: readonly Copy[]): { readonly services: FakeServices; readonly asked: CollationChoices[] } {
  const asked: CollationChoices[] = [];
  const services = fakeServices({
    planCollation: (_files, _signal, _onProgress, choices) => {
      if (choices !== undefined) asked.push(choices);
      const answered = copies.map((copy) => {
        const isLeft = choices?.copies.some(({ file, isMerged }) => file === copy.file && !isMerged) === true;
        return isLeft ? { ...copy, isDeclined: true, texts: [], notices: [] } : copy;
      });
      return Promise.resolve({ ...DRY_RUN, copies: answered });
    },
  });
  return { services, asked };
}

const writeButton = (): HTMLElement => screen.getByRole('button', { name: 'Write the plan' });

test('a copy is offered with what was typed there, and nothing is written until it is said whether it is merged', async () => {
  const { services, asked } = planning([COPY]);
  const { user, container } = renderPane(services, 'collate');
  expect(await screen.findByText('A colleague’s copy of this plan: 3 texts typed there')).toBeInTheDocument();
  expect(screen.getByText('Comments are not merged; it has 2.')).toBeInTheDocument();
  const group = screen.getByRole('radiogroup', { name: 'What was typed in Plan (Anna).xlsx' });
  expect(within(group).queryAllByRole('radio', { checked: true })).toEqual([]);
  expect(writeButton()).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getAllByText('Say first whether the copy of this plan is to be merged.').length).toBeGreaterThan(0);

  await user.click(within(group).getByRole('radio', { name: 'Merge it into this plan' }));
  await waitFor(() => expect(asked.at(-1)?.copies).toEqual([{ file: COPY.file, isMerged: true }]));
  await waitFor(() => expect(writeButton()).not.toHaveAttribute('aria-disabled', 'true'));
  expect(await accessibilityProblems(container)).toEqual([]);
});

test('a copy can be left out, and merged after all', async () => {
  const { services, asked } = planning([COPY]);
  const { user } = renderPane(services, 'collate');
  await user.click(await screen.findByRole('radio', { name: 'Leave it out' }));
  await waitFor(() => expect(screen.queryByText('A colleague’s copy of this plan: 3 texts typed there')).toBeNull());
  expect(asked.at(-1)?.copies).toEqual([{ file: COPY.file, isMerged: false }]);
  await user.click(screen.getByRole('radio', { name: 'Merge it into this plan' }));
  expect(await screen.findByText('A colleague’s copy of this plan: 3 texts typed there')).toBeInTheDocument();
});

test('texts are listed one by one, and a conflict is settled there', async () => {
  const { services, asked } = planning([COPY]);
  const { user, container } = renderPane(services, 'collate');
  await user.click(await screen.findByRole('button', { name: '3 texts of the copy, 1 with other words here: Plan (Anna).xlsx' }));
  expect(screen.getByText('the copy has: agreed')).toBeVisible();
  expect(screen.getByText('goes to the sheet “Kept texts”, since no row here is surely its own')).toBeVisible();
  const group = screen.getByRole('radiogroup', { name: 'GET-02 · All priorities · Notes' });
  await user.click(within(group).getByRole('radio', { name: 'Take theirs' }));
  await waitFor(() =>
    expect(asked.at(-1)?.copyAnswers).toEqual([
      { copy: COPY.file, sheet: 'All priorities', row: 'GET-02', column: 'notes', side: 'theirs' },
    ]),
  );
  expect(await accessibilityProblems(container)).toEqual([]);
});

test.each<[string, Copy, string]>([
  [
    'one in which nothing was typed is named and not asked about',
    { ...COPY, texts: [], notices: [] },
    'A colleague’s copy of this plan: nothing typed there that is not here',
  ],
  [
    'one that cannot be followed says why',
    { ...COPY, texts: [], notices: [], problem: 'The last run of it did not end.' },
    'The last run of it did not end.',
  ],
])('%s', async (_, copy, words) => {
  renderPane(planning([copy]).services, 'collate');
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(screen.queryByRole('radiogroup', { name: 'What was typed in Plan (Anna).xlsx' })).toBeNull();
  await waitFor(() => expect(writeButton()).not.toHaveAttribute('aria-disabled', 'true'));
});
