import { act, screen, waitFor, within } from '@testing-library/react';
import { Failure, type FinanceColumnsPlan } from '../../../src/application';
import type { PaneServices } from '../../../src/ui';
import { fakeServices } from '../fake-services';
import { accessibilityProblems, renderPane, type RenderedPane } from '../render-pane';
import { AGREED, CHANGED, costServices, madeCost, RECRUIT, WALKS } from './made-costs';

const ROWS = [RECRUIT, WALKS, CHANGED, AGREED];

async function opened(services: PaneServices): Promise<RenderedPane> {
  const pane = renderPane(services, 'costs');
  await screen.findByRole('combobox', { name: 'Show' });
  return pane;
}

const list = (): HTMLElement => screen.getByRole('listbox', { name: 'Costs, by directorate' });
const listed = (): string[] =>
  within(list())
    .getAllByRole('option')
    .map((option) => option.textContent);
const current = (): string => within(list()).getByRole('option', { selected: true }).textContent;
const radio = (verdict: string): HTMLElement => screen.getByRole('radio', { name: verdict });
const record = (): HTMLElement => screen.getByRole('button', { name: 'Record and next' });
/** Initials are known from another time. */
const GIVEN_BEFORE = { ...fakeServices().memory, initials: () => Promise.resolve('MM') };

/** Chooses the verdict with a note, without which one that is not agreed is not recorded. */
async function chooseWithNote(user: RenderedPane['user'], verdict: string): Promise<void> {
  await user.click(radio(verdict));
  await user.type(note(), 'Which budget?');
}
const note = (): HTMLElement => screen.getByRole('textbox', { name: 'Note' });
const initials = (): HTMLElement => screen.getByRole('textbox', { name: 'Your initials' });

describe('what a row shows', () => {
  test('flag, evidence marked in the row’s words, contradiction, question; no verdict is chosen beforehand', async () => {
    const { container } = await opened(costServices(ROWS));
    const card = screen.getByRole('region', { name: 'GET-01' });
    expect(card).toHaveTextContent('Officer: no cost');
    expect(card).toHaveTextContent('the row says otherwise');
    expect([...card.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Recruit two link workers', 'for twelve months']);
    expect(card).toHaveTextContent(RECRUIT.question);
    expect(screen.getAllByRole('radio').map((one) => (one as HTMLInputElement).checked)).toEqual([false, false, false]);
    expect(screen.getAllByRole('button').filter((button) => button.textContent === 'Record and next')).toHaveLength(1);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('the officer’s own words and how they are read; a class that is proposed; what finance said before', async () => {
    const { user } = await opened(costServices([WALKS, madeCost(5, 'Recruit a navigator funded by the Public Health Grant', ''), CHANGED]));
    expect(screen.getByRole('region', { name: 'GET-02' })).toHaveTextContent('“Within existing budget”, read as no cost');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByRole('region', { name: 'GET-05' })).toHaveTextContent(/nothing is written.*Proposed: /);
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByRole('region', { name: 'GET-03' })).toHaveTextContent(
      'Finance said: agreed (AB, 9 March 2026), “volunteers”. The row says something else since then, so please judge it again.',
    );
    expect(radio('Agreed')).not.toBeChecked();
    await user.click(screen.getByRole('button', { name: 'What finance said before: 1' }));
    expect(screen.getByText('Query (AB, 1 March 2026): who leads?')).toBeInTheDocument();
  });
});

describe('which rows are listed', () => {
  test('those that are open, all, or contradicted, each with its number', async () => {
    const { user } = await opened(costServices(ROWS));
    const show = screen.getByRole('combobox', { name: 'Show' });
    expect(
      within(show)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['not agreed yet: 3', 'all costs: 4', 'row says otherwise: 1']);
    expect(listed()).toHaveLength(3);
    expect(listed()[2]).toContain('look again');
    await user.selectOptions(show, 'contradicted');
    expect(listed()).toHaveLength(1);
    await user.selectOptions(show, 'all');
    expect(listed()[3]).toContain('agreed');
  });

  test('nothing open says so, and Home counts what is open', async () => {
    const { user } = await opened(costServices([AGREED]));
    expect(screen.getByText('Every cost is agreed. Nothing is open.')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: /^Check costs/ })).toHaveTextContent('All 1 cost judged');
  });

  test('totals by flag and directorate, with what has no amount', async () => {
    const { user } = await opened(costServices([RECRUIT, madeCost(6, 'Buy packs', '£4,000'), madeCost(7, 'Buy more', 'low')]));
    await user.click(screen.getByRole('button', { name: /^As officers wrote it: no cost 1 · low cost 2/ }));
    expect(screen.getByText('low cost: 2 actions, £4,000, 1 action without an amount')).toBeInTheDocument();
    expect(screen.getByText('Without an amount: GET-07')).toBeInTheDocument();
  });

  test('a row that is selected selects its cell in the sheet, and the focus stays in the list', async () => {
    const services = costServices(ROWS);
    const { user } = await opened(services);
    act(() => list().focus());
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(services.calls).toContain(`reveal ${WALKS.action.commitment}`));
    expect(list()).toHaveFocus();
  });

  test('the row that the user goes to in the sheet is shown', async () => {
    const services = costServices(ROWS);
    await opened(services);
    act(() => services.change({ what: 'selection', sheetId: 'GET-id', address: 'B8' }));
    expect(current()).toContain('GET-03');
  });
});

