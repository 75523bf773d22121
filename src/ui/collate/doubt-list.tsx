import { Caption1, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { Disclosure } from '../shared/disclosure';
import type { CollationDryRun } from '../shared/pane-services';
import { SUBMISSION_WORDS } from './submission-wording';
import type { Collation } from './use-collation';

type Doubt = CollationDryRun['doubts'][number];
type Verdict = NonNullable<Doubt['verdict']>;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  ref: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  words: { display: 'block' },
  hint: { display: 'block', marginBottom: tokens.spacingVerticalS },
});

interface DoubtLineProps {
  readonly doubt: Doubt;
  /** Null while a question that must be answered is open. */
  readonly verdict: Verdict | null;
  readonly onSay: (verdict: Verdict) => void;
}

function DoubtLine(props: DoubtLineProps): ReactNode {
  const { doubt, verdict, onSay } = props;
  const styles = useStyles();
  const id = useId();
  return (
    <li>
      <Caption1 id={id} className={styles.ref}>
        {doubt.ref}
      </Caption1>
      {SUBMISSION_WORDS.doubt(doubt).map((words) => (
        <Caption1 key={words} className={styles.words}>
          {words}
        </Caption1>
      ))}
      <RadioGroup
        layout="horizontal"
        aria-labelledby={id}
        value={verdict ?? ''}
        onChange={(_event, { value }) => onSay(value === 'new' ? 'new' : 'same')}
      >
        <Radio value="same" label={SUBMISSION_WORDS.same(doubt.about)} />
        <Radio value="new" label={SUBMISSION_WORDS.isNew(doubt.about)} />
      </RadioGroup>
    </li>
  );
}

/** Actions and rows that may be earlier ones or new ones. The user decides; without a decision a reworded action is the same, and nothing else is written. */
export function DoubtList({ collation, doubts }: { readonly collation: Collation; readonly doubts: readonly Doubt[] }): ReactNode {
  const styles = useStyles();
  const { choices, choose } = collation;
  if (doubts.length === 0) return null;
  const mustAnswer = doubts.some(({ mustBeAnswered }) => mustBeAnswered);
  const isAbout = ({ ref, is }: Doubt, judged: { readonly ref: string; readonly is: string | null }): boolean =>
    judged.ref === ref && judged.is === is;
  const say = (doubt: Doubt, verdict: Verdict): void => {
    const others = choices.judgements.filter((one) => !isAbout(doubt, one));
    choose({ ...choices, judgements: [...others, { ref: doubt.ref, is: doubt.is, verdict }] });
  };
  return (
    <Disclosure title={SUBMISSION_WORDS.doubts(doubts)} isOpen={mustAnswer}>
      <Caption1 className={styles.hint}>{mustAnswer ? SUBMISSION_WORDS.mustAnswerHint : SUBMISSION_WORDS.doubtsHint}</Caption1>
      <ul className={styles.list}>
        {doubts.map((doubt) => (
          <DoubtLine
            key={`${doubt.ref} ${doubt.is}`}
            doubt={doubt}
            verdict={
              choices.judgements.find((one) => isAbout(doubt, one))?.verdict ?? doubt.verdict ?? (doubt.mustBeAnswered ? null : 'same')
            }
            onSay={(verdict) => say(doubt, verdict)}
          />
        ))}
      </ul>
    </Disclosure>
  );
}
