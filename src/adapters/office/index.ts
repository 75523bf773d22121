export { createOfficeDelivery } from './delivery';
export { officeThemeName, whenThemeMayChange } from './office-theme';
export { createOfficeWorkbook } from './office-workbook';
export { type StartTimer, waitForOffice } from './wait-for-office';
