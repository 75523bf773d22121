/** Excel's error codes that this host answers with, each with the sentence Excel sends beside it. */
const MESSAGES = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  FormulaLengthExceedsLimit: "The formula can't be longer than 8192 characters.",
  GeneralException: 'There was an internal error while processing the request.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidObjectPath: 'The object path is not working for what you are trying to do.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode: 'Excel is in cell-editing mode. Please exit the edit mode and then try again.',
  InvalidReference: 'This reference is not valid for the current operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  NotImplemented: "The requested feature isn't implemented.",
  PivotTableRangeConflict: 'The operation attempted is invalid because it would change part of a PivotTable.',
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
  RequestPayloadSizeLimitExceeded:
    'The request payload size has exceeded the limit. Please refer to our documentation: https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins.',
  ResponsePayloadSizeLimitExceeded:
    'The response payload size has exceeded the limit. Please refer to our documentation: https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins.',
} as const;

/** Codes that this host answers with, and those that a planned fault can have. */
export type HostErrorCode = keyof typeof MESSAGES | `${Excel.ErrorCodes}`;

/** An error as Excel would give it: the batch stops at the action that caused it, and what was done before stays done. */
export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(
    readonly code: HostErrorCode,
    message: string = messageFor(code),
  ) {
    super(message);
  }
}

/** The sentence Excel sends with a code, where this host knows it. */
export function messageFor(code: string): string {
  return code in MESSAGES ? MESSAGES[code as keyof typeof MESSAGES] : MESSAGES.GeneralException;
}
