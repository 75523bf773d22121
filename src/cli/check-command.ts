import { addressInWords, isDocumentName } from '../domain/grid';
import {
  checkSources,
  notReadJson,
  openBooks,
  openSources,
  planDateOf,
  readOpened,
  withoutFaulty,
  withPrintedIndicators,
  sourceAccounts,
  sourceJson,
} from '../application';
import { type Finding, repairInWords, severityCounts } from '../domain/findings';
import type { SourceAccount } from '../domain/reading';
import { cellsInWords, sheetInWords, sourceInWords } from '../domain/sheets';
import { grouped } from '../domain/wording';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { planBooks } from './open-plan';
import { frameworkOption } from './framework-option';
import { dateOption } from './options';
import { filesFrom } from './find-files';
import { reportUnread, sourcesFrom } from './read-files';
import { foundLine } from './summary-lines';

export interface CheckFlags {
  readonly format: string;
  readonly framework?: string;
  /** The plan whose framework the tables are checked by. */
  readonly previous?: string;
  readonly planDate?: string;
  readonly asOf?: string;
  readonly includeHidden?: boolean;
}

/** `check-plan <files...>`: every finding, as text for people or JSON for programs. */
export async function checkCommand(paths: readonly string[], flags: CheckFlags, world: CliWorld): Promise<ExitCode> {
  if (flags.format !== 'text' && flags.format !== 'json') throw new UsageError(`--format is "text" or "json", not "${flags.format}".`);
  const planDate = dateOption('--plan-date', flags.planDate);
  const asOf = dateOption('--as-of', flags.asOf) ?? world.today;
  const { files, notRead } = await filesFrom(paths, world, []);
  const opened = await openSources(sourcesFrom(files, world), {});
  const books = openBooks(opened);
  const plan = await planBooks(flags.previous, world);
  const framework = withPrintedIndicators(await frameworkOption(flags.framework, world, plan.length > 0 ? plan : books), books);
  const read = readOpened(opened, { framework, includeHidden: flags.includeHidden === true });
  const dates = { planDate: planDate ?? planDateOf(framework), asOf };
  const { sources, made: findings } = withoutFaulty(read, (some) => checkSources(some, framework, dates));
  reportUnread(sources, notRead, world);
  if (flags.format === 'json') {
    const problems = sources.flatMap(({ file, problem }) => (problem === null ? [] : [{ file, problem }]));
    const accounts = sources.map((source) => ({ file: source.file, ...sourceJson(source) }));
    world.print(JSON.stringify({ findings, problems, sources: accounts, notRead: notReadJson(notRead) }, null, 2));
  } else {
    for (const line of [...sourceAccounts(sources, notRead).flatMap(sourceLines), ...textReport(findings)]) world.print(line);
  }
  if (sources.some(({ problem }) => problem !== null)) return 2;
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** A line for each file and sheet, and one for each part left out: every cell with content is counted once. */
function sourceLines(source: SourceAccount): string[] {
  const { file, sheets, size, sha256 } = source;
  const facts = [...(size === null ? [] : [`${grouped(size)} bytes`]), ...(sha256 === null ? [] : [`SHA-256 ${sha256}`])];
  return [
    `${file}: ${[sourceInWords(source).replace(/\.$/, ''), ...facts].join(', ')}.${sheets.length === 0 ? '' : ` ${cellsInWords(sheets)}.`}`,
    ...sheets.flatMap((sheet) => [
      `  ${sheet.name}: ${sheetInWords(sheet)}. ${cellsInWords([sheet])}.`,
      ...sheet.leftOut.map(
        ({ address, reason, words }) => `    left out ${addressInWords(file, address)}: ${reason}${words === '' ? '' : `: "${words}"`}`,
      ),
    ]),
  ];
}

function textReport(findings: readonly Finding[]): string[] {
  const lines = findings.map(({ severity, file, sheet, cell, heading, message, repair }) => {
    const offer = repair === undefined ? '' : ` ${repairInWords(repair)}`;
    const place = [sheet, cell === null ? null : addressInWords(file, cell)]
      .filter((part) => part !== null)
      .join(isDocumentName(file) ? ', ' : '!');
    const where = [file, place, heading ?? ''].filter((part) => part !== '').join(' ');
    return `${severity.padEnd(7)} ${where}: ${message}${offer}`;
  });
  return [...lines, foundLine(severityCounts(findings))];
}
