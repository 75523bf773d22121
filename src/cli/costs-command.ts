import {
  type CostRow,
  costTotalInWords,
  financeJson,
  openBooks,
  openSources,
  readOpened,
  reviewCosts,
  totalsOf,
  withoutFaulty,
  withPrintedIndicators,
} from '../application';
import { type CostTotal, type Evidence, openReasons } from '../domain/finance';
import { counted, grouped, listed } from '../domain/wording';
import { type CliWorld, type ExitCode, UsageError } from './cli-world';
import { filesFrom } from './find-files';
import { frameworkOption } from './framework-option';
import { reportUnread, sourcesFrom } from './read-files';
import { short } from './short-words';

export interface CostsFlags {
  readonly json?: boolean;
  readonly framework?: string;
  readonly includeHidden?: boolean;
}

/** `collate costs <files or folders...>`: what each action says of its cost, what its words say, and what finance would ask. Writes nothing. */
export async function costsCommand(paths: readonly string[], flags: CostsFlags, world: CliWorld): Promise<ExitCode> {
  const { files, notRead } = await filesFrom(paths, world, []);
  const opened = await openSources(sourcesFrom(files, world), {});
  const books = openBooks(opened);
  const framework = withPrintedIndicators(await frameworkOption(flags.framework, world, books), books);
  const read = readOpened(opened, { framework, includeHidden: flags.includeHidden === true });
  const { sources, made: rows } = withoutFaulty(read, (some) => reviewCosts(opened, some, framework));
  reportUnread(sources, notRead, world);
  if (rows.length === 0 && sources.every(({ problem }) => problem === null))
    throw new UsageError('No action was found. check-plan says of each sheet what was read of it.');
  const totals = totalsOf(rows);
  const { verdicts } = framework.vocabularies;
  if (flags.json === true) world.print(JSON.stringify({ rows: rows.map((row) => rowJson(row, verdicts)), totals }, null, 2));
  else for (const line of textReport(rows, totals, verdicts)) world.print(line);
  return sources.some(({ problem }) => problem !== null) ? 2 : 0;
}

const ALL = 'All directorates';

function rowJson(row: CostRow, verdicts: readonly string[]): object {
  const { ref, directorate, file, action, pounds } = row;
  const place = { ref, directorate, file, sheet: action.source.sheet, row: action.source.row + 1 };
  return {
    ...place,
    commitment: action.commitment,
    cost: action.cost.cost,
    costText: action.cost.text,
    pounds,
    ...financeJson(row),
    open: openReasons(row, verdicts),
  };
}

const quoted = (words: string): string => `"${words.replace(/\s+/g, ' ').trim()}"`;

function textReport(rows: readonly CostRow[], totals: readonly CostTotal[], verdicts: readonly string[]): string[] {
  const directorates = [...new Set(rows.map(({ directorate }) => directorate))];
  const contradicted = rows.filter(({ contradictions }) => contradictions.length > 0).length;
  return [
    ...directorates.flatMap((directorate) => [
      directorate,
      ...rows.filter((row) => row.directorate === directorate).flatMap(rowLines),
      ...totals.filter((total) => total.directorate === directorate).map((total) => `  ${costTotalInWords(total)}`),
      '',
    ]),
    ...(directorates.length < 2
      ? []
      : [ALL, ...totalsOf(rows.map((row) => ({ ...row, directorate: ALL }))).map((total) => `  ${costTotalInWords(total)}`), '']),
    `${counted(rows.length, 'action')}, ${counted(contradicted, 'cost', 'costs')} contradicted by ${contradicted === 1 ? 'its row' : 'their rows'}.`,
    ...standingOf(rows, verdicts),
  ];
}

/** "3 open for finance (query 1, no verdict yet 2), 5 answered."; nothing where finance has no place for its verdicts yet. */
function standingOf(rows: readonly CostRow[], verdicts: readonly string[]): string[] {
  if (!rows.some(({ ref, verdict }) => ref !== null || verdict !== null)) return [];
  const reasons = rows.map((row) => openReasons(row, verdicts)).filter((why) => why.length > 0);
  const names = [...new Set(reasons.flat())];
  const parts = names.map((name) => `${name} ${grouped(reasons.filter((why) => why.includes(name)).length)}`);
  const why = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return [`${grouped(reasons.length)} open for finance${why}, ${grouped(rows.length - reasons.length)} answered.`];
}

function rowLines(row: CostRow): string[] {
  const { ref, file, action, proposed, contradictions, question, evidence, verdict } = row;
  const { source, cost } = action;
  const place = ref ?? `${[file, source.sheet].filter((part) => part !== '').join(' ')} row ${String(source.row + 1)}`;
  const written = cost.text === '' ? 'nothing is written' : `written as ${quoted(cost.text)}`;
  return [
    `  ${place}: ${short(action.commitment)}`,
    `    cost: ${cost.cost}, ${written}`,
    ...(contradictions.length === 0 ? [] : [`    contradicted by ${wordsOf(contradictions)}`]),
    ...(proposed === null ? [] : [`    proposed: ${proposed.cost}, for ${wordsOf(proposed.reasons)}`]),
    ...(evidence.length === 0
      ? []
      : [`    marked: ${evidence.map(({ kind, text }) => `${kind.replaceAll('-', ' ')} ${quoted(text)}`).join('; ')}`]),
    ...(verdict === null ? [] : [`    finance: ${verdictInWords(verdict)}`]),
    `    question: ${question}`,
  ];
}

const wordsOf = (evidence: readonly Evidence[]): string => listed([...new Set(evidence.map(({ text }) => quoted(text)))]);

function verdictInWords({ verdict, note, by, date, settled }: NonNullable<CostRow['verdict']>): string {
  const given = [by, date].filter((part) => part !== null).join(', ');
  const parts = [verdict, ...(given === '' ? [] : [`(${given})`])].join(' ');
  return `${parts}${note === '' ? '' : `: ${quoted(note)}`}${settled ? '' : '. The row says something else since, so please look again'}`;
}
