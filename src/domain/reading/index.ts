export * from './action';
export { readStatus, type StatusReading } from './read-status';
export { type ReadOptions, readTables } from './read-tables';
export * from './table-read';
export { type BookUnderstood, understandBook, type UnderstandContext } from './understand-book';
