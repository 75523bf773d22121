import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, type ReactNode } from 'react';
import { hasVerdictColumns, type CostList, type CostRow, type Failure } from '../../application';
import { BusyNotice } from '../shared/busy-notice';
import { FailureNotice } from '../shared/failure-notice';
import { NoTableYet } from '../shared/no-table-yet';
import type { PlanReading, RevealTarget } from '../shared/pane-services';
import { ReadingNotices } from '../shared/reading-notices';
import type { PlanReader } from '../shared/use-plan-reading';
import { isBusy } from '../shared/use-task';
import { ViewFrame } from '../shared/view-frame';
import { CostCard, CostDetails } from './cost-card';
import type { CostsPlace } from './cost-filter';
import { CostFilterBar } from './cost-filter-bar';
import { CostRows } from './cost-list';
import { CostTotals } from './cost-totals';
import { COSTS } from './costs-wording';
import { FinanceColumnsNotice } from './finance-columns-notice';
import type { Costs } from './use-costs';
import type { FinanceColumns } from './use-finance-columns';
import { type Judging, useJudging } from './use-judging';
import { Initials, VerdictChoice, VerdictFields, VerdictReason } from './verdict-form';

const useStyles = makeStyles({
  // Closer together than in other views: flag, evidence and verdict are in view in a low pane.
  judging: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalSNudge },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  main: { flexGrow: 1 },
});

interface CostsViewProps {
  readonly reader: PlanReader;
  readonly arrived: boolean;
  readonly costs: Costs;
  readonly place: CostsPlace;
  readonly columns: FinanceColumns;
  readonly reveal: (target: RevealTarget) => void;
  readonly revealFailure: Failure | null;
  readonly onBack: () => void;
  readonly onTemplate: () => void;
  readonly notice: ReactNode;
}

/** What failed, and that nothing that was chosen is lost by it. */
function CostFailure({ costs }: { readonly costs: Costs }): ReactNode {
  if (costs.failure === null) return null;
  return (
    <>
      <FailureNotice failure={costs.failure} onDismiss={costs.dismiss} />
      {costs.failure.code === 'cell changed' && <Caption1>{COSTS.listedAgain}</Caption1>}
    </>
  );
}

interface FootProps {
  readonly row: CostRow;
  readonly verdicts: readonly string[];
  readonly costs: Costs;
  readonly judging: Judging;
  readonly columns: FinanceColumns;
  readonly canRecord: boolean;
}

/** The verdict and the one primary button, in view however long the row is: Record, or the columns that it needs; and Undo. */
function Foot({ row, verdicts, costs, judging, columns, canRecord }: FootProps): ReactNode {
  const styles = useStyles();
  const { planning, writing } = columns;
  const plan = planning.state.value;
  const isWriting = isBusy(writing.state) || isBusy(columns.undoing.state);
  return (
    <div onKeyDown={judging.onKeyDown}>
      {canRecord && (
        <VerdictChoice
          name={judging.nameOf(row)}
          verdicts={verdicts}
          chosen={judging.given.verdict}
          onChoose={(verdict) => judging.choose({ verdict })}
          groupRef={judging.groupRef}
        />
      )}
      {canRecord && judging.needsNote && (
        <VerdictReason
          key={row.key}
          note={judging.given.note}
          onNote={(note) => judging.choose({ note })}
          question={row.question}
          isMissing={judging.isNoteMissing}
          noteRef={judging.noteRef}
        />
      )}
      {canRecord && judging.asksInitials && (
        <Initials isLow by={costs.by} isMissing={judging.isInitialsMissing} onBy={costs.setBy} initialsRef={judging.initialsRef} />
      )}
      <div className={styles.foot}>
        {!canRecord && plan !== null && plan.tables.length > 0 ? (
          <Button appearance="primary" className={styles.main} disabledFocusable={isWriting} onClick={() => writing.start(plan)}>
            {COSTS.columns.add(plan.tables.length)}
          </Button>
        ) : (
          <Button appearance="primary" className={styles.main} disabledFocusable={!canRecord || costs.busy} onClick={judging.record}>
            {judging.isVerdictMissing ? COSTS.verdictNeeded : COSTS.record}
          </Button>
        )}
        <Undo costs={costs} judging={judging} columns={columns} />
      </div>
    </div>
  );
}

