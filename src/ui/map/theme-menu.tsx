import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import type { Framework } from '../../domain/framework';
import { clearing, confirming, confirmingStrong, isDecided, servingNone } from './indicator-options';
import { MAP } from './map-wording';
import type { ActionChoice, MappedRow } from '../shared/pane-services';
import { rowName } from '../shared/row-name';

const useStyles = makeStyles({
  surface: { padding: tokens.spacingHorizontalM },
  rows: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  commitment: { display: 'block', overflowWrap: 'anywhere' },
  becomes: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface ThemeMenuProps {
  /** The rows of one theme of one directorate. */
  readonly rows: readonly MappedRow[];
  readonly ticked: readonly string[];
  readonly framework: Framework;
  readonly onDecide: (choices: readonly ActionChoice[]) => void;
}

/** The other rows of a theme are not on screen. */
const nothingSeen = (): boolean => false;

/** Something that is decided for many rows at once, in words. */
interface Deed {
  readonly words: string;
  readonly rows: readonly MappedRow[];
  readonly choose: (row: MappedRow) => ActionChoice;
}

/** What the row is after it, in words: its indicators with their titles. */
function becomes({ confirmed, servesNone }: ActionChoice, { indicators }: Framework): string {
  if (servesNone) return MAP.standing('serves none');
  if (confirmed.length === 0) return MAP.standing('to decide');
  return confirmed.map((id) => `${id} ${indicators.find((one) => one.id === id)?.text ?? ''}`).join(' · ');
}

/**
 * What can be decided for a whole theme at once; what was decided row by row stays. Its rows are not on screen, so each is named with what it
 * becomes before anything is decided.
 */
export function ThemeMenu({ rows, ticked, framework, onDecide }: ThemeMenuProps): ReactNode {
  const styles = useStyles();
  const [deed, setDeed] = useState<Deed | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = rows.filter(({ standing }) => standing === 'to decide');
  const strong = open.filter(({ suggestions, rejected }) =>
    suggestions.some(({ id, strength }) => strength === 'strong' && !rejected.includes(id)),
  );
  const decided = rows.filter(isDecided);
  const all = framework.indicators.length;
  const item = (words: string, some: readonly MappedRow[], choose: Deed['choose']): ReactNode => (
    <MenuItem disabled={some.length === 0} onClick={() => setDeed({ words, rows: some, choose })}>
      {words}
    </MenuItem>
  );
  const close = (): void => {
    setDeed(null);
    button.current?.focus();
  };
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" ref={button}>
            {MAP.theme(rows.length)}
          </MenuButton>
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
      {deed !== null && (
        <Dialog open onOpenChange={(_, data) => !data.open && close()}>
          <DialogSurface className={styles.surface}>
            <DialogBody>
              <DialogTitle>{deed.words}?</DialogTitle>
              <DialogContent tabIndex={0}>
                <ul className={styles.rows}>
                  {deed.rows.map((row) => (
                    <li key={row.key}>
                      <span className={styles.commitment}>
                        <strong>{rowName(row, framework)}</strong> {row.action.commitment}
                      </span>
                      <span className={styles.becomes}>{becomes(deed.choose(row), framework)}</span>
                    </li>
                  ))}
                </ul>
              </DialogContent>
              <DialogActions>
                <Button
                  appearance="primary"
                  onClick={() => {
                    onDecide(deed.rows.map(deed.choose));
                    close();
                  }}
                >
                  {MAP.themeDecide(deed.rows.length)}
                </Button>
                <Button onClick={close}>{MAP.themeCancel}</Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
    </>
  );
}
