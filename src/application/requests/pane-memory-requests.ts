import type { CollationChoices, SubmittedFile } from './collation-requests';

/** What was added to a collation when the pane was last open on this workbook. */
export interface KeptSubmissions {
  readonly files: readonly SubmittedFile[];
  readonly choices: CollationChoices;
  /** Names of files that were added and could not be kept, so that they must be added again. */
  readonly lost: readonly string[];
}

/** What the pane remembers on this computer from one time it is opened to the next. */
export interface PaneMemoryRequests {
  /** The task that the person at this computer last opened, by the name of its view; null where they have opened none yet. */
  lastTask(): Promise<string | null>;
  /** Where nothing can be kept, nothing is, and nobody is told: the pane works as it does the first time. */
  rememberTask(task: string): Promise<void>;
  /** What the person at this computer says that they do; null where they have not said. Kept beside the last task, which changes with each visit. */
  role(): Promise<string | null>;
  /** Where nothing can be kept, nothing is, and nobody is told. */
  rememberRole(role: string): Promise<void>;
  /** The initials that were last given with a verdict at this computer; "" where none were, or where they are not known. */
  initials(): Promise<string>;
  /** Where they cannot be kept, they are not, and nobody is told: they are only given again. */
  rememberInitials(by: string): Promise<void>;
  /** Null where nothing was added to this workbook's collation. */
  keptSubmissions(): Promise<KeptSubmissions | null>;
  /** Keeps these in place of those kept before; none forgets them. The names of those that could not be kept. */
  keepSubmissions(files: readonly SubmittedFile[], choices: CollationChoices): Promise<readonly string[]>;
}
