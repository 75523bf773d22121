import { Body1, Button, Caption1, Field, Select, Tab, TabList, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Failure } from '../../application';
import { holdsActions } from '../../domain/reading';
import { useAnnounce } from '../shared/announcer';
import { BusyNotice } from '../shared/busy-notice';
import { CoveragePanel } from './coverage-panel';
import { Disclosure } from '../shared/disclosure';
import { FailureNotice } from '../shared/failure-notice';
import { FrameworkPanel, type FrameworkChoice } from './framework-panel';
import { IndicatorColumnNotice } from './indicator-column-notice';
import { clearing, confirming, optionsFor, servingNone, tickedAtFirst } from './indicator-options';
import { MAP } from './map-wording';
import { WORDS } from '../shared/wording';
import { MappingCard } from './mapping-card';
import { MappingList } from './mapping-list';
import type { MappingPlace, StandingFilter } from './mapping-place';
import { MeasuresPanel } from './measures-panel';
import { shownAtOnce } from './option-list';
import { OutdatedNotice } from './outdated-notice';
import { STANDINGS, type ActionChoice, type MappedRow, type Mapping, type PaneServices, type RevealTarget } from '../shared/pane-services';
import { ReadingNotices } from '../shared/reading-notices';
import { ThemeMenu } from './theme-menu';
import type { IndicatorColumn } from './use-indicator-column';
import { useSeenOptions } from './use-seen-options';
import { useLowPane } from '../shared/use-low-pane';
import type { MappingWork } from './use-mapping';
import type { PlanReader } from '../shared/use-plan-reading';
import { isBusy } from '../shared/use-task';
import { ViewFrame } from '../shared/view-frame';

