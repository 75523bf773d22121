import { Workbook, type WorkbookInstance } from '@fortune-sheet/react';
import '@fortune-sheet/react/dist/index.css';
import { type JSX, useEffect, useRef, useState } from 'react';
import type { Area } from '../domain/grid';
import { type ExcelHost, sameArea, TypingRefused, type WorkbookChange } from './excel-host';
import { gridSheet } from './grid-sheet';

interface WorksheetGridProps {
  readonly host: ExcelHost;
  /** Called with Excel's sentence when what was typed is refused; with null when it was taken. */
  readonly onRefused: (why: string | null) => void;
}

/**
 * An editable grid over the host's workbook, drawn by FortuneSheet, which no other file imports. What is typed goes to the
 * host, which reads it as Excel does and tells the add-in; what the add-in writes comes back from the host. What a cell holds
 * is never read from the grid.
 */
export function WorksheetGrid({ host, onRefused }: WorksheetGridProps): JSX.Element {
  const grid = useRef<WorkbookInstance>(null);
  const frame = useRef<HTMLDivElement>(null);
  // Increased to build the grid again, when sheets are added or removed or change their looks.
  const [build, setBuild] = useState(0);
  const [sheets, setSheets] = useState(() => sheetsOf(host));
  // True while the host's cells are put into the grid: the grid then reports its own update as an edit, which must be ignored.
  const updatingGrid = useRef(false);
  const follower = useRef<SelectionFollower>({ following: true, scrollDue: false, timer: undefined });

  useEffect(() => {
    const state = follower.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const touched = new Set<string>();
    let rebuild = false;
    const refresh = (): void => {
      timer = undefined;
      if (rebuild) {
        setSheets(sheetsOf(host));
        setBuild((number) => number + 1);
        state.following = true;
      } else {
        updatingGrid.current = true;
        const changed = host.workbook.sheets.flatMap((sheet, order) =>
          touched.has(sheet.id) ? [gridSheet(host.workbook, sheet, order)] : [],
        );
        grid.current?.updateSheet(changed);
        setTimeout(() => (updatingGrid.current = false), 0);
      }
      touched.clear();
      rebuild = false;
    };
    return host.workbook.subscribe((change: WorkbookChange) => {
      if (change.what === 'selection' || change.what === 'sheet activated') {
        if (change.by === 'user') return;
        state.following = true;
        state.scrollDue = true;
        showHostSelection(host, grid, state);
        return;
      }
      if (change.what === 'cells') touched.add(change.sheetId);
      else rebuild = true;
      timer ??= setTimeout(refresh, 60);
    });
  }, [host]);

  const userActs = (): void => {
    follower.current.following = false;
  };
  return (
    <div ref={frame} className="grid" onPointerDownCapture={userActs} onKeyDownCapture={userActs}>
      <Workbook
        key={build}
        ref={grid}
        data={sheets}
        lang="en"
        showToolbar={false}
        allowEdit
        cellContextMenu={[]}
        headerContextMenu={[]}
        sheetTabContextMenu={[]}
        hooks={{
          afterUpdateCell: (row, column, _before, after: unknown) => {
            if (updatingGrid.current) return;
            const why = refusal(() => host.workbook.type(host.workbook.active, row, column, typedText(after), 'user'));
            onRefused(why);
            if (why === null) return;
            // The grid shows what was typed; the host kept what the cell held.
            setSheets(sheetsOf(host));
            setBuild((number) => number + 1);
          },
          // The host adds and renames sheets; the grid shows them after the host reports it.
          beforeAddSheet: () => {
            host.workbook.addSheet(null, 'user');
            return false;
          },
          beforeUpdateSheetName: (id, _before, name) => {
            const sheet = host.workbook.findSheet(id);
            if (sheet !== null && !updatingGrid.current) host.workbook.renameSheet(sheet, name, 'user');
            return false;
          },
          afterActivateSheet: (id) => {
            const sheet = host.workbook.findSheet(id);
            if (!updatingGrid.current && !follower.current.following && sheet !== null) host.workbook.activate(sheet, 'user');
          },
          afterSelectionChange: (id, { row, column }) => {
            const state = follower.current;
            const sheet = host.workbook.findSheet(id);
            if (sheet === null) return;
            const area = { top: row[0] ?? 0, bottom: row[1] ?? 0, left: column[0] ?? 0, right: column[1] ?? 0 };
            if (!state.following) {
              if (!updatingGrid.current) host.workbook.select(sheet, area, 'user');
            } else if (sheet !== host.workbook.active || !sameArea(area, sheet.selection)) {
              showHostSelection(host, grid, state);
            } else if (state.scrollDue) {
              state.scrollDue = false;
              scrollIntoView(area, grid.current, frame.current);
            }
          },
        }}
      />
    </div>
  );
}

