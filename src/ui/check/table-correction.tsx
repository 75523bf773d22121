import { Button, Caption1, Dropdown, Field, Option, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { columnName } from '../../domain/grid';
import { HEADING_LABELS, rulesOf, type TableHeading, type TableRead } from '../../domain/reading';
import type { Corrections } from '../shared/use-corrections';
import { CORRECTION } from '../shared/correction-wording';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  choice: { minWidth: 0, width: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  intro: { color: tokens.colorNeutralForeground2 },
});

/** The choice that a column is none of the headings. */
const NONE = 'none';

interface TableCorrectionProps {
  readonly table: TableRead;
  /** Names of the framework's directorates. */
  readonly directorates: readonly string[];
  readonly isCorrected: boolean;
  readonly corrections: Corrections;
}

function hint(heading: TableHeading): string | undefined {
  if (heading.sureness === 'set by you') return CORRECTION.byYou;
  if (heading.addsTo !== undefined) return CORRECTION.added;
  return heading.key !== null && heading.sureness === 'likely' ? CORRECTION.likely : undefined;
}

function HeadingChoice(props: { readonly table: TableRead; readonly heading: TableHeading; readonly corrections: Corrections }): ReactNode {
  const { table, heading, corrections } = props;
  const styles = useStyles();
  const shown = heading.key ?? heading.addsTo ?? null;
  const words = heading.text === '' ? CORRECTION.column(columnName(heading.column)) : heading.text;
  const choose = (value: string | undefined): void => {
    const key = rulesOf(table.kind).columns.find((one) => one === value) ?? null;
    if (value === undefined || key === shown) return;
    const said = key === null ? CORRECTION.setToNone(words) : CORRECTION.set(words, HEADING_LABELS[key]);
    corrections.correct({ tableId: table.id, headings: { [heading.column]: key } }, said);
  };
  return (
    <Field label={words} hint={hint(heading)} size="small">
      <Dropdown
        size="small"
        className={styles.choice}
        value={shown === null ? CORRECTION.none : HEADING_LABELS[shown]}
        selectedOptions={[shown ?? NONE]}
        onOptionSelect={(_event, data) => choose(data.optionValue)}
      >
        {rulesOf(table.kind).columns.map((key) => (
          <Option key={key} value={key}>
            {HEADING_LABELS[key]}
          </Option>
        ))}
        <Option value={NONE}>{CORRECTION.none}</Option>
      </Dropdown>
    </Field>
  );
}

/** How one table is read; the user can correct each part. */
export function TableCorrectionForm({ table, directorates, isCorrected, corrections }: TableCorrectionProps): ReactNode {
  const styles = useStyles();
  const setDirectorate = (name: string | undefined): void => {
    if (name !== undefined && name !== table.directorate)
      corrections.correct({ tableId: table.id, directorate: name }, CORRECTION.set(CORRECTION.directorate, name));
  };
  return (
    <div className={styles.form}>
      <Caption1 className={styles.intro}>{CORRECTION.intro}</Caption1>
      <Field label={CORRECTION.directorate} hint={CORRECTION.directorateFrom(table.directorateFrom)} size="small">
        <Dropdown
          size="small"
          className={styles.choice}
          value={table.directorate ?? ''}
          placeholder={CORRECTION.noDirectorate}
          selectedOptions={table.directorate === null ? [] : [table.directorate]}
          onOptionSelect={(_event, data) => setDirectorate(data.optionValue)}
        >
          {directorates.map((name) => (
            <Option key={name} value={name}>
              {name}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {(table.labels === undefined ? table.headings : []).map((heading) => (
        <HeadingChoice key={heading.column} table={table} heading={heading} corrections={corrections} />
      ))}
      <div className={styles.buttons}>
        <Button size="small" onClick={() => corrections.correct({ tableId: table.id, leaveOut: true }, CORRECTION.leftOut(table.sheet))}>
          {CORRECTION.leaveOut}
        </Button>
        {isCorrected && (
          <Button size="small" appearance="subtle" onClick={() => corrections.uncorrect(table.id, CORRECTION.forgotten(table.sheet))}>
            {CORRECTION.forget}
          </Button>
        )}
      </div>
    </div>
  );
}
