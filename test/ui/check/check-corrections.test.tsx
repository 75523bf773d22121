import { screen, waitFor, within } from '@testing-library/react';
import { Failure } from '../../../src/application';
import { fakeServices, deferred } from '../fake-services';
import { EMPTY_READING, madeTable, READING } from '../made-plan';
import { accessibilityProblems, renderPane, type RenderedPane } from '../render-pane';

const CYPE = 'CYPE-id!A3';

/** The list of tables, opened, and the second table's headings. */
async function openTables({ user }: RenderedPane): Promise<void> {
  await user.click(await screen.findByRole('button', { name: /^Found: / }));
  await user.click(screen.getAllByRole('button', { name: 'How the headings were read' }).at(-1) ?? document.body);
}

const choose = async ({ user }: RenderedPane, heading: string, option: string): Promise<void> => {
  await user.click(screen.getByRole('combobox', { name: heading }));
  await user.click(await screen.findByRole('option', { name: option }));
};

describe('the headings as understood', () => {
  test('say what each is taken for and how sure that is', async () => {
    const pane = renderPane(fakeServices(), 'check');
    await openTables(pane);
    expect(screen.getByRole('combobox', { name: 'Owner' })).toHaveTextContent('Led by');
    expect(screen.getByRole('combobox', { name: 'Owner' })).toHaveAccessibleDescription('likely: please check');
    expect(screen.getByRole('combobox', { name: 'Timescale' })).not.toHaveAccessibleDescription();
    expect(screen.getByRole('combobox', { name: 'Budget code' })).toHaveTextContent('None of these (the column is kept)');
    expect(screen.getByRole('combobox', { name: 'Directorate' })).toHaveAccessibleDescription('from the title above the table');
    expect(await accessibilityProblems(pane.container)).toEqual([]);
  });

  test('can be corrected: the correction is saved, announced, and the workbook is read again', async () => {
    const services = fakeServices();
    const pane = renderPane(services, 'check');
    await openTables(pane);
    const readings = services.calls.filter((call) => call === 'read').length;
    await choose(pane, 'Budget code', 'Cost');
    expect(await screen.findByText('Budget code is now read as Cost.')).toBeInTheDocument();
    await choose(pane, 'Owner', 'None of these (the column is kept)');
    expect(await screen.findByText('Owner is now read as none of the plan’s headings.')).toBeInTheDocument();
    expect(services.calls.filter((call) => call.startsWith('correct'))).toEqual([
      `correct {"tableId":"${CYPE}","headings":{"5":"cost"}}`,
      `correct {"tableId":"${CYPE}","headings":{"1":null}}`,
    ]);
    await waitFor(() => expect(services.calls.filter((call) => call === 'read')).toHaveLength(readings + 2));
  });

  test('chosen as they are change nothing; keys move and choose, and Esc closes the list without leaving the view', async () => {
    const services = fakeServices();
    const pane = renderPane(services, 'check');
    await openTables(pane);
    await choose(pane, 'Owner', 'Led by');
    screen.getByRole('combobox', { name: 'Owner' }).focus();
    await pane.user.keyboard('{Enter}');
    expect(await screen.findByRole('option', { name: 'Status' })).toBeInTheDocument();
    await pane.user.keyboard('{Escape}');
    expect(screen.queryByRole('option', { name: 'Status' })).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1, name: 'Check' })).toBeInTheDocument();
    expect(services.calls.filter((call) => call.startsWith('correct'))).toEqual([]);
    await pane.user.keyboard('{Enter}{ArrowDown}{Enter}');
    await waitFor(() => expect(services.calls).toContain(`correct {"tableId":"${CYPE}","headings":{"1":"timescale"}}`));
  });

  test('two quick choices are remembered one after the other', async () => {
    const first = deferred<undefined>();
    const asked: unknown[] = [];
    const services = fakeServices({
      correct: (correction) => {
        asked.push(correction.headings);
        return asked.length === 1 ? first.promise : Promise.resolve();
      },
    });
    const pane = renderPane(services, 'check');
    await openTables(pane);
    await choose(pane, 'Owner', 'Notes');
    await choose(pane, 'Budget code', 'Cost');
    expect(asked).toEqual([{ 1: 'notes' }]);
    expect(screen.getByRole('progressbar', { name: 'Saving your correction' })).toBeInTheDocument();
    first.resolve(undefined);
    await waitFor(() => expect(asked).toEqual([{ 1: 'notes' }, { 5: 'cost' }]));
    await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument());
  });

  test('a heading of a column without words is named by its column', async () => {
    const [first] = madeTable('CYPE', 1).headings;
    const table = { ...madeTable('CYPE', 1), headings: first === undefined ? [] : [{ ...first, text: '', column: 27 }] };
    const pane = renderPane(fakeServices({ reading: { ...READING, tables: [table] } }), 'check');
    await openTables(pane);
    expect(screen.getByRole('combobox', { name: 'Column AB, no heading' })).toBeInTheDocument();
  });
});