/** Excel's sentence when it refuses what was typed; null when it takes it. */
function refusal(type: () => void): string | null {
  try {
    type();
    return null;
  } catch (error) {
    if (error instanceof TypingRefused) return error.message;
    throw error;
  }
}

function sheetsOf(host: ExcelHost): ReturnType<typeof gridSheet>[] {
  return host.workbook.sheets.map((sheet, order) => gridSheet(host.workbook, sheet, order));
}

/**
 * The grid reports every move of its selection, those of the host and those of its own as well: a sheet that comes to the front
 * selects A1 first, and how long that takes depends on the machine. So no report counts as the user's until they press a key or a
 * button in the grid; before that, a report of another cell than the host's means that the grid must be set to the host's again.
 */
interface SelectionFollower {
  /** True while the grid must show the host's selection; false after the user pressed a key or a button in the grid. */
  following: boolean;
  /** True until the cell that the host selected last has been brought into view. */
  scrollDue: boolean;
  /** Set while the grid is about to be set to the host's selection. */
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Milliseconds; two frames of a screen. The grid lays out a sheet some time after it is activated and has no event for it. */
const LAYOUT_MS = 40;

function showHostSelection(host: ExcelHost, grid: { readonly current: WorkbookInstance | null }, state: SelectionFollower): void {
  // A grid without the sheet is about to be built again with it, and then reports what it shows by itself.
  const ready = (): WorkbookInstance | null =>
    grid.current?.getAllSheets().some(({ id }) => id === host.workbook.active.id) === true ? grid.current : null;
  ready()?.activateSheet({ id: host.workbook.active.id });
  state.timer ??= setTimeout(() => {
    state.timer = undefined;
    if (!state.following) return;
    // Read here: another cell may have been selected since.
    const { id, selection } = host.workbook.active;
    ready()?.setSelection([{ row: [selection.top, selection.bottom], column: [selection.left, selection.right] }], { id });
  }, LAYOUT_MS);
}

function scrollIntoView(area: Area, grid: WorkbookInstance | null, frame: HTMLElement | null): void {
  if (grid === null || frame === null || isSelectionInView(frame)) return;
  grid.scroll({ targetRow: Math.max(0, area.top - 4), targetColumn: Math.max(0, area.left - 1) });
}

/** As in Excel, the sheet does not scroll when the cell to be shown is already in view. */
function isSelectionInView(frame: HTMLElement): boolean {
  const selected = frame.querySelector('.luckysheet-cell-selected')?.getBoundingClientRect();
  const seen = frame.querySelector('.fortune-cell-area')?.getBoundingClientRect();
  if (selected === undefined || seen === undefined) return false;
  return selected.top >= seen.top && selected.bottom <= seen.bottom && selected.left >= seen.left && selected.right <= seen.right;
}

/** The grid gives a cell's new content as a text, a number or a cell with runs of text. */
function typedText(after: unknown): string {
  if (typeof after === 'string' || typeof after === 'number' || typeof after === 'boolean') return String(after);
  if (typeof after !== 'object' || after === null) return '';
  const { m, v, f, ct } = after as { m?: unknown; v?: unknown; f?: unknown; ct?: { s?: unknown } };
  if (typeof f === 'string') return f;
  if (Array.isArray(ct?.s)) return ct.s.map((run: { v?: unknown }) => (typeof run.v === 'string' ? run.v : '')).join('');
  return typedText(m ?? v ?? '');
}
