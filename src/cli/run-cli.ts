import { Command, CommanderError } from 'commander';
import { Failure } from '../application';
import { checkCommand, type CheckFlags } from './check-command';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { collateCommand, type CollateFlags } from './collate-command';
import { templateCommand, type TemplateFlags } from './template-command';

/** The program's name decides its default command: `collate` and `check-plan` are bins of one file. */
export type ProgramName = 'collate' | 'check-plan';

/** The first word that asks for a template; a file or folder of that name is given as ./template. */
const TEMPLATE = 'template';

/**
 * Runs one command. Everything that can go wrong in a way the user must hear about ends as one plain sentence on
 * stderr and exit code 2; anything else is a fault of the program and is thrown.
 *
 * @param words the arguments without node and the script.
 */
export async function runCli(name: ProgramName, words: readonly string[], world: CliWorld): Promise<ExitCode> {
  let code: ExitCode = 0;
  // By the first word and not as the library's subcommand, which would share its options with `collate <files...>`.
  const isTemplate = name === 'collate' && words[0] === TEMPLATE;
  const program = isTemplate ? templateProgram() : name === 'collate' ? collateProgram() : checkProgram();
  program.exitOverride().configureOutput({
    writeOut: (text) => world.print(text.trimEnd()),
    writeErr: (text) => world.printError(text.trimEnd().replace(/^error: /, '')),
  });
  if (isTemplate) {
    program.action(async (flags: TemplateFlags) => {
      code = await templateCommand(flags, world);
    });
  } else {
    program.action(async (paths: string[], flags: CollateFlags & CheckFlags) => {
      code = name === 'collate' ? await collateCommand(paths, flags, world) : await checkCommand(paths, flags, world);
    });
  }
  try {
    await program.parseAsync(isTemplate ? words.slice(1) : [...words], { from: 'user' });
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
    .option('--take <which>', 'of two versions of one directorate: newest or all', 'newest')
    .addHelpText('after', '\nTo write a workbook for a directorate to fill in: collate template --help');
}

function templateProgram(): Command {
  return new Command('collate template')
    .description('Writes a workbook for a directorate to fill in. For a file or folder called template, write ./template.')
    .option('--directorate <name>', 'whose it is: any name or short code the framework has')
    .option('--out <template.xlsx>', 'the workbook to write')
    .option('--framework <file.json>', 'outcomes, directorates and indicators of another council');
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
