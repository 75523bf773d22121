import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Filter16Regular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { Failure } from '../../application';
import { type Finding, reportText, severityCounts } from '../../domain/findings';
import { holdsActions, type TableRead } from '../../domain/reading';
import { useAnnounce } from '../shared/announcer';
import { CopyOutcome, useCopyText } from '../shared/copy-text';
import { CorrectionNotices } from '../shared/correction-notices';
import { FailureNotice } from '../shared/failure-notice';
import { FilterBar, hasFilters } from './filter-bar';
import { FindingsPanel, NothingPasses } from './findings-panel';
import { Heading } from '../shared/heading';
import { LeftOutList } from '../shared/left-out-list';
import { repairChoices, suggestedScope } from './repair-choices';
import { type RepairChoice, RepairPreview } from './repair-preview';
import { MissedTable } from '../shared/missed-table';
import { NoTableYet } from '../shared/no-table-yet';
import type { PlanReading, RevealTarget } from '../shared/pane-services';
import { Notice } from '../shared/notice';
import { ReadingNotices } from '../shared/reading-notices';
import { RepairNotices } from './repair-notices';
import { SeveritySummary, severityWords } from '../shared/severity-summary';
import { TablesFound } from './tables-found';
import { useLowPane } from '../shared/use-low-pane';
import type { Check } from './use-check';
import { useNextFinding } from './use-next-finding';
import type { PlanReader } from '../shared/use-plan-reading';
import { isBusy } from '../shared/use-task';
import { ViewFrame } from '../shared/view-frame';
import { CHECK, FILTER } from './check-wording';
import { tableCounts } from '../shared/wording';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  main: { flexGrow: 1, flexBasis: 0 },
  summary: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  summaryWords: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  filter: { flexShrink: 0, whiteSpace: 'nowrap' },
  ready: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  tick: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  // Closer together than in other views: what is wrong and its repair are in view in a low pane.
  low: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  said: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

interface CheckViewProps {
  readonly reader: PlanReader;
  readonly arrived: boolean;
  readonly check: Check;
  readonly reveal: (target: RevealTarget) => void;
  readonly revealFailure: Failure | null;
  readonly onBack: () => void;
  readonly onTemplate: () => void;
  readonly notice: ReactNode;
}

interface InScope {
  readonly tables: readonly TableRead[];
  /** Those that count. */
  readonly findings: readonly Finding[];
  /** Whether some stand below, also if all are ignored. */
  readonly hasList: boolean;
}

/**
 * Whether the tables can be sent: they have actions, and none of them has an error. With a warning that is not answered they can be sent, but
 * are not ready. Null where there is nothing to say of it.
 */
function readinessOf({ tables, findings }: Omit<InScope, 'hasList'>): 'ready' | 'can be sent' | 'not filled' | null {
  const priorities = tables.filter(holdsActions);
  if (priorities.length === 0 || findings.some(({ severity }) => severity === 'error')) return null;
  if (priorities.every(({ rows }) => rows.length === 0)) return 'not filled';
  return findings.some(({ severity }) => severity === 'warning') ? 'can be sent' : 'ready';
}

function Readiness({ tables, findings, hasList }: InScope): ReactNode {
  const copying = useCopyText(() => reportText(CHECK.reportTitle(findings.length, findings.length), findings), CHECK.reportCopied);
  const readiness = readinessOf({ tables, findings });
  if (readiness === null) return null;
  if (readiness === 'not filled')
    return (
      <Notice intent="info" title={CHECK.notFilledTitle}>
        {CHECK.notFilled}
      </Notice>
    );
  return (
    <>
      <Notice
        intent={readiness === 'ready' ? 'success' : 'info'}
        title={readiness === 'ready' ? CHECK.readyTitle : CHECK.sendableTitle}
        actions={
          // Where there are findings, their report is copied beside them.
          !hasList && (
            <Button size="small" onClick={copying.copy}>
              {CHECK.copyReport}
            </Button>
          )
        }
      >
        {readiness === 'can be sent' ? CHECK.sendable : findings.length > 0 ? CHECK.readyWith : CHECK.ready(tableCounts(tables))}{' '}
        {CHECK.sendNext}
      </Notice>
      <CopyOutcome label={CHECK.copyByHand} of={copying} />
    </>
  );
}

