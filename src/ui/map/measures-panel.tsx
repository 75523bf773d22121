import { addressInWords } from '../../domain/grid';
import { Body1, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { capital } from '../../domain/wording';
import { Heading } from '../shared/heading';
import { MAP } from './map-wording';
import type { Mapping } from '../shared/pane-services';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { margin: 0 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
  differences: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

type Measure = Mapping['measures'][number];

function MeasureItem({ measure, indicatorText }: { readonly measure: Measure; readonly indicatorText: string }): ReactNode {
  const styles = useStyles();
  const { line, text, indicator, differences } = measure;
  return (
    <li>
      <Caption1 className={styles.quiet}>
        {line.directorate ?? MAP.noDirectorate} · {line.source.sheet} {addressInWords(line.source.file, line.source.cells.measure ?? '')}
      </Caption1>
      <p className={styles.text}>
        <Text>{text}</Text>
      </p>
      {indicator === null ? (
        <Caption1 className={styles.quiet}>{MAP.ownMeasure}</Caption1>
      ) : (
        <>
          <Caption1 className={styles.quiet}>
            <strong>{MAP.restates(indicator)}</strong>: {indicatorText}
          </Caption1>
          {differences.length === 0 ? (
            <Caption1 className={styles.quiet}>{MAP.asPrinted}</Caption1>
          ) : (
            <ul className={styles.differences}>
              {differences.map((difference) => (
                <li key={difference}>
                  <Caption1>{capital(difference)}.</Caption1>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </li>
  );
}

/** The directorates' own measures: which indicator each restates, and what differs. */
export function MeasuresPanel({ mapping }: { readonly mapping: Mapping }): ReactNode {
  const styles = useStyles();
  const { measures, framework } = mapping;
  const textOf = new Map(framework.indicators.map(({ id, text }) => [id, text]));
  if (measures.length === 0) return <Body1>{MAP.measuresNone}</Body1>;
  return (
    <>
      <Heading kind="section">{MAP.measuresTitle(measures.length, measures.filter(({ indicator }) => indicator !== null).length)}</Heading>
      <ul className={styles.list}>
        {measures.map((measure, at) => (
          <MeasureItem key={at} measure={measure} indicatorText={textOf.get(measure.indicator ?? '') ?? ''} />
        ))}
      </ul>
    </>
  );
}
