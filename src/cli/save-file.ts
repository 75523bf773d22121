import { join } from 'node:path';
import type { MadeDocument } from '../application';
import { listed } from '../domain/wording';
import type { Output } from './check-outputs';
import { type CliWorld, type FileToWrite, UsageError, WritingStopped } from './cli-world';
import { writeProblem } from './write-problem';

/** A file ready to be written. */
export type OutputFile = Output & FileToWrite;

export function filesIn(option: Output['option'], folder: string, documents: readonly MadeDocument[]): OutputFile[] {
  return documents.map(({ fileName, bytes }) => ({ option, path: join(folder, fileName), intoFolder: true, bytes }));
}

/** Writes all of the files, or says in plain words which of them it could not, and which are written. */
export async function save(files: readonly FileToWrite[], world: CliWorld): Promise<void> {
  try {
    await world.writeFiles(files);
  } catch (error) {
    if (!(error instanceof WritingStopped)) throw error;
    const { path, written, cause } = error;
    const rest = written.length === 0 ? 'Nothing was written.' : `Written before that: ${listed(written)}.`;
    throw new UsageError(`${writeProblem(path, cause)} ${rest}`, { cause });
  }
}
