export { indicatorsAsTyped, writtenIndicators } from './written-indicators';
export { matchMeasure, type MeasureMatch } from './match-measure';
export { idsWithZero, unknownIndicators } from './unknown-indicators';
export { stemOf, type Word, wordsOf } from './words';
