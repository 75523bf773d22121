import { type Counted, type PlanFigures, planFigures } from '../../domain/figures';
import type { PlanProgress } from '../../domain/sheets';
import type { Collated } from './collate';

/** What a collated plan's counts are made from. */
export function countedOf({ register, lines, findings, sources, options }: Collated): Counted {
  const notOpened = sources.filter(({ problem }) => problem !== null).map(({ file }) => file);
  return { framework: options.framework, register, lines, findings, notOpened };
}

/** Every figure of a collated plan. */
export function figuresOf(collated: Collated, { position, lastQuarter }: PlanProgress): PlanFigures {
  return planFigures({ ...countedOf(collated), position, lastQuarter, dates: collated.options });
}
