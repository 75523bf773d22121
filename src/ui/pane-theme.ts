import { createDarkTheme, createLightTheme, teamsHighContrastTheme, type BrandVariants, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

/** Office's theme as the entry file sees it; "system" where the host does not say (Excel on the web may not). */
export type PaneTheme = 'light' | 'dark' | 'high contrast' | 'system';

/** The teal of the add-in's icon; 80 carries white text at 6:1, 100 and up stand on dark grounds. */
const TEAL: BrandVariants = {
  10: '#010606',
  20: '#041a1d',
  30: '#062b30',
  40: '#07383f',
  50: '#08464e',
  60: '#0a545e',
  70: '#0b5f6a',
  80: '#0f6b77',
  90: '#237d88',
  100: '#3c8e98',
  110: '#559fa8',
  120: '#6eb0b8',
  130: '#87c1c8',
  140: '#a1d2d8',
  150: '#bbe3e7',
  160: '#d8f3f5',
};

const LIGHT: Theme = createLightTheme(TEAL);
const DARK_BASE = createDarkTheme(TEAL);
const DARK: Theme = {
  ...DARK_BASE,
  // Links and words in the brand colour need a lighter step on a dark background, to reach a contrast of 4.5:1, also under the pointer.
  colorBrandForeground1: TEAL[120],
  colorBrandForeground2: TEAL[130],
  colorBrandForegroundLink: TEAL[120],
  colorNeutralForeground2BrandHover: TEAL[120],
  colorNeutralForeground2BrandPressed: TEAL[130],
};

const THEMES: Readonly<Record<Exclude<PaneTheme, 'system'>, Theme>> = {
  light: LIGHT,
  dark: DARK,
  'high contrast': teamsHighContrastTheme,
};

const DARK_QUERY = '(prefers-color-scheme: dark)';

function systemIsDark(): boolean {
  // Some hosts and test pages have no matchMedia.
  return typeof window.matchMedia === 'function' && window.matchMedia(DARK_QUERY).matches;
}

/** The Fluent theme for what Office says, following the system's own when Office says nothing. */
export function useFluentTheme(theme: PaneTheme): Theme {
  const [dark, setDark] = useState(systemIsDark);
  useEffect(() => {
    if (theme !== 'system' || typeof window.matchMedia !== 'function') return;
    const query = window.matchMedia(DARK_QUERY);
    const follow = (event: MediaQueryListEvent): void => setDark(event.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [theme]);
  return THEMES[theme === 'system' ? (dark ? 'dark' : 'light') : theme];
}
