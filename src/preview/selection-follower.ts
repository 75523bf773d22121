import type { WorkbookInstance } from '@fortune-sheet/react';
import type { Area } from '../domain/grid';
import { type ExcelHost, type HostSheet, sameArea } from './excel-host';

/** Milliseconds; two frames of a screen. The grid lays out a sheet some time after it is activated and has no event for it. */
const LAYOUT_MS = 40;
/** Milliseconds after a press and the grid's report of it; later reports are the grid's own. */
const PRESS_ENDS_MS = 250;

/**
 * Keeps the grid at the host's selection, and takes the user's from the grid. The grid reports every move of its selection, those of
 * the host and those of its own as well: a sheet that comes to the front, and a grid that was built again, select A1 first, and how
 * long that takes depends on the machine. So a report counts as the user's only after they pressed a key or a button in the grid,
 * until the grid has answered that press; any other report of another cell than the host's means that the grid must be set to the
 * host's again.
 */
export class SelectionFollower {
  /** True from a press of a key or a button in the grid until the grid has answered it. */
  #pressed = false;
  #pointerDown = false;
  /** True when the grid has answered the press. */
  #answered = false;
  /** True until the cell that the host selected last has been brought into view. */
  #scrollDue = false;
  /** True from the building of a grid until it was told its selection: it knows the one it is built with, and draws nothing of it. */
  #drawDue = false;
  #ending: ReturnType<typeof setTimeout> | undefined;
  #showing: ReturnType<typeof setTimeout> | undefined;
  #tabDue: ReturnType<typeof setTimeout> | undefined;

  /** True while the host is told what the user selected in the grid, which shows it already. */
  isReporting = false;

  constructor(
    private readonly host: ExcelHost,
    private readonly grid: () => WorkbookInstance | null,
    private readonly frame: () => HTMLElement | null,
  ) {}

