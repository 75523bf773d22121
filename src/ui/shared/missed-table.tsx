import { Button, Caption1, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { TABLE_KINDS, type TableKind } from '../../domain/reading';
import type { Corrections } from './use-corrections';
import { CORRECTION, tableKind } from './correction-wording';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  choice: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
});

/** For a table that was not found: the user selects it in the sheet and adds it. */
export function MissedTable({ corrections }: { readonly corrections: Corrections }): ReactNode {
  const styles = useStyles();
  const [kind, setKind] = useState<TableKind>('priorities');
  return (
    <div className={styles.form}>
      <Caption1>{CORRECTION.missed}</Caption1>
      <div className={styles.line}>
        <Field label={CORRECTION.missedKind} size="small">
          <Select
            size="small"
            className={styles.choice}
            value={kind}
            onChange={(_event, data) => setKind(TABLE_KINDS.find((one) => one === data.value) ?? kind)}
          >
            {TABLE_KINDS.map((one) => (
              <option key={one} value={one}>
                {tableKind(one)}
              </option>
            ))}
          </Select>
        </Field>
        <Button size="small" disabledFocusable={corrections.busy} onClick={() => corrections.point(kind)}>
          {CORRECTION.useSelection}
        </Button>
      </div>
    </div>
  );
}
