import { screen, waitFor } from '@testing-library/react';
import type { PaneMemoryRequests, SubmittedFile } from '../../../src/application';
import { NOTHING_CHOSEN } from '../../../src/application';
import { fakeServices } from '../fake-services';
import { renderPane } from '../render-pane';

const file = (name: string): SubmittedFile => ({ name, bytes: () => Promise.resolve(new Uint8Array(1)) });
const picked = (name: string): File => Object.assign(new File(['x'], name), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) });

/** A memory that notes what it is given to keep. */
function memoryOf(kept: Awaited<ReturnType<PaneMemoryRequests['keptSubmissions']>>, lost: readonly string[] = []) {
  const given: string[] = [];
  const memory: PaneMemoryRequests = {
    ...fakeServices().memory,
    lastTask: () => Promise.resolve('collate'),
    rememberTask: () => Promise.resolve(),
    initials: () => Promise.resolve(''),
    rememberInitials: () => Promise.resolve(),
    keptSubmissions: () => Promise.resolve(kept),
    keepSubmissions: (files, { leaveOut }) => {
      given.push([...files.map(({ name }) => name), ...leaveOut].join(' '));
      return Promise.resolve(lost);
    },
  };
  return { memory, given };
}

test('what was added before the pane was reloaded is there again, with what was chosen, and is worked out', async () => {
  const { memory } = memoryOf({
    files: [file('GET.xlsx')],
    choices: { ...NOTHING_CHOSEN, leaveOut: ['CYPE'] },
    lost: ['HROD.xlsx'],
  });
  const asked: unknown[] = [];
  const services = fakeServices({ memory });
  const plan = services.planCollation;
  services.planCollation = (files, signal, onProgress, choices) => {
    asked.push([files.map(({ name }) => name), choices?.leaveOut]);
    return plan(files, signal, onProgress, choices);
  };
  renderPane(services, 'collate');
  expect(await screen.findByText('GET.xlsx')).toBeInTheDocument();
  expect(screen.getByText(/^HROD\.xlsx was added before this pane was closed and could not be kept\. Add it again\.$/)).toBeInTheDocument();
  await waitFor(() => expect(asked.at(-1)).toEqual([['GET.xlsx'], ['CYPE']]));
});

test('files are kept as they are added and taken away, and forgotten once the plan is written', async () => {
  const { memory, given } = memoryOf(null);
  const { user } = renderPane(fakeServices({ memory }), 'collate');
  await user.upload(await screen.findByLabelText('Workbooks that directorates sent'), [picked('GET.xlsx'), picked('HROD.xlsx')]);
  await waitFor(() => expect(given.at(-1)).toBe('GET.xlsx HROD.xlsx'));
  await user.click(screen.getByRole('button', { name: 'Remove HROD.xlsx' }));
  await waitFor(() => expect(given.at(-1)).toBe('GET.xlsx'));
  await screen.findAllByText(/^Ready to write/);
  await user.click(screen.getByRole('button', { name: 'Write the plan' }));
  await screen.findByRole('heading', { name: /^Plan written/ });
  await waitFor(() => expect(given.at(-1)).toBe(''));
});

test('nothing is kept before anything was added', async () => {
  const { memory, given } = memoryOf(null);
  renderPane(fakeServices({ memory }), 'collate');
  await screen.findAllByText(/^Ready to write/);
  expect(given).toEqual([]);
});

test('a file that this computer cannot keep is named when it is added', async () => {
  const { memory } = memoryOf(null, ['GET.xlsx']);
  const { user } = renderPane(fakeServices({ memory }), 'collate');
  await user.upload(await screen.findByLabelText('Workbooks that directorates sent'), picked('GET.xlsx'));
  expect(await screen.findByText(/^GET\.xlsx cannot be kept on this computer\./)).toBeInTheDocument();
});
