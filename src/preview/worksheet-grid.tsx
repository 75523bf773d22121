import { Workbook, type WorkbookInstance } from '@fortune-sheet/react';
import '@fortune-sheet/react/dist/index.css';
import { type JSX, useEffect, useRef, useState } from 'react';
import type { ExcelHost, WorkbookChange } from './excel-host';
import { gridSheet } from './grid-sheet';

/**
 * An editable grid over the host's workbook, drawn by FortuneSheet, which no other file imports. What is typed goes to the
 * host, which reads it as Excel does and tells the add-in; what the add-in writes comes back from the host. What a cell holds
 * is never read from the grid.
 */
export function WorksheetGrid({ host }: { readonly host: ExcelHost }): JSX.Element {
  const grid = useRef<WorkbookInstance>(null);
  const frame = useRef<HTMLDivElement>(null);
  // Increased to build the grid again, when sheets are added or removed or change their looks.
  const [build, setBuild] = useState(0);
  const [sheets, setSheets] = useState(() => sheetsOf(host));
  // True while the host's cells are put into the grid: the grid then reports its own update as an edit, which must be ignored.
  const updatingGrid = useRef(false);
  // How many moves of the selection from the host are under way; the grid reports those as the user's, which must be ignored too.
  const movingSelection = useRef(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const touched = new Set<string>();
    let rebuild = false;
    const refresh = (): void => {
      timer = undefined;
      if (rebuild) {
        setSheets(sheetsOf(host));
        setBuild((number) => number + 1);
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
        if (change.by !== 'user') showHostSelection(host, change, grid, frame.current, movingSelection);
        return;
      }
      if (change.what === 'cells') touched.add(change.sheetId);
      else rebuild = true;
      timer ??= setTimeout(refresh, 60);
    });
  }, [host]);

  return (
    <div ref={frame} className="grid">
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
            host.workbook.type(host.workbook.active, row, column, typedText(after), 'user');
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
            if (!updatingGrid.current && movingSelection.current === 0 && sheet !== null && sheet !== host.workbook.active)
              host.workbook.activate(sheet, 'user');
          },
          afterSelectionChange: (id, { row, column }) => {
            const sheet = host.workbook.findSheet(id);
            if (updatingGrid.current || movingSelection.current > 0 || sheet === null) return;
            const area = { top: row[0] ?? 0, bottom: row[1] ?? 0, left: column[0] ?? 0, right: column[1] ?? 0 };
            host.workbook.select(sheet, area, 'user');
          },
        }}
      />
    </div>
  );
}

function sheetsOf(host: ExcelHost): ReturnType<typeof gridSheet>[] {
  return host.workbook.sheets.map((sheet, order) => gridSheet(host.workbook, sheet, order));
}

/** Milliseconds; two frames of a screen. The grid has no event that says it has drawn. */
const DRAWN_MS = 40;

function showHostSelection(
  host: ExcelHost,
  change: WorkbookChange,
  shown: { readonly current: WorkbookInstance | null },
  frame: HTMLElement | null,
  movingSelection: { current: number },
): void {
  const grid = shown.current;
  if (grid === null || frame === null || host.workbook.findSheet(change.sheetId) === null) return;
  movingSelection.current += 1;
  grid.activateSheet({ id: host.workbook.active.id });
  // The grid lays out a sheet some time after it is activated, and draws a selection some time after it is set.
  setTimeout(() => {
    // If the grid was built again meanwhile, the new one shows the host's selection by itself and the old one has no sheets.
    if (shown.current !== grid) {
      movingSelection.current -= 1;
      return;
    }
    // Read again here: another cell may have been shown since.
    const { id, selection } = host.workbook.active;
    grid.setSelection([{ row: [selection.top, selection.bottom], column: [selection.left, selection.right] }], { id });
    setTimeout(() => {
      if (!isSelectionInView(frame)) {
        grid.scroll({ targetRow: Math.max(0, selection.top - 4), targetColumn: Math.max(0, selection.left - 1) });
      }
      movingSelection.current -= 1;
    }, DRAWN_MS);
  }, DRAWN_MS);
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
