import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState, type DragEvent, type ReactNode, type RefObject } from 'react';
import { SUBMISSION_ENDINGS } from '../../application';
import { useAnnounce } from '../shared/announcer';
import { COLLATE } from './collate-wording';
import type { Collation } from './use-collation';

const ACCEPTED = SUBMISSION_ENDINGS.join();

const useStyles = makeStyles({
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

interface AddSubmissionsProps {
  readonly collation: Collation;
  /** The picker, so that it can be opened from elsewhere too. */
  readonly picker: RefObject<HTMLInputElement | null>;
}

/** Picks workbooks or takes those that are dropped. */
export function AddSubmissions({ collation, picker }: AddSubmissionsProps): ReactNode {
  const styles = useStyles();
  const announce = useAnnounce();
  const [over, setOver] = useState(false);
  const { before, now } = collation.notKept;

  const add = (files: readonly File[]): void => {
    if (files.length === 0) return;
    announce(COLLATE.added(collation.add(files)));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };

  return (
    <>
      {before.length > 0 && <Caption1>{COLLATE.addAgain(before)}</Caption1>}
      {now.length > 0 && <Caption1>{COLLATE.notKept(now)}</Caption1>}
      <div
        className={mergeClasses(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Button size="small" icon={<Add16Regular />} onClick={() => picker.current?.click()}>
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
