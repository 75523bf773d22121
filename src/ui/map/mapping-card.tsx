import { Button, Caption1, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Mark, RowField, TurnedDown } from '../../domain/mapping';
import { type Framework, type Indicator, inOwnWords } from '../../domain/framework';
import { AddIndicator } from './add-indicator';
import { Disclosure } from '../shared/disclosure';
import { isDecided, type IndicatorOption } from './indicator-options';
import { MAP } from './map-wording';
import { MarkedText } from '../shared/marked-text';
import { OptionList } from './option-list';
import type { SeenOptions } from './use-seen-options';
import type { MappedRow } from '../shared/pane-services';
import { rowName } from '../shared/row-name';
import { excerptsWithin } from '../shared/excerpt';
import { useLowPane } from '../shared/use-low-pane';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow2,
  },
  lowCard: { gap: tokens.spacingVerticalXXS, padding: 0, border: 'none', boxShadow: 'none' },
  place: { color: tokens.colorNeutralForeground2 },
  commitment: { margin: 0, whiteSpace: 'pre-wrap' },
  fields: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, whiteSpace: 'pre-wrap' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface MappingCardProps {
  readonly row: MappedRow;
  readonly options: readonly IndicatorOption[];
  readonly ticked: readonly string[];
  readonly framework: Framework;
  readonly onTick: (id: string) => void;
  readonly onAdd: (id: string) => void;
  readonly watch: SeenOptions['watch'];
  readonly onNone: () => void;
  readonly onClear: () => void;
  /** What is done for the whole theme. */
  readonly themeMenu: ReactNode;
}

/** Marks the words that are the reason for the ticked indicators; while none is ticked, for the likeliest one. */
function shownMarks(options: readonly IndicatorOption[], ticked: readonly string[]): Mark[] {
  const marked = options.filter(({ id }) => ticked.includes(id));
  return (marked.length > 0 ? marked : options.slice(0, 1)).flatMap(({ marks }) => marks);
}

interface RowInFullProps {
  readonly row: MappedRow;
  readonly framework: Pick<Framework, 'words'>;
  readonly marksIn: (field: RowField) => Mark[];
}

function RowInFull({ row, framework, marksIn }: RowInFullProps): ReactNode {
  const styles = useStyles();
  const { measure, ledBy, timescale, outcomes } = row.action;
  const fields: readonly (readonly [string, ReactNode])[] = [
    [MAP.measure, measure.text === '' ? MAP.nothing : <MarkedText text={measure.text} marks={marksIn('measure')} />],
    [inOwnWords(MAP.outcomes, framework), outcomes.text === '' ? MAP.nothing : outcomes.text],
    [MAP.ledBy, ledBy.text === '' ? MAP.nothing : ledBy.text],
    [MAP.timescale, timescale.text === '' ? MAP.nothing : timescale.text],
  ];
  return (
    <dl className={styles.fields}>
      {fields.map(([name, value]) => [
        <dt key={name} className={styles.name}>
          <Caption1>{name}</Caption1>
        </dt>,
        <dd key={`${name} value`} className={styles.value}>
          <Caption1>{value}</Caption1>
        </dd>,
      ])}
    </dl>
  );
}

function NotSuggested({
  turnedDown,
  indicators,
}: {
  readonly turnedDown: readonly TurnedDown[];
  readonly indicators: readonly Indicator[];
}): ReactNode {
  const styles = useStyles();
  if (turnedDown.length === 0) return null;
  const textOf = (id: string): string => indicators.find((indicator) => indicator.id === id)?.text ?? '';
  return (
    <Disclosure title={MAP.down(turnedDown.length)}>
      <ul className={styles.list}>
        {turnedDown.map(({ id, against }) => (
          <li key={id}>
            <Caption1>
              <strong>{against}</strong>: {id} {textOf(id)}
            </Caption1>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Characters of a commitment in a low pane: three lines. */
const SHORT = 120;

/** One action: what it says, the words that matter marked, and the indicators it may serve. */
export function MappingCard(props: MappingCardProps): ReactNode {
  const { row, options, ticked, framework, watch, onTick, onAdd, onNone, onClear, themeMenu } = props;
  const styles = useStyles();
  const { directorate, directorateText, theme, commitment } = row.action;
  const { indicators } = framework;
  const name = rowName(row, framework);
  const marks = shownMarks(options, ticked);
  const marksIn = (field: RowField): Mark[] => marks.filter((mark) => mark.field === field);
  // What is decided comes before what the row says besides, where there is not room for both.
  const isLow = useLowPane();
  const ofCommitment = { text: commitment, marks: marksIn('commitment') };
  const wholeRow = (
    <Disclosure key={row.key} title={MAP.inFull}>
      {isLow && (
        <Caption1 className={styles.value}>
          <MarkedText {...ofCommitment} />
        </Caption1>
      )}
      <RowInFull row={row} framework={framework} marksIn={marksIn} />
    </Disclosure>
  );
  return (
    <section className={mergeClasses(styles.card, isLow && styles.lowCard)} aria-label={name}>
      {!isLow && (
        <Caption1 className={styles.place}>
          <strong>{name}</strong> · {directorate ?? (directorateText === '' ? MAP.noDirectorate : directorateText)}
          {theme !== null && (
            <>
              {' · '}
              <MarkedText text={theme} marks={marksIn('theme')} />
            </>
          )}
        </Caption1>
      )}
      <p className={styles.commitment}>
        <Text>
          {(isLow ? excerptsWithin([ofCommitment], SHORT) : [ofCommitment]).map((words) => (
            <MarkedText key={row.key} {...words} />
          ))}
        </Text>
      </p>
      {!isLow && wholeRow}
      <OptionList options={options} ticked={ticked} onTick={onTick} watch={watch} />
      {isLow && wholeRow}
      <NotSuggested turnedDown={row.turnedDown} indicators={indicators} />
      <AddIndicator indicators={indicators} onAdd={onAdd} />
      <div className={styles.buttons}>
        <Button size="small" onClick={onNone}>
          {MAP.none(indicators.length)}
        </Button>
        <Button size="small" disabledFocusable={!isDecided(row)} onClick={onClear}>
          {MAP.clear}
        </Button>
        {themeMenu}
      </div>
    </section>
  );
}
