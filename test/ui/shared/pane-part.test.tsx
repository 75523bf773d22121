import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { panePart, PartView } from '../../../src/ui/shared/pane-part';

const view = { words: 'The view' };

function show(load: () => Promise<typeof view>): void {
  render(
    <PartView of={panePart(load)} arrived onBack={() => undefined}>
      {({ words }) => <p>{words}</p>}
    </PartView>,
  );
}

test('a part that is on its way says so and is left by the way back; then it is there', async () => {
  let arrive: ((part: typeof view) => void) | null = null;
  show(() => new Promise((done) => (arrive = done)));
  expect(screen.getByRole('progressbar')).toHaveAccessibleName('This part of the pane is opening…');
  expect(screen.getByRole('button', { name: 'Back to start' })).toBeVisible();
  (arrive as ((part: typeof view) => void) | null)?.(view);
  expect(await screen.findByText('The view')).toBeVisible();
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
});

test('a part that does not load is told, and can be tried again', async () => {
  let tries = 0;
  show(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('ChunkLoadError')) : Promise.resolve(view);
  });
  expect(await screen.findByText(/A part of the pane did not load/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Reload the pane' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('The view')).toBeVisible();
});

test('a part that is there is shown at once the next time', async () => {
  const part = panePart(() => Promise.resolve(view));
  await part.load();
  render(
    <PartView of={part} arrived={false} onBack={() => undefined}>
      {({ words }) => <p>{words}</p>}
    </PartView>,
  );
  expect(screen.getByText('The view')).toBeVisible();
});