/** Focus goes to the summary once, after the first reading. Later readings are announced and do not move the focus. */
function useSummary(
  words: string,
  ready: boolean,
  arrived: boolean,
): { readonly ref: React.RefObject<HTMLHeadingElement | null>; readonly focusNext: () => void } {
  const ref = useRef<HTMLHeadingElement>(null);
  const announce = useAnnounce();
  const [focusWanted, setFocusWanted] = useState(arrived);
  const lastWords = useRef<string | null>(null);
  useEffect(() => {
    if (!ready) return;
    if (focusWanted) {
      ref.current?.focus();
      setFocusWanted(false);
    }
    if (lastWords.current !== null && lastWords.current !== words) announce(words);
    lastWords.current = words;
  }, [ready, focusWanted, words, announce]);
  return { ref, focusNext: () => setFocusWanted(true) };
}

interface FootProps {
  readonly check: Check;
  /** Cells that the first choice of the preview would repair. */
  readonly fixes: number;
  /** Whether there is more to preview than the one fix that is taken in the card of its finding. */
  readonly hasReview: boolean;
  readonly onPreview: () => void;
  readonly onAgain: () => void;
}

function Foot({ check, fixes, hasReview, onPreview, onAgain }: FootProps): ReactNode {
  const styles = useStyles();
  const { repairs } = check;
  return (
    <>
      {repairs.lastRunWords !== null && (
        <div className={styles.said}>
          <Caption1>{repairs.lastRunWords}</Caption1>
          <span>
            <Button size="small" disabled={repairs.busy} onClick={repairs.undo}>
              {CHECK.undo}
            </Button>
            {repairs.undoableCells > 0 && (
              <Button size="small" appearance="subtle" disabled={repairs.busy} onClick={repairs.undoAll}>
                {CHECK.undoAll(repairs.undoableCells)}
              </Button>
            )}
          </span>
        </div>
      )}
      <div className={styles.foot}>
        {hasReview && (
          <Button appearance="primary" className={styles.main} disabled={repairs.busy} onClick={onPreview}>
            {CHECK.reviewFixes(fixes)}
          </Button>
        )}
        <Button appearance={hasReview ? 'secondary' : 'primary'} className={hasReview ? undefined : styles.main} onClick={onAgain}>
          {CHECK.again}
        </Button>
      </div>
    </>
  );
}

interface CheckedProps {
  readonly reading: PlanReading;
  readonly check: Check;
  readonly summaryRef: React.RefObject<HTMLHeadingElement | null>;
  readonly listRef: React.RefObject<HTMLDivElement | null>;
  readonly reveal: (target: RevealTarget) => void;
  readonly onRepair: (findings: readonly Finding[]) => void;
}

/** Of the findings that are listed, those that count. */
const countedOf = ({ shown, isSetAside }: Check): Finding[] => shown.filter((finding) => !isSetAside(finding));

/**
 * The tables found and, one at a time, the findings in them. In a low pane the findings come first and the filters are folded away, so that what
 * is wrong and its repair are in view.
 */
function Checked({ reading, check, summaryRef, listRef, reveal, onRepair }: CheckedProps): ReactNode {
  const styles = useStyles();
  const { findings, filter, setFilter, shown, place, corrections } = check;
  const tables = reading.tables.filter(({ sheetId }) => filter.sheetId === '' || sheetId === filter.sheetId);
  const inScope = {
    tables,
    hasList: shown.length > 0,
    findings: findings.filter((finding) => (filter.sheetId === '' || finding.sheetId === filter.sheetId) && !check.isSetAside(finding)),
  };
  const counted = countedOf(check);
  const isUnfiltered = filter.severity === null && filter.code === null;
  const isLow = useLowPane() && findings.length > 0;
  const [isOpened, setOpened] = useState(false);
  const isFiltering = isOpened || shown.length === 0;
  const filtersId = useId();
  const moveTo = (to: number): void => {
    place.moveTo(to);
    const finding = shown[to];
    if (finding !== undefined) reveal({ kind: 'finding', finding });
  };
  const found = (
    <TablesFound tables={tables} reading={reading} corrections={corrections} onReveal={(table) => reveal({ kind: 'table', table })} />
  );
  const readiness = <Readiness {...inScope} />;
  // What is to be answered comes before what can be done without the answers.
  const isReadinessLast = readinessOf(inScope) === 'can be sent';
  const filters = <FilterBar findings={findings} tables={reading.tables} filter={filter} shown={shown.length} onFilter={setFilter} />;
  const noneWords = shown.length > 0 ? CHECK.allIgnored : isUnfiltered ? CHECK.summaryNone : FILTER.none;
  const summary = (
    <Heading kind="section" ref={summaryRef}>
      <span className={styles.summaryWords}>
        {isLow && readinessOf(inScope) === 'ready' && (
          <span className={styles.ready}>
            <CheckmarkCircle16Filled className={styles.tick} aria-hidden="true" /> {CHECK.readyTitle}
          </span>
        )}
        {counted.length > 0 ? <SeveritySummary counts={severityCounts(counted)} /> : noneWords}
      </span>
    </Heading>
  );
  const panel = (
    <>
      <NothingPasses check={check} />
      <FindingsPanel
        check={check}
        reading={reading}
        withSheet={new Set(tables.map(({ sheetId }) => sheetId)).size > 1}
        onMove={moveTo}
        onReveal={(finding) => reveal({ kind: 'finding', finding })}
        onRepair={(finding) => onRepair([finding])}
        listRef={listRef}
      />
    </>
  );
  if (!isLow)
    return (
      <>
        {found}
        {!isReadinessLast && readiness}
        {filters}
        {summary}
        {panel}
        {isReadinessLast && readiness}
        <LeftOutList items={reading.leftOut} />
      </>
    );
  return (
    <>
      <div className={styles.low}>
        <div className={styles.summary}>
          {summary}
          {hasFilters({ findings, tables: reading.tables, filter }) && (
            <Button
              size="small"
              appearance="subtle"
              className={styles.filter}
              icon={<Filter16Regular />}
              aria-expanded={isFiltering}
              aria-controls={filtersId}
              onClick={() => setOpened(!isFiltering)}
            >
              {isUnfiltered ? FILTER.open : FILTER.narrowed}
            </Button>
          )}
        </div>
        <div id={filtersId} hidden={!isFiltering}>
          {isFiltering && filters}
        </div>
        {panel}
      </div>
      {found}
      {readiness}
      <LeftOutList items={reading.leftOut} />
    </>
  );
}

