import { Body1, Caption1, CompoundButton, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import { CorrectionNotices } from '../shared/correction-notices';
import type { Failure } from '../../application';
import { Disclosure } from '../shared/disclosure';
import { FailureNotice } from '../shared/failure-notice';
import { LeftOutList } from '../shared/left-out-list';
import { MissedTable } from '../shared/missed-table';
import { NoTableYet } from '../shared/no-table-yet';
import type { Mapping, PlanReading, RevealTarget } from '../shared/pane-services';
import type { PaneView } from '../shared/pane-view';
import type { Person } from './use-person';
import { ReadingNotices } from '../shared/reading-notices';
import type { Corrections } from '../shared/use-corrections';
import type { PlanReader } from '../shared/use-plan-reading';
import { ViewFrame } from '../shared/view-frame';
import { FirstRun } from './first-run';
import { type HomeState, homeStateOf, nextStep, roleOf } from './home-state';
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
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  // The colours of severities are for a light or dark ground, not for that of the primary button.
  next: { '& .fui-CompoundButton__secondaryContent svg': { color: 'inherit' } },
});

/** In place of a role, so that the question is not put again. */
const SKIPPED = 'skipped';

interface HomeViewProps {
  readonly reader: PlanReader;
  /** Null until the actions have been matched with the indicators. */
  readonly mapping: Mapping | null;
  /** Null until the costs have been listed. */
  readonly openCosts: OpenCosts | null;
  readonly corrections: Corrections;
  readonly person: Person;
  readonly arrived: boolean;
  readonly onOpen: (view: PaneView) => void;
  readonly reveal: (target: RevealTarget) => void;
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
  readonly reveal: (target: RevealTarget) => void;
}): ReactNode {
  const { reading, state, reveal } = props;
  const { sheets, tables, directorates } = reading;
  if (state.kind !== 'plan') return <Body1>{HOME.summary(sheets, tableCounts(tables), directorates.seen.length)}</Body1>;
  return (
    <>
      <PlanSummary plan={state.plan} reveal={reveal} />
      {tables.length > 0 && <Caption1>{HOME.besidePlan(tableCounts(tables))}</Caption1>}
    </>
  );
}

/** What this workbook is, the one next step, and the other tasks. */
export function HomeView(props: HomeViewProps): ReactNode {
  const { reader, mapping, openCosts, corrections, person, arrived, onOpen, reveal, onSample, revealFailure, notice, restore } = props;
  const styles = useStyles();
  const reading = reader.task.state.value;
  const state = reading === null ? null : homeStateOf(reading);
  const tasks = reading === null || state === null ? [] : homeTasks(reading, mapping, openCosts, state);
  const lastTask = person.task ?? null;
  const role = roleOf(person.role ?? null, lastTask);
  const next = state === null ? null : nextStep(state, { role, lastTask, toDecide: toDecide(mapping) });
  // Whoever answered the question goes on with the step that is offered for it.
  const nextButton = useRef<HTMLButtonElement>(null);
  const [isAnswered, setAnswered] = useState(false);
  useEffect(() => {
    if (isAnswered) nextButton.current?.focus();
  }, [isAnswered]);
  // The question is put once, and again where the person wants to answer it otherwise.
  const [isAskedAgain, setAskedAgain] = useState(false);
  const answer = (said: string): void => {
    person.sayRole(said);
    setAskedAgain(false);
    setAnswered(true);
  };
  const nextTask = tasks.find(({ name }) => name === next);
  const foot =
    nextTask === undefined ? undefined : <TaskButton isNext buttonRef={nextButton} task={nextTask} onOpen={() => onOpen(nextTask.name)} />;
  const noTable = (
    <NoTableYet onAgain={reader.read}>
      <MissedTable corrections={corrections} />
    </NoTableYet>
  );
  return (
    <ViewFrame title={WORDS.appName} arrived={arrived} foot={foot}>
      {notice}
      <ReadingNotices reader={reader} />
      {revealFailure !== null && <FailureNotice failure={revealFailure} />}
      {reading !== null && state !== null && (
        <>
          <Summary reading={reading} state={state} reveal={reveal} />
          {(isAskedAgain || (person.task === null && person.role === null)) && (
            <FirstRun
              role={isAskedAgain ? role : null}
              onRole={answer}
              onSample={state.kind === 'empty' ? onSample : null}
              onSkip={() => (isAskedAgain ? setAskedAgain(false) : answer(SKIPPED))}
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
          {state.kind === 'empty' && role !== 'collator' && noTable}
          {state.kind === 'empty' && role === 'collator' && <Disclosure title={HOME.notFound}>{noTable}</Disclosure>}
          {restore}
          {state.kind === 'plan' && reading.tables.length === 0 && (
            <Disclosure title={HOME.notFound}>
              <MissedTable corrections={corrections} />
              <LeftOutList items={reading.leftOut} />
            </Disclosure>
          )}
          {(state.kind !== 'plan' || reading.tables.length > 0) && <LeftOutList items={reading.leftOut} />}
          <div className={styles.links}>
            <Link href={`assets/help/${role ?? 'index'}.html`} target="_blank" rel="noopener">
              {HOME.help}
            </Link>
            {role !== null && !isAskedAgain && <Link onClick={() => setAskedAgain(true)}>{HOME.changeRole}</Link>}
          </div>
        </>
      )}
    </ViewFrame>
  );
}
