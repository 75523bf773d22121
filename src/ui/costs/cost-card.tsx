import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CostRow } from '../../application';
import { EVIDENCE_FIELDS, type Evidence, type RowTexts } from '../../domain/finance';
import { Disclosure } from '../shared/disclosure';
import { MarkedText } from '../shared/marked-text';
import { SeverityMark } from '../shared/severity-mark';
import { COSTS } from './costs-wording';
import { excerptOf } from '../shared/excerpt';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  question: { fontWeight: tokens.fontWeightSemibold },
  fields: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  value: { margin: 0, whiteSpace: 'pre-wrap' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

type Field = keyof RowTexts;

const marksIn = (evidence: readonly Evidence[], field: Field): Evidence[] => evidence.filter((one) => one.field === field);

/** Words of one field around its marks; nothing of a field without any, but for the commitment. */
function FieldExcerpt({ row, field }: { readonly row: CostRow; readonly field: Field }): ReactNode {
  const styles = useStyles();
  const marks = marksIn(row.evidence, field);
  if (marks.length === 0) return null;
  return (
    <Caption1>
      <span className={styles.quiet}>{COSTS.fields[field]}:</span> <MarkedText {...excerptOf(row.texts[field], marks)} />
    </Caption1>
  );
}

/** The row's cells as they are, with every mark. */
function RowInFull({ row }: { readonly row: CostRow }): ReactNode {
  const styles = useStyles();
  return (
    <Disclosure title={COSTS.inFull}>
      <dl className={styles.fields}>
        {EVIDENCE_FIELDS.map((field) => [
          <dt key={field} className={styles.quiet}>
            <Caption1>{COSTS.fields[field]}</Caption1>
          </dt>,
          <dd key={`${field} value`} className={styles.value}>
            <Caption1>
              {row.texts[field] === '' ? COSTS.nothing : <MarkedText text={row.texts[field]} marks={marksIn(row.evidence, field)} />}
            </Caption1>
          </dd>,
        ])}
      </dl>
    </Disclosure>
  );
}

/** What is seldom needed, below the verdict: the whole row, and what finance said before. */
export function CostDetails({ row }: { readonly row: CostRow }): ReactNode {
  const styles = useStyles();
  return (
    <div>
      <RowInFull key={`row ${row.key}`} row={row} />
      {row.history.length > 0 && (
        <Disclosure key={`history ${row.key}`} title={COSTS.history(row.history.length)}>
          <ul className={styles.list}>
            {row.history.map((one, index) => (
              <li key={index}>
                <Caption1>{COSTS.historyLine(one)}</Caption1>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

/** What an action says of its cost, the words that speak of money marked, and what finance would ask. */
export function CostCard({ row, name }: { readonly row: CostRow; readonly name: string }): ReactNode {
  const styles = useStyles();
  const { action, texts, evidence, contradictions, proposed, question, verdict } = row;
  return (
    <section className={styles.card} aria-label={name}>
      <Body1>
        <span className={styles.name}>{name}</span> <MarkedText {...excerptOf(texts.commitment, marksIn(evidence, 'commitment'))} />
      </Body1>
      <Body1>
        <span className={styles.quiet}>{COSTS.officer}</span> {COSTS.flag(action.cost, action.source.cells.cost !== undefined)}
        {contradictions.length > 0 && (
          <>
            {' · '}
            <SeverityMark severity="warning" /> {COSTS.contradictedByRow}
          </>
        )}
      </Body1>
      {EVIDENCE_FIELDS.filter((field) => field !== 'commitment' && field !== 'cost').map((field) => (
        <FieldExcerpt key={field} row={row} field={field} />
      ))}
      {proposed !== null && <Caption1>{COSTS.proposed(proposed)}</Caption1>}
      <Caption1 className={styles.quiet}>{COSTS.speaksOf(evidence)}</Caption1>
      {verdict !== null && <Caption1>{COSTS.said(verdict)}</Caption1>}
      <Caption1 className={styles.question}>{question}</Caption1>
    </section>
  );
}
