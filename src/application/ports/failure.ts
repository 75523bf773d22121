/**
 * Everything that can go wrong in a way that the user must know of. `message` is for people: what happened, why,
 * what next. `cause` keeps the original for the copied report. Adapters translate once, by code; a host's
 * own message is never shown.
 */
export type FailureCode =
  | 'unreadable file'
  | 'encrypted file'
  | 'too large'
  | 'not a workbook'
  | 'cell changed'
  | 'protected sheet'
  | 'read only'
  | 'write undone'
  | 'write torn'
  | 'host busy'
  | 'host silent'
  | 'not supported'
  | 'no office'
  | 'part missing'
  | 'cancelled'
  | 'bad framework'
  | 'bad option'
  | 'restore refused'
  | 'later version'
  | 'unexpected';

export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'Failure';
  }
}

/** A submitted file that could not be read; the others go on. */
export class SubmissionError extends Failure {
  override readonly name = 'SubmissionError';
}

/** A write that failed. `write undone`: the workbook is as it was. `write torn`: it is not, and the journal holds the edits that undo it. */
export class WriteFailedError extends Failure {
  override readonly name = 'WriteFailedError';
}
