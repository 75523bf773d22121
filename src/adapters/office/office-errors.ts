import { Failure, type FailureCode } from '../../application';

/** What an error code means to the user: what happened and why, then what to do next. */
interface Explanation {
  readonly code: FailureCode;
  readonly why: string;
  readonly next: string;
}

/**
 * Codes of the library's core, which its types do not list (`CoreErrorCodes` of office-js, and the payload
 * limits of Excel on the web).
 */
type CoreCode =
  | 'ActivityLimitReached'
  | 'ConnectionFailure'
  | 'Timeout'
  | 'InvalidOrTimedOutSession'
  | 'InvalidObjectPath'
  | 'InvalidRequestContext'
  | 'ValueNotLoaded'
  | 'PropertyNotLoaded'
  | 'RequestPayloadSizeLimitExceeded'
  | 'WriteNotSupportedWhenModalDialogOpen'
  | 'InvalidApiCallInContext'
  | 'HostRestartNeeded'
  | 'CannotRegisterEvent'
  | 'UndoNotSupported';

type HostCode = `${Excel.ErrorCodes}` | CoreCode;

const TRY_AGAIN = 'Try again.';
const REPORT = 'Try again; if it happens again, copy the report and send it to whoever looks after this add-in.';
const UPDATE = 'Update Excel, or open the workbook in Excel on the web, and try again.';
const CHECK_AGAIN = 'Check the workbook again, then carry on.';
const SMALLER = 'Close other workbooks, or open this one in Excel on the desktop, and try again.';
const RELOAD = 'Reload the workbook, then try again.';

const words =
  (code: FailureCode, next: string) =>
  (why: string, ownNext = next): Explanation => ({ code, why, next: ownNext });

const tooLarge = words('too large', SMALLER);
const oldExcel = words('not supported', UPDATE);
const changed = words('cell changed', CHECK_AGAIN);
const busy = words('host busy', 'Wait a moment, then try again.');
const silent = words('host silent', RELOAD);
const inTheWay = words('unexpected', TRY_AGAIN);
const refused = words('unexpected', REPORT);

/**
 * What each code means, in words of its own. It has an entry for every code that Excel documents (Excel.ErrorCodes, and "Error handling with
 * the application-specific JavaScript APIs" at learn.microsoft.com): a new code in the library's types fails the build here.
 */