const useStyles = makeStyles({
  tabs: { marginLeft: '-10px', flexWrap: 'wrap' },
  tabPanel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: { display: 'contents' },
  low: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', marginTop: '-8px' },
  lowChoice: { flexGrow: 1, flexBasis: '90px', minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  lowPanel: { gap: tokens.spacingVerticalXS, marginTop: '-8px' },
  scope: { gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  choice: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
  said: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Tabs = keyof typeof MAP.tabs;

interface MapViewProps {
  readonly services: PaneServices;
  readonly frameworkChoice: FrameworkChoice;
  readonly reader: PlanReader;
  readonly arrived: boolean;
  readonly work: MappingWork;
  readonly place: MappingPlace;
  readonly column: IndicatorColumn;
  readonly reveal: (target: RevealTarget) => void;
  readonly revealFailure: Failure | null;
  readonly onBack: () => void;
  readonly onCollate: () => void;
  readonly notice: ReactNode;
}

/** What is ticked and added on the current row; dropped when another row is current or the row is decided elsewhere. */
interface Draft {
  readonly of: string;
  readonly ticked: readonly string[];
  readonly added: readonly string[];
}

const draftKey = (row: MappedRow): string => JSON.stringify([row.key, row.standing, row.confirmed, row.rejected]);

function useDraft(row: MappedRow | null): {
  readonly draft: Draft;
  readonly tick: (id: string) => void;
  readonly add: (id: string) => void;
} {
  const fresh: Draft = row === null ? { of: '', ticked: [], added: [] } : { of: draftKey(row), ticked: tickedAtFirst(row), added: [] };
  const [made, setMade] = useState(fresh);
  const draft = made.of === fresh.of ? made : fresh;
  return {
    draft,
    tick: (id) =>
      setMade({ ...draft, ticked: draft.ticked.includes(id) ? draft.ticked.filter((one) => one !== id) : [...draft.ticked, id] }),
    add: (id) => setMade({ ...draft, ticked: [...new Set([...draft.ticked, id])], added: [...new Set([...draft.added, id])] }),
  };
}

interface FilterChoiceProps {
  readonly mapping: Mapping;
  readonly place: MappingPlace;
  readonly isLow: boolean;
}

function FilterChoice({ mapping, place, isLow }: FilterChoiceProps): ReactNode {
  const styles = useStyles();
  const count = (standing: StandingFilter): number => mapping.rows.filter((row) => standing === 'all' || row.standing === standing).length;
  const words = (standing: StandingFilter): string => (standing === 'all' ? MAP.allRows : MAP.standing(standing));
  const choice = (
    <Select
      size="small"
      aria-label={isLow ? MAP.show : undefined}
      className={isLow ? styles.lowChoice : styles.choice}
      value={place.filter}
      onChange={(_event, { value }) => place.setFilter(STANDINGS.find((standing) => standing === value) ?? 'all')}
    >
      {([...STANDINGS, 'all'] as const).map((standing) => (
        <option key={standing} value={standing}>
          {MAP.showOption(words(standing), count(standing))}
        </option>
      ))}
    </Select>
  );
  if (isLow) return choice;
  return (
    <Field label={MAP.show} size="small" orientation="horizontal" className={styles.scope}>
      {choice}
    </Field>
  );
}

interface Deciding {
  readonly panel: ReactNode;
  /** What confirming means, or why it has not been done; the primary button; null when no row is looked at. */
  readonly hint: ReactNode;
  readonly confirm: ReactNode;
  /** Takes the last decision back and goes to its row. */
  readonly undo: () => void;
}

/** The list of actions and the one that is looked at; Enter anywhere in it confirms and goes on. */
function useDeciding({ work, place, reveal }: Pick<MapViewProps, 'work' | 'place' | 'reveal'>): Deciding {
  const styles = useStyles();
  const announce = useAnnounce();
  const list = useRef<HTMLDivElement>(null);
  const row = place.current;
  const { draft, tick, add } = useDraft(row);
  const seen = useSeenOptions(row?.key ?? '');
  /** The row that was to be confirmed before all of it was seen. */
  const [unseen, setUnseen] = useState<string | null>(null);
  const isLow = useLowPane();
  const { mapping } = work;
  const moveTo = (index: number): void => {
    place.moveTo(index);
    const target = place.rows[index];
    if (target !== undefined) reveal({ kind: 'action', action: target.action });
  };
  const undo = (): void => {
    const keys = new Set(work.undo());
    const at = place.rows.findIndex(({ key }) => keys.has(key));
    if (at >= 0) moveTo(at);
  };
  if (mapping === null || row === null)
    return { panel: <Body1>{mapping?.rows.length === 0 ? MAP.noActions : MAP.notListed}</Body1>, hint: null, confirm: null, undo };
  const { indicators } = mapping.framework;
  const options = optionsFor(row, draft.added, indicators);

  const decide = (choices: readonly ActionChoice[]): void => {
    const actions = new Set(choices.map(({ action }) => action));
    place.keep(mapping.rows.filter(({ action, standing }) => actions.has(action) && standing === place.filter).map(({ key }) => key));
    work.decide(choices);
  };
  const decideAndNext = (choice: ActionChoice): void => {
    decide([choice]);
    const next = place.next(new Set([row.key]));
    if (next !== null) moveTo(next);
    // What the next action says stands below the list, and whoever looked at all suggestions of this one has scrolled past it.
    list.current?.scrollIntoView({ block: 'nearest' });
  };
  const confirm = (): void => {
    const shown = shownAtOnce(options, draft.ticked).map(({ id }) => id);
    // What was added here is the user's own.
    if (draft.ticked.length === 0) announce(MAP.tickFirst);
    else if (seen.bringIntoView(shown.filter((one) => !draft.added.includes(one)))) {
      announce(MAP.lookFirst);
      setUnseen(row.key);
    } else decideAndNext(confirming(row, draft.ticked, seen.isSeen));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const numbered = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
    if (numbered !== undefined) tick(numbered.id);
    else if (event.key.toLowerCase() === 'n') decideAndNext(servingNone(row));
    else if (event.key === 'Delete') decide([clearing(row)]);
    else return;
    event.preventDefault();
  };
  const onEnter = (event: KeyboardEvent): void => {
    const at = event.target as HTMLElement;
    if (event.key !== 'Enter' || event.defaultPrevented || at.closest('button, [role="menu"]') !== null) return;
    event.preventDefault();
    confirm();
  };
  const keys = <Caption1 className={styles.quiet}>{MAP.keys}</Caption1>;
  const ofTheme = mapping.rows.filter(({ action }) => action.theme === row.action.theme && action.directorate === row.action.directorate);
  return {
    panel: (
      <div onKeyDown={onEnter} style={{ display: 'contents' }}>
        <MappingList framework={mapping.framework} rows={place.rows} index={place.index} onMove={moveTo} onKey={onKey} listRef={list} />
        {!isLow && keys}
        <MappingCard
          row={row}
          options={options}
          ticked={draft.ticked}
          framework={mapping.framework}
          watch={seen.watch}
          onTick={tick}
          onAdd={add}
          onNone={() => decideAndNext(servingNone(row))}
          onClear={() => decide([clearing(row)])}
          themeMenu={
            row.action.theme !== null && <ThemeMenu rows={ofTheme} ticked={draft.ticked} framework={mapping.framework} onDecide={decide} />
          }
        />
        {isLow && keys}
      </div>
    ),
    hint: (
      <Caption1 className={unseen === row.key ? undefined : styles.quiet}>
        {draft.ticked.length === 0 ? MAP.tickFirst : unseen === row.key ? MAP.lookFirst : MAP.unticked}
      </Caption1>
    ),
    confirm: (
      <Button appearance="primary" disabledFocusable={draft.ticked.length === 0} onClick={confirm}>
        {MAP.confirm}
      </Button>
    ),
    undo,
  };
}

function Undo({ work, onUndo }: { readonly work: MappingWork; readonly onUndo: () => void }): ReactNode {
  const styles = useStyles();
  if (work.undoable === 0) return null;
  return (
    <div className={styles.said}>
      <Caption1>{MAP.decided(work.undoable)}</Caption1>
      <Button size="small" onClick={onUndo}>
        {MAP.undo}
      </Button>
    </div>
  );
}

/** When the sheets of a plan show what is decided here, which is kept beside them. */
function InPlan({ onCollate }: { readonly onCollate: () => void }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.said}>
      <Caption1>{MAP.planNext}</Caption1>
      <Button size="small" onClick={onCollate}>
        {MAP.collate}
      </Button>
    </div>
  );
}

/** Which indicators each action serves: suggested with the reason, decided by the user; and what that covers. */
export function MapView(props: MapViewProps): ReactNode {
  const { reader, arrived, work, place, column, revealFailure, onBack, onCollate, notice } = props;
  const styles = useStyles();
  const [tab, setTab] = useState<Tabs>('actions');
  const id = useId();
  const deciding = useDeciding(props);
  const { mapping } = work;
  // In a low pane the filter is beside the tabs, so that the suggestions are in view.
  const isLow = useLowPane();
  const filter = mapping !== null && tab === 'actions' && <FilterChoice mapping={mapping} place={place} isLow={isLow} />;
  const hasSure = mapping?.rows.some(({ standing }) => standing === 'confirmed') === true;
  const foot = mapping !== null && tab === 'actions' && (work.undoable > 0 || deciding.confirm !== null) && (
    <>
      {deciding.hint}
      <Undo work={work} onUndo={deciding.undo} />
      {deciding.confirm}
    </>
  );
  return (
    <ViewFrame title={MAP.title} onBack={onBack} arrived={arrived} foot={foot === false ? undefined : foot}>
      {notice}
      <ReadingNotices reader={reader} />
      <BusyNotice title={WORDS.busy.mapping} state={work.state} onCancel={work.cancel} />
      {work.failure !== null && <FailureNotice failure={work.failure} onDismiss={work.dismiss} />}
      {work.state.failure !== null && <FailureNotice failure={work.state.failure} onRetry={reader.read} />}
      {revealFailure !== null && <FailureNotice failure={revealFailure} />}
      {mapping !== null && (
        <>
          <OutdatedNotice mapping={mapping} onDecide={work.decide} />
          <div className={isLow ? styles.low : styles.head}>
            <TabList
              size="small"
              aria-label={MAP.title}
              className={styles.tabs}
              selectedValue={tab}
              onTabSelect={(_event, { value }) => setTab(value as Tabs)}
            >
              {(Object.keys(MAP.tabs) as Tabs[]).map((one) => (
                <Tab key={one} value={one} id={`${id}-${one}`} aria-controls={one === tab ? `${id}-panel` : undefined}>
                  {MAP.tabs[one]}
                </Tab>
              ))}
            </TabList>
            {isLow && filter}
          </div>
          <div
            role="tabpanel"
            id={`${id}-panel`}
            aria-labelledby={`${id}-${tab}`}
            className={mergeClasses(styles.tabPanel, isLow && styles.lowPanel)}
          >
            {tab === 'actions' && (
              <>
                {!isLow && filter}
                {deciding.panel}
                {hasSure && work.reading?.plan !== null && <InPlan onCollate={onCollate} />}
                {hasSure && work.reading?.tables.some(holdsActions) === true && (
                  <Button size="small" disabled={isBusy(column.planning.state)} onClick={() => column.planning.start(undefined)}>
                    {MAP.writeColumn}
                  </Button>
                )}
                <IndicatorColumnNotice column={column} />
              </>
            )}
            {tab === 'measures' && <MeasuresPanel mapping={mapping} />}
            {tab === 'coverage' && <CoveragePanel mapping={mapping} />}
          </div>
          {!mapping.knowsConcepts && <Caption1 className={styles.quiet}>{mapping.restsOn}</Caption1>}
          {work.reading !== null && (
            <Disclosure title={MAP.frameworkTitle(mapping.framework.name)}>
              <FrameworkPanel services={props.services} reading={work.reading} mapping={mapping} choice={props.frameworkChoice} />
            </Disclosure>
          )}
        </>
      )}
    </ViewFrame>
  );
}
