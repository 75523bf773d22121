export { readTargets } from './read-targets';
export * from './target-reading';
