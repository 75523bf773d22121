import { act, screen, waitFor, within } from '@testing-library/react';
import { Failure, type ActionChoice, type Mapping, type PlanReading } from '../../../src/application';
import type { PaneServices } from '../../../src/ui';
import { fakeServices, deferred, type FakeServices } from '../fake-services';
import { inLowPane } from '../low-pane';
import { madeMapping, madeSuggestion } from './made-mapping';
import { COMMITMENT, READING } from '../made-plan';
import { accessibilityProblems, renderPane, type RenderedPane } from '../render-pane';

const HUBS = 'Family hubs in every district';
const SUGGESTED = {
  [COMMITMENT]: [
    madeSuggestion(COMMITMENT, '3.7', 'strong', 'falls prevention'),
    madeSuggestion(COMMITMENT, '3.6', 'possible', 'people at risk'),
  ],
  [HUBS]: [madeSuggestion(HUBS, '1.1', 'possible', 'Family hubs')],
};
const MAPPING = madeMapping(READING, SUGGESTED);

/** Services whose decisions show in the next mapping, as the workbook would have them. */
function mappingServices(more: Partial<PaneServices> = {}, mapping: Mapping = MAPPING): FakeServices & { readonly kept: ActionChoice[] } {
  const kept: ActionChoice[] = [];
  const withKept = (): Mapping => ({
    ...mapping,
    rows: mapping.rows.map((row) => {
      const choice = kept.findLast(({ action }) => action === row.action);
      if (choice === undefined) return row;
      const { confirmed, rejected, servesNone } = choice;
      const none = servesNone || (rejected.length > 0 && confirmed.length === 0);
      const standing = confirmed.length > 0 ? 'confirmed' : none ? 'serves none' : row.suggestions.length > 0 ? 'to decide' : row.standing;
      return { ...row, confirmed, rejected, servesNone, standing };
    }),
  });
  const services = fakeServices({
    mapPlan: () => Promise.resolve(withKept()),
    decide: (reading: PlanReading, choices) => {
      kept.push(...choices);
      return Promise.resolve({ ...reading });
    },
    ...more,
  });
  return Object.assign(services, { kept });
}

async function opened(services: PaneServices): Promise<RenderedPane> {
  const pane = renderPane(services, 'map');
  await screen.findByRole('tab', { name: 'Actions' });
  return pane;
}

const list = (): HTMLElement => screen.getByRole('listbox', { name: 'Actions, in the order of the sheets' });
const listed = (): string[] =>
  within(list())
    .getAllByRole('option')
    .map((option) => option.textContent);
const current = (): string => within(list()).getByRole('option', { selected: true }).textContent;
const box = (id: string): HTMLElement => screen.getByRole('checkbox', { name: new RegExp(`^${id.replace('.', '\\.')} `) });

describe('Home', () => {
  test('says how many actions are confirmed, not decided and serve none, which is all of them', async () => {
    renderPane(mappingServices());
    const button = await screen.findByRole('button', { name: /^Map to the logframe/ });
    await waitFor(() => expect(button).toHaveTextContent('0 confirmed, 2 to decide, 3 without a suggestion, 0 serve none'));
  });
});

