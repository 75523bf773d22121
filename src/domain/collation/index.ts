export * from './identity';
export * from './register';
export * from './versions';
