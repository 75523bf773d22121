import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Disclosure } from '../shared/disclosure';
import { Notice } from '../shared/notice';
import { DoubtList } from './doubt-list';
import type { CollationDryRun } from '../shared/pane-services';
import type { Collation } from './use-collation';
import { COLLATE } from './collate-wording';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  place: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  line: { display: 'block' },
});

interface Line {
  readonly place: string;
  readonly lines: readonly string[];
}

function Lines({ items }: { readonly items: readonly Line[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {items.map((item, index) => (
        <li key={index}>
          <Caption1 className={styles.place}>{item.place}</Caption1>
          {item.lines.map((line) => (
            <Caption1 key={line} className={styles.line}>
              {line}
            </Caption1>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What to check before writing: obstacles, cells that would be overwritten, conflicts, and doubtful matches. */
export function DryRunWarnings({ collation, dryRun }: { readonly collation: Collation; readonly dryRun: CollationDryRun }): ReactNode {
  const overwritten = dryRun.overwritten.map(({ sheet, address, heading, was, becomes }) => ({
    place: COLLATE.place(sheet, address, heading),
    lines: [COLLATE.was(was), COLLATE.becomes(becomes)],
  }));
  const conflicts = dryRun.conflicts.map(({ sheet, address, heading, kept, sent }) => ({
    place: COLLATE.place(sheet, address, heading),
    lines: [COLLATE.kept(kept), COLLATE.sentInstead(sent)],
  }));
  return (
    <>
      {dryRun.obstacles.length > 0 && (
        <Notice intent="warning" title={COLLATE.obstacles(dryRun.obstacles.length)}>
          <Lines
            items={dryRun.obstacles.map(({ sheet, address, sentence }) => ({
              place: COLLATE.place(sheet, address, ''),
              lines: [sentence],
            }))}
          />
        </Notice>
      )}
      {overwritten.length > 0 && (
        <Disclosure title={COLLATE.overwritten(overwritten.length)}>
          <Lines items={overwritten} />
        </Disclosure>
      )}
      {conflicts.length > 0 && (
        <Disclosure title={COLLATE.conflicts(conflicts.length)}>
          <Lines items={conflicts} />
        </Disclosure>
      )}
      <DoubtList collation={collation} doubts={dryRun.doubts} />
    </>
  );
}
