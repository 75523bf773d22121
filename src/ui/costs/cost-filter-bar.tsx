import { Button, Caption1, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ChevronLeft16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { CostList } from '../../application';
import { COST_FILTERS, type CostsPlace, passes } from './cost-filter';
import { COSTS } from './costs-wording';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end', gap: tokens.spacingHorizontalXS },
  show: { flexGrow: 1, flexBasis: '120px', minWidth: 0, gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  choice: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
  position: { flexShrink: 0 },
  step: { flexShrink: 0 },
});

interface CostFilterBarProps {
  readonly list: CostList;
  readonly place: CostsPlace;
  readonly onMove: (index: number) => void;
}

/** Which costs are listed, and the way from one to the next. */
export function CostFilterBar({ list, place, onMove }: CostFilterBarProps): ReactNode {
  const styles = useStyles();
  const { index, rows, filter, setFilter } = place;
  return (
    <div className={styles.bar}>
      <Field label={COSTS.show} size="small" orientation="horizontal" className={styles.show}>
        <Select
          size="small"
          className={styles.choice}
          value={filter}
          onChange={(_event, { value }) => setFilter(COST_FILTERS.find((one) => one === value) ?? 'all')}
        >
          {COST_FILTERS.map((one) => (
            <option key={one} value={one}>
              {COSTS.showOption(COSTS.filters[one], list.rows.filter((row) => passes(row, one, list.verdicts)).length)}
            </option>
          ))}
        </Select>
      </Field>
      {rows.length > 0 && (
        <>
          <Button
            size="small"
            appearance="subtle"
            className={styles.step}
            icon={<ChevronLeft16Regular />}
            aria-label={COSTS.previous}
            disabledFocusable={index <= 0}
            onClick={() => onMove(index - 1)}
          />
          <Caption1 className={styles.position}>{COSTS.position(index + 1, rows.length)}</Caption1>
          <Button
            size="small"
            appearance="subtle"
            className={styles.step}
            icon={<ChevronRight16Regular />}
            aria-label={COSTS.next}
            disabledFocusable={index >= rows.length - 1}
            onClick={() => onMove(index + 1)}
          />
        </>
      )}
    </div>
  );
}
