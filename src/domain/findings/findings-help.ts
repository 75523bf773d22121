import { FINDING_CODES, SEVERITY_OF, type Severity } from './finding';
import { HELP } from './help-wording';
import { severityLabel } from './severity-words';

const ABOUT: Readonly<Record<Severity, string>> = {
  error: 'Please put these right before you send the table: the plan cannot be complete without them.',
  warning: 'Something is probably not as you meant it. The row is still collated.',
  advice: 'Nothing is wrong, but the plan would be clearer.',
};

const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The help page `assets/help/findings.html`: every code with its severity, meaning, example and what to do. Each has its code as anchor. */
export function findingsHelp(): string {
  const severities: readonly Severity[] = ['error', 'warning', 'advice'];
  const lines = severities.flatMap((severity) => [
    `<h2>${severityLabel(severity, 2)}</h2>`,
    `<p>${ABOUT[severity]}</p>`,
    ...FINDING_CODES.filter((code) => SEVERITY_OF[code] === severity).flatMap((code) => {
      const { name, means, example, todo } = HELP[code];
      return [
        `<h3 id="${code}">${escaped(name)}</h3>`,
        `<p>${escaped(means)}</p>`,
        '<ul>',
        `  <li>Example: ${escaped(example)}</li>`,
        `  <li>What to do: ${escaped(todo)}</li>`,
        `  <li>In reports and files: <code>${code}</code></li>`,
        '</ul>',
      ];
    }),
  ]);
  return [...HEAD, ...lines.map((line) => `    ${line}`), '  </body>', '</html>', ''].join('\n');
}

const HEAD = [
  '<!doctype html>',
  '<html lang="en-GB">',
  '  <head>',
  '    <meta charset="utf-8" />',
  '    <title>What the check finds: help</title>',
  '    <meta name="viewport" content="width=device-width, initial-scale=1" />',
  '    <link rel="stylesheet" href="help.css" />',
  '  </head>',
  '  <body>',
  '    <p><a href="index.html">All help</a></p>',
  '    <h1>What the check finds</h1>',
  '    <p>Each finding names the sheet, the row and the cell, quotes the words in it and says why. Where the fix is certain it is offered, and nothing is changed unless you take it.</p>',
];
