import { describeComments } from './comments-contract';
import { officeHarness } from './office-harness';
import { describeWorkbookPort } from './workbook-port-contract';

describeWorkbookPort('the Office adapter over the genuine Office.js', officeHarness);
describeComments('the Office adapter over the genuine Office.js', officeHarness);
