import { Failure, type WritableBook } from '../application';
import type { BookGrid } from '../domain/grid';
import { type CliWorld, UsageError } from './cli-world';
import { fileBytes } from './read-files';

/** A plan of an earlier run, to go on with or to send back. */
export async function openPlan(path: string, world: CliWorld): Promise<WritableBook> {
  const bytes = await fileBytes(path, world);
  try {
    return await world.openBook(path, bytes);
  } catch (error) {
    if (error instanceof Failure) throw new UsageError(`${path}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** The plan whose framework a command goes by; none where no plan is given. */
export async function planBooks(path: string | undefined, world: CliWorld): Promise<BookGrid[]> {
  if (path === undefined) return [];
  const plan = await openPlan(path, world);
  return [await plan.readBook({ includeHidden: true })];
}
