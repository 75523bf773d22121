import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { BookChange, Failure } from '../application';
import type { Finding } from '../domain/findings';
import { a1, parseA1 } from '../domain/grid';
import { Announcer } from './shared/announcer';
import { openCosts, useCostsPlace } from './costs/cost-filter';
import { useCosts } from './costs/use-costs';
import { useFinanceColumns } from './costs/use-finance-columns';
import type { FrameworkChoice } from './map/framework-panel';
import { HomeView } from './home/home-view';
import { LastRunNotice } from './last-run-notice';
import { useMappingPlace } from './map/mapping-place';
import type { MappedRow, PaneServices } from './shared/pane-services';
import { useFluentTheme, type PaneTheme } from './pane-theme';
import type { PaneView } from './shared/pane-view';
import { SAMPLE, useTemplate } from './template/use-template';
import { useCheck } from './check/use-check';
import { useCollation } from './collate/use-collation';
import { useIndicatorColumn } from './map/use-indicator-column';
import { useMapping } from './map/use-mapping';
import { panePart, type PanePart, PartView } from './shared/pane-part';
import { usePlanReading } from './shared/use-plan-reading';
import { RestorePanel } from './shared/restore-panel';
import { useFocusKept } from './shared/use-focus-kept';
import { useLastRun } from './shared/use-last-run';
import { usePerson } from './home/use-person';
import { useReveal } from './use-reveal';
import { isBusy } from './shared/use-task';
import { WORDS } from './shared/wording';

const VIEWS = {
  check: panePart(() => import('./check/check-view')),
  collate: panePart(() => import('./collate/collate-view')),
  costs: panePart(() => import('./costs/costs-view')),
  documents: panePart(() => import('./documents/documents-view')),
  findings: panePart(() => import('./findings/findings-view')),
  map: panePart(() => import('./map/map-view')),
  template: panePart(() => import('./template/template-view')),
};

