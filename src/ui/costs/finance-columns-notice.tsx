import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Disclosure } from '../shared/disclosure';
import { FailureNotice } from '../shared/failure-notice';
import { Notice } from '../shared/notice';
import { COSTS } from './costs-wording';
import type { FinanceColumns } from './use-finance-columns';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

interface FinanceColumnsNoticeProps {
  readonly columns: FinanceColumns;
  /** The sheet of the current row where its table has no columns for a verdict; null where it has them. */
  readonly lackedOn: string | null;
}

/** Why no verdict can be given on the current row yet, and what would be added for that. The button that adds it is the view's primary one. */
export function FinanceColumnsNotice({ columns, lackedOn }: FinanceColumnsNoticeProps): ReactNode {
  const styles = useStyles();
  const { planning, writing, undoing, close } = columns;
  const { columns: words } = COSTS;
  const failure = planning.state.failure ?? writing.state.failure ?? undoing.state.failure;
  if (failure !== null) return <FailureNotice failure={failure} onDismiss={close} />;
  const plan = planning.state.value;
  if (lackedOn === null || plan === null) return null;
  const left = plan.left.find(({ sheet }) => sheet === lackedOn);
  if (left !== undefined)
    return (
      <Notice intent="warning" title={words.leftTitle(lackedOn)}>
        {left.reason}
      </Notice>
    );
  return (
    <Notice intent="info" title={words.title}>
      {words.why}
      <Disclosure title={words.what(plan.tables.length)}>
        <ul className={styles.list}>
          {plan.tables.map(({ sheet, address, headings }) => (
            <li key={`${sheet} ${address}`}>
              <Caption1>{words.table(sheet, address, headings)}</Caption1>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Notice>
  );
}
