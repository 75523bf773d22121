import { useCallback, useMemo, useState } from 'react';
import type { Finding } from '../../domain/findings';

/** The cell of a finding, unlike that of any other sheet's. */
export const findingCell = ({ sheetId, cell }: Pick<Finding, 'sheetId' | 'cell'>): string => `${sheetId}!${cell ?? ''}`;

/** Whether a finding's repair is a new column. */
export const addsColumn = ({ repair }: Pick<Finding, 'repair'>): boolean => repair?.kind === 'add-column';

/** The cell that a finding's repair writes: that of the new heading, where the table gets a column. */
export const repairedCell = ({ cell, repair }: Pick<Finding, 'cell' | 'repair'>): string | null =>
  repair?.kind === 'add-column' ? repair.cell : cell;

/** Its cell and kind: what a finding is known by within one reading, also where a person has chosen its repair. */
export const findingName = (finding: Finding): string => `${findingCell(finding)} ${finding.code}`;

/** What a finding is known by from one reading to the next; two alike in one cell are told apart by their order. */
export function findingKeys(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = findingName(finding);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name} ${String(before)}`;
  });
}

export interface FindingsPlace {
  readonly keys: readonly string[];
  /** -1 when there is no finding. */
  readonly index: number;
  readonly current: Finding | null;
  readonly moveTo: (index: number) => void;
}

/** The current finding. After a new reading it is the same finding, or the one now at its place. */
export function useFindingsPlace(findings: readonly Finding[]): FindingsPlace {
  const keys = useMemo(() => findingKeys(findings), [findings]);
  const [place, setPlace] = useState({ key: '', index: 0 });
  const found = keys.indexOf(place.key);
  const index = found >= 0 ? found : Math.min(place.index, findings.length - 1);
  const moveTo = useCallback(
    (to: number): void => {
      const inside = Math.max(0, Math.min(to, keys.length - 1));
      setPlace({ key: keys[inside] ?? '', index: inside });
    },
    [keys],
  );
  return { keys, index, current: findings[index] ?? null, moveTo };
}
