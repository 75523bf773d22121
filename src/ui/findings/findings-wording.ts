import { counted } from '../../domain/wording';
import type { ListedFinding } from '../shared/pane-services';

/** Every word of the plan's findings. */

const fileName = (file: string): string => (file === '' ? 'This workbook' : file);

export const FINDINGS = {
  title: 'Findings',
  lead: 'What was found in the tables that were sent, at the last collation. Copy the findings of a file for whoever sent it.',
  noPlan: 'No plan is in this workbook yet. Collate first: what is found in the files that were sent is then listed here.',
  none: 'Nothing was found in the tables that were sent.',
  file: (file: string, found: string) => `${fileName(file)}: ${found}`,
  list: (file: string) => `Findings in ${fileName(file)}`,
  place: ({ sheet, row, heading }: ListedFinding) =>
    [sheet, row === null ? '' : `row ${String(row)}`, heading].filter((part) => part !== '').join(' · ') || 'The whole file',
  quote: (quote: string) => `In the cell: “${quote}”`,
  repair: (repair: string) => `It would say: ${repair}`,
  copy: 'Copy for the sender',
  copyFor: (file: string) => `Copy the findings in ${fileName(file)}`,
  copied: (file: string, findings: number) => `${counted(findings, 'finding')} in ${fileName(file)} copied.`,
  copyAll: 'Copy all findings',
  copiedAll: (findings: number) => `${counted(findings, 'finding')} copied.`,
  copyByHand: 'Select and copy these findings',
} as const;

/** The findings of files as plain text: a line for each file, then each finding with its place. */
export function findingsText(files: readonly { readonly file: string; readonly findings: readonly ListedFinding[] }[]): string {
  return files
    .map(({ file, findings }) =>
      [
        `${fileName(file)}: ${counted(findings.length, 'finding')}`,
        ...findings.flatMap((finding) => [
          '',
          FINDINGS.place(finding),
          finding.message,
          ...(finding.quote === '' ? [] : [FINDINGS.quote(finding.quote)]),
          ...(finding.repair === '' ? [] : [FINDINGS.repair(finding.repair)]),
        ]),
      ].join('\n'),
    )
    .join('\n\n\n');
}
