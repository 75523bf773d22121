import { type Command, CommanderError } from 'commander';
import { Failure } from '../application';
import type { CheckFlags } from './check-command';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import type { CollateFlags } from './collate-command';
import type { CostsFlags } from './costs-command';
import type { FrameworkFlags } from './framework-command';
import type { ReturnPackFlags } from './return-pack-command';
import type { RestoreFlags } from './restore-command';
import {
  checkProgram,
  collateProgram,
  costsProgram,
  frameworkProgram,
  restoreProgram,
  returnPackProgram,
  templateProgram,
} from './programs';
import { shownLine } from './shown-line';
import type { TemplateFlags } from './template-command';

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
 * options with `collate <files...>`; a file or folder of such a name is given as ./template. Each job is loaded when it is asked for, so
 * that `--help` and a mistyped option wait for none of them.
 */
function programFor(name: ProgramName, first: string | undefined, world: CliWorld, end: (code: ExitCode) => void): Command {
  if (name === 'check-plan')
    return checkProgram().action(async (paths: string[], flags: CheckFlags) => {
      const { checkCommand } = await import('./check-command');
      end(await checkCommand(paths, flags, world));
    });
  switch (first ?? '') {
    case 'template':
      return templateProgram().action(async (flags: TemplateFlags) => {
        const { templateCommand } = await import('./template-command');
        end(await templateCommand(flags, world));
      });
    case 'return-pack':
      return returnPackProgram().action(async (flags: ReturnPackFlags) => {
        const { returnPackCommand } = await import('./return-pack-command');
        end(await returnPackCommand(flags, world));
      });
    case 'restore':
      return restoreProgram().action(async (path: string, flags: RestoreFlags) => {
        const { restoreCommand } = await import('./restore-command');
        end(await restoreCommand(path, flags, world));
      });
    case 'framework':
      return frameworkProgram().action(async (paths: string[], flags: FrameworkFlags) => {
        const { frameworkCommand } = await import('./framework-command');
        end(await frameworkCommand(paths, flags, world));
      });
    case 'costs':
      return costsProgram().action(async (paths: string[], flags: CostsFlags) => {
        const { costsCommand } = await import('./costs-command');
        end(await costsCommand(paths, flags, world));
      });
    default:
      return collateProgram().action(async (paths: string[], flags: CollateFlags) => {
        const { collateCommand } = await import('./collate-command');
        end(await collateCommand(paths, flags, world));
      });
  }
}
