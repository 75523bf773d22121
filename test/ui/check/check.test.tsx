import { act, screen, waitFor, within } from '@testing-library/react';
import { Failure, type PlanReading } from '../../../src/application';
import { CLEAN_READING, EMPTY_READING, madeFinding, madeTable, MISSING_MEASURE, MISTYPED, READING, UNTIDY, VAGUE } from '../made-plan';
import { fakeServices, deferred, outcomeOf, repairsMade } from '../fake-services';
import { accessibilityProblems, renderPane } from '../render-pane';

const list = (): Promise<HTMLElement> => screen.findByRole('listbox', { name: 'Findings, in the order of the sheet' });
const options = (): HTMLElement[] => within(screen.getByRole('listbox')).getAllByRole('option');
const rows = (): string[] => options().map((option) => option.textContent);
const current = (): HTMLElement => within(screen.getByRole('listbox')).getByRole('option', { selected: true });
const currentRow = (): string => current().textContent;
const card = (name: string): HTMLElement => screen.getByRole('region', { name });

afterEach(() => jest.useRealTimers());

describe('what Check shows', () => {
  test('the summary takes focus and adds up to the list', async () => {
    const { container } = renderPane(fakeServices(), 'check');
    const summary = await screen.findByRole('heading', { name: '1 error 2 warnings 1 piece of advice' });
    await waitFor(() => expect(summary).toHaveFocus());
    expect(rows()).toEqual([
      'D13Adult Social Care · No measureError',
      'E7CYPE · Outcome mistypedWarning',
      'D8CYPE · Measure put offWarning',
      'E9CYPE · Outcomes untidyAdvice',
    ]);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('a finding gives its place, its action, the words in the cell, the reason and the repair; no code', async () => {
    const { user, container } = renderPane(fakeServices(), 'check');
    await user.click(await screen.findByRole('option', { name: /^E7/ }));
    const shown = within(card('2 of 4'));
    expect(shown.getByText('Warning')).toBeInTheDocument();
    expect(shown.getByText('Row 7 · Shared Outcome')).toBeInTheDocument();
    expect(shown.getByText('Action: Family hubs in every district')).toBeInTheDocument();
    expect(shown.getByText(MISTYPED.message)).toBeInTheDocument();
    expect(shown.getByText('“SO2,S03, SO4”')).toBeInTheDocument();
    expect(shown.getByText('SO2,S03, SO4', { selector: 'del' })).toBeInTheDocument();
    expect(shown.getByText('SO2, SO3, SO4', { selector: 'ins' })).toBeInTheDocument();
    expect(container).not.toHaveTextContent('mistyped-outcome');
  });

  test('an empty cell is said to be empty, and a long commitment is there in full on demand', async () => {
    const { user } = renderPane(fakeServices(), 'check');
    await list();
    const shown = within(card('1 of 4'));
    expect(shown.getByText('The cell is empty')).toBeInTheDocument();
    expect(shown.queryByRole('button', { name: 'Fix' })).not.toBeInTheDocument();
    const toggle = shown.getByRole('button', { name: /^Action: Develop a falls prevention/ });
    await user.click(toggle);
    expect(shown.getByText(/so that people at risk are found earlier and offered help$/)).toBeVisible();
  });

  test('the tables found can be looked at', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('button', { name: 'Found: 2 tables with 5 actions' }));
    expect(screen.getByText('Priorities · 3 actions · CYPE')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show CYPE A3:F6 in the sheet' }));
    expect(services.calls).toContain('reveal CYPE-id!A3');
  });

  test('one sheet alone can be looked at; list and counts follow', async () => {
    const { user } = renderPane(fakeServices(), 'check');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Show' }), 'CYPE: 3 findings');
    expect(rows()).toEqual(['E7Outcome mistypedWarning', 'D8Measure put offWarning', 'E9Outcomes untidyAdvice']);
    expect(screen.getByRole('heading', { name: '2 warnings 1 piece of advice' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Found: 1 table with 3 actions' })).toBeInTheDocument();
  });

  test('a table of which nobody knows the directorate says so', async () => {
    const { user } = renderPane(
      fakeServices({ reading: { ...CLEAN_READING, tables: [madeTable('Sheet1', 2, null)], actions: [] } }),
      'check',
    );
    await user.click(await screen.findByRole('button', { name: /^Found: 1 table/ }));
    expect(screen.getByText('Priorities · 2 actions · directorate not known')).toBeInTheDocument();
  });

  test('no findings is ready to send', async () => {
    const { container } = renderPane(fakeServices({ reading: CLEAN_READING }), 'check');
    expect(await screen.findByText('Ready to send')).toBeInTheDocument();
    expect(screen.getByText(/^Checked: 2 tables with 5 actions\. Save this workbook, then send it/)).toBeInTheDocument();
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('with warnings it can be sent and is not ready; what is ignored no longer counts', async () => {
    const { user } = renderPane(fakeServices({ reading: { ...READING, findings: [VAGUE] } }), 'check');
    expect(await screen.findByText('No errors')).toBeInTheDocument();
    expect(screen.getByText(/^It can be sent\. /)).toBeInTheDocument();
    expect(screen.queryByText('Ready to send')).not.toBeInTheDocument();
    expect(rows()).toEqual(['D8CYPE · Measure put offWarning']);
    await user.click(screen.getByRole('button', { name: 'Ignore' }));
    expect(screen.getByText('Ready to send')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Nothing else: what is listed is ignored' })).toBeInTheDocument();
  });

  test('an error that is ignored still counts, and the table is not ready', async () => {
    const { user } = renderPane(fakeServices({ reading: { ...READING, findings: [MISSING_MEASURE] } }), 'check');
    await list();
    await user.click(screen.getByRole('button', { name: 'Ignore' }));
    expect(screen.getByRole('heading', { name: '1 error' })).toBeInTheDocument();
    expect(screen.queryByText('Ready to send')).not.toBeInTheDocument();
    expect(screen.queryByText('No errors')).not.toBeInTheDocument();
  });

  test('with advice alone it is ready to send', async () => {
    renderPane(fakeServices({ reading: { ...READING, findings: [UNTIDY] } }), 'check');
    expect(await screen.findByText('Ready to send')).toBeInTheDocument();
    expect(screen.getByText(/^What is listed need not be corrected\./)).toBeInTheDocument();
  });

  test('no table teaches what a table needs', async () => {
    const { container } = renderPane(fakeServices({ reading: EMPTY_READING }), 'check');
    expect(await screen.findByRole('heading', { name: 'No table of priorities found yet' })).toBeInTheDocument();
    expect(screen.queryByText('Ready to send')).not.toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

describe('moving', () => {
  test('arrows, Page, Home and End move, select the cell in the sheet and keep focus in the list', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'check');
    const listbox = await list();
    act(() => listbox.focus());
    const seen: string[] = [];
    for (const key of ['{ArrowDown}', '{ArrowDown}', '{ArrowUp}', '{End}', '{ArrowDown}', '{Home}', '{PageDown}']) {
      await user.keyboard(key);
      seen.push(currentRow().slice(0, 3));
      expect(listbox).toHaveFocus();
      expect(listbox).toHaveAttribute('aria-activedescendant', current().id);
    }
    expect(seen).toEqual(['E7C', 'D8C', 'E7C', 'E9C', 'E9C', 'D13', 'E9C']);
    expect(services.calls.filter((call) => call.startsWith('reveal'))).toEqual([
      'reveal E7',
      'reveal D8',
      'reveal E7',
      'reveal E9',
      'reveal D13',
      'reveal E9',
    ]);
  });

  test('previous and next move as the arrows do, and stop at the ends', async () => {
    const { user } = renderPane(fakeServices(), 'check');
    await list();
    expect(screen.getByRole('button', { name: 'Previous' })).toHaveAttribute('aria-disabled', 'true');
    for (let step = 0; step < 3; step++) await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(currentRow()).toMatch(/^E9/);
    expect(screen.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('button', { name: 'Previous' }));
    expect(currentRow()).toMatch(/^D8/);
  });

  test('held-down arrows ask a slow host for the newest cell only', async () => {
    const slow = deferred<undefined>();
    const services = fakeServices();
    const asked: string[] = [];
    services.reveal = (target) => {
      asked.push(target.kind === 'finding' ? (target.finding.cell ?? '') : '');
      return slow.promise;
    };
    const { user } = renderPane(services, 'check');
    const listbox = await list();
    act(() => listbox.focus());
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(asked).toEqual(['E7']);
    slow.resolve(undefined);
    await waitFor(() => expect(asked).toEqual(['E7', 'E9']));
  });

  test('a cell selected in the sheet brings up its finding; the echo of the pane’s own selecting does not', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'check');
    const listbox = await list();
    act(() => services.change({ what: 'selection', address: '$E$9' }));
    expect(currentRow()).toMatch(/^E9/);
    act(() => services.change({ what: 'selection', address: 'D8', by: 'someone else' }));
    act(() => services.change({ what: 'selection', address: 'A1:F9' }));
    expect(currentRow()).toMatch(/^E9/);
    act(() => listbox.focus());
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(currentRow()).toMatch(/^E7/);
    act(() => services.change({ what: 'selection', address: 'D8' }));
    expect(currentRow()).toMatch(/^E7/);
  });

  test('a cell that cannot be shown says why', async () => {
    const services = fakeServices({
      reveal: () => Promise.reject(new Failure('host busy', 'A cell is being edited. Press Enter in the sheet, then try again.')),
    });
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('option', { name: /^E7/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Excel is busy');
  });

  test('a list of thousands draws only some of its rows, and says how many there are', async () => {
    const findings = Array.from({ length: 5000 }, (_row, index) =>
      madeFinding({ code: 'vague-measure', cell: `D${String(index + 4)}`, message: 'Vague.' }),
    );
    const { user } = renderPane(fakeServices({ reading: { ...READING, findings } }), 'check');
    const listbox = await list();
    act(() => listbox.focus());
    await user.keyboard('{End}');
    const last = current();
    expect(last).toHaveAttribute('aria-posinset', '5000');
    expect(last).toHaveAttribute('aria-setsize', '5000');
    expect(rows().length).toBeLessThan(40);
    expect(screen.getAllByText('5,000 of 5,000').length).toBeGreaterThan(0);
  });
});

describe('fixing', () => {
  test('Enter fixes the current finding, says so, goes on to the next and keeps focus in the list', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'check');
    const listbox = await list();
    act(() => listbox.focus());
    await user.keyboard('{ArrowDown}{Enter}');
    expect(services.calls).toContain('repair E7');
    expect((await screen.findAllByText('E7 is fixed. It now says SO2, SO3, SO4.')).length).toBeGreaterThan(0);
    await waitFor(() => expect(currentRow()).toMatch(/^D8/));
    expect(rows()).toHaveLength(3);
    expect(listbox).toHaveFocus();
    expect(await screen.findByRole('heading', { name: '1 error 1 warning 1 piece of advice' })).toBeInTheDocument();
  });

  test('Enter on a finding without a repair shows its cell', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'check');
    const listbox = await list();
    act(() => listbox.focus());
    await user.keyboard('{Enter}');
    expect(services.calls.at(-1)).toBe('reveal D13');
  });

  test('a repair can be undone', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('option', { name: /^E7/ }));
    await user.click(screen.getByRole('button', { name: 'Fix' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(services.calls).toContain('take back E7');
    expect(await screen.findByText('Undone. The cell is as it was before.')).toBeInTheDocument();
    await waitFor(() => expect(rows()).toHaveLength(4));
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  test('all certain fixes are made at once, a cell with two of them once', async () => {
    const twice = madeFinding({
      code: 'duplicate-outcome',
      cell: 'E9',
      message: 'SO1 is there twice.',
      quote: 'SO1 SO2',
      after: 'SO1, SO2',
    });
    const services = fakeServices({ reading: { ...READING, findings: [...READING.findings, twice] } });
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('button', { name: 'Review 2 fixes…' }));
    await user.click(screen.getByRole('button', { name: 'Fix 2 cells' }));
    expect((await screen.findAllByText('2 cells fixed.')).length).toBeGreaterThan(0);
    expect(services.calls.filter((call) => call.startsWith('repair'))).toEqual(['repair E7 E9']);
  });

  test('what the user ignores stays in the list and is not fixed with the rest', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('option', { name: /^E7/ }));
    await user.click(screen.getByRole('button', { name: 'Ignore' }));
    expect(currentRow()).toBe('E7CYPE · Outcome mistypedIgnored');
    expect(screen.queryByRole('button', { name: 'Fix' })).not.toBeInTheDocument();
    // The one fix that is left is taken in its card.
    expect(screen.queryByRole('button', { name: /^Review/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('option', { name: /^E9/ }));
    await user.click(screen.getByRole('button', { name: 'Fix' }));
    await waitFor(() => expect(services.calls.filter((call) => call.startsWith('repair'))).toEqual(['repair E9']));
    await user.click(screen.getByRole('option', { name: /^E7/ }));
    await user.click(screen.getByRole('button', { name: 'Stop ignoring' }));
    expect(screen.getByRole('button', { name: 'Fix' })).toBeInTheDocument();
  });

  test('a cell that has changed is left alone and said so; what was fixed before it can still be undone', async () => {
    const services = fakeServices();
    const failure = new Failure('cell changed', 'E9 has changed since it was read, so it was left alone. Check again, then fix it.');
    services.repair = (findings) =>
      Promise.resolve({
        made: findings.filter((finding) => finding !== UNTIDY).map(outcomeOf),
        refused: [{ finding: UNTIDY, failure }],
        stopped: null,
      });
    const { user, container } = renderPane(services, 'check');
    await user.click(await screen.findByRole('button', { name: 'Review 2 fixes…' }));
    await user.click(screen.getByRole('button', { name: 'Fix 2 cells' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The cell has changed');
    expect(screen.getAllByText('1 of 2 cells fixed.').length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: 'Undo' })).toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('an edit made meanwhile is read after the fix, not during it', async () => {
    jest.useFakeTimers();
    const repair = deferred<ReturnType<typeof repairsMade>>();
    const services = fakeServices({ repair: () => repair.promise });
    const { user } = renderPane(services, 'check', (ms) => act(() => jest.advanceTimersByTime(ms)));
    await act(() => jest.advanceTimersByTimeAsync(0));
    await user.click(screen.getByRole('option', { name: /^E7/ }));
    await user.click(screen.getByRole('button', { name: 'Fix' }));
    services.change({ what: 'cells' });
    await act(() => jest.advanceTimersByTimeAsync(3000));
    const readings = (): string[] => services.calls.filter((call) => /^(?:read|recheck)\b/.test(call));
    expect(readings()).toEqual(['read']);
    repair.resolve(repairsMade([MISTYPED]));
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(readings()).toEqual(['read', 'recheck E7']);
  });
});

describe('reading again', () => {
  const again: PlanReading = { ...READING, findings: [VAGUE, UNTIDY] };

  test('keeps the place and announces the new count without taking focus', async () => {
    jest.useFakeTimers();
    const services = fakeServices();
    const { user } = renderPane(services, 'check', (ms) => act(() => jest.advanceTimersByTime(ms)));
    await act(() => jest.advanceTimersByTimeAsync(0));
    await user.click(screen.getByRole('option', { name: /^E9/ }));
    const next = screen.getByRole('button', { name: 'Previous' });
    act(() => next.focus());
    services.reading = again;
    services.change({ what: 'cells' });
    await act(() => jest.advanceTimersByTimeAsync(1000));
    expect(currentRow()).toMatch(/^E9/);
    expect(rows()).toHaveLength(2);
    expect(screen.getByText('1 warning and 1 piece of advice')).toBeInTheDocument();
    expect(next).toHaveFocus();
  });

  test('on request, the summary takes focus', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'check');
    await list();
    services.reading = again;
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(screen.getByRole('heading', { name: '1 warning 1 piece of advice' })).toHaveFocus());
  });

  test('the place is kept while Home is looked at', async () => {
    const { user } = renderPane(fakeServices(), 'check');
    await user.click(await screen.findByRole('option', { name: /^D8/ }));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: /^Check the tables/ }));
    expect(currentRow()).toMatch(/^D8/);
  });
});
