import { useCallback, useRef } from 'react';
import type { BookChange, Failure } from '../application';
import type { PaneServices, RevealTarget } from './shared/pane-services';
import { asFailure } from './shared/use-task';

interface Revealer {
  readonly reveal: (target: RevealTarget) => void;
  /** Whether a change of selection is only the echo of a reveal of ours. */
  readonly isEcho: (change: BookChange) => boolean;
}

/** Echoes waited for at most: a host that sends none must not make the pane deaf to the user. */
const ECHOES = 8;

/** The one cell that a reveal selects, as a change of selection names it; null where it selects more, or the host's first. */
function cellOf(target: RevealTarget): string | null {
  if (target.kind === 'finding') return `${target.finding.sheetId}!${target.finding.cell}`;
  const { sheetId, cells } = target.kind === 'action' ? target.action.source : { sheetId: '', cells: {} };
  return cells.commitment === undefined ? null : `${sheetId}!${cells.commitment}`;
}

/**
 * Selects cells in the sheet one after the other. Held-down arrows ask faster than a host answers: while one is under
 * way only the newest is kept.
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
