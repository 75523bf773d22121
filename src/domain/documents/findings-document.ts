import { type Finding, findingPlace, repairInWords, SEVERITIES, severityCounts, severityLabel, severityParts } from '../findings';
import { DIRECTORATE_NOT_KNOWN } from '../wording';
import { type DocumentSubject, documentStamp, textAsHeard } from './document-subject';
import type { DocumentBlock, DocumentColumn, PlanDocument } from './plan-document';

const COLUMNS: readonly DocumentColumn[] = [
  { heading: 'How serious', share: 10 },
  { heading: 'Where', share: 20 },
  { heading: 'Heading', share: 14 },
  { heading: 'In the cell', share: 20 },
  { heading: 'What and why', share: 36 },
];

/** Every finding in plain words, directorate by directorate, so that each part can be handed to those it is about. */
export function findingsDocument(subject: DocumentSubject): PlanDocument {
  const { framework, findings } = subject;
  const known = framework.directorates.map(({ name }) => name);
  const parts = [
    ...known.map((name) => ({ name, found: findings.filter(({ directorate }) => directorate === name) })),
    { name: DIRECTORATE_NOT_KNOWN, found: findings.filter(({ directorate }) => !known.includes(directorate ?? '')) },
  ].filter(({ found }) => found.length > 0);
  const none: DocumentBlock = { kind: 'paragraph', text: 'Nothing was found.' };
  return {
    name: 'Findings',
    title: `Findings in the tables of ${framework.name}`,
    stamp: documentStamp(subject, tally(findings)),
    blocks: parts.length === 0 ? [none] : parts.flatMap(({ name, found }) => blocksOf(name, found)),
  };
}

/** "1 error, 5 warnings", those there are: they add up to the list. */
function tally(findings: readonly Finding[]): string {
  const there = severityParts(severityCounts(findings));
  return there.length === 0 ? 'no findings' : there.join(', ');
}

function blocksOf(name: string, found: readonly Finding[]): DocumentBlock[] {
  const worstFirst = [...found].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return [
    { kind: 'heading', level: 1, text: name },
    { kind: 'paragraph', text: `${tally(found)}.` },
    { kind: 'table', columns: COLUMNS, rows: worstFirst.map((finding) => ({ kind: 'cells', cells: cellsOf(finding) })) },
  ];
}

function cellsOf({ severity, file, sheet, cell, heading, quote, message, repair, lastHeard }: Finding): string[] {
  const repaired = repair === undefined ? '' : ` ${repairInWords(repair)}`;
  return [
    severityLabel(severity),
    textAsHeard(findingPlace({ file, sheet, cell }), lastHeard ?? null),
    heading ?? '',
    quote,
    `${message}${repaired}`,
  ];
}
