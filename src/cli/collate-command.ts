import { dirname, relative, resolve } from 'node:path';
import {
  collate,
  documentSubjectOf,
  makeCsvs,
  makePapers,
  makePlanJson,
  planJsonOf,
  prepareWrite,
  readState,
  type SourceRead,
  withTypedIndicators,
  writePlan,
} from '../application';
import type { Framework } from '../domain/framework';
import { parseIsoDate } from '../domain/grid';
import { withLogframe } from '../domain/logframe';
import { changesFile, changesFileKind } from './changes-file';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { openPlan } from './open-plan';
import { dateOption, frameworkOption, sheetsOption } from './options';
import { filesFrom, type NamedFile, readFiles } from './read-files';
import { save, saveAll } from './save-file';
import { conflictLines, summaryLines } from './summary-lines';

export interface CollateFlags {
  readonly out?: string;
  readonly json?: string;
  readonly changes?: string;
  readonly docx?: string;
  readonly csv?: string;
  readonly since?: string;
  readonly sheets?: string;
  readonly previous?: string;
  readonly framework?: string;
  readonly planDate?: string;
  readonly asOf?: string;
  readonly includeHidden?: boolean;
  readonly take: string;
}

/** `collate <files or folders...>`: reads the submissions and writes the council-wide plan. */
export async function collateCommand(paths: readonly string[], flags: CollateFlags, world: CliWorld): Promise<ExitCode> {
  if ([flags.out, flags.json, flags.changes, flags.docx, flags.csv].every((path) => path === undefined))
    throw new UsageError(
      'Say where the plan goes: --out plan.xlsx, --json plan.json, --changes changes.csv, --docx folder, --csv folder, or several of them.',
    );
  if (flags.changes !== undefined) changesFileKind(flags.changes);
  const sheets = sheetsOption(flags.sheets);
  const { take } = flags;
  if (take !== 'newest' && take !== 'all') throw new UsageError(`--take is "newest" or "all", not "${take}".`);
  const target = flags.previous === undefined ? await world.newBook() : await openPlan(flags.previous, world);
  const before = await target.readBook({ includeHidden: true });
  const given = await frameworkOption(flags.framework, world, readState(before).framework);
  const planDate = flags.planDate === undefined ? frameworkDate(given.planDate) : dateOption('--plan-date', flags.planDate);
  const asOf = flags.asOf === undefined ? world.today : dateOption('--as-of', flags.asOf);
  const files = await filesFrom(
    paths,
    world,
    [flags.out, flags.previous].filter((path) => path !== undefined),
  );
  const { sources, framework } = await readUnder(given, files, flags, world);
  if (sources.every(({ problem }) => problem !== null)) return 2;
  world.progress?.('Collating');
  const state = withTypedIndicators(readState(before), before, framework);
  const collated = collate(sources, state, { framework, planDate, asOf, take, sheets, since: flags.since });
  const out = flags.out ?? '';
  const prepared = prepareWrite(collated, before, (source) => linkTo(source.file, files, out), world.newRunId());
  if (flags.out !== undefined || flags.csv !== undefined) await writePlan(target, prepared);
  if (flags.out !== undefined) {
    world.progress?.(`Writing ${out}`);
    await save(out, await target.toBytes(), world);
  }
  if (flags.changes !== undefined) await save(flags.changes, changesFile(flags.changes, prepared.changes, world.documents), world);
  if (flags.json !== undefined) await save(flags.json, makePlanJson(planJsonOf(collated), world.documents).bytes, world);
  if (flags.docx !== undefined) await saveAll(flags.docx, await makePapers(documentSubjectOf(collated, before), world.documents), world);
  if (flags.csv !== undefined) {
    const written = await target.readBook({ includeHidden: true });
    await saveAll(flags.csv, makeCsvs(written, world.documents), world);
  }
  for (const line of [...summaryLines(collated, prepared.changes), ...conflictLines(prepared)]) world.print(line);
  if (sources.some(({ problem }) => problem !== null)) return 2;
  return collated.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** A framework without indicators takes those of the logframe that a workbook prints, and the rows are read again with them. */
async function readUnder(
  given: Framework,
  files: readonly NamedFile[],
  flags: CollateFlags,
  world: CliWorld,
): Promise<{ readonly sources: readonly SourceRead[]; readonly framework: Framework }> {
  const read = (framework: Framework): Promise<SourceRead[]> =>
    readFiles(files, world, { framework, includeHidden: flags.includeHidden === true });
  const sources = await read(given);
  const printed = sources.flatMap(({ logframe }) => logframe ?? [])[0];
  if (given.indicators.length > 0 || printed === undefined) return { sources, framework: given };
  const framework = withLogframe(given, printed);
  return { sources: await read(framework), framework };
}

function frameworkDate(iso: string): ReturnType<typeof dateOption> {
  const date = parseIsoDate(iso);
  if (date === null) throw new UsageError(`The framework's plan date "${iso}" is not a date.`);
  return date;
}

/** A link by relative path, so that plan and submissions can be moved together. */
function linkTo(name: string, files: readonly NamedFile[], out: string): { readonly path: string } | null {
  const file = files.find((one) => one.name === name);
  if (file === undefined) return null;
  return { path: relative(dirname(resolve(out)), resolve(file.path)).replaceAll('\\', '/') };
}
