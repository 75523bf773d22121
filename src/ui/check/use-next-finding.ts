import { useEffect, useState } from 'react';
import type { Finding } from '../../domain/findings';
import type { RevealTarget } from '../shared/pane-services';
import { addsColumn } from './findings-place';
import type { Check } from './use-check';

/** Whose place the list had when a repair began; `current` is null for a list without findings. */
interface Begun {
  readonly current: Finding | null;
  /** The repair adds a column, and its rows are to be filled in next: the finding about the table. */
  readonly column: Finding | null;
}

/** The first row of the table that the new column asks something of. */
const rowOf = (shown: readonly Finding[], { code, tableId }: Finding): number =>
  shown.findIndex((finding) => finding.code === code && finding.tableId === tableId && !addsColumn(finding));

/**
 * A repaired finding leaves the list, and the next one takes its place: then the sheet goes to its cell too, so that both always show the same
 * finding. After a column was added that is the first row that it is to be filled in for, as soon as the workbook has been read with it.
 *
 * @returns to be called with what is repaired when a repair begins.
 */
export function useNextFinding(
  { place, repairs, shown }: Check,
  reveal: (target: RevealTarget) => void,
): (repaired: readonly Finding[]) => void {
  const [begun, setBegun] = useState<Begun | null>(null);
  const { current } = place;
  useEffect(() => {
    if (begun === null || repairs.busy) return;
    const { column } = begun;
    if (column !== null && repairs.trouble === null) {
      const at = rowOf(shown, column);
      const finding = shown[at];
      if (finding === undefined) return;
      place.moveTo(at);
      reveal({ kind: 'finding', finding });
    } else if (current !== null && current !== begun.current) reveal({ kind: 'finding', finding: current });
    setBegun(null);
  }, [begun, repairs.busy, repairs.trouble, current, shown, place, reveal]);
  return (repaired) => setBegun({ current, column: (repaired.length === 1 ? repaired.find(addsColumn) : undefined) ?? null });
}
