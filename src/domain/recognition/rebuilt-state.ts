import { type ActionPosition, lastHeardWords, NO_POSITION, type PlanPosition, partsOfRef, quarterOfDate } from '../collation';
import { FIELDS } from '../fields';
import type { Framework } from '../framework';
import { dateOfSerial, isoDate, parseIsoDate, type SheetGrid } from '../grid';
import { allPrioritiesColumns, GONE, type PlanSheetFound, SERVICE, STAMP_START } from '../sheets';
import type { PlanState } from '../state';
import { addressOf, wordsOfCell, type WrittenSheet } from '../workbook';
import type { PlanRowRead } from './plan-rows';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The last run, as the line under a title tells of it: "Collated as at 24 November 2026 · Kent 2025, version 1". Null where no sheet has it. */
export function lastRunOn(sheets: readonly PlanSheetFound[]): PlanState['lastRun'] {
  for (const { sheet } of sheets)
    for (const cells of sheet.rows.values())
      for (const cell of cells.values()) {
        const words = wordsOfCell(cell);
        const [, day = '', month = '', year = '', framework = ''] =
          /^Collated as at (\d{1,2}) (\p{L}+) (\d{4})(?: · .*?, version (.*?))?(?: · .*)?$/u.exec(words) ?? [];
        const asOf = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
        if (words.startsWith(STAMP_START) && parseIsoDate(asOf) !== null) return { id: 'rebuilt', asOf, framework };
      }
  return null;
}

/** The plan as All priorities shows it, so that the next changes and slipped dates are told from there. */
export function snapshotOn(owners: ReadonlyMap<PlanRowRead, string>, asOf: string): PlanState['snapshots'] {
  const date = parseIsoDate(asOf);
  if (date === null) return [];
  const position: PlanPosition = new Map([...owners].map(([row, ref]): [string, ActionPosition] => [ref, positionOn(row)]));
  return [{ quarter: quarterOfDate(date), asOf, position, hasLines: false }];
}

function positionOn({ words }: PlanRowRead): ActionPosition {
  const fields = FIELDS.map(({ key, isDate }): [string, string] => [key, isDate === true ? isoOfSerial(words[key]) : (words[key] ?? '')]);
  const place = (words.source ?? '').split(' · ');
  return {
    ...NO_POSITION,
    ...Object.fromEntries(fields),
    kind: words.standing === SERVICE ? 'service' : 'action',
    sheet: place.at(-2) ?? '',
    cell: place.at(-1) ?? '',
    standing: words.standing === GONE ? 'gone' : '',
  };
}

function isoOfSerial(words = ''): string {
  const date = words === '' ? null : dateOfSerial(Number(words));
  return date === null ? '' : isoDate(date);
}

/**
 * What is known to have been written of a sheet that the memory does not tell of: where it is, its stamp and its figures. Of the cells of its
 * table nothing is known.
 * @param owners the rows of All priorities; none for another sheet.
 */
export function writtenOn({ plan, sheet }: PlanSheetFound, owners: ReadonlyMap<PlanRowRead, string>, framework: Framework): WrittenSheet {
  const rows = Object.fromEntries([...owners].map(([row, ref]) => [ref, derivedOn(row, framework)]));
  return { plan, id: sheet.id, name: sheet.name, rows, blocks: { ...figuresOn(sheet), ...stampsOn(sheet) }, isRebuilt: true };
}

/**
 * What a row that the memory does not tell of is known to have been written with: its standing and its source, in words that the program alone
 * has, and its directorate by the name that the framework gives it, so that it follows an action that moves: were it kept, the action would be
 * taken for another directorate's the next time.
 */
export function derivedOn(
  { words: { standing = '', source = '', directorate = '' } }: PlanRowRead,
  { directorates }: Framework,
): Record<string, string> {
  const isOurs = standing.split(', ').every((part) => part === SERVICE || part === GONE || isLastHeard(part));
  const isKnown = directorates.some(({ name }) => name === directorate);
  return { ...(isOurs ? { standing } : {}), ...(isPlace(source) ? { source } : {}), ...(isKnown ? { directorate } : {}) };
}

const isLastHeard = (words: string): boolean => words.startsWith(lastHeardWords(''));

/** A sheet, with or without its file, and a cell on it: "GET.xlsx · GET · A5", with the quarter in which the row was last heard. */
function isPlace(source: string): boolean {
  const parts = source.split(' · ');
  const [address = '', ...place] = (isLastHeard(parts.at(-1) ?? '') ? parts.slice(0, -1) : parts).reverse();
  return place.length > 0 && /^[A-Z]{1,3}[1-9]\d*$/.test(address);
}

/**
 * What is remembered of the rows of All priorities where another run wrote them: in a column that the plan works out, other words than those
 * that are remembered may be the program's. In the other columns what was sent before tells what changed since.
 */
export function ofLaterRows(
  rows: WrittenSheet['rows'],
  owners: ReadonlyMap<PlanRowRead, string>,
  framework: Framework,
): WrittenSheet['rows'] {
  const workedOut = new Set(allPrioritiesColumns(framework).flatMap(({ key, isWorkedOut }) => (isWorkedOut === true ? [key] : [])));
  const left = [...owners].flatMap(([row, ref]): [string, WrittenSheet['rows'][string]][] => {
    const was = rows[ref];
    if (was === undefined) return [];
    const still = Object.entries(was).filter(([key, words]) => !workedOut.has(key) || words.trim() === row.words[key]);
    const { standing } = derivedOn(row, framework);
    return [[ref, { ...Object.fromEntries(still), ...(standing === undefined ? {} : { standing }) }]];
  });
  return { ...rows, ...Object.fromEntries(left) };
}

/** Numbers outside the tables: a figure that has changed is no text of the user's. */
function figuresOn({ rows, tables }: SheetGrid): Record<string, string> {
  const figures: Record<string, string> = {};
  for (const [row, cells] of rows) {
    if (tables.some(({ area }) => row >= area.top && row <= area.bottom)) continue;
    for (const [column, cell] of cells) if (cell.kind === 'number') figures[addressOf(row, column)] = wordsOfCell(cell);
  }
  return figures;
}

/** The line of the run, and that of the progress update which says what quarters it compares. */
function isStamp(words: string): boolean {
  return words.startsWith(STAMP_START) || /^\d{4}\/\d{2} Q[1-4] (?:against \d{4}\/\d{2} Q[1-4], |· the first quarter )/.test(words);
}

/** The lines that say when a sheet was collated, by A1 address. */
export function stampsOn(sheet: SheetGrid): Record<string, string> {
  const stamps: Record<string, string> = {};
  for (const [row, cells] of sheet.rows)
    for (const [column, cell] of cells) if (isStamp(wordsOfCell(cell))) stamps[addressOf(row, column)] = wordsOfCell(cell);
  return stamps;
}

/** The highest number of every code in cells of the plan's sheets that hold Refs and nothing else, those of actions long gone among them. */
export function numbersOn(sheets: readonly PlanSheetFound[], codes: ReadonlySet<string>): Record<string, number> {
  const highest = new Map<string, number>();
  for (const { sheet } of sheets)
    for (const cells of sheet.rows.values())
      for (const { kind, value } of cells.values()) {
        if (kind !== 'text' || !/^[^\s,]+-\d{2,6}(?:, [^\s,]+-\d{2,6})*$/.test(value)) continue;
        for (const ref of value.split(', ')) {
          const { code = '', number = 0 } = partsOfRef(ref) ?? {};
          if (codes.has(code)) highest.set(code, Math.max(highest.get(code) ?? 0, number));
        }
      }
  return Object.fromEntries(highest);
}
