export { type FinanceFigures, financeFigures } from './finance-figures';
export { type Figure, figure } from './figure';
export { type CarriedCount, type Counted, type PlanCounts, planCounts } from './plan-counts';
export { indicatorsByLevel, type PlanFigures, planFigures } from './plan-figures';
export type { StandingFigures } from './standing-figures';
export { apart, foldedTally, type Tally, type TallyLine, totalsOf } from './tally';
