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
const REJECTED: Explanation = { code: 'unexpected', why: 'Excel did not accept one of the steps', next: REPORT };
const TOO_LARGE: Explanation = {
  code: 'too large',
  why: 'these sheets hold more than Excel gives out at once',
  next: 'Close other workbooks, or open this one in Excel on the desktop, and try again.',
};
const OLD_EXCEL: Explanation = { code: 'not supported', why: 'this version of Excel cannot do one of the steps', next: UPDATE };
const REMOVED_OR_RENAMED: Explanation = {
  code: 'cell changed',
  why: 'a sheet or a table was renamed or removed while we were working',
  next: 'Check the workbook again, then carry on.',
};
const BUSY: Explanation = { code: 'host busy', why: 'Excel is busy', next: 'Wait a moment, then try again.' };
const NO_ANSWER: Explanation = {
  code: 'host silent',
  why: 'the connection to Excel was lost',
  next: 'Reload the workbook, then try again.',
};

/** Has an entry for every code that Excel documents: a new code in the library's types fails the build here. */
const EXPLANATIONS: Readonly<Record<HostCode, Explanation>> = {
  InvalidOperationInCellEditMode: {
    code: 'host busy',
    why: 'a cell is being edited',
    next: 'Press Enter or Esc in the sheet, then try again.',
  },
  AccessDenied: {
    code: 'protected sheet',
    why: 'a sheet or the workbook is protected, or open for reading only',
    next: 'Unprotect it on the Review tab, or choose Enable Editing, then try again.',
  },
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  OperationCellsExceedLimit: TOO_LARGE,
  RangeExceedsLimit: TOO_LARGE,
  RangeImageExceedsLimit: TOO_LARGE,
  FormulaLengthExceedsLimit: { ...TOO_LARGE, why: 'a formula is longer than Excel allows', next: REPORT },
  ItemNotFound: REMOVED_OR_RENAMED,
  InvalidReference: REMOVED_OR_RENAMED,
  InvalidBinding: REMOVED_OR_RENAMED,
  Conflict: { ...REMOVED_OR_RENAMED, why: 'someone else changed the same cells at the same time' },
  ItemAlreadyExists: {
    code: 'unexpected',
    why: 'a sheet or a table with that name already exists',
    next: 'Rename the existing one, then try again.',
  },
  InsertDeleteConflict: {
    code: 'unexpected',
    why: 'rows could not move because of a table, a filter or merged cells in the way',
    next: 'Clear the filter or move what is below the table, then try again.',
  },
  MergedRangeConflict: {
    code: 'unexpected',
    why: 'merged cells are in the way',
    next: 'Unmerge them on the sheet we write to, then try again.',
  },
  FilteredRangeConflict: {
    code: 'unexpected',
    why: 'a filter is hiding some of the rows to be written',
    next: 'Clear the filter on that sheet, then try again.',
  },
  PivotTableRangeConflict: {
    code: 'unexpected',
    why: 'a PivotTable is in the way',
    next: 'Move it to another sheet, then try again.',
  },
  NonBlankCellOffSheet: {
    code: 'unexpected',
    why: 'cells in the last rows or columns of the sheet would be pushed off it',
    next: 'Clear the last rows and columns of the sheet, then try again.',
  },
  InactiveWorkbook: { ...BUSY, why: 'another workbook is in front', next: 'Bring this workbook to the front, then try again.' },
  InvalidSelection: { ...BUSY, why: 'another workbook or a chart is selected', next: 'Click a cell of this workbook, then try again.' },
  WriteNotSupportedWhenModalDialogOpen: { ...BUSY, why: 'a dialog box is open in Excel', next: 'Close it, then try again.' },
  ActivityLimitReached: BUSY,
  RequestAborted: { ...BUSY, why: 'Excel stopped the request', next: TRY_AGAIN },
  GeneralException: { code: 'unexpected', why: 'Excel reported an internal error', next: REPORT },
  HostRestartNeeded: { code: 'unexpected', why: 'Excel needs to be restarted', next: 'Save your work, restart Excel, then try again.' },
  ConnectionFailure: NO_ANSWER,
  Timeout: NO_ANSWER,
  InvalidOrTimedOutSession: NO_ANSWER,
  ApiNotFound: OLD_EXCEL,
  NotImplemented: OLD_EXCEL,
  UnsupportedFeature: OLD_EXCEL,
  UnsupportedFillType: OLD_EXCEL,
  UnsupportedOperation: OLD_EXCEL,
  UnsupportedSheet: { ...OLD_EXCEL, why: 'this kind of sheet cannot be read or written', next: 'Choose a worksheet, then try again.' },
  UndoNotSupported: OLD_EXCEL,
  InvalidApiCallInContext: OLD_EXCEL,
  InvalidArgument: REJECTED,
  InvalidOperation: REJECTED,
  InvalidObjectPath: REJECTED,
  InvalidRequestContext: REJECTED,
  ValueNotLoaded: REJECTED,
  PropertyNotLoaded: REJECTED,
  CannotRegisterEvent: REJECTED,
  DirtySupportingFormula: REJECTED,
  EmptyChartSeries: REJECTED,
  OpenWorkbookLinksBlocked: REJECTED,
  RefreshWorkbookLinksBlocked: REJECTED,
  PowerQueryRefreshResourceChallenge: REJECTED,
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
  return isKnown(code) && EXPLANATIONS[code] === TOO_LARGE;
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

/** Any thrown value as a `Failure` in plain words, with the original as its cause. A `Failure` is returned unchanged. */
export function failureOf(error: unknown, doing: string): Failure {
  if (error instanceof Failure) return error;
  const { code, why, next } = reasonOf(error);
  return new Failure(code, `We could not ${doing}: ${why}. ${next}`, { cause: error });
}
