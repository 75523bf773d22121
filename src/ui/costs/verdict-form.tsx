import { Button, Field, Input, makeStyles, mergeClasses, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components';
import type { ReactNode, RefObject } from 'react';
import type { CostRow } from '../../application';
import { CopyOutcome, useCopyText } from '../shared/copy-text';
import { COSTS } from './costs-wording';

const useStyles = makeStyles({
  verdicts: { flexWrap: 'wrap', marginLeft: '-8px' },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  said: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  // At 200 per cent the pane is narrower than a text area is by itself.
  note: { gridTemplateColumns: 'minmax(0, 1fr)', '& textarea': { minWidth: 0 } },
  reason: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, marginBottom: tokens.spacingVerticalS },
  grows: { flexGrow: 1, minWidth: 0 },
  // As high as two lines, since it takes room from the row.
  low: { minHeight: '40px', '& textarea': { minHeight: '38px' } },
  initials: { '& input': { width: '6em' } },
  lowInitials: { gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS, marginBottom: tokens.spacingVerticalS },
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

interface NoteProps {
  readonly note: string;
  readonly onNote: (note: string) => void;
}

/** What one may say with an agreed cost. */
function VerdictNote({ note, onNote }: NoteProps): ReactNode {
  const styles = useStyles();
  return (
    <Field label={COSTS.note} size="small" hint={COSTS.noteHint} className={styles.note}>
      <Textarea size="small" resize="vertical" value={note} onChange={(_event, { value }) => onNote(value)} />
    </Field>
  );
}

interface ReasonProps extends NoteProps {
  /** What finance would ask of this row. */
  readonly question: string;
  /** It was needed and is not there. */
  readonly isMissing: boolean;
  readonly noteRef: RefObject<HTMLTextAreaElement | null>;
}

/** What goes with a verdict that is not agreed: nobody can answer a query without words. It stands beside the verdict, in view. */
export function VerdictReason({ note, onNote, question, isMissing, noteRef }: ReasonProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.reason}>
      <Field
        size="small"
        className={mergeClasses(styles.note, styles.grows)}
        validationState={isMissing ? 'error' : 'none'}
        validationMessage={isMissing ? COSTS.noteNeeded : undefined}
      >
        <Textarea
          ref={noteRef}
          size="small"
          className={styles.low}
          aria-label={COSTS.note}
          placeholder={COSTS.note}
          value={note}
          onChange={(_event, { value }) => onNote(value)}
        />
      </Field>
      {note.trim() === '' && (
        <Button size="small" onClick={() => onNote(question)}>
          {COSTS.useQuestion}
        </Button>
      )}
    </div>
  );
}

interface InitialsProps {
  /** Where there is little room: what becomes of them is not said. */
  readonly isLow?: boolean;
  readonly by: string;
  /** They were needed and are not there. */
  readonly isMissing: boolean;
  readonly onBy: (by: string) => void;
  readonly initialsRef: RefObject<HTMLInputElement | null>;
}

/** Initials that go with every verdict. */
export function Initials({ by, isMissing, onBy, initialsRef, isLow = false }: InitialsProps): ReactNode {
  const styles = useStyles();
  return (
    <Field
      label={COSTS.initials}
      size="small"
      hint={isLow ? undefined : COSTS.initialsHint}
      orientation={isLow ? 'horizontal' : 'vertical'}
      className={mergeClasses(styles.initials, isLow && styles.lowInitials)}
      validationState={isMissing ? 'error' : 'none'}
      validationMessage={isMissing ? COSTS.initialsNeeded : undefined}
    >
      <Input ref={initialsRef} size="small" value={by} autoComplete="off" maxLength={12} onChange={(_event, { value }) => onBy(value)} />
    </Field>
  );
}

interface VerdictFieldsProps extends NoteProps, InitialsProps {
  readonly row: CostRow;
  readonly name: string;
  /** The note stands beside the verdict. */
  readonly isNoteBesideVerdict: boolean;
  /** So do the initials, until they have been given once. */
  readonly areInitialsBesideVerdict: boolean;
  readonly onTakeOut: () => void;
}

/** What goes with the verdict and need not be in view. */
export function VerdictFields(props: VerdictFieldsProps): ReactNode {
  const { row, name, note, onNote, isNoteBesideVerdict, areInitialsBesideVerdict, onTakeOut, ...initials } = props;
  const styles = useStyles();
  // A query reaches nobody by itself: the officer is told in a message.
  const copying = useCopyText(() => COSTS.forOfficer(name, row), COSTS.copiedForOfficer);
  return (
    <div className={styles.fields}>
      {!isNoteBesideVerdict && <VerdictNote note={note} onNote={onNote} />}
      {!areInitialsBesideVerdict && <Initials {...initials} />}
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
