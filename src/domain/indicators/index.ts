export { indicatorsAsTyped, writtenIndicators } from './written-indicators';
export { type LineMatch, matchLine, matchMeasures, type MeasurePart } from './match-measures';
export { idsWithZero, unknownIndicators } from './unknown-indicators';
export { stemOf, type Word, wordsOf } from './words';
