import {
  type CheckDates,
  checkInSteps,
  type CheckMemory,
  createCheckMemory,
  figuresFinding,
  type Finding,
  measureInDoubt,
} from '../../domain/findings';
import type { Framework } from '../../domain/framework';
import { matchLine } from '../../domain/indicators';
import type { MeasureLine } from '../../domain/reading';
import { finished, madeInSteps, type Steps } from '../../domain/steps';
import type { SourceRead } from '../sources/read-sources';

/** What one check of sources keeps for the next under the same framework: lines and actions that were checked are not checked again. */
export interface SourcesMemory {
  readonly rows: CheckMemory;
  readonly measures: WeakMap<MeasureLine, Finding | null>;
}

export function createSourcesMemory(): SourcesMemory {
  return { rows: createCheckMemory(), measures: new WeakMap() };
}

function figuresFindingOf(line: MeasureLine, framework: Framework, { measures }: SourcesMemory): Finding | null {
  let finding = measures.get(line);
  if (finding === undefined) {
    const { differences, maybe } = matchLine(line.text, framework, line.timescale.text);
    measures.set(line, (finding = figuresFinding(line, differences) ?? measureInDoubt(line, maybe)));
  }
  return finding;
}

type CheckedSource = Pick<SourceRead, 'file' | 'actions' | 'tables' | 'measures' | 'sheets' | 'directorate'>;

/** Every finding of every file: rows and tables first, in their order, then the measures that differ from the logframe. */
export const checkSources = (sources: readonly CheckedSource[], framework: Framework, dates: CheckDates): Finding[] =>
  finished(checkSourcesInSteps(sources, framework, dates));

/** The same in steps. */
export function* checkSourcesInSteps(
  sources: readonly CheckedSource[],
  framework: Framework,
  dates: CheckDates,
  memory = createSourcesMemory(),
): Steps<Finding[]> {
  const lines = sources.flatMap(({ measures }) => measures);
  return [
    ...(yield* checkInSteps(sources, framework, dates, memory.rows)),
    ...(yield* madeInSteps('', lines, (line) => figuresFindingOf(line, framework, memory) ?? [])).flat(),
  ];
}
