export { COSTS, type Cost, type CostReading } from './cost-reading';
