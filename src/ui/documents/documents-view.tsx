import { Body1, Button, Caption1, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useAnnounce } from '../shared/announcer';
import { BusyNotice } from '../shared/busy-notice';
import { DOCUMENT_CHOICES, DOCUMENTS } from './documents-wording';
import { FailureNotice } from '../shared/failure-notice';
import { Heading } from '../shared/heading';
import { MadeDocumentItem } from './made-document';
import { Notice } from '../shared/notice';
import type {
  DocumentChoice,
  DocumentContents,
  MadeDocument,
  OnProgress,
  PaneServices,
  AnswersOnFiles,
  SubmittedFile,
} from '../shared/pane-services';
import { isBusy, useTask, type TaskState } from '../shared/use-task';
import { ViewFrame } from '../shared/view-frame';

const useStyles = makeStyles({
  made: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface DocumentsViewProps {
  readonly services: PaneServices;
  /** Files added to the collation: their tables are not in the workbook. */
  readonly files: readonly SubmittedFile[];
  /** What the user chose about them on Collate. */
  readonly choices: AnswersOnFiles;
  readonly arrived: boolean;
  readonly onBack: () => void;
}

/** Makes the papers, the sheets and the return packs as documents to save or copy. */
export function DocumentsView({ services, files, choices, arrived, onBack }: DocumentsViewProps): ReactNode {
  const announce = useAnnounce();
  const { documents } = services;
  const [choice, setChoice] = useState<DocumentChoice | null>(null);
  const load = useCallback(
    (_: null, signal: AbortSignal, onProgress: OnProgress) => documents.look(files, signal, onProgress, choices),
    [documents, files, choices],
  );
  const loading = useTask(load, 'at once');
  const make = useCallback(
    async (asked: DocumentChoice, signal: AbortSignal, onProgress: OnProgress): Promise<readonly MadeDocument[]> => {
      const made = await documents.make(asked, files, signal, onProgress, choices);
      announce(DOCUMENTS.madeCount(made.length));
      return made;
    },
    [documents, files, choices, announce],
  );
  const making = useTask(make, 'at once');
  const { start: startLoading } = loading;
  useEffect(() => startLoading(null), [startLoading]);

  const available = loading.state.value;
  const chosen = choice ?? (available === null ? null : (DOCUMENT_CHOICES.find((one) => DOCUMENTS.isAvailable(one, available)) ?? null));
  const foot = (
    <Button
      appearance="primary"
      disabledFocusable={chosen === null || isBusy(making.state)}
      onClick={() => {
        if (chosen !== null && !isBusy(making.state)) making.start(chosen);
      }}
    >
      {DOCUMENTS.make}
    </Button>
  );
  return (
    <ViewFrame title={DOCUMENTS.title} onBack={onBack} arrived={arrived} foot={available === null ? undefined : foot}>
      <Body1>{DOCUMENTS.lead}</Body1>
      <TaskNotices title={DOCUMENTS.loading} state={loading.state} onCancel={loading.cancel} onRetry={() => loading.start(null)} />
      {available !== null && (
        <Choices
          available={available}
          chosen={chosen}
          onChoose={(next) => {
            setChoice(next);
            making.reset();
          }}
        />
      )}
      {chosen !== null && (
        <TaskNotices title={DOCUMENTS.making(chosen)} state={making.state} onCancel={making.cancel} onRetry={() => making.start(chosen)} />
      )}
      {making.state.status === 'done' && making.state.value !== null && <Made services={services} made={making.state.value} />}
    </ViewFrame>
  );
}

interface TaskNoticesProps {
  readonly title: string;
  readonly state: TaskState<unknown>;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
}

function TaskNotices({ title, state, onCancel, onRetry }: TaskNoticesProps): ReactNode {
  return (
    <>
      <BusyNotice title={title} state={state} onCancel={onCancel} />
      {(state.status === 'failed' || state.status === 'cancelled') && state.failure !== null && (
        <FailureNotice failure={state.failure} onRetry={onRetry} />
      )}
    </>
  );
}

interface ChoicesProps {
  readonly available: DocumentContents;
  readonly chosen: DocumentChoice | null;
  readonly onChoose: (choice: DocumentChoice) => void;
}

function Choices({ available, chosen, onChoose }: ChoicesProps): ReactNode {
  return (
    <Field label={DOCUMENTS.which}>
      <RadioGroup
        value={chosen ?? ''}
        onChange={(_event, data) => {
          const choice = DOCUMENT_CHOICES.find((one) => one === data.value);
          if (choice !== undefined) onChoose(choice);
        }}
      >
        {DOCUMENT_CHOICES.map((choice) => (
          <Radio
            key={choice}
            value={choice}
            disabled={!DOCUMENTS.isAvailable(choice, available)}
            label={`${DOCUMENTS.name(choice)} (${DOCUMENTS.about(choice, available)})`}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** Downloads all that was made, one after the other, so that the browser is asked for each. */
function DownloadAll({ services, made }: { readonly services: PaneServices; readonly made: readonly MadeDocument[] }): ReactNode {
  const announce = useAnnounce();
  const { documents } = services;
  const download = useCallback(
    async (all: readonly MadeDocument[], signal: AbortSignal, onProgress: OnProgress): Promise<number> => {
      for (const [index, document] of all.entries()) {
        signal.throwIfAborted();
        onProgress(index / all.length, document.fileName);
        await documents.deliver(document, 'download');
      }
      announce(DOCUMENTS.downloadedAll(all.length));
      return all.length;
    },
    [documents, announce],
  );
  const { state, start, cancel } = useTask(download, 'at once');
  const downloadAll = (): void => {
    if (!isBusy(state)) start(made);
  };
  return (
    <>
      <div>
        <Button size="small" disabledFocusable={isBusy(state)} onClick={downloadAll}>
          {DOCUMENTS.downloadAll(made.length)}
        </Button>
      </div>
      <TaskNotices title={DOCUMENTS.downloading} state={state} onCancel={cancel} onRetry={downloadAll} />
      {state.status === 'done' && state.value !== null && <Caption1>{DOCUMENTS.downloadedAll(state.value)}</Caption1>}
    </>
  );
}

function Made({ services, made }: { readonly services: PaneServices; readonly made: readonly MadeDocument[] }): ReactNode {
  const styles = useStyles();
  const canDownload = made.length > 1 && made.every((document) => services.documents.waysFor(document).includes('download'));
  const heading = useRef<HTMLHeadingElement>(null);
  // It is below the choices, often out of sight.
  useEffect(() => heading.current?.focus(), [made]);
  const onlyCopy = made.every((document) => services.documents.waysFor(document).length === 0);
  return (
    <section className={styles.made} aria-label={DOCUMENTS.made}>
      <Heading kind="section" ref={heading}>
        {DOCUMENTS.made}
      </Heading>
      {onlyCopy && (
        <Notice intent="info" title={DOCUMENTS.title}>
          {DOCUMENTS.onlyCopy}
        </Notice>
      )}
      {canDownload && <DownloadAll services={services} made={made} />}
      <ul className={styles.list}>
        {made.map((document) => (
          <MadeDocumentItem key={document.fileName} services={services} document={document} />
        ))}
      </ul>
    </section>
  );
}
