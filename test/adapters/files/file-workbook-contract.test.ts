import { describeComments } from '../../contract/comments-contract';
import { describeWorkbookPort } from '../../contract/workbook-port-contract';
import { fileHarness } from './file-harness';

describeWorkbookPort('files', fileHarness);
describeComments('files', fileHarness);
