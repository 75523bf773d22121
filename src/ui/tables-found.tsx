import { Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { areaA1 } from '../domain/grid';
import type { TableHeading, TableRead } from '../domain/reading';
import { Disclosure } from './disclosure';
import { headingName, tableCounts, tableKind, tableRows, WORDS } from './wording';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  about: { display: 'block', color: tokens.colorNeutralForeground2 },
  headings: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  meaning: { color: tokens.colorNeutralForeground2 },
});

function understood(heading: TableHeading): string {
  if (heading.key === null) return WORDS.check.headingUnknown;
  const name = headingName(heading.key);
  if (heading.sureness === 'certain') return name;
  return `${name} (${heading.sureness === 'likely' ? WORDS.check.headingLikely : WORDS.check.headingByYou})`;
}

function TableLine({ table, onReveal }: { readonly table: TableRead; readonly onReveal: (table: TableRead) => void }): ReactNode {
  const styles = useStyles();
  const address = areaA1(table.area);
  return (
    <li>
      <Link onClick={() => onReveal(table)} aria-label={WORDS.check.showTable(table.sheet, address)}>
        {table.sheet} · {address}
      </Link>
      <Caption1 className={styles.about}>
        {tableKind(table.kind)} · {tableRows(table)} · {table.directorate ?? WORDS.check.noDirectorate}
      </Caption1>
      <Disclosure title={<Caption1>{WORDS.check.headingsAs}</Caption1>}>
        <ul className={styles.headings}>
          {table.headings.map((heading) => (
            <li key={heading.column}>
              <Caption1>
                {heading.text} <span className={styles.meaning}>→ {understood(heading)}</span>
              </Caption1>
            </li>
          ))}
        </ul>
      </Disclosure>
    </li>
  );
}

interface TablesFoundProps {
  readonly tables: readonly TableRead[];
  readonly onReveal: (table: TableRead) => void;
}

/** What was found, where, and how its headings were understood. */
export function TablesFound({ tables, onReveal }: TablesFoundProps): ReactNode {
  const styles = useStyles();
  return (
    <Disclosure title={WORDS.check.tablesFound(tableCounts(tables))}>
      <ul className={styles.list}>
        {tables.map((table) => (
          <TableLine key={table.id} table={table} onReveal={onReveal} />
        ))}
      </ul>
    </Disclosure>
  );
}
