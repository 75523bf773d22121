import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Disclosure } from './disclosure';
import { WORDS } from './wording';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  place: { display: 'block', fontWeight: tokens.fontWeightSemibold },
});

interface LeftOutListProps {
  readonly items: readonly { readonly sheet: string; readonly row: number | null; readonly reason: string }[];
}

/** Rows and sheets that were left out, each with its reason, so that the user can check them. */
export function LeftOutList({ items }: LeftOutListProps): ReactNode {
  const styles = useStyles();
  if (items.length === 0) return null;
  return (
    <Disclosure title={WORDS.leftOut.title(items.length)}>
      <ul className={styles.list}>
        {items.map((item, index) => (
          <li key={index}>
            <Caption1 className={styles.place}>{WORDS.leftOut.place(item.sheet, item.row)}</Caption1>
            <Caption1>{item.reason}</Caption1>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
