import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from 'playwright-core';
import { describeInBrowser, openPreview, type Preview, setPaneWidth } from './preview-in-chromium';

const press = (pane: Frame, name: RegExp | string): Promise<void> => pane.getByRole('button', { name }).first().click();
const back = (pane: Frame): Promise<void> => press(pane, 'Back');

/** Opens what is folded away in the view, so that it is looked at too. */
async function unfold(pane: Frame): Promise<void> {
  const folded = pane.locator('button[aria-expanded=false]:not([role=combobox]):not([aria-haspopup])');
  for (let turn = 0; turn < 20 && (await folded.count()) > 0; turn += 1) await folded.first().click();
}

/** Every view and what it shows in turn; each state goes on from the one before it. */
const STATES: readonly (readonly [string, (pane: Frame) => Promise<unknown>])[] = [
  ['Home', (pane) => pane.getByText(/19 tables with 93 actions/).waitFor()],
  ['Home, unfolded', unfold],
  ['Check', (pane) => press(pane, /Check the tables/)],
  ['Check, the last finding', (pane) => pane.getByRole('listbox').press('End')],
  ['Check, unfolded', unfold],
  ['Check, the fixes to review', (pane) => press(pane, /^Review/)],
  [
    'Map',
    async (pane) => {
      await back(pane);
      if (await pane.getByRole('button', { name: 'Back' }).isVisible()) await back(pane);
      await press(pane, /Map to the logframe/);
      await pane.getByRole('tab').first().waitFor();
    },
  ],
  ['Map, unfolded', unfold],
  ['Map, measures', (pane) => pane.getByRole('tab').nth(1).click()],
  ['Map, coverage', (pane) => pane.getByRole('tab').nth(2).click()],
  [
    'Documents',
    async (pane) => {
      await back(pane);
      await press(pane, /^Make documents/);
    },
  ],
  [
    'Documents, made',
    async (pane) => {
      await pane.getByRole('radio').first().check();
      await press(pane, 'Make');
      await pane
        .getByRole('button', { name: /^Download/ })
        .first()
        .waitFor();
    },
  ],
  [
    'Template',
    async (pane) => {
      await back(pane);
      await press(pane, /Start from a template/);
    },
  ],
  [
    'Check costs',
    async (pane) => {
      await back(pane);
      await press(pane, /^Check costs/);
      await pane.getByRole('combobox', { name: 'Show' }).waitFor();
    },
  ],
  ['Check costs, unfolded', unfold],
  [
    'Collate',
    async (pane) => {
      await back(pane);
      await press(pane, /Collate the plan/);
      await pane
        .getByText(/^Ready to write/)
        .first()
        .waitFor();
    },
  ],
  [
    'Collate, with submissions',
    async (pane) => {
      await pane
        .getByLabel('Workbooks that directorates sent')
        .setInputFiles(['HROD', 'GET'].map((name) => `assets/samples/submissions/${name}.xlsx`));
      // The words of the state before stand there until the files are read, and with them a button that is about to be disabled.
      await pane.getByText(/^(HROD|GET) sent 2 versions and (HROD|GET) sent 2 versions\./).waitFor();
      await pane
        .getByText(/^Ready to write/)
        .first()
        .waitFor();
    },
  ],
  ['Collate, unfolded', unfold],
  [
    'Collate, written',
    async (pane) => {
      await press(pane, 'Write the plan');
      await pane.getByRole('heading', { name: /Plan written/ }).waitFor();
    },
  ],
  ['Home, of a plan', back],
];

interface Setting {
  readonly colorScheme: 'light' | 'dark';
  /** Width of the pane in px: Excel's own, the least it can be, and Excel's at 200 per cent. */
  readonly width: 350 | 320 | 175;
  readonly forcedColors: 'active' | 'none';
}

/** Sets the page while the pane is open, as a user changes a theme. */
async function set(page: Page, { colorScheme, width, forcedColors }: Setting): Promise<void> {
  // A colour that is still changing has a contrast of its own; without motion none does.
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
  await setPaneWidth(page, width);
}

/** Waits for colours and places that change gradually; what turns without an end, as while working, is left to it. */
async function atRest(pane: Frame): Promise<void> {
  await pane.evaluate(async () => {
    const ends = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ends.map(({ finished }) => finished.catch(() => undefined)));
  });
}

/** What axe finds in the pane. Sizes of targets are looked at below: axe counts one that has scrolled half under the foot as small. */
async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(['iframe', 'body'])
    // Fluent UI's guards at the ends of a group of radio buttons pass the focus on at once.
    .exclude(['iframe', '[data-tabster-dummy]'])
    .options({ rules: { 'target-size': { enabled: false } } })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** Controls under 24 by 24 px that are no part of a sentence, and what is cut off at the right edge. */
