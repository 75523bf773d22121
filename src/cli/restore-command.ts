import { lastRunIn, restoreStepInWords, takeBackLastRun } from '../application';
import { demandEnding, demandSafeOutputs } from './check-outputs';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { unchangedSince } from './demand-unchanged';
import { openPlan } from './open-plan';
import { save } from './save-file';

export interface RestoreFlags {
  readonly out?: string;
  readonly inPlace?: boolean;
  readonly dryRun?: boolean;
}

/** `collate restore plan.xlsx`: the plan as it was before its last run. What that undoes is said before it is written. */
export async function restoreCommand(path: string, flags: RestoreFlags, world: CliWorld): Promise<ExitCode> {
  const { out, inPlace, dryRun } = flags;
  if ((out === undefined) === (inPlace !== true) && dryRun !== true)
    throw new UsageError(
      'Say where the restored plan goes: --out before.xlsx, or --in-place to write it over the plan. For a file called restore, write ./restore.',
    );
  const option = inPlace === true ? '--in-place' : '--out';
  const target = inPlace === true ? path : out;
  if (target !== undefined) {
    demandEnding(option, target, path.toLowerCase().endsWith('.xlsm') ? '.xlsm' : '.xlsx');
    await demandSafeOutputs([{ option, path: target }], [{ path, is: 'plan' }], world);
    if (inPlace !== true && (await world.lookAt(target)).kind === 'file')
      throw new UsageError(`${target} is there already, so nothing was written. Give another name.`);
  }
  const demandUnchanged = await unchangedSince(path, world);
  const plan = await openPlan(path, world);
  const { restore } = lastRunIn(await plan.readBook({ includeHidden: true }));
  // Said before the steps, which would read as if they were done.
  if (restore?.isAll === true)
    throw new UsageError(
      `That run made all of ${path}: there is no plan before it, so nothing was written. To begin anew, collate with another --out; ${path} stays as it is.`,
    );
  if (restore !== null && restore.refusal === null) {
    const which = restore.state === 'open' ? 'the run that began on' : 'the run of';
    world.print(`${dryRun === true ? 'Nothing was written. This would take' : 'Takes'} back ${which} ${restore.startedAt}:`);
    for (const step of restore.steps) world.print(`${restoreStepInWords(step)}.`);
  }
  if (dryRun === true && restore !== null) {
    if (restore.refusal !== null) throw new UsageError(restore.refusal);
    return 0;
  }
  if ((await takeBackLastRun(plan)) === null)
    throw new UsageError(`There is nothing to restore in ${path}: it remembers no run, or its last run is taken back already.`);
  if (inPlace === true) await demandUnchanged();
  if (target !== undefined) await save([{ path: target, bytes: await plan.toBytes() }], world);
  world.print(`Written to ${target ?? ''}, as the plan was before that run.`);
  return 0;
}
