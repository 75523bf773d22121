import { Workbook, type WorkbookInstance } from '@fortune-sheet/react';
import '@fortune-sheet/react/dist/index.css';
import { type JSX, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { ExcelHost, WorkbookChange } from './excel-host';
import { clipAtFrozenColumns } from './frozen-columns';
import { gridSheet } from './grid-sheet';
import { SelectionFollower } from './selection-follower';
import { typeAt } from './type-in-cell';

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
  const [follower] = useState(
    () =>
      new SelectionFollower(
        host,
        () => grid.current,
        () => frame.current,
      ),
  );
  useEffect(() => {
    const released = (): void => follower.pointerReleased();
    window.addEventListener('pointerup', released);
    window.addEventListener('pointercancel', released);
    return () => {
      window.removeEventListener('pointerup', released);
      window.removeEventListener('pointercancel', released);
    };
  }, [follower]);

  const buildAgain = useCallback((): void => {
    setSheets(sheetsOf(host));
    setBuild((number) => number + 1);
    follower.gridBuilt();
  }, [host, follower]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const touched = new Set<string>();
    let rebuild = false;
    const refresh = (): void => {
      timer = undefined;
      if (rebuild) {
        buildAgain();
      } else {
        updatingGrid.current = true;
        const changed = host.workbook.sheets.flatMap((sheet, order) =>
          touched.has(sheet.id) ? [gridSheet(host.workbook, sheet, order)] : [],
        );
        grid.current?.updateSheet(changed);
        setTimeout(() => {
          updatingGrid.current = false;
          follower.cellsUpdated();
        }, 0);
      }
      touched.clear();
      rebuild = false;
    };
    return host.workbook.subscribe((change: WorkbookChange) => {
      if (change.what === 'selection' || change.what === 'sheet activated') {
        if (!follower.isReporting) follower.hostSelected();
        return;
      }
      if (change.what === 'cells') touched.add(change.sheetId);
      else rebuild = true;
      timer ??= setTimeout(refresh, 60);
    });
  }, [host, follower, buildAgain]);

  const onKey = (event: KeyboardEvent): void => {
    follower.keyPressed();
    // In the editor of a cell the browser undoes; the grid's own undo would not reach the host.
    if (!(event.ctrlKey || event.metaKey) || !/^[zy]$/i.test(event.key) || isEditing(frame.current)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key.toLowerCase() === 'z' && !event.shiftKey) host.workbook.undo();
  };
  return (
    <div ref={frame} className="grid" onPointerDownCapture={() => follower.pointerPressed()} onKeyDownCapture={onKey}>
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
            const why = typeAt(host, { row, column, text: typedText(after) });
            onRefused(why);
            if (why === null) return;
            // The grid shows what was typed; the host kept what the cell held.
            buildAgain();
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
            if (!updatingGrid.current && sheet !== null) follower.sheetShown(sheet);
          },
          afterSelectionChange: (id, { row, column }) => {
            const sheet = host.workbook.findSheet(id);
            if (sheet === null || updatingGrid.current) return;
            follower.selectionShown(sheet, { top: row[0] ?? 0, bottom: row[1] ?? 0, left: column[0] ?? 0, right: column[1] ?? 0 });
          },
          ...clipAtFrozenColumns(() => host.workbook.active.freeze?.columns ?? 0),
        }}
      />
    </div>
  );
}

/** Whether a cell's editor is open: the grid keeps it in the page and lifts it over the cells. */
function isEditing(frame: HTMLElement | null): boolean {
  return Number(frame?.querySelector<HTMLElement>('.luckysheet-input-box')?.style.zIndex ?? 0) > 0;
}

function sheetsOf(host: ExcelHost): ReturnType<typeof gridSheet>[] {
  return host.workbook.sheets.map((sheet, order) => gridSheet(host.workbook, sheet, order));
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