function layoutProblems(pane: Frame): Promise<string[]> {
  return pane.evaluate(() => {
    const boxes = (selector: string): [HTMLElement, DOMRect][] =>
      [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element): [HTMLElement, DOMRect][] => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && element.checkVisibility() ? [[element, box]] : [];
      });
    const named = (element: HTMLElement): string => (element.getAttribute('aria-label') ?? element.textContent).slice(0, 60);
    const edge = document.documentElement.clientWidth;
    return [
      ...boxes('button, a, [role=tab], [role=option], select')
        .filter(([, { width, height }]) => Math.round(width) < 24 || Math.round(height) < 24)
        .map(([element, { width, height }]) => `small: ${named(element)} ${String(width)} by ${String(height)}`),
      ...boxes('body *')
        .filter(([, { right }]) => right > edge + 1)
        .map(([element]) => `past the edge: ${named(element)}`),
      ...(document.documentElement.scrollWidth > edge ? ['scrolls sideways'] : []),
    ];
  });
}

describeInBrowser('the pane, for everyone', () => {
  let preview: Preview;
  beforeEach(async () => {
    preview = await openPreview();
    await preview.pane.getByText(/19 tables with 93 actions/).waitFor();
  });
  afterEach(async () => {
    const { foreign, errors } = preview;
    await preview.close();
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  });

  it.each<Setting>([
    { colorScheme: 'light', width: 350, forcedColors: 'none' },
    { colorScheme: 'dark', width: 320, forcedColors: 'none' },
    { colorScheme: 'light', width: 175, forcedColors: 'none' },
    { colorScheme: 'dark', width: 350, forcedColors: 'active' },
  ])(
    'has nothing for axe to say, no small target and nothing cut off, in every state: %j',
    async (setting) => {
      const { page, pane } = preview;
      await set(page, setting);
      const problems: string[] = [];
      for (const [name, go] of STATES) {
        await go(pane);
        await atRest(pane);
        const found = [...(await axeProblems(page)), ...(await layoutProblems(pane))];
        problems.push(...found.map((words) => `${name}: ${words}`));
      }
      expect(problems).toEqual([]);
    },
    600_000,
  );

  it('sees a control without a name, and one that is too small', async () => {
    const { page, pane } = preview;
    await press(pane, /Check the tables/);
    await pane.getByRole('listbox').waitFor();
    await atRest(pane);
    await pane.getByRole('button', { name: 'Back' }).evaluate((button) => {
      button.removeAttribute('aria-label');
      button.style.cssText = 'min-width: 0; width: 12px; height: 12px; padding: 0';
    });
    expect(await axeProblems(page)).toEqual([expect.stringMatching(/^button-name/)]);
    expect(await layoutProblems(pane)).toEqual([expect.stringMatching(/^small: .*12 by 12/)]);
  });

  it('follows a theme that is chosen while the pane is open, and comes back', async () => {
    const { page, pane } = preview;
    const ground = (): Promise<string> =>
      pane.evaluate(() => getComputedStyle(document.querySelector('.fui-FluentProvider > div') ?? document.body).backgroundColor);
    await press(pane, /Check the tables/);
    for (const [colorScheme, colour] of [
      ['dark', 'rgb(41, 41, 41)'],
      ['light', 'rgb(255, 255, 255)'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await pane.waitForFunction(
        (wanted) => getComputedStyle(document.querySelector('.fui-FluentProvider > div') ?? document.body).backgroundColor === wanted,
        colour,
      );
      expect(await ground()).toBe(colour);
      // The view stays as it was.
      await pane.getByRole('listbox').waitFor();
    }
  });

  it('is walked by keyboard alone: to Check, along its list, to the fix of a finding and back, with the focus always in sight', async () => {
    const { page, pane } = preview;
    const focused = (): Promise<string> =>
      pane.evaluate(() => {
        const element = document.activeElement;
        return element === null ? '' : ((element.getAttribute('aria-label') ?? (element as HTMLElement).innerText).split('\n')[0] ?? '');
      });
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let turn = 0; turn < 40 && !name.test(await focused()); turn += 1) await page.keyboard.press('Tab');
      expect(await focused()).toMatch(name);
      const seen = await pane.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect();
        return box !== undefined && box.bottom > 0 && box.top < innerHeight;
      });
      expect(seen).toBe(true);
    };
    await pane.locator('h1').first().focus();
    await tabTo(/^Check the tables/);
    await page.keyboard.press('Enter');
    await pane.getByRole('heading', { name: 'Check' }).waitFor();
    // Focus goes to the summary of what was found.
    expect(await focused()).toBe('1 error');
    await tabTo(/^Findings/);
    const current = (): Promise<string | null> => pane.locator('[role=option][aria-selected=true]').getAttribute('aria-posinset');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await current()).toBe('3');
    await page.keyboard.press('Home');
    expect(await current()).toBe('1');
    await tabTo(/^Review/);
    await page.keyboard.press('Escape');
    await pane.getByRole('button', { name: /Check the tables/ }).waitFor();
  });

  it('moves nothing when the user wants no motion', async () => {
    const { page, pane } = preview;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await press(pane, /Map to the logframe/);
    await pane.getByRole('tab').nth(1).click();
    const moving = await pane.evaluate(() =>
      document
        .getAnimations()
        .map((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0))
        .filter((milliseconds) => milliseconds > 10),
    );
    expect(moving).toEqual([]);
  });
});
