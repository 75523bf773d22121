import { Body1, Button, Caption1 } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure } from '../../application';
import { severityCounts } from '../../domain/findings';
import { CopyOutcome, useCopyText } from '../shared/copy-text';
import { FailureNotice } from '../shared/failure-notice';
import { Heading } from '../shared/heading';
import type { ListedFinding, RevealTarget } from '../shared/pane-services';
import { ReadingNotices } from '../shared/reading-notices';
import { SeveritySummary } from '../shared/severity-summary';
import type { PlanReader } from '../shared/use-plan-reading';
import { ViewFrame } from '../shared/view-frame';
import { FileFindings } from './file-findings';
import { FINDINGS, findingsText } from './findings-wording';

interface FindingsViewProps {
  readonly reader: PlanReader;
  readonly arrived: boolean;
  readonly reveal: (target: RevealTarget) => void;
  readonly revealFailure: Failure | null;
  readonly onBack: () => void;
  /** Where back leads, in words, when it is not to Home. */
  readonly backTo?: string | undefined;
  readonly notice: ReactNode;
}

interface FileWithFindings {
  readonly file: string;
  readonly findings: readonly ListedFinding[];
}

/** In the order of the plan's list, in which the files with errors come first. */
function byFile(findings: readonly ListedFinding[]): FileWithFindings[] {
  const files = new Map<string, ListedFinding[]>();
  for (const finding of findings) files.set(finding.file, [...(files.get(finding.file) ?? []), finding]);
  return [...files].map(([file, found]) => ({ file, findings: found }));
}

/** What the last collation found in the files that were sent, file by file: their tables need not be in this workbook. */
export function FindingsView({ reader, arrived, reveal, revealFailure, onBack, backTo, notice }: FindingsViewProps): ReactNode {
  const reading = reader.task.state.value;
  const findings = reading?.plan?.findings ?? [];
  const files = byFile(findings);
  const copying = useCopyText(() => findingsText(files), FINDINGS.copiedAll(findings.length));
  const foot = (
    <>
      <CopyOutcome label={FINDINGS.copyByHand} of={copying} />
      <Button appearance="primary" onClick={copying.copy}>
        {FINDINGS.copyAll}
      </Button>
    </>
  );
  return (
    <ViewFrame title={FINDINGS.title} onBack={onBack} backTo={backTo} arrived={arrived} foot={findings.length === 0 ? undefined : foot}>
      {notice}
      <ReadingNotices reader={reader} />
      {revealFailure !== null && <FailureNotice failure={revealFailure} />}
      {reading !== null && findings.length === 0 && <Body1>{reading.plan === null ? FINDINGS.noPlan : FINDINGS.none}</Body1>}
      {findings.length > 0 && (
        <>
          <Heading kind="section">
            <SeveritySummary counts={severityCounts(findings)} />
          </Heading>
          <Caption1>{FINDINGS.lead}</Caption1>
          {files.map(({ file, findings: found }, index) => (
            <FileFindings
              key={file}
              file={file}
              findings={found}
              isOpen={index === 0}
              onReveal={({ listedAt }) => reveal({ kind: 'row', ...listedAt })}
            />
          ))}
        </>
      )}
    </ViewFrame>
  );
}
