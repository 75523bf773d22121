import type { Finding, Severity } from '../../domain/findings';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice'];

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Counted from the list that is shown, so that the counts and the list agree. */
export function severityCounts(findings: readonly Finding[]): SeverityCounts {
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), advice: of('advice') };
}
