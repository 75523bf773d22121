export * from './action';
export { withCorrection } from './apply-corrections';
export { parseCorrection } from './correction-schema';
export { placedCorrection } from './place-corrections';
export { readStatus, type StatusReading } from './read-status';
export { type ReadOptions, readTables } from './read-tables';
export { createReadingMemory, type ReadingMemory } from './reading-memory';
export * from './table-read';
export { type BookUnderstood, understandBook, type UnderstandContext } from './understand-book';
