import { Command, CommanderError } from 'commander';
import { Failure, READ_ENDINGS } from '../application';
import { checkCommand, type CheckFlags } from './check-command';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { collateCommand, type CollateFlags } from './collate-command';
import { costsCommand, type CostsFlags } from './costs-command';
import { FRAMEWORK_OPTION } from './framework-option';
import { frameworkCommand, type FrameworkFlags } from './framework-command';
import { returnPackCommand, type ReturnPackFlags } from './return-pack-command';
import { restoreCommand, type RestoreFlags } from './restore-command';
import { shownLine } from './shown-line';
import { templateCommand, type TemplateFlags } from './template-command';

/** The program's name decides its default command: `collate` and `check-plan` are bins of one file. */
export type ProgramName = 'collate' | 'check-plan';

/**
 * Runs one command. Everything that can go wrong in a way the user must hear about ends as one plain sentence on
 * stderr and exit code 2; anything else is a fault of the program and is thrown.
 *
 * @param words the arguments without node and the script.
 */
export async function runCli(name: ProgramName, words: readonly string[], terminal: CliWorld): Promise<ExitCode> {
  const world = printingPlain(terminal);
  let code: ExitCode = 0;
  const program = programFor(name, words[0], world, (ended) => {
    code = ended;
  });
  program.exitOverride().configureOutput({
    writeOut: (text) => world.print(text.trimEnd()),
    writeErr: (text) => world.printError(text.trimEnd().replace(/^error: /, '')),
  });
  try {
    await program.parseAsync(program.name() === name ? [...words] : words.slice(1), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError || error instanceof Failure)) throw error;
    world.printError(error.message);
    return 2;
  }
}

/** Names of files and words of cells are printed, and none of them may steer the terminal. */
function printingPlain(world: CliWorld): CliWorld {
  const { progress } = world;
  return {
    ...world,
    print: (line) => world.print(shownLine(line)),
    printError: (line) => world.printError(shownLine(line)),
    progress: progress === null ? null : (line) => progress(shownLine(line)),
  };
}

/**
 * What the words ask for. Other jobs of `collate` go by the first word and not as the library's subcommands, which would share their
 * options with `collate <files...>`; a file or folder of such a name is given as ./template.
 */
function programFor(name: ProgramName, first: string | undefined, world: CliWorld, end: (code: ExitCode) => void): Command {
  if (name === 'check-plan')
    return checkProgram().action(async (paths: string[], flags: CheckFlags) => end(await checkCommand(paths, flags, world)));
  if (first === 'template') return templateProgram().action(async (flags: TemplateFlags) => end(await templateCommand(flags, world)));
  if (first === 'return-pack')
    return returnPackProgram().action(async (flags: ReturnPackFlags) => end(await returnPackCommand(flags, world)));
  if (first === 'restore')
    return restoreProgram().action(async (path: string, flags: RestoreFlags) => end(await restoreCommand(path, flags, world)));
  if (first === 'framework')
    return frameworkProgram().action(async (paths: string[], flags: FrameworkFlags) => end(await frameworkCommand(paths, flags, world)));
  if (first === 'costs')
    return costsProgram().action(async (paths: string[], flags: CostsFlags) => end(await costsCommand(paths, flags, world)));
  return collateProgram().action(async (paths: string[], flags: CollateFlags) => end(await collateCommand(paths, flags, world)));
}

function collateProgram(): Command {
  return new Command('collate')
    .description('Collates directorates’ delivery-plan tables into one council-wide workbook.')
    .argument('[files or folders...]', `workbooks and Word documents (${READ_ENDINGS.join(', ')}), or folders of them`)
    .option('--out <plan.xlsx>', 'the workbook to write')
    .option('--in-place', 'write the plan over the one of --previous')
    .option('--json <plan.json>', 'the plan as JSON, for other programs')
    .option('--previous <last.xlsx>', 'the last plan: its Refs, notes and formats are kept, and --out is that workbook refreshed')
    .option(
      '--merge <copy.xlsx>',
      'a colleague’s copy of the plan: what was typed in it is merged in; for several, more than once',
      several,
    )
    .option('--docx <folder>', 'Appendix A and B, the progress update, finance’s review and the findings as Word, into this folder')
    .option('--csv <folder>', 'every sheet of the plan as CSV, into this folder')
    .option('--changes <changes.csv>', 'what changed, field by field, as .csv or .json')
    .option('--since <quarter>', 'tell the changes since the snapshot of a quarter, such as "2025/26 Q2", and not since the last run')
    .option(
      '--sheets <names>',
      'sheets to add: by-outcome, current-activity, local-measures, milestones, finance-review, set apart by commas',
    )
    .option('--framework <file.json>', FRAMEWORK_OPTION)
    .option('--plan-date <date>', 'the day the plan was agreed, for timescales such as "1-2 years"')
    .option('--as-of <date>', 'the day to judge overdue at (today unless given)')
    .option('--include-hidden', 'also read hidden sheets')
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--forget <directorate>', 'drop what a directorate that sent nothing last sent; may be given several times', several)
    .option('--same <ref>', 'the action or row asked about under this Ref is the same one; for several, more than once', several)
    .option('--new <ref>', 'it is a new one, or a row of your own; for several, more than once', several)
    .option('--take <which>', 'of two versions of one directorate: newest or all', 'newest')
    .option('--take-theirs <Ref:heading>', 'where a cell of the plan was typed over, write what is sent: GET-05:Timescale, or all', several)
    .option('--keep-mine <Ref:heading>', 'where both changed, keep what was typed and do not ask again until it is sent otherwise', several)
    .option('--take-copy <Ref:heading>', 'where a copy and the plan differ, write what the copy has; --keep-mine keeps the plan’s', several)
    .addHelpText(
      'after',
      '\nTo write a workbook for a directorate to fill in: collate template --help\nTo send the plan back to its owners: collate return-pack --help\nTo take back the last run of a plan: collate restore --help\nTo look at the costs as finance does: collate costs --help\nTo use it for another council: collate framework --help',
    );
}

