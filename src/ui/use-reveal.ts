import { useCallback, useRef } from 'react';
import type { BookChange, Failure } from '../application';
import type { PaneServices, RevealTarget } from './shared/pane-services';
import { asFailure } from './shared/use-task';

interface Revealer {
  readonly reveal: (target: RevealTarget) => void;
  /** Whether a change of selection was caused by a reveal of the pane itself. */
  readonly isEcho: (change: BookChange) => boolean;
}

/** How many such events are awaited at most. A host may send none; the selections of the user must still be noticed. */
const ECHOES = 8;

/** The one cell that a reveal selects, as the event names it; null where it selects several cells or the host chooses. */
function cellOf(target: RevealTarget): string | null {
  if (target.kind === 'finding') return target.finding.cell === null ? null : `${target.finding.sheetId}!${target.finding.cell}`;
  const { sheetId, cells } = target.kind === 'action' ? target.action.source : { sheetId: '', cells: {} };
  return cells.commitment === undefined ? null : `${sheetId}!${cells.commitment}`;
}

/**
 * Selects cells in the sheet one after the other. A key held down asks faster than the host answers: while
 * one reveal is under way, only the newest request is kept.
 */
export function useReveal(services: PaneServices, onFailure: (failure: Failure | null) => void): Revealer {
  const underWay = useRef(false);
  const next = useRef<RevealTarget | null>(null);
  const echoes = useRef<string[]>([]);

  const reveal = useCallback(
    (target: RevealTarget): void => {
      next.current = target;
      if (underWay.current) return;
      const run = async (): Promise<void> => {
        underWay.current = true;
        try {
          for (let wanted = next.current; wanted !== null; wanted = next.current) {
            next.current = null;
            const cell = cellOf(wanted);
            if (cell !== null) echoes.current = [...echoes.current, cell].slice(-ECHOES);
            await services.reveal(wanted);
          }
          onFailure(null);
        } catch (error) {
          onFailure(asFailure(error));
        } finally {
          underWay.current = false;
        }
      };
      void run();
    },
    [services, onFailure],
  );

  const isEcho = useCallback((change: BookChange): boolean => {
    const at = echoes.current.indexOf(`${change.sheetId}!${change.address ?? ''}`);
    if (at < 0) return false;
    echoes.current = echoes.current.slice(at + 1);
    return true;
  }, []);

  return { reveal, isEcho };
}
