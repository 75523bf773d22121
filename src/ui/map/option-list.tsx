import { Caption1, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, type ReactNode } from 'react';
import { Disclosure } from '../shared/disclosure';
import type { IndicatorOption } from './indicator-options';
import { MAP } from './map-wording';
import type { SeenOptions } from './use-seen-options';

/** Likely ones shown at once; the others are folded away below them. */
const SHOWN = 4;

/** The options that are not folded away. */
export function shownAtOnce(options: readonly IndicatorOption[], ticked: readonly string[]): IndicatorOption[] {
  return options.filter(({ id, strength }, at) => at < SHOWN || strength === null || ticked.includes(id));
}

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
  option: { padding: `${tokens.spacingVerticalXXS} 0`, borderLeft: '3px solid transparent', paddingLeft: tokens.spacingHorizontalXS },
  strong: { borderLeftColor: tokens.colorBrandStroke1 },
  possible: { borderLeft: `3px dashed ${tokens.colorBrandStroke1}` },
  weak: { borderLeft: `3px dotted ${tokens.colorNeutralStroke1}` },
  box: { alignItems: 'flex-start', '& label': { color: tokens.colorNeutralForeground1 } },
  // Scrolled to, it is not quite at the edge.
  id: { scrollMarginTop: tokens.spacingVerticalXXL },
  words: { display: 'block', paddingLeft: '32px', color: tokens.colorNeutralForeground2 },
  standing: { fontWeight: tokens.fontWeightSemibold },
});

interface OptionListProps {
  readonly options: readonly IndicatorOption[];
  readonly ticked: readonly string[];
  readonly onTick: (id: string) => void;
  readonly watch: SeenOptions['watch'];
}

interface OptionProps extends Pick<OptionListProps, 'watch'> {
  readonly option: IndicatorOption;
  readonly isTicked: boolean;
  readonly onTick: () => void;
}

function Option({ option, isTicked, onTick, watch }: OptionProps): ReactNode {
  const styles = useStyles();
  const { id, text, standing, strength, why, against } = option;
  const begin = useCallback((element: HTMLElement | null) => (element === null ? undefined : watch(id, 'begin', element)), [id, watch]);
  const end = useCallback((element: HTMLElement | null) => (element === null ? undefined : watch(id, 'end', element)), [id, watch]);
  return (
    <div className={mergeClasses(styles.option, strength !== null && styles[strength])}>
      <Checkbox
        className={styles.box}
        checked={isTicked}
        onChange={onTick}
        label={
          <>
            <strong ref={begin} className={styles.id}>
              {id}
            </strong>{' '}
            {text}{' '}
            <span ref={end} className={styles.standing}>
              ({standing})
            </span>
          </>
        }
      />
      {why.length > 0 && (
        <Caption1 className={styles.words}>
          {MAP.because}: {why.join(' · ')}
        </Caption1>
      )}
      {against !== null && <Caption1 className={styles.words}>{against}</Caption1>}
    </div>
  );
}

/** The indicators offered for a row, each with its strength and the words of the row that are the reason. */
export function OptionList({ options, ticked, onTick, watch }: OptionListProps): ReactNode {
  const styles = useStyles();
  const draw = (option: IndicatorOption): ReactNode => (
    <Option key={option.id} option={option} isTicked={ticked.includes(option.id)} onTick={() => onTick(option.id)} watch={watch} />
  );
  const shown = shownAtOnce(options, ticked);
  const folded = options.filter((option) => !shown.includes(option));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{MAP.suggestions}</legend>
      {options.length === 0 && <Caption1>{MAP.noSuggestion}</Caption1>}
      {shown.map(draw)}
      {folded.length > 0 && <Disclosure title={MAP.fewer(folded.length)}>{folded.map(draw)}</Disclosure>}
    </fieldset>
  );
}
