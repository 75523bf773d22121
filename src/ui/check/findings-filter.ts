import { FINDING_CODES, type Finding, type FindingCode, type Severity } from '../../domain/findings';
import { SEVERITIES } from '../../domain/findings';

/** Which findings are shown; null and "" let all pass. */
export interface FindingsFilter {
  readonly sheetId: string;
  readonly severity: Severity | null;
  readonly code: FindingCode | null;
}

export const NO_FILTER: FindingsFilter = { sheetId: '', severity: null, code: null };

export function passing(findings: readonly Finding[], { sheetId, severity, code }: FindingsFilter): Finding[] {
  return findings.filter(
    (finding) =>
      (sheetId === '' || finding.sheetId === sheetId) &&
      (severity === null || finding.severity === severity) &&
      (code === null || finding.code === code),
  );
}

export interface Choice<Value> {
  readonly value: Value;
  readonly count: number;
}

/**
 * What each choice of a filter would show with the other filters as they are: its counts add up to the count of "all of them", and the
 * one chosen counts the list. Choices that would show nothing are left out, except the one chosen.
 */
export interface FilterChoices {
  readonly sheets: readonly Choice<string>[];
  readonly severities: readonly Choice<Severity>[];
  readonly codes: readonly Choice<FindingCode>[];
}

export function filterChoices(findings: readonly Finding[], filter: FindingsFilter, sheetIds: readonly string[]): FilterChoices {
  const ofSheets = passing(findings, { ...filter, sheetId: '' });
  const ofSeverities = passing(findings, { ...filter, severity: null });
  const ofCodes = passing(findings, { ...filter, code: null });
  const count = (some: readonly Finding[], is: (finding: Finding) => boolean): number => some.filter(is).length;
  return {
    sheets: sheetIds.map((value) => ({ value, count: count(ofSheets, ({ sheetId }) => sheetId === value) })),
    severities: SEVERITIES.map((value) => ({ value, count: count(ofSeverities, ({ severity }) => severity === value) })).filter(
      (choice) => choice.count > 0 || choice.value === filter.severity,
    ),
    codes: FINDING_CODES.map((value) => ({ value, count: count(ofCodes, ({ code }) => code === value) })).filter(
      (choice) => choice.count > 0 || choice.value === filter.code,
    ),
  };
}
