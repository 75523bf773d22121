import { Body1, CompoundButton, makeStyles, tokens } from '@fluentui/react-components';
import { ClipboardTaskListLtr24Regular, DocumentTableArrowRight24Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { LeftOutList } from './left-out-list';
import { NoTableYet } from './no-table-yet';
import type { PlanReading } from './pane-services';
import type { PaneView } from './pane-view';
import { ReadingNotices } from './reading-notices';
import { severityCounts } from './severity-counts';
import { SeveritySummary } from './severity-summary';
import type { PlanReader } from './use-plan-reading';
import { ViewFrame } from './view-frame';
import { tableCounts, WORDS } from './wording';

const useStyles = makeStyles({
  nav: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  item: { width: '100%', maxWidth: 'none', justifyContent: 'flex-start', textAlign: 'left', '& .fui-Button__icon': { flexShrink: 0 } },
});

interface HomeViewProps {
  readonly reader: PlanReader;
  readonly arrived: boolean;
  readonly onOpen: (view: PaneView) => void;
  /** A write cut short, when there is one. */
  readonly notice: ReactNode;
}

function CheckLine({ reading }: { readonly reading: PlanReading }): ReactNode {
  return reading.findings.length === 0 ? WORDS.home.checkNone : <SeveritySummary counts={severityCounts(reading.findings)} />;
}

/** What this workbook holds and what can be done with it. */
export function HomeView({ reader, arrived, onOpen, notice }: HomeViewProps): ReactNode {
  const styles = useStyles();
  const reading = reader.task.state.value;
  const { seen, missing } = reading?.directorates ?? { seen: [], missing: [] };
  const hasTables = reading !== null && reading.tables.length > 0;
  return (
    <ViewFrame title={WORDS.appName} arrived={arrived}>
      {notice}
      <ReadingNotices reader={reader} />
      {reading !== null && <Body1>{WORDS.home.summary(reading.sheets, tableCounts(reading.tables))}</Body1>}
      {reading !== null && !reading.tables.some((table) => table.kind === 'priorities') && <NoTableYet onAgain={reader.read} />}
      {reading !== null && (
        <nav className={styles.nav} aria-label={WORDS.appName}>
          {hasTables && (
            <CompoundButton
              className={styles.item}
              size="small"
              icon={<ClipboardTaskListLtr24Regular />}
              secondaryContent={<CheckLine reading={reading} />}
              onClick={() => onOpen('check')}
            >
              {WORDS.home.check}
            </CompoundButton>
          )}
          <CompoundButton
            className={styles.item}
            size="small"
            icon={<DocumentTableArrowRight24Regular />}
            secondaryContent={hasTables ? WORDS.home.directoratesIn(seen.length, seen.length + missing.length) : WORDS.home.collateHere}
            onClick={() => onOpen('collate')}
          >
            {WORDS.home.collate}
          </CompoundButton>
        </nav>
      )}
      {reading !== null && <LeftOutList items={reading.leftOut} />}
    </ViewFrame>
  );
}
