export * from './identity';
export { likeness, plainWording, wordCounts } from './likeness';
export * from './register';
export * from './versions';
