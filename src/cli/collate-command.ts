import { dirname, extname, relative, resolve, sep } from 'node:path';
import {
  type CollationRun,
  documentSubjectOf,
  isPlan,
  makeCsvs,
  makePapers,
  makePlanJson,
  planJsonOf,
  type PreparedWrite,
  readState,
  runCollation,
  type WritableBook,
  writePlan,
} from '../application';
import type { BookGrid } from '../domain/grid';
import { changesFile, changesFileKind } from './changes-file';
import { copyLines, demandCopies } from './copy-lines';
import { demandEnding, demandSafeOutputs, type Input, type Output } from './check-outputs';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { demandEnded, unendedLines } from './demand-ended';
import { unchangedSince } from './demand-unchanged';
import { dryRunLines } from './dry-run-lines';
import { filesFrom, type NamedFile, type OwnFile } from './find-files';
import { openPlan } from './open-plan';
import { frameworkForCollation } from './framework-option';
import { answersOption, dateOption, directoratesOption, sheetsOption } from './options';
import { demandNothingTyped } from './existing-plan';
import { reportUnread, sourcesFrom } from './read-files';
import { runIdAfter } from './run-id';
import { filesIn, type OutputFile, save } from './save-file';
import { settledOptions } from './settled-options';
import { putRightLines, questionLines, summaryLines, typedLines } from './summary-lines';

export interface CollateFlags {
  readonly out?: string;
  readonly inPlace?: boolean;
  readonly json?: string;
  readonly changes?: string;
  readonly docx?: string;
  readonly csv?: string;
  readonly since?: string;
  readonly sheets?: string;
  readonly previous?: string;
  /** Copies of the plan to be merged into it. */
  readonly merge?: readonly string[];
  readonly framework?: string;
  readonly planDate?: string;
  readonly asOf?: string;
  readonly includeHidden?: boolean;
  readonly take: string;
  readonly takeTheirs?: readonly string[];
  readonly keepMine?: readonly string[];
  readonly takeCopy?: readonly string[];
  readonly dryRun?: boolean;
  readonly forget?: readonly string[];
  /** Refs about which a doubt is answered; see `answersOption`. */
  readonly same?: readonly string[];
  readonly new?: readonly string[];
}

