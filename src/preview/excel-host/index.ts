/** The Excel host, for the preview in a browser and for the tests in Node. */
export { type ExcelHost, type HostOptions, type HostRequest, createExcelHost } from './excel-host';
export { type FaultPlan } from './fault-plan';
export { type HostErrorCode } from './host-error';
export { sameArea } from './host-reference';
export { type HostLimits } from './host-session';
export {
  type HostChart,
  type HostComment,
  type HostConditionalFormat,
  type HostLook,
  type HostSeries,
  type HostTable,
  type HostValidation,
  type HostSheet,
} from './host-sheet';
export { type HostCell } from './host-cells';
export { type BookSnapshot, type CellSnapshot, type ChartSnapshot, type SheetSnapshot } from './host-snapshot';
export { type ChangeAuthor, type HostName, type HostWorkbook, type WorkbookChange } from './host-workbook';
export { DARK_THEME, LIGHT_THEME, type OfficeLibrary, type OfficeRealm, type OfficeTheme, installHost } from './install-host';
export { type RequirementSets } from './requirement-sets';
export { followLink, linkTarget } from './host-links';
export { TypingRefused, wordsOffered } from './typing-validation';
