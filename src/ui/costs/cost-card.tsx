import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CostRow } from '../../application';
import { EVIDENCE_FIELDS, type Evidence, type RowTexts } from '../../domain/finance';
import { Disclosure } from '../shared/disclosure';
import { MarkedText } from '../shared/marked-text';
import { SeverityMark } from '../shared/severity-mark';
import { COSTS } from './costs-wording';
import { excerptsWithin } from '../shared/excerpt';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  question: { fontWeight: tokens.fontWeightSemibold },
  fields: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  value: { margin: 0, whiteSpace: 'pre-wrap' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

type Field = keyof RowTexts;

const marksIn = (evidence: readonly Evidence[], field: Field): Evidence[] => evidence.filter((one) => one.field === field);

/** Characters of the card's small print that a pane of 350 by 378 pixels has room for between the list and the verdict. */
const ROOM = 375;
/** However long the question is. */
const LEAST_EVIDENCE = 100;

/** Words around the marks of the commitment and of every other field that has one, as far as flag and question leave room for them. */
function Evidences({ row, name, room }: { readonly row: CostRow; readonly name: string; readonly room: number }): ReactNode {
  const styles = useStyles();
  const fields = EVIDENCE_FIELDS.filter(
    (field) => field === 'commitment' || (field !== 'cost' && row.evidence.some((one) => one.field === field)),
  );
  const texts = fields.map((field) => ({ text: row.texts[field], marks: marksIn(row.evidence, field) }));
  return excerptsWithin(texts, Math.max(room, LEAST_EVIDENCE)).map((excerpt, index) => {
    const field = fields[index];
    if (field === undefined) return null;
    const isFirst = field === 'commitment';
    return (
      <Caption1 key={field}>
        <span className={isFirst ? styles.name : styles.quiet}>{isFirst ? name : `${COSTS.fields[field]}:`}</span>{' '}
        <MarkedText {...excerpt} />
      </Caption1>
    );
  });
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
  const { action, evidence, contradictions, proposed, question, verdict } = row;
  const flag = COSTS.flag(action.cost, action.source.cells.cost !== undefined);
  const speaksOf = proposed === null ? COSTS.speaksOf(evidence) : COSTS.proposed(proposed);
  const said = verdict === null ? '' : COSTS.said(verdict);
  return (
    <section className={styles.card} aria-label={name}>
      <Evidences row={row} name={name} room={ROOM - [flag, speaksOf, said, COSTS.toAsk, question].join('').length} />
      <Caption1>
        <span className={styles.quiet}>{COSTS.officer}</span> {flag}
        {contradictions.length > 0 && (
          <>
            {' · '}
            <SeverityMark severity="warning" /> {COSTS.contradictedByRow}
          </>
        )}
        <span className={styles.quiet}>{` · ${speaksOf}`}</span>
      </Caption1>
      {said !== '' && <Caption1>{said}</Caption1>}
      <Caption1>
        <span className={styles.quiet}>{COSTS.toAsk}</span> <span className={styles.question}>{question}</span>
      </Caption1>
    </section>
  );
}