const useStyles = makeStyles({
  pane: {
    // What is placed by its own coordinates, as words for screen readers alone, scrolls with the pane and not with the page around it.
    position: 'relative',
    height: '100vh',
    // Always there: the web view of Office on Windows hides its scroll bar until it is hovered over.
    overflowY: 'scroll',
    // What is brought into view is not covered by the title that stays at the top.
    scrollPaddingTop: '44px',
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

export interface PaneProps {
  /** The same object at every render: another object has the workbook read again. */
  readonly services: PaneServices;
  readonly theme: PaneTheme;
  /** The view the ribbon button asked for. */
  readonly initialView: PaneView;
  readonly frameworkChoice: FrameworkChoice;
}

/** The finding of the cell the user went to; -1 when the cell has none or more than one cell is selected. */
function findingAt(findings: readonly Finding[], change: BookChange): number {
  const place = change.address === null ? null : parseA1(change.address);
  return place === null ? -1 : findings.findIndex((finding) => finding.sheetId === change.sheetId && finding.cell === a1(place));
}

/** The row of the cell the user went to; -1 when it is on none. */
function rowAt(rows: readonly Pick<MappedRow, 'action'>[], change: BookChange): number {
  const place = change.address === null ? null : parseA1(change.address);
  return place === null ? -1 : rows.findIndex(({ action }) => action.source.sheetId === change.sheetId && action.source.row === place.row);
}

const NO_ROWS: readonly MappedRow[] = [];

function Views({ services, initialView, frameworkChoice }: Omit<PaneProps, 'theme'>): ReactNode {
  const [view, setView] = useState(initialView);
  const [moved, setMoved] = useState(false);
  /** The findings were opened from what came of a collation and lead back there, or have led back. */
  const [afterWriting, setAfterWriting] = useState<'no' | 'findings' | 'back'>('no');
  // Whoever looked at the findings and went back has not begun to collate.
  const person = usePerson(services, afterWriting === 'back' ? 'findings' : view);
  const [revealFailure, setRevealFailure] = useState<Failure | null>(null);

  const { reveal, isEcho } = useReveal(services, setRevealFailure);
  const follow = useRef<(change: BookChange) => void>(() => undefined);
  const onSelection = useCallback((change: BookChange) => follow.current(change), []);
  const reader = usePlanReading(services, onSelection);
  const { read, pause } = reader;
  const collation = useCollation(services);
  const { state: writing, reset: resetWriting } = collation.writing;

  const check = useCheck(services, reader);
  const { shown, place, repairs } = check;
  const template = useTemplate(services, read);
  const mapping = useMapping(services, reader);
  const mappingPlace = useMappingPlace(mapping.mapping?.rows ?? NO_ROWS);
  const column = useIndicatorColumn(services, mapping, read);
  const costs = useCosts(services, reader);
  const costsPlace = useCostsPlace(costs.list);
  const financeColumns = useFinanceColumns(services, read);

  useEffect(() => {
    follow.current = (change) => {
      if (isEcho(change) || change.by !== 'this user') return;
      const at = findingAt(shown, change);
      const here = place.current;
      if (at >= 0 && shown[at]?.cell !== here?.cell) place.moveTo(at);
      const row = rowAt(mappingPlace.rows, change);
      if (row >= 0) mappingPlace.moveTo(row);
      const cost = rowAt(costsPlace.rows, change);
      if (cost >= 0) costsPlace.moveTo(cost);
    };
  }, [shown, place, mappingPlace, costsPlace, isEcho]);

  const onRestored = useCallback(() => {
    resetWriting();
    read();
  }, [resetWriting, read]);
  const lastRun = useLastRun(services, onRestored);
  const { look } = lastRun;
  const isWriting =
    isBusy(lastRun.restoring.state) ||
    repairs.busy ||
    isBusy(writing) ||
    isBusy(template.state) ||
    mapping.busy ||
    isBusy(column.writing.state) ||
    costs.busy ||
    isBusy(financeColumns.writing.state);
  useEffect(() => pause(isWriting), [pause, isWriting]);
  useEffect(() => {
    if (writing.status !== 'done' && writing.status !== 'failed') return;
    read();
    look();
  }, [writing.status, read, look]);

  const notice = <LastRunNotice work={lastRun} />;
  const restore = <RestorePanel work={lastRun} />;

  const go = (to: PaneView): void => {
    setMoved(true);
    setRevealFailure(null);
    setAfterWriting('no');
    setView(to);
  };

  const toHome = (): void => go('home');
  /** The view is one that the user went to, or asked for by its button on the ribbon. */
  const isAsked = moved || initialView === view;
  const part = <Module,>(of: PanePart<Module>, arrived: boolean, children: (part: Module) => ReactNode): ReactNode => (
    <PartView key={view} of={of} arrived={arrived} onBack={toHome}>
      {children}
    </PartView>
  );

  switch (view) {
    case 'home':
      return (
        <HomeView
          reader={reader}
          mapping={mapping.mapping}
          openCosts={costs.list === null ? null : openCosts(costs.list)}
          corrections={check.corrections}
          person={person}
          arrived={moved}
          onOpen={(to) => {
            // What came of the last collation is on Home by now: Collate starts the next one.
            if (to === 'collate' && writing.status === 'done') resetWriting();
            go(to);
          }}
          reveal={reveal}
          onSample={() => {
            template.start(SAMPLE);
            go('template');
          }}
          revealFailure={revealFailure}
          notice={notice}
          restore={restore}
        />
      );
    case 'check':
      return part(VIEWS.check, isAsked, ({ CheckView }) => (
        <CheckView
          reader={reader}
          arrived={isAsked}
          check={check}
          reveal={reveal}
          revealFailure={revealFailure}
          onBack={toHome}
          onTemplate={() => go('template')}
          notice={notice}
        />
      ));
    case 'findings':
      return part(VIEWS.findings, isAsked, ({ FindingsView }) => (
        <FindingsView
          reader={reader}
          arrived={isAsked}
          reveal={reveal}
          revealFailure={revealFailure}
          backTo={afterWriting === 'findings' ? WORDS.backToWritten : undefined}
          onBack={() => {
            go(afterWriting === 'findings' ? 'collate' : 'home');
            if (afterWriting === 'findings') setAfterWriting('back');
          }}
          notice={notice}
        />
      ));
    case 'template':
      return part(VIEWS.template, moved, ({ TemplateView }) => (
        <TemplateView reader={reader} arrived={moved} task={template} reveal={reveal} revealFailure={revealFailure} onBack={toHome} />
      ));
    case 'documents':
      return part(VIEWS.documents, moved, ({ DocumentsView }) => (
        <DocumentsView services={services} files={collation.submissions} choices={collation.choices} arrived={moved} onBack={toHome} />
      ));
    case 'map':
      return part(VIEWS.map, moved, ({ MapView }) => (
        <MapView
          services={services}
          frameworkChoice={frameworkChoice}
          reader={reader}
          arrived={moved}
          work={mapping}
          place={mappingPlace}
          column={column}
          reveal={reveal}
          revealFailure={revealFailure}
          onBack={toHome}
          onCollate={() => go('collate')}
          notice={notice}
        />
      ));
    case 'costs':
      return part(VIEWS.costs, isAsked, ({ CostsView }) => (
        <CostsView
          reader={reader}
          arrived={isAsked}
          costs={costs}
          place={costsPlace}
          columns={financeColumns}
          reveal={reveal}
          revealFailure={revealFailure}
          onBack={toHome}
          onTemplate={() => go('template')}
          notice={notice}
        />
      ));
    case 'collate':
      return part(VIEWS.collate, moved, ({ CollateView }) => (
        <CollateView
          reader={reader}
          arrived={moved}
          collation={collation}
          reveal={reveal}
          revealFailure={revealFailure}
          onBack={toHome}
          onSeeFindings={() => {
            go('findings');
            setAfterWriting('findings');
          }}
          notice={notice}
          restore={restore}
        />
      ));
  }
}

/** The whole pane: it gets everything by its props and knows neither Excel nor files. */
export function Pane({ services, theme, initialView, frameworkChoice }: PaneProps): ReactNode {
  const styles = useStyles();
  const pane = useRef<HTMLDivElement>(null);
  useFocusKept(pane);
  return (
    <FluentProvider theme={useFluentTheme(theme)}>
      {/* Fluent gives the provider's own class to every list it opens, so the pane's size is not the provider's. */}
      <div ref={pane} className={styles.pane}>
        <Announcer>
          <Views services={services} initialView={initialView} frameworkChoice={frameworkChoice} />
        </Announcer>
      </div>
    </FluentProvider>
  );
}
