import { counted } from '../../domain/wording';
import { Badge, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { sheetChangeWords } from '../../application';
import { DryRunWarnings } from './dry-run-warnings';
import { Heading } from '../shared/heading';
import type { CollationDryRun, SheetChanges } from '../shared/pane-services';
import type { Collation } from './use-collation';
import { COLLATE, sheetRows } from './collate-wording';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold, flexGrow: 1 },
  rows: { color: tokens.colorNeutralForeground2 },
  changes: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** One sheet: its rows, and how many of them are new, changed, gone and the rest; the parts add up to the rows. */
function SheetLine({ sheet }: { readonly sheet: SheetChanges }): ReactNode {
  const styles = useStyles();
  const rows = sheetRows(sheet);
  return (
    <li>
      <div className={styles.head}>
        <span className={styles.name}>{sheet.sheet}</span>
        {sheet.isNew && (
          <Badge size="small" appearance="outline" color="informative">
            {COLLATE.newSheet}
          </Badge>
        )}
        {rows > 0 && <Caption1 className={styles.rows}>{counted(rows, 'row')}</Caption1>}
      </div>
      <Caption1 className={styles.changes}>{sheetChangeWords(sheet)}</Caption1>
    </li>
  );
}

/** What would be written, before anything is. */
export function DryRunSummary({ collation, dryRun }: { readonly collation: Collation; readonly dryRun: CollationDryRun }): ReactNode {
  const styles = useStyles();
  const notesUnseen = dryRun.sheets.filter((sheet) => sheet.notesUnseen).map(({ sheet }) => sheet);
  return (
    <>
      <section className={styles.box} aria-labelledby="will-write">
        <Heading kind="section" id="will-write">
          {COLLATE.willWrite}
        </Heading>
        {dryRun.nothingToDo ? (
          <Caption1>{COLLATE.nothing}</Caption1>
        ) : (
          <ul className={styles.list}>
            {dryRun.sheets.map((sheet) => (
              <SheetLine key={sheet.sheet} sheet={sheet} />
            ))}
          </ul>
        )}
        {dryRun.changes !== null && <Caption1>{dryRun.changes}.</Caption1>}
        <Caption1>{COLLATE.notes(dryRun.notesKept)}</Caption1>
        {notesUnseen.length > 0 && <Caption1>{COLLATE.notesUnseen(notesUnseen)}</Caption1>}
      </section>
      <DryRunWarnings collation={collation} dryRun={dryRun} />
    </>
  );
}
