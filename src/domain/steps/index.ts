export { finished, madeInSteps, type Steps } from './steps';
