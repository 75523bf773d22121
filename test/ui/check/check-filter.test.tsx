import { screen, within } from '@testing-library/react';
import { fakeServices } from '../fake-services';
import { inLowPane } from '../low-pane';
import { CLEAN_READING, madeTable, READING } from '../made-plan';
import { accessibilityProblems, renderPane } from '../render-pane';

const rows = (): string[] =>
  within(screen.getByRole('listbox'))
    .getAllByRole('option')
    .map((option) => option.textContent);
const choices = (name: string): string[] =>
  within(screen.getByRole('combobox', { name }))
    .getAllByRole('option')
    .map((option) => option.textContent);
const choose = async (user: ReturnType<typeof renderPane>['user'], name: string, option: string): Promise<void> =>
  user.selectOptions(await screen.findByRole('combobox', { name }), option);

describe('filters', () => {
  test('by severity, by what it is about and by sheet; every count is what the list would show', async () => {
    const { user, container } = renderPane(fakeServices(), 'check');
    await screen.findByRole('listbox');
    expect(choices('Show')).toEqual(['Whole workbook: 4 findings', 'Adult Social Care: 1 finding', 'CYPE: 3 findings']);
    expect(choices('Severity')).toEqual(['All (4)', 'Errors (1)', 'Warnings (2)', 'Advice (1)']);
    expect(choices('Kind')).toEqual(['All (4)', 'No measure (1)', 'Outcome mistyped (1)', 'Measure put off (1)', 'Outcomes untidy (1)']);
    await choose(user, 'Severity', 'Warnings (2)');
    expect(rows()).toEqual(['E7CYPE · Outcome mistypedWarning', 'D8CYPE · Measure put offWarning']);
    expect(screen.getByRole('heading', { name: '2 warnings' })).toBeInTheDocument();
    expect(choices('Show')).toEqual(['Whole workbook: 2 findings', 'Adult Social Care: no findings', 'CYPE: 2 findings']);
    expect(choices('Kind')).toEqual(['All (2)', 'Outcome mistyped (1)', 'Measure put off (1)']);
    expect(choices('Severity')).toEqual(['All (4)', 'Errors (1)', 'Warnings (2)', 'Advice (1)']);
    await choose(user, 'Kind', 'Measure put off (1)');
    expect(rows()).toEqual(['D8CYPE · Measure put offWarning']);
    expect(screen.getByText('Showing 1 of 4 findings')).toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(rows()).toHaveLength(4);
  });

  test('that let nothing through say so, and can be put off', async () => {
    const { user } = renderPane(fakeServices(), 'check');
    await choose(user, 'Severity', 'Errors (1)');
    await choose(user, 'Show', 'CYPE: no findings');
    expect(screen.getByRole('heading', { name: 'No findings of this kind' })).toBeInTheDocument();
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(rows()).toHaveLength(3);
  });

  test('hide no error: a table is ready to send by what is in it, not by what is shown', async () => {
    const { user } = renderPane(fakeServices(), 'check');
    await choose(user, 'Severity', 'Warnings (2)');
    expect(screen.queryByText('No errors')).not.toBeInTheDocument();
    await choose(user, 'Show', 'CYPE: 2 findings');
    expect(screen.getByText('No errors')).toBeInTheDocument();
  });

  test('by a sheet that is no more in the workbook are dropped', async () => {
    const services = fakeServices();
    const { user } = renderPane(services, 'check');
    await choose(user, 'Show', 'Adult Social Care: 1 finding');
    services.reading = {
      ...READING,
      tables: READING.tables.slice(1),
      findings: READING.findings.filter(({ sheet }) => sheet === 'CYPE'),
    };
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(await screen.findByRole('heading', { name: '2 warnings 1 piece of advice' })).toBeInTheDocument();
    expect(rows()).toHaveLength(3);
  });
});

describe('the report', () => {
  test('is copied as plain text with codes and counts that add up, of what is shown', async () => {
    const { user } = renderPane(fakeServices(), 'check');
    await choose(user, 'Show', 'CYPE: 3 findings');
    await user.click(screen.getByRole('button', { name: 'Copy the report' }));
    expect(screen.getAllByText('Report copied.')).toHaveLength(2);
    expect((await navigator.clipboard.readText()).split('\n').slice(0, 9)).toEqual([
      'Delivery plan: 3 of 4 findings in this workbook',
      '2 warnings, 1 piece of advice',
      '  1 × Outcome mistyped (mistyped-outcome)',
      '  1 × Measure put off (vague-measure)',
      '  1 × Outcomes untidy (untidy-outcome)',
      '',
      'CYPE: 2 warnings, 1 piece of advice',
      'E7 (row 7, Shared Outcome): warning, mistyped-outcome',
      '  “S03” is not an outcome. It looks like SO3, typed with a zero.',
    ]);
  });

  test('is there to select where the host refuses its clipboard', async () => {
    const { user, container } = renderPane(fakeServices(), 'check');
    await screen.findByRole('listbox');
    const copying = jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    await user.click(screen.getByRole('button', { name: 'Copy the report' }));
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Select and copy this report' });
    expect(text.value).toContain('E9 (row 9, Shared Outcome): advice, untidy-outcome');
    expect(text).toHaveFocus();
    expect([text.selectionStart, text.selectionEnd]).toEqual([0, text.value.length]);
    expect(await accessibilityProblems(container)).toEqual([]);
    copying.mockRestore();
  });
});

test('a table with no row filled in is not ready to send', async () => {
  renderPane(fakeServices({ reading: { ...CLEAN_READING, tables: [madeTable('GET', 0)], actions: [] } }), 'check');
  expect(await screen.findByText('Nothing is filled in yet')).toBeInTheDocument();
  expect(screen.queryByText('Ready to send')).not.toBeInTheDocument();
});

describe('in a low pane', () => {
  inLowPane();

  test('the findings come first, and the filters are folded into one button', async () => {
    const { user, container } = renderPane(fakeServices(), 'check');
    const list = await screen.findByRole('listbox');
    const found = screen.getByRole('button', { name: /^Found: / });
    expect(list.compareDocumentPosition(found)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Filter' }));
    await choose(user, 'Show', 'CYPE: 3 findings');
    expect(screen.getByRole('heading', { name: '2 warnings 1 piece of advice' })).toBeInTheDocument();
    await choose(user, 'Severity', 'Warnings (2)');
    await user.click(screen.getByRole('button', { name: 'Filtered' }));
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    expect(rows()).toEqual(['E7Outcome mistypedWarning', 'D8Measure put offWarning']);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('the filters are there when they let nothing through', async () => {
    const { user } = renderPane(fakeServices(), 'check');
    await user.click(await screen.findByRole('button', { name: 'Filter' }));
    await choose(user, 'Severity', 'Errors (1)');
    await choose(user, 'Show', 'CYPE: no findings');
    await user.click(screen.getByRole('button', { name: 'Filtered' }));
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(rows()).toHaveLength(3);
  });
});
