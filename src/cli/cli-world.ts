import type { SubmissionPort, WorkbookPort } from '../application';
import type { CalendarDate } from '../domain/grid';

/** A workbook file that can be written: the port and the bytes it comes to. */
export interface WritableBook extends WorkbookPort {
  toBytes(): Promise<Uint8Array>;
}

/** What the command line needs of the machine; the entry file joins it to Node and to the workbook adapter. */
export interface CliWorld {
  readonly submissions: SubmissionPort;
  openBook(name: string, bytes: Uint8Array): Promise<WritableBook>;
  newBook(): Promise<WritableBook>;
  /** Paths of the files in a folder, not of those in its folders; null when the path is no folder. */
  listFolder(path: string): Promise<readonly string[] | null>;
  /** Throws when there is no such file or it may not be read. */
  readFile(path: string): Promise<{ readonly bytes: Uint8Array; readonly modified: string }>;
  /** Whole or not at all: a reader never sees half a file. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  print(line: string): void;
  printError(line: string): void;
  /** Shows how far it is on a terminal, over the line before; null when nobody is watching. */
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
