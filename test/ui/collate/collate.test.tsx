import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type CollationDryRun, type CollationResult, Failure } from '../../../src/application';
import { DRY_RUN, EMPTY_READING, RESULT } from '../made-plan';
import { fakeServices, pendingWork } from '../fake-services';
import { accessibilityProblems, renderPane } from '../render-pane';

/** jsdom's files cannot give their bytes. */
const workbook = (name: string): File =>
  Object.assign(new File(['bytes'], name), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(5)) });
/** A cell of the plan that was typed over. */
const TYPED = { sheet: 'All priorities', row: 'GET-01', sender: 'GET' };
const NO_FINDINGS = { error: 0, warning: 0, advice: 0 };
const write = (): Promise<HTMLElement> => screen.findByRole('button', { name: 'Write the plan' });
const ready = (): Promise<HTMLElement[]> =>
  screen.findAllByText('Ready to write 5 actions, with 10 errors and 5 warnings. Nothing of this is written yet.');

describe('before writing', () => {
  test('says who is in, what would be written and what was left out, and writes nothing', async () => {
    const services = fakeServices();
    const { container } = renderPane(services, 'collate');
    await ready();
    const directorates = within(screen.getByRole('list', { name: '2 of 3 directorates sent a table' })).getAllByRole('listitem');
    expect(directorates.map((line) => line.textContent)).toEqual(['Adult Social Care2 actions', 'CYPE3 actions', 'GETnot sent yet']);
    const sheets = within(screen.getByRole('region', { name: 'What will be written' }));
    expect(sheets.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
      'Council summarynew sheetmade from the actions',
      'All priorities93 rows4 new, 2 changed, 3 from another place, 1 no longer sent, 83 unchanged',
    ]);
    expect(sheets.getByText('Your notes: 37, all kept')).toBeInTheDocument();
    expect(services.calls).toEqual(['read', 'plan']);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('submissions are picked, read, shown with their problem, and can be removed', async () => {
    const services = fakeServices();
    services.planCollation = (submissions) => {
      services.calls.push(`plan ${submissions.map(({ name }) => name).join(', ')}`);
      const sources = submissions.map((file) => ({
        file: file.name,
        directorates: ['GET'],
        tables: 1,
        actions: 24,
        problem: file.name.startsWith('bad') ? 'The file has a password.' : null,
        findings: NO_FINDINGS,
        notUnderstood: [],
        notRead: { parts: [], cellsElsewhere: 0 },
      }));
      return Promise.resolve({ ...DRY_RUN, sources: [...DRY_RUN.sources, ...sources] });
    };
    const { user } = renderPane(services, 'collate');
    await ready();
    await user.upload(screen.getByLabelText('Workbooks that directorates sent'), [workbook('GET.xlsx'), workbook('bad.xlsx')]);
    expect(await screen.findByText('GET.xlsx and bad.xlsx added.')).toBeInTheDocument();
    await screen.findByText('The file has a password.');
    expect(services.calls.at(-1)).toBe('plan GET.xlsx, bad.xlsx');
    expect(screen.getAllByText('1 table, 24 actions')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Remove bad.xlsx' }));
    expect(screen.queryByText('The file has a password.')).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Remove GET.xlsx' })).toHaveFocus());
    await waitFor(() => expect(services.calls.at(-1)).toBe('plan GET.xlsx'));
  });

  test('workbooks can be dropped; one of the same name takes the place of the first', async () => {
    const services = fakeServices();
    renderPane(services, 'collate');
    await ready();
    const target = screen.getByText('or drop workbooks or Word documents here');
    for (let drop = 0; drop < 2; drop++) {
      fireEvent.drop(target, { dataTransfer: { files: [workbook('GET.xlsx')] } });
      await screen.findByText('GET.xlsx');
    }
    await waitFor(() => expect(services.calls.filter((call) => call === 'plan GET.xlsx')).toHaveLength(2));
    expect(screen.getAllByText('GET.xlsx')).toHaveLength(1);
  });

  test('submissions are kept while another view is looked at', async () => {
    const { user } = renderPane(fakeServices(), 'collate');
    await ready();
    await user.upload(screen.getByLabelText('Workbooks that directorates sent'), workbook('GET.xlsx'));
    await screen.findByText('GET.xlsx');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: /^Collate the plan/ }));
    expect(screen.getByText('GET.xlsx')).toBeInTheDocument();
  });

  test('a plan that says it all already has nothing to write', async () => {
    renderPane(fakeServices({ planCollation: () => Promise.resolve({ ...DRY_RUN, nothingToDo: true }) }), 'collate');
    expect(await screen.findByText('The plan is up to date. There is nothing to write.')).toBeInTheDocument();
    expect(await write()).toHaveAttribute('aria-disabled', 'true');
  });

  test('without actions it says how to get some', async () => {
    const none: CollationDryRun = {
      ...DRY_RUN,
      actions: 0,
      sheets: [],
      sources: [],
      byDirectorate: [],
      directorates: EMPTY_READING.directorates,
    };
    const { user, container } = renderPane(fakeServices({ reading: EMPTY_READING, planCollation: () => Promise.resolve(none) }), 'collate');
    expect(await screen.findByText(/^There is nothing to collate yet/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Write the plan' })).not.toBeInTheDocument();
    // The primary button adds them.
    const opened = jest.fn();
    screen.getByLabelText('Workbooks that directorates sent').addEventListener('click', opened);
    await user.click(within(screen.getByRole('contentinfo')).getByRole('button', { name: 'Add submissions…' }));
    expect(opened).toHaveBeenCalledTimes(1);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('a file that was sent before and not this time is named before writing', async () => {
    const sentence = 'GET parks.xlsx was sent before and not this time: 2 rows that stood in it are no longer sent.';
    renderPane(fakeServices({ planCollation: () => Promise.resolve({ ...DRY_RUN, notSent: [sentence] }) }), 'collate');
    expect(await screen.findByText(sentence)).toBeInTheDocument();
    expect(screen.getByText('A file was not sent this time')).toBeInTheDocument();
  });

  test('what is in the way stops the write; what was typed, kept elsewhere or doubtful is shown first', async () => {
    const dryRun: CollationDryRun = {
      ...DRY_RUN,
      obstacles: [{ sheet: 'All priorities', address: 'A98', sentence: 'Something is written below the table. Move it, then look again.' }],
      kept: [
        { ...TYPED, address: 'M4', column: 'status', heading: 'Status', kept: 'on track', sent: 'at risk', conflict: true },
        { ...TYPED, address: 'D4', column: 'ledBy', heading: 'Led by', kept: 'J Smith', sent: 'Head of Economy', conflict: false },
        { ...TYPED, address: 'N4', column: 'progress', heading: 'Progress', kept: 'begun', sent: '', conflict: false },
      ],
      displaced: [{ sheet: 'Council summary', address: 'B6', beside: 'Actions', text: 'about ninety' }],
      doubts: [{ ref: 'ASC-11', was: 'Open a hub', is: 'Open two hubs', verdict: null, about: 'rewording', mustBeAnswered: false }],
    };
    const { user, container } = renderPane(fakeServices({ planCollation: () => Promise.resolve(dryRun) }), 'collate');
    expect(await screen.findByRole('alert')).toHaveTextContent('Something is written below the table.');
    expect(await write()).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('status')).toHaveTextContent('The plan cannot be written yet');
    expect(screen.queryByText(/^Ready to write/)).not.toBeInTheDocument();
    for (const name of [
      '2 cells that you typed over, 1 with a newer text',
      '1 text where the plan writes, kept on the sheet “Kept texts”',
      'Please check: 1 reworded action',
    ])
      await user.click(screen.getByRole('button', { name }));
    for (const words of [
      'you typed: J Smith',
      'GET sends “Head of Economy”',
      'you typed: on track',
      'GET sends “at risk”',
      '1 cell that you typed where nothing is sent: it stays.',
      'Council summary B6 · Actions',
      'about ninety',
      'Last time: Open a hub',
    ])
      expect(screen.getByText(words)).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('a dry run that fails says why and can be tried again', async () => {
    const services = fakeServices();
    const works = services.planCollation;
    services.planCollation = () =>
      Promise.reject(new Failure('too large', 'GET.xlsx holds more than 200 MB. Save it without its pictures, then add it again.'));
    const { user } = renderPane(services, 'collate');
    expect(await screen.findByRole('alert')).toHaveTextContent('That is too large to read');
    services.planCollation = works;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await ready();
  });
});

describe('writing', () => {
  test('ends with what was written, takes focus and is announced; sheets and findings are one step away', async () => {
    const services = fakeServices();
    const { user, container } = renderPane(services, 'collate');
    await ready();
    await user.click(await write());
    expect(await screen.findByRole('heading', { name: 'Plan written 14:02' })).toHaveFocus();
    expect(screen.getByText('Plan written 14:02. 93 actions, 37 notes kept.')).toBeInTheDocument();
    expect(screen.getByText('10 errors remain in 3 tables.')).toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'All priorities' }));
    await user.click(screen.getByRole('button', { name: 'Open Council summary' }));
    expect(services.calls.slice(-2)).toEqual(['reveal All priorities', 'reveal Council summary']);
    await user.click(screen.getByRole('button', { name: 'See the findings' }));
    expect(screen.getByRole('heading', { level: 1, name: 'Findings' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Back to the plan that was written' }));
    expect(screen.getByRole('heading', { name: 'Plan written 14:02' })).toBeInTheDocument();
  });

  test('Collate again starts with a new dry run', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'collate');
    await ready();
    await user.click(await write());
    await user.click(await screen.findByRole('button', { name: 'Collate again' }));
    await ready();
    expect(services.calls.filter((call) => call === 'plan')).toHaveLength(2);
  });

  test.each([
    ['write undone', 'Nothing was written', '“All priorities” is protected, so nothing was written. Unprotect it, then try again.'],
    ['write torn', 'The plan is only partly written', 'Excel stopped answering. Put the workbook back as it was, then write again.'],
    ['cell changed', 'The cell has changed', 'Row 7 of “All priorities” was edited meanwhile, so nothing was written. Look again.'],
  ] as const)('%s is told in plain words, and trying again looks first', async (code, title, words) => {
    const services = fakeServices({ writeCollation: () => Promise.reject(new Failure(code, words)) });
    const { user, container } = renderPane(services, 'collate');
    await ready();
    await user.click(await write());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent(words);
    expect(await accessibilityProblems(container)).toEqual([]);
    const plans = services.calls.filter((call) => call === 'plan').length;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(services.calls.filter((call) => call === 'plan').length).toBeGreaterThan(plans));
    expect(services.calls).not.toContain('write');
  });

  test('what could not be done beside the writing is told', async () => {
    const result: CollationResult = { ...RESULT, notices: ['The filter on “All priorities” could not be set again.'] };
    const { user, container } = renderPane(fakeServices({ writeCollation: () => Promise.resolve(result) }), 'collate');
    await ready();
    await user.click(await write());
    expect(await screen.findByRole('alert')).toHaveTextContent('The filter on “All priorities” could not be set again.');
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('a result without errors says so', async () => {
    const result: CollationResult = { ...RESULT, remaining: { errors: 0, warnings: 0, advice: 0, tablesWithErrors: 0 } };
    const { user } = renderPane(fakeServices({ writeCollation: () => Promise.resolve(result) }), 'collate');
    await ready();
    await user.click(await write());
    expect(await screen.findByText('No errors remain.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'See the findings' })).not.toBeInTheDocument();
  });
});

describe('cancelling', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const pass = async (ms: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms));
  const timers = (ms: number): void => act(() => jest.advanceTimersByTime(ms));

  test('a dry run ends at once and can be made again', async () => {
    const held = pendingWork<CollationDryRun>();
    const services = fakeServices({ planCollation: (_files, signal, onProgress) => held.work(signal, onProgress) });
    const { user } = renderPane(services, 'collate', timers);
    await pass(0);
    await pass(1100);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    services.planCollation = () => Promise.resolve(DRY_RUN);
    await user.click(screen.getByRole('button', { name: 'Show what will change' }));
    await pass(0);
    expect(screen.getByRole('button', { name: 'Write the plan' })).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('a write is waited for until it has been taken back, and says that nothing was written', async () => {
    const held = pendingWork<CollationResult>();
    const signals: AbortSignal[] = [];
    const services = fakeServices({
      writeCollation: (_dryRun, signal, onProgress) => {
        signals.push(signal);
        return held.work(new AbortController().signal, onProgress);
      },
    });
    const { user } = renderPane(services, 'collate', timers);
    await pass(0);
    await user.click(screen.getByRole('button', { name: 'Write the plan' }));
    await pass(1100);
    expect(screen.getByRole('button', { name: 'Write the plan' })).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(signals[0]?.aborted).toBe(true);
    expect(screen.getByText('Stopping safely. This can take a moment.')).toBeInTheDocument();
    held.end.reject(new Failure('cancelled', 'You stopped the write. The workbook is as it was.'));
    await pass(0);
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    expect(screen.getByText('You stopped the write. The workbook is as it was.')).toBeInTheDocument();
  });
});
