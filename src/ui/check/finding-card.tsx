import { Body1, Button, Caption1, Link, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Finding, severityLabel } from '../../domain/findings';
import { Disclosure } from '../shared/disclosure';
import { RepairLine } from './repair-line';
import { SeverityMark } from '../shared/severity-mark';
import { useLowPane } from '../shared/use-low-pane';
import { CHECK } from './check-wording';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  lowCard: { gap: tokens.spacingVerticalXS, padding: tokens.spacingHorizontalS },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  word: { fontWeight: tokens.fontWeightSemibold },
  place: { color: tokens.colorNeutralForeground2 },
  quote: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'pre-wrap',
    maxHeight: '7.5em',
    overflowY: 'auto',
  },
  empty: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface FindingCardProps {
  readonly finding: Finding;
  readonly label: string;
  /** The action the finding is about, in full; null when the finding is not about a row. */
  readonly commitment: string | null;
  /** Whether it is about its table as a whole: then the words in its cell tell nothing of it. */
  readonly isOfTable: boolean;
  /** A question that goes with it, below the repair. */
  readonly question: ReactNode;
  readonly isIgnored: boolean;
  readonly busy: boolean;
  readonly onReveal: () => void;
  readonly onRepair: () => void;
  readonly onIgnore: () => void;
}

/** A commitment of more characters is folded away, with a way to see it. */
const SHORT_COMMITMENT = 60;

function Commitment({ text }: { readonly text: string }): ReactNode {
  const title = `${CHECK.forAction}: `;
  if (text.length <= SHORT_COMMITMENT)
    return (
      <Caption1>
        {title}
        {text}
      </Caption1>
    );
  return (
    <Disclosure title={`${title}${text.slice(0, SHORT_COMMITMENT).trimEnd()}…`}>
      <Caption1>{text}</Caption1>
    </Disclosure>
  );
}

/** The words in the cell, or that there are none. */
function CellWords({ finding: { quote, cell } }: { readonly finding: Finding }): ReactNode {
  const styles = useStyles();
  if (quote === '') return cell === null ? null : <Caption1 className={styles.empty}>{CHECK.emptyCell}</Caption1>;
  return (
    <blockquote className={styles.quote} tabIndex={quote.length > 200 ? 0 : undefined}>
      <Text>“{quote}”</Text>
    </blockquote>
  );
}

/** One finding in full: where, the words in the cell, why, and the repair where one is certain. */
export function FindingCard(props: FindingCardProps): ReactNode {
  const { finding, label, commitment, isOfTable, question, isIgnored, busy, onReveal, onRepair, onIgnore } = props;
  const styles = useStyles();
  // What is wrong and its repair come first where there is not room for all.
  const isLow = useLowPane();
  const row = commitment !== null && <Commitment text={commitment} />;
  const cell = !isOfTable && <CellWords finding={finding} />;
  return (
    <section className={mergeClasses(styles.card, isLow && styles.lowCard)} aria-label={label}>
      <div className={styles.head}>
        <SeverityMark severity={finding.severity} />
        <Text className={styles.word}>{severityLabel(finding.severity)}</Text>
        {finding.cell !== null && (
          <Link onClick={onReveal} aria-label={`${CHECK.goToCell} ${finding.cell}`}>
            {finding.cell}
          </Link>
        )}
        <Caption1 className={styles.place}>{isOfTable ? CHECK.placeOfTable(finding) : CHECK.place(finding)}</Caption1>
      </div>
      {!isLow && row}
      <Body1>{finding.message}</Body1>
      {!isLow && cell}
      {finding.repair !== undefined && <RepairLine repair={finding.repair} label={CHECK.repair} />}
      {!isIgnored && question}
      <div className={styles.buttons}>
        {finding.repair !== undefined && !isIgnored && (
          <Button size="small" disabled={busy} onClick={onRepair}>
            {CHECK.fix}
          </Button>
        )}
        <Button size="small" appearance={finding.repair === undefined || isIgnored ? 'secondary' : 'subtle'} onClick={onIgnore}>
          {isIgnored ? CHECK.stopIgnoring : CHECK.ignore}
        </Button>
      </div>
      {isLow && cell}
      {isLow && row}
    </section>
  );
}
