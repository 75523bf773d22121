import type { Framework } from '../framework';
import { a1, EMPTY_CELL } from '../grid';
import { writtenIndicators } from '../indicators';
import { readMeasure } from '../measure';
import { finished, madeInSteps, type Steps } from '../steps';
import { readTimescale, withStart } from '../timescale';
import type { Action, Activity, MeasureLine, Source } from './action';
import { isSameCell } from './joined-cells';
import { addressesOf, milestonesOf } from './milestones';
import { namesDirectorates, namingInTitle } from './name-directorate';
import { readStatus } from './read-status';
import { readingsByText } from './readings-by-text';
import { createReadingMemory, type UnderstoodBook, type UnderstoodTable, understoodBefore } from './reading-memory';
import { opensServices, themeKey, withoutContinued } from './row-words';
import { shownText } from './sheet-view';
import type { HeadingKey } from './heading-keys';
import { type RowKind, rulesOf } from './table-kinds';
import type { BookRead, RowRead, SourcedCell, TableRead } from './table-read';

export interface UnderstandContext {
  /** The file's name, "" for the workbook that is open. */
  readonly file: string;
  readonly framework: Framework;
}

export interface BookUnderstood {
  readonly actions: readonly Action[];
  readonly measures: readonly MeasureLine[];
  readonly activities: readonly Activity[];
}

interface Understanding extends UnderstandContext {
  /** How each theme was first written, by directorate; the same theme after a page break keeps that. */
  readonly themes: Map<string, string>;
  /** The theme row by row changes rarely, so the last answer is kept. */
  lastTheme: { readonly directorate: string; readonly cell: SourcedCell; readonly text: string } | null;
  /** The directorates that texts of Directorate columns name. */
  readonly named: Map<string, string | null>;
  readonly before: UnderstoodBook;
}

const textOf = (cell: SourcedCell | null | undefined): string => (cell ? shownText(cell.cell) : '');

function sourceOf(context: UnderstandContext, table: TableRead, row: RowRead): Source {
  const cells = addressesOf(row.cells);
  if (row.theme) cells.theme = a1(row.theme.place);
  return { file: context.file, sheet: table.sheet, sheetId: table.sheetId, tableId: table.id, row: row.row, cells };
}

function themeOf(context: Understanding, directorate: string, theme: SourcedCell | null): string | null {
  if (theme === null) return null;
  const { lastTheme } = context;
  if (lastTheme?.cell === theme && lastTheme.directorate === directorate) return lastTheme.text;
  const written = textOf(theme);
  if (written === '') return null;
  const own = opensServices(written) ? written : withoutContinued(written);
  const key = `${directorate}\n${themeKey(own)}`;
  const text = context.themes.get(key) ?? own;
  context.themes.set(key, text);
  context.lastTheme = { directorate, cell: theme, text };
  return text;
}

function nameIn(context: Understanding, text: string): string | null {
  let name = context.named.get(text);
  if (name === undefined) context.named.set(text, (name = namingInTitle(context.framework, text)?.directorate?.name ?? null));
  return name;
}

interface Owner {
  readonly name: string | null;
  readonly text: string;
}

const ownerOf = (table: TableRead): Owner => ({ name: table.directorate, text: table.directorateText });

/** The row's own directorate where its column names one; a Service column that names none leaves the table's. */
function directorateOf(context: Understanding, table: TableRead, row: RowRead, ofTable: Owner): Owner {
  if (row.directorateText === null || table.directorateFrom === 'you') return ofTable;
  const name = nameIn(context, row.directorateText);
  if (name !== null) return { name, text: row.directorateText };
  const heading = table.headings.find(({ key }) => key === 'directorate')?.text ?? '';
  return namesDirectorates(heading) || table.directorateFrom === 'column' ? { name: null, text: row.directorateText } : ofTable;
}

function headingsOf(table: TableRead): Partial<Record<HeadingKey, string>> {
  const headings: Partial<Record<HeadingKey, string>> = {};
  for (const { key, text } of table.headings) if (key !== null) headings[key] = text;
  return headings;
}

function hasSameCells(a: RowRead, b: RowRead): boolean {
  const [own = [], others = []] = [a.milestones, b.milestones];
  return own.length === others.length && areSameCells(a, b) && own.every((step, at) => areSameCells(step, others[at]));
}

