import { counted } from '../../domain/wording';
import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add16Regular, Dismiss16Regular, DocumentTable16Regular, Warning16Regular } from '@fluentui/react-icons';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useAnnounce } from '../shared/announcer';
import type { CollationDryRun, CollationSource } from '../shared/pane-services';
import { SourceReceipt } from './source-receipt';
import type { Collation } from './use-collation';
import { CopyList } from './copy-list';
import { COPY_WORDS } from './copy-wording';
import { VersionChoices } from './version-choices';
import { COLLATE } from './collate-wording';

const ACCEPTED = '.xlsx,.xlsm,.xlsb,.xls,.ods,.csv';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, minHeight: '24px' },
  text: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  about: { color: tokens.colorNeutralForeground2 },
  problem: { display: 'flex', gap: tokens.spacingHorizontalXS, color: tokens.colorStatusWarningForeground1 },
  icon: { flexShrink: 0 },
  drop: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Selected, border: `1px dashed ${tokens.colorBrandStroke1}` },
  picker: { display: 'none' },
});

/** "1 table, 8 actions"; null for a file that could not be read, whose problem says all there is to say. */
function whatIsIn(source: CollationSource | undefined): string | null {
  if (source === undefined) return COLLATE.waiting;
  if (source.problem !== null && source.tables === 0) return null;
  return `${counted(source.tables, 'table')}, ${counted(source.actions, 'action')}`;
}

function SourceLine(props: {
  readonly name: string;
  readonly source: CollationSource | undefined;
  /** It is a copy of the plan, of which more is said below. */
  readonly isCopy?: boolean;
  readonly onRemove?: () => void;
}): ReactNode {
  const { name, source, isCopy, onRemove } = props;
  const styles = useStyles();
  const about = isCopy === true ? COPY_WORDS.isCopy : whatIsIn(source);
  return (
    <li className={styles.line}>
      <DocumentTable16Regular className={styles.icon} aria-hidden="true" />
      <div className={styles.text}>
        <span>{COLLATE.fromFile(name)}</span>
        {about !== null && <Caption1 className={styles.about}>{about}</Caption1>}
        {source?.problem !== undefined && source.problem !== null && (
          <Caption1 className={styles.problem}>
            <Warning16Regular className={styles.icon} aria-hidden="true" />
            <span>{source.problem}</span>
          </Caption1>
        )}
        {source !== undefined && source.tables + source.notRead.parts.length > 0 && <SourceReceipt source={source} />}
      </div>
      {onRemove !== undefined && (
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={COLLATE.remove(name)} onClick={onRemove} />
      )}
    </li>
  );
}

interface SubmissionListProps {
  readonly collation: Collation;
  readonly dryRun: CollationDryRun | null;
}

/** The workbooks that take part: this one, and those picked or dropped, each with what was found in it. */
export function SubmissionList({ collation, dryRun }: SubmissionListProps): ReactNode {
  const styles = useStyles();
  const announce = useAnnounce();
  const picker = useRef<HTMLInputElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState(false);
  const sourceOf = (file: string): CollationSource | undefined => dryRun?.sources.find((source) => source.file === file);
  const here = sourceOf('');

  const add = (files: readonly File[]): void => {
    if (files.length === 0) return;
    announce(COLLATE.added(collation.add(files)));
  };
  const remove = (name: string): void => {
    collation.remove(name);
    announce(COLLATE.removed(name));
    // The pressed button has disappeared with its line.
    adder.current?.focus();
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };

  return (
    <>
      {(here !== undefined || collation.submissions.length > 0) && (
        <ul className={styles.list} aria-label={COLLATE.sources}>
          {here !== undefined && <SourceLine name="" source={here} />}
          {collation.submissions.map((file) => (
            <SourceLine
              key={file.name}
              name={file.name}
              source={sourceOf(file.name)}
              isCopy={dryRun?.copies.some((copy) => copy.file === file.name) === true}
              onRemove={() => remove(file.name)}
            />
          ))}
        </ul>
      )}
      {dryRun !== null && <CopyList collation={collation} dryRun={dryRun} />}
      {dryRun !== null && <VersionChoices collation={collation} dryRun={dryRun} />}
      {collation.notKept.before.length > 0 && <Caption1>{COLLATE.addAgain(collation.notKept.before)}</Caption1>}
      {collation.notKept.now.length > 0 && <Caption1>{COLLATE.notKept(collation.notKept.now)}</Caption1>}
      <div
        className={mergeClasses(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Button ref={adder} size="small" icon={<Add16Regular />} onClick={() => picker.current?.click()}>
          {COLLATE.addFiles}
        </Button>
        <Caption1>{COLLATE.orDrop}</Caption1>
        <input
          ref={picker}
          type="file"
          multiple
          accept={ACCEPTED}
          aria-label={COLLATE.pick}
          className={styles.picker}
          tabIndex={-1}
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            // So that the same file can be picked again after it was removed.
            event.target.value = '';
          }}
        />
      </div>
    </>
  );
}
