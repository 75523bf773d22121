import { isoDate } from '../grid';
import { type DisplacedText, type PlanColumn, type SheetPlan, text } from '../workbook';
import { textColumn } from './council-look';
import { dateCell } from './field-column';
import type { PlanDates } from './plan-subject';
import { reportSheet } from './report-sheet';

export const KEPT_TEXTS = 'Kept texts';
export const KEPT_TEXTS_TABLE = 'PlanKeptTexts';

export const KEPT_TEXTS_COLUMNS: readonly PlanColumn[] = [
  textColumn('sheet', 'Sheet', 22),
  textColumn('cell', 'Cell', 9, { wrap: false }),
  textColumn('beside', 'Row', 32),
  textColumn('text', 'Your text', 64),
  textColumn('run', 'Kept on', 12, { wrap: false, format: 'dd/mm/yyyy' }),
];

/**
 * Texts that stood where a title or a figure of the plan must go, since figures must be right, and texts of a merged copy that no cell of the
 * plan takes. Each is added once, by the run that found it;
 * what is on the sheet is the user's.
 * Rule: docs/rules.md#kept-texts.
 */
export function keptTexts(displaced: readonly DisplacedText[], { asOf }: Pick<PlanDates, 'asOf'>): SheetPlan {
  return reportSheet({
    name: KEPT_TEXTS,
    tabColour: '#5B6470',
    stamp:
      'Texts that stood where figures, titles and Refs of the plan go, and texts of merged copies that have no place in it. Move them where you want them; rows you do not need can be deleted',
    table: KEPT_TEXTS_TABLE,
    columns: KEPT_TEXTS_COLUMNS,
    rows: displaced.map(({ sheet, address, beside, text: words }, index) => ({
      key: String(index),
      cells: { sheet: text(sheet), cell: text(address), beside: text(beside), text: text(words), run: dateCell(isoDate(asOf)) },
    })),
    refresh: { how: 'append' },
    rules: [],
    paper: 'A4',
    frozenColumns: 0,
  });
}