/** `collate <files or folders...>`: reads the submissions and writes the council-wide plan. */
export async function collateCommand(paths: readonly string[], flags: CollateFlags, world: CliWorld): Promise<ExitCode> {
  if (paths.length === 0 && flags.merge === undefined)
    throw new UsageError(
      "missing required argument 'files or folders...': say what is to be collated, or merge a copy of the plan with --merge.",
    );
  const outputs = await outputsOf(flags, world);
  const sheets = sheetsOption(flags.sheets);
  const { take } = flags;
  const out = outputs.find(({ option }) => option === '--out' || option === '--in-place')?.path;
  if (take !== 'newest' && take !== 'all') throw new UsageError(`--take is "newest" or "all", not "${take}".`);
  const settled = settledOptions(flags);
  const demandUnchanged = out === undefined ? null : await unchangedSince(out, world);
  const target = flags.previous === undefined ? await world.newBook() : await openPlan(flags.previous, world);
  const before = await target.readBook({ includeHidden: true });
  if (flags.previous !== undefined && !isPlan(before))
    throw new UsageError(`${flags.previous} is not a plan: --previous takes a workbook that this program wrote.`);
  demandEnded(flags.previous ?? '', before);
  const planDate = dateOption('--plan-date', flags.planDate);
  const asOf = dateOption('--as-of', flags.asOf) ?? world.today;
  const { files, notRead } = await filesFrom(paths, world, ownFiles(outputs, flags));
  const sources = sourcesFrom(files, world);
  const { framework, keep, said } = await frameworkForCollation(flags.framework, world, before, sources);
  const forget = directoratesOption('--forget', flags.forget ?? [], framework);
  const copies = await copiesOf(flags, world);
  const inputs = [...inputsOf(files, flags), ...copies.map(({ path }) => ({ path, is: 'copy' }) as const)];
  await demandSafeOutputs(outputs, inputs, world);
  const collating = (plan: BookGrid): Promise<CollationRun> =>
    runCollation({
      plan,
      files: sources,
      copies: copySources,
      copyAnswers: settled.copyAnswers,
      ofPlan: 'nothing',
      framework,
      keepFramework: keep,
      includeHidden: flags.includeHidden === true,
      planDate,
      asOf,
      choices: {
        take,
        sheets,
        since: flags.since,
        notRead,
        settled: settled.answers,
        late: { how: 'carry', forget },
        judgements: answersOption(flags.same, flags.new),
      },
      onProgress: (done, what) => {
        if (done === 1) world.progress?.(what);
      },
    });
  const copySources = sourcesFrom(copies, world);
  const { collated, book: recognised, prepare } = await collating(before);
  reportUnread(collated.sources, notRead, world);
  demandCopies(collated.copies);
  if (!collated.isMergeAlone && collated.sources.every(({ problem }) => problem !== null)) return 2;
  if (flags.out !== undefined && flags.previous === undefined) await demandNothingTyped(flags.out, collating, keep, world);
  const linkTo = await linksFrom(out, files, world);
  const prepared = prepare(({ file }) => linkTo(file), runIdAfter(readState(before).lastRun?.id, asOf));
  settled.checkUsed(prepared, collated.copies);
  if (prepared.questions.length > 0) {
    for (const line of [...putRightLines(collated), ...questionLines(prepared.questions)]) world.printError(line);
    return 2;
  }
  const isPossible = prepared.sheets.every(({ obstacles }) => obstacles.length === 0);
  if (flags.dryRun !== true || isPossible) {
    const made = await filesOf(flags, { out, target, recognised, collated, prepared, world });
    await demandSafeOutputs(made, inputs, world);
    if (flags.dryRun !== true) {
      if (out !== undefined) world.progress?.(`Writing ${out}`);
      await demandUnchanged?.();
      await save(made, world);
    } else for (const line of await dryRunLines(made, prepared, world)) world.print(line);
  } else for (const line of await dryRunLines([], prepared, world)) world.print(line);
  for (const line of [
    ...said,
    ...unendedLines(flags.previous ?? '', before),
    ...summaryLines(collated, prepared),
    ...copyLines(collated.copies),
    ...putRightLines(collated),
    ...typedLines(prepared),
  ])
    world.print(line);
  if (collated.sources.some(({ problem }) => problem !== null) || !isPossible) return 2;
  return collated.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Where the run writes, by the names that are known before it. */
async function outputsOf(flags: CollateFlags, world: CliWorld): Promise<Output[]> {
  const { out, inPlace, previous, json, changes } = flags;
  if (inPlace === true && previous === undefined) throw new UsageError('--in-place writes the plan of --previous anew: say which it is.');
  if (inPlace === true && out !== undefined && previous !== undefined) {
    const [there, last] = await Promise.all([world.lookAt(out), world.lookAt(previous)]);
    if (there.identity !== last.identity)
      throw new UsageError(`--in-place writes the plan to ${previous}, and --out names another file, ${out}. Leave out one of the two.`);
  }
  if (inPlace !== true && flags.dryRun !== true && [out, json, changes, flags.docx, flags.csv].every((path) => path === undefined))
    throw new UsageError(
      'Say where the plan goes: --out plan.xlsx, --in-place, --json plan.json, --changes changes.csv, --docx folder, --csv folder, or several of them.',
    );
  const plan: Output[] =
    inPlace === true && previous !== undefined
      ? [{ option: '--in-place', path: previous }]
      : out === undefined
        ? []
        : [{ option: '--out', path: out }];
  // Macros of the last plan stay in it, and Excel opens a workbook with macros only under the name of one.
  const ending = extname(previous ?? '').toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx';
  for (const { option, path } of plan) demandEnding(option, path, ending);
  if (json !== undefined && (await world.lookAt(json)).kind !== 'other') demandEnding('--json', json, '.json');
  if (changes !== undefined) changesFileKind(changes);
  return [
    ...plan,
    ...(changes === undefined ? [] : [{ option: '--changes', path: changes } as const]),
    ...(json === undefined ? [] : [{ option: '--json', path: json } as const]),
  ];
}

/** The copies of `--merge`. The plan itself is none: merging it into itself would find nothing and look like a merge. */
async function copiesOf({ merge = [], previous }: CollateFlags, world: CliWorld): Promise<readonly NamedFile[]> {
  if (merge.length === 0) return [];
  if (previous === undefined) throw new UsageError('--merge takes a copy of the plan of --previous: say which plan that is.');
  const { files } = await filesFrom(merge, world, []);
  const { identity } = await world.lookAt(previous);
  for (const { path } of files)
    if ((await world.lookAt(path)).identity === identity)
      throw new UsageError(
        `--merge ${path} is the plan of --previous itself, so there is nothing to merge. Give the colleague's copy of it.`,
      );
  return files;
}

/** What lies in a folder of submissions and is none: what the run writes, and what it reads as something else. */
function ownFiles(outputs: readonly Output[], { previous, merge = [], framework, docx, csv }: CollateFlags): OwnFile[] {
  const named = (path: string | undefined, is: string): OwnFile[] => (path === undefined ? [] : [{ path, is }]);
  return [
    ...named(framework, 'the file of --framework'),
    ...named(docx, 'the folder of --docx'),
    ...named(csv, 'the folder of --csv'),
    ...named(previous, 'the plan of --previous'),
    ...merge.flatMap((path) => named(path, 'a copy of --merge')),
    ...outputs.flatMap(({ option, path }) => (option === '--in-place' ? [] : named(path, `the file of ${option}`))),
  ];
}

function inputsOf(files: readonly NamedFile[], { previous, framework }: CollateFlags): Input[] {
  return [
    ...(previous === undefined ? [] : [{ path: previous, is: 'previous' } as const]),
    ...(framework === undefined ? [] : [{ path: framework, is: 'framework' } as const]),
    ...files.map(({ path }) => ({ path, is: 'file' }) as const),
  ];
}

interface FinishedRun {
  readonly out: string | undefined;
  readonly target: WritableBook;
  readonly recognised: BookGrid;
  readonly collated: CollationRun['collated'];
  readonly prepared: PreparedWrite;
  readonly world: CliWorld;
}

/** Every file of the run, complete, before the first is written. */
async function filesOf(flags: CollateFlags, { out, target, recognised, collated, prepared, world }: FinishedRun): Promise<OutputFile[]> {
  const { documents } = world;
  const files: OutputFile[] = [];
  if (out !== undefined || flags.csv !== undefined) await writePlan(target, prepared);
  if (out !== undefined) files.push({ option: flags.inPlace === true ? '--in-place' : '--out', path: out, bytes: await target.toBytes() });
  if (flags.changes !== undefined)
    files.push({ option: '--changes', path: flags.changes, bytes: changesFile(flags.changes, prepared, collated, documents) });
  if (flags.json !== undefined)
    files.push({ option: '--json', path: flags.json, bytes: makePlanJson(planJsonOf(collated, prepared.kept), documents).bytes });
  if (flags.docx !== undefined)
    files.push(...filesIn('--docx', flags.docx, await makePapers(documentSubjectOf(collated, recognised), documents)));
  if (flags.csv !== undefined)
    files.push(...filesIn('--csv', flags.csv, makeCsvs(await target.readBook({ includeHidden: true }), documents)));
  return files;
}

/**
 * A file's name may hold these where Windows is not: "\\server\run.xlsx" would be a link to another machine, "javascript:x.xlsx" one to a
 * script. Excel for Windows could open no file of such a name, so it gets no link.
 */
const OTHER_THAN_A_PATH = /[\\:]|\p{Cc}/u;

/**
 * Links by relative path, so that plan and submissions can be moved together; to files beneath the plan's folder alone: any other path
 * would tell the plan's readers of folders of this computer.
 * Rule: docs/rules.md#links-to-files.
 */
async function linksFrom(
  out: string | undefined,
  files: readonly NamedFile[],
  world: CliWorld,
): Promise<(name: string) => { readonly path: string } | null> {
  const paths = new Map<string, string>();
  if (out === undefined) return () => null;
  const folders = [dirname(resolve(out)), dirname((await world.lookAt(out)).target)];
  for (const { name, path } of files) {
    const ways = [relative(folders[0] ?? '', resolve(path)), relative(folders[1] ?? '', (await world.lookAt(path)).target)];
    const beneath = ways.find((way) => way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
    const link = beneath?.split(sep).join('/');
    if (link !== undefined && !OTHER_THAN_A_PATH.test(link)) paths.set(name, link);
  }
  return (name) => {
    const path = paths.get(name);
    return path === undefined ? null : { path };
  };
}
