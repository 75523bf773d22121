import { type CollatedAction, lastHeardWords, type PlanMeasure } from '../collation';
import { FIELDS, milestoneWords, sentHeading } from '../fields';
import type { Framework } from '../framework';
import { holdsActions } from '../reading';
import { counted, directorateWords, listed } from '../wording';
import { type DocumentSubject, documentStamp, ownersIn, textAsHeard } from './document-subject';
import type { DocumentBlock, DocumentColumn, DocumentRow, PlanDocument } from './plan-document';
import { rowsByTheme } from './rows-by-theme';

const PAPER_FIELDS = FIELDS.flatMap((field) => (field.paper === undefined ? [] : [{ field, ...field.paper }]));

const priorityColumns = (framework: Framework): DocumentColumn[] =>
  PAPER_FIELDS.map(({ field, share }) => ({ heading: sentHeading(field, framework), share }));

const MEASURE_COLUMNS: readonly DocumentColumn[] = [
  { heading: 'Objectively Verifiable Indicators', share: 60 },
  { heading: 'Timescale', share: 15 },
  { heading: 'Progress', share: 25 },
];

/** The priorities, directorate by directorate, each with its measures, laid out as the council publishes them; every text is as it was sent. */
export function appendixB(subject: DocumentSubject): PlanDocument {
  const { framework, actions, measures, standing } = subject;
  const owners = ownersIn([...actions.map(({ action }) => action), ...measures.map(({ line }) => line)], framework);
  const { unread, silent } = standing.figures.counts;
  const nothingOf = (names: readonly string[]): string => names.filter((name) => !owners.includes(name)).join(', ');
  const lines = [
    ['Sent, but nothing was read', nothingOf(unread)],
    ['Nothing sent yet', nothingOf(silent)],
  ];
  return {
    name: 'Appendix B',
    title: `Appendix B: ${framework.council} Priorities for Improving Health and Wellbeing`,
    stamp: documentStamp(subject, counted(actions.length, 'action'), counted(measures.length, 'measure')),
    blocks: [
      ...lines.flatMap(([words, names]) => (names === '' ? [] : [{ kind: 'paragraph' as const, text: `${words}: ${names}.` }])),
      ...owners.flatMap((owner) => blocksOf(owner, subject)),
    ],
  };
}

function blocksOf(owner: string, { framework, tables, actions, measures }: DocumentSubject): DocumentBlock[] {
  const own = actions.filter(({ action }) => directorateWords(action) === owner).map((one) => ({ ...one, theme: one.action.theme }));
  const lines = measures.filter(({ line }) => directorateWords(line) === owner);
  const introductions = tables
    .filter((table) => holdsActions(table) && directorateWords(table) === owner)
    .flatMap((table) => table.introductions);
  const rows = [
    ...introductions.map(({ cell }): DocumentRow => ({ kind: 'introduction', text: cell.text.trim() })),
    ...rowsByTheme(own, priorityCells),
  ];
  return [
    { kind: 'heading', level: 1, text: `Proposed Priorities to Improve Health and Wellbeing ~ ${owner}` },
    ...carriedBlocks(own, lines),
    ...(rows.length === 0 ? [] : [{ kind: 'table' as const, columns: priorityColumns(framework), rows }]),
    ...(lines.length === 0 ? [] : measureBlocks(owner, lines)),
  ];
}

/** What of a directorate was not sent this time, and from when it is. */
function carriedBlocks(actions: readonly CollatedAction[], measures: readonly PlanMeasure[]): DocumentBlock[] {
  const quarters = [...new Set([...actions, ...measures].flatMap(({ lastHeard }) => lastHeard ?? []))].sort().reverse();
  return quarters.map((quarter): DocumentBlock => {
    const of = (all: readonly { readonly lastHeard: string | null }[]): number =>
      all.filter(({ lastHeard }) => lastHeard === quarter).length;
    const parts = [
      ...(of(actions) === 0 ? [] : [counted(of(actions), 'action')]),
      ...(of(measures) === 0 ? [] : [counted(of(measures), 'measure')]),
    ];
    return { kind: 'paragraph', text: `Not sent this time: ${listed(parts)} as ${lastHeardWords(quarter)}.` };
  });
}

function priorityCells({ action, lastHeard }: CollatedAction): string[] {
  const steps = action.milestones.map((milestone) => `– ${milestoneWords(milestone)}`);
  return PAPER_FIELDS.map(({ field: { key }, words }) => {
    return key === 'commitment' ? textAsHeard([words(action), ...steps].join('\n'), lastHeard) : words(action);
  });
}

function measureBlocks(owner: string, lines: readonly PlanMeasure[]): DocumentBlock[] {
  return [
    { kind: 'heading', level: 2, text: `Measures within the Logframe ~ ${owner}` },
    {
      kind: 'table',
      columns: MEASURE_COLUMNS,
      rows: lines.map(({ line: { text, timescale, progress }, lastHeard }) => ({
        kind: 'cells',
        cells: [textAsHeard(text, lastHeard), timescale.text, progress],
      })),
    },
  ];
}
