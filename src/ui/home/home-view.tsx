import { Body1, Button, CompoundButton, makeStyles, tokens } from '@fluentui/react-components';
import {
  ClipboardTaskListLtr24Regular,
  DocumentAdd16Regular,
  DocumentTableArrowRight24Regular,
  DocumentText24Regular,
  TargetArrow24Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { severityCounts } from '../../domain/findings';
import { holdsActions } from '../../domain/reading';
import { CorrectionNotices } from '../shared/correction-notices';
import { LeftOutList } from '../shared/left-out-list';
import { MissedTable } from '../shared/missed-table';
import { NoTableYet } from '../shared/no-table-yet';
import type { Mapping, PlanReading, Standing } from '../shared/pane-services';
import type { PaneView } from '../shared/pane-view';
import { ReadingNotices } from '../shared/reading-notices';
import { SeveritySummary } from '../shared/severity-summary';
import type { Corrections } from '../shared/use-corrections';
import type { PlanReader } from '../shared/use-plan-reading';
import { ViewFrame } from '../shared/view-frame';
import { HOME } from './home-wording';
import { tableCounts, WORDS } from '../shared/wording';

const useStyles = makeStyles({
  nav: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  item: { width: '100%', maxWidth: 'none', justifyContent: 'flex-start', textAlign: 'left', '& .fui-Button__icon': { flexShrink: 0 } },
});

interface HomeViewProps {
  readonly reader: PlanReader;
  /** Null until the actions have been matched with the indicators. */
  readonly mapping: Mapping | null;
  readonly corrections: Corrections;
  readonly arrived: boolean;
  readonly onOpen: (view: PaneView) => void;
  /** About a write that did not finish, when there is one. */
  readonly notice: ReactNode;
  /** Offers to take back the last collation, when there is one. */
  readonly restore: ReactNode;
}

function CheckLine({ reading }: { readonly reading: PlanReading }): ReactNode {
  return reading.findings.length === 0 ? HOME.checkNone : <SeveritySummary counts={severityCounts(reading.findings)} />;
}

/** "61 confirmed, 14 to decide, 18 with none": every action is in one of the three. */
function MapLine({ mapping }: { readonly mapping: Mapping | null }): ReactNode {
  if (mapping === null) return `${WORDS.busy.mapping}…`;
  const count = (...standings: Standing[]): number => mapping.rows.filter(({ standing }) => standings.includes(standing)).length;
  return HOME.mapCounts(count('confirmed'), count('to decide'), count('serves none', 'nothing suggested'));
}

/** What this workbook holds and what can be done with it. */
export function HomeView({ reader, mapping, corrections, arrived, onOpen, notice, restore }: HomeViewProps): ReactNode {
  const styles = useStyles();
  const reading = reader.task.state.value;
  const { seen, missing } = reading?.directorates ?? { seen: [], missing: [] };
  const hasPriorities = reading?.tables.some(holdsActions) === true;
  const planActions = reading?.mapping.planRows.length ?? 0;
  const hasActions = hasPriorities || planActions > 0;
  const hasTables = reading !== null && reading.tables.length > 0;
  // In Check a table that was left out can be included again, so Check stays available when the last one was left out.
  const canCheck = hasTables || reading?.leftOut.some(({ tableId }) => tableId !== undefined) === true;
  return (
    <ViewFrame title={WORDS.appName} arrived={arrived}>
      {notice}
      <ReadingNotices reader={reader} />
      {reading !== null && <Body1>{HOME.summary(reading.sheets, tableCounts(reading.tables), planActions)}</Body1>}
      <CorrectionNotices corrections={corrections} unfit={reading?.unfit ?? []} />
      {reading !== null && !hasActions && (
        <NoTableYet onAgain={reader.read} onTemplate={() => onOpen('template')}>
          <MissedTable corrections={corrections} />
        </NoTableYet>
      )}
      {reading !== null && (
        <nav className={styles.nav} aria-label={WORDS.appName}>
          {canCheck && (
            <CompoundButton
              className={styles.item}
              size="small"
              icon={<ClipboardTaskListLtr24Regular />}
              secondaryContent={<CheckLine reading={reading} />}
              onClick={() => onOpen('check')}
            >
              {HOME.check}
            </CompoundButton>
          )}
          <CompoundButton
            className={styles.item}
            size="small"
            icon={<DocumentTableArrowRight24Regular />}
            secondaryContent={hasTables ? HOME.directoratesIn(seen.length, seen.length + missing.length) : HOME.collateHere}
            onClick={() => onOpen('collate')}
          >
            {HOME.collate}
          </CompoundButton>
          {hasActions && (
            <CompoundButton
              className={styles.item}
              size="small"
              icon={<TargetArrow24Regular />}
              secondaryContent={<MapLine mapping={mapping} />}
              onClick={() => onOpen('map')}
            >
              {HOME.map}
            </CompoundButton>
          )}
          {(hasTables || hasActions) && (
            <CompoundButton
              className={styles.item}
              size="small"
              icon={<DocumentText24Regular />}
              secondaryContent={HOME.documentKinds}
              onClick={() => onOpen('documents')}
            >
              {HOME.documents}
            </CompoundButton>
          )}
        </nav>
      )}
      {reading !== null && restore}
      {reading !== null && planActions > 0 && !hasPriorities && <MissedTable corrections={corrections} />}
      {hasActions && (
        <div>
          <Button size="small" appearance="subtle" icon={<DocumentAdd16Regular />} onClick={() => onOpen('template')}>
            {WORDS.template}
          </Button>
        </div>
      )}
      {reading !== null && <LeftOutList items={reading.leftOut} />}
    </ViewFrame>
  );
}
