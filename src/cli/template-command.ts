import { readSource, writeTemplate } from '../application';
import type { Framework } from '../domain/framework';
import { counted } from '../domain/wording';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { frameworkOption } from './options';

export interface TemplateFlags {
  readonly directorate?: string;
  readonly out?: string;
  readonly framework?: string;
}

/** `collate template`: writes a workbook for a directorate to fill in. A file that holds actions is never written over. */
export async function templateCommand(flags: TemplateFlags, world: CliWorld): Promise<ExitCode> {
  const { directorate, out } = flags;
  if (directorate === undefined || out === undefined)
    throw new UsageError(
      'Say whose template it is and where it goes: --directorate "…" --out template.xlsx. For a folder called template, write ./template.',
    );
  const framework = await frameworkOption(flags.framework, world, []);
  const book = await world.newBook();
  const written = await writeTemplate(book, framework, directorate);
  const existing = await actionsIn(out, framework, world);
  if (existing > 0)
    throw new UsageError(`${out} is already there, with ${counted(existing, 'action')} in it, so nothing was written. Give another name.`);
  try {
    await world.writeFile(out, await book.toBytes());
  } catch (error) {
    throw new UsageError(`The file ${out} cannot be written. Is the folder there, and the file closed?`, { cause: error });
  }
  world.print(`${out}: a priority sheet for ${written.directorate}, with its lists and a page on how to fill it in.`);
  return 0;
}

/** Actions in the file that is to be written over: 0 where there is no such file, or none that can be read as a workbook. */
async function actionsIn(path: string, framework: Framework, world: CliWorld): Promise<number> {
  const file = await world.readFile(path).catch(() => null);
  if (file === null) return 0;
  const book = await world.submissions.open(path, file.bytes).catch(() => null);
  return book === null ? 0 : readSource(path, book, { framework, includeHidden: true }).actions.length;
}
