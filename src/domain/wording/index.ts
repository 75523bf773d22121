export { capital } from './capital';
export { agreeing, counted, grouped } from './counted';
export { DIRECTORATE_NOT_KNOWN, directorateNameOf, directorateWords, FINANCE_HEADINGS, NO_SHARED_OUTCOME } from './fixed-words';
export { eitherOf, listed } from './listed';
export { longDate, longDateOfIso } from './long-date';
export { ZERO_TO_TWENTY } from './number-words';
export { isAscii, patternByText } from './pattern-by-text';
export { verdictInWords } from './verdict-in-words';
export { inNameOrder } from './in-name-order';
