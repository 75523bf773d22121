import { Button, Caption1, Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Finding } from '../../domain/findings';
import { RepairLine } from './repair-line';
import { ViewFrame } from '../shared/view-frame';
import { REPAIR } from './check-wording';
import { addsColumn, findingCell, repairedCell } from './findings-place';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  item: { paddingBottom: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  place: { fontWeight: tokens.fontWeightSemibold },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  main: { flexGrow: 1, flexBasis: 0 },
});

/** Where repairs are made with one press of Fix. */
export type RepairScope = 'table' | 'sheet' | 'book';

export interface RepairChoice {
  readonly scope: RepairScope;
  /** One a cell, each with its repair. */
  readonly findings: readonly Finding[];
}

/** Repairs drawn at first and with each press of "Show more". */
const SHOWN_AT_ONCE = 100;

interface RepairPreviewProps {
  /** From the narrowest to the widest; of scopes with the same cells, only the widest. */
  readonly choices: readonly RepairChoice[];
  readonly initial: RepairScope;
  /** Some findings are filtered out, and stay as they are. */
  readonly isFiltered: boolean;
  readonly onRepair: (findings: readonly Finding[]) => void;
  readonly onBack: () => void;
}

/** Every cell that would be repaired, before and after. Nothing is written until the user presses Fix. */
export function RepairPreview({ choices, initial, isFiltered, onRepair, onBack }: RepairPreviewProps): ReactNode {
  const styles = useStyles();
  const [scope, setScope] = useState(initial);
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const chosen = choices.find((choice) => choice.scope === scope) ?? choices.at(-1);
  const findings = chosen?.findings ?? [];
  const rest = findings.length - limit;
  const columns = findings.filter(addsColumn).length;
  return (
    <ViewFrame
      title={REPAIR.title}
      onBack={onBack}
      backTo={REPAIR.back}
      arrived
      foot={
        <div className={styles.foot}>
          <Button appearance="primary" className={styles.main} disabled={findings.length === 0} onClick={() => onRepair(findings)}>
            {REPAIR.fixCells(findings.length - columns, columns)}
          </Button>
          <Button onClick={onBack}>{REPAIR.notNow}</Button>
        </div>
      }
    >
      <Caption1>{isFiltered ? REPAIR.leadFiltered : REPAIR.lead}</Caption1>
      {choices.length > 1 && (
        <Field label={REPAIR.where}>
          <RadioGroup value={chosen?.scope ?? scope} onChange={(_event, data) => setScope(scopeOf(choices, data.value))}>
            {choices.map((choice) => (
              <Radio key={choice.scope} value={choice.scope} label={REPAIR.scope(choice.scope, choice.findings)} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <ul className={styles.list} aria-label={REPAIR.list}>
        {findings.slice(0, limit).map((finding) => (
          <li key={findingCell({ ...finding, cell: repairedCell(finding) })} className={styles.item}>
            <Caption1 className={styles.place}>{REPAIR.place({ ...finding, cell: repairedCell(finding) })}</Caption1>
            {finding.repair !== undefined && <RepairLine repair={finding.repair} />}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <div>
          <Button size="small" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
            {REPAIR.more(Math.min(rest, SHOWN_AT_ONCE), rest)}
          </Button>
        </div>
      )}
    </ViewFrame>
  );
}

function scopeOf(choices: readonly RepairChoice[], value: string): RepairScope {
  return choices.find(({ scope }) => scope === value)?.scope ?? 'book';
}
