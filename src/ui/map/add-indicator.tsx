import { Combobox, Field, Option, makeStyles } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { Failure } from '../../application';
import type { Indicator } from '../../domain/framework';
import { FailureNotice } from '../shared/failure-notice';
import { asFailure } from '../shared/use-task';
import { createIndicatorSearch } from './indicator-search';
import { MAP } from './map-wording';

const useStyles = makeStyles({
  // In a pane of 320 px the words of an indicator take several lines.
  list: { maxWidth: 'calc(100vw - 24px)', maxHeight: '50vh' },
  option: { whiteSpace: 'normal' },
  box: { minWidth: 0, width: '100%' },
});

interface AddIndicatorProps {
  readonly indicators: readonly Indicator[];
  readonly onAdd: (id: string) => void;
}

/** Finds any indicator of the logframe by number or words, and adds it. */
export function AddIndicator({ indicators, onAdd }: AddIndicatorProps): ReactNode {
  const styles = useStyles();
  const [words, setWords] = useState('');
  const [search, setSearch] = useState<((words: string) => Indicator[]) | null>(null);
  // How often the search was asked for: not before the field is used, and again after a failure.
  const [tries, setTries] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    if (tries === 0) return;
    let isWanted = true;
    createIndicatorSearch(indicators).then(
      (made) => {
        if (isWanted) setSearch(() => made);
      },
      (error: unknown) => {
        if (isWanted) setFailure(asFailure(error));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [tries, indicators]);

  const tryAgain = (): void => {
    setFailure(null);
    setTries(tries + 1);
  };

  const found = search === null || words.trim() === '' ? [] : search(words);
  return (
    <>
      <Field label={MAP.add} size="small">
        <Combobox
          freeform
          size="small"
          className={styles.box}
          listbox={{ className: styles.list }}
          placeholder={MAP.addPlaceholder}
          value={words}
          onFocus={() => setTries(Math.max(tries, 1))}
          selectedOptions={[]}
          onInput={(event) => setWords(event.currentTarget.value)}
          onOptionSelect={(_event, { optionValue }) => {
            if (optionValue !== undefined && optionValue !== '') onAdd(optionValue);
            setWords('');
          }}
          // Enter here chooses and does not confirm the row; Escape gives up the search and does not leave the view.
          onKeyDown={(event) => {
            if (event.key === 'Enter' || (event.key === 'Escape' && words !== '')) event.stopPropagation();
            if (event.key === 'Escape') setWords('');
          }}
        >
          {found.map(({ id, text }) => (
            <Option key={id} value={id} text={`${id} ${text}`} className={styles.option}>
              {id} {text}
            </Option>
          ))}
          {search !== null && found.length === 0 && words.trim() !== '' && (
            <Option disabled value="" text={MAP.addNone} className={styles.option}>
              {MAP.addNone}
            </Option>
          )}
        </Combobox>
      </Field>
      {failure !== null && <FailureNotice failure={failure} onRetry={tryAgain} />}
    </>
  );
}
