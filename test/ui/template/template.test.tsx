import { act, screen } from '@testing-library/react';
import { Failure, type TemplateWritten } from '../../../src/application';
import { fakeServices, pendingWork } from '../fake-services';
import { EMPTY_READING } from '../made-plan';
import { accessibilityProblems, renderPane, type RenderedPane } from '../render-pane';

const WRITTEN: TemplateWritten = { sheet: 'GET', directorate: 'GET', nameTaken: null, receipt: { edits: 1, cells: 1, roundTrips: 1 } };

async function choose({ user }: RenderedPane, directorate: string): Promise<void> {
  await user.click(await screen.findByRole('combobox', { name: 'Which directorate is it for?' }));
  await user.click(await screen.findByRole('option', { name: directorate }));
}

afterEach(() => jest.useRealTimers());

test('is reached from Home; nothing is added before a directorate is chosen', async () => {
  const services = fakeServices();
  const pane = renderPane(services);
  await pane.user.click(await screen.findByRole('button', { name: /^Start from a template/ }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Start from a template' })).toHaveFocus();
  expect(screen.getByRole('button', { name: 'Add the sheet' })).toHaveAttribute('aria-disabled', 'true');
  await pane.user.click(screen.getByRole('button', { name: 'Add the sheet' }));
  expect(services.calls.filter((call) => call.startsWith('template'))).toEqual([]);
  expect(await accessibilityProblems(pane.container)).toEqual([]);
  await pane.user.keyboard('{Escape}');
  expect(screen.getByRole('heading', { level: 1, name: 'Delivery plan' })).toBeInTheDocument();
});

test.each(['home', 'check'] as const)('is offered in %s where there is no table', async (view) => {
  const { user } = renderPane(fakeServices({ reading: EMPTY_READING }), view);
  await user.click(await screen.findByRole('button', { name: /^Start from a template/ }));
  expect(screen.getByRole('heading', { level: 1, name: 'Start from a template' })).toBeInTheDocument();
});

test('adds the sheet, says so, reads the workbook again and leads to it', async () => {
  const services = fakeServices();
  const pane = renderPane(services, 'template');
  await choose(pane, 'GET');
  const readings = services.calls.filter((call) => call === 'read').length;
  await pane.user.click(screen.getByRole('button', { name: 'Add the sheet' }));
  expect((await screen.findAllByText('The sheet “GET” is ready to fill in')).length).toBeGreaterThan(0);
  expect(services.calls.filter((call) => call === 'read')).toHaveLength(readings + 1);
  expect(await accessibilityProblems(pane.container)).toEqual([]);
  await pane.user.click(screen.getByRole('button', { name: 'Go to GET' }));
  expect(services.calls.at(-1)).toBe('reveal GET');
  await pane.user.click(screen.getByRole('button', { name: 'Add another' }));
  expect(screen.getByRole('combobox', { name: 'Which directorate is it for?' })).toBeInTheDocument();
});

test('says beforehand that a directorate has a table, and afterwards that a sheet had the name', async () => {
  const services = fakeServices({ writeTemplate: () => Promise.resolve({ ...WRITTEN, sheet: 'CYPE 2', nameTaken: 'CYPE' }) });
  const pane = renderPane(services, 'template');
  await choose(pane, 'CYPE');
  expect(screen.getByText('CYPE already has a table in this workbook. This adds another one.')).toBeInTheDocument();
  await pane.user.click(screen.getByRole('button', { name: 'Add the sheet' }));
  expect(await screen.findByText(/A sheet “CYPE” already exists, so this one is called “CYPE 2”\./)).toBeInTheDocument();
});

test('that cannot be written says why and can be tried again', async () => {
  const services = fakeServices();
  const works = services.writeTemplate;
  services.writeTemplate = () => Promise.reject(new Failure('protected sheet', 'The workbook is protected. Unprotect it, then try again.'));
  const pane = renderPane(services, 'template');
  await choose(pane, 'GET');
  await pane.user.click(screen.getByRole('button', { name: 'Add the sheet' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The workbook is protected.');
  expect(await accessibilityProblems(pane.container)).toEqual([]);
  services.writeTemplate = works;
  await pane.user.click(screen.getByRole('button', { name: 'Add the sheet' }));
  expect((await screen.findAllByText('The sheet “GET” is ready to fill in')).length).toBeGreaterThan(0);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('that takes over a second shows progress and can be stopped', async () => {
  jest.useFakeTimers();
  const held = pendingWork<TemplateWritten>();
  const services = fakeServices({ writeTemplate: (_directorate, signal, onProgress) => held.work(signal, onProgress) });
  const advance = (ms: number): void => act(() => jest.advanceTimersByTime(ms));
  const pane = renderPane(services, 'template', advance);
  await choose(pane, 'GET');
  await pane.user.click(screen.getByRole('button', { name: 'Add the sheet' }));
  advance(1100);
  expect(screen.getByRole('progressbar', { name: 'Adding the template' })).toBeInTheDocument();
  await pane.user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('Stopped')).toBeInTheDocument();
});
