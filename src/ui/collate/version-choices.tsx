import { Caption1, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { CollationDryRun, DirectorateVersions } from '../shared/pane-services';
import { SUBMISSION_WORDS } from './submission-wording';
import type { Collation } from './use-collation';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  // Side by side, also in the narrowest pane.
  versions: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', alignItems: 'start' },
  across: { gridColumnStart: 1, gridColumnEnd: -1 },
  fact: { display: 'block', color: tokens.colorNeutralForeground2 },
  name: { display: 'block', overflowWrap: 'anywhere' },
});

/** The value of "all, merged" in a group of radio buttons; no file can have this name. */
const MERGED = '/merged';

/** The first group of versions, for a link that leads there. */
export const VERSIONS_ID = 'versions-to-choose';

interface VersionGroupProps {
  readonly sent: DirectorateVersions;
  readonly isFirst: boolean;
  /** Files that are used. */
  readonly counting: readonly string[];
  readonly onChoose: (files: readonly string[]) => void;
}

function VersionGroup({ sent, isFirst, counting, onChoose }: VersionGroupProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [only] = counting;
  return (
    <section id={isFirst ? VERSIONS_ID : undefined} className={styles.box} aria-labelledby={id}>
      <Caption1 id={id} className={styles.title}>
        {SUBMISSION_WORDS.versions(sent)}
      </Caption1>
      <Caption1>{SUBMISSION_WORDS.newer(sent)}</Caption1>
      <RadioGroup
        aria-labelledby={id}
        className={styles.versions}
        value={counting.length > 1 ? MERGED : (only ?? '')}
        onChange={(_event, { value }) => onChoose(value === MERGED ? sent.files.map(({ file }) => file) : [value])}
      >
        {sent.files.map((version) => (
          <Radio
            key={version.file}
            value={version.file}
            label={
              <>
                <Caption1 className={styles.name}>{SUBMISSION_WORDS.versionFile(version.file)}</Caption1>
                {SUBMISSION_WORDS.versionFacts(version).map((fact) => (
                  <Caption1 key={fact} className={styles.fact}>
                    {fact}
                  </Caption1>
                ))}
              </>
            }
          />
        ))}
        <Radio
          className={styles.across}
          value={MERGED}
          label={
            <>
              <Caption1 className={styles.name}>{SUBMISSION_WORDS.merge(sent.files.length)}</Caption1>
              <Caption1 className={styles.fact}>{SUBMISSION_WORDS.mergeHint}</Caption1>
            </>
          }
        />
      </RadioGroup>
    </section>
  );
}

interface VersionChoicesProps {
  readonly collation: Collation;
  readonly dryRun: CollationDryRun;
  /** The directorates of whom it tells. */
  readonly of: (directorate: string) => boolean;
}

/** Versions of one directorate's table, side by side, for the user to say which counts; and the parts that are merged. */
export function VersionChoices({ collation, dryRun, of }: VersionChoicesProps): ReactNode {
  const { choices, choose } = collation;
  const versions = dryRun.versions.filter(({ directorate }) => of(directorate));
  const parts = dryRun.parts.filter(({ directorate }) => of(directorate));
  // A choice is shown at once, before the new dry run is ready.
  const counting = ({ directorate, files }: DirectorateVersions): string[] => {
    const chosen = choices.versions.filter((one) => one.directorate === directorate).flatMap((one) => one.files);
    const here = files.filter(({ file }) => chosen.includes(file));
    return (here.length > 0 ? here : files.slice(0, 1)).map(({ file }) => file);
  };
  const onChoose = (sent: DirectorateVersions, files: readonly string[]): void => {
    const names = sent.files.map(({ file }) => file);
    // A directorate may have versions of several parts: only those of this one are chosen anew.
    const others = choices.versions.filter(
      (one) => one.directorate !== sent.directorate || !one.files.some((file) => names.includes(file)),
    );
    choose({ ...choices, versions: [...others, { directorate: sent.directorate, files }] });
  };
  return (
    <>
      {versions.map((sent) => (
        <VersionGroup
          key={`${sent.directorate} ${sent.files[0]?.file ?? ''}`}
          sent={sent}
          isFirst={sent === dryRun.versions[0]}
          counting={counting(sent)}
          onChoose={(files) => onChoose(sent, files)}
        />
      ))}
      {parts.map((sent) => (
        <Caption1 key={sent.directorate}>{SUBMISSION_WORDS.parts(sent)}</Caption1>
      ))}
    </>
  );
}
