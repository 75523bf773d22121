import type { DocumentPort, SubmissionPort, WritableBook } from '../application';
import type { CalendarDate } from '../domain/grid';

/** What the command line needs of the machine; the entry file joins it to Node and to the workbook adapter. */
export interface CliWorld {
  readonly submissions: SubmissionPort;
  readonly documents: DocumentPort;
  openBook(name: string, bytes: Uint8Array): Promise<WritableBook>;
  newBook(): Promise<WritableBook>;
  /** Paths of the files in a folder, not of those in its folders; null when the path is no folder. */
  listFolder(path: string): Promise<readonly string[] | null>;
  /** Throws when there is no such file or it may not be read. */
  readFile(path: string): Promise<{ readonly bytes: Uint8Array; readonly modified: string }>;
  /** Whole or not at all: a reader never sees half a file. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /** Makes a folder, and those it lies in, where there is none. */
  makeFolder(path: string): Promise<void>;
  print(line: string): void;
  printError(line: string): void;
  /** Shows how far it is on a terminal, over the line before; null when stderr is not a terminal. */
  readonly progress: ((line: string) => void) | null;
  readonly today: CalendarDate;
  readonly newRunId: () => string;
}

/** A command that could not run: one sentence for stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** 0 clean, 1 when a finding is an error, 2 when it could not run or a file could not be read. Never a count. */
export type ExitCode = 0 | 1 | 2;