/** Shows how the tables were read and the findings in them, and repairs what is certain. */
export function CheckView(props: CheckViewProps): ReactNode {
  const { reader, arrived, check, reveal, revealFailure, onBack, onTemplate, notice } = props;
  const listRef = useRef<HTMLDivElement>(null);
  const [previewed, setPreviewed] = useState<readonly RepairChoice[] | null>(null);
  const reading = reader.task.state.value;
  const { repairs, corrections } = check;
  const counted = countedOf(check);
  const words = counted.length === 0 ? CHECK.summaryNone : severityWords(severityCounts(counted));
  const summary = useSummary(words, reading !== null && !isBusy(reader.task.state), arrived);
  const choices = repairChoices(check);
  const suggested = suggestedScope(choices, check);
  const goOnAfterRepair = useNextFinding(check, reveal);

  // The pressed button disappears with its finding or the preview, so the focus goes to the list.
  const [backToList, setBackToList] = useState(false);
  useEffect(() => {
    if (!backToList || previewed !== null) return;
    (listRef.current ?? summary.ref.current)?.focus();
    setBackToList(false);
  }, [backToList, previewed, summary.ref]);

  const repair = (some: readonly Finding[]): void => {
    if (repairs.busy || some.length === 0) return;
    setPreviewed(null);
    setBackToList(true);
    goOnAfterRepair(some);
    repairs.repair(some);
  };
  const closePreview = (): void => {
    setPreviewed(null);
    setBackToList(true);
  };
  const checkAgain = (): void => {
    summary.focusNext();
    reader.read();
  };

  if (previewed !== null) {
    const isFiltered = check.filter.severity !== null || check.filter.code !== null;
    return <RepairPreview choices={previewed} initial={suggested} isFiltered={isFiltered} onRepair={repair} onBack={closePreview} />;
  }
  const hasTables = reading !== null && (reading.tables.length > 0 || reading.leftOut.some(({ tableId }) => tableId !== undefined));
  const foot = hasTables && (
    <Foot
      check={check}
      fixes={choices.find(({ scope }) => scope === suggested)?.findings.length ?? 0}
      hasReview={choices.some(({ findings }) => findings.length > 1)}
      onPreview={() => setPreviewed(choices)}
      onAgain={checkAgain}
    />
  );
  return (
    <ViewFrame title={CHECK.title} onBack={onBack} arrived={arrived && reading === null} foot={foot === false ? undefined : foot}>
      {notice}
      <ReadingNotices reader={reader} />
      <RepairNotices repairs={repairs} />
      <CorrectionNotices corrections={corrections} unfit={reading?.unfit ?? []} />
      {revealFailure !== null && <FailureNotice failure={revealFailure} />}
      {reading !== null && !reading.tables.some(holdsActions) && (
        <NoTableYet onAgain={reader.read} onTemplate={onTemplate}>
          {!hasTables && <MissedTable corrections={corrections} />}
        </NoTableYet>
      )}
      {hasTables && (
        <Checked reading={reading} check={check} summaryRef={summary.ref} listRef={listRef} reveal={reveal} onRepair={repair} />
      )}
    </ViewFrame>
  );
}
