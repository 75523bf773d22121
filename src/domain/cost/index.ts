export { COSTS, type Cost, type CostReading } from './cost-reading';
export { namedFundsIn } from './named-fund';
export { readCost } from './read-cost';
export { type Sum, sumsIn, sumsInCost } from './sum';
