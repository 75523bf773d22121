import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BookChange, PlanReading } from '../../../src/application';
import { CLEAN_READING, READING } from '../made-plan';
import { fakeServices, deferred } from '../fake-services';
import { renderPane } from '../render-pane';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = async (ms: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms));
const readings = (calls: readonly string[]): string[] => calls.filter((call) => /^(?:read|recheck)\b/.test(call));

test('the edits of a burst are read in one go, when they have settled', async () => {
  const services = fakeServices();
  renderPane(services);
  await pass(0);
  for (const address of ['E7', 'E8', 'E9']) {
    services.change({ address });
    await pass(200);
  }
  expect(readings(services.calls)).toEqual(['read']);
  await pass(250);
  expect(readings(services.calls)).toEqual(['read', 'recheck E7 E8 E9']);
});

test('edits without a pause are followed all the same', async () => {
  const services = fakeServices();
  renderPane(services);
  await pass(0);
  for (let edit = 0; edit < 25; edit++) {
    services.change({ by: 'someone else' });
    await pass(200);
  }
  expect(readings(services.calls)).toHaveLength(3);
});

test('what someone else edits is read too; a selection is not', async () => {
  const services = fakeServices();
  renderPane(services);
  await pass(0);
  act(() => services.change({ what: 'selection' }));
  await pass(2000);
  expect(readings(services.calls)).toEqual(['read']);
  services.change({ what: 'sheets', address: null, by: 'someone else' });
  await pass(2000);
  expect(readings(services.calls)).toEqual(['read', 'recheck all']);
});

test('an edit while the workbook is read waits for the end of it, and is read then', async () => {
  const first = deferred<PlanReading>();
  const signals: AbortSignal[] = [];
  const services = fakeServices({
    readPlan: (signal) => {
      signals.push(signal);
      return first.promise;
    },
  });
  renderPane(services);
  services.change({ address: 'E7' });
  await pass(3000);
  expect(signals.map((signal) => signal.aborted)).toEqual([false]);
  expect(readings(services.calls)).toEqual([]);
  first.resolve(READING);
  await pass(0);
  expect(readings(services.calls)).toEqual(['recheck E7']);
});

test('an older reading that ends later never takes the place of a newer one', async () => {
  const user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
  const older = deferred<PlanReading>();
  const newer = deferred<PlanReading>();
  const signals: AbortSignal[] = [];
  const services = fakeServices({
    recheck: (_changes: readonly BookChange[], signal) => {
      signals.push(signal);
      return older.promise;
    },
  });
  renderPane(services, 'check');
  await pass(0);
  services.change({});
  await pass(1000);
  services.readPlan = () => newer.promise;
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(signals.map((signal) => signal.aborted)).toEqual([true]);
  newer.resolve(CLEAN_READING);
  await pass(0);
  older.resolve(READING);
  await pass(0);
  expect(screen.getByRole('heading', { name: 'No findings' })).toBeInTheDocument();
});

test('while a newer reading is under way, what was read last stays on screen', async () => {
  const newer = deferred<PlanReading>();
  const services = fakeServices({ recheck: () => newer.promise });
  renderPane(services);
  await pass(0);
  services.change({});
  await pass(1000);
  expect(screen.getByText(/^This workbook: 4 sheets/)).toBeInTheDocument();
  await pass(1000);
  expect(screen.getByRole('progressbar')).toBeInTheDocument();
  expect(screen.getByText(/^This workbook: 4 sheets/)).toBeInTheDocument();
});

test('a reading that the user stops is not begun again until something is edited', async () => {
  const user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
  const services = fakeServices({ readPlan: () => new Promise(() => undefined) });
  renderPane(services);
  services.change({ address: 'E7' });
  await pass(2000);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await pass(5000);
  expect(readings(services.calls)).toEqual([]);
  services.change({ address: 'E8' });
  await pass(1000);
  expect(readings(services.calls)).toEqual(['recheck E7 E8']);
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
