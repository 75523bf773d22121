import { type Framework, inOwnWords } from '../framework';
import { a1 } from '../grid';
import { HEADING_LABELS, type Action, type HeadingKey, holdsActions, shownText, type TableRead } from '../reading';
import type { Finding } from './finding';
import { findingOf } from './finding-of';
import type { MissingCode } from './problem';
import { tableFinding } from './table-finding';

const EXPECTED: readonly { readonly key: HeadingKey; readonly code: MissingCode }[] = [
  { key: 'ledBy', code: 'missing-lead' },
  { key: 'timescale', code: 'missing-timescale' },
  { key: 'measure', code: 'missing-measure' },
  { key: 'sharedOutcome', code: 'missing-outcome' },
];

/**
 * Columns that a priority table does not have. An officer who forgot a column has one thing to correct, not one in
 * each row, so there is one finding a table, with the number of rows it concerns. A column of starts is no deadline, and the finding says so.
 * Rule: docs/rules.md#missing-fields.
 * @param own the actions of that table.
 */
export function checkColumns(file: string, table: TableRead, own: readonly Action[], framework: Framework): Finding[] {
  if (!holdsActions(table)) return [];
  return EXPECTED.flatMap(({ key, code }) => {
    if (table.headings.some((heading) => heading.key === key)) return [];
    const rows = own.filter(({ kind, cells }) => cells[key] === undefined && (kind === 'action' || key === 'sharedOutcome')).length;
    const starts = key === 'timescale' ? table.headings.find((heading) => heading.key === 'start') : undefined;
    const { words } = framework;
    const problem = {
      code,
      rows,
      ...(key === 'sharedOutcome' ? { words } : {}),
      ...(starts === undefined ? {} : { startColumn: starts.text }),
    };
    return rows === 0 ? [] : [tableFinding(file, table, problem, inOwnWords(HEADING_LABELS[key], framework))];
  });
}

/**
 * Columns that were known by their cells alone.
 * Rule: docs/rules.md#commitment-by-cells.
 */
export function checkColumnsInDoubt(file: string, table: TableRead): Finding[] {
  if (table.rows.length === 0) return [];
  const row = table.headerRows.bottom;
  return table.headings.flatMap(({ key, text, column, byCells }) => {
    if (byCells !== true || key === null) return [];
    // At the heading itself: a table may have several.
    const finding = tableFinding(file, table, { code: 'column-in-doubt', heading: text, key }, text);
    return [{ ...finding, row: row + 1, cell: a1({ row, column }) }];
  });
}

/**
 * Rows without a commitment that were read as going on with the action above.
 * Rule: docs/rules.md#continued-rows.
 */
export function checkContinuedRows(file: string, table: TableRead): Finding[] {
  return table.rows.flatMap(({ row: action, goesOn = [], cells }) =>
    goesOn
      .filter(({ how }) => how === 'no commitment' || how === 'small beginning')
      .map(({ row, how }) => {
        const own = Object.values(cells).flatMap(({ cell, place, parts }) =>
          (parts ?? [{ cell, place }]).filter(({ place: at }) => at.row === row),
        );
        const [first] = [...own].sort((a, b) => a.place.column - b.place.column);
        const words = own.map(({ cell }) => shownText(cell)).join(' · ');
        const place = first?.place ?? { row, column: table.area.left };
        const finding = tableFinding(
          file,
          table,
          { code: 'continued-row', row: action + 1, words, beginsSmall: how === 'small beginning' },
          HEADING_LABELS.commitment,
        );
        return { ...finding, row: row + 1, cell: a1(place), quote: first === undefined ? '' : shownText(first.cell) };
      }),
  );
}

const knownOf = (framework: Framework): string[] => framework.directorates.map(({ name }) => name);

/**
 * Tables whose directorate was not recognised. The tables of one sheet under one name are its pages: the finding is at the first.
 * Rule: docs/rules.md#unknown-directorates.
 */
export function checkDirectorates(
  file: string,
  tables: readonly TableRead[],
  actionsOf: (table: TableRead) => readonly Action[],
  framework: Framework,
): Finding[] {
  const said = new Set<string>();
  return tables.flatMap((table) => {
    const name = `${table.sheetId}\n${table.directorateText}`;
    if (table.directorate !== null || table.rows.length === 0 || said.has(name) || isByColumn(table, actionsOf(table))) return [];
    said.add(name);
    const problem = { code: 'unknown-directorate', text: table.directorateText, known: knownOf(framework) } as const;
    return [tableFinding(file, table, problem, HEADING_LABELS.directorate)];
  });
}

/** Whether each row of the table names its own directorate, so that the table need not. */
function isByColumn(table: TableRead, own: readonly Action[]): boolean {
  return (
    own.length > 0 && own.every(({ directorate, directorateText }) => directorate !== null || directorateText !== table.directorateText)
  );
}

/** Rows whose own Directorate cell holds a name that is not known. */
export function checkRowDirectorates(tables: readonly TableRead[], actions: readonly Action[], framework: Framework): Finding[] {
  const ofTable = new Map(tables.map((table) => [table.id, table.directorateText]));
  return actions
    .filter(({ kind, directorate, directorateText, source }) => {
      if (directorate !== null || kind !== 'action') return false;
      return directorateText !== '' && directorateText !== ofTable.get(source.tableId);
    })
    .map((action) => {
      const problem = { code: 'unknown-directorate', text: action.directorateText, known: knownOf(framework) } as const;
      return findingOf(action, problem, { key: 'directorate' });
    });
}
