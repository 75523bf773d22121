import { act, fireEvent, screen, within } from '@testing-library/react';
import type { PlanReading } from '../../../src/application';
import { fakeServices, type FakeServices } from '../fake-services';
import { madeFinding, READING } from '../made-plan';
import { renderPane } from '../render-pane';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** As the list draws its rows, in pixels. */
const ROW = 30;

const pass = async (ms: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms));

/** Findings in E7 and below; the rows named are left out. */
const readingOf = (count: number, without: readonly number[] = []): PlanReading => ({
  ...READING,
  findings: Array.from({ length: count }, (_, at) => at + 7)
    .filter((row) => !without.includes(row))
    .map((row) => madeFinding({ code: 'unknown-outcome', cell: `E${String(row)}`, message: `Row ${String(row)} names no outcome.` })),
});

async function scrolled(rows: number): Promise<{ readonly services: FakeServices; readonly list: HTMLElement }> {
  const services = fakeServices({ reading: readingOf(60) });
  renderPane(services, 'check');
  await pass(0);
  const list = screen.getByRole('listbox');
  fireEvent.scroll(list, { target: { scrollTop: rows * ROW } });
  return { services, list };
}

async function edited(services: FakeServices, reading: PlanReading): Promise<void> {
  services.reading = reading;
  services.change({ by: 'someone else' });
  await pass(1000);
}

test('findings that go above those in sight move nothing that is in sight', async () => {
  const { services, list } = await scrolled(20);
  await edited(services, readingOf(60, [8, 9, 10]));
  expect(list.scrollTop).toBe(17 * ROW);
});

test('the row under the pointer stays there, whatever comes and goes around it', async () => {
  const { services, list } = await scrolled(20);
  fireEvent.mouseMove(list, { clientY: 4.5 * ROW });
  // E29 is in sight above the pointer, which is over E31.
  await edited(services, readingOf(60, [29]));
  expect(list.scrollTop).toBe(19 * ROW);
  fireEvent.mouseLeave(list);
  await edited(services, readingOf(60));
  expect(list.scrollTop).toBe(20 * ROW - ROW);
});

test('the current row follows the user, and a reading neither moves it nor takes the focus', async () => {
  const { services, list } = await scrolled(0);
  act(() => list.focus());
  for (let step = 0; step < 8; step++) fireEvent.keyDown(list, { key: 'ArrowDown' });
  await pass(0);
  const before = list.scrollTop;
  expect(before).toBe(3 * ROW);
  const calls = services.calls.filter((call) => call.startsWith('reveal')).length;
  await edited(services, readingOf(60, [20, 21]));
  expect(list).toHaveFocus();
  expect(list.scrollTop).toBe(before);
  expect(within(list).getByRole('option', { selected: true })).toHaveTextContent('E15');
  expect(services.calls.filter((call) => call.startsWith('reveal'))).toHaveLength(calls);
});

test('a current row that the user has scrolled away from does not call the list back', async () => {
  const { services, list } = await scrolled(30);
  await edited(services, readingOf(60, [7]));
  expect(list.scrollTop).toBe(29 * ROW);
});
