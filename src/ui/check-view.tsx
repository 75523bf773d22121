import { Button, Caption1, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeft16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Failure } from '../application';
import type { Finding } from '../domain/findings';
import type { TableRead } from '../domain/reading';
import { useAnnounce } from './announcer';
import { BusyNotice } from './busy-notice';
import { FailureNotice } from './failure-notice';
import { FindingCard } from './finding-card';
import { FindingList } from './finding-list';
import type { FindingsPlace } from './findings-place';
import { Heading } from './heading';
import { LeftOutList } from './left-out-list';
import { NoTableYet } from './no-table-yet';
import type { PlanReading, RevealTarget } from './pane-services';
import { Notice } from './notice';
import { ReadingNotices } from './reading-notices';
import { severityCounts } from './severity-counts';
import { SeveritySummary, severityWords } from './severity-summary';
import { TablesFound } from './tables-found';
import type { PlanReader } from './use-plan-reading';
import { safeOnes, type Repairs } from './use-repairs';
import { isBusy } from './use-task';
import { ViewFrame } from './view-frame';
import { tableCounts, WORDS } from './wording';

const useStyles = makeStyles({
  steps: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  main: { flexGrow: 1, flexBasis: 0 },
  scope: { gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  choice: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  said: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

interface CheckScope {
  /** The sheet looked at, by its id; "" for the whole workbook. */
  readonly sheetId: string;
  readonly setSheetId: (sheetId: string) => void;
  /** The findings of that sheet, and what is left of the reading's other lists. */
  readonly findings: readonly Finding[];
}

interface CheckViewProps {
  readonly reader: PlanReader;
  readonly arrived: boolean;
  readonly scope: CheckScope;
  readonly place: FindingsPlace;
  readonly left: ReadonlySet<string>;
  readonly onLeave: (key: string) => void;
  readonly repairs: Repairs;
  readonly reveal: (target: RevealTarget) => void;
  readonly revealFailure: Failure | null;
  readonly onBack: () => void;
  readonly notice: ReactNode;
}

function ScopeChoice({ reading, scope }: { readonly reading: PlanReading; readonly scope: CheckScope }): ReactNode {
  const styles = useStyles();
  const sheets = new Map(reading.tables.map((table) => [table.sheetId, table.sheet]));
  const found = (sheetId: string): number => reading.findings.filter((finding) => finding.sheetId === sheetId).length;
  if (sheets.size < 2) return null;
  return (
    <Field label={WORDS.check.scope} size="small" orientation="horizontal" className={styles.scope}>
      <Select size="small" className={styles.choice} value={scope.sheetId} onChange={(_event, data) => scope.setSheetId(data.value)}>
        <option value="">{WORDS.check.scopeOption(WORDS.check.wholeBook, reading.findings.length)}</option>
        {[...sheets].map(([id, name]) => (
          <option key={id} value={id}>
            {WORDS.check.scopeOption(name, found(id))}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function ReadyBar({ tables, leftOver }: { readonly tables: readonly TableRead[]; readonly leftOver: boolean }): ReactNode {
  return (
    <Notice intent="success" title={WORDS.check.readyTitle}>
      {leftOver ? WORDS.check.readyWith : WORDS.check.ready(tableCounts(tables))}
    </Notice>
  );
}

/** Focus goes to the summary once, when the first reading is there to sum up; later readings are announced and take nothing. */
function useSummary(
  words: string,
  ready: boolean,
  arrived: boolean,
): { readonly ref: React.RefObject<HTMLHeadingElement | null>; readonly ask: () => void } {
  const ref = useRef<HTMLHeadingElement>(null);
  const announce = useAnnounce();
  const [wanted, setWanted] = useState(arrived);
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!ready) return;
    if (wanted) {
      ref.current?.focus();
      setWanted(false);
    }
    if (told.current !== null && told.current !== words) announce(words);
    told.current = words;
  }, [ready, wanted, words, announce]);
  return { ref, ask: () => setWanted(true) };
}

/** The tables found and, one at a time, what to put right in them. */
export function CheckView(props: CheckViewProps): ReactNode {
  const { reader, arrived, scope, place, left, onLeave, repairs, reveal, revealFailure, onBack, notice } = props;
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const reading = reader.task.state.value;
  const busyReading = isBusy(reader.task.state);
  const { findings } = scope;
  const { keys, index, current } = place;
  const counts = useMemo(() => severityCounts(findings), [findings]);
  const words = findings.length === 0 ? WORDS.check.summaryNone : severityWords(counts);
  const summary = useSummary(words, reading !== null && !busyReading, arrived);
  const safe = useMemo(() => safeOnes(findings.filter((_finding, at) => !left.has(keys[at] ?? ''))), [findings, keys, left]);

  const inScope = (sheetId: string): boolean => scope.sheetId === '' || scope.sheetId === sheetId;
  const tables = reading?.tables.filter((table) => inScope(table.sheetId)) ?? [];
  const actions = reading?.actions.filter((action) => inScope(action.source.sheetId)) ?? [];
  const commitment = actions.find(
    ({ source }) => source.sheetId === current?.sheetId && source.row === current.row - 1 && source.tableId === current.tableId,
  )?.commitment;

  const hasPriorities = tables.some((table) => table.kind === 'priorities');

  const moveTo = (to: number): void => {
    place.moveTo(to);
    const finding = findings[to];
    if (finding !== undefined) reveal({ kind: 'finding', finding });
  };
  const mend = (some: readonly Finding[]): void => {
    if (repairs.busy || some.length === 0) return;
    // The button that was pressed goes with its finding; the list stays.
    list.current?.focus();
    repairs.mend(some);
  };
  const primary = (): void => {
    if (current === null) return;
    if (current.repair !== undefined && !left.has(keys[index] ?? '')) mend([current]);
    else reveal({ kind: 'finding', finding: current });
  };
  const checkAgain = (): void => {
    summary.ask();
    reader.read();
  };

  const foot = reading !== null && tables.length > 0 && (
    <>
      {repairs.said !== null && (
        <div className={styles.said}>
          <Caption1>{repairs.said}</Caption1>
          <Button size="small" disabled={repairs.busy} onClick={repairs.takeBack}>
            {WORDS.check.takeBack}
          </Button>
        </div>
      )}
      <div className={styles.foot}>
        {safe.length > 0 && (
          <Button appearance="primary" className={styles.main} disabled={repairs.busy} onClick={() => mend(safe)}>
            {WORDS.check.mendAll(safe.length)}
          </Button>
        )}
        <Button
          appearance={safe.length > 0 ? 'secondary' : 'primary'}
          className={safe.length > 0 ? undefined : styles.main}
          onClick={checkAgain}
        >
          {WORDS.check.again}
        </Button>
      </div>
    </>
  );

  return (
    <ViewFrame title={WORDS.check.title} onBack={onBack} arrived={arrived && reading === null} foot={foot === false ? undefined : foot}>
      {notice}
      <ReadingNotices reader={reader} />
      <BusyNotice title={WORDS.busy.mending} state={repairs.state} onCancel={repairs.cancel} />
      {repairs.failure !== null && <FailureNotice failure={repairs.failure} onDismiss={repairs.dismiss} />}
      {revealFailure !== null && <FailureNotice failure={revealFailure} />}
      {reading !== null && !hasPriorities && <NoTableYet onAgain={reader.read} />}
      {reading !== null && tables.length > 0 && (
        <>
          <ScopeChoice reading={reading} scope={scope} />
          <TablesFound tables={tables} onReveal={(table) => reveal({ kind: 'table', table })} />
          {counts.error === 0 && hasPriorities && <ReadyBar tables={tables} leftOver={findings.length > 0} />}
          <Heading kind="section" ref={summary.ref}>
            {findings.length === 0 ? words : <SeveritySummary counts={counts} />}
          </Heading>
          {current !== null && (
            <>
              <FindingList
                findings={findings}
                keys={keys}
                index={index}
                left={left}
                withSheet={scope.sheetId === '' && new Set(tables.map((table) => table.sheetId)).size > 1}
                onMove={moveTo}
                onPrimary={primary}
                listRef={list}
              />
              <FindingCard
                key={keys[index]}
                finding={current}
                label={WORDS.check.position(index + 1, findings.length)}
                commitment={commitment ?? null}
                isLeft={left.has(keys[index] ?? '')}
                busy={repairs.busy}
                onReveal={() => reveal({ kind: 'finding', finding: current })}
                onMend={() => mend([current])}
                onLeave={() => onLeave(keys[index] ?? '')}
              />
              <div className={styles.steps}>
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<ChevronLeft16Regular />}
                  disabledFocusable={index <= 0}
                  onClick={() => moveTo(index - 1)}
                >
                  {WORDS.check.previous}
                </Button>
                <Caption1>{WORDS.check.position(index + 1, findings.length)}</Caption1>
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<ChevronRight16Regular />}
                  iconPosition="after"
                  disabledFocusable={index >= findings.length - 1}
                  onClick={() => moveTo(index + 1)}
                >
                  {WORDS.check.next}
                </Button>
              </div>
            </>
          )}
          <LeftOutList items={reading.leftOut} />
        </>
      )}
    </ViewFrame>
  );
}
