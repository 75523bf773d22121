import { agreeing, counted } from '../wording';
import type { Severity } from './finding';
import { SEVERITIES, type SeverityCounts } from './severity-counts';

/** "Error" or "Errors": the word beside the mark and the colour. */
export function severityLabel(severity: Severity, count = 1): string {
  switch (severity) {
    case 'error':
      return agreeing(count, 'Error', 'Errors');
    case 'warning':
      return agreeing(count, 'Warning', 'Warnings');
    case 'advice':
      return 'Advice';
  }
}

/** "3 errors", "1 warning", "2 pieces of advice": for summaries. */
export function severityCount(severity: Severity, count: number): string {
  return severity === 'advice' ? counted(count, 'piece of advice', 'pieces of advice') : counted(count, severity);
}

/** "1 error", "5 warnings": those there are, the worst first. */
export function severityParts(counts: SeverityCounts): string[] {
  return SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => severityCount(severity, counts[severity]));
}
