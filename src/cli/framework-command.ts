import { extname } from 'node:path';
import {
  checkFrameworkBook,
  checkFrameworkText,
  type FrameworkChecked,
  frameworkFromBook,
  frameworkInBook,
  withPlanDate,
  writeFrameworkSheet,
} from '../application';
import { type Framework, frameworkProblems, parseFramework } from '../domain/framework';
import { counted, listed } from '../domain/wording';
import { askForFramework } from './ask-for-framework';
import { demandEnding, demandSafeOutputs } from './check-outputs';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { isWorkbook, workbookOf } from './framework-option';
import { dateOption } from './options';
import { fileBytes } from './read-files';
import { save } from './save-file';

export interface FrameworkFlags {
  readonly new?: string;
  readonly check?: string;
  readonly sheet?: string;
  readonly from?: readonly string[];
  readonly directorate?: readonly string[];
  readonly council?: string;
  readonly planDate?: string;
}

/** `collate framework`: makes, fills in or checks another council's framework. */
export async function frameworkCommand(paths: readonly string[], flags: FrameworkFlags, world: CliWorld): Promise<ExitCode> {
  const asked = [flags.new, flags.check, flags.sheet].filter((path) => path !== undefined);
  if (asked.length !== 1)
    throw new UsageError(
      'Say one of: --new mine.json to make a framework, --sheet mine.xlsx to write a sheet to fill in, --check mine.json to check one. For a folder called framework, write ./framework.',
    );
  const sources = [...paths, ...(flags.from ?? [])];
  if (flags.check !== undefined) return checked(flags.check, sources, world);
  if (flags.sheet !== undefined) return sheetWritten(flags.sheet, sources, world);
  return made(flags.new ?? '', sources, flags, world);
}

async function checked(path: string, sources: readonly string[], world: CliWorld): Promise<ExitCode> {
  if (sources.length > 0) throw new UsageError(`--check takes one file, ${path}, so there is no use for ${sources.join(', ')}.`);
  const { problems, framework } = await checkedAt(path, world);
  for (const { place, sentence, remedy } of problems)
    world.print([place === '' ? path : `${path}, ${place}`, [sentence, remedy].filter((part) => part !== '').join(' ')].join(': '));
  if (framework === null) {
    world.print(`${counted(problems.length, 'problem')}. Correct ${problems.length === 1 ? 'it' : 'them'} and check again.`);
    return 1;
  }
  for (const line of summaryOf(path, framework, world)) world.print(line);
  return 0;
}

async function checkedAt(path: string, world: CliWorld): Promise<FrameworkChecked> {
  const bytes = await fileBytes(path, world);
  if (!isWorkbook(path)) return checkFrameworkText(new TextDecoder().decode(bytes));
  const found = checkFrameworkBook(await workbookOf(path, bytes, world));
  if (found !== null) return found;
  throw new UsageError(
    `${path} has no sheet Framework and no framework kept with it. To make the sheet: collate framework --sheet framework.xlsx`,
  );
}

/** What a good framework says, so that a person sees whether it is what they meant. */
function summaryOf(path: string, framework: Framework, world: CliWorld): string[] {
  const { outcomes, directorates, indicators, vocabularies } = framework;
  const below = outcomes.filter(({ under }) => under !== undefined).length;
  const priorities = below === 0 ? '' : ` and ${counted(below, 'priority', 'priorities')} below them`;
  const decimals = outcomes.filter(({ code }) => /^\d+\.\d*0$/.test(code)).map(({ code }) => code);
  return [
    `${path} is a framework, with no problem: ${framework.name}.`,
    `${counted(outcomes.length - below, 'outcome')}${priorities}: ${listed(outcomes.map(({ code }) => code))}.`,
    `${counted(directorates.length, 'directorate')}; their Refs begin with ${listed(directorates.map(({ shortCode }) => shortCode))}. Once a plan is out, these must stay.`,
    indicators.length === 0
      ? 'No indicators: those of a logframe that a workbook prints are taken, or none.'
      : `${counted(indicators.length, 'indicator')} in ${counted(framework.levels.length, 'level')}.`,
    `Statuses: ${listed(vocabularies.statuses)}.`,
    ...(framework.planDate === ''
      ? [`No plan date: timescales such as “1-2 years” would be counted from ${withPlanDate(framework, world.today).planDate}.`]
      : []),
    ...(decimals.length > 0
      ? [`${listed(decimals)}: typed as a number, Excel drops the last zero. In templates the column is text, so that it stays.`]
      : []),
  ];
}

