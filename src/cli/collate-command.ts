import { dirname, relative, resolve } from 'node:path';
import { collate, Failure, planJsonOf, prepareWrite, readState, writePlan } from '../application';
import { parseIsoDate } from '../domain/grid';
import { type CliWorld, type ExitCode, UsageError, type WritableBook } from './cli-world';
import { dateOption, frameworkOption } from './options';
import { fileBytes, filesFrom, type NamedFile, readFiles } from './read-files';
import { summaryLines } from './summary-lines';

export interface CollateFlags {
  readonly out?: string;
  readonly json?: string;
  readonly previous?: string;
  readonly framework?: string;
  readonly planDate?: string;
  readonly asOf?: string;
  readonly includeHidden?: boolean;
  readonly take: string;
}

/** `collate <files or folders...>`: reads the submissions and writes the council-wide plan. */
export async function collateCommand(paths: readonly string[], flags: CollateFlags, world: CliWorld): Promise<ExitCode> {
  if (flags.out === undefined && flags.json === undefined)
    throw new UsageError('Say where the plan goes: --out plan.xlsx, --json plan.json, or both.');
  const { take } = flags;
  if (take !== 'newest' && take !== 'all') throw new UsageError(`--take is "newest" or "all", not "${take}".`);
  const framework = await frameworkOption(flags.framework, world);
  const planDate = flags.planDate === undefined ? frameworkDate(framework.planDate) : dateOption('--plan-date', flags.planDate);
  const asOf = flags.asOf === undefined ? world.today : dateOption('--as-of', flags.asOf);
  const target = await targetBook(flags.previous, world);
  const before = await target.readBook({ includeHidden: true });
  const state = readState(before);
  const files = await filesFrom(
    paths,
    world,
    [flags.out, flags.previous].filter((path) => path !== undefined),
  );
  const sources = await readFiles(files, world, { framework, includeHidden: flags.includeHidden === true, corrections: state.corrections });
  if (sources.every(({ problem }) => problem !== null)) return 2;
  world.progress?.('Collating');
  const collated = collate(sources, state, { framework, planDate, asOf, take });
  if (flags.out !== undefined) {
    const out = flags.out;
    const prepared = prepareWrite(collated, before, (source) => linkTo(source.file, files, out), world.newRunId());
    await writePlan(target, prepared);
    world.progress?.(`Writing ${out}`);
    await save(out, await target.toBytes(), world);
  }
  if (flags.json !== undefined)
    await save(flags.json, new TextEncoder().encode(`${JSON.stringify(planJsonOf(collated), null, 2)}\n`), world);
  for (const line of summaryLines(collated)) world.print(line);
  if (sources.some(({ problem }) => problem !== null)) return 2;
  return collated.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function frameworkDate(iso: string): ReturnType<typeof dateOption> {
  const date = parseIsoDate(iso);
  if (date === null) throw new UsageError(`The framework's plan date "${iso}" is not a date.`);
  return date;
}

async function targetBook(previous: string | undefined, world: CliWorld): Promise<WritableBook> {
  if (previous === undefined) return world.newBook();
  const { bytes } = await fileBytes(previous, world);
  try {
    return await world.openBook(previous, bytes);
  } catch (error) {
    if (error instanceof Failure) throw new UsageError(`${previous}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** A link by relative path, so that plan and submissions can be moved together. */
function linkTo(name: string, files: readonly NamedFile[], out: string): { readonly path: string } | null {
  const file = files.find((one) => one.name === name);
  if (file === undefined) return null;
  return { path: relative(dirname(resolve(out)), resolve(file.path)).replaceAll('\\', '/') };
}

async function save(path: string, bytes: Uint8Array, world: CliWorld): Promise<void> {
  try {
    await world.writeFile(path, bytes);
  } catch (error) {
    throw new UsageError(`The file ${path} cannot be written. Is the folder there, and the file closed?`, { cause: error });
  }
}
