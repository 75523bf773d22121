import { Body1, Button, Caption1, Dropdown, Field, Option, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { Failure } from '../../application';
import { BusyNotice } from '../shared/busy-notice';
import { FailureNotice } from '../shared/failure-notice';
import { Notice } from '../shared/notice';
import type { DirectoratesSeen, RevealTarget, TemplateWritten } from '../shared/pane-services';
import { ReadingNotices } from '../shared/reading-notices';
import type { PlanReader } from '../shared/use-plan-reading';
import { isBusy } from '../shared/use-task';
import { ViewFrame } from '../shared/view-frame';
import { TEMPLATE } from './template-wording';
import type { TemplateTask } from './use-template';

const useStyles = makeStyles({
  choice: { minWidth: 0, width: '100%' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  main: { flexGrow: 1, flexBasis: 0 },
});

interface TemplateViewProps {
  readonly reader: PlanReader;
  readonly arrived: boolean;
  readonly task: TemplateTask;
  readonly reveal: (target: RevealTarget) => void;
  readonly revealFailure: Failure | null;
  readonly onBack: () => void;
}

function Written({ written }: { readonly written: TemplateWritten }): ReactNode {
  return (
    <Notice intent="success" title={TEMPLATE.writtenTitle(written.sheet)}>
      {written.nameTaken !== null && `${TEMPLATE.nameTaken(written.nameTaken, written.sheet)} `}
      {TEMPLATE.written}
    </Notice>
  );
}

interface DirectorateChoiceProps {
  readonly directorates: DirectoratesSeen;
  readonly chosen: string | null;
  readonly onChoose: (directorate: string) => void;
}

function DirectorateChoice({ directorates, chosen, onChoose }: DirectorateChoiceProps): ReactNode {
  const styles = useStyles();
  const { seen, missing } = directorates;
  const names = [...seen, ...missing].sort((a, b) => a.localeCompare(b, 'en-GB'));
  return (
    <Field label={TEMPLATE.whose} hint={chosen !== null && seen.includes(chosen) ? TEMPLATE.hasTable(chosen) : undefined}>
      <Dropdown
        className={styles.choice}
        placeholder={TEMPLATE.choose}
        value={chosen ?? ''}
        selectedOptions={chosen === null ? [] : [chosen]}
        onOptionSelect={(_event, data) => {
          if (data.optionValue !== undefined) onChoose(data.optionValue);
        }}
      >
        {names.map((name) => (
          <Option key={name} value={name}>
            {name}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

/** A sheet to fill in, for a directorate that has none yet. */
export function TemplateView({ reader, arrived, task, reveal, revealFailure, onBack }: TemplateViewProps): ReactNode {
  const styles = useStyles();
  const [chosen, setChosen] = useState<string | null>(null);
  const reading = reader.task.state.value;
  const { state, start, reset, cancel } = task;
  const written = state.status === 'done' ? state.value : null;

  // The result of an earlier visit is not shown again.
  useEffect(() => () => reset(), [reset]);

  const foot =
    written === null ? (
      <Button
        appearance="primary"
        disabledFocusable={chosen === null || isBusy(state)}
        onClick={() => {
          if (chosen !== null && !isBusy(state)) start(chosen);
        }}
      >
        {TEMPLATE.write}
      </Button>
    ) : (
      <div className={styles.foot}>
        <Button appearance="primary" className={styles.main} onClick={() => reveal({ kind: 'sheet', sheet: written.sheet })}>
          {TEMPLATE.goTo(written.sheet)}
        </Button>
        <Button onClick={reset}>{TEMPLATE.another}</Button>
      </div>
    );
  return (
    <ViewFrame title={TEMPLATE.title} onBack={onBack} arrived={arrived} foot={reading === null ? undefined : foot}>
      <ReadingNotices reader={reader} />
      <BusyNotice title={TEMPLATE.writing} state={state} onCancel={cancel} />
      {(state.status === 'failed' || state.status === 'cancelled') && state.failure !== null && (
        <FailureNotice failure={state.failure} onDismiss={reset} />
      )}
      {revealFailure !== null && <FailureNotice failure={revealFailure} />}
      {written !== null && <Written written={written} />}
      {written === null && reading !== null && (
        <>
          <Body1>{TEMPLATE.lead}</Body1>
          <ul className={styles.list}>
            {TEMPLATE.holds.map((part) => (
              <li key={part}>
                <Body1>{part}</Body1>
              </li>
            ))}
          </ul>
          <DirectorateChoice directorates={reading.directorates} chosen={chosen} onChoose={setChosen} />
          <Caption1>{TEMPLATE.nothingChanged}</Caption1>
        </>
      )}
    </ViewFrame>
  );
}
