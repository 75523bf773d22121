export { createOfficeDelivery } from './delivery';
export { officeThemeName } from './office-theme';
export { createOfficeWorkbook } from './office-workbook';
export { type After, waitForOffice } from './wait-for-office';
