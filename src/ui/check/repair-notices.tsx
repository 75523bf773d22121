import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { BusyNotice } from '../shared/busy-notice';
import { Disclosure } from '../shared/disclosure';
import { FailureNotice } from '../shared/failure-notice';
import type { RefusedRepair } from '../shared/pane-services';
import type { Repairs } from './use-repairs';
import { REPAIR } from './check-wording';
import { findingCell, repairedCell } from './findings-place';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  place: { display: 'block', fontWeight: tokens.fontWeightSemibold },
});

/** Cells that were not changed, with the reason for each; the first reason is shown at once. */
function Refusals({ refused, onDismiss }: { readonly refused: readonly RefusedRepair[]; readonly onDismiss: () => void }): ReactNode {
  const styles = useStyles();
  const first = refused[0];
  if (first === undefined) return null;
  return (
    <>
      <FailureNotice failure={first.failure} onDismiss={onDismiss} />
      {refused.length > 1 && (
        <Disclosure title={REPAIR.notChanged(refused.length)}>
          <ul className={styles.list}>
            {refused.map(({ finding, failure }) => (
              <li key={findingCell(finding)}>
                <Caption1 className={styles.place}>{REPAIR.place({ ...finding, cell: repairedCell(finding) })}</Caption1>
                <Caption1>{failure.message}</Caption1>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** Repairs: under way, stopped before the end, or with cells that were not changed. */
export function RepairNotices({ repairs }: { readonly repairs: Repairs }): ReactNode {
  const { trouble } = repairs;
  return (
    <>
      <BusyNotice title={REPAIR.running} state={repairs.state} onCancel={repairs.cancel} />
      {trouble?.stopped && <FailureNotice failure={trouble.stopped} onDismiss={repairs.dismiss} />}
      {trouble && <Refusals refused={trouble.refused} onDismiss={repairs.dismiss} />}
    </>
  );
}
