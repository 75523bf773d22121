import { Button, Caption1, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { codeLabel, type Finding } from '../../domain/findings';
import type { TableRead } from '../../domain/reading';
import { filterChoices, type FindingsFilter, NO_FILTER, passing } from './findings-filter';
import { FILTER } from './check-wording';

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  scope: { gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  choice: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  shown: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

interface FilterBarProps {
  /** All findings of the workbook, also those that the filter hides. */
  readonly findings: readonly Finding[];
  readonly tables: readonly TableRead[];
  readonly filter: FindingsFilter;
  /** How many of them pass. */
  readonly shown: number;
  readonly onFilter: (filter: FindingsFilter) => void;
}

interface Option {
  readonly value: string;
  readonly words: string;
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly inLine?: boolean;
}

function ChoiceField({ label, options, value, onChoose, inLine = false }: ChoiceFieldProps): ReactNode {
  const styles = useStyles();
  return (
    <Field label={label} size="small" {...(inLine ? { orientation: 'horizontal', className: styles.scope } : {})}>
      <Select size="small" className={styles.choice} value={value} onChange={(_event, data) => onChoose(data.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const total = (choices: readonly { readonly count: number }[]): number => choices.reduce((sum, { count }) => sum + count, 0);

/** What the list can be narrowed by, and whether it is. */
function filtersOf({ findings, tables, filter }: Pick<FilterBarProps, 'findings' | 'tables' | 'filter'>) {
  const names = new Map(tables.map((table) => [table.sheetId, table.sheet]));
  const choices = filterChoices(findings, filter, [...names.keys()]);
  const isNarrowed = filter.severity !== null || filter.code !== null;
  return { names, choices, isNarrowed, isPairNeeded: choices.severities.length > 1 || choices.codes.length > 1 || isNarrowed };
}

/** Whether there is anything to choose. */
export function hasFilters(of: Pick<FilterBarProps, 'findings' | 'tables' | 'filter'>): boolean {
  const { names, isPairNeeded } = filtersOf(of);
  return names.size > 1 || isPairNeeded;
}

/** Which findings the list shows: by sheet, by severity, by what they are about. Every choice says how many it would show. */
export function FilterBar({ findings, tables, filter, shown, onFilter }: FilterBarProps): ReactNode {
  const styles = useStyles();
  const { names, choices, isNarrowed, isPairNeeded } = filtersOf({ findings, tables, filter });
  const { sheets, severities, codes } = choices;
  const { count } = FILTER;
  return (
    <div className={styles.bar}>
      {names.size > 1 && (
        <ChoiceField
          inLine
          label={FILTER.sheet}
          value={filter.sheetId}
          onChoose={(sheetId) => onFilter({ ...filter, sheetId })}
          options={[
            { value: '', words: FILTER.scope(FILTER.wholeBook, total(sheets)) },
            ...sheets.map(({ value, count: found }) => ({ value, words: FILTER.scope(names.get(value) ?? '', found) })),
          ]}
        />
      )}
      {isPairNeeded && (
        <div className={styles.pair}>
          <ChoiceField
            label={FILTER.severity}
            value={filter.severity ?? ''}
            onChoose={(value) => onFilter({ ...filter, severity: severities.find((one) => one.value === value)?.value ?? null })}
            options={[
              { value: '', words: count(FILTER.all, total(severities)) },
              ...severities.map((one) => ({ value: one.value, words: count(FILTER.severities[one.value], one.count) })),
            ]}
          />
          <ChoiceField
            label={FILTER.code}
            value={filter.code ?? ''}
            onChoose={(value) => onFilter({ ...filter, code: codes.find((one) => one.value === value)?.value ?? null })}
            options={[
              { value: '', words: count(FILTER.all, total(codes)) },
              ...codes.map((one) => ({ value: one.value, words: count(codeLabel(one.value), one.count) })),
            ]}
          />
        </div>
      )}
      {isNarrowed && (
        <div className={styles.shown}>
          <Caption1>{FILTER.shown(shown, passing(findings, { ...NO_FILTER, sheetId: filter.sheetId }).length)}</Caption1>
          <Button size="small" appearance="transparent" onClick={() => onFilter({ ...filter, severity: null, code: null })}>
            {FILTER.showAll}
          </Button>
        </div>
      )}
    </div>
  );
}
