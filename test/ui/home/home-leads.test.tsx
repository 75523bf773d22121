import { screen, within } from '@testing-library/react';
import type { ListedFinding, PaneMemoryRequests, PlanOverview, PlanReading } from '../../../src/application';
import { fakeServices, type FakeServices } from '../fake-services';
import { EMPTY_READING, madeTable, READING } from '../made-plan';
import { accessibilityProblems, renderPane } from '../render-pane';

const finding = (file: string, row: number, message: string): ListedFinding => ({
  severity: row === 3 ? 'error' : 'warning',
  file,
  sheet: 'GET',
  row,
  heading: 'Led by',
  quote: 'tbc',
  message,
  repair: '',
  listedAt: { sheetId: 'findings-id', row: row + 10 },
});

const PLAN: PlanOverview = {
  collated: '29 November, 14:02',
  actions: 93,
  notes: 37,
  findings: [finding('GET.xlsx', 3, 'Nobody leads this action.'), finding('HROD.xlsx', 5, '“tbc” is not a person.')],
  partsNotRead: [5, 9, 12, 13].map((row) => ({ sheetId: 'sources-id', row })),
  late: [{ directorate: 'CYPE', lastHeard: '2025/26 Q1' }],
  notSent: ['HROD'],
  directorates: 8,
  finance: { contradicted: 3, withoutVerdict: 86 },
};
const PLANNED: PlanReading = { ...EMPTY_READING, plan: PLAN };
const DONE: PlanReading = { ...EMPTY_READING, plan: { ...PLAN, findings: [], late: [], notSent: [] } };
const ONE_TABLE: PlanReading = {
  ...READING,
  tables: [madeTable('CYPE', 3)],
  actions: READING.actions.filter(({ directorate }) => directorate === 'CYPE'),
};

interface Memory {
  readonly memory: PaneMemoryRequests;
  readonly remembered: string[];
}

function memoryOf(task: string | null, role: string | null = null): Memory {
  const remembered: string[] = [];
  const memory = {
    ...fakeServices().memory,
    lastTask: () => Promise.resolve(task),
    rememberTask: (now: string) => {
      remembered.push(now);
      return Promise.resolve();
    },
    role: () => Promise.resolve(role),
    rememberRole: (said: string) => {
      remembered.push(`role ${said}`);
      return Promise.resolve();
    },
  };
  return { memory, remembered };
}

const servicesFor = (reading: PlanReading, lastTask: string | null = 'collate'): FakeServices =>
  fakeServices({ reading, memory: memoryOf(lastTask).memory });

const nextStep = async (): Promise<HTMLElement> => within(await screen.findByRole('contentinfo')).findByRole('button');

