import { screen, within } from '@testing-library/react';
import { Failure, type DeliveryWay } from '../../../src/application';
import { fakeServices, type FakeServices } from '../fake-services';
import { accessibilityProblems, renderPane, type RenderedPane } from '../render-pane';

function withWays(ways: readonly DeliveryWay[], deliver?: FakeServices['documents']['deliver']): FakeServices {
  const services = fakeServices();
  return Object.assign(services, {
    documents: { ...services.documents, waysFor: () => ways, ...(deliver === undefined ? {} : { deliver }) },
  });
}

async function made(services: FakeServices): Promise<RenderedPane> {
  const pane = renderPane(services, 'documents');
  await pane.user.click(await screen.findByRole('button', { name: 'Make' }));
  await screen.findByRole('region', { name: 'Documents made' });
  return pane;
}

describe('Documents', () => {
  test('is reached from Home, says what there is, and offers nothing to make of nothing', async () => {
    const { user, container } = renderPane(fakeServices());
    await user.click(await screen.findByRole('button', { name: /^Make documents/ }));
    expect(await screen.findByRole('radio', { name: 'Appendix B, the priorities (Word · 5 actions, 2 measures)' })).toBeChecked();
    expect(screen.getByRole('radio', { name: /^Appendix A, current activity \(no current activity/ })).toBeDisabled();
    expect(screen.getAllByRole('radio').map((radio) => radio.hasAttribute('disabled'))).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('makes what was chosen and downloads it', async () => {
    const services = fakeServices();
    const { user, container } = renderPane(services, 'documents');
    await user.click(await screen.findByRole('radio', { name: /^All sheets of the plan/ }));
    await user.click(screen.getByRole('button', { name: 'Make' }));
    await user.click(await screen.findByRole('button', { name: 'Download Findings.csv' }));
    expect(services.calls.filter((call) => /^(make|download)/.test(call))).toEqual(['make csv', 'download Findings.csv']);
    // Heard by a screen reader, and seen beside the button.
    expect(await screen.findAllByText('Findings.csv downloaded.')).toHaveLength(2);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('several are downloaded at once, one after the other, and that is said', async () => {
    const services = fakeServices();
    const names = ['GET pack.xlsx', 'GET text.txt', 'HROD pack.xlsx'];
    const document = { kind: 'workbook', bytes: new Uint8Array([1]), text: 'words' } as const;
    Object.assign(services.documents, { make: () => Promise.resolve(names.map((fileName) => ({ ...document, fileName }))) });
    const { user, container } = await made(services);
    await user.click(screen.getByRole('button', { name: 'Download all 3' }));
    expect(await screen.findAllByText('3 documents downloaded.')).toHaveLength(2);
    expect(services.calls.filter((call) => call.startsWith('download'))).toEqual(names.map((name) => `download ${name}`));
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('a host that allows neither download nor new workbook still gives the text to copy', async () => {
    const { user } = await made(withWays([]));
    const list = within(screen.getByRole('region', { name: 'Documents made' }));
    expect(list.getAllByRole('button').map((button) => button.textContent)).toEqual(['Copy text']);
    expect(list.getByText(/cannot save files from the pane/)).toBeInTheDocument();
    await user.click(list.getByRole('button', { name: 'Copy the text of Appendix B.docx' }));
    expect(await navigator.clipboard.readText()).toBe('text of appendix-b');
  });

  test('a host without a clipboard either shows the text to select', async () => {
    const { user } = await made(withWays([]));
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    await user.click(screen.getByRole('button', { name: 'Copy the text of Appendix B.docx' }));
    expect(await screen.findByRole('textbox', { name: /^Text of Appendix B\.docx/ })).toHaveValue('text of appendix-b');
  });

  test('a way that fails says why, and the text can still be copied', async () => {
    const refused = new Failure('not supported', 'We could not open Appendix B.docx: this version of Excel cannot do one of the steps.');
    const { user } = await made(withWays(['new workbook'], () => Promise.reject(refused)));
    await user.click(screen.getByRole('button', { name: 'Open Appendix B.docx in Excel' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('We could not open Appendix B.docx');
    expect(screen.getByRole('button', { name: 'Copy the text of Appendix B.docx' })).toBeEnabled();
  });

  test('what was made goes when another document is chosen', async () => {
    const { user } = await made(fakeServices());
    await user.click(screen.getByRole('radio', { name: /^Findings in plain words/ }));
    expect(screen.queryByRole('region', { name: 'Documents made' })).not.toBeInTheDocument();
  });

  test('a failure to make it can be tried again', async () => {
    const services = fakeServices();
    let tries = 0;
    const { make } = services.documents;
    Object.assign(services.documents, {
      make: (...asked: Parameters<typeof make>) => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Failure('host busy', 'Excel is busy. Wait a moment, then try again.')) : make(...asked);
      },
    });
    const { user } = renderPane(services, 'documents');
    await user.click(await screen.findByRole('button', { name: 'Make' }));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Download Appendix B.docx' })).toBeInTheDocument();
  });
});
