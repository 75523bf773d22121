import { screen, waitFor, within } from '@testing-library/react';
import type { CollationChoices, CollationDryRun } from '../../../src/application';
import { DRY_RUN } from '../made-plan';
import { fakeServices } from '../fake-services';
import { accessibilityProblems, renderPane } from '../render-pane';

const TYPED = { sheet: 'All priorities', row: 'GET-01', sender: 'GET' };
const LED_BY = { ...TYPED, address: 'D4', column: 'ledBy', heading: 'Led by', kept: 'Jo Smith', sent: 'Head of Economy', conflict: false };
const TIMESCALE = {
  ...TYPED,
  address: 'E4',
  column: 'timescale',
  heading: 'Timescale',
  kept: 'June 2027',
  sent: 'May 2026',
  conflict: true,
};

/** As the program answers: a settled conflict is none, and a cell that takes theirs is among those taken. */
function answer({ settled }: CollationChoices): CollationDryRun {
  const side = (column: string): string | undefined => settled.find((one) => one.row === 'GET-01' && one.column === column)?.side;
  const cells = [LED_BY, TIMESCALE];
  return {
    ...DRY_RUN,
    kept: cells
      .filter(({ column }) => side(column) !== 'theirs')
      .map((cell) => ({ ...cell, conflict: cell.conflict && side(cell.column) === undefined })),
    taken: cells.filter(({ column }) => side(column) === 'theirs'),
  };
}

test('each typed cell is asked about, answered with the keyboard, and stays in its place', async () => {
  const { user, container } = renderPane(
    fakeServices({
      planCollation: (_files, _signal, _onProgress, choices) =>
        Promise.resolve(
          answer(
            choices ?? { sheets: [], since: null, versions: [], judgements: [], leaveOut: [], settled: [], copies: [], copyAnswers: [] },
          ),
        ),
    }),
    'collate',
  );
  await user.click(await screen.findByRole('button', { name: '2 cells that you typed over, 1 with a newer text' }));
  const group = (heading: string): HTMLElement =>
    screen.getByRole('radiogroup', { name: new RegExp(`^GET-01 · All priorities .. · ${heading}$`) });
  const radio = (heading: string, name: string): HTMLElement => within(group(heading)).getByRole('radio', { name });
  expect(radio('Led by', 'Keep mine')).toBeChecked();
  expect(within(group('Timescale')).queryAllByRole('radio', { checked: true })).toEqual([]);
  expect(screen.getByText('both changed')).toBeVisible();

  await user.click(radio('Timescale', 'Take theirs'));
  await waitFor(() => expect(radio('Timescale', 'Take theirs')).toBeChecked());
  expect(radio('Timescale', 'Take theirs')).toHaveFocus();
  await user.keyboard('{ArrowUp}');
  await waitFor(() => expect(radio('Timescale', 'Keep mine')).toBeChecked());
  expect(screen.queryByText('both changed')).toBeNull();
  expect(screen.getByRole('button', { name: '2 cells that you typed over' })).toBeInTheDocument();
  expect(await accessibilityProblems(container)).toEqual([]);
});
