import { FIELDS } from '../fields';
import { type Action, holdsActions, type MeasureLine } from '../reading';
import { counted, directorateWords } from '../wording';
import { type DocumentSubject, documentStamp, ownersIn } from './document-subject';
import type { DocumentBlock, DocumentColumn, DocumentRow, PlanDocument } from './plan-document';
import { rowsByTheme } from './rows-by-theme';

const PAPER_FIELDS = FIELDS.flatMap(({ heading, sentAs, paper }) =>
  paper === undefined ? [] : [{ heading: sentAs ?? heading, ...paper }],
);

const PRIORITY_COLUMNS: readonly DocumentColumn[] = PAPER_FIELDS.map(({ heading, share }) => ({ heading, share }));

const MEASURE_COLUMNS: readonly DocumentColumn[] = [
  { heading: 'Objectively Verifiable Indicators', share: 60 },
  { heading: 'Timescale', share: 15 },
  { heading: 'Progress', share: 25 },
];

/** The priorities, directorate by directorate, each with its measures, laid out as the council publishes them; every text is as it was sent. */
export function appendixB(subject: DocumentSubject): PlanDocument {
  const { framework, actions, measures } = subject;
  const owners = ownersIn([...actions, ...measures], framework);
  const silent = framework.directorates.filter(({ name }) => !owners.includes(name)).map(({ name }) => name);
  return {
    name: 'Appendix B',
    title: `Appendix B: ${framework.council} Priorities for Improving Health and Wellbeing`,
    stamp: documentStamp(subject, counted(actions.length, 'action'), counted(measures.length, 'measure')),
    blocks: [
      ...(silent.length === 0 ? [] : [{ kind: 'paragraph' as const, text: `Nothing sent yet: ${silent.join(', ')}.` }]),
      ...owners.flatMap((owner) => blocksOf(owner, subject)),
    ],
  };
}

function blocksOf(owner: string, { tables, actions, measures }: DocumentSubject): DocumentBlock[] {
  const own = actions.filter((action) => directorateWords(action) === owner);
  const lines = measures.filter((line) => directorateWords(line) === owner);
  const introductions = tables
    .filter((table) => holdsActions(table) && directorateWords(table) === owner)
    .flatMap((table) => table.introductions);
  const rows = [
    ...introductions.map(({ cell }): DocumentRow => ({ kind: 'introduction', text: cell.text.trim() })),
    ...rowsByTheme(own, priorityCells),
  ];
  return [
    { kind: 'heading', level: 1, text: `Proposed Priorities to Improve Health and Wellbeing ~ ${owner}` },
    ...(rows.length === 0 ? [] : [{ kind: 'table' as const, columns: PRIORITY_COLUMNS, rows }]),
    ...(lines.length === 0 ? [] : measureBlocks(owner, lines)),
  ];
}

function priorityCells(action: Action): string[] {
  return PAPER_FIELDS.map(({ words }) => words(action));
}

function measureBlocks(owner: string, lines: readonly MeasureLine[]): DocumentBlock[] {
  return [
    { kind: 'heading', level: 2, text: `Measures within the Logframe ~ ${owner}` },
    {
      kind: 'table',
      columns: MEASURE_COLUMNS,
      rows: lines.map(({ text, timescale, progress }) => ({ kind: 'cells', cells: [text, timescale.text, progress] })),
    },
  ];
}