/** An option that may be given several times. */
function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function returnPackProgram(): Command {
  return new Command('collate return-pack')
    .description(
      'Sends the plan back to its owners: a workbook a directorate, with texts to go with it and to chase those who have not sent.',
    )
    .option('--previous <plan.xlsx>', 'the plan, as the last collation and the collator left it')
    .option('--out <folder>', 'the folder for the packs; nothing in it is written over')
    .option('--by <date>', 'the day by which they should be back, named in the texts')
    .option('--framework <file.json>', FRAMEWORK_OPTION)
    .option('--as-of <date>', 'the day to judge overdue at (today unless given)');
}

function restoreProgram(): Command {
  return new Command('collate restore')
    .description('Takes back the last run of a plan: its sheets, Refs and memory are as they were before it.')
    .argument('<plan.xlsx>', 'the plan, as the last collation left it or broke off')
    .option('--out <before.xlsx>', 'the workbook to write')
    .option('--in-place', 'write it over the plan')
    .option('--dry-run', 'say what would be undone, and write nothing');
}

function costsProgram(): Command {
  return new Command('collate costs')
    .description(
      'Lists what each action says of its cost, the words of the row that speak of money, and what finance would ask. Writes nothing. For a file or folder called costs, write ./costs.',
    )
    .argument('<files or folders...>', 'submissions or a plan, or folders of them')
    .option('--json', 'as JSON, for other programs')
    .option('--framework <file.json>', FRAMEWORK_OPTION)
    .option('--include-hidden', 'also read hidden sheets');
}

function frameworkProgram(): Command {
  return new Command('collate framework')
    .description(
      'Makes or checks the framework of another council: its outcomes, directorates and indicators. For a file or folder called framework, write ./framework.',
    )
    .argument('[workbooks...]', 'for --new: a printed logframe, lists with headings, or a filled-in sheet Framework')
    .option('--new <mine.json>', 'make a framework file, from workbooks or by asking')
    .option(
      '--check <file>',
      'name every problem of a framework file or of a workbook’s sheet Framework, with its place and what would be right',
    )
    .option('--sheet <mine.xlsx>', 'write a sheet Framework to fill in, without any JSON; with --from, filled in')
    .option('--from <file>', 'what it is taken from; for several, more than once', several)
    .option('--directorate <name>', 'for --new: a directorate; for several, more than once', several)
    .option('--council <name>', 'for --new: the name of the council')
    .option('--plan-date <date>', 'for --new: the day the plan was agreed');
}

function templateProgram(): Command {
  return new Command('collate template')
    .description('Writes a workbook for a directorate to fill in. For a file or folder called template, write ./template.')
    .option('--directorate <name>', 'whose it is: any name or short code the framework has')
    .option('--out <template.xlsx>', 'the workbook to write')
    .option('--previous <plan.xlsx>', 'a plan: the template goes by the framework that is with it')
    .option('--framework <file.json>', FRAMEWORK_OPTION);
}

function checkProgram(): Command {
  return new Command('check-plan')
    .description('Checks delivery-plan tables cell by cell.')
    .argument('<files...>', 'workbooks, or folders of them')
    .option('--format <format>', 'text or json', 'text')
    .option('--previous <plan.xlsx>', 'a plan: the tables are checked by the framework that is with it')
    .option('--framework <file.json>', FRAMEWORK_OPTION)
    .option('--plan-date <date>', 'the day the plan was agreed')
    .option('--as-of <date>', 'the day to judge overdue at (today unless given)')
    .option('--include-hidden', 'also read hidden sheets');
}