describe('a table', () => {
  test('of which nobody knows the directorate is given one', async () => {
    const services = fakeServices({ reading: { ...READING, tables: [madeTable('CYPE', 3, null)] } });
    const pane = renderPane(services, 'check');
    await openTables(pane);
    await choose(pane, 'Directorate', 'GET');
    await waitFor(() => expect(services.calls).toContain(`correct {"tableId":"${CYPE}","directorate":"GET"}`));
  });

  test('can be left out, and taken in again', async () => {
    const services = fakeServices();
    const pane = renderPane(services, 'check');
    await openTables(pane);
    services.reading = {
      ...READING,
      tables: READING.tables.slice(0, 1),
      leftOut: [{ sheet: 'CYPE', row: 2, reason: 'Table left out by you', tableId: CYPE }],
      corrections: [{ tableId: CYPE, leaveOut: true }],
    };
    await pane.user.click(screen.getByRole('button', { name: 'Leave this table out' }));
    expect(services.calls).toContain(`correct {"tableId":"${CYPE}","leaveOut":true}`);
    await pane.user.click(await screen.findByRole('button', { name: 'Include again: CYPE · row 3' }));
    expect(services.calls).toContain(`correct {"tableId":"${CYPE}","leaveOut":false}`);
    expect(await screen.findByText('The table on CYPE is included again.')).toBeInTheDocument();
  });

  test('that was the only one can still be taken in again', async () => {
    const leftOut = [{ sheet: 'CYPE', row: 2, reason: 'Table left out by you', tableId: CYPE }];
    const services = fakeServices({ reading: { ...EMPTY_READING, leftOut } });
    const { user } = renderPane(services, 'check');
    await user.click(await screen.findByRole('button', { name: /^Found/ }));
    await user.click(screen.getByRole('button', { name: /^Include again/ }));
    expect(services.calls).toContain(`correct {"tableId":"${CYPE}","leaveOut":false}`);
  });

  test('that was corrected says so, and the correction can be removed', async () => {
    const services = fakeServices({ reading: { ...READING, corrections: [{ tableId: CYPE, directorate: 'CYPE' }] } });
    const pane = renderPane(services, 'check');
    await openTables(pane);
    expect(screen.getByText(/^Priorities · 3 actions · CYPE/)).toHaveTextContent('corrected by you');
    await pane.user.click(screen.getByRole('button', { name: 'Remove my corrections' }));
    expect(services.calls).toContain(`uncorrect ${CYPE}`);
  });

  test('that is missing is pointed at by the selection in the sheet', async () => {
    const services = fakeServices();
    const pane = renderPane(services, 'check');
    await pane.user.click(await screen.findByRole('button', { name: /^Found: / }));
    await pane.user.selectOptions(screen.getByRole('combobox', { name: 'Kind of table' }), 'Logframe measures');
    await pane.user.click(screen.getByRole('button', { name: 'Use my selection' }));
    expect(services.calls).toContain('point at measures');
    expect(await screen.findByText('Table on CYPE added: 3 actions.')).toBeInTheDocument();
  });
});

describe('Home', () => {
  test('takes in a table that is pointed at, where none was found', async () => {
    const services = fakeServices({ reading: EMPTY_READING });
    const { user } = renderPane(services);
    await screen.findByRole('button', { name: 'Use my selection' });
    services.reading = READING;
    await user.click(screen.getByRole('button', { name: 'Use my selection' }));
    expect(await screen.findByRole('button', { name: /^Check the tables/ })).toBeInTheDocument();
    expect(services.calls).toContain('point at priorities');
  });

  test('leads to Check also when the only table was left out', async () => {
    const leftOut = [{ sheet: 'CYPE', row: 2, reason: 'Table left out by you', tableId: CYPE }];
    const { user } = renderPane(fakeServices({ reading: { ...EMPTY_READING, leftOut } }));
    await user.click(await screen.findByRole('button', { name: /^Check the tables/ }));
    await user.click(screen.getByRole('button', { name: /^Found/ }));
    expect(screen.getByRole('button', { name: /^Include again/ })).toBeInTheDocument();
  });
});

describe('what cannot be done', () => {
  test('a selection that holds no table says what to select', async () => {
    const failure = new Failure(
      'bad option',
      'There is nothing to read as a table in D41. Select the table’s row of headings, then try again.',
    );
    const { user, container } = renderPane(fakeServices({ reading: EMPTY_READING, pointAtTable: () => Promise.reject(failure) }), 'check');
    await user.click(await screen.findByRole('button', { name: 'Use my selection' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('There is nothing to read as a table in D41.');
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('a correction that no longer fits is said, and can be forgotten', async () => {
    const unfit = [{ tableId: 'gone!A9', reason: 'No table begins at A9 of “CYPE” any more.' }];
    const services = fakeServices({ reading: { ...READING, unfit } });
    const { user, container } = renderPane(services, 'check');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('One of your corrections no longer fits the workbook');
    expect(await accessibilityProblems(container)).toEqual([]);
    services.reading = READING;
    await user.click(within(alert).getByRole('button', { name: 'Remove the correction: No table begins at A9 of “CYPE” any more.' }));
    expect(services.calls).toContain('uncorrect gone!A9');
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  });
});
