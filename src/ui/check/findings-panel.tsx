import { Body1, Button, Caption1, makeStyles } from '@fluentui/react-components';
import { ChevronLeft16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import type { ReactNode, RefObject } from 'react';
import { CopyOutcome, useCopyText } from '../shared/copy-text';
import { type Finding, reportText, statusesToChoose, withStatus } from '../../domain/findings';
import type { Action, TableRead } from '../../domain/reading';
import type { PlanReading } from '../shared/pane-services';
import { ColumnQuestion } from './column-question';
import { FindingCard } from './finding-card';
import { FindingList } from './finding-list';
import type { Check } from './use-check';
import { CHECK, FILTER } from './check-wording';
import { StatusChoice } from './status-choice';

const useStyles = makeStyles({
  steps: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
});

interface FindingsPanelProps {
  readonly check: Check;
  readonly reading: Pick<PlanReading, 'actions' | 'tables' | 'mapping'>;
  /** The sheet's name is needed to tell the rows apart. */
  readonly withSheet: boolean;
  readonly onMove: (index: number) => void;
  readonly onReveal: (finding: Finding) => void;
  readonly onRepair: (finding: Finding) => void;
  readonly listRef: RefObject<HTMLDivElement | null>;
}

function actionOf(finding: Finding, actions: readonly Action[]): Action | undefined {
  const { row } = finding;
  if (row === null) return undefined;
  return actions.find(({ source }) => source.sheetId === finding.sheetId && source.row === row - 1 && source.tableId === finding.tableId);
}

/** The table that a finding is about as a whole: it stands at the first heading, whose words have nothing to do with it. */
function tableAsAWhole({ tableId, row }: Finding, tables: readonly TableRead[]): TableRead | null {
  const table = tables.find(({ id }) => id === tableId);
  if (table === undefined || row === null) return null;
  return row - 1 >= table.headerRows.top && row - 1 <= table.headerRows.bottom ? table : null;
}

function Steps({
  index,
  count,
  onMove,
}: {
  readonly index: number;
  readonly count: number;
  readonly onMove: (index: number) => void;
}): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.steps}>
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronLeft16Regular />}
        disabledFocusable={index <= 0}
        onClick={() => onMove(index - 1)}
      >
        {CHECK.previous}
      </Button>
      <Caption1>{CHECK.position(index + 1, count)}</Caption1>
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronRight16Regular />}
        iconPosition="after"
        disabledFocusable={index >= count - 1}
        onClick={() => onMove(index + 1)}
      >
        {CHECK.next}
      </Button>
    </div>
  );
}

/** The findings that pass the filter, the current one in full, the way to the next, and all of them as text to send on. */
export function FindingsPanel(props: FindingsPanelProps): ReactNode {
  const { check, reading, withSheet, onMove, onReveal, onRepair, listRef } = props;
  const { findings, shown, place, repairs, isIgnored, toggleIgnored, corrections, declined, decline } = check;
  const { keys, index, current } = place;
  const copying = useCopyText(() => reportText(CHECK.reportTitle(shown.length, check.findings.length), shown), CHECK.reportCopied);
  if (current === null) return null;
  const table = tableAsAWhole(current, reading.tables);
  const ofTable = ({ id }: TableRead): Finding[] =>
    findings.filter((finding) => finding.tableId === id && tableAsAWhole(finding, reading.tables) !== null);
  const action = actionOf(current, reading.actions);
  const statuses = statusesToChoose(current, action, reading.mapping.framework);
  const isRepairable = current.repair !== undefined && !isIgnored(current);
  return (
    <>
      <FindingList
        findings={shown}
        keys={keys}
        index={index}
        isIgnored={isIgnored}
        isOfTable={(finding) => tableAsAWhole(finding, reading.tables) !== null}
        withSheet={withSheet}
        onMove={onMove}
        onPrimary={() => (isRepairable ? onRepair(current) : onReveal(current))}
        listRef={listRef}
      />
      <FindingCard
        key={keys[index]}
        finding={current}
        label={CHECK.position(index + 1, shown.length)}
        commitment={action?.commitment ?? null}
        isOfTable={table !== null}
        question={
          action !== undefined && statuses.length > 0 ? (
            <StatusChoice statuses={statuses} busy={repairs.busy} onChoose={(status) => onRepair(withStatus(current, action, status))} />
          ) : table === null ? null : (
            <ColumnQuestion
              key={keys[index]}
              finding={current}
              table={table}
              missedIn={ofTable(table)}
              corrections={corrections}
              declined={declined}
              onDecline={decline}
            />
          )
        }
        isIgnored={isIgnored(current)}
        busy={repairs.busy}
        onReveal={() => onReveal(current)}
        onRepair={() => onRepair(current)}
        onIgnore={() => toggleIgnored(current)}
      />
      <Steps index={index} count={shown.length} onMove={onMove} />
      <div>
        <Button size="small" appearance="subtle" onClick={copying.copy}>
          {CHECK.copyReport}
        </Button>
      </div>
      <CopyOutcome label={CHECK.copyByHand} of={copying} />
    </>
  );
}

/** What stands where the list would, when the filter lets nothing through. */
export function NothingPasses({ check }: { readonly check: Check }): ReactNode {
  if (check.findings.length === 0 || check.shown.length > 0) return null;
  return <Body1>{FILTER.nothing}</Body1>;
}