describe('judging by the keyboard alone', () => {
  test('Enter asks for a verdict, then for initials once, records and goes on with the focus on the next verdict', async () => {
    const services = costServices(ROWS);
    const { user } = await opened(services);
    act(() => list().focus());
    await user.keyboard('{Enter}');
    expect(radio('Agreed')).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Choose a verdict first.');
    expect(within(screen.getByRole('contentinfo')).getByText('Choose a verdict first.')).toBeInTheDocument();
    // A query without words reaches nobody, so the note is asked for where the verdict is; then the initials, once, in the same place.
    await user.keyboard('{ArrowRight}{Enter}');
    expect(note()).toHaveFocus();
    expect(note()).toBeInvalid();
    await user.keyboard('Which budget?{Enter}');
    expect(initials()).toHaveFocus();
    expect(initials()).toBeInvalid();
    expect(screen.getByRole('contentinfo')).toContainElement(note());
    expect(screen.getByRole('contentinfo')).toContainElement(initials());
    expect(services.said).toEqual([]);
    await user.keyboard('JT{Enter}');
    await waitFor(() => expect(services.said).toEqual([{ verdict: 'query', note: 'Which budget?', by: 'JT' }]));
    expect(await screen.findByRole('heading', { name: 'Check costs: 3 of 4 judged' })).toBeInTheDocument();
    expect(services.calls).toContain('initials JT');
    await waitFor(() => expect(radio('Agreed')).toHaveFocus());
    expect(current()).toContain('GET-02');
    expect(screen.getByRole('status')).toHaveTextContent(
      `GET-01: query, recorded. Next, GET-02: “Within existing budget”, read as no cost.`,
    );
    await user.keyboard('[Space]{Enter}');
    await waitFor(() => expect(services.said).toHaveLength(2));
    expect(services.said[1]).toEqual({ verdict: 'agreed', note: '', by: 'JT' });
    expect(listed()[0]).toContain('query');
    expect(services.calls.filter((call) => call.startsWith('initials'))).toHaveLength(1);
  });

  test('from the list the focus stays in the list; the initials of last time are there', async () => {
    const services = costServices(ROWS, { memory: GIVEN_BEFORE });
    const { user } = await opened(services);
    await waitFor(() => expect(initials()).toHaveValue('MM'));
    await user.click(radio('Not agreed'));
    await user.click(screen.getByRole('button', { name: 'Use the question' }));
    expect(note()).toHaveValue(RECRUIT.question);
    act(() => list().focus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(current()).toContain('GET-02'));
    expect(list()).toHaveFocus();
    expect(services.said).toEqual([{ verdict: 'not agreed', note: RECRUIT.question, by: 'MM' }]);
  });

  test('a note goes with the verdict, in several lines; what was typed on a row is still there when one comes back', async () => {
    const services = costServices(ROWS, { memory: GIVEN_BEFORE });
    const { user } = await opened(services);
    await waitFor(() => expect(initials()).toHaveValue('MM'));
    await user.click(radio('Query'));
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'which budget?{Shift>}{Enter}{/Shift}until when?');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('');
    await user.click(screen.getByRole('button', { name: 'Previous' }));
    expect(radio('Query')).toBeChecked();
    await user.type(screen.getByRole('textbox', { name: 'Note' }), '{Enter}');
    await waitFor(() => expect(services.said).toEqual([{ verdict: 'query', note: 'which budget?\nuntil when?', by: 'MM' }]));
  });

  test('the last verdict is undone, and one that stands is taken out', async () => {
    const services = costServices([RECRUIT, WALKS], { memory: GIVEN_BEFORE });
    const { user } = await opened(services);
    await waitFor(() => expect(initials()).toHaveValue('MM'));
    await user.click(radio('Agreed'));
    await user.click(record());
    await user.click(await screen.findByRole('button', { name: 'Undo GET-01: agreed' }));
    await waitFor(() => expect(current()).toContain('GET-01'));
    expect(current()).toContain('no verdict');
    expect(screen.getByRole('status')).toHaveTextContent('GET-01: as it was before.');
    expect(screen.queryByRole('button', { name: /^Undo/ })).not.toBeInTheDocument();
    await chooseWithNote(user, 'Query');
    await user.click(record());
    expect(screen.getByText(/^Verdicts: 1 query · 1 none yet\. Verdicts are in the workbook/)).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Previous' }));
    await user.click(screen.getByRole('button', { name: 'Take the verdict out' }));
    await waitFor(() => expect(services.said.at(-1)).toEqual({ verdict: null, note: '', by: 'MM' }));
    expect(current()).toContain('GET-01');
    // Undo puts back what was taken out, and says so.
    await user.click(await screen.findByRole('button', { name: 'Put GET-01 back: query' }));
    await waitFor(() => expect(current()).toContain('query'));
  });

  test('a verdict with its note and question is copied for the officer', async () => {
    const services = costServices([RECRUIT, WALKS], { memory: GIVEN_BEFORE });
    const { user } = await opened(services);
    await waitFor(() => expect(initials()).toHaveValue('MM'));
    expect(screen.queryByRole('button', { name: 'Copy for the officer' })).not.toBeInTheDocument();
    await user.click(radio('Query'));
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Which budget?');
    await user.click(record());
    await user.click(await screen.findByRole('button', { name: 'Previous' }));
    await user.click(screen.getByRole('button', { name: 'Copy for the officer' }));
    expect((await screen.findAllByText('Copied. Paste it into a message to the officer.')).length).toBeGreaterThan(0);
    const copied = await navigator.clipboard.readText();
    expect(copied).toMatch(/^GET-01: /);
    expect(copied).toContain('Finance: query (MM');
    expect(copied).toContain('Which budget?');
  });
});

