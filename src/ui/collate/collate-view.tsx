import { Body1, Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Failure } from '../../application';
import { useAnnounce } from '../shared/announcer';
import { BusyNotice } from '../shared/busy-notice';
import { CollationChoices } from './collation-choices';
import { CollationOutcome } from './collation-outcome';
import { copiesToAsk } from './copy-list';
import { COPY_WORDS } from './copy-wording';
import { AddSubmissions } from './add-submissions';
import { DryRunSummary } from './dry-run-summary';
import { FailureNotice } from '../shared/failure-notice';
import { Heading } from '../shared/heading';
import type { CollationDryRun, PlanReading, RevealTarget } from '../shared/pane-services';
import { ReadingNotices } from '../shared/reading-notices';
import { mustBeAnswered, OpenQuestions, openQuestions } from './open-questions';
import { SentList } from './sent-list';
import { VERSIONS_ID } from './version-choices';
import type { Collation } from './use-collation';
import type { PlanReader } from '../shared/use-plan-reading';
import { isBusy } from '../shared/use-task';
import { ViewFrame } from '../shared/view-frame';
import { COLLATE } from './collate-wording';

const useStyles = makeStyles({
  foot: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  main: { flexGrow: 1, flexBasis: 0 },
});

interface CollateViewProps {
  readonly reader: PlanReader;
  readonly arrived: boolean;
  readonly collation: Collation;
  readonly reveal: (target: RevealTarget) => void;
  readonly revealFailure: Failure | null;
  readonly onBack: () => void;
  readonly onSeeFindings: () => void;
  readonly notice: ReactNode;
  /** Offers to take back the last collation, when there is one. */
  readonly restore: ReactNode;
}

/** The directorates of this workbook, until a dry run has counted the submissions in. */
function directoratesHere(reading: PlanReading): { readonly directorate: string; readonly actions: number }[] {
  const count = (directorate: string): number => reading.actions.filter((action) => action.directorate === directorate).length;
  return reading.directorates.seen.map((directorate) => ({ directorate, actions: count(directorate) }));
}

/** A dry run whenever what goes into it has changed, so that what the pane says it will write is what it would write now. */
function useDryRun(collation: Collation, reading: PlanReading | null): void {
  const { plan, writing } = collation;
  const idle = writing.state.status === 'idle';
  useEffect(() => {
    if (reading !== null && idle) plan();
  }, [reading, idle, plan]);
}

function isWritable(dryRun: CollationDryRun, collation: Collation): boolean {
  if (copiesToAsk(dryRun, collation).length > 0) return false;
  return !dryRun.nothingToDo && dryRun.actions > 0 && dryRun.obstacles.length === 0 && mustBeAnswered(dryRun) === 0;
}

/** What stands between the dry run and the writing, or that nothing does: written in the foot and announced. */
function standingOf(dryRun: CollationDryRun, collation: Collation): string | null {
  const copies = copiesToAsk(dryRun, collation).length;
  if (copies > 0) return COPY_WORDS.mustSay(copies);
  const open = mustBeAnswered(dryRun);
  if (open > 0) return COLLATE.mustAnswer(open);
  if (dryRun.obstacles.length > 0) return COLLATE.obstacles(dryRun.obstacles.length);
  return isWritable(dryRun, collation) ? COLLATE.ready(dryRun.actions, dryRun.remaining) : null;
}

/** To the first directorate of which several versions are there, with the one that is used in focus. */
function showVersions(): void {
  const group = document.getElementById(VERSIONS_ID);
  group?.scrollIntoView({ block: 'start' });
  group?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
}

interface FootProps {
  readonly collation: Collation;
  readonly onOpenSheet: (sheet: string) => void;
  readonly onQuestions: () => void;
  readonly onAdd: () => void;
}

