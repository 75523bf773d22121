export * from './address';
export * from './cell';
export { isColumnFree, lastRowBeside, tableEndingAt } from './column-beside';
export { addressInWords, isDocumentName, isDocumentTable, rowsInWords } from './document-address';
export { formulaAreas } from './formula-areas';
export { patchedSheet } from './patched-sheet';
export * from './serial-date';
export * from './sheet-grid';
