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
  if (keys[0] !== 'milestone') return null;
  const isLabelled = keys[1] === 'milestone';
  const columns = new Map<HeadingKey, number>();
  for (const [index, key] of keys.entries()) {
    if ((isLabelled && index === 0) || key === undefined || columns.has(key)) continue;
    columns.set(key, cells[index]?.column ?? 0);
  }
  if (columns.size < FEWEST_HEADINGS + 1 - Number(isLabelled)) return null;
  // A column of something else, such as how a step stands, is part of the small table though not of the steps.
  const own = new Set(cells.slice(Number(isLabelled)).map(({ column }) => column));
  const steps: MilestoneRead[] = [];
  for (let at = row + 1; ; at += 1) {
    const filled = view.columnsIn(at).filter((column) => !isBlank(sourced(view, at, column).cell));
    const first = filled[0] === undefined ? '' : sourced(view, at, filled[0]).cell.text;
    // The next label, a gap or a cell beside the headings ends the steps. A step's first words may be a label's: "Works start".
    const isNextLabel = !isLabelled && filled.length < own.size && meaning(first) !== null;
    if (filled.length === 0 || !filled.every((column) => own.has(column)) || isNextLabel) break;
    const found = [...columns].flatMap(([key, column]): [HeadingKey, SourcedCell][] =>
      filled.includes(column) ? [[key, sourced(view, at, column)]] : [],
    );
    if (found.length === 0) break;
    steps.push({ row: at, cells: Object.fromEntries(found) });
  }
  if (steps.length === 0) return null;
  return { labels: cells.map(({ column }) => sourced(view, row, column)), steps, bottom: row + steps.length };
}
