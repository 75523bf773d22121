import { headerCellsOf } from './header-cells';
import type { HeadingKey } from './heading-keys';
import { isBlank, type SheetView, sourced } from './sheet-view';
import type { MilestoneRead, SourcedCell } from './table-read';

/**
 * A small table of milestones within a form: "Milestone", "Who" and "When" in one row, beside the label "Milestones" or alone, and a step in
 * each row below.
 * Rule: docs/rules.md#forms.
 */
export interface FormSteps {
  /** The label and the headings. */
  readonly labels: readonly SourcedCell[];
  readonly steps: readonly MilestoneRead[];
  /** The last row of the steps, zero-based. */
  readonly bottom: number;
}

/** What a step says; a step's own words may be headed as an action is. */
const OF_A_STEP: Partial<Record<HeadingKey, HeadingKey>> = {
  milestone: 'milestone',
  commitment: 'milestone',
  ledBy: 'ledBy',
  timescale: 'timescale',
  measure: 'measure',
};
const FEWEST_HEADINGS = 2;

/** @returns null where the row, zero-based, has no headings of steps, or no step stands below. */
export function formStepsAt(view: SheetView, row: number, meaning: (text: string) => HeadingKey | null): FormSteps | null {
  const cells = headerCellsOf(view, row).filter(({ top }) => top === row);
  const keys = cells.map(({ texts }) => OF_A_STEP[meaning(texts[0] ?? '') ?? 'ref']);
  if (keys[0] !== 'milestone' || keys.some((key) => key === undefined)) return null;
  const isLabelled = keys[1] === 'milestone';
  const columns = new Map<HeadingKey, number>();
  for (const [index, key] of keys.entries()) {
    if ((isLabelled && index === 0) || key === undefined || columns.has(key)) continue;
    columns.set(key, cells[index]?.column ?? 0);
  }
  if (columns.size < FEWEST_HEADINGS + 1 - Number(isLabelled)) return null;
  const own = new Set(columns.values());
  const steps: MilestoneRead[] = [];
  for (let at = row + 1; ; at += 1) {
    const filled = view.columnsIn(at).filter((column) => !isBlank(sourced(view, at, column).cell));
    const first = filled[0] === undefined ? '' : sourced(view, at, filled[0]).cell.text;
    // The next label, a gap or a cell beside the headings ends the steps.
    if (filled.length === 0 || !filled.every((column) => own.has(column)) || (!isLabelled && meaning(first) !== null)) break;
    const found = [...columns].flatMap(([key, column]): [HeadingKey, SourcedCell][] =>
      filled.includes(column) ? [[key, sourced(view, at, column)]] : [],
    );
    steps.push({ row: at, cells: Object.fromEntries(found) });
  }
  if (steps.length === 0) return null;
  return { labels: cells.map(({ column }) => sourced(view, row, column)), steps, bottom: row + steps.length };
}
