import { Command, CommanderError } from 'commander';
import { Failure } from '../application';
import { checkCommand, type CheckFlags } from './check-command';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { collateCommand, type CollateFlags } from './collate-command';

/** The program's name decides its default command: `collate` and `check-plan` are bins of one file. */
export type ProgramName = 'collate' | 'check-plan';

/**
 * Runs one command. Everything that can go wrong in a way the user must hear about ends as one plain sentence on
 * stderr and exit code 2; anything else is a fault of the program and is thrown.
 *
 * @param words the arguments without node and the script.
 */
export async function runCli(name: ProgramName, words: readonly string[], world: CliWorld): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = name === 'collate' ? collateProgram() : checkProgram();
  program.exitOverride().configureOutput({
    writeOut: (text) => world.print(text.trimEnd()),
    writeErr: (text) => world.printError(text.trimEnd().replace(/^error: /, '')),
  });
  program.action(async (paths: string[], flags: CollateFlags & CheckFlags) => {
    code = name === 'collate' ? await collateCommand(paths, flags, world) : await checkCommand(paths, flags, world);
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError || error instanceof Failure)) throw error;
    world.printError(error.message);
    return 2;
  }
}

function collateProgram(): Command {
  return new Command('collate')
    .description('Collates directorates’ delivery-plan tables into one council-wide workbook.')
    .argument('<files or folders...>', 'workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods, .csv), or folders of them')
    .option('--out <plan.xlsx>', 'the workbook to write')
    .option('--json <plan.json>', 'the plan as JSON, for other programs')
    .option('--previous <last.xlsx>', 'the last plan: its Refs, notes and formats are kept, and --out is that workbook refreshed')
    .option('--framework <file.json>', 'outcomes, directorates and indicators of another council')
    .option('--plan-date <date>', 'the day the plan was agreed, for timescales such as "1-2 years"')
    .option('--as-of <date>', 'the day to judge overdue at (today unless given)')
    .option('--include-hidden', 'also read hidden sheets')
    .option('--take <which>', 'of two versions of one directorate: newest or all', 'newest');
}

function checkProgram(): Command {
  return new Command('check-plan')
    .description('Checks delivery-plan tables cell by cell.')
    .argument('<files...>', 'workbooks, or folders of them')
    .option('--format <format>', 'text or json', 'text')
    .option('--framework <file.json>', 'outcomes, directorates and indicators of another council')
    .option('--plan-date <date>', 'the day the plan was agreed')
    .option('--as-of <date>', 'the day to judge overdue at (today unless given)')
    .option('--include-hidden', 'also read hidden sheets');
}
