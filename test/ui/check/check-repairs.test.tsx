import { screen, waitFor, within } from '@testing-library/react';
import { Failure } from '../../../src/application';
import type { Finding } from '../../../src/domain/findings';
import { EMPTY_CELL } from '../../../src/domain/grid';
import { fakeServices, outcomeOf } from '../fake-services';
import { madeFinding, MISTYPED, READING, UNTIDY } from '../made-plan';
import { accessibilityProblems, renderPane } from '../render-pane';

const ELSEWHERE = madeFinding({
  code: 'untidy-outcome',
  cell: 'E12',
  sheet: 'Adult Social Care',
  message: 'Untidy.',
  quote: 'SO2 SO3',
  after: 'SO2, SO3',
});
const BOTH = { ...READING, findings: [...READING.findings, ELSEWHERE] };

const current = (): string => within(screen.getByRole('listbox')).getByRole('option', { selected: true }).textContent;
const items = (): string[] =>
  within(screen.getByRole('list', { name: 'Cells to fix' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);

test('after a fix the sheet goes to the finding that the list goes on with', async () => {
  const services = fakeServices({ reading: BOTH });
  const { user } = renderPane(services, 'check');
  await user.click(await screen.findByRole('option', { name: /^E7/ }));
  await user.click(screen.getByRole('button', { name: 'Fix' }));
  await waitFor(() => expect(services.calls.filter((call) => /^(reveal|repair)/.test(call)).at(-1)).toBe('reveal D8'));
  expect(within(screen.getByRole('listbox')).getByRole('option', { selected: true })).toHaveAccessibleName(/D8/);
});

describe('before fixing', () => {
  test('every cell is shown before and after, and nothing is written until asked', async () => {
    const services = fakeServices({ reading: BOTH });
    const { user, container } = renderPane(services, 'check');
    await user.click(await screen.findByRole('button', { name: 'Review 3 fixes…' }));
    expect(screen.getByRole('heading', { name: 'Review the fixes' })).toHaveFocus();
    expect(items()).toEqual([
      'CYPE · E7 · Shared OutcomeSO2,S03, SO4becomesSO2, SO3, SO4',
      'CYPE · E9 · Shared OutcomeSO1 SO2becomesSO1, SO2',
      'Adult Social Care · E12 · Shared OutcomeSO2 SO3becomesSO2, SO3',
    ]);
    expect(services.calls.filter((call) => call.startsWith('repair'))).toEqual([]);
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('heading', { name: 'Check' })).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('listbox')).toHaveFocus());
    expect(services.calls.filter((call) => call.startsWith('repair'))).toEqual([]);
  });

  test('it can be kept to the table or the sheet of the finding, or done in the whole workbook', async () => {
    const services = fakeServices({ reading: BOTH });
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('option', { name: /^E9/ }));
    await user.click(screen.getByRole('button', { name: 'Review 3 fixes…' }));
    expect(screen.getAllByRole('radio').map((radio) => radio.closest('span')?.textContent)).toEqual([
      'This sheet, CYPE: 2 cells',
      'The whole workbook: 3 cells',
    ]);
    await user.click(screen.getByRole('radio', { name: 'This sheet, CYPE: 2 cells' }));
    expect(items()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Fix 2 cells' }));
    expect(services.calls).toContain('repair E7 E9');
    await waitFor(() => expect(screen.getByRole('listbox')).toHaveFocus());
  });

  test('two tables on one sheet are told apart', async () => {
    const inOther = { ...UNTIDY, tableId: 'CYPE-id!G3', cell: 'K9' };
    const { user } = renderPane(fakeServices({ reading: { ...READING, findings: [MISTYPED, inOther, ELSEWHERE] } }), 'check');
    await user.click(await screen.findByRole('button', { name: 'Review 3 fixes…' }));
    expect(screen.getAllByRole('radio').map((radio) => radio.closest('span')?.textContent)).toEqual([
      'This table, on CYPE: 1 cell',
      'This sheet, CYPE: 2 cells',
      'The whole workbook: 3 cells',
    ]);
  });

  test('only what the filter shows is fixed', async () => {
    const { user } = renderPane(fakeServices({ reading: BOTH }), 'check');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Severity' }), 'Advice (2)');
    await user.click(screen.getByRole('button', { name: 'Review 2 fixes…' }));
    expect(screen.getByText(/^Only the findings that you chose to show are listed\./)).toBeInTheDocument();
    expect(items()).toHaveLength(2);
  });

  test('a long list is drawn in parts, and the button counts all of it', async () => {
    const findings = Array.from({ length: 250 }, (_row, index) =>
      madeFinding({ code: 'untidy-outcome', cell: `E${String(index + 4)}`, message: 'Untidy.', quote: 'SO1 SO2', after: 'SO1, SO2' }),
    );
    const { user } = renderPane(fakeServices({ reading: { ...READING, findings } }), 'check');
    await user.click(await screen.findByRole('button', { name: 'Review 250 fixes…' }));
    expect(items()).toHaveLength(100);
    await user.click(screen.getByRole('button', { name: 'Show 100 more of 150' }));
    await user.click(screen.getByRole('button', { name: 'Show the other 50' }));
    expect(items()).toHaveLength(250);
    expect(screen.getByRole('button', { name: 'Fix 250 cells' })).toBeInTheDocument();
  });
});

