/** An action as the last run knew it. */
export interface KnownAction {
  readonly ref: string;
  /** Short code of the directorate it was issued under, or `NO_DIRECTORATE`. */
  readonly code: string;
  readonly commitment: string;
  readonly measure: string;
  readonly ledBy: string;
  /** Whether the last run already found it no longer sent. */
  readonly gone: boolean;
}

/** The code in the Refs of actions whose directorate is not known; no framework has it as a short code. */
export const NO_DIRECTORATE = 'TBC';