const EXPLANATIONS: Readonly<Record<HostCode, Explanation>> = {
  InvalidOperationInCellEditMode: busy('a cell is being edited', 'Press Enter or Esc in the sheet, then try again.'),
  // A workbook that is open for viewing, and a sheet that is protected, are found before anything is written; this comes of what happens later.
  AccessDenied: {
    code: 'protected sheet',
    why: 'Excel allows no change there: a sheet or the workbook was protected, or a label on the file forbids it',
    next: 'Take the protection off under Review, or ask the owner of the file, then try again.',
  },
  RequestPayloadSizeLimitExceeded: tooLarge('what is to be written is more than Excel takes at once'),
  ResponsePayloadSizeLimitExceeded: tooLarge('these sheets hold more than Excel gives out at once'),
  OperationCellsExceedLimit: tooLarge('one step concerns more cells than Excel allows'),
  RangeExceedsLimit: tooLarge('a range has more cells than Excel allows'),
  RangeImageExceedsLimit: tooLarge('a picture of cells is larger than Excel allows'),
  FormulaLengthExceedsLimit: refused('a formula is longer than Excel allows'),
  ItemNotFound: changed('a sheet or a table was renamed or removed while we were working'),
  InvalidReference: changed('cells that were to be used were removed while we were working'),
  InvalidBinding: changed('a part of the workbook that was to be used was removed while we were working'),
  InvalidObjectPath: changed('a part of the workbook is not where it was when we began'),
  Conflict: changed('someone else changed the same cells at the same time'),
  ItemAlreadyExists: inTheWay('a sheet or a table with that name already exists', 'Rename the existing one, then try again.'),
  InsertDeleteConflict: inTheWay(
    'rows could not move because of a table, a filter or merged cells in the way',
    'Clear the filter or move what is below the table, then try again.',
  ),
  MergedRangeConflict: inTheWay('merged cells are in the way', 'Unmerge them on the sheet we write to, then try again.'),
  FilteredRangeConflict: inTheWay('a filter is hiding some of the rows to be written', 'Clear the filter on that sheet, then try again.'),
  PivotTableRangeConflict: inTheWay('a PivotTable is in the way', 'Move it to another sheet, then try again.'),
  NonBlankCellOffSheet: inTheWay(
    'cells in the last rows or columns of the sheet would be pushed off it',
    'Clear the last rows and columns of the sheet, then try again.',
  ),
  InactiveWorkbook: busy('another workbook is in front', 'Bring this workbook to the front, then try again.'),
  InvalidSelection: busy('another workbook or a chart is selected', 'Click a cell of this workbook, then try again.'),
  WriteNotSupportedWhenModalDialogOpen: busy('a dialog box is open in Excel', 'Close it, then try again.'),
  ActivityLimitReached: busy('Excel has too much to do at the moment'),
  RequestAborted: busy('Excel stopped the request before its end', TRY_AGAIN),
  DirtySupportingFormula: busy('Excel has not finished calculating', 'Wait until it is done, or press F9, then try again.'),
  ConnectionFailure: silent('the connection to Excel was lost'),
  Timeout: silent('Excel took too long to answer'),
  InvalidOrTimedOutSession: silent('this session of Excel has ended, as it does after a long pause'),
  GeneralException: refused('Excel reported an internal error'),
  HostRestartNeeded: refused('Excel needs to be restarted', 'Save your work, restart Excel, then try again.'),
  ApiNotFound: oldExcel('this version of Excel is too old for one of the steps'),
  NotImplemented: oldExcel('this version of Excel cannot do one of the steps'),
  UnsupportedFeature: oldExcel('this kind of Excel lacks what one of the steps needs'),
  UnsupportedFillType: oldExcel('this version of Excel cannot read the fill of a cell'),
  UnsupportedOperation: oldExcel('this version of Excel does not allow one of the steps here'),
  UnsupportedSheet: oldExcel('this kind of sheet cannot be read or written', 'Choose a worksheet, then try again.'),
  UndoNotSupported: oldExcel('this version of Excel cannot undo one of the steps'),
  InvalidApiCallInContext: oldExcel('Excel does not allow one of the steps in this kind of window'),
  InvalidArgument: refused('Excel did not accept a value or an address in one of the steps'),
  InvalidOperation: refused('Excel does not allow one of the steps on the sheet as it is now'),
  InvalidRequestContext: refused('one of the steps belongs to another request'),
  ValueNotLoaded: refused('a result was used before Excel had sent it'),
  PropertyNotLoaded: refused('a property was used before Excel had sent it'),
  CannotRegisterEvent: refused('Excel did not agree to tell of changes'),
  EmptyChartSeries: refused('a chart has nothing to show'),
  OpenWorkbookLinksBlocked: refused('the links of this workbook are blocked'),
  RefreshWorkbookLinksBlocked: refused('the links of this workbook may not be refreshed'),
  PowerQueryRefreshResourceChallenge: refused('a query of this workbook asks for a password'),
};

function isKnown(code: string): code is HostCode {
  return Object.hasOwn(EXPLANATIONS, code);
}

/** The `code` of a thrown value; "" when it has none. Not by class: Office's errors come from another realm. */
export function hostCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || error instanceof Failure) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Excel on the web refuses requests and responses over 5 MB; smaller pieces go through. */
export function isTooLarge(error: unknown): boolean {
  const code = hostCode(error);
  return isKnown(code) && EXPLANATIONS[code].code === 'too large';
}

/** Why something failed and what to do next, to be used inside a sentence; the host's own message is never shown. */
export function reasonOf(error: unknown): Explanation {
  if (error instanceof Failure) return { code: error.code, why: clause(error.message), next: '' };
  const code = hostCode(error);
  return isKnown(code) ? EXPLANATIONS[code] : { code: 'unexpected', why: 'an unexpected error occurred', next: REPORT };
}

/** A sentence without its full stop, to be used inside another: "Excel has not answered." becomes "Excel has not answered". */
function clause(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/**
 * Any thrown value as a `Failure` in plain words, with the original as its cause. A `Failure` is returned unchanged.
 * @param safe what is certain of the workbook all the same, as a sentence.
 */
export function failureOf(error: unknown, doing: string, safe = ''): Failure {
  if (error instanceof Failure) return error;
  const { code, why, next } = reasonOf(error);
  return new Failure(code, [`We could not ${doing}: ${why}.`, safe, next].filter((part) => part !== '').join(' '), { cause: error });
}
