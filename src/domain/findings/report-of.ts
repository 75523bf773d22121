import { FINDING_CODES, type Finding, type FindingCode, SEVERITY_OF, type Severity } from './finding';

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Counts of findings, each computed from the same list: every breakdown adds up to `total` (docs/rules.md#finding-counts). */
export interface FindingReport {
  readonly total: number;
  readonly bySeverity: SeverityCounts;
  /** Only codes that were found, in their permanent order. */
  readonly byCode: readonly { readonly code: FindingCode; readonly severity: Severity; readonly count: number }[];
  /** In the order first met. */
  readonly bySheet: readonly {
    readonly file: string;
    readonly sheet: string;
    readonly count: number;
    readonly bySeverity: SeverityCounts;
  }[];
  /** In the order first met; null is a directorate that was not recognised. */
  readonly byDirectorate: readonly { readonly directorate: string | null; readonly count: number; readonly bySeverity: SeverityCounts }[];
}

function severities(findings: readonly Finding[]): SeverityCounts {
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), advice: of('advice') };
}

function grouped(findings: readonly Finding[], key: (finding: Finding) => string): (readonly [Finding, readonly Finding[]])[] {
  const groups = new Map<string, [Finding, Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(key(finding));
    if (group === undefined) groups.set(key(finding), [finding, [finding]]);
    else group[1].push(finding);
  }
  return [...groups.values()];
}

export function reportOf(findings: readonly Finding[]): FindingReport {
  const counted = (group: readonly Finding[]): { count: number; bySeverity: SeverityCounts } => ({
    count: group.length,
    bySeverity: severities(group),
  });
  return {
    total: findings.length,
    bySeverity: severities(findings),
    byCode: FINDING_CODES.map((code) => ({
      code,
      severity: SEVERITY_OF[code],
      count: findings.filter((finding) => finding.code === code).length,
    })).filter(({ count }) => count > 0),
    bySheet: grouped(findings, ({ file, sheetId, sheet }) => [file, sheetId, sheet].join('\n')).map(([{ file, sheet }, group]) => ({
      file,
      sheet,
      ...counted(group),
    })),
    byDirectorate: grouped(findings, ({ directorate }) => directorate ?? '\n').map(([{ directorate }, group]) => ({
      directorate,
      ...counted(group),
    })),
  };
}
