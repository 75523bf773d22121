export { builtInFormat, builtInId } from './built-in-formats';
export { NOT_A_DATE, formattedText, usableFormat } from './formatted-text';
