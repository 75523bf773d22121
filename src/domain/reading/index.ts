export * from './action';
export * from './table-read';
