import { useCallback, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../application';
import type { TableCorrection, TableKind } from '../../domain/reading';
import { useAnnounce } from './announcer';
import type { PaneServices } from './pane-services';
import { asFailure } from './use-task';
import { CORRECTION } from './correction-wording';
import { tableRows } from './wording';

export interface Corrections {
  /** A correction is being saved. */
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** `words` are announced when the correction is saved. */
  readonly correct: (correction: TableCorrection, words: string) => void;
  readonly uncorrect: (tableId: string, words: string) => void;
  /** Adds the cells selected in the sheet as a table. */
  readonly point: (kind: TableKind) => void;
  readonly dismiss: () => void;
}

/** Resolves to the words that announce what was done. */
type CorrectionRequest = (services: PaneServices) => Promise<string>;

/**
 * What the user corrects about the tables. Each correction is saved in the workbook, which is then read again. Two corrections soon after
 * each other are both saved: the later one waits for the earlier.
 */
export function useCorrections(services: PaneServices, onChanged: () => void): Corrections {
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(0);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const enqueue = useCallback(
    (request: CorrectionRequest): void => {
      setWaiting((before) => before + 1);
      queue.current = queue.current.then(async () => {
        try {
          announce(await request(services));
          setFailure(null);
          onChanged();
        } catch (error) {
          setFailure(asFailure(error));
        } finally {
          setWaiting((before) => before - 1);
        }
      });
    },
    [services, announce, onChanged],
  );

  return useMemo(
    () => ({
      busy: waiting > 0,
      failure,
      correct: (correction, words) =>
        enqueue(async (port) => {
          await port.correct(correction);
          return words;
        }),
      uncorrect: (tableId, words) =>
        enqueue(async (port) => {
          await port.uncorrect(tableId);
          return words;
        }),
      point: (kind) =>
        enqueue(async (port) => {
          const table = await port.pointAtTable(kind);
          return CORRECTION.pointed(table.sheet, tableRows(table));
        }),
      dismiss: () => setFailure(null),
    }),
    [waiting, failure, enqueue],
  );
}
