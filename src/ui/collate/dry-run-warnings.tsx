import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Disclosure } from '../shared/disclosure';
import { Notice } from '../shared/notice';
import { DoubtList } from './doubt-list';
import { mustBeAnswered } from './open-questions';
import { TypedCells } from './typed-cells';
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

/** What to check before writing: obstacles, files that did not come, questions, cells and texts that the user typed, and what is put right. */
export function DryRunWarnings({ collation, dryRun }: { readonly collation: Collation; readonly dryRun: CollationDryRun }): ReactNode {
  const styles = useStyles();
  const displaced = dryRun.displaced.map(({ sheet, address, beside, text }) => ({
    place: COLLATE.place(sheet, address, beside),
    lines: [text],
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
      {dryRun.notSent.length > 0 && (
        <Notice intent="warning" title={COLLATE.filesNotSent(dryRun.notSent.length)}>
          <ul className={styles.list}>
            {dryRun.notSent.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      {/* Those that must be answered stand above everything else. */}
      {mustBeAnswered(dryRun) === 0 && <DoubtList collation={collation} doubts={dryRun.doubts} />}
      <TypedCells collation={collation} dryRun={dryRun} />
      {displaced.length > 0 && (
        <Disclosure title={COLLATE.displaced(displaced.length)}>
          <Lines items={displaced} />
        </Disclosure>
      )}
      {dryRun.putRight.length > 0 && (
        <Disclosure title={COLLATE.putRight(dryRun.putRight.length)}>
          <Lines
            items={dryRun.putRight.map(({ sheet, address, sentence }) => ({
              place: COLLATE.place(sheet, address, '').trim(),
              lines: [sentence],
            }))}
          />
        </Disclosure>
      )}
    </>
  );
}
