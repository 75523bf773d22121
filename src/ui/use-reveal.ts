import { useCallback, useRef } from 'react';
import type { BookChange, Failure } from '../application';
import type { PaneServices, RevealTarget } from './pane-services';
import { asFailure } from './use-task';

interface Revealer {
  readonly reveal: (target: RevealTarget) => void;
  /** Whether a change of selection is only the echo of a reveal of ours. */
  readonly isEcho: (change: BookChange) => boolean;
}

/** Echoes waited for at most: a host that sends none must not make the pane deaf to the user. */
const ECHOES = 8;

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
          for (let asked = next.current; asked !== null; asked = next.current) {
            next.current = null;
            if (asked.kind === 'finding')
              echoes.current = [...echoes.current, `${asked.finding.sheetId}!${asked.finding.cell}`].slice(-ECHOES);
            await services.reveal(asked);
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
