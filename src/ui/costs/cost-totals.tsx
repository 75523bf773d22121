import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { costTotalInWords, totalsOf, type CostList, type CostRow } from '../../application';
import { type CostTotal, plainVerdict } from '../../domain/finance';
import { Disclosure } from '../shared/disclosure';
import { COSTS } from './costs-wording';

const useStyles = makeStyles({
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold, marginTop: tokens.spacingVerticalXS },
  names: { display: 'block', color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** The actions whose amount adds nothing, by name. */
function WithoutAmount({ rows, nameOf }: { readonly rows: readonly CostRow[]; readonly nameOf: (row: CostRow) => string }): ReactNode {
  const styles = useStyles();
  const unknown = rows.filter(({ pounds }) => pounds === null);
  return unknown.length === 0 ? null : <Caption1 className={styles.names}>{COSTS.withoutAmount(unknown.map(nameOf))}</Caption1>;
}

interface CostTotalsProps {
  readonly list: CostList;
  readonly nameOf: (row: CostRow) => string;
}

/** How many costs have which verdict; how many are under each flag, for all and by directorate, with the amounts that are known added up. */
export function CostTotals({ list, nameOf }: CostTotalsProps): ReactNode {
  const styles = useStyles();
  const directorate = COSTS.allDirectorates;
  const all = totalsOf(list.rows.map((row) => ({ ...row, directorate })));
  const directorates = [...new Set(list.totals.map((total) => total.directorate))];
  const shown = directorates.length < 2 ? list.totals : [...all, ...list.totals];
  const rowsOf = (total: CostTotal): CostRow[] =>
    list.rows.filter((row) => row.directorate === total.directorate && row.action.cost.cost === total.cost);
  const judged = list.rows.flatMap(({ verdict }) => (verdict === null ? [] : [verdict.verdict]));
  const counts = [...new Set([...list.verdicts, ...judged].map(plainVerdict))]
    .map((verdict) => ({ verdict, count: judged.filter((one) => plainVerdict(one) === verdict).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      {judged.length > 0 && (
        <Caption1>
          {COSTS.verdicts(counts, list.rows.length - judged.length)}. {COSTS.saved}
        </Caption1>
      )}
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
                    {name !== directorate && <WithoutAmount rows={rowsOf(total)} nameOf={nameOf} />}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </Disclosure>
    </>
  );
}
