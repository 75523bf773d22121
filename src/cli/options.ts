import { frameworkFrom } from '../application';
import { kent2025, type Framework } from '../domain/framework';
import { type CalendarDate, parseIsoDate } from '../domain/grid';
import { type CliWorld, UsageError } from './cli-world';
import { fileBytes } from './read-files';

/** "2025-01-30", or a sentence that names the option. */
export function dateOption(option: string, value: string): CalendarDate {
  const date = parseIsoDate(value);
  if (date === null) throw new UsageError(`${option} takes a date such as 2025-03-31, not "${value}".`);
  return date;
}

/** The framework of `--framework`, or the one that the program ships with. */
export async function frameworkOption(path: string | undefined, world: CliWorld): Promise<Framework> {
  if (path === undefined) return kent2025();
  const { bytes } = await fileBytes(path, world);
  const read = frameworkFrom(new TextDecoder().decode(bytes));
  if (!read.ok) throw new UsageError(`${path} is not a framework file: ${read.problems.join('; ')}.`);
  return read.framework;
}
