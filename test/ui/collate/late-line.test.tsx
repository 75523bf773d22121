import { screen, waitFor, within } from '@testing-library/react';
import type { CollationChoices, CollationDryRun } from '../../../src/application';
import { DRY_RUN } from '../made-plan';
import { fakeServices } from '../fake-services';
import { renderPane } from '../render-pane';

const CARRIED: CollationDryRun = {
  ...DRY_RUN,
  carried: [{ directorate: 'GET', quarter: '2025/26 Q1', actions: 12, measures: 1, activities: 0 }],
  carriedFindings: 3,
};

it('lists who sent nothing this time, and leaves a directorate out and takes it back', async () => {
  let asked: CollationChoices | undefined;
  const services = fakeServices({
    planCollation: (_files, _signal, _onProgress, choices) => {
      asked = choices;
      return Promise.resolve(choices?.leaveOut.includes('GET') === true ? DRY_RUN : CARRIED);
    },
  });
  const { user } = renderPane(services, 'collate');
  // In the one list of all directorates.
  const list = await screen.findByRole('list', { name: / sent a table$/ });
  const line = (await within(list).findByRole('switch', { name: 'Leave out GET' })).closest('li');
  expect(line).toHaveTextContent(/^GET.*12 actions and 1 measure carried forward, last heard 2025\/26 Q1/);
  expect(screen.getByText('3 findings are in what is carried forward.')).toBeTruthy();
  await user.click(within(list).getByRole('switch', { name: 'Leave out GET' }));
  await waitFor(() => expect(asked?.leaveOut).toEqual(['GET']));
  await screen.findByText('Left out: its rows are marked as no longer sent. Your notes stay.');
  await user.click(screen.getByRole('switch', { name: 'Leave out GET' }));
  await waitFor(() => expect(asked?.leaveOut).toEqual([]));
});

it('says nothing where all that is in the plan was sent', async () => {
  renderPane(fakeServices({ planCollation: () => Promise.resolve(DRY_RUN) }), 'collate');
  await screen.findByText(/Since the collation of 12 September 2025/);
  expect(screen.queryByText('not sent this time')).toBeNull();
  expect(screen.queryByRole('switch')).toBeNull();
});

it('of a directorate that sent a table of another kind only it is not said that it sent nothing', async () => {
  const { directorates } = DRY_RUN;
  const seen = [...new Set([...directorates.seen, 'GET'])];
  const partly: CollationDryRun = {
    ...CARRIED,
    byDirectorate: CARRIED.byDirectorate.filter(({ directorate }) => directorate !== 'GET'),
    directorates: { ...directorates, seen, missing: directorates.missing.filter((name) => name !== 'GET') },
  };
  renderPane(fakeServices({ planCollation: () => Promise.resolve(partly) }), 'collate');
  const line = (await screen.findByRole('switch', { name: 'Leave out GET' })).closest('li');
  expect(line).toHaveTextContent(/^GETsent in partSent a table of another kind only\./);
});

it('of a directorate whose file could not be read it is not said that it sent nothing', async () => {
  const unread: CollationDryRun = { ...DRY_RUN, unread: ['GET'] };
  renderPane(fakeServices({ planCollation: () => Promise.resolve(unread) }), 'collate');
  const line = (await screen.findByText('sent, but not read')).closest('li');
  expect(line).toHaveTextContent(/^GETsent, but not read$/);
});
