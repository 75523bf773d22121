import { dirname, relative, resolve } from 'node:path';
import { documentSubjectOf, makeCsvs, makePapers, makePlanJson, planJsonOf, runCollation, writePlan } from '../application';
import { changesFile, changesFileKind } from './changes-file';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { openPlan } from './open-plan';
import { dateOption, frameworkOption, sheetsOption } from './options';
import { filesFrom, type NamedFile, reportUnread, sourcesFrom } from './read-files';
import { save, saveAll } from './save-file';
import { settledOptions } from './settled-options';
import { summaryLines, typedLines } from './summary-lines';

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
  readonly takeTheirs?: readonly string[];
  readonly keepMine?: readonly string[];
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
  const settled = settledOptions(flags);
  const target = flags.previous === undefined ? await world.newBook() : await openPlan(flags.previous, world);
  const before = await target.readBook({ includeHidden: true });
  const framework = await frameworkOption(flags.framework, world, [before]);
  const planDate = dateOption('--plan-date', flags.planDate);
  const asOf = dateOption('--as-of', flags.asOf) ?? world.today;
  const files = await filesFrom(
    paths,
    world,
    [flags.out, flags.previous].filter((path) => path !== undefined),
  );
  const { collated, prepare } = await runCollation({
    plan: before,
    files: sourcesFrom(files, world),
    ofPlan: 'nothing',
    framework,
    includeHidden: flags.includeHidden === true,
    planDate,
    asOf,
    choices: { take, sheets, since: flags.since, settled: settled.answers },
    onProgress: (done, what) => {
      if (done === 1) world.progress?.(what);
    },
  });
  const { sources } = collated;
  reportUnread(sources, world);
  if (sources.every(({ problem }) => problem !== null)) return 2;
  const out = flags.out ?? '';
  const prepared = prepare((source) => linkTo(source.file, files, out), world.newRunId());
  settled.checkUsed(prepared);
  if (flags.out !== undefined || flags.csv !== undefined) await writePlan(target, prepared);
  if (flags.out !== undefined) {
    world.progress?.(`Writing ${out}`);
    await save(out, await target.toBytes(), world);
  }
  if (flags.changes !== undefined) await save(flags.changes, changesFile(flags.changes, prepared.changes, world.documents), world);
  if (flags.json !== undefined) await save(flags.json, makePlanJson(planJsonOf(collated, prepared.kept), world.documents).bytes, world);
  if (flags.docx !== undefined) await saveAll(flags.docx, await makePapers(documentSubjectOf(collated, before), world.documents), world);
  if (flags.csv !== undefined) {
    const written = await target.readBook({ includeHidden: true });
    await saveAll(flags.csv, makeCsvs(written, world.documents), world);
  }
  for (const line of [...summaryLines(collated, prepared), ...typedLines(prepared)]) world.print(line);
  if (sources.some(({ problem }) => problem !== null)) return 2;
  return collated.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** A link by relative path, so that plan and submissions can be moved together. */
function linkTo(name: string, files: readonly NamedFile[], out: string): { readonly path: string } | null {
  const file = files.find((one) => one.name === name);
  if (file === undefined) return null;
  return { path: relative(dirname(resolve(out)), resolve(file.path)).replaceAll('\\', '/') };
}
