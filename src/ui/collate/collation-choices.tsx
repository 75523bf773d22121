import { Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Disclosure } from '../shared/disclosure';
import { OPTIONAL_SHEETS } from '../../application';
import type { CollationDryRun } from '../shared/pane-services';
import type { Collation } from './use-collation';
import { COLLATE, optionalSheet } from './collate-wording';

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', display: 'flex', flexDirection: 'column' },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS },
});

interface CollationChoicesProps {
  readonly collation: Collation;
  readonly dryRun: CollationDryRun | null;
}

/** Sheets to add, and since when changes are shown. A sheet already in the workbook is kept up to date and cannot be unticked. */
export function CollationChoices({ collation, dryRun }: CollationChoicesProps): ReactNode {
  const styles = useStyles();
  const { choices, choose } = collation;
  const existing = dryRun?.optionalThere ?? [];
  const quarters = dryRun?.quarters ?? [];
  return (
    <Disclosure title={COLLATE.choices}>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{COLLATE.sheetsToAdd}</legend>
        {OPTIONAL_SHEETS.map((sheet) => (
          <Checkbox
            key={sheet}
            label={existing.includes(sheet) ? COLLATE.existingSheet(optionalSheet(sheet)) : optionalSheet(sheet)}
            checked={existing.includes(sheet) || choices.sheets.includes(sheet)}
            disabled={existing.includes(sheet)}
            onChange={(_event, { checked }) =>
              choose({
                ...choices,
                sheets: OPTIONAL_SHEETS.filter((one) => (one === sheet ? checked === true : choices.sheets.includes(one))),
              })
            }
          />
        ))}
      </fieldset>
      {quarters.length > 0 && (
        <Field label={COLLATE.changesSince}>
          <Select value={choices.since ?? ''} onChange={(_event, { value }) => choose({ ...choices, since: value === '' ? null : value })}>
            <option value="">{COLLATE.lastRun}</option>
            {quarters.map((quarter) => (
              <option key={quarter}>{quarter}</option>
            ))}
          </Select>
        </Field>
      )}
    </Disclosure>
  );
}
