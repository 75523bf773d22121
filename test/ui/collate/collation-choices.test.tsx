import { screen, waitFor } from '@testing-library/react';
import type { CollationChoices } from '../../../src/application';
import { DRY_RUN } from '../made-plan';
import { fakeServices } from '../fake-services';
import { renderPane } from '../render-pane';

/** The Collate view, its choices opened, and what the last dry run was asked for. */
async function opened(): Promise<{
  readonly user: ReturnType<typeof renderPane>['user'];
  readonly asked: () => CollationChoices | undefined;
}> {
  let asked: CollationChoices | undefined;
  const services = fakeServices({
    planCollation: (_files, _signal, _onProgress, choices) => {
      asked = choices;
      return Promise.resolve(DRY_RUN);
    },
  });
  const { user } = renderPane(services, 'collate');
  await screen.findByText(/Since the collation of 12 September 2025/);
  await user.click(screen.getByRole('button', { name: 'Options for sheets and changes' }));
  return { user, asked: () => asked };
}

it('asks for the usual sheets and the last run until something is chosen', async () => {
  const { asked } = await opened();
  expect(asked()).toEqual({
    sheets: [],
    since: null,
    versions: [],
    judgements: [],
    leaveOut: [],
    settled: [],
    copies: [],
    copyAnswers: [],
  });
});

it('works out afresh what would be written when a sheet is ticked and when it is unticked', async () => {
  const { user, asked } = await opened();
  const box = screen.getByRole('checkbox', { name: 'Local measures' });
  await user.click(box);
  await waitFor(() => expect(asked()?.sheets).toEqual(['local-measures']));
  await user.click(box);
  await waitFor(() => expect(asked()?.sheets).toEqual([]));
});

it('shows a sheet that is in the workbook as kept up to date', async () => {
  await opened();
  const there = screen.getByRole('checkbox', { name: 'By outcome (already in this workbook, kept up to date)' });
  expect([(there as HTMLInputElement).checked, (there as HTMLInputElement).disabled]).toEqual([true, true]);
});

it('tells the changes since the quarter that is chosen', async () => {
  const { user, asked } = await opened();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show changes since' }), '2025/26 Q1');
  await waitFor(() => expect(asked()?.since).toBe('2025/26 Q1'));
});
