import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { clearing, confirming, confirmingStrong, isDecided, servingNone } from './indicator-options';
import { MAP } from './map-wording';
import type { ActionChoice, MappedRow } from '../shared/pane-services';

interface ThemeMenuProps {
  /** The rows of one theme of one directorate. */
  readonly rows: readonly MappedRow[];
  readonly ticked: readonly string[];
  /** Indicators in the logframe. */
  readonly all: number;
  readonly onDecide: (choices: readonly ActionChoice[]) => void;
}

/** The other rows of a theme are not on screen. */
const nothingSeen = (): boolean => false;

/** What can be decided for a whole theme at once; what was decided row by row stays. */
export function ThemeMenu({ rows, ticked, all, onDecide }: ThemeMenuProps): ReactNode {
  const open = rows.filter(({ standing }) => standing === 'to decide');
  const strong = open.filter(({ suggestions, rejected }) =>
    suggestions.some(({ id, strength }) => strength === 'strong' && !rejected.includes(id)),
  );
  const decided = rows.filter(isDecided);
  const item = (words: string, some: readonly MappedRow[], choose: (row: MappedRow) => ActionChoice): ReactNode => (
    <MenuItem disabled={some.length === 0} onClick={() => onDecide(some.map(choose))}>
      {words}
    </MenuItem>
  );
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small">{MAP.theme(rows.length)}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {item(MAP.themeTicked(open.length), ticked.length === 0 ? [] : open, (row) => confirming(row, ticked, nothingSeen))}
          {item(MAP.themeStrong(strong.length), strong, confirmingStrong)}
          {item(MAP.themeNone(open.length, all), open, servingNone)}
          {item(MAP.themeClear(decided.length), decided, clearing)}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
