import { FINDING_CODES, SEVERITY_OF, type Severity } from './finding';
import { HELP } from './help-wording';
import { severityLabel } from './wording';

const ABOUT: Readonly<Record<Severity, string>> = {
  error: 'Please put these right before you send the table: the plan cannot be complete without them.',
  warning: 'Something is probably not as you meant it. The row is still collated.',
  advice: 'Nothing is wrong, but the plan would be clearer.',
};

/** The text of `assets/help/findings.md`: every code with its severity, meaning, example and what to do, in Markdown. */
export function findingsHelp(): string {
  const severities: readonly Severity[] = ['error', 'warning', 'advice'];
  const sections = severities.flatMap((severity) => [
    `## ${severityLabel(severity, 2)}`,
    ABOUT[severity],
    ...FINDING_CODES.filter((code) => SEVERITY_OF[code] === severity).map((code) => {
      const { name, means, example, todo } = HELP[code];
      return [`### ${name}`, '', means, '', `- Example: ${example}`, `- What to do: ${todo}`, `- In reports and files: \`${code}\``].join(
        '\n',
      );
    }),
  ]);
  return [
    '# What the check finds',
    'Each finding names the sheet, the row and the cell, quotes the words in it and says why. Where the repair is certain it is offered, and nothing is changed unless you take it.',
    ...sections,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
