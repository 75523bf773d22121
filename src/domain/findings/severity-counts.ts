import type { Finding, Severity } from './finding';

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice'];

export type SeverityCounts = Readonly<Record<Severity, number>>;

/**
 * The one count of findings by how serious they are: of the list that is shown, so that the two cannot differ.
 * Rule: docs/rules.md#finding-counts.
 */
export function severityCounts(findings: readonly Pick<Finding, 'severity'>[]): SeverityCounts {
  const counts = { error: 0, warning: 0, advice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
