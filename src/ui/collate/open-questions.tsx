import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';
import { Heading } from '../shared/heading';
import type { CollationDryRun } from '../shared/pane-services';
import { COLLATE } from './collate-wording';
import { copiesToAsk, CopyList } from './copy-list';
import { DoubtList } from './doubt-list';
import type { Collation } from './use-collation';

const useStyles = makeStyles({
  questions: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
});

export const mustBeAnswered = ({ doubts }: CollationDryRun): number => doubts.filter((doubt) => doubt.mustBeAnswered).length;

/** Questions that must be answered before the plan is written: about copies of the plan, and about doubtful rows. */
export function openQuestions(dryRun: CollationDryRun, collation: Collation): number {
  return copiesToAsk(dryRun, collation).length + mustBeAnswered(dryRun);
}

interface OpenQuestionsProps {
  readonly collation: Collation;
  readonly dryRun: CollationDryRun;
  readonly titleRef: Ref<HTMLHeadingElement>;
}

/** What the user must say, and what they said of copies, above all else of the collation. */
export function OpenQuestions({ collation, dryRun, titleRef }: OpenQuestionsProps): ReactNode {
  const styles = useStyles();
  const mustAnswer = mustBeAnswered(dryRun) > 0;
  if (dryRun.copies.length === 0 && !mustAnswer) return null;
  const open = openQuestions(dryRun, collation);
  return (
    <section className={styles.questions} aria-labelledby="open-questions">
      <Heading kind="section" id="open-questions" ref={titleRef}>
        {open > 0 ? COLLATE.questions(open) : COLLATE.answered}
      </Heading>
      <CopyList collation={collation} dryRun={dryRun} />
      {mustAnswer && <DoubtList collation={collation} doubts={dryRun.doubts} />}
    </section>
  );
}
