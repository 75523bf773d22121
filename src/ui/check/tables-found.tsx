import { Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { areaA1 } from '../../domain/grid';
import type { LeftOut, TableRead } from '../../domain/reading';
import { Disclosure } from '../shared/disclosure';
import { MissedTable } from '../shared/missed-table';
import type { PlanReading } from '../shared/pane-services';
import { TableCorrectionForm } from './table-correction';
import type { Corrections } from '../shared/use-corrections';
import { CHECK } from './check-wording';
import { CORRECTION, tableKind } from '../shared/correction-wording';
import { tableCounts, tableRows, WORDS } from '../shared/wording';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  about: { display: 'block', color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  missed: { paddingTop: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface TableLineProps extends Omit<TablesFoundProps, 'tables'> {
  readonly table: TableRead;
}

function TableLine({ table, reading, corrections, onReveal }: TableLineProps): ReactNode {
  const styles = useStyles();
  const address = areaA1(table.area);
  const isCorrected = reading.corrections.some(({ tableId }) => tableId === table.id);
  const { seen, missing } = reading.directorates;
  return (
    <li>
      <Link onClick={() => onReveal(table)} aria-label={CHECK.showTable(table.sheet, address)}>
        {table.sheet} · {address}
      </Link>
      <Caption1 className={styles.about}>
        {tableKind(table.kind)} · {tableRows(table)} · {table.directorate ?? CORRECTION.noDirectorate}
        {isCorrected && ` · ${CORRECTION.corrected}`}
      </Caption1>
      <Disclosure title={<Caption1>{CHECK.headingsAs}</Caption1>}>
        <TableCorrectionForm
          table={table}
          directorates={[...seen, ...missing].sort((a, b) => a.localeCompare(b, 'en-GB'))}
          isCorrected={isCorrected}
          corrections={corrections}
        />
      </Disclosure>
    </li>
  );
}

function LeftOutTable({ item, corrections }: { readonly item: LeftOut; readonly corrections: Corrections }): ReactNode {
  const styles = useStyles();
  const { tableId } = item;
  const place = WORDS.leftOut.place(item.sheet, item.row);
  if (tableId === undefined) return null;
  return (
    <li className={styles.line}>
      <Caption1>
        {place} · {item.reason}
      </Caption1>
      <Button
        size="small"
        className={styles.button}
        aria-label={CORRECTION.takeInTable(place)}
        onClick={() => corrections.correct({ tableId, leaveOut: false }, CORRECTION.takenIn(item.sheet))}
      >
        {CORRECTION.takeIn}
      </Button>
    </li>
  );
}

interface TablesFoundProps {
  readonly tables: readonly TableRead[];
  readonly reading: PlanReading;
  readonly corrections: Corrections;
  readonly onReveal: (table: TableRead) => void;
}

/** The tables found, where, and how they were read, with ways to correct it; tables left out; and how to add a missing one. */
export function TablesFound({ tables, reading, corrections, onReveal }: TablesFoundProps): ReactNode {
  const styles = useStyles();
  const leftOut = reading.leftOut.filter(({ tableId }) => tableId !== undefined);
  return (
    <Disclosure title={CHECK.tablesFound(tableCounts(tables))}>
      <div className={styles.panel}>
        <ul className={styles.list}>
          {tables.map((table) => (
            <TableLine key={table.id} table={table} reading={reading} corrections={corrections} onReveal={onReveal} />
          ))}
          {leftOut.map((item) => (
            <LeftOutTable key={item.tableId} item={item} corrections={corrections} />
          ))}
        </ul>
        <div className={styles.missed}>
          <MissedTable corrections={corrections} />
        </div>
      </div>
    </Disclosure>
  );
}
