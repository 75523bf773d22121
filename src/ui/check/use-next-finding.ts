import { useEffect, useState } from 'react';
import type { Finding } from '../../domain/findings';
import type { RevealTarget } from '../shared/pane-services';
import type { Check } from './use-check';

/** Whose place the list had when a repair began; `current` is null for a list without findings. */
interface Begun {
  readonly current: Finding | null;
}

/**
 * A repaired finding leaves the list, and the next one takes its place: then the sheet goes to its cell too, so that both always
 * show the same finding.
 *
 * @returns to be called when a repair begins.
 */
export function useNextFinding({ place, repairs }: Check, reveal: (target: RevealTarget) => void): () => void {
  const [begun, setBegun] = useState<Begun | null>(null);
  const { current } = place;
  useEffect(() => {
    if (begun === null || repairs.busy) return;
    setBegun(null);
    if (current !== null && current !== begun.current) reveal({ kind: 'finding', finding: current });
  }, [begun, repairs.busy, current, reveal]);
  return () => setBegun({ current });
}
