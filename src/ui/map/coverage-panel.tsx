import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Framework, Indicator } from '../../domain/framework';
import type { IndicatorCoverage, LevelCoverage } from '../../domain/mapping';
import { Disclosure } from '../shared/disclosure';
import { Heading } from '../shared/heading';
import { MAP } from './map-wording';
import type { MappedRow, Mapping } from '../shared/pane-services';
import { rowName } from '../shared/row-name';

const useStyles = makeStyles({
  bar: { display: 'block', width: '100%', height: '14px', border: `1px solid ${tokens.colorNeutralStroke1}`, boxSizing: 'border-box' },
  confirmed: { fill: tokens.colorBrandForeground1, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  suggested: { fill: tokens.colorBrandStroke2, '@media (forced-colors: active)': { fill: 'GrayText' } },
  unserved: { fill: tokens.colorStatusDangerBackground3, '@media (forced-colors: active)': { fill: 'Highlight' } },
  unservedInProgress: { fill: tokens.colorNeutralBackground5, '@media (forced-colors: active)': { fill: 'Canvas' } },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, margin: 0, padding: 0, listStyleType: 'none' },
  key: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: { width: '10px', height: '10px', flexShrink: 0, outline: `1px solid ${tokens.colorNeutralStroke1}` },
  levels: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const PARTS = ['confirmed', 'suggested', 'unserved', 'unservedInProgress'] as const;

/** How a level's indicators are served, as one bar and the same in words. */
function LevelBar({ level }: { readonly level: LevelCoverage }): ReactNode {
  const styles = useStyles();
  let from = 0;
  const pieces = PARTS.map((part) => {
    const width = level[part];
    const piece = <rect key={part} className={styles[part]} x={from} y={0} width={width} height={1} />;
    from += width;
    return piece;
  });
  return (
    <li>
      <Caption1 block>{MAP.level(level.level, level.title)}</Caption1>
      {level.indicators > 0 && (
        <svg viewBox={`0 0 ${String(level.indicators)} 1`} preserveAspectRatio="none" className={styles.bar} aria-hidden="true">
          {pieces}
        </svg>
      )}
      <Caption1 block className={styles.quiet}>
        {MAP.levelWords(level)}
      </Caption1>
    </li>
  );
}

function Legend(): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.legend}>
      {PARTS.map((part) => (
        <li key={part} className={styles.key}>
          <svg viewBox="0 0 1 1" className={mergeClasses(styles.swatch, styles[part])} aria-hidden="true">
            <rect width={1} height={1} />
          </svg>
          <Caption1>{MAP.legend[part]}</Caption1>
        </li>
      ))}
    </ul>
  );
}

function IndicatorList({ title, indicators }: { readonly title: string; readonly indicators: readonly Indicator[] }): ReactNode {
  const styles = useStyles();
  if (indicators.length === 0) return null;
  return (
    <Disclosure title={title}>
      <ul className={styles.list}>
        {indicators.map(({ id, text }) => (
          <li key={id}>
            <Caption1>
              <strong>{id}</strong> {text}
            </Caption1>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function ByDirectorate({ indicators }: { readonly indicators: readonly IndicatorCoverage[] }): ReactNode {
  const styles = useStyles();
  return (
    <Disclosure title={MAP.byDirectorate}>
      <ul className={styles.list}>
        {indicators.map(({ indicator, directorates }) => (
          <li key={indicator.id}>
            <Caption1 block>
              <strong>{indicator.id}</strong> {indicator.text}
            </Caption1>
            <Caption1 block className={styles.quiet}>
              {directorates.length === 0 ? MAP.unserved : directorates.map(MAP.servedBy).join(' · ')}
            </Caption1>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

interface ActionListProps {
  readonly title: (count: number) => string;
  readonly rows: readonly MappedRow[];
  readonly framework: Framework;
}

function ActionList({ title, rows, framework }: ActionListProps): ReactNode {
  const styles = useStyles();
  if (rows.length === 0) return null;
  return (
    <Disclosure title={title(rows.length)}>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.key}>
            <Caption1>
              <strong>{rowName(row, framework)}</strong> {row.action.commitment}
            </Caption1>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

const isNotDecided = ({ standing }: MappedRow): boolean => standing === 'to decide' || standing === 'nothing suggested';

/** Which indicators are served, by whom, and which nobody serves. */
export function CoveragePanel({ mapping }: { readonly mapping: Mapping }): ReactNode {
  const styles = useStyles();
  const { coverage, rows, framework } = mapping;
  return (
    <>
      <Heading kind="section">{MAP.coverageTitle(framework.indicators.length)}</Heading>
      <Legend />
      <ul className={styles.levels}>
        {coverage.levels.map((level) => (
          <LevelBar key={level.level} level={level} />
        ))}
      </ul>
      <IndicatorList title={MAP.nobody(coverage.unserved.length)} indicators={coverage.unserved} />
      <IndicatorList title={MAP.nobodyYet(coverage.unservedInProgress.length)} indicators={coverage.unservedInProgress} />
      <ActionList title={MAP.servingNone} rows={rows.filter(({ standing }) => standing === 'serves none')} framework={framework} />
      <ActionList title={MAP.notDecided} rows={rows.filter(isNotDecided)} framework={framework} />
      <ByDirectorate indicators={coverage.indicators} />
    </>
  );
}