/** A row past its date, below what UNTIDY is about. */
const DUE = madeFinding({ code: 'past-without-status', cell: 'F11', heading: 'Status', message: 'Was due.', quote: '' });

describe('a column that a table lacks', () => {
  const NO_STATUS: Finding = {
    ...madeFinding({
      code: 'past-without-status',
      cell: 'A3',
      heading: 'Status',
      message: 'No column for the status.',
      quote: 'Commitment',
    }),
    repair: { kind: 'add-column', heading: 'Status', cell: 'F3' },
  };

  test('it is shown before it is added, and added and undone with the others', async () => {
    const services = fakeServices({ reading: { ...READING, findings: [NO_STATUS, MISTYPED] } });
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('option', { name: /^Table/ }));
    expect(screen.getByText('New column Status at F3')).toBeInTheDocument();
    // The heading at which the table begins has nothing to do with it.
    expect(screen.queryByText('“Commitment”')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Review 2 fixes…' }));
    expect(items()).toEqual(['CYPE · F3 · StatusNew column Status at F3', 'CYPE · E7 · Shared OutcomeSO2,S03, SO4becomesSO2, SO3, SO4']);
    await user.click(screen.getByRole('button', { name: 'Fix 1 cell, add 1 column' }));
    expect((await screen.findAllByText('1 cell fixed and 1 column added.')).length).toBeGreaterThan(0);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(services.calls.filter((call) => call.startsWith('take back'))).toEqual(['take back A3 E7']));
  });

  test('by itself it is told as a column', async () => {
    const services = fakeServices({ reading: { ...READING, findings: [NO_STATUS] } });
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('option', { name: /^Table/ }));
    await user.click(screen.getByRole('button', { name: 'Fix' }));
    expect((await screen.findAllByText('The column Status is added at F3.')).length).toBeGreaterThan(0);
  });

  test('then the first row that it is due for is looked at, also where advice stands above it', async () => {
    const services = fakeServices({ reading: { ...READING, findings: [NO_STATUS, UNTIDY] } });
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('option', { name: /^Table/ }));
    services.reading = { ...READING, findings: [UNTIDY, DUE] };
    await user.click(screen.getByRole('button', { name: 'Fix' }));
    await waitFor(() => expect(current()).toContain('F11'));
    expect(services.calls.at(-1)).toBe('reveal F11');
  });
});

