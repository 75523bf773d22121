import { Failure, type ReadOptions, type Receipt } from '../application';
import type { BookGrid } from '../domain/grid';
import type { Change } from '../domain/workbook';
import type { HostWorkbook } from './excel-host';
import { savedChanges } from './saved-changes';

/** What the preview needs of workbook files; implemented by `adapters/files`. */
export interface WorkbookFile {
  readBook(options: ReadOptions): Promise<BookGrid>;
  apply(stages: readonly (readonly Change[])[]): Promise<Receipt>;
  toBytes(): Promise<Uint8Array>;
}

export interface WorkbookFiles {
  open(name: string, bytes: Uint8Array): Promise<WorkbookFile>;
  create(name: string): Promise<WorkbookFile>;
}

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The host's workbook as a file. One that was opened from an .xlsx or .xlsm keeps all that the host does not know of it;
 * one that was opened from another kind of file becomes a new .xlsx. A workbook with macros keeps its file extension, as Excel requires.
 *
 * @throws Failure in plain words, such as for a workbook whose structure is protected.
 */
export async function savedWorkbook(files: WorkbookFiles, original: NamedFile, workbook: HostWorkbook): Promise<NamedFile> {
  const file = await files.open(original.name, original.bytes);
  try {
    await file.apply([savedChanges(await file.readBook({ includeHidden: true }), workbook)]);
    return { name: savedName(original.name), bytes: await file.toBytes() };
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'not supported')) throw error;
  }
  // A kind of file that can be read but not written.
  const made = await files.create(original.name);
  await made.apply([savedChanges({ name: original.name, sheets: [] }, workbook)]);
  return { name: savedName(original.name.replace(/\.xlsm$/i, '')), bytes: await made.toBytes() };
}

function savedName(name: string): string {
  return /\.xls[xm]$/i.test(name) ? name : `${name.replace(/\.(xlsb|xls|ods|csv|tsv|txt)$/i, '')}.xlsx`;
}
