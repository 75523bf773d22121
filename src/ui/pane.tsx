import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { BookChange, Failure } from '../application';
import type { Finding } from '../domain/findings';
import { a1, parseA1 } from '../domain/grid';
import { Announcer } from './announcer';
import { CheckView } from './check-view';
import { CollateView } from './collate-view';
import { useFindingsPlace } from './findings-place';
import { HomeView } from './home-view';
import { JournalNotice, useJournal } from './journal-notice';
import type { PaneServices } from './pane-services';
import { useFluentTheme, type PaneTheme } from './pane-theme';
import type { PaneView } from './pane-view';
import { useCollation } from './use-collation';
import { usePlanReading } from './use-plan-reading';
import { useRepairs } from './use-repairs';
import { useReveal } from './use-reveal';
import { isBusy } from './use-task';

const useStyles = makeStyles({
  pane: {
    height: '100vh',
    // Always there: the web view of Office on Windows hides its scroll bar until it is hovered over.
    overflowY: 'scroll',
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

export interface PaneProps {
  /** The same object at every render: another one reads the workbook anew. */
  readonly services: PaneServices;
  readonly theme: PaneTheme;
  /** The view the ribbon button asked for. */
  readonly initialView: PaneView;
}

/** The finding of the cell the user went to; -1 when the cell has none or more than one cell is selected. */
function findingAt(findings: readonly Finding[], change: BookChange): number {
  const place = change.address === null ? null : parseA1(change.address);
  return place === null ? -1 : findings.findIndex((finding) => finding.sheetId === change.sheetId && finding.cell === a1(place));
}

function Views({ services, initialView }: Omit<PaneProps, 'theme'>): ReactNode {
  const [view, setView] = useState(initialView);
  const [moved, setMoved] = useState(false);
  const [sheetId, setSheetId] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [mended, setMended] = useState<ReadonlySet<Finding>>(new Set());
  const [revealFailure, setRevealFailure] = useState<Failure | null>(null);

  const { reveal, isEcho } = useReveal(services, setRevealFailure);
  const follow = useRef<(change: BookChange) => void>(() => undefined);
  const onSelection = useCallback((change: BookChange) => follow.current(change), []);
  const reader = usePlanReading(services, onSelection);
  const { read, hold } = reader;
  const collation = useCollation(services);

  // A finding mended is gone at once; the reading that follows brings new findings and the truth.
  const onRepaired = useCallback(
    (gone: readonly Finding[]): void => {
      setMended(new Set(gone));
      read();
    },
    [read],
  );
  const repairs = useRepairs(services, onRepaired);

  const reading = reader.task.state.value;
  const findings = useMemo(
    () => (reading?.findings ?? []).filter((finding) => !mended.has(finding) && (sheetId === '' || finding.sheetId === sheetId)),
    [reading, mended, sheetId],
  );
  const place = useFindingsPlace(findings);

  useEffect(() => {
    follow.current = (change) => {
      if (isEcho(change) || change.by !== 'this user') return;
      const at = findingAt(findings, change);
      const here = place.current;
      if (at >= 0 && findings[at]?.cell !== here?.cell) place.moveTo(at);
    };
  }, [findings, place, isEcho]);

  const writing = collation.writing.state;
  const ownWork = repairs.busy || isBusy(writing);
  useEffect(() => hold(ownWork), [hold, ownWork]);
  useEffect(() => {
    if (writing.status === 'done' || writing.status === 'failed') read();
  }, [writing.status, read]);

  const journal = useJournal(services, read);
  const notice = <JournalNotice journal={journal} />;

  const go = (to: PaneView): void => {
    setMoved(true);
    setRevealFailure(null);
    setView(to);
  };
  const onLeave = (key: string): void =>
    setLeft((before) => new Set(before.has(key) ? [...before].filter((other) => other !== key) : [...before, key]));

  switch (view) {
    case 'home':
      return <HomeView reader={reader} arrived={moved} onOpen={go} notice={notice} />;
    case 'check':
      return (
        <CheckView
          reader={reader}
          arrived={moved || initialView === 'check'}
          scope={{ sheetId, setSheetId, findings }}
          place={place}
          left={left}
          onLeave={onLeave}
          repairs={repairs}
          reveal={reveal}
          revealFailure={revealFailure}
          onBack={() => go('home')}
          notice={notice}
        />
      );
    case 'collate':
      return (
        <CollateView
          reader={reader}
          arrived={moved}
          collation={collation}
          reveal={reveal}
          revealFailure={revealFailure}
          onBack={() => go('home')}
          onSeeFindings={() => go('check')}
          notice={notice}
        />
      );
  }
}

/** The whole pane: it gets everything by its props and knows neither Excel nor files. */
export function Pane({ services, theme, initialView }: PaneProps): ReactNode {
  const styles = useStyles();
  return (
    <FluentProvider theme={useFluentTheme(theme)} className={styles.pane}>
      <Announcer>
        <Views services={services} initialView={initialView} />
      </Announcer>
    </FluentProvider>
  );
}
