import { extname } from 'node:path';
import { Failure, frameworkFrom, frameworkInBook, frameworkWith, openSources, type SourceToOpen, withPlanDate } from '../application';
import { type Framework, kent2025, type ParsedFramework } from '../domain/framework';
import type { BookGrid } from '../domain/grid';
import { type CliWorld, UsageError } from './cli-world';
import { longDateOfIso } from '../domain/wording';
import { fileBytes } from './read-files';

/**
 * The framework of `--framework`, else the one that a workbook has with it (`frameworkInBook`), else the one that the program ships with.
 *
 * @param books those that may have one: the last plan, or the workbooks to be checked.
 */
export async function frameworkOption(path: string | undefined, world: CliWorld, books: readonly BookGrid[]): Promise<Framework> {
  if (path !== undefined) return (await frameworkAt(path, world)).framework;
  const found = new Map(books.map((book) => [frameworkInBook(book)?.text ?? '', book]));
  found.delete('');
  const [book, ...others] = found.values();
  if (book === undefined) return kent2025();
  if (others.length > 0) throw new UsageError('The workbooks have different frameworks with them. Give one with --framework.');
  const { framework, problems, isOnSheet } = frameworkWith(book, kent2025(), world.today);
  if (problems.length === 0) return framework;
  const which = isOnSheet ? 'of the sheet Framework' : 'kept with the workbook';
  throw new UsageError(
    `The framework ${which} cannot be used: ${problems.map((problem) => (problem.endsWith('.') ? problem : `${problem}.`)).join(' ')} Give one with --framework.`,
  );
}

/** What is to be said of a framework that gives no plan date. */
function dateTaken(given: Framework, { planDate }: Framework): string[] {
  if (given.planDate !== '') return [];
  return [
    `The framework gives no plan date, so timescales such as “1-2 years” are counted from ${longDateOfIso(planDate)}, and from now on in this plan. To give another: --plan-date.`,
  ];
}

/** The framework of `--framework`, and what is to be said of it. */
async function frameworkAt(path: string, world: CliWorld): Promise<{ readonly framework: Framework; readonly said: readonly string[] }> {
  const parsed = await parsedAt(path, world);
  if (parsed.ok) {
    const framework = withPlanDate(parsed.framework, world.today);
    return { framework, said: dateTaken(parsed.framework, framework) };
  }
  throw new UsageError(
    `${path} is not a framework file: ${parsed.problems.join('; ').replace(/\.$/, '')}. To see all of it with what would be right: collate framework --check ${path}`,
  );
}

async function parsedAt(path: string, world: CliWorld): Promise<ParsedFramework> {
  const bytes = await fileBytes(path, world);
  if (!isWorkbook(path)) return frameworkFrom(new TextDecoder().decode(bytes));
  const found = frameworkInBook(await workbookOf(path, bytes, world));
  if (found !== null) return found.parsed;
  throw new UsageError(
    `${path} has no sheet Framework and no framework kept with it. To make the sheet: collate framework --sheet framework.xlsx`,
  );
}

/** Whatever is not JSON by its name is opened as a workbook. */
export const isWorkbook = (path: string): boolean => /^\.(?:xls[xmb]?|ods|csv)$/i.test(extname(path));

export async function workbookOf(path: string, bytes: Uint8Array, world: CliWorld): Promise<BookGrid> {
  try {
    return await world.submissions.open(path, bytes);
  } catch (error) {
    if (error instanceof Failure) throw new UsageError(`${path}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** What a collation goes by. */
export interface CollationFramework {
  readonly framework: Framework;
  /** The JSON to be kept with the plan, so that later runs need not be told; null where the plan has it already. */
  readonly keep: string | null;
  /** Lines for the user. */
  readonly said: readonly string[];
}

/**
 * The framework of a collation: that of `--framework`, that of the last plan, or that of a sheet "Framework" among the files. A new one is
 * kept with the plan.
 */
export async function frameworkForCollation(
  path: string | undefined,
  world: CliWorld,
  before: BookGrid,
  sources: readonly SourceToOpen[],
): Promise<CollationFramework> {
  if (path !== undefined) {
    const { framework, said } = await frameworkAt(path, world);
    return { framework, keep: JSON.stringify(framework), said };
  }
  if (frameworkInBook(before) !== null) return { framework: await frameworkOption(undefined, world, [before]), keep: null, said: [] };
  const opened = await openSources(sources, {});
  const withSheet = opened.flatMap(({ file, book }) => (book !== null && frameworkInBook(book)?.from === 'sheet' ? [{ file, book }] : []));
  const [first] = withSheet;
  if (first === undefined) return { framework: kent2025(), keep: null, said: [] };
  const framework = await frameworkOption(
    undefined,
    world,
    withSheet.map(({ book }) => book),
  );
  const said = `The framework is that of the sheet Framework in ${first.file}: ${framework.name}.`;
  return { framework, keep: JSON.stringify(framework), said: [said] };
}
