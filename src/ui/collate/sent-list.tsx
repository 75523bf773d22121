import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Circle16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { counted, listed } from '../../domain/wording';
import { useAnnounce } from '../shared/announcer';
import type { CollationDryRun, CollationSource } from '../shared/pane-services';
import { COLLATE } from './collate-wording';
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
  readonly sent: readonly { readonly directorate: string; readonly actions: number }[];
  readonly missing: readonly string[];
}

interface DirectorateLineProps {
  readonly directorate: string;
  /** Null for one that sent nothing yet. */
  readonly actions: number | null;
  /** Files that are of this directorate alone. */
  readonly own: readonly CollationSource[];
  /** Names of files that are of others too, and are listed by themselves. */
  readonly shared: readonly string[];
  readonly collation: Collation;
  readonly dryRun: CollationDryRun | null;
  readonly onRemove: (file: string) => void;
}

function DirectorateLine({ directorate, actions, own, shared, collation, dryRun, onRemove }: DirectorateLineProps): ReactNode {
  const styles = useStyles();
  return (
    <li>
      <div className={styles.line}>
        {actions === null ? (
          <Circle16Regular className={styles.out} aria-hidden="true" />
        ) : (
          <CheckmarkCircle16Filled className={styles.in} aria-hidden="true" />
        )}
        <span className={styles.name}>{directorate}</span>
        <Caption1 className={styles.amount}>{actions === null ? COLLATE.notSent : counted(actions, 'action')}</Caption1>
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
        {dryRun !== null && <VersionChoices collation={collation} dryRun={dryRun} of={(name) => name === directorate} />}
      </div>
    </li>
  );
}

/**
 * One list of all that takes part: each directorate with its files, their versions and what was read in them; those who sent nothing yet; then
 * files of several directorates, or of none.
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
            own={ownOf(directorate)}
            shared={hasFiles ? sources.filter((one) => !isOwn(one) && one.directorates.includes(directorate)).map(({ file }) => file) : []}
            collation={collation}
            dryRun={dryRun}
            onRemove={remove}
          />
        ))}
        {missing.map((directorate) => (
          <DirectorateLine
            key={directorate}
            directorate={directorate}
            actions={null}
            own={[]}
            shared={[]}
            collation={collation}
            dryRun={null}
            onRemove={remove}
          />
        ))}
      </ul>
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
