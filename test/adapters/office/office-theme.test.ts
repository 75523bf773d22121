import { officeThemeName, whenThemeMayChange } from '../../../src/adapters/office';
import { createExcelHost, DARK_THEME, LIGHT_THEME, type OfficeTheme } from '../../../src/preview/excel-host';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';

const withTheme = (theme: Partial<OfficeTheme> | undefined): typeof Office => ({ context: { officeTheme: theme } }) as typeof Office;

describe('Office’s theme', () => {
  it.each([
    ['light', LIGHT_THEME],
    ['dark', DARK_THEME],
    ['dark', { bodyBackgroundColor: '#262626' }],
    ['light', { bodyBackgroundColor: '#FFFFFF' }],
    ['system', undefined],
  ] as const)('is %s for %j', (name, theme) => {
    expect(officeThemeName(withTheme(theme))).toBe(name);
  });

  it('is read anew each time: a theme chosen while the pane is open is the next answer', () => {
    let theme = LIGHT_THEME;
    const { Office: office } = loadOfficeInNode(createExcelHost(), { theme: () => theme });
    expect(officeThemeName(office)).toBe('light');
    theme = DARK_THEME;
    expect(officeThemeName(office)).toBe('dark');
  });

  it('is looked at when the user comes back to the pane, and when the system’s changes', () => {
    const [view, page, root, scheme] = [new EventTarget(), new EventTarget(), new EventTarget(), new EventTarget()];
    let looks = 0;
    whenThemeMayChange(() => (looks += 1), {
      window: Object.assign(view, { matchMedia: () => scheme as MediaQueryList }),
      document: Object.assign(page, { documentElement: root as HTMLElement }),
    });
    for (const [target, event] of [
      [view, 'focus'],
      [page, 'visibilitychange'],
      [root, 'pointerenter'],
      [scheme, 'change'],
    ] as const)
      target.dispatchEvent(new Event(event));
    expect(looks).toBe(4);
  });
});
