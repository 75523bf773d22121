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

function DoubtLine(props: { readonly doubt: Doubt; readonly verdict: Verdict; readonly onSay: (verdict: Verdict) => void }): ReactNode {
  const { doubt, verdict, onSay } = props;
  const styles = useStyles();
  const id = useId();
  return (
    <li>
      <Caption1 id={id} className={styles.ref}>
        {doubt.ref}
      </Caption1>
      <Caption1 className={styles.words}>{SUBMISSION_WORDS.lastTime(doubt.was)}</Caption1>
      <Caption1 className={styles.words}>{SUBMISSION_WORDS.thisTime(doubt.is)}</Caption1>
      <RadioGroup
        layout="horizontal"
        aria-labelledby={id}
        value={verdict}
        onChange={(_event, { value }) => onSay(value === 'new' ? 'new' : 'same')}
      >
        <Radio value="same" label={SUBMISSION_WORDS.same} />
        <Radio value="new" label={SUBMISSION_WORDS.isNew} />
      </RadioGroup>
    </li>
  );
}

/** Reworded rows that may be earlier actions or new ones. The user decides; without a decision they are the same action. */
export function DoubtList({ collation, doubts }: { readonly collation: Collation; readonly doubts: readonly Doubt[] }): ReactNode {
  const styles = useStyles();
  const { choices, choose } = collation;
  if (doubts.length === 0) return null;
  const isAbout = ({ ref, is }: Doubt, judged: { readonly ref: string; readonly is: string }): boolean =>
    judged.ref === ref && judged.is === is;
  const say = (doubt: Doubt, verdict: Verdict): void => {
    const others = choices.judgements.filter((one) => !isAbout(doubt, one));
    choose({ ...choices, judgements: [...others, { ref: doubt.ref, is: doubt.is, verdict }] });
  };
  return (
    <Disclosure title={SUBMISSION_WORDS.doubts(doubts.length)}>
      <Caption1 className={styles.hint}>{SUBMISSION_WORDS.doubtsHint}</Caption1>
      <ul className={styles.list}>
        {doubts.map((doubt) => (
          <DoubtLine
            key={`${doubt.ref} ${doubt.is}`}
            doubt={doubt}
            verdict={choices.judgements.find((one) => isAbout(doubt, one))?.verdict ?? doubt.verdict ?? 'same'}
            onSay={(verdict) => say(doubt, verdict)}
          />
        ))}
      </ul>
    </Disclosure>
  );
}
