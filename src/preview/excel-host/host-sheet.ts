import { type Area, type Visibility, areaHolds } from '../../domain/grid';
import { type HostCell, HostCells } from './host-cells';
import { HostError } from './host-error';
import { type HostFilter } from './host-filter';
import { areaInside, overlapOf, sameArea } from './host-reference';

/** The value of one look. A look's name is its API path below `format`, such as "fill.color" or "borders.EdgeTop.style". */
export type LookValue = string | number | boolean | null;

export interface HostLook {
  readonly area: Area;
  readonly name: string;
  readonly value: LookValue;
}

export interface HostTable {
  /** A number as text, as Excel gives it; unique in the workbook. */
  readonly id: string;
  name: string;
  area: Area;
  hasHeader: boolean;
  hasTotals: boolean;
  /** What the row of totals held when it was hidden, by column from the left; Excel shows it again with the row. */
  hiddenTotals: readonly HostCell[];
  style: string;
  banded: boolean;
  bandedColumns: boolean;
  filterButton: boolean;
}

export interface HostValidation {
  readonly area: Area;
  readonly rule: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks: boolean;
  readonly prompt: Readonly<Record<string, unknown>> | null;
  readonly errorAlert: Readonly<Record<string, unknown>> | null;
}

export interface HostConditionalFormat {
  readonly id: string;
  readonly area: Area;
  readonly type: string;
  rule: Readonly<Record<string, unknown>> | null;
  readonly looks: Map<string, LookValue>;
  stopIfTrue: boolean;
}

export interface HostSeries {
  readonly name: string;
  readonly values: Area;
  readonly categories: Area | null;
}

export interface HostChart {
  readonly id: string;
  name: string;
  type: string;
  /** Where the data lay when the chart was made, and the sheet it lies on. */
  readonly source: { readonly sheetId: string; readonly area: Area };
  readonly seriesBy: string;
  readonly series: readonly HostSeries[];
  /** The cells it covers, once `setPosition` was called. */
  over: Area | null;
  /** Everything else by its path below the chart: "title.text", "axes.valueAxis.title.text", "legend.visible", "height". */
  readonly settings: Map<string, LookValue>;
}

export interface HostFreeze {
  readonly rows: number;
  readonly columns: number;
}

/** A comment or a note. Notes have an id in this host alone: Office.js gives them none. */
export interface HostComment {
  readonly id: string;
  readonly kind: 'comment' | 'note';
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly author: string;
}

/** What `range.hyperlink` holds. */
export interface HostHyperlink {
  readonly area: Area;
  readonly address: string | null;
  readonly documentReference: string | null;
  readonly screenTip: string | null;
}

/** A PivotTable. This host keeps where it stands; nothing may be written there. */
export interface HostPivot {
  readonly name: string;
  readonly area: Area;
}

/** One worksheet's state. Plain fields are read and written by the classes that answer for them. */
export class HostSheet {
  readonly cells = new HostCells();
  visibility: Visibility = 'visible';
  /** "#RRGGBB", or "" for none. */
  tabColour = '';
  isProtected = false;
  gridlines = true;
  headings = true;
  looks: readonly HostLook[] = [];
  merges: readonly Area[] = [];
  tables: readonly HostTable[] = [];
  filters: readonly HostFilter[] = [];
  pivots: readonly HostPivot[] = [];
  /** Where formulas fill several cells; the first cell has the formula. */
  spills: readonly Area[] = [];
  validations: readonly HostValidation[] = [];
  conditionalFormats: readonly HostConditionalFormat[] = [];
  charts: readonly HostChart[] = [];
  comments: readonly HostComment[] = [];
  hyperlinks: readonly HostHyperlink[] = [];
  freeze: HostFreeze | null = null;
  /** By path below `pageLayout`; titles under "printTitleRows" and "printTitleColumns" as addresses. */
  readonly page = new Map<string, unknown>();
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  /** Throws AccessDenied when the sheet is protected, as every write to a protected sheet does. */
  demandWritable(): void {
    if (this.isProtected) throw new HostError('AccessDenied');
  }

  setLook(area: Area, name: string, value: LookValue): void {
    this.looks = [...this.looks.filter((look) => look.name !== name || !areaInside(look.area, area)), { area, name, value }];
  }

