import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { costTotalInWords, totalsOf, type CostList } from '../../application';
import { Disclosure } from '../shared/disclosure';
import { COSTS } from './costs-wording';

const useStyles = makeStyles({
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold, marginTop: tokens.spacingVerticalXS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** How many actions are under each flag, for all and by directorate, with the amounts that are known added up. */
export function CostTotals({ list }: { readonly list: CostList }): ReactNode {
  const styles = useStyles();
  const directorate = COSTS.allDirectorates;
  const all = totalsOf(list.rows.map((row) => ({ ...row, directorate })));
  const directorates = [...new Set(list.totals.map((total) => total.directorate))];
  const shown = directorates.length < 2 ? list.totals : [...all, ...list.totals];
  return (
    <Disclosure title={`${COSTS.totals} ${all.map(({ cost, actions }) => `${cost} ${String(actions)}`).join(' · ')}`}>
      {[...new Set(shown.map((total) => total.directorate))].map((name) => (
        <section key={name} aria-label={name}>
          <Caption1 className={styles.name}>{name}</Caption1>
          <ul className={styles.list}>
            {shown
              .filter((total) => total.directorate === name)
              .map((total) => (
                <li key={total.cost}>
                  <Caption1>{costTotalInWords(total)}</Caption1>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Disclosure>
  );
}