function areSameCells(a: Pick<RowRead, 'cells'>, b: Pick<RowRead, 'cells'> | undefined): boolean {
  if (b === undefined) return false;
  if (a.cells === b.cells) return true;
  const keys = Object.keys(a.cells) as HeadingKey[];
  return keys.length === Object.keys(b.cells).length && keys.every((key) => isSameCell(a.cells[key], b.cells[key]));
}

/** What a table gives every one of its rows. */
interface RowContext {
  readonly table: TableRead;
  readonly headings: Action['headings'];
  readonly owner: Owner;
}

/** What was made of a row by the reading before; null when it was no row of its table, or of a table that differed. */
interface Before<T> {
  readonly row: RowRead;
  readonly made: T;
}

/** What the cells of one row mean; nothing here depends on other rows. */
type Meaning = Omit<Action, 'kind' | 'directorate' | 'directorateText' | 'theme' | 'source' | 'cells' | 'headings'>;

function meaningOf(framework: Framework, headings: Action['headings'], row: RowRead): Meaning {
  const cell = (key: HeadingKey): SourcedCell['cell'] => row.cells[key]?.cell ?? EMPTY_CELL;
  const text = (key: HeadingKey): string => textOf(row.cells[key]);
  const { status, progress } = readStatus(text('status'), text('progress'), framework);
  // What a return pack showed stands until it is answered (docs/rules.md#return-packs).
  const lastStatus = readStatus(text('lastStatus'), '', framework).status;
  const readings = readingsByText(framework);
  const timescale = withStart(readings.timescale(cell('timescale')), cell('start'));
  // "Completed June 2024" as the timescale says how it stands where nothing else does (docs/rules.md#timescale-completed).
  const completed = timescale.completed ? readStatus('Completed', '', framework).status : null;
  const ref = text('ref');
  return {
    theirRef: ref === '' ? null : ref,
    commitment: text('commitment'),
    ledBy: readings.lead(text('ledBy')),
    timescale,
    measure: readMeasure(text('measure'), framework),
    outcomes: readings.outcomes(cell('sharedOutcome')),
    cost: readings.cost(cell('cost'), headings.cost ?? ''),
    status: status ?? lastStatus ?? completed,
    progress: progress === '' ? text('lastProgress') : progress,
    milestones: milestonesOf(framework, row),
    writtenIndicators: writtenIndicators(text('indicator'), framework, [text('commitment'), text('measure'), text('notes')]),
  };
}

function actionOf(context: Understanding, { table, headings, owner }: RowContext, row: RowRead, before: Before<Action> | null): Action {
  const { name: directorate, text: directorateText } = directorateOf(context, table, row, owner);
  const kind = row.kind === 'service' ? 'service' : 'action';
  const theme = themeOf(context, directorate ?? directorateText, row.theme);
  const known = before !== null && hasSameCells(before.row, row) ? before.made : null;
  if (known !== null && isSameCell(before?.row.theme, row.theme)) {
    const isSame = known.kind === kind && known.theme === theme && known.directorate === directorate;
    if (isSame && known.directorateText === directorateText) return known;
  }
  const cells = row.theme && !row.cells.theme ? { theme: row.theme, ...row.cells } : row.cells;
  const meaning = known ?? meaningOf(context.framework, headings, row);
  const { theirRef, commitment, ledBy, timescale, measure, outcomes, cost, status, progress, writtenIndicators, milestones } = meaning;
  const source = sourceOf(context, table, row);
  // Written out, not spread: after a spread V8 gives each object its own hidden class, which makes every later access slower.
  return {
    kind,
    directorate,
    directorateText,
    theme,
    theirRef,
    commitment,
    ledBy,
    timescale,
    measure,
    outcomes,
    cost,
    status,
    progress,
    writtenIndicators,
    milestones,
    source,
    cells,
    headings,
  };
}

