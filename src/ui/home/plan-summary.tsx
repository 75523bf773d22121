import { Body1Strong, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PlanOverview, RevealTarget } from '../shared/pane-services';
import { HOME } from './home-wording';

const useStyles = makeStyles({
  summary: { display: 'flex', flexDirection: 'column' },
  facts: { margin: 0, padding: 0, listStyleType: 'none', color: tokens.colorNeutralForeground2 },
});

interface PlanSummaryProps {
  readonly plan: PlanOverview;
  readonly reveal: (target: RevealTarget) => void;
}

/** What the plan in this workbook says of itself, but for what stands beside the tasks. */
export function PlanSummary({ plan, reveal }: PlanSummaryProps): ReactNode {
  const styles = useStyles();
  const [firstNotRead] = plan.partsNotRead;
  return (
    <div className={styles.summary}>
      <Body1Strong>{HOME.plan(plan)}</Body1Strong>
      <ul className={styles.facts}>
        {plan.notes > 0 && (
          <li>
            <Caption1>{HOME.notes(plan.notes)}</Caption1>
          </li>
        )}
        {firstNotRead !== undefined && (
          <li>
            <Caption1>
              <Link onClick={() => reveal({ kind: 'row', ...firstNotRead })}>{HOME.partsNotRead(plan.partsNotRead.length)}</Link>
            </Caption1>
          </li>
        )}
      </ul>
    </div>
  );
}