  keyPressed(): void {
    clearTimeout(this.#ending);
    this.#pressed = true;
    this.#answered = false;
  }

  pointerPressed(): void {
    this.keyPressed();
    this.#pointerDown = true;
  }

  /** Called wherever the pointer is released: a selection may be drawn out of the grid. */
  pointerReleased(): void {
    this.#pointerDown = false;
    if (this.#answered) this.#endPress();
  }

  /** The grid was built again: what it reports until the next press is its own. */
  gridBuilt(): void {
    this.#pressed = false;
    this.#drawDue = true;
    this.#scrollDue = true;
  }

  /** The grid's cells were updated, by which it draws the selection that it had when it was built. */
  cellsUpdated(): void {
    if (!this.#pressed) this.#show();
  }

  /** Cells were selected, or a sheet brought to the front, by somebody else than the user in the grid. */
  hostSelected(): void {
    this.#pressed = false;
    this.#scrollDue = true;
    this.#show();
  }

  /** The grid shows another sheet. One that the user chose shows the selection it had, as in Excel. */
  sheetShown(sheet: HostSheet): void {
    if (!this.#pressed || sheet === this.host.workbook.active) return;
    this.#pressed = false;
    this.#report(() => this.host.workbook.activate(sheet, 'user'));
    this.#show();
  }

  /** The grid reports a selection. */
  selectionShown(sheet: HostSheet, area: Area): void {
    const { workbook } = this.host;
    if (this.#pressed && sheet !== workbook.active) {
      // The press was on the sheet's tab; the cell is the grid's choice.
      this.sheetShown(sheet);
    } else if (this.#pressed) {
      this.#answered = true;
      if (!this.#pointerDown) this.#endPress();
      this.#report(() => workbook.select(sheet, area, 'user'));
    } else if (this.#drawDue || sheet !== workbook.active || !sameArea(area, sheet.selection)) {
      this.#drawDue = false;
      this.#show();
    } else this.#scrollTo(area);
  }

  #report(told: () => void): void {
    this.isReporting = true;
    told();
    this.isReporting = false;
  }

  #endPress(): void {
    clearTimeout(this.#ending);
    this.#ending = setTimeout(() => (this.#pressed = false), PRESS_ENDS_MS);
  }

  #show(): void {
    // A grid without the sheet is about to be built again with it, and then reports what it shows by itself.
    const ready = (): WorkbookInstance | null =>
      this.grid()
        ?.getAllSheets()
        .some(({ id }) => id === this.host.workbook.active.id) === true
        ? this.grid()
        : null;
    ready()?.activateSheet({ id: this.host.workbook.active.id });
    if (this.#showing !== undefined) return;
    this.#showing = setTimeout(() => {
      this.#showing = undefined;
      this.#showTab();
      if (this.#pressed) return;
      // Read here: another cell may have been selected since.
      const { id, selection } = this.host.workbook.active;
      ready()?.setSelection([{ row: [selection.top, selection.bottom], column: [selection.left, selection.right] }], { id });
      this.#scrollLater();
    }, LAYOUT_MS);
  }

  /** Again until the grid marks the tab of the host's sheet: until then the marked one is that of the sheet before. */
  #showTab(): void {
    clearTimeout(this.#tabDue);
    if (!showTab(this.host.workbook.active.name, this.frame())) this.#tabDue = setTimeout(() => this.#showTab(), LAYOUT_MS);
  }

  /** A grid that had the selection already, as after its cells were updated, reports nothing that could be answered with scrolling. */
  #scrollLater(): void {
    setTimeout(() => {
      if (this.#pressed || this.#showing !== undefined) return;
      this.#scrollTo(this.host.workbook.active.selection);
    }, 2 * LAYOUT_MS);
  }

  #scrollTo(area: Area): void {
    if (this.#scrollDue && scrollIntoView(area, this.grid(), this.frame())) this.#scrollDue = false;
  }
}

/**
 * The tab of the sheet in front is in view, as in Excel; the grid leaves its row of tabs where it was.
 * @returns whether it is; false while the grid marks another sheet's tab, and for as long as it takes to scroll.
 */
function showTab(sheet: string, frame: HTMLElement | null): boolean {
  const row = frame?.querySelector('.fortune-sheettab-container-c');
  const tab = row?.querySelector('.luckysheet-sheets-item-active');
  // Without a frame the grid is gone, and nothing is left to show.
  if (!row) return frame === null;
  if (!tab || tab.querySelector('.luckysheet-sheets-item-name')?.textContent !== sheet) return false;
  tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const [box, seen] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  // A tab that is wider than its row can only begin in it.
  return box.left >= seen.left - 1 && (box.right <= seen.right + 1 || box.width > seen.width);
}

/** Pixels that a cell keeps from the lower edge when the sheet is scrolled down to it. */
const MARGIN = 24;

/** Where the selected cell and the cells of the sheet are drawn; null where there is no selection. */
function drawn(frame: HTMLElement): { readonly selected: DOMRect; readonly seen: DOMRect } | null {
  const selected = frame.querySelector('.luckysheet-cell-selected')?.getBoundingClientRect();
  const seen = frame.querySelector('.fortune-cell-area')?.getBoundingClientRect();
  return selected === undefined || seen === undefined ? null : { selected, seen };
}

/** A selection of fewer pixels is not drawn yet: the grid lays it out some time after it is built. */
const LEAST = 3;

/**
 * As in Excel, the sheet does not scroll when the cell to be shown is already in view.
 * @returns whether that could be told.
 */
function scrollIntoView(area: Area, grid: WorkbookInstance | null, frame: HTMLElement | null): boolean {
  const places = frame === null ? null : drawn(frame);
  if (grid === null || frame === null || places === null || places.selected.height < LEAST) return false;
  const { selected, seen } = places;
  const isInWidth = selected.left >= seen.left && selected.right <= seen.right;
  const below = selected.bottom - seen.bottom;
  const isInHeight = selected.top >= seen.top && below <= 0;
  if (isInWidth && isInHeight) return true;
  const columns = isInWidth ? {} : { targetColumn: Math.max(0, area.left - 1) };
  const bar = frame.querySelector('.luckysheet-scrollbar-y');
  // Rows may be high, so going down the pixels count; going up the rows above are shown too.
  if (below > 0 && bar !== null && selected.height < seen.height) grid.scroll({ ...columns, scrollTop: bar.scrollTop + below + MARGIN });
  else grid.scroll({ ...columns, ...(isInHeight ? {} : { targetRow: Math.max(0, area.top - 4) }) });
  return true;
}