function measureOf(context: Understanding, { table, owner }: RowContext, row: RowRead, before: Before<MeasureLine> | null): MeasureLine {
  const { name: directorate, text: directorateText } = directorateOf(context, table, row, owner);
  const known = before !== null && isSameCell(before.row.theme, row.theme) && hasSameCells(before.row, row) ? before.made : null;
  if (known?.directorate === directorate && known.directorateText === directorateText) return known;
  return {
    directorate,
    directorateText,
    text: textOf(row.cells.measure),
    timescale: readTimescale(row.cells.timescale?.cell ?? EMPTY_CELL),
    progress: textOf(row.cells.progress),
    source: sourceOf(context, table, row),
  };
}

function activityOf(context: Understanding, table: TableRead, row: RowRead): Activity {
  const directorate = directorateOf(context, table, row, ownerOf(table));
  return {
    directorate: directorate.name,
    directorateText: directorate.text,
    outcome: table.outcome,
    theme: themeOf(context, `${directorate.text}\n${table.outcome ?? ''}`, row.theme),
    commitment: textOf(row.cells.commitment),
    strategies: textOf(row.cells.strategies),
    source: sourceOf(context, table, row),
  };
}

/** Whether rows of the same cells in both tables mean the same: sheet and headings are called alike. */
function isAsBefore(before: TableRead, table: TableRead): boolean {
  const words = ({ headings }: TableRead): string => JSON.stringify(headings.map(({ key, text }) => [key, text]));
  return before.sheet === table.sheet && words(before) === words(table);
}

/**
 * Gives every row of the tables its meaning, in the order of the tables. Pure: the same tables give the same actions. With the memory that
 * the tables were read with, a row of the same cells in the same place keeps the action that it had.
 */
export const understandBook = (read: BookRead, context: UnderstandContext, memory = createReadingMemory()): BookUnderstood =>
  finished(understandInSteps(read, context, memory));

/** The same in steps; `memory` may be used again once they are all done. */
export function* understandInSteps(read: BookRead, context: UnderstandContext, memory = createReadingMemory()): Steps<BookUnderstood> {
  const { file, framework } = context;
  const before = understoodBefore(memory, file, framework);
  const now: UnderstoodBook = { file, framework, actions: new Map(), measures: new Map() };
  const understanding: Understanding = { ...context, themes: new Map(), lastTheme: null, named: new Map(), before };
  const tables = (rowKind: RowKind): TableRead[] => read.tables.filter(({ kind }) => rulesOf(kind).rowKind === rowKind);
  const actions: (readonly Action[])[] = [];
  for (const table of tables('action')) {
    const known = knownOf(before.actions, table);
    const row = { table, headings: known?.made[0]?.headings ?? headingsOf(table), owner: ownerOf(table) };
    actions.push(yield* remembered(now.actions, table, known, (each, made) => actionOf(understanding, row, each, made)));
  }
  const measures: (readonly MeasureLine[])[] = [];
  for (const table of tables('measure')) {
    const row = { table, headings: {}, owner: ownerOf(table) };
    const known = knownOf(before.measures, table);
    measures.push(yield* remembered(now.measures, table, known, (each, made) => measureOf(understanding, row, each, made)));
  }
  const activities = tables('activity').flatMap((table) => table.rows.map((row) => activityOf(understanding, table, row)));
  memory.understood = now;
  return { actions: actions.flat(), measures: measures.flat(), activities };
}

function knownOf<T>(known: ReadonlyMap<string, UnderstoodTable<T>>, table: TableRead): UnderstoodTable<T> | null {
  const before = known.get(table.id);
  return before !== undefined && isAsBefore(before.table, table) ? before : null;
}

/** What is made of the rows of a table, kept for the next time. Both lists of rows rise, so one pass finds each row's like in the other. */
function* remembered<T>(
  kept: Map<string, UnderstoodTable<T>>,
  table: TableRead,
  known: UnderstoodTable<T> | null,
  make: (row: RowRead, before: Before<T> | null) => T,
): Steps<readonly T[]> {
  const rows = known?.table.rows ?? [];
  let at = 0;
  const all = yield* madeInSteps(table.sheet, table.rows, (row) => {
    while ((rows[at]?.row ?? Infinity) < row.row) at += 1;
    const like = rows[at];
    const made = like?.row === row.row ? known?.made[at] : undefined;
    return make(row, like === undefined || made === undefined ? null : { row: like, made });
  });
  kept.set(table.id, { table, made: all });
  return all;
}
