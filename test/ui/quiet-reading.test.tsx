import { act, screen } from '@testing-library/react';
import type { PlanReading } from '../../src/application';
import { CLEAN_READING, READING } from './made-plan';
import { fakeServices, later } from './fake-services';
import { renderPane } from './render-pane';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = async (ms: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms));
const reads = (calls: readonly string[]): number => calls.filter((call) => call === 'read').length;

test('edits are read once they have settled, not one by one', async () => {
  const services = fakeServices();
  renderPane(services);
  await pass(0);
  expect(reads(services.calls)).toBe(1);
  for (let edit = 0; edit < 5; edit++) {
    services.change({ what: 'cells' });
    await pass(300);
  }
  expect(reads(services.calls)).toBe(1);
  await pass(1000);
  expect(reads(services.calls)).toBe(2);
});

test('what someone else edits is read too; a selection is not', async () => {
  const services = fakeServices();
  renderPane(services);
  await pass(0);
  act(() => services.change({ what: 'selection' }));
  await pass(2000);
  expect(reads(services.calls)).toBe(1);
  services.change({ what: 'sheets', by: 'someone else' });
  await pass(2000);
  expect(reads(services.calls)).toBe(2);
});

test('an older read that ends later never takes the place of a newer one', async () => {
  const older = later<PlanReading>();
  const newer = later<PlanReading>();
  const answers = [older, newer];
  const signals: AbortSignal[] = [];
  const services = fakeServices({
    readPlan: (signal) => {
      signals.push(signal);
      return answers.shift()?.promise ?? Promise.resolve(READING);
    },
  });
  renderPane(services);
  services.change({ what: 'cells' });
  await pass(1000);
  expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
  newer.resolve(CLEAN_READING);
  await pass(0);
  older.resolve(READING);
  await pass(0);
  expect(screen.getByRole('button', { name: /^Check the tables/ })).toHaveTextContent('Nothing to put right');
});

test('while a newer read is under way, what was read last stays on screen', async () => {
  const newer = later<PlanReading>();
  const services = fakeServices();
  renderPane(services);
  await pass(0);
  services.readPlan = () => newer.promise;
  services.change({ what: 'cells' });
  await pass(1000);
  expect(screen.getByText(/^This workbook: 4 sheets/)).toBeInTheDocument();
  await pass(1000);
  expect(screen.getByRole('progressbar')).toBeInTheDocument();
  expect(screen.getByText(/^This workbook: 4 sheets/)).toBeInTheDocument();
});

test('a pane that is closed stops watching and reading', async () => {
  const stopped = jest.fn(() => Promise.resolve());
  const signals: AbortSignal[] = [];
  const services = fakeServices({
    watch: () => Promise.resolve(stopped),
    readPlan: (signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    },
  });
  const { unmount } = renderPane(services);
  unmount();
  await pass(0);
  expect(stopped).toHaveBeenCalledTimes(1);
  expect(signals[0]?.aborted).toBe(true);
});
