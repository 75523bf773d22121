export * from './edit';
export * from './sheet-plan';
