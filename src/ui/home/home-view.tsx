import { Body1, Caption1, CompoundButton, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import { CorrectionNotices } from '../shared/correction-notices';
import type { Failure } from '../../application';
import { Disclosure } from '../shared/disclosure';
import { FailureNotice } from '../shared/failure-notice';
import { LeftOutList } from '../shared/left-out-list';
import { MissedTable } from '../shared/missed-table';
import { NoTableYet } from '../shared/no-table-yet';
import type { Mapping, PlanReading } from '../shared/pane-services';
import type { PaneView } from '../shared/pane-view';
import { ReadingNotices } from '../shared/reading-notices';
import type { Corrections } from '../shared/use-corrections';
import type { PlanReader } from '../shared/use-plan-reading';
import { ViewFrame } from '../shared/view-frame';
import { FirstRun } from './first-run';
import { type HomeState, homeStateOf, nextStep, type Role, roleOf } from './home-state';
import { type HomeTask, homeTasks, type OpenCosts, toDecide } from './home-tasks';
import { HOME } from './home-wording';
import { PlanSummary } from './plan-summary';
import { tableCounts, WORDS } from '../shared/wording';

const useStyles = makeStyles({
  nav: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  item: {
    width: '100%',
    maxWidth: 'none',
    justifyContent: 'flex-start',
    textAlign: 'left',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    '& .fui-Button__icon': { flexShrink: 0 },
  },
  help: { alignSelf: 'flex-start' },
  // The colours of severities are for a light or dark ground, not for that of the primary button.
  next: { '& .fui-CompoundButton__secondaryContent svg': { color: 'inherit' } },
});

/** What the person at the pane did last, and what they say that they do. */
interface LastTask {
  /** Null for somebody who has opened no task on this computer; undefined until that is known. */
  readonly task: string | null | undefined;
  readonly remember: (task: string) => void;
}

/** What stands for a role until its first task is opened. */
const FIRST_TASK: Readonly<Record<Role, string>> = { officer: 'check', collator: 'collate', finance: 'costs' };
/** Remembered in place of a task, so that the question is not asked again. */
const SKIPPED = 'skipped';

/** The help page for whoever is at the pane, in `assets/help`. */
const helpFor = (lastTask: string | null): string => `assets/help/${roleOf(lastTask) ?? 'index'}.html`;

interface HomeViewProps {
  readonly reader: PlanReader;
  /** Null until the actions have been matched with the indicators. */
  readonly mapping: Mapping | null;
  /** Null until the costs have been listed. */
  readonly openCosts: OpenCosts | null;
  readonly corrections: Corrections;
  readonly lastTask: LastTask;
  readonly arrived: boolean;
  readonly onOpen: (view: PaneView) => void;
  readonly onOpenSheet: (sheet: string) => void;
  /** Adds a sample and shows what came of it. */
  readonly onSample: () => void;
  readonly revealFailure: Failure | null;
  /** About a write that did not finish, when there is one. */
  readonly notice: ReactNode;
  /** Offers to take back the last collation, when there is one. */
  readonly restore: ReactNode;
}

interface TaskButtonProps {
  readonly task: HomeTask;
  readonly isNext?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly onOpen: () => void;
}

function TaskButton({ task, isNext = false, buttonRef, onOpen }: TaskButtonProps): ReactNode {
  const styles = useStyles();
  return (
    <CompoundButton
      ref={buttonRef}
      className={mergeClasses(styles.item, isNext && styles.next)}
      size="small"
      appearance={isNext ? 'primary' : 'secondary'}
      icon={task.icon}
      secondaryContent={task.about}
      onClick={onOpen}
    >
      {task.title}
    </CompoundButton>
  );
}

/** What the workbook is, in a sentence or a few facts. */
function Summary(props: {
  readonly reading: PlanReading;
  readonly state: HomeState;
  readonly onOpenSheet: (sheet: string) => void;
}): ReactNode {
  const { reading, state, onOpenSheet } = props;
  const { sheets, tables, directorates } = reading;
  if (state.kind !== 'plan') return <Body1>{HOME.summary(sheets, tableCounts(tables), directorates.seen.length)}</Body1>;
  return (
    <>
      <PlanSummary plan={state.plan} onOpenSheet={onOpenSheet} />
      {tables.length > 0 && <Caption1>{HOME.besidePlan(tableCounts(tables))}</Caption1>}
    </>
  );
}

/** What this workbook is, the one next step, and the other tasks. */
export function HomeView(props: HomeViewProps): ReactNode {
  const { reader, mapping, openCosts, corrections, lastTask, arrived, onOpen, onOpenSheet, onSample, revealFailure, notice, restore } =
    props;
  const styles = useStyles();
  const reading = reader.task.state.value;
  const state = reading === null ? null : homeStateOf(reading);
  const tasks = reading === null || state === null ? [] : homeTasks(reading, mapping, openCosts, state);
  const next = state === null ? null : nextStep(state, { lastTask: lastTask.task ?? null, toDecide: toDecide(mapping) });
  // Whoever answered the question goes on with the step that is offered for it.
  const nextButton = useRef<HTMLButtonElement>(null);
  const [isAnswered, setAnswered] = useState(false);
  useEffect(() => {
    if (isAnswered) nextButton.current?.focus();
  }, [isAnswered]);
  const answer = (task: string): void => {
    lastTask.remember(task);
    setAnswered(true);
  };
  const nextTask = tasks.find(({ name }) => name === next);
  const foot =
    nextTask === undefined ? undefined : <TaskButton isNext buttonRef={nextButton} task={nextTask} onOpen={() => onOpen(nextTask.name)} />;
  return (
    <ViewFrame title={WORDS.appName} arrived={arrived} foot={foot}>
      {notice}
      <ReadingNotices reader={reader} />
      {revealFailure !== null && <FailureNotice failure={revealFailure} />}
      {reading !== null && state !== null && (
        <>
          <Summary reading={reading} state={state} onOpenSheet={onOpenSheet} />
          {lastTask.task === null && (
            <FirstRun
              onRole={(role) => answer(FIRST_TASK[role])}
              onSample={state.kind === 'empty' ? onSample : null}
              onSkip={() => answer(SKIPPED)}
            />
          )}
          <CorrectionNotices corrections={corrections} unfit={reading.unfit} />
          <nav className={styles.nav} aria-label={WORDS.appName}>
            {tasks
              .filter((task) => task !== nextTask)
              .map((task) => (
                <TaskButton key={task.name} task={task} onOpen={() => onOpen(task.name)} />
              ))}
          </nav>
          {state.kind === 'empty' && (
            <NoTableYet onAgain={reader.read}>
              <MissedTable corrections={corrections} />
            </NoTableYet>
          )}
          {restore}
          {state.kind === 'plan' && reading.tables.length === 0 && (
            <Disclosure title={HOME.notFound}>
              <MissedTable corrections={corrections} />
              <LeftOutList items={reading.leftOut} />
            </Disclosure>
          )}
          {(state.kind !== 'plan' || reading.tables.length > 0) && <LeftOutList items={reading.leftOut} />}
          <Link className={styles.help} href={helpFor(lastTask.task ?? null)} target="_blank" rel="noopener">
            {HOME.help}
          </Link>
        </>
      )}
    </ViewFrame>
  );
}