async function demandFree(path: string, option: '--out', world: CliWorld, sources: readonly string[]): Promise<void> {
  await demandSafeOutputs(
    [{ option, path }],
    sources.map((source) => ({ path: source, is: 'file' as const })),
    world,
  );
  if ((await world.lookAt(path)).kind === 'file')
    throw new UsageError(`${path} is already there, so nothing was written. Give another name.`);
}

async function sheetWritten(path: string, sources: readonly string[], world: CliWorld): Promise<ExitCode> {
  demandEnding('--sheet', path, '.xlsx');
  await demandFree(path, '--out', world, sources);
  const [source, ...others] = sources;
  if (others.length > 0) throw new UsageError('--sheet is filled in from one framework. Give one with --from.');
  const framework = source === undefined ? null : (await checkedAt(source, world)).framework;
  if (source !== undefined && framework === null)
    throw new UsageError(
      `${source} is not a framework without problems, so nothing was written. See them with: collate framework --check ${source}`,
    );
  const book = await world.newBook();
  await writeFrameworkSheet(book, framework);
  await save([{ path, bytes: await book.toBytes() }], world);
  world.print(`${path}: a sheet Framework to fill in. Then: collate framework --check ${path}`);
  world.print(`Every command takes it with --framework ${path}; so does a plan in which the sheet stands.`);
  return 0;
}

async function made(path: string, sources: readonly string[], flags: FrameworkFlags, world: CliWorld): Promise<ExitCode> {
  demandEnding('--new', path, '.json');
  await demandFree(path, '--out', world, sources);
  const { json, from } = sources.length === 0 && flags.directorate === undefined ? { json: {}, from: [] } : await foundIn(sources, world);
  const given: Record<string, unknown> = { ...json };
  if (flags.council !== undefined) given.council = flags.council;
  if (dateOption('--plan-date', flags.planDate) !== null) given.planDate = flags.planDate;
  if (flags.directorate !== undefined) given.directorates = flags.directorate.map((name) => ({ name }));
  const asked = await askForFramework(given, world);
  const parsed = parseFramework(asked);
  if (!parsed.ok) {
    for (const { sentence, remedy } of frameworkProblems(asked))
      world.printError([sentence, remedy].filter((part) => part !== '').join(' '));
    const where = from.length === 0 ? '' : ` Taken from ${listed(from)}.`;
    throw new UsageError(
      `That is not enough for a framework, so nothing was written.${where} Give workbooks with --from, directorates with --directorate, or answer the questions; or fill in a sheet: collate framework --sheet framework.xlsx`,
    );
  }
  const framework = withPlanDate(parsed.framework, world.today);
  await save([{ path, bytes: new TextEncoder().encode(`${JSON.stringify(writtenOut(framework, asked), null, 2)}\n`) }], world);
  if (from.length > 0) world.print(`Taken from ${listed(from)}.`);
  for (const line of summaryOf(path, framework, world)) world.print(line);
  world.print(`Look through ${path}, then: collate <files> --framework ${path} --out plan.xlsx`);
  return 0;
}

async function foundIn(sources: readonly string[], world: CliWorld): Promise<ReturnType<typeof frameworkFromBook>> {
  const json: Record<string, unknown> = {};
  const from: string[] = [];
  for (const source of sources) {
    const bytes = await fileBytes(source, world);
    if (!isWorkbook(source)) throw new UsageError(`${source} is no workbook (${extname(source)}), and --new takes what it needs from one.`);
    const book = await workbookOf(source, bytes, world);
    const kept = frameworkInBook(book);
    const found =
      kept?.from === 'memory' && kept.parsed.ok
        ? { json: { ...kept.parsed.framework }, from: ['the framework kept with it'] }
        : frameworkFromBook(book);
    if (found.from.length === 0)
      throw new UsageError(
        `${source} has no sheet Framework, no logframe and no list with a heading Outcome, Directorate or Indicator, so nothing was written.`,
      );
    // What an earlier file gave stays.
    for (const [key, value] of Object.entries(found.json)) if (!(key in json) && !isEmpty(value)) json[key] = value;
    from.push(...found.from.map((part) => `${part} of ${source}`));
  }
  return { json, from };
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** What the file holds: all that was given, and what must stay as it is from now on: short codes, numbers and the plan date. */
function writtenOut(framework: Framework, given: Readonly<Record<string, unknown>>): object {
  const { name, version, council, planDate, words, outcomes, directorates, levels, indicators } = framework;
  return {
    name,
    version,
    council,
    planDate,
    ...(words.outcome === undefined ? {} : { words }),
    outcomes,
    directorates,
    levels,
    indicators,
    ...('lowCostUpTo' in given ? { lowCostUpTo: given.lowCostUpTo } : {}),
    ...('concepts' in given ? { concepts: given.concepts } : {}),
    ...('vocabularies' in given ? { vocabularies: given.vocabularies } : {}),
  };
}
