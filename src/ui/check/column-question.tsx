import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Finding } from '../../domain/findings';
import { HEADING_KEYS, HEADING_LABELS, type HeadingKey, rulesOf, type TableHeading, type TableRead } from '../../domain/reading';
import { CORRECTION } from '../shared/correction-wording';
import type { Corrections } from '../shared/use-corrections';
import { CHECK } from './check-wording';

const useStyles = makeStyles({
  question: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, flexBasis: '8em' },
  answer: { minWidth: '48px' },
});

/** Columns of which the user said that they are not what a table lacks; each as `pairOf` names it. */
export type ColumnsDeclined = ReadonlySet<string>;

const pairOf = ({ id }: TableRead, { column }: TableHeading, key: HeadingKey): string => `${id} ${String(column)} ${key}`;

const lacks = ({ kind, headings }: TableRead, key: HeadingKey): boolean =>
  rulesOf(kind).columns.includes(key) && !headings.some((one) => one.key === key);

/** The heading that a finding about a whole table misses there; null for any other finding. */
function headingMissed({ heading }: Finding, table: TableRead): HeadingKey | null {
  const key = HEADING_KEYS.find((one) => HEADING_LABELS[one] === heading);
  return key !== undefined && lacks(table, key) ? key : null;
}

/** The heading that was taken for a field by its cells, where that is what the finding asks. */
const inDoubt = ({ code, heading }: Finding, { headings }: TableRead): TableHeading | null =>
  code === 'column-in-doubt' ? (headings.find(({ byCells, text }) => byCells === true && text === heading) ?? null) : null;

/** Columns that were not understood, whose cells could be what is missing, and of which nothing was said yet; the likeliest first. */
function candidates(table: TableRead, key: HeadingKey, declined: ColumnsDeclined): TableHeading[] {
  const placeOf = ({ mayBe = [] }: TableHeading): number => mayBe.indexOf(key);
  return table.headings
    .filter((one) => one.key === null && one.text !== '' && one.sureness !== 'set by you')
    .filter((one) => placeOf(one) >= 0 && !declined.has(pairOf(table, one, key)))
    .sort((a, b) => placeOf(a) - placeOf(b));
}

interface ColumnQuestionProps {
  readonly finding: Finding;
  readonly table: TableRead;
  /** Every heading that a finding of this table misses. */
  readonly missedIn: readonly Finding[];
  readonly corrections: Corrections;
  readonly declined: ColumnsDeclined;
  readonly onDecline: (pair: string) => void;
}

/**
 * Whether a column that was not understood, and whose cells look like it, is the one that the table lacks. Yes sets the heading, as the user can
 * in Check's table of headings. No sets it to none, unless its cells could be another one that is missing: then that is to be answered first, and
 * the answer is kept while the pane is open. A column that was read by its cells is confirmed with Yes, and with No read as
 * nothing; which column holds the commitment, without which there is no table, is chosen in the table of headings.
 */
export function ColumnQuestion({ finding, table, missedIn, corrections, declined, onDecline }: ColumnQuestionProps): ReactNode {
  const styles = useStyles();
  const doubtful = inDoubt(finding, table);
  const key = doubtful?.key ?? headingMissed(finding, table);
  if (key === null) return null;
  const heading = doubtful ?? candidates(table, key, declined)[0];
  if (heading === undefined) return null;
  const { text, column } = heading;
  const others = missedIn.flatMap((one) => headingMissed(one, table) ?? []).filter((one) => one !== key);
  const isOpen = others.some((other) => candidates(table, other, declined).includes(heading));
  const set = (to: HeadingKey | null): void => {
    const said = to === null ? CORRECTION.setToNone(text) : CORRECTION.set(text, HEADING_LABELS[to]);
    corrections.correct({ tableId: table.id, headings: { [column]: to } }, said);
  };
  const decline = (): void => (isOpen && doubtful === null ? onDecline(pairOf(table, heading, key)) : set(null));
  return (
    <div className={styles.question} role="group" aria-label={CHECK.isColumn(text, HEADING_LABELS[key])}>
      <Text className={styles.words}>{CHECK.isColumn(text, HEADING_LABELS[key])}</Text>
      <Button size="small" className={styles.answer} disabled={corrections.busy} onClick={() => set(key)}>
        {CHECK.yes}
      </Button>
      {(doubtful === null || key !== 'commitment') && (
        <Button size="small" className={styles.answer} disabled={corrections.busy} onClick={decline}>
          {CHECK.no}
        </Button>
      )}
    </div>
  );
}
