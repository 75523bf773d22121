import type { DocumentPort, FileFacts, SubmissionPort, WritableBook } from '../application';
import type { CalendarDate } from '../domain/grid';

/** What the command line needs of the machine; the entry file joins it to Node and to the workbook adapter. */
export interface CliWorld {
  readonly submissions: SubmissionPort;
  readonly documents: DocumentPort;
  openBook(name: string, bytes: Uint8Array): Promise<WritableBook>;
  newBook(): Promise<WritableBook>;
  /** What is at a path, and which file it is: two paths may lead to one. */
  lookAt(path: string): Promise<FilePlace>;
  /** What stands in a folder, its folders not entered; null when the path is no folder. Throws when it may not be read. */
  listFolder(path: string): Promise<readonly FolderEntry[] | null>;
  /** Throws when there is no such file or it may not be read. */
  readFile(path: string): Promise<Uint8Array>;
  /** The size and the hash of a file, however large; null for what may not be read, and for what is no file. */
  factsOf(path: string): Promise<FileFacts>;
  /** Throws, with a code, when a file could not be written there; nothing is changed. Folders that are not there are no reason. */
  demandWritable(path: string): Promise<void>;
  /**
   * Writes all of the files, and folders for them where there are none; of each, a reader sees the whole file or the earlier one.
   * @throws WritingStopped
   */
  writeFiles(files: readonly FileToWrite[]): Promise<void>;
  /** The next line that the user types, without its end, or null where there is none left; not there where nobody can be asked. */
  readonly ask?: (question: string) => Promise<string | null>;
  print(line: string): void;
  printError(line: string): void;
  /** Shows how far it is on a terminal, over the line before; null when stderr is not a terminal. */
  readonly progress: ((line: string) => void) | null;
  readonly today: CalendarDate;
}

export interface FilePlace {
  /** Where the file is or would be made: absolute, all links followed. */
  readonly target: string;
  /** The same for two paths that lead to one file: by a link of either kind, or by other capitals where the file system minds none. */
  readonly identity: string;
  /** `other` is a device or a pipe. */
  readonly kind: 'nothing' | 'file' | 'folder' | 'other';
}

export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  /** `nothing` for a link that leads nowhere. */
  readonly kind: FilePlace['kind'];
}

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Writing ended at one of the files. `written` are the paths of those that are in their places; the others are as they were. */
export class WritingStopped extends Error {
  override readonly name = 'WritingStopped';

  constructor(
    readonly path: string,
    readonly written: readonly string[],
    options: ErrorOptions,
  ) {
    super(path, options);
  }
}

/** A command that could not run: one sentence for stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** 0 clean, 1 when a finding is an error, 2 when it could not run or a file could not be read. Never a count. */
export type ExitCode = 0 | 1 | 2;
