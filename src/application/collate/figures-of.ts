import { type PlanFigures, planFigures } from '../../domain/figures';
import type { PlanProgress } from '../../domain/sheets';
import type { Collated } from './collate';

/** Every figure of a collated plan. */
export function figuresOf({ register, lines, findings, options }: Collated, { position, lastQuarter }: PlanProgress): PlanFigures {
  return planFigures({ framework: options.framework, register, lines, findings, position, lastQuarter, dates: options });
}