/** Takes back the last verdict, or before the first one the columns that were added for it. */
function Undo({ costs, judging, columns }: Pick<FootProps, 'costs' | 'judging' | 'columns'>): ReactNode {
  const { last } = costs;
  const added = columns.writing.state.value;
  const name = last === null ? '' : judging.nameOf(last.row);
  // A verdict that was taken out is put back.
  const label = last !== null && last.row.verdict === null ? COSTS.putBack(name) : COSTS.undo(name);
  if (last !== null)
    return (
      <Button
        disabledFocusable={costs.busy}
        aria-label={COSTS.undoLabel(label, last.row.verdict?.verdict ?? last.before.verdict?.verdict ?? COSTS.noVerdict)}
        onClick={judging.undo}
      >
        {label}
      </Button>
    );
  if (added === null) return null;
  return (
    <Button disabledFocusable={isBusy(columns.undoing.state)} onClick={() => columns.undoing.start(added)}>
      {COSTS.columns.undo}
    </Button>
  );
}

interface JudgedProps extends CostsViewProps {
  readonly list: CostList;
  readonly reading: PlanReading;
}

/** Row by row: what it says of its cost, and finance's verdict on it. */
function JudgedCosts(props: JudgedProps): ReactNode {
  const { costs, list, place, columns, reading, reveal, revealFailure, reader, arrived, onBack, notice } = props;
  const styles = useStyles();
  const { framework } = reading.mapping;
  const row = place.current;
  const canRecord = row !== null && hasVerdictColumns(row, list);
  const judging = useJudging({ costs, list, place, framework, canRecord, added: columns.writing.state.value, reveal });
  return (
    <ViewFrame
      title={COSTS.judged(list.rows.filter(({ verdict }) => verdict !== null).length, list.rows.length)}
      onBack={onBack}
      arrived={arrived}
      foot={
        row === null ? undefined : (
          <Foot row={row} verdicts={list.verdicts} costs={costs} judging={judging} columns={columns} canRecord={canRecord} />
        )
      }
    >
      {notice}
      <ReadingNotices reader={reader} />
      <CostFailure costs={costs} />
      {costs.state.failure !== null && <FailureNotice failure={costs.state.failure} onRetry={reader.read} />}
      {revealFailure !== null && <FailureNotice failure={revealFailure} />}
      <FinanceColumnsNotice columns={columns} lackedOn={row === null || canRecord ? null : row.action.source.sheet} />
      <div className={styles.judging} onKeyDown={judging.onKeyDown}>
        <CostFilterBar list={list} place={place} onMove={judging.moveTo} />
        {row === null ? (
          <Body1>{place.filter === 'open' ? COSTS.allAgreed : COSTS.notListed}</Body1>
        ) : (
          <>
            <CostRows framework={framework} rows={place.rows} index={place.index} onMove={judging.moveTo} listRef={judging.listRef} />
            <CostCard row={row} name={judging.nameOf(row)} />
            <CostDetails row={row} />
            <VerdictFields
              key={row.key}
              row={row}
              name={judging.nameOf(row)}
              note={judging.given.note}
              onNote={(note) => judging.choose({ note })}
              isNoteBesideVerdict={canRecord && judging.needsNote}
              by={costs.by}
              isMissing={judging.isInitialsMissing}
              onBy={costs.setBy}
              initialsRef={judging.initialsRef}
              areInitialsBesideVerdict={canRecord && judging.asksInitials}
              onTakeOut={judging.takeOut}
            />
          </>
        )}
        <CostTotals list={list} nameOf={judging.nameOf} />
      </div>
    </ViewFrame>
  );
}

/** Finance's check of what each action says that it costs. */
export function CostsView(props: CostsViewProps): ReactNode {
  const { reader, costs, columns, arrived, onBack, onTemplate, notice } = props;
  const { list, state } = costs;
  const reading = reader.task.state.value;
  const { start } = columns.planning;
  const withoutColumns = list?.withoutColumns ?? 0;
  useEffect(() => {
    if (withoutColumns > 0) start(undefined);
  }, [withoutColumns, start]);

  if (reading !== null && list !== null && list.rows.length > 0) return <JudgedCosts {...props} list={list} reading={reading} />;
  return (
    <ViewFrame title={COSTS.title} onBack={onBack} arrived={arrived}>
      {notice}
      <ReadingNotices reader={reader} />
      <BusyNotice title={COSTS.listing} state={state} onCancel={onBack} meanwhile={<Body1>{COSTS.listing}…</Body1>} />
      {state.failure !== null && <FailureNotice failure={state.failure} onRetry={reader.read} />}
      {list !== null && <NoTableYet onAgain={reader.read} onTemplate={onTemplate} />}
    </ViewFrame>
  );
}
