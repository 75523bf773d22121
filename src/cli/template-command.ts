import { isPlan, readSource, writeTemplate } from '../application';
import type { Framework } from '../domain/framework';
import { holdsActions } from '../domain/reading';
import { counted } from '../domain/wording';
import { demandEnding, demandSafeOutputs, type Input } from './check-outputs';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { frameworkOption } from './framework-option';
import { planBooks } from './open-plan';
import { fileBytes } from './read-files';
import { save } from './save-file';

export interface TemplateFlags {
  readonly directorate?: string;
  readonly out?: string;
  readonly framework?: string;
  /** The plan whose framework the template goes by. */
  readonly previous?: string;
}

/** `collate template`: writes a workbook for a directorate to fill in. A file that holds actions is never written over. */
export async function templateCommand(flags: TemplateFlags, world: CliWorld): Promise<ExitCode> {
  const { directorate, out } = flags;
  if (directorate === undefined || out === undefined)
    throw new UsageError(
      'Say whose template it is and where it goes: --directorate "…" --out template.xlsx. For a folder called template, write ./template.',
    );
  demandEnding('--out', out, '.xlsx');
  const inputs: Input[] = [
    ...(flags.framework === undefined ? [] : [{ path: flags.framework, is: 'framework' } as const]),
    ...(flags.previous === undefined ? [] : [{ path: flags.previous, is: 'plan' } as const]),
  ];
  await demandSafeOutputs([{ option: '--out', path: out }], inputs, world);
  const framework = await frameworkOption(flags.framework, world, await planBooks(flags.previous, world));
  const book = await world.newBook();
  const written = await writeTemplate(book, framework, directorate);
  const existing = await contentsOf(out, framework, world);
  if (existing !== null)
    throw new UsageError(`${out} is already there, with ${existing} in it, so nothing was written. Give another name.`);
  await save([{ path: out, bytes: await book.toBytes() }], world);
  world.print(`${out}: a priority sheet for ${written.directorate}, with its lists and a page on how to fill it in.`);
  return 0;
}

/** What a file that is to be written over holds; null where there is none, or a template in which nobody has typed an action. */
async function contentsOf(path: string, framework: Framework, world: CliWorld): Promise<string | null> {
  if ((await world.lookAt(path)).kind !== 'file') return null;
  const bytes = await fileBytes(path, world);
  const book = await world.submissions.open(path, bytes).catch(() => null);
  if (book === null) return 'something that is no workbook';
  if (isPlan(book)) return 'a plan';
  const { actions, tables } = readSource(path, book, { framework, includeHidden: true });
  if (actions.length > 0) return counted(actions.length, 'action');
  return tables.some(holdsActions) ? null : 'something that is no template';
}
