export { logframeDifferences, type LogframeDifferences, logframeDifferencesInWords, withLogframe } from './compare-logframe';
export { type PrintedLogframe, readLogframe } from './read-logframe';