  /** The look of a whole area; null when its cells differ, as Excel answers. `otherwise` is the value where none was set. */
  look(area: Area, name: string, otherwise: LookValue): LookValue {
    for (let i = this.looks.length - 1; i >= 0; i -= 1) {
      const look = this.looks[i];
      if (look?.name !== name) continue;
      if (areaInside(area, look.area)) return look.value;
      if (overlapOf(area, look.area) !== null) return null;
    }
    return otherwise;
  }

  clearLooks(area: Area): void {
    this.looks = this.looks.flatMap((look) => without(look.area, area).map((rest) => ({ ...look, area: rest })));
    this.conditionalFormats = this.conditionalFormats.filter((rule) => !areaInside(rule.area, area));
  }

  merge(area: Area): void {
    if (this.tables.some((table) => overlapOf(table.area, area) !== null)) throw new HostError('InvalidOperation');
    this.merges = [...this.merges.filter((merge) => overlapOf(merge, area) === null), area];
    // Only the top left cell keeps its content.
    for (const [row, column, cell] of this.cells.within(area)) {
      if (row !== area.top || column !== area.left)
        this.cells.put(row, column, { ...cell, value: null, formula: null, isError: false, quotePrefix: false });
    }
  }

  unmerge(area: Area): void {
    this.merges = this.merges.filter((merge) => overlapOf(merge, area) === null);
  }

  /** Whether a cell lies under a merge without being its top left one: what is written there is lost. */
  isCovered(row: number, column: number): boolean {
    return this.merges.some((merge) => areaHolds(merge, { row, column }) && (merge.top !== row || merge.left !== column));
  }

  /** Throws PivotTableRangeConflict when a PivotTable stands in an area (Excel.ErrorCodes names it for a write into one). */
  demandNoPivot(area: Area): void {
    if (this.pivots.some((pivot) => overlapOf(pivot.area, area) !== null)) throw new HostError('PivotTableRangeConflict');
  }

  /**
   * What is typed into a cell that a formula elsewhere spills into: the formula shows #SPILL! and its other results are gone
   * (support.microsoft.com, "How to correct a #SPILL! error").
   */
  breakSpill(row: number, column: number): void {
    const spill = this.spills.find((area) => areaHolds(area, { row, column }) && (area.top !== row || area.left !== column));
    if (spill === undefined) return;
    this.spills = this.spills.filter((area) => area !== spill);
    for (const [at, across, cell] of this.cells.within(spill)) {
      const isFirst = at === spill.top && across === spill.left;
      this.cells.put(at, across, { ...cell, value: isFirst ? '#SPILL!' : null, isError: isFirst });
    }
  }

  clearHyperlinks(area: Area): void {
    this.hyperlinks = this.hyperlinks.filter((link) => overlapOf(link.area, area) === null);
  }

  setValidation(validation: HostValidation): void {
    this.clearValidation(validation.area);
    this.validations = [...this.validations, validation];
  }

  clearValidation(area: Area): void {
    this.validations = this.validations.flatMap((rule) => without(rule.area, area).map((rest) => ({ ...rule, area: rest })));
  }

  /** The one rule of an area; `mixed` when its cells have different ones. */
  validationOver(area: Area): HostValidation | 'mixed' | null {
    const touching = this.validations.filter((rule) => overlapOf(rule.area, area) !== null);
    if (touching.length === 0) return null;
    return touching.length === 1 && touching[0] !== undefined && areaInside(area, touching[0].area) ? touching[0] : 'mixed';
  }

  usedRange(area: Area, valuesOnly: boolean): Area | null {
    const cells = this.cells.used(area, valuesOnly);
    if (valuesOnly) return cells;
    const parts = [...this.looks.map((look) => look.area), ...this.merges]
      .filter((part) => part.bottom - part.top < 1_048_575 && part.right - part.left < 16_383)
      .flatMap((part) => overlapOf(part, area) ?? []);
    return parts.reduce<Area | null>((found, part) => (found === null ? part : bounds(found, part)), cells);
  }
}

function bounds(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** What is left of `from` when `hole` is cut out: up to four areas. */
export function without(from: Area, hole: Area): Area[] {
  const shared = overlapOf(from, hole);
  if (shared === null) return [from];
  if (sameArea(shared, from)) return [];
  const pieces: Area[] = [
    { ...from, bottom: shared.top - 1 },
    { ...from, top: shared.bottom + 1 },
    { top: shared.top, bottom: shared.bottom, left: from.left, right: shared.left - 1 },
    { top: shared.top, bottom: shared.bottom, left: shared.right + 1, right: from.right },
  ];
  return pieces.filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}