describe('deciding', () => {
  test('lists what is to decide, with the row, its suggestions in words and the words that earned them marked', async () => {
    const { container } = await opened(mappingServices());
    expect(listed()).toHaveLength(2);
    expect(screen.getByRole('combobox', { name: 'Show' })).toHaveTextContent('all actions: 5');
    expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['falls prevention']);
    expect(box('3.7')).toBeChecked();
    expect(box('3.6')).not.toBeChecked();
    expect(screen.getByText(/\(strong\)/)).toBeInTheDocument();
    expect(screen.getByText('because: people at risk')).toBeInTheDocument();
    expect(screen.queryByText(/\d\s*%\s*sure/)).not.toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('by the keyboard alone: Enter confirms what is ticked, turns the rest down, and goes on to the next to decide', async () => {
    const services = mappingServices();
    const { user } = await opened(services);
    act(() => list().focus());
    await user.keyboard('{Enter}');
    expect(current()).toContain(HUBS);
    expect(services.kept).toMatchObject([{ confirmed: ['3.7'], rejected: ['3.6'], servesNone: false }]);
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Show' })).toHaveTextContent('confirmed: 1'));
    expect(listed()[0]).toContain('3.7');
    await user.keyboard('{Enter}');
    expect(services.kept).toHaveLength(1);
    await user.keyboard('1{Enter}');
    expect(services.kept[1]).toMatchObject({ confirmed: ['1.1'], rejected: [] });
    expect(list()).toHaveFocus();
  });

  test('undo finds the row again when the workbook was read anew meanwhile and its actions are other objects', async () => {
    const taken: ActionChoice[] = [];
    let rows = MAPPING.rows;
    const services = mappingServices({
      mapPlan: () => {
        rows = rows.map((row) => ({ ...row, action: { ...row.action } }));
        return Promise.resolve({ ...MAPPING, rows });
      },
      decide: (reading: PlanReading, choices) => {
        if (choices.some(({ action }) => !rows.some((row) => row.action === action)))
          return Promise.reject(new Failure('cell changed', 'That action is no longer in the workbook.'));
        taken.push(...choices);
        return Promise.resolve({ ...reading });
      },
    });
    const { user } = await opened(services);
    await user.click(screen.getByRole('button', { name: 'Confirm and next' }));
    await waitFor(() => expect(taken.map(({ confirmed }) => confirmed)).toEqual([['3.7']]));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(taken.map(({ confirmed }) => confirmed)).toEqual([['3.7'], []]));
    expect(screen.queryByText(/no longer in the workbook/)).not.toBeInTheDocument();
  });

  test('none, clear and undo', async () => {
    const services = mappingServices();
    const { user } = await opened(services);
    act(() => list().focus());
    await user.keyboard('n');
    expect(services.kept.at(-1)).toMatchObject({ confirmed: [], servesNone: true });
    await waitFor(() => expect(listed()[0]).toContain('serves none'));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(listed()[0]).toContain('to decide'));
    // The row that is as it was before is looked at again.
    expect(within(list()).getByRole('option', { selected: true })).toBe(within(list()).getAllByRole('option')[0]);
    await user.keyboard('{Home}');
    await user.click(screen.getByRole('button', { name: 'None of the 90' }));
    act(() => list().focus());
    await user.keyboard('{Home}{Delete}');
    expect(services.kept.at(-1)).toMatchObject({ confirmed: [], rejected: [], servesNone: false });
  });

  test('moving selects the cell in the sheet and keeps the focus', async () => {
    const services = mappingServices();
    const { user } = await opened(services);
    act(() => list().focus());
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(services.calls).toContain(`reveal ${HUBS}`));
    expect(list()).toHaveFocus();
  });

  test('another indicator is found by words or number, added and confirmed', async () => {
    const services = mappingServices();
    const { user } = await opened(services);
    const search = screen.getByRole('combobox', { name: 'Add another indicator' });
    await user.type(search, 'carer');
    const found = await screen.findAllByRole('option', { name: /carers/ });
    expect(found.length).toBeGreaterThan(0);
    await user.clear(search);
    await user.type(search, '4.4');
    await user.click(await screen.findByRole('option', { name: /^4\.4 / }));
    expect(box('4.4')).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Confirm and next' }));
    expect(services.kept[0]?.confirmed).toEqual(['3.7', '4.4']);
  });

  test('Escape gives up the search before it leaves the view', async () => {
    const { user } = await opened(mappingServices());
    const search = screen.getByRole('combobox', { name: 'Add another indicator' });
    await user.type(search, 'carers{Escape}');
    expect(search).toHaveValue('');
    expect(screen.getByRole('heading', { level: 1, name: 'Map' })).toBeInTheDocument();
  });

  test('decisions made while one is being written wait and go together', async () => {
    const first = deferred<PlanReading>();
    const asked: number[] = [];
    const services = mappingServices({
      decide: (reading, choices) => {
        asked.push(choices.length);
        return asked.length === 1 ? first.promise : Promise.resolve(reading);
      },
    });
    const { user } = await opened(services);
    act(() => list().focus());
    await user.keyboard('{Enter}n');
    expect(asked).toEqual([1]);
    await act(async () => {
      first.resolve(READING);
      await first.promise;
    });
    await waitFor(() => expect(asked).toEqual([1, 1]));
  });

  test('one that cannot be kept says why, and the row is as it was', async () => {
    const failure = new Failure('protected sheet', 'The workbook’s structure is protected. Unprotect it, then decide again.');
    const { user } = await opened(mappingServices({ decide: () => Promise.reject(failure) }));
    act(() => list().focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('structure is protected');
    expect(listed()[0]).toContain('to decide');
  });

  test('a whole theme at once, what was decided row by row staying', async () => {
    const themed = {
      ...MAPPING,
      rows: MAPPING.rows.map((row) => ({ ...row, action: { ...row.action, theme: 'Start well', directorate: 'CYPE' } })),
    };
    const services = mappingServices({}, themed);
    const { user } = await opened(services);
    await user.click(screen.getByRole('button', { name: 'Whole theme (5)' }));
    await user.click(screen.getByRole('menuitem', { name: 'Confirm what is ticked here for 2 actions to decide' }));
    // The rows are not on screen, so each is named with what it becomes before anything is decided.
    const named = within(screen.getByRole('dialog', { name: 'Confirm what is ticked here for 2 actions to decide?' }));
    expect(named.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('3.7 '),
      expect.stringContaining('3.7 '),
    ]);
    expect(services.kept).toEqual([]);
    await user.click(named.getByRole('button', { name: 'Cancel' }));
    expect(services.kept).toEqual([]);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Whole theme (5)' })).toHaveFocus());
    await user.click(screen.getByRole('button', { name: 'Whole theme (5)' }));
    await user.click(screen.getByRole('menuitem', { name: 'Confirm what is ticked here for 2 actions to decide' }));
    await user.click(await screen.findByRole('button', { name: 'Decide 2 actions' }));
    expect(services.kept.map(({ confirmed, rejected }) => [confirmed, rejected])).toEqual([
      // What the rows of the theme offer besides was not on screen.
      [['3.7'], []],
      [['3.7'], []],
    ]);
    await user.click(screen.getByRole('button', { name: 'Whole theme (5)' }));
    expect(screen.getByRole('menuitem', { name: /^None of the 90 for 0 actions/ })).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('suggestions that were not seen', () => {
  const IDS = ['3.7', '3.6', '3.5', '3.4', '3.3'];
  const MANY = madeMapping(READING, {
    [COMMITMENT]: IDS.map((id, at) => madeSuggestion(COMMITMENT, id, at === 0 ? 'strong' : 'possible', 'falls')),
  });

  test('and are folded away stay suggestions, until they are unfolded', async () => {
    const services = mappingServices({}, MANY);
    const { user } = await opened(services);
    await user.click(screen.getByRole('button', { name: 'Confirm and next' }));
    expect(services.kept[0]).toMatchObject({ confirmed: ['3.7'], rejected: ['3.6', '3.5', '3.4'] });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await user.click(await screen.findByRole('button', { name: '1 less likely' }));
    await user.click(screen.getByRole('button', { name: 'Confirm and next' }));
    expect(services.kept.at(-1)).toMatchObject({ confirmed: ['3.7'], rejected: ['3.6', '3.5', '3.4', '3.3'] });
  });

  describe('since they were out of view', () => {
    const scrolledTo: (string | null)[] = [];
    let tell: (ids: readonly string[]) => void = () => undefined;
    let tellPart: (words: string) => void = () => undefined;
    /** The id of the option that the element is a part of. */
    const optionOf = (element: Element): string => element.closest('label')?.querySelector('strong')?.textContent ?? '';
    beforeEach(() => {
      scrolledTo.length = 0;
      class Observer {
        private readonly watched = new Set<Element>();
        constructor(note: (entries: { isIntersecting: boolean; target: Element }[]) => void) {
          tell = (ids) => note([...this.watched].map((target) => ({ isIntersecting: ids.includes(optionOf(target)), target })));
          tellPart = (words) => note([...this.watched].map((target) => ({ isIntersecting: target.textContent === words, target })));
        }
        observe = (element: Element): unknown => this.watched.add(element);
        unobserve = (element: Element): unknown => this.watched.delete(element);
        disconnect = (): void => this.watched.clear();
      }
      Object.assign(globalThis, { IntersectionObserver: Observer });
      jest.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
        scrolledTo.push(this.textContent);
      });
    });
    afterEach(() => {
      Reflect.deleteProperty(globalThis, 'IntersectionObserver');
      jest.restoreAllMocks();
    });

    test('come into view at Enter, and the next Enter confirms', async () => {
      const services = mappingServices({}, MANY);
      const { user } = await opened(services);
      act(() => list().focus());
      tell(['3.7', '3.6']);
      await user.keyboard('{Enter}');
      expect([services.kept, scrolledTo]).toEqual([[], ['3.5']]);
      // Said aloud, and beside the button that was pressed.
      expect(within(screen.getByRole('contentinfo')).getByText('Look at the suggestions, then confirm.')).toBeInTheDocument();
      expect(screen.getByRole('status')).toHaveTextContent('Look at the suggestions, then confirm.');
      tell(['3.5', '3.4']);
      await user.keyboard('{Enter}');
      expect(services.kept).toMatchObject([{ confirmed: ['3.7'], rejected: ['3.6', '3.5', '3.4'] }]);
    });

    test('or because their text was in view only where it begins', async () => {
      const services = mappingServices({}, MANY);
      const { user } = await opened(services);
      act(() => list().focus());
      tell(['3.7', '3.5', '3.4']);
      tellPart('3.6');
      await user.keyboard('{Enter}');
      expect([services.kept, scrolledTo]).toEqual([[], ['(possible)']]);
      tell(['3.6']);
      await user.keyboard('{Enter}');
      expect(services.kept).toMatchObject([{ confirmed: ['3.7'], rejected: ['3.6', '3.5', '3.4'] }]);
    });

    test('are asked for again on another row', async () => {
      const services = mappingServices();
      const { user } = await opened(services);
      act(() => list().focus());
      tell(['3.7', '3.6']);
      await user.keyboard('{ArrowDown}1{Enter}');
      expect([services.kept, scrolledTo]).toEqual([[], ['1.1']]);
    });
  });
});

