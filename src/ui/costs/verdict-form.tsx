import { Button, Field, Input, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components';
import type { ReactNode, RefObject } from 'react';
import type { CostRow } from '../../application';
import { CopyOutcome, useCopyText } from '../shared/copy-text';
import { COSTS } from './costs-wording';
import type { GivenVerdict } from './use-costs';

const useStyles = makeStyles({
  verdicts: { flexWrap: 'wrap', marginLeft: '-8px' },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  said: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  // At 200 per cent the pane is narrower than a text area is by itself.
  note: { gridTemplateColumns: 'minmax(0, 1fr)', '& textarea': { minWidth: 0 } },
  initials: { '& input': { width: '6em' } },
});

/** The verdict that a row shows as chosen: the one that holds. One that saw other words is to be chosen anew. */
export function verdictHeld({ verdict }: CostRow, verdicts: readonly string[]): string | null {
  if (verdict?.settled !== true) return null;
  return verdicts.find((one) => one.toLowerCase() === verdict.verdict.trim().toLowerCase()) ?? null;
}

interface VerdictChoiceProps {
  readonly name: string;
  readonly verdicts: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (verdict: string) => void;
  readonly groupRef: RefObject<HTMLDivElement | null>;
}

/** Verdicts side by side. */
export function VerdictChoice({ name, verdicts, chosen, onChoose, groupRef }: VerdictChoiceProps): ReactNode {
  const styles = useStyles();
  return (
    <RadioGroup
      ref={groupRef}
      layout="horizontal"
      className={styles.verdicts}
      aria-label={COSTS.verdictOn(name)}
      value={chosen ?? ''}
      onChange={(_event, { value }) => onChoose(value)}
    >
      {verdicts.map((verdict) => (
        <Radio key={verdict} value={verdict} label={COSTS.verdict(verdict)} />
      ))}
    </RadioGroup>
  );
}

interface VerdictFieldsProps {
  readonly row: CostRow;
  readonly name: string;
  readonly given: GivenVerdict;
  readonly by: string;
  /** They were needed and are not there. */
  readonly isInitialsMissing: boolean;
  readonly onNote: (note: string) => void;
  readonly onBy: (by: string) => void;
  readonly onTakeOut: () => void;
  readonly initialsRef: RefObject<HTMLInputElement | null>;
}

/** What goes with the verdict. */
export function VerdictFields(props: VerdictFieldsProps): ReactNode {
  const { row, name, given, by, isInitialsMissing, onNote, onBy, onTakeOut, initialsRef } = props;
  const styles = useStyles();
  // A query reaches nobody by itself: the officer is told in a message.
  const copying = useCopyText(() => COSTS.forOfficer(name, row), COSTS.copiedForOfficer);
  return (
    <div className={styles.fields}>
      <Field label={COSTS.note} size="small" hint={COSTS.noteHint} className={styles.note}>
        <Textarea size="small" resize="vertical" value={given.note} onChange={(_event, { value }) => onNote(value)} />
      </Field>
      <Field
        label={COSTS.initials}
        size="small"
        hint={COSTS.initialsHint}
        className={styles.initials}
        validationState={isInitialsMissing ? 'error' : 'none'}
        validationMessage={isInitialsMissing ? COSTS.initialsNeeded : undefined}
      >
        <Input ref={initialsRef} size="small" value={by} autoComplete="off" maxLength={12} onChange={(_event, { value }) => onBy(value)} />
      </Field>
      {row.verdict !== null && (
        <div className={styles.said}>
          <Button size="small" onClick={copying.copy}>
            {COSTS.copyForOfficer}
          </Button>
          <Button size="small" appearance="subtle" onClick={onTakeOut}>
            {COSTS.takeOut}
          </Button>
        </div>
      )}
      <CopyOutcome key={row.key} label={COSTS.copyByHand} of={copying} />
    </div>
  );
}
