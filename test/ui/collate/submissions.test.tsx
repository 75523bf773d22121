import { screen, waitFor, within } from '@testing-library/react';
import { type CollationChoices, type CollationDryRun, type CollationSource, Failure } from '../../../src/application';
import { fakeServices, type FakeServices } from '../fake-services';
import { DRY_RUN } from '../made-plan';
import { accessibilityProblems, renderPane } from '../render-pane';

const OLD = { file: 'Public Health.xlsx', version: null, modified: '2025-02-03T10:00:00.000Z', actions: 25, counts: false };
const NEW = { file: 'Public Health v2.xlsx', version: 2, modified: '2025-03-01T09:30:00.000Z', actions: 27, counts: true };
const VERSIONS: CollationDryRun = {
  ...DRY_RUN,
  versions: [{ directorate: 'Public Health', files: [NEW, OLD], newerBy: 'version' }],
  parts: [{ directorate: 'GET', files: ['GET one.xlsx', ''] }],
};

/** Services that always find the same, with a record of the requests. */
function planning(dryRun: CollationDryRun): { readonly services: FakeServices; readonly asked: CollationChoices[] } {
  const asked: CollationChoices[] = [];
  const services = fakeServices({
    planCollation: (_files, _signal, _onProgress, choices) => {
      if (choices !== undefined) asked.push(choices);
      return Promise.resolve(dryRun);
    },
  });
  return { services, asked };
}

