import { demandKnownFormat, makeReturnPacks } from '../application';
import { lastHeardWords } from '../domain/collation';
import { counted, listed } from '../domain/wording';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { demandEnded } from './demand-ended';
import { frameworkOption } from './framework-option';
import { dateOption } from './options';
import { openPlan } from './open-plan';
import { demandSafeOutputs } from './check-outputs';
import { filesIn, save } from './save-file';

export interface ReturnPackFlags {
  readonly previous?: string;
  readonly out?: string;
  readonly framework?: string;
  readonly asOf?: string;
  readonly by?: string;
}

/** `collate return-pack`: sends the plan back to its owners, one workbook for each directorate. A file that exists is never written over: it may be filled in. */
export async function returnPackCommand(flags: ReturnPackFlags, world: CliWorld): Promise<ExitCode> {
  const { previous, out } = flags;
  if (previous === undefined || out === undefined)
    throw new UsageError(
      'Say which plan goes back and into which folder: --previous plan.xlsx --out packs. For a folder called return-pack, write ./return-pack.',
    );
  const asOf = dateOption('--as-of', flags.asOf) ?? world.today;
  const backBy = dateOption('--by', flags.by);
  const plan = await openPlan(previous, world);
  const book = await plan.readBook({ includeHidden: true });
  demandKnownFormat(book);
  demandEnded(previous, book);
  const framework = await frameworkOption(flags.framework, world, [book]);
  const { packs, chasing, unowned } = await makeReturnPacks(book, { framework, asOf, backBy, newBook: () => world.newBook() });
  const documents = [...packs.flatMap(({ workbook, covering }) => [workbook, covering]), ...chasing.map(({ text }) => text)];
  if ((await world.lookAt(out)).kind === 'file') throw new UsageError(`${out} is a file, and --out takes a folder. Give another name.`);
  const there = new Set((await world.listFolder(out))?.map(({ name }) => name.toLowerCase()));
  const taken = documents.find(({ fileName }) => there.has(fileName.toLowerCase()));
  if (taken !== undefined)
    throw new UsageError(`${taken.fileName} is already in ${out}, and may be filled in, so nothing was written. Give another folder.`);
  const files = filesIn('--out', out, documents);
  await demandSafeOutputs(files, [{ path: previous, is: 'previous' }], world);
  await save(files, world);
  for (const { directorate, actions, measures, workbook } of packs) {
    const parts = [counted(actions, 'action'), ...(measures === 0 ? [] : [counted(measures, 'measure')])];
    world.print(`${workbook.fileName}: ${listed(parts)} of ${directorate}.`);
  }
  for (const { directorate, text, late } of chasing) {
    if (late !== null)
      world.print(`${text.fileName}: to chase ${directorate}, ${counted(late.actions, 'action')} ${lastHeardWords(late.quarter)}.`);
  }
  const nothing = chasing.filter(({ late }) => late === null);
  if (nothing.length > 0)
    world.print(`Nothing in the plan, a text to chase each: ${nothing.map(({ directorate }) => directorate).join(', ')}.`);
  if (unowned.length > 0) world.print(`In no pack, since their directorate is not known: ${unowned.join(', ')}.`);
  return 0;
}
