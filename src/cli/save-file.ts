import { join } from 'node:path';
import type { MadeDocument } from '../application';
import { type CliWorld, UsageError } from './cli-world';

/** Writes a file, or says in one sentence that it cannot be written. */
export async function save(path: string, bytes: Uint8Array, world: CliWorld): Promise<void> {
  try {
    await world.writeFile(path, bytes);
  } catch (error) {
    throw new UsageError(`The file ${path} cannot be written. Is the folder there, and the file closed?`, { cause: error });
  }
}

/** Writes documents into a folder, which is made where there is none. */
export async function saveAll(folder: string, documents: readonly MadeDocument[], world: CliWorld): Promise<void> {
  try {
    await world.makeFolder(folder);
  } catch (error) {
    throw new UsageError(`The folder ${folder} cannot be made. Is there a file of that name?`, { cause: error });
  }
  for (const { fileName, bytes } of documents) await save(join(folder, fileName), bytes, world);
}