describe('a row without a status', () => {
  const [action] = READING.actions;
  if (action === undefined) throw new Error('No action');
  const withCell = {
    ...action,
    cells: { ...action.cells, status: { cell: EMPTY_CELL, place: { row: action.source.row, column: 5 } } },
  };
  const due = { ...DUE, row: action.source.row + 1, sheetId: action.source.sheetId, tableId: action.source.tableId };
  const reading = { ...READING, actions: [withCell, ...READING.actions.slice(1)], findings: [due] };

  test('is answered with a button for each status, which writes it and can be undone', async () => {
    const services = fakeServices({ reading });
    const { user, container } = renderPane(services, 'check');
    const choice = within(await screen.findByRole('group', { name: 'It is:' }));
    expect(choice.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(READING.mapping.framework.vocabularies.statuses);
    expect(await accessibilityProblems(container)).toEqual([]);
    const repairing = jest.spyOn(services, 'repair');
    await user.click(choice.getByRole('button', { name: 'delayed' }));
    expect(repairing.mock.calls[0]?.[0]).toMatchObject([{ cell: 'F11', repair: { kind: 'write', before: null, after: 'delayed' } }]);
    expect((await screen.findAllByText('F11 is fixed. It now says delayed.')).length).toBeGreaterThan(0);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(services.calls).toContain('take back F11'));
  });

  test.each([
    [
      'the cell holds a formula',
      {
        ...reading,
        actions: [{ ...withCell, cells: { status: { cell: { ...EMPTY_CELL, formula: '=A1' }, place: { row: 1, column: 5 } } } }],
      },
    ],
    ['the table has no such column', { ...reading, actions: [action] }],
    ['it is about something else', { ...reading, findings: [{ ...due, code: 'missing-lead' as const }] }],
  ])('is not answered so where %s', async (_, other) => {
    renderPane(fakeServices({ reading: other }), 'check');
    await screen.findByRole('listbox');
    expect(screen.queryByRole('group', { name: 'It is:' })).not.toBeInTheDocument();
  });
});

describe('after fixing', () => {
  test('the last run is undone first, or all of them at once', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('option', { name: /^E7/ }));
    await user.click(screen.getByRole('button', { name: 'Fix' }));
    await waitFor(() => expect(services.calls).toContain('repair E7'));
    expect(screen.queryByRole('button', { name: /^Undo all/ })).not.toBeInTheDocument();
    await user.click(await screen.findByRole('option', { name: /^E9/ }));
    await user.click(screen.getByRole('button', { name: 'Fix' }));
    await user.click(await screen.findByRole('button', { name: 'Undo all 2' }));
    expect((await screen.findAllByText('Undone. 2 cells are as they were before.')).length).toBeGreaterThan(0);
    expect(services.calls.filter((call) => call.startsWith('take back'))).toEqual(['take back E7 E9']);
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  test('one run after the other can be undone', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'check');
    for (const cell of [/^E7/, /^E9/]) {
      await user.click(await screen.findByRole('option', { name: cell }));
      await user.click(screen.getByRole('button', { name: 'Fix' }));
    }
    await screen.findByRole('button', { name: 'Undo all 2' });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo all 2' })).not.toBeInTheDocument());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(services.calls.filter((call) => call.startsWith('take back'))).toEqual(['take back E9', 'take back E7']));
  });

  test('cells left alone are listed, each with its reason', async () => {
    const refused = [MISTYPED, UNTIDY].map((finding) => ({
      finding,
      failure: new Failure('protected sheet', `The sheet is protected, so ${finding.cell} was not fixed.`),
    }));
    const services = fakeServices({ repair: () => Promise.resolve({ made: [], refused, stopped: null }) });
    const { user, container } = renderPane(services, 'check');
    await user.click(await screen.findByRole('button', { name: 'Review 2 fixes…' }));
    await user.click(screen.getByRole('button', { name: 'Fix 2 cells' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('That sheet is protected');
    await user.click(screen.getByRole('button', { name: '2 cells not changed' }));
    expect(screen.getByText('The sheet is protected, so E9 was not fixed.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('what cannot be undone is said, and the rest is done with', async () => {
    const failure = new Failure('cell changed', 'E7 has changed since it was fixed, so it was left as it is.');
    const services = fakeServices({
      takeBack: (outcomes) =>
        Promise.resolve({ takenBack: [], refused: outcomes.map(({ finding }) => ({ finding, failure })), stopped: null }),
      repair: (findings) => Promise.resolve({ made: findings.map(outcomeOf), refused: [], stopped: null }),
    });
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('option', { name: /^E7/ }));
    await user.click(screen.getByRole('button', { name: 'Fix' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('E7 has changed since it was fixed');
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });
});