describe('what goes wrong', () => {
  test.each([
    ['cell changed', 'G5 of “GET” has changed since it was read', true],
    ['protected sheet', 'The sheet “GET” is protected', false],
    ['read only', 'This workbook is open for viewing only', false],
  ] as const)('%s: nothing is recorded, the reason is said, and what was chosen is still there', async (code, message, isListedAgain) => {
    const services = costServices(ROWS, {
      memory: GIVEN_BEFORE,
      recordVerdict: () => Promise.reject(new Failure(code, message)),
    });
    const { user } = await opened(services);
    await waitFor(() => expect(initials()).toHaveValue('MM'));
    await chooseWithNote(user, 'Query');
    const reads = services.calls.filter((call) => call === 'read').length;
    await user.click(record());
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(current()).toContain('GET-01');
    expect(radio('Query')).toBeChecked();
    expect(services.calls.filter((call) => call === 'read')).toHaveLength(reads + 1);
    expect(screen.queryAllByText(/What you chose and typed is still here/)).toHaveLength(isListedAgain ? 1 : 0);
  });
});

describe('an undo that is refused', () => {
  test.each([
    ['protected sheet', true],
    ['cell changed', false],
  ] as const)('%s: is offered again where the reason may pass', async (code, isOffered) => {
    const services = costServices(ROWS, {
      memory: GIVEN_BEFORE,
      takeBackVerdict: () => Promise.reject(new Failure(code, 'Not taken back.')),
    });
    const { user } = await opened(services);
    await waitFor(() => expect(initials()).toHaveValue('MM'));
    await chooseWithNote(user, 'Query');
    await user.click(record());
    await user.click(await screen.findByRole('button', { name: 'Undo GET-01: query' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Not taken back.');
    expect(screen.queryAllByRole('button', { name: /^Undo/ })).toHaveLength(isOffered ? 1 : 0);
  });
});

describe('tables without finance’s columns', () => {
  const bare = { ...RECRUIT, ref: null };
  const place = bare.place === null ? null : { ...bare.place, columns: {} };
  const plan: FinanceColumnsPlan = {
    tables: [{ sheet: 'GET', address: 'G3', headings: ['Low/no cost', 'Finance check'] }],
    left: [],
    changes: [],
    added: [],
  };

  test('are offered them, as the one primary button, and the addition can be undone', async () => {
    let has = false;
    const services = costServices([], {
      listCosts: () =>
        Promise.resolve({
          of: 'tables',
          rows: [has ? bare : { ...bare, place }],
          totals: [],
          verdicts: ['agreed', 'query', 'not agreed'],
          withoutColumns: has ? 0 : 1,
        }),
      planFinanceColumns: () => Promise.resolve(plan),
      writeFinanceColumns: () => {
        has = true;
        services.reading = { ...services.reading };
        return Promise.resolve();
      },
      takeBackFinanceColumns: () => {
        has = false;
        services.reading = { ...services.reading };
        return Promise.resolve();
      },
    });
    const { user, container } = await opened(services);
    await user.click(await screen.findByRole('button', { name: 'What is added to 1 table' }));
    expect(screen.getByText('GET, from G3: Low/no cost and Finance check')).toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Add the columns to 1 table' }));
    expect(await screen.findByRole('button', { name: 'Record and next' })).toBeInTheDocument();
    await waitFor(() => expect(radio('Agreed')).toHaveFocus());
    await user.click(screen.getByRole('button', { name: 'Undo columns' }));
    expect(await screen.findByRole('button', { name: 'Add the columns to 1 table' })).toBeInTheDocument();
  });

  test('on a protected sheet say why not', async () => {
    const services = costServices(
      [{ ...bare, place }],
      {
        planFinanceColumns: () =>
          Promise.resolve({ ...plan, tables: [], left: [{ sheet: 'GET', address: 'G3', reason: 'The sheet is protected.' }] }),
      },
      { of: 'tables', withoutColumns: 1 },
    );
    await opened(services);
    expect(await screen.findByRole('alert')).toHaveTextContent('No verdict can be given on “GET” yet');
    expect(record()).toHaveAttribute('aria-disabled', 'true');
  });

  test('a workbook without a table says what a table needs', async () => {
    renderPane(costServices([]), 'costs');
    expect(await screen.findByRole('heading', { name: 'No table of priorities found yet' })).toBeInTheDocument();
  });
});
