import { Body1Strong, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PlanOverview } from '../shared/pane-services';
import { HOME } from './home-wording';

const useStyles = makeStyles({
  summary: { display: 'flex', flexDirection: 'column' },
  facts: { margin: 0, padding: 0, listStyleType: 'none', color: tokens.colorNeutralForeground2 },
});

interface PlanSummaryProps {
  readonly plan: PlanOverview;
  readonly onOpenSheet: (sheet: string) => void;
}

/** What the plan in this workbook says of itself, but for what stands beside the tasks. */
export function PlanSummary({ plan, onOpenSheet }: PlanSummaryProps): ReactNode {
  const styles = useStyles();
  const { sources } = plan.sheets;
  return (
    <div className={styles.summary}>
      <Body1Strong>{HOME.plan(plan)}</Body1Strong>
      <ul className={styles.facts}>
        {plan.notes > 0 && (
          <li>
            <Caption1>{HOME.notes(plan.notes)}</Caption1>
          </li>
        )}
        {plan.partsNotRead > 0 && (
          <li>
            <Caption1>
              {sources === null ? (
                HOME.partsNotRead(plan.partsNotRead)
              ) : (
                <Link onClick={() => onOpenSheet(sources)}>{HOME.partsNotRead(plan.partsNotRead)}</Link>
              )}
            </Caption1>
          </li>
        )}
      </ul>
    </div>
  );
}
