import { type CliWorld, UsageError } from './cli-world';
import { fileBytes } from './read-files';

/**
 * Looks at a plan that the run reads and will write over. The answer is asked before it is written, and refuses to when somebody saved the
 * plan in the meantime: what they typed would be lost. A file that is not there yet is nobody's.
 * Rule: docs/rules.md#outputs.
 */
export async function unchangedSince(path: string, world: CliWorld): Promise<() => Promise<void>> {
  if ((await world.lookAt(path)).kind !== 'file') return () => Promise.resolve();
  const before = await fileBytes(path, world);
  return async () => {
    const now = await fileBytes(path, world);
    if (now.length === before.length && now.every((byte, index) => byte === before[index])) return;
    throw new UsageError(`${path} was saved by another program while this ran, so nothing was written. Run it again.`);
  };
}
