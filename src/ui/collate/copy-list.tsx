import { Badge, Caption1, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { isAnswerToText } from '../../application';
import { Disclosure } from '../shared/disclosure';
import type { CollationDryRun } from '../shared/pane-services';
import { COLLATE } from './collate-wording';
import { COPY_WORDS } from './copy-wording';
import type { Collation } from './use-collation';

type Copy = CollationDryRun['copies'][number];
type CopiedText = Copy['texts'][number];
type Side = 'theirs' | 'mine';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  words: { display: 'block', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});

function CopiedTextLine(props: { readonly text: CopiedText; readonly side: Side | null; readonly onSay: (side: Side) => void }): ReactNode {
  const { text, side, onSay } = props;
  const styles = useStyles();
  const id = useId();
  const how = COPY_WORDS.how(text);
  const isAsked = text.how === 'conflict' || side !== null;
  return (
    <li>
      <Caption1 id={id} className={styles.name}>
        {COPY_WORDS.place(text)}
      </Caption1>
      {isAsked && side === null && (
        <Badge size="small" appearance="outline" color="warning">
          {COLLATE.bothChanged}
        </Badge>
      )}
      <Caption1 className={styles.words}>{COPY_WORDS.theirs(text.theirs)}</Caption1>
      {text.mine !== '' && <Caption1 className={styles.words}>{COPY_WORDS.mine(text.mine)}</Caption1>}
      {how !== null && <Caption1 className={styles.words}>{how}</Caption1>}
      {isAsked && (
        <RadioGroup
          layout="horizontal"
          aria-labelledby={id}
          value={side ?? ''}
          onChange={(_event, { value }) => onSay(value === 'theirs' ? 'theirs' : 'mine')}
        >
          <Radio value="mine" label={COLLATE.keepMine} />
          <Radio value="theirs" label={COLLATE.takeTheirs} />
        </RadioGroup>
      )}
    </li>
  );
}

function CopiedTexts({ collation, copy }: { readonly collation: Collation; readonly copy: Copy }): ReactNode {
  const styles = useStyles();
  const { choices, choose } = collation;
  const say = (text: CopiedText, side: Side): void => {
    const { sheet, row, column } = text;
    const others = choices.copyAnswers.filter((answer) => !isAnswerToText(answer, text));
    choose({ ...choices, copyAnswers: [...others, { copy: copy.file, sheet, row, column, side }] });
  };
  return (
    <Disclosure title={COPY_WORDS.texts(copy)} label={COPY_WORDS.textsOf(copy)}>
      {copy.texts.some(({ how }) => how === 'conflict') && <Caption1 className={styles.words}>{COPY_WORDS.conflictHint}</Caption1>}
      <ul className={styles.list}>
        {copy.texts.map((text, index) => (
          <CopiedTextLine
            key={index}
            text={text}
            side={choices.copyAnswers.find((answer) => isAnswerToText(answer, text))?.side ?? null}
            onSay={(side) => say(text, side)}
          />
        ))}
      </ul>
    </Disclosure>
  );
}

/** Copies in which something was typed and of which the user has not said whether they are merged. */
export function copiesToAsk({ copies }: CollationDryRun, { choices }: Pick<Collation, 'choices'>): readonly Copy[] {
  return copies.filter(
    ({ file, problem, texts }) => problem === null && texts.length > 0 && !choices.copies.some((one) => one.file === file),
  );
}

/** Files that are copies of this plan and no submissions: what was typed in each, and whether it is merged in. */
export function CopyList({ collation, dryRun }: { readonly collation: Collation; readonly dryRun: CollationDryRun }): ReactNode {
  const styles = useStyles();
  const { choices, choose } = collation;
  if (dryRun.copies.length === 0) return null;
  const say = (file: string, isMerged: boolean): void => {
    choose({ ...choices, copies: [...choices.copies.filter((one) => one.file !== file), { file, isMerged }] });
  };
  const said = (file: string): string => {
    const answer = choices.copies.find((one) => one.file === file);
    return answer === undefined ? '' : answer.isMerged ? 'merge' : 'leave';
  };
  return (
    <ul className={styles.list} aria-label={COPY_WORDS.list}>
      {dryRun.copies.map((copy) => (
        <li key={copy.file}>
          <Caption1 className={styles.name}>{copy.file}</Caption1>
          <Caption1 className={styles.words}>{copy.problem ?? (copy.isDeclined ? COPY_WORDS.isCopy : COPY_WORDS.title(copy))}</Caption1>
          {copy.problem === null && (copy.texts.length > 0 || said(copy.file) !== '') && (
            <RadioGroup
              aria-label={COPY_WORDS.ask(copy)}
              value={said(copy.file)}
              onChange={(_event, { value }) => say(copy.file, value === 'merge')}
            >
              <Radio value="merge" label={COPY_WORDS.merge} />
              <Radio value="leave" label={COPY_WORDS.leave} />
            </RadioGroup>
          )}
          {copy.notices.map((notice) => (
            <Caption1 key={notice} className={styles.words}>
              {notice}
            </Caption1>
          ))}
          {copy.texts.length > 0 && <CopiedTexts collation={collation} copy={copy} />}
        </li>
      ))}
    </ul>
  );
}
