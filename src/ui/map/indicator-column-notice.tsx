import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Disclosure } from '../shared/disclosure';
import { FailureNotice } from '../shared/failure-notice';
import { MAP } from './map-wording';
import { Notice } from '../shared/notice';
import type { IndicatorColumnPlan } from '../shared/pane-services';
import type { IndicatorColumn } from './use-indicator-column';
import { isBusy } from '../shared/use-task';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

function PlanLines({ plan }: { readonly plan: IndicatorColumnPlan }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <ul className={styles.list}>
        {plan.tables.map(({ sheet, heading, isNew, cells }) => (
          <li key={`${sheet} ${heading}`}>
            <Caption1>{MAP.columnTable(sheet, heading, isNew, cells)}</Caption1>
          </li>
        ))}
      </ul>
      {plan.left.length > 0 && (
        <Disclosure title={MAP.columnLeft(plan.left.length)}>
          <ul className={styles.list}>
            {plan.left.map(({ sheet, address, reason }) => (
              <li key={`${sheet} ${address}`}>
                <Caption1>{MAP.columnLeftOne(sheet, address, reason)}</Caption1>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** What writing beside the actions would do, and once it is done, Undo. */
export function IndicatorColumnNotice({ column }: { readonly column: IndicatorColumn }): ReactNode {
  const { planning, writing, undoing, close } = column;
  const failure = planning.state.failure ?? writing.state.failure ?? undoing.state.failure;
  if (failure !== null) return <FailureNotice failure={failure} onDismiss={close} />;
  if (undoing.state.status === 'done') return null;
  const written = writing.state.value;
  if (written !== null) {
    return (
      <Notice
        intent="success"
        title={MAP.columnWritten(written.cells)}
        actions={
          <>
            <Button size="small" disabled={isBusy(undoing.state)} onClick={() => undoing.start(written)}>
              {MAP.undo}
            </Button>
            <Button size="small" onClick={close}>
              {MAP.columnClose}
            </Button>
          </>
        }
      >
        {MAP.columnReads}
      </Notice>
    );
  }
  const plan = planning.state.value;
  if (plan === null) return null;
  const nothing = plan.cells === 0;
  return (
    <Notice
      intent="info"
      title={nothing ? MAP.columnNothing : MAP.columnPlan(plan.cells, plan.tables.length)}
      actions={
        <>
          {!nothing && (
            <Button size="small" disabled={isBusy(writing.state)} onClick={() => writing.start(plan)}>
              {MAP.columnWrite}
            </Button>
          )}
          <Button size="small" disabled={isBusy(writing.state)} onClick={close}>
            {nothing ? MAP.columnClose : MAP.columnCancel}
          </Button>
        </>
      }
    >
      <PlanLines plan={plan} />
    </Notice>
  );
}
