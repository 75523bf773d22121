/** The Excel host for the browser and for tests; the loader for Node is `load-office-in-node.ts`, kept out of the browser's bundle. */
export { type ExcelHost, type HostOptions, type HostRequest, createExcelHost } from './excel-host';
export { type FaultPlan } from './fault-plan';
export { HostError, type HostErrorCode } from './host-error';
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
export { type RequirementSets, excelApi } from './requirement-sets';
