import { kent2025, outcomeTitled } from '../../../src/domain/framework';
import type { RankedRow } from '../../../src/domain/mapping';
import gold from '../../gold/actions-to-indicators.json';
import printed from '../../data/kent/appendix-b-priorities.json';

/** A worked answer beside its row as printed. */
export interface GoldRow {
  readonly line: number;
  readonly row: RankedRow;
  readonly agreed: readonly string[];
  readonly either: readonly string[];
}

/** The codes of a shared-outcome cell, mistyped zeros corrected. Enough for the bench; the program reads them in domain/outcomes. */
function codesIn(cell: string): string[] {
  const codes = [...cell.matchAll(/S[O0]\s*([1-6])/g)].map((match) => `SO${match[1] ?? ''}`);
  const titled = outcomeTitled(kent2025(), cell);
  return [...new Set([...codes, ...(titled ? [titled.code] : [])])];
}

/** Every action row of the paper as the ranker reads it, with the line it is printed on; a theme holds until the next one. */
function printedRows(): (RankedRow & { line: number })[] {
  const themes = new Map<string, string>();
  return printed.tables.flatMap((table) =>
    table.rows.flatMap(({ line, kind, cells }) => {
      const [commitment = '', , , measure = '', outcomes = ''] = cells;
      if (kind === 'theme') themes.set(table.directorate, commitment);
      if (kind !== 'action') return [];
      return [
        {
          line,
          commitment,
          measure,
          theme: themes.get(table.directorate) ?? null,
          outcomes: codesIn(outcomes),
          directorate: table.directorate,
        },
      ];
    }),
  );
}

export function goldRows(): GoldRow[] {
  const rows = new Map(printedRows().map(({ line, ...row }) => [line, row]));
  return gold.cases.map(({ line, agreed, either }) => {
    const row = rows.get(line);
    if (!row) throw new Error(`No row is printed on line ${line}`);
    return { line, row, agreed, either };
  });
}
