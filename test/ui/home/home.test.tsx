import { act, screen, waitFor, within } from '@testing-library/react';
import { Failure, type LastRun } from '../../../src/application';
import type { PaneServices } from '../../../src/ui/shared/pane-services';
import { CLEAN_READING, EMPTY_READING, READING } from '../made-plan';
import { fakeServices, type FakeServices, pendingWork } from '../fake-services';
import { accessibilityProblems, renderPane } from '../render-pane';

const summary = /^This workbook: 4 sheets, 2 tables with 5 actions, from 2 directorates$/;

describe('Home', () => {
  test('counts what the workbook holds, and says what each view would show', async () => {
    const { container } = renderPane(fakeServices());
    expect(await screen.findByText(summary)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Check the tables/ })).toHaveTextContent(/1 error *2 warnings *1 piece of advice/);
    expect(screen.getByRole('button', { name: /^Collate the plan/ })).toHaveTextContent('2 of 3 directorates in this workbook');
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('says so when there are no findings', async () => {
    renderPane(fakeServices({ reading: CLEAN_READING }));
    expect(await screen.findByRole('button', { name: /^Check the tables/ })).toHaveTextContent('No findings');
  });

  test('lists what was left out with its reason', async () => {
    const { user } = renderPane(fakeServices());
    const toggle = await screen.findByRole('button', { name: 'Rows and sheets left out: 1' });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await user.click(toggle);
    expect(screen.getByText('CYPE · row 12')).toBeVisible();
    expect(screen.getByText('A row of totals.')).toBeVisible();
  });

  test('teaches what a table needs when there is none, and looks again', async () => {
    const services = fakeServices({ reading: EMPTY_READING });
    const { user, container } = renderPane(services);
    expect(await screen.findByRole('heading', { name: 'No table of priorities found yet' })).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(screen.queryByRole('button', { name: /^Check the tables/ })).not.toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
    services.reading = READING;
    await user.click(screen.getByRole('button', { name: 'Read again' }));
    expect(await screen.findByText(summary)).toBeInTheDocument();
  });

  test('goes to a view and back, by button and by Esc', async () => {
    const { user } = renderPane(fakeServices());
    await user.click(await screen.findByRole('button', { name: /^Check the tables/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Check' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Back to start' }));
    expect(screen.getByRole('heading', { level: 1, name: 'Delivery plan' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: /^Collate the plan/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Collate' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('heading', { level: 1, name: 'Delivery plan' })).toBeInTheDocument();
  });
});

describe('a read that fails', () => {
  const failure = new Failure('host silent', 'Excel did not answer for 30 seconds, so nothing was read. Try again in a moment.', {
    cause: Object.assign(new Error('GeneralException at sync'), { code: 'GeneralException' }),
  });

  test('says what happened and what next, hides the host’s words, and can be tried again', async () => {
    const services = fakeServices();
    const works = services.readPlan;
    services.readPlan = () => Promise.reject(failure);
    const { user, container } = renderPane(services);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Excel did not answer');
    expect(alert).toHaveTextContent('Try again in a moment.');
    expect(document.body).not.toHaveTextContent('GeneralException');
    expect(await accessibilityProblems(container)).toEqual([]);
    services.readPlan = works;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(summary)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('an error nobody foresaw is put in plain words, its own words go into the copied details', async () => {
    const services = fakeServices({ readPlan: () => Promise.reject(new TypeError('x is undefined')) });
    const { user } = renderPane(services);
    expect(await screen.findByRole('alert')).toHaveTextContent('Something unexpected happened');
    expect(document.body).not.toHaveTextContent('x is undefined');
    await user.click(screen.getByRole('button', { name: 'Copy details' }));
    expect(await navigator.clipboard.readText()).toContain('Caused by TypeError: x is undefined');
    expect(screen.getAllByText('Details copied.')).toHaveLength(2);
  });

  test('where the host has no clipboard, the details are shown to select', async () => {
    const { user } = renderPane(fakeServices({ readPlan: () => Promise.reject(failure) }));
    await screen.findByRole('alert');
    const copying = jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    await user.click(screen.getByRole('button', { name: 'Copy details' }));
    const details = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Select and copy these details' });
    expect(details.value).toContain('[GeneralException]');
    copying.mockRestore();
  });
});

describe('a read that takes time', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const advance = (ms: number): void => act(() => jest.advanceTimersByTime(ms));

  test('shows progress and Cancel only after a second; cancelled, it says so and can be read again', async () => {
    const held = pendingWork<typeof READING>();
    const services = fakeServices({ readPlan: held.work });
    const { user, container } = renderPane(services, 'home', advance);
    expect(screen.getByText('Reading this workbook…')).toBeInTheDocument();
    advance(900);
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    advance(200);
    act(() => held.report(0.5, 'GET · 24 actions found'));
    const bar = screen.getByRole('progressbar', { name: 'Reading this workbook' });
    expect(bar).toHaveAttribute('aria-valuenow', '0.5');
    expect(screen.getByText('GET · 24 actions found')).toBeInTheDocument();
    jest.useRealTimers();
    expect(await accessibilityProblems(container)).toEqual([]);
    jest.useFakeTimers();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    expect(screen.getByText('This workbook has not been read yet')).toBeInTheDocument();
    services.readPlan = () => Promise.resolve(READING);
    await user.click(screen.getByRole('button', { name: 'Read again' }));
    expect(await screen.findByText(summary)).toBeInTheDocument();
  });
});

const STEPS = [
  { sheet: 'Changes', what: 'remove', cells: 0, comments: 0, typed: [{ cell: 'H5', words: 'ask Jo' }] },
  { sheet: 'All priorities', what: 'put back', cells: 40, comments: 0, typed: [] },
] as const;
const run = (state: 'open' | 'closed', refusal: string | null = null): LastRun => ({
  laterVersion: null,
  restore: { state, startedAt: '31 January, 14:02', steps: refusal === null ? STEPS : [], refusal, isAll: false },
});
const NONE: LastRun = { laterVersion: null, restore: null };

/** Services over a workbook whose last run is `first`, and none once it is taken back. */
function withLastRun(first: LastRun, restore: PaneServices['restore'] = () => Promise.resolve(STEPS)): FakeServices {
  let now = first;
  return fakeServices({
    lastRun: () => Promise.resolve(now),
    restore: async (signal, onProgress) => {
      const done = await restore(signal, onProgress);
      now = NONE;
      return done;
    },
  });
}

describe('a write that was cut short', () => {
  test('is offered for putting back with what that does, then the workbook is read again', async () => {
    const services = withLastRun(run('open'));
    const { user, container } = renderPane(services);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The plan was not written completely');
    expect(alert).toHaveTextContent('31 January, 14:02');
    expect(
      within(alert)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      '“Changes”: removed, since that run made it; typed there since, and lost by it: H5 “ask Jo”',
      '“All priorities”: 40 cells put back',
    ]);
    await screen.findByText(summary);
    expect(await accessibilityProblems(container)).toEqual([]);
    const readings = services.calls.filter((call) => call === 'read').length;
    await user.click(screen.getByRole('button', { name: 'Undo it' }));
    expect(await screen.findByText('Undone. The workbook is as it was before.')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    expect(services.calls.filter((call) => call === 'read')).toHaveLength(readings + 1);
  });

  test('is looked for once, not at every view', async () => {
    const lastRun = jest.fn(() => Promise.resolve(NONE));
    const { user } = renderPane(fakeServices({ lastRun }));
    await user.click(await screen.findByRole('button', { name: /^Check the tables/ }));
    await user.keyboard('{Escape}');
    expect(lastRun).toHaveBeenCalledTimes(1);
  });

  test('that cannot be put back says why and can be tried again', async () => {
    const failure = new Failure('protected sheet', '“All priorities” is protected. Unprotect it, then try again.');
    const { user } = renderPane(
      withLastRun(run('open'), () => Promise.reject(failure)),
      'collate',
    );
    await user.click(await screen.findByRole('button', { name: 'Undo it' }));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('That sheet is protected'));
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  test('whose record was changed by something else is not followed, and says so', async () => {
    renderPane(withLastRun(run('open', 'What this workbook remembers was changed.')));
    expect(await screen.findByRole('alert')).toHaveTextContent('What this workbook remembers was changed.');
    expect(screen.queryByRole('button', { name: 'Undo it' })).not.toBeInTheDocument();
  });
});

describe('restoring the plan', () => {
  test('says first what it undoes, then does it, then says what it did', async () => {
    const services = withLastRun(run('closed'));
    const { user, container } = renderPane(services);
    await user.click(await screen.findByRole('button', { name: 'Undo the last collation' }));
    expect(screen.getByText('This takes back the collation of 31 January, 14:02. This will be done:')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Undo the last collation' })).toHaveFocus();
    expect(within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('listitem')).toHaveLength(2);
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Undo the collation' }));
    const done = await screen.findByText(/The workbook is as it was before the last collation/);
    expect(done).toHaveTextContent('“All priorities”: 40 cells put back');
    expect(screen.queryByRole('button', { name: 'Undo the last collation' })).not.toBeInTheDocument();
  });

  test('can be left undone, and is not offered where it is refused or there is nothing', async () => {
    const services = withLastRun(run('closed'));
    const { user, unmount } = renderPane(services);
    await user.click(await screen.findByRole('button', { name: 'Undo the last collation' }));
    await user.click(screen.getByRole('button', { name: 'Keep the plan' }));
    expect(screen.getByRole('button', { name: 'Undo the last collation' })).toBeInTheDocument();
    unmount();
    const refused = renderPane(withLastRun(run('closed', 'It would remove your sheet.')));
    await refused.user.click(await screen.findByRole('button', { name: 'Undo the last collation' }));
    expect(screen.getByText('It would remove your sheet.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Undo the collation' })).not.toBeInTheDocument();
  });
});

test('a plan of a later version is named, once, also where it cannot be collated', async () => {
  const services = fakeServices({
    lastRun: () => Promise.resolve({ laterVersion: '99', restore: null }),
    planCollation: () => Promise.reject(new Failure('later version', 'This plan was written by a later version.')),
  });
  const home = renderPane(services);
  expect(await screen.findByRole('alert')).toHaveTextContent('This plan is of a later version');
  home.unmount();
  renderPane(services, 'collate');
  expect(await screen.findByRole('button', { name: 'Show what will change' })).toBeInTheDocument();
  expect(screen.getAllByText(/later version/)).toHaveLength(2);
});
