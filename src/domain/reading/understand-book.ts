import { readCost } from '../cost';
import type { Framework } from '../framework';
import { a1, EMPTY_CELL } from '../grid';
import { readLead } from '../lead';
import { readMeasure } from '../measure';
import { readOutcomes } from '../outcomes';
import { readTimescale } from '../timescale';
import type { Action, Activity, MeasureLine, Source } from './action';
import { namesDirectorates, namingInTitle } from './name-directorate';
import { readStatus } from './read-status';
import { opensServices, themeKey, withoutContinued } from './row-words';
import { shownText } from './sheet-view';
import type { BookRead, HeadingKey, RowRead, SourcedCell, TableRead } from './table-read';
import { writtenIndicators } from './written-indicators';

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
}

const textOf = (cell: SourcedCell | null | undefined): string => (cell ? shownText(cell.cell) : '');

function sourceOf(context: UnderstandContext, table: TableRead, row: RowRead): Source {
  const cells: Partial<Record<HeadingKey, string>> = {};
  for (const [key, cell] of Object.entries(row.cells) as [HeadingKey, SourcedCell][]) cells[key] = a1(cell.place);
  if (row.theme) cells.theme = a1(row.theme.place);
  return { file: context.file, sheet: table.sheet, sheetId: table.sheetId, tableId: table.id, row: row.row, cells };
}

function themeOf(context: Understanding, directorate: string, theme: SourcedCell | null): string | null {
  const written = textOf(theme);
  if (written === '') return null;
  const text = opensServices(written) ? written : withoutContinued(written);
  const key = `${directorate}\n${themeKey(text)}`;
  const first = context.themes.get(key);
  if (first !== undefined) return first;
  context.themes.set(key, text);
  return text;
}

/** The row's own directorate where its column names one; a Service column that names none leaves the table's. */
function directorateOf(context: UnderstandContext, table: TableRead, row: RowRead): { name: string | null; text: string } {
  const ofTable = { name: table.directorate, text: table.directorateText };
  if (row.directorateText === null || table.directorateFrom === 'you') return ofTable;
  const named = namingInTitle(context.framework, row.directorateText)?.directorate ?? null;
  if (named) return { name: named.name, text: row.directorateText };
  const heading = table.headings.find(({ key }) => key === 'directorate')?.text ?? '';
  return namesDirectorates(heading) || table.directorateFrom === 'column' ? { name: null, text: row.directorateText } : ofTable;
}

function headingsOf(table: TableRead): Partial<Record<HeadingKey, string>> {
  const headings: Partial<Record<HeadingKey, string>> = {};
  for (const { key, text } of table.headings) if (key !== null) headings[key] = text;
  return headings;
}

function actionOf(context: Understanding, table: TableRead, headings: Action['headings'], row: RowRead): Action {
  const { framework } = context;
  const cells = row.theme && !row.cells.theme ? { ...row.cells, theme: row.theme } : row.cells;
  const cell = (key: HeadingKey): SourcedCell['cell'] => row.cells[key]?.cell ?? EMPTY_CELL;
  const text = (key: HeadingKey): string => textOf(row.cells[key]);
  const directorate = directorateOf(context, table, row);
  const { status, progress } = readStatus(text('status'), text('progress'), framework);
  const ref = text('ref');
  return {
    kind: row.kind === 'service' ? 'service' : 'action',
    directorate: directorate.name,
    directorateText: directorate.text,
    theme: themeOf(context, directorate.name ?? directorate.text, row.theme),
    theirRef: ref === '' ? null : ref,
    commitment: text('commitment'),
    ledBy: readLead(text('ledBy'), framework),
    timescale: readTimescale(cell('timescale')),
    measure: readMeasure(text('measure')),
    outcomes: readOutcomes(cell('sharedOutcome'), framework.outcomes),
    cost: readCost(cell('cost'), headings.cost ?? '', framework),
    status,
    progress,
    writtenIndicators: writtenIndicators(text('indicator'), [text('commitment'), text('measure'), text('notes')], framework),
    source: sourceOf(context, table, row),
    cells,
    headings,
  };
}

function measureOf(context: Understanding, table: TableRead, row: RowRead): MeasureLine {
  return {
    directorate: directorateOf(context, table, row).name,
    text: textOf(row.cells.measure),
    timescale: readTimescale(row.cells.timescale?.cell ?? EMPTY_CELL),
    progress: textOf(row.cells.progress),
    source: sourceOf(context, table, row),
  };
}

function activityOf(context: Understanding, table: TableRead, row: RowRead): Activity {
  const directorate = directorateOf(context, table, row);
  return {
    directorate: directorate.name,
    outcome: table.outcome,
    theme: themeOf(context, `${directorate.text}\n${table.outcome ?? ''}`, row.theme),
    commitment: textOf(row.cells.commitment),
    strategies: textOf(row.cells.strategies),
    source: sourceOf(context, table, row),
  };
}

/** Gives every row of the tables its meaning, in the order of the tables. Pure: the same tables give the same actions. */
export function understandBook(read: BookRead, context: UnderstandContext): BookUnderstood {
  const understanding: Understanding = { ...context, themes: new Map() };
  const rowsOf = <T>(kind: TableRead['kind'], meaning: (table: TableRead, row: RowRead, headings: Action['headings']) => T): T[] =>
    read.tables
      .filter((table) => table.kind === kind)
      .flatMap((table) => {
        const headings = headingsOf(table);
        return table.rows.map((row) => meaning(table, row, headings));
      });
  return {
    actions: rowsOf('priorities', (table, row, headings) => actionOf(understanding, table, headings, row)),
    measures: rowsOf('measures', (table, row) => measureOf(understanding, table, row)),
    activities: rowsOf('activity', (table, row) => activityOf(understanding, table, row)),
  };
}
