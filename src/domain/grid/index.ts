export * from './address';
export * from './cell';
export * from './serial-date';
export * from './sheet-grid';
