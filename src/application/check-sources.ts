import { checkBook, type CheckDates, figuresFinding, type Finding } from '../domain/findings';
import type { Framework } from '../domain/framework';
import { matchMeasure } from '../domain/mapping';
import type { MeasureLine } from '../domain/reading';
import type { SourceRead } from './read-sources';

/** A line of a directorate's own measures with the indicator it restates; null for a new local measure. */
export interface CollatedMeasure {
  readonly line: MeasureLine;
  readonly indicator: string | null;
  /** In words, what differs from the logframe. */
  readonly differences: readonly string[];
}

export function matchMeasures(lines: readonly MeasureLine[], framework: Framework): CollatedMeasure[] {
  return lines.map((line) => {
    const { indicator, differences } = matchMeasure(line.text, framework, line.timescale.text);
    return { line, indicator, differences };
  });
}

/** Every finding of every file: rows and tables first, in their order, then the measures that differ from the logframe. */
export function checkSources(
  sources: readonly Pick<SourceRead, 'file' | 'actions' | 'tables' | 'measures'>[],
  framework: Framework,
  dates: CheckDates,
): Finding[] {
  const measures = matchMeasures(
    sources.flatMap((source) => source.measures),
    framework,
  );
  return [...checkBook(sources, framework, dates), ...measures.flatMap(({ line, differences }) => figuresFinding(line, differences) ?? [])];
}
