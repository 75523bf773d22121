import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Finding } from '../../domain/findings';
import type { ColumnsDeclined } from './column-question';
import { type FindingsFilter, NO_FILTER, passing } from './findings-filter';
import { findingKeys, findingName, type FindingsPlace, useFindingsPlace } from './findings-place';
import type { PaneServices } from '../shared/pane-services';
import { type Corrections, useCorrections } from '../shared/use-corrections';
import type { PlanReader } from '../shared/use-plan-reading';
import { type Repairs, useRepairs } from './use-repairs';

/** All that Check knows beside the reading; kept by the pane, so that going to another view loses none of it. */
export interface Check {
  /** Of the whole workbook, less those just repaired. */
  readonly findings: readonly Finding[];
  readonly filter: FindingsFilter;
  readonly setFilter: (filter: FindingsFilter) => void;
  /** Those that pass the filter. */
  readonly shown: readonly Finding[];
  readonly place: FindingsPlace;
  /** Whether the user ignores a finding. */
  readonly isIgnored: (finding: Finding) => boolean;
  /** Whether a finding no longer counts: one that is ignored, unless it is an error, which stands whatever is said of it. */
  readonly isSetAside: (finding: Finding) => boolean;
  readonly toggleIgnored: (finding: Finding) => void;
  readonly repairs: Repairs;
  readonly corrections: Corrections;
  readonly declined: ColumnsDeclined;
  readonly decline: (pair: string) => void;
}

export function useCheck(services: PaneServices, reader: PlanReader): Check {
  const [filter, setFilter] = useState(NO_FILTER);
  const [ignored, setIgnored] = useState<ReadonlySet<string>>(new Set());
  const [declined, setDeclined] = useState<ColumnsDeclined>(new Set());
  const [repaired, setRepaired] = useState<ReadonlySet<string>>(new Set());
  const { read, catchUp } = reader;
  const reading = reader.task.state.value;

  // A repaired finding leaves the list at once; the reading that follows brings the findings as they are.
  const onRepaired = useCallback(
    (gone: readonly Finding[]): void => {
      setRepaired(new Set(gone.map(findingName)));
      catchUp();
    },
    [catchUp],
  );
  const repairs = useRepairs(services, onRepaired);
  const corrections = useCorrections(services, read);

  // A filter for a sheet that no longer exists must not hide the findings of the others.
  const sheetIds = useMemo(() => new Set(reading?.tables.map(({ sheetId }) => sheetId)), [reading]);
  const isSheetGone = reading !== null && filter.sheetId !== '' && !sheetIds.has(filter.sheetId);
  useEffect(() => {
    if (isSheetGone) setFilter((before) => ({ ...before, sheetId: '' }));
  }, [isSheetGone]);

  const findings = useMemo(() => (reading?.findings ?? []).filter((finding) => !repaired.has(findingName(finding))), [reading, repaired]);
  const shown = useMemo(() => passing(findings, filter), [findings, filter]);
  const place = useFindingsPlace(shown);
  const keys = useMemo(() => new Map(findingKeys(findings).map((key, index) => [findings[index], key])), [findings]);
  const keyOf = (finding: Finding): string => keys.get(finding) ?? '';

  return {
    findings,
    filter,
    setFilter,
    shown,
    place,
    isIgnored: (finding) => ignored.has(keyOf(finding)),
    isSetAside: (finding) => finding.severity !== 'error' && ignored.has(keyOf(finding)),
    toggleIgnored: (finding) => {
      const key = keyOf(finding);
      setIgnored((before) => new Set(before.has(key) ? [...before].filter((other) => other !== key) : [...before, key]));
    },
    repairs,
    corrections,
    declined,
    decline: (pair) => setDeclined((before) => new Set([...before, pair])),
  };
}
