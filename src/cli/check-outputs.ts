import { dirname, extname } from 'node:path';
import { type CliWorld, type FilePlace, UsageError } from './cli-world';
import { writeProblem } from './write-problem';

/** A file to be written, and the option that asks for it. */
export interface Output {
  readonly option: '--out' | '--in-place' | '--json' | '--changes' | '--docx' | '--csv';
  readonly path: string;
  /** The option names a folder, which is made where it is not there. */
  readonly intoFolder?: boolean;
}

/** A file that is read. */
export interface Input {
  readonly path: string;
  readonly is: 'file' | 'previous' | 'plan' | 'framework' | 'copy';
}

const INPUT_WORDS: Readonly<Record<Input['is'], string>> = {
  file: 'one of the files to be read',
  previous: 'the plan of --previous',
  plan: 'the plan that is read',
  framework: 'the file of --framework',
  copy: 'a copy of --merge',
};

/**
 * Refuses what would destroy a file or cannot be written, before anything is: an output that is read as well, two outputs in one place,
 * a place that cannot be written to. Paths are compared by the file that they lead to.
 * Rule: docs/rules.md#outputs.
 */
export async function demandSafeOutputs(outputs: readonly Output[], inputs: readonly Input[], world: CliWorld): Promise<void> {
  const read = await Promise.all(inputs.map(async (input) => ({ ...input, place: await world.lookAt(input.path) })));
  const before: { readonly output: Output; readonly place: FilePlace }[] = [];
  for (const output of outputs) {
    const place = await world.lookAt(output.path);
    const input = read.find((one) => one.place.identity === place.identity);
    if (input !== undefined && !(output.option === '--in-place' && (input.is === 'previous' || input.is === 'plan')))
      throw new UsageError(isInput(output, input));
    const other = before.find((one) => one.place.identity === place.identity && place.kind !== 'other');
    if (other !== undefined) throw new UsageError(isOutput(output, other.output));
    before.push({ output, place });
    await demandPlace(output, world);
  }
}

function isInput({ option, path }: Output, { is }: Input): string {
  const words = `${option} ${path} is ${INPUT_WORDS[is]}, which would be lost, so nothing was written.`;
  return (is === 'previous' || is === 'plan') && option === '--out'
    ? `${words} To write the new plan over it, say --in-place and leave out --out; to keep it, give another name.`
    : `${words} Give another name.`;
}

function isOutput({ option, path }: Output, other: Output): string {
  if (option === other.option) return `${option} would write two files to ${path}, so nothing was written. Rename one of the two.`;
  return `${other.option} and ${option} name the same file, ${path}, so nothing was written. Give each a name of its own.`;
}

async function demandPlace({ path, intoFolder }: Output, world: CliWorld): Promise<void> {
  try {
    // The folder of a single file is not made: one that was mistyped must not become a new one.
    if (intoFolder !== true && (await world.lookAt(dirname(path))).kind === 'nothing')
      throw Object.assign(new Error(path), { code: 'ENOENT' });
    await world.demandWritable(path);
  } catch (error) {
    throw new UsageError(writeProblem(path, error), { cause: error });
  }
}

/** The plan is a workbook, and its name says which kind: Excel opens no workbook under the name of another kind. */
export function demandEnding(option: string, path: string, ending: '.xlsx' | '.xlsm' | '.json'): void {
  if (extname(path).toLowerCase() !== ending)
    throw new UsageError(`${option} takes a file that ends in ${ending}, not "${path}", so nothing was written.`);
}