function Foot({ collation, onOpenSheet, onQuestions, onAdd }: FootProps): ReactNode {
  const styles = useStyles();
  const { plan, planning, writing } = collation;
  const dryRun = planning.state.value;
  const result = writing.state.status === 'done' ? writing.state.value : null;
  if (result !== null) {
    const first = result.sheets[0]?.sheet;
    return (
      <div className={styles.foot}>
        {first !== undefined && (
          <Button appearance="primary" className={styles.main} onClick={() => onOpenSheet(first)}>
            {COLLATE.openFirst(first)}
          </Button>
        )}
        <Button onClick={writing.reset}>{COLLATE.again}</Button>
      </div>
    );
  }
  const planned = planning.state.status === 'done' && dryRun !== null;
  if (!planned && !isBusy(planning.state)) {
    return (
      <Button appearance="primary" onClick={plan}>
        {COLLATE.showChanges}
      </Button>
    );
  }
  if (planned && dryRun.actions === 0 && dryRun.obstacles.length === 0)
    return (
      <Button appearance="primary" onClick={onAdd}>
        {COLLATE.addFiles}
      </Button>
    );
  const standing = dryRun === null ? null : standingOf(dryRun, collation);
  const writable = dryRun !== null && isWritable(dryRun, collation);
  return (
    <>
      {planned && dryRun.versions.length > 0 && (
        <Caption1>
          {COLLATE.versionsUsed(dryRun.versions)} <Link onClick={showVersions}>{COLLATE.checkVersions}</Link>
        </Caption1>
      )}
      {planned && standing !== null && (
        <Caption1>
          {standing} {openQuestions(dryRun, collation) > 0 && <Link onClick={onQuestions}>{COLLATE.goToQuestions}</Link>}
        </Caption1>
      )}
      <Button
        appearance="primary"
        disabledFocusable={!planned || !writable || isBusy(writing.state)}
        onClick={() => {
          if (dryRun !== null) writing.start(dryRun);
        }}
      >
        {COLLATE.write}
      </Button>
    </>
  );
}

/** Who has sent what, what would be written, and, on request, the writing. */
export function CollateView({
  reader,
  arrived,
  collation,
  reveal,
  revealFailure,
  onBack,
  onSeeFindings,
  notice,
  restore,
}: CollateViewProps): ReactNode {
  const announce = useAnnounce();
  const questions = useRef<HTMLHeadingElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const { planning, writing } = collation;
  const reading = reader.task.state.value;
  const dryRun = planning.state.value;
  useDryRun(collation, reading);

  const standing = planning.state.status === 'done' && dryRun !== null ? standingOf(dryRun, collation) : null;
  useEffect(() => {
    if (standing !== null) announce(standing);
  }, [standing, announce]);

  const openSheet = (sheet: string): void => reveal({ kind: 'sheet', sheet });
  const result = writing.state.status === 'done' ? writing.state.value : null;
  const sent = dryRun?.byDirectorate ?? (reading === null ? [] : directoratesHere(reading));
  const { seen, missing } = dryRun?.directorates ?? reading?.directorates ?? { seen: [], missing: [] };
  const sentNow = sent.filter(({ directorate }) => !missing.includes(directorate));
  const directoratesIn = COLLATE.directoratesIn(seen.length, seen.length + missing.length);

  return (
    <ViewFrame
      title={COLLATE.title}
      onBack={onBack}
      arrived={arrived}
      foot={
        reading === null ? undefined : (
          <Foot
            collation={collation}
            onOpenSheet={openSheet}
            onQuestions={() => questions.current?.focus()}
            onAdd={() => picker.current?.click()}
          />
        )
      }
    >
      {notice}
      <ReadingNotices reader={reader} />
      <BusyNotice title={COLLATE.planning} state={planning.state} onCancel={planning.cancel} atOnce={planning.state.value === null} />
      <BusyNotice title={COLLATE.writing} state={writing.state} onCancel={writing.cancel} atOnce />
      {planning.state.status === 'failed' && planning.state.failure !== null && planning.state.failure.code !== 'later version' && (
        <FailureNotice failure={planning.state.failure} onRetry={collation.plan} />
      )}
      {(writing.state.status === 'failed' || writing.state.status === 'cancelled') && writing.state.failure !== null && (
        <FailureNotice failure={writing.state.failure} onRetry={writing.reset} />
      )}
      {revealFailure !== null && <FailureNotice failure={revealFailure} />}
      {result !== null && <CollationOutcome result={result} onOpenSheet={openSheet} onSeeFindings={onSeeFindings} restore={restore} />}
      {result === null && reading !== null && (
        <>
          {dryRun !== null && <OpenQuestions collation={collation} dryRun={dryRun} titleRef={questions} />}
          <Heading kind="section">{directoratesIn}</Heading>
          <SentList label={directoratesIn} collation={collation} dryRun={dryRun} sent={sentNow} missing={missing} />
          <AddSubmissions collation={collation} picker={picker} />
          <CollationChoices collation={collation} dryRun={dryRun} />
          {dryRun !== null && dryRun.actions === 0 && (
            <Body1>
              {COLLATE.noActions}. {COLLATE.noActionsNext}
            </Body1>
          )}
          {dryRun !== null && dryRun.actions > 0 && <DryRunSummary collation={collation} dryRun={dryRun} />}
          {restore}
        </>
      )}
    </ViewFrame>
  );
}
