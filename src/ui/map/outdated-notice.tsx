import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { outdatedInWords } from '../../domain/collation';
import { MAP } from './map-wording';
import { Notice } from '../shared/notice';
import type { ActionChoice, Mapping } from '../shared/pane-services';
import { choiceOf } from './use-mapping';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

interface OutdatedNoticeProps {
  readonly mapping: Mapping;
  readonly onDecide: (choices: readonly ActionChoice[]) => void;
}

/** Decisions on indicators that a new version of the logframe changed; keeping them makes them decisions on it as it is now. */
export function OutdatedNotice({ mapping, onDecide }: OutdatedNoticeProps): ReactNode {
  const styles = useStyles();
  const { outdated, rows } = mapping;
  if (outdated.length === 0) return null;
  const refs = new Set(outdated.flatMap((one) => one.refs));
  const touched = rows.filter(({ key }) => refs.has(key));
  return (
    <Notice
      intent="warning"
      title={MAP.outdatedTitle}
      actions={
        touched.length > 0 && (
          <Button size="small" onClick={() => onDecide(touched.map(choiceOf))}>
            {MAP.keepOutdated}
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {outdated.map((one) => (
          <li key={`${one.indicator} ${one.was}`}>
            <Caption1>{outdatedInWords(one)}</Caption1>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
