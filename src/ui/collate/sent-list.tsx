import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Clock16Regular, Subtract16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { counted, listed } from '../../domain/wording';
import { useAnnounce } from '../shared/announcer';
import type { CollationDryRun, CollationSource } from '../shared/pane-services';
import { COLLATE } from './collate-wording';
import { LateLine, lateDirectorates } from './late-line';
import { SourceLine } from './source-line';
import type { Collation } from './use-collation';
import { VersionChoices } from './version-choices';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0 },
  amount: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  files: { display: 'block', marginLeft: '24px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  in: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  out: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
});

interface SentListProps {
  readonly label: string;
  readonly collation: Collation;
  readonly dryRun: CollationDryRun | null;
  /** Those that sent a table this time. */
  readonly sent: readonly { readonly directorate: string; readonly actions: number }[];
  /** Those that did not. */
  readonly missing: readonly string[];
}

interface DirectorateLineProps {
  readonly directorate: string;
  /** Null for one that sent no action this time. */
  readonly actions: number | null;
  /** Something of it is carried forward, or left out. */
  readonly isLate: boolean;
  /** Files that are of this directorate alone. */
  readonly own: readonly CollationSource[];
  /** Names of files that are of others too, and are listed by themselves. */
  readonly shared: readonly string[];
  readonly collation: Collation;
  readonly dryRun: CollationDryRun | null;
  readonly onRemove: (file: string) => void;
}

function DirectorateLine({ directorate, actions, isLate, own, shared, collation, dryRun, onRemove }: DirectorateLineProps): ReactNode {
  const styles = useStyles();
  // A table of measures alone is sent too.
  const isSender = actions !== null || dryRun?.directorates.seen.includes(directorate) === true;
  const isUnread = dryRun?.unread.includes(directorate) === true;
  const notSent = isUnread ? COLLATE.unread : isLate ? COLLATE.late : COLLATE.notSent;
  return (
    <li>
      <div className={styles.line}>
        {actions !== null ? (
          <CheckmarkCircle16Filled className={styles.in} aria-hidden="true" />
        ) : isLate ? (
          <Clock16Regular className={styles.out} aria-hidden="true" />
        ) : (
          <Subtract16Regular className={styles.out} aria-hidden="true" />
        )}
        <span className={styles.name}>{directorate}</span>
        <Caption1 className={styles.amount}>{actions !== null ? counted(actions, 'action') : isSender ? COLLATE.inPart : notSent}</Caption1>
      </div>
      <div className={styles.files}>
        {shared.length > 0 && <Caption1>{listed(shared.map(COLLATE.fromFile))}</Caption1>}
        {own.map((source) => (
          <SourceLine
            key={source.file}
            name={source.file}
            source={source}
            isUnderDirectorate
            onRemove={source.file === '' ? undefined : () => onRemove(source.file)}
          />
        ))}
        {dryRun !== null && actions !== null && (
          <VersionChoices collation={collation} dryRun={dryRun} of={(name) => name === directorate} />
        )}
        {dryRun !== null && isLate && <LateLine directorate={directorate} isSender={isSender} collation={collation} dryRun={dryRun} />}
      </div>
    </li>
  );
}

/**
 * One list of all that takes part: each directorate with its files, their versions and what was read in them, and what of it is carried forward;
 * those who sent nothing this time; then files of several directorates, or of none.
 */
export function SentList({ label, collation, dryRun, sent, missing }: SentListProps): ReactNode {
  const styles = useStyles();
  const announce = useAnnounce();
  const remove = (name: string): void => {
    collation.remove(name);
    announce(COLLATE.removed(name));
  };
  const added = new Set(['', ...collation.submissions.map(({ name }) => name)]);
  const sources = (dryRun?.sources ?? []).filter(({ file }) => added.has(file));
  const late = lateDirectorates(dryRun, collation);
  // Those of whom something is in the plan come before those of whom nothing was ever sent.
  const unsent = [...new Set([...late.filter((name) => !sent.some(({ directorate }) => directorate === name)), ...missing])];
  const names = new Set(sent.map(({ directorate }) => directorate));
  const ownOf = (name: string): CollationSource[] =>
    sources.filter(({ directorates: [only, other] }) => only === name && other === undefined);
  const isOwn = ({ directorates: [only, other] }: CollationSource): boolean => only !== undefined && other === undefined && names.has(only);
  const hasFiles = sources.length > 1;
  const others = [
    ...sources.filter(({ file }) => file === '').filter((source) => !isOwn(source)),
    ...collation.submissions.flatMap(({ name }) => {
      const source = sources.find(({ file }) => file === name);
      return source !== undefined && isOwn(source) ? [] : [source ?? name];
    }),
  ];
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {sent.map(({ directorate, actions }) => (
          <DirectorateLine
            key={directorate}
            directorate={directorate}
            actions={actions}
            isLate={late.includes(directorate)}
            own={ownOf(directorate)}
            shared={hasFiles ? sources.filter((one) => !isOwn(one) && one.directorates.includes(directorate)).map(({ file }) => file) : []}
            collation={collation}
            dryRun={dryRun}
            onRemove={remove}
          />
        ))}
        {unsent.map((directorate) => (
          <DirectorateLine
            key={directorate}
            directorate={directorate}
            actions={null}
            isLate={late.includes(directorate)}
            own={[]}
            shared={[]}
            collation={collation}
            dryRun={dryRun}
            onRemove={remove}
          />
        ))}
      </ul>
      {dryRun !== null && dryRun.carriedFindings > 0 && <Caption1>{COLLATE.carriedFindings(dryRun.carriedFindings)}</Caption1>}
      {dryRun !== null && <VersionChoices collation={collation} dryRun={dryRun} of={(name) => !names.has(name)} />}
      {others.length > 0 && (
        <ul className={styles.list} aria-label={COLLATE.sources}>
          {others.map((other) => {
            const file = typeof other === 'string' ? other : other.file;
            return (
              <li key={file}>
                <SourceLine
                  name={file}
                  source={typeof other === 'string' ? undefined : other}
                  isCopy={dryRun?.copies.some((copy) => copy.file === file) === true}
                  onRemove={file === '' ? undefined : () => remove(file)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