describe('versions of one directorate', () => {
  test('stand side by side with what tells them apart, the newer chosen; parts are said to be merged', async () => {
    const { container } = renderPane(planning(VERSIONS).services, 'collate');
    const group = await screen.findByRole('radiogroup', { name: 'Public Health: 2 versions. Which one should be used?' });
    const [newer, older, both] = within(group).getAllByRole('radio');
    expect(newer).toHaveAccessibleName(/^Public Health v2\.xlsx ?version 2 ?changed 1 March 2025.* ?27 actions$/);
    expect(newer).toBeChecked();
    expect(older).toHaveAccessibleName(/^Public Health\.xlsx ?no version number ?changed 3 February 2025.* ?25 actions$/);
    expect(both).toHaveAccessibleName(/^Both, merged/);
    expect(screen.getByText('Public Health v2.xlsx is newer: its name or cover says version 2.')).toBeInTheDocument();
    expect(screen.getByText('GET sent 2 parts, which are merged: GET one.xlsx and This workbook.')).toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('are named beside the button that writes, with the way to them', async () => {
    const { user } = renderPane(planning(VERSIONS).services, 'collate');
    expect(await screen.findByText(/^Public Health sent 2 versions\./)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Check which' }));
    expect(screen.getByRole('radio', { name: /^Public Health v2/ })).toHaveFocus();
  });

  test.each([
    ['the older', /^Public Health\.xlsx/, [OLD.file]],
    ['both', /^Both, merged/, [NEW.file, OLD.file]],
  ])('%s can be made to count, and the plan is worked out anew', async (_, name, files) => {
    const { services, asked } = planning(VERSIONS);
    const { user } = renderPane(services, 'collate');
    await user.click(await screen.findByRole('radio', { name }));
    await waitFor(() => expect(asked.at(-1)?.versions).toEqual([{ directorate: 'Public Health', files }]));
    expect(screen.getByRole('radio', { name })).toBeChecked();
  });

  test('a choice is taken back by choosing the newer again', async () => {
    const { services, asked } = planning(VERSIONS);
    const { user } = renderPane(services, 'collate');
    await user.click(await screen.findByRole('radio', { name: /^Both, merged/ }));
    await user.click(screen.getByRole('radio', { name: /^Public Health v2\.xlsx/ }));
    await waitFor(() => expect(asked.at(-1)?.versions).toEqual([{ directorate: 'Public Health', files: [NEW.file] }]));
  });
});

describe('the receipt of a file', () => {
  test('tells directorates, findings, columns not understood and what was left out, with the reason', async () => {
    const { user, container } = renderPane(fakeServices(), 'collate');
    const receipt = await screen.findByRole('button', { name: 'What was read in this workbook' });
    expect(receipt).toHaveAttribute('aria-expanded', 'false');
    await user.click(receipt);
    const sources = within(screen.getByRole('list', { name: 'Where the actions come from' }));
    expect(sources.getByText('Adult Social Care and CYPE')).toBeVisible();
    for (const words of ['10 errors', '5 warnings', '2 pieces of advice']) expect(sources.getByText(words)).toBeVisible();
    const items = (name: string): (string | null)[] =>
      within(sources.getByRole('list', { name }))
        .getAllByRole('listitem')
        .map((item) => item.textContent);
    expect(items('1 column not understood')).toEqual(['Postcode area · CYPE']);
    expect(items('Not read: 1 part')).toEqual(['HROD draft: The sheet is hidden.']);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('a file with nothing to say against it says so, and one that could not be read has its sentence alone', async () => {
    const source = (file: string, more: Partial<CollationSource>): CollationSource => {
      const findings = { error: 0, warning: 0, advice: 0 };
      return {
        file,
        directorates: ['GET'],
        tables: 1,
        actions: 4,
        problem: null,
        findings,
        notUnderstood: [],
        notRead: { parts: [], cellsElsewhere: 0 },
        ...more,
      };
    };
    const services = fakeServices();
    services.planCollation = async (files) => {
      const problems = await Promise.all(
        files.map((file) =>
          file.bytes().then(
            () => null,
            (error: unknown) => (error instanceof Failure ? error.message : 'not told'),
          ),
        ),
      );
      const sources = files.map(({ name }, index) => {
        const problem = problems[index] ?? null;
        return source(name, problem === null ? {} : { problem, directorates: [], tables: 0, actions: 0 });
      });
      return { ...DRY_RUN, sources };
    };
    const { user } = renderPane(services, 'collate');
    const file = (name: string, bytes: Promise<ArrayBuffer>): File => Object.assign(new File([], name), { arrayBuffer: () => bytes });
    const gone = Promise.reject<ArrayBuffer>(new DOMException('gone', 'NotFoundError'));
    gone.catch(() => undefined);
    await user.upload(await screen.findByLabelText('Workbooks that directorates sent'), [
      file('GET.xlsx', Promise.resolve(new ArrayBuffer(5))),
      file('gone.xlsx', gone),
    ]);
    expect(
      await screen.findByText('“gone.xlsx” can no longer be read. It may have been moved, renamed or locked. Add it again.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'What was read in gone.xlsx' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'What was read in GET.xlsx' }));
    expect(screen.getByText('No findings')).toBeVisible();
    expect(screen.getByText('Everything was read')).toBeVisible();
  });
});

describe('doubtful matches', () => {
  const DOUBTS: CollationDryRun = {
    ...DRY_RUN,
    doubts: [
      { ref: 'ASC-11', was: 'Open a hub', is: 'Open two hubs', verdict: null, about: 'rewording', mustBeAnswered: false },
      { ref: 'GET-02', was: 'Plant trees', is: 'Plant hedges', verdict: 'new', about: 'rewording', mustBeAnswered: false },
    ],
  };

  test('show both wordings and what is taken for true; an answer goes into the next plan', async () => {
    const { services, asked } = planning(DOUBTS);
    const { user, container } = renderPane(services, 'collate');
    await user.click(await screen.findByRole('button', { name: 'Please check: 2 reworded actions' }));
    for (const words of ['Last time: Open a hub', 'This time: Open two hubs']) expect(screen.getByText(words)).toBeVisible();
    const first = within(screen.getByRole('radiogroup', { name: 'ASC-11' }));
    expect(first.getByRole('radio', { name: 'The same action' })).toBeChecked();
    expect(within(screen.getByRole('radiogroup', { name: 'GET-02' })).getByRole('radio', { name: 'A new action' })).toBeChecked();
    await user.click(first.getByRole('radio', { name: 'A new action' }));
    await waitFor(() => expect(asked.at(-1)?.judgements).toEqual([{ ref: 'ASC-11', is: 'Open two hubs', verdict: 'new' }]));
    expect(first.getByRole('radio', { name: 'A new action' })).toBeChecked();
    await user.click(first.getByRole('radio', { name: 'The same action' }));
    await waitFor(() => expect(asked.at(-1)?.judgements).toEqual([{ ref: 'ASC-11', is: 'Open two hubs', verdict: 'same' }]));
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