describe('in a low pane', () => {
  inLowPane();

  test('the suggestions come before the whole row, which has the commitment in full, and before the keys', async () => {
    const { user, container } = await opened(mappingServices());
    const whole = screen.getByRole('button', { name: 'The whole row' });
    expect(box('3.7').compareDocumentPosition(whole)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(whole.compareDocumentPosition(screen.getByText(/^Keys in the list: /))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await user.click(whole);
    expect(document.getElementById(whole.getAttribute('aria-controls') ?? '')).toHaveTextContent(COMMITMENT);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'all');
    expect(listed()).toHaveLength(5);
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

describe('what the pane says beside', () => {
  test('a negative is explained', async () => {
    const [first, ...others] = MAPPING.rows;
    if (first === undefined) throw new Error('No row');
    const down = { id: '2.6', against: 'adaptation, not emissions', why: [], marks: [] };
    const rows = [{ ...first, turnedDown: [down] }, ...others];
    const { user } = await opened(mappingServices({}, { ...MAPPING, rows }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'all');
    act(() => list().focus());
    await user.keyboard('{Home}');
    await user.click(screen.getByRole('button', { name: 'Not suggested, and why: 1' }));
    expect(screen.getByText('adaptation, not emissions')).toBeVisible();
  });

  test('a new version of the logframe is reported, and decisions can be kept', async () => {
    const indicator = READING.mapping.framework.indicators.find(({ id }) => id === '3.7') ?? null;
    const outdated = [
      { indicator: '3.7', was: 'Falls will fall.', now: indicator, what: 'reworded' as const, refs: ['new-2'] },
      { indicator: '9.9', was: 'Gone for good.', now: null, what: 'gone' as const, refs: ['new-2'] },
    ];
    const services = mappingServices({}, { ...MAPPING, outdated });
    const { user, container } = await opened(services);
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('9.9 is no longer in the logframe, so 1 decision on it counts for nothing. It said: “Gone for good.”');
    expect(alert).toHaveTextContent('3.7 has changed since 1 decision on it. It said: “Falls will fall.”');
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Keep these decisions' }));
    expect(services.kept.map(({ action }) => action.commitment)).toEqual([COMMITMENT]);
  });

  test('the coverage adds up to the logframe, level by level, in words', async () => {
    const [first, ...others] = MAPPING.rows;
    if (first === undefined) throw new Error('No row');
    const rows = [{ ...first, servesNone: true, standing: 'serves none' as const }, ...others];
    const { user, container } = await opened(mappingServices({}, { ...MAPPING, rows }));
    await user.click(screen.getByRole('tab', { name: 'Coverage' }));
    expect(screen.getByRole('heading', { name: '90 indicators in the logframe' })).toBeInTheDocument();
    const { unserved, unservedInProgress } = MAPPING.coverage;
    expect(unserved.length + unservedInProgress.length).toBe(87);
    await user.click(
      screen.getByRole('button', { name: `Agreed indicators that no action or measure serves: ${String(unserved.length)}` }),
    );
    // What was decided and what was not are two counts, as on Home.
    await user.click(screen.getByRole('button', { name: 'Actions that serve none: 1' }));
    await user.click(screen.getByRole('button', { name: 'Actions not decided: 4' }));
    await user.click(screen.getByRole('button', { name: 'Indicators by directorate' }));
    expect(screen.getAllByText('Adult Social Care: 1 suggested')).toHaveLength(2);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('a directorate’s own measure with what differs, or as a new one', async () => {
    const timescale = READING.actions[0]?.timescale;
    const source = READING.actions[0]?.source;
    if (timescale === undefined || source === undefined) throw new Error('No action');
    const line = (text: string) => ({ directorate: 'CYPE', directorateText: 'CYPE', text, timescale, progress: '', source });
    const measure = (text: string, indicator: string | null, differences: string[]) => ({ line: line(text), text, indicator, differences });
    const measures = [
      measure('Lonely people will be fewer', '2.1', ['the logframe says Kent and Medway, this says Kent']),
      measure('Bus stops with real time', null, []),
    ];
    const { user } = await opened(mappingServices({}, { ...MAPPING, measures }));
    await user.click(screen.getByRole('tab', { name: 'Measures' }));
    expect(screen.getByRole('heading', { name: '2 measures: 1 restates an indicator, 1 is the directorates’ own' })).toBeInTheDocument();
    expect(screen.getByText('The logframe says Kent and Medway, this says Kent.')).toBeInTheDocument();
    expect(screen.getByText('A new, local measure. It is kept as it is.')).toBeInTheDocument();
  });
});

describe('writing beside the actions', () => {
  const decided = { ...MAPPING, rows: MAPPING.rows.map((row) => ({ ...row, confirmed: ['3.7'], standing: 'confirmed' as const })) };
  const plan = {
    tables: [{ sheet: 'CYPE', heading: 'G3', isNew: true, cells: 3 }],
    cells: 3,
    left: [{ sheet: 'GET', address: 'F2', reason: 'The sheet is protected.' }],
    changes: [],
  };

  test('is not offered for a plan, which shows what is confirmed once it is collated again', async () => {
    const services = mappingServices({ planIndicatorColumn: () => Promise.resolve(plan) }, decided);
    const overview = {
      collated: null,
      actions: 5,
      notes: 0,
      findings: [],
      partsNotRead: [],
      late: [],
      notSent: [],
      directorates: 3,
      finance: { contradicted: 0, withoutVerdict: 5 },
    };
    services.reading = { ...services.reading, tables: [], plan: overview };
    const { user } = await opened(services);
    expect(screen.queryByRole('button', { name: 'Write the indicators beside the actions…' })).not.toBeInTheDocument();
    expect(screen.getByText(/^The sheets of the plan show what is confirmed once it is collated again\./)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Collate the plan' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Collate' })).toBeInTheDocument();
  });

  test('says what it will do, does it, and takes it back', async () => {
    const services = mappingServices({ planIndicatorColumn: () => Promise.resolve(plan) }, decided);
    const { user, container } = await opened(services);
    await user.click(screen.getByRole('button', { name: 'Write the indicators beside the actions…' }));
    expect(await screen.findByText('Will write 3 cells in 1 table.')).toBeInTheDocument();
    expect(screen.getByText('CYPE: 3 cells under G3, a new column')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Not changed: 1 cell' }));
    expect(screen.getByText('GET F2: The sheet is protected.')).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Write' }));
    expect(services.calls).toContain('write indicators');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(services.calls).toContain('take back indicators'));
  });
});

describe('the framework', () => {
  const PANEL = /^Logframe: /;

  test('is named, with what the sheet says otherwise and what suggestions rest on when words alone are known', async () => {
    const reworded = [{ id: '3.7', framework: 'Falls.', sheet: 'Fewer falls.' }];
    const logframe = { sheet: 'Logframe', added: [], missing: [], reworded };
    const { user, container } = await opened(mappingServices({}, { ...MAPPING, logframe, knowsConcepts: false, restsOn: 'Words alone.' }));
    expect(screen.getByText('Words alone.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: PANEL }));
    await user.click(screen.getByRole('button', { name: 'The sheet “Logframe” differs in 1 indicator' }));
    expect(screen.getByText('3.7 is worded otherwise. Here: “Falls.” On the sheet: “Fewer falls.”')).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('of another council is chosen from a file; a bad one is refused in plain words', async () => {
    const chosen: (string | null)[] = [];
    const started = jest.fn();
    const services = mappingServices({
      chooseFramework: (text) => {
        chosen.push(text);
        return Promise.resolve(
          text === '{}' ? { ok: false, problems: ['The name is missing.'] } : { ok: true, framework: MAPPING.framework },
        );
      },
    });
    const { user } = renderPane(services, 'map', undefined, {
      inForce: { isChosen: true, isOnSheet: false, problems: [] },
      onChosen: started,
    });
    await user.click(await screen.findByRole('button', { name: PANEL }));
    const picker = screen.getByLabelText('Framework file of a council');
    await user.upload(picker, textFile('{}'));
    expect(await screen.findByText('The name is missing.')).toBeInTheDocument();
    expect(started).not.toHaveBeenCalled();
    await user.upload(picker, textFile('{"name":"Mereshire"}'));
    await waitFor(() => expect(started).toHaveBeenCalledTimes(1));
    await user.click(screen.getByRole('button', { name: 'Use the framework of the add-in' }));
    await waitFor(() => expect(started).toHaveBeenCalledTimes(2));
    expect(chosen).toEqual(['{}', '{"name":"Mereshire"}', null]);
  });
});

test('a sheet Framework is added to fill in, and used once it is', async () => {
  const started = jest.fn();
  const { user } = renderPane(mappingServices({}), 'map', undefined, {
    inForce: { isChosen: false, isOnSheet: false, problems: [] },
    onChosen: started,
  });
  await user.click(await screen.findByRole('button', { name: /^Logframe: / }));
  await user.click(screen.getByRole('button', { name: 'Add a sheet Framework to fill in' }));
  await user.click(await screen.findByRole('button', { name: 'Use the sheet Framework as it is now' }));
  expect(started).toHaveBeenCalledTimes(1);
});

/** jsdom's files have no text(). */
function textFile(words: string): File {
  const file = new File([words], 'framework.json', { type: 'application/json' });
  return Object.assign(file, { text: () => Promise.resolve(words) });
}