describe('what the workbook is, and the one next step', () => {
  const cases: readonly [string, PlanReading, string | null, RegExp][] = [
    ['an empty workbook: a template', EMPTY_READING, null, /^Start from a template/],
    ['an empty workbook of somebody who collates: adding files', EMPTY_READING, 'collate', /^Collate the plan/],
    ['the table of one directorate: checking it', ONE_TABLE, null, /^Check the tables/],
    ['tables of many: collating them', READING, null, /^Collate the plan/],
    ['tables of many, to somebody who checks: checking them', READING, 'check', /^Check the tables/],
    ['tables of many, to finance: the costs', READING, 'costs', /^Check costs/],
    ['a plan: its findings', PLANNED, 'collate', /^See the findings/],
    ['a plan whose findings were seen: the documents', PLANNED, 'findings', /^Make documents/],
    ['a plan with nothing found in it: the documents', DONE, 'collate', /^Make documents/],
    ['a plan whose documents were made: those who are late', PLANNED, 'documents', /^Collate the plan/],
    ['a plan, to finance: the costs', PLANNED, 'costs', /^Check costs/],
  ];
  test.each(cases)('%s', async (_, reading, lastTask, name) => {
    renderPane(servicesFor(reading, lastTask));
    expect(await nextStep()).toHaveAccessibleName(name);
  });

  test('the other tasks stay in reach, and none is there twice', async () => {
    const { container } = renderPane(servicesFor(READING));
    await nextStep();
    const tasks = within(screen.getByRole('navigation')).getAllByRole('button');
    expect(tasks.map((task) => task.querySelector('.fui-CompoundButton__contentContainer')?.firstChild?.textContent)).toEqual([
      'Check the tables',
      'Map to the logframe',
      'Check costs',
      'Make documents',
      'Start from a template',
    ]);
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

describe('a plan', () => {
  test('says when it was collated, its actions and notes, who is late, what was not read and what finance has open', async () => {
    const services = servicesFor(PLANNED);
    const { user, container } = renderPane(services);
    expect(await screen.findByText('A plan with 93 actions, collated 29 November, 14:02')).toBeInTheDocument();
    expect(screen.getByText('Your notes: 37')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Collate the plan/ })).toHaveTextContent(
      'Late: CYPE (last heard 2025/26 Q1). Not sent yet: HROD',
    );
    expect(screen.getByRole('button', { name: /^Check costs/ })).toHaveTextContent('86 without a verdict, 3 contradicted by their own row');
    expect(screen.queryByText('No table of priorities found yet')).not.toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Not read in what was sent: 4 parts' }));
    expect(services.calls.at(-1)).toBe('reveal row 6 of sources-id');
  });

  test('its findings are listed by file with row and words, lead to their row, and can be copied for the sender', async () => {
    const services = servicesFor(PLANNED);
    const { user, container } = renderPane(services);
    await user.click(await nextStep());
    expect(await screen.findByRole('heading', { level: 1, name: 'Findings' })).toHaveFocus();
    const first = within(screen.getByRole('list', { name: 'Findings in GET.xlsx' }));
    expect(first.getByRole('listitem')).toHaveTextContent('GET · row 3 · Led by');
    expect(first.getByText('Nobody leads this action.')).toBeVisible();
    expect(screen.queryByText('“tbc” is not a person.')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'HROD.xlsx: 1 warning' }));
    expect(screen.getByText('“tbc” is not a person.')).toBeVisible();
    await user.click(first.getByRole('button', { name: 'GET · row 3 · Led by' }));
    expect(services.calls.at(-1)).toBe('reveal row 14 of findings-id');
    await user.click(screen.getByRole('button', { name: 'Copy the findings in GET.xlsx' }));
    expect(await navigator.clipboard.readText()).toContain('GET · row 3 · Led by\nNobody leads this action.\nIn the cell: “tbc”');
    expect(await navigator.clipboard.readText()).not.toContain('HROD');
    // Heard by a screen reader, and seen beside the button.
    expect(screen.getAllByText('1 finding in GET.xlsx copied.')).toHaveLength(2);
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

describe('the first time', () => {
  test.each([
    ['I put the plan together', 'role collator', /^Collate the plan/],
    ['I keep a directorate’s table', 'role officer', /^Start from a template/],
  ] as const)('%s leads to its step, and is remembered', async (answer, role, name) => {
    const { memory, remembered } = memoryOf(null);
    const { user, container } = renderPane(fakeServices({ reading: EMPTY_READING, memory }));
    expect(await screen.findByRole('heading', { name: 'What do you do with the plan?' })).toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: answer }));
    expect(await nextStep()).toHaveAccessibleName(name);
    expect(await nextStep()).toHaveFocus();
    expect(remembered).toEqual([role]);
    expect(screen.queryByText('What do you do with the plan?')).not.toBeInTheDocument();
  });

  test('the question can be skipped; focus goes on to the step that is put forward', async () => {
    const { memory, remembered } = memoryOf(null);
    const { user } = renderPane(fakeServices({ reading: EMPTY_READING, memory }));
    await user.click(await screen.findByRole('button', { name: 'Skip' }));
    expect(screen.queryByText('What do you do with the plan?')).not.toBeInTheDocument();
    expect(remembered).toEqual(['role skipped']);
    expect(await nextStep()).toHaveFocus();
  });

  test('a sample can be tried: it is added, and the way to it is shown', async () => {
    const services = fakeServices({ reading: EMPTY_READING, memory: memoryOf(null).memory });
    const { user } = renderPane(services);
    await user.click(await screen.findByRole('button', { name: 'Try it with a sample' }));
    await user.click(await screen.findByRole('button', { name: 'Go to Sample' }));
    expect(services.calls.filter((call) => /^(sample|reveal)/.test(call))).toEqual(['sample', 'reveal Sample']);
  });

  test('what was said holds whatever task is opened, until it is said otherwise', async () => {
    const { memory, remembered } = memoryOf('costs', 'officer');
    const { user } = renderPane(fakeServices({ reading: READING, memory }));
    expect(await nextStep()).toHaveAccessibleName(/^Check the tables/);
    expect(screen.getByRole('link', { name: 'Help' })).toHaveAttribute('href', 'assets/help/officer.html');
    await user.click(screen.getByRole('button', { name: 'Change what you do with the plan' }));
    expect(screen.getByRole('heading', { name: 'What do you do with the plan?' })).toHaveFocus();
    expect(screen.getByRole('button', { name: 'I keep a directorate’s table', pressed: true })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'I check the costs' }));
    expect(await nextStep()).toHaveAccessibleName(/^Check costs/);
    expect(remembered).toEqual(['role finance']);
    expect(screen.queryByText('What do you do with the plan?')).not.toBeInTheDocument();
  });

  test('skipping the question the second time leaves the answer as it was', async () => {
    const { memory, remembered } = memoryOf('costs', 'officer');
    const { user } = renderPane(fakeServices({ reading: READING, memory }));
    await user.click(await screen.findByRole('button', { name: 'Change what you do with the plan' }));
    await user.click(screen.getByRole('button', { name: 'Skip' }));
    expect(remembered).toEqual([]);
    expect(await nextStep()).toHaveAccessibleName(/^Check the tables/);
  });

  test('a collator in an empty workbook is not told at length that it has no table', async () => {
    const { memory } = memoryOf(null, 'collator');
    const { user } = renderPane(fakeServices({ reading: EMPTY_READING, memory }));
    expect(await nextStep()).toHaveAccessibleName(/^Collate the plan/);
    expect(screen.queryByText('No table of priorities found yet')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Is there a table that was not found?' }));
    expect(screen.getByText('No table of priorities found yet')).toBeVisible();
  });

  test('is not asked of somebody who has opened a task', async () => {
    renderPane(servicesFor(EMPTY_READING, 'map'));
    await nextStep();
    expect(screen.queryByText('What do you do with the plan?')).not.toBeInTheDocument();
  });
});
