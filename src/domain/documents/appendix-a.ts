import { type Framework, inOwnWords, type Outcome, outcomesInOrder } from '../framework';
import { numberedCode } from '../outcomes';
import type { PlanActivity } from '../collation';
import { NO_SHARED_OUTCOME, counted, directorateWords } from '../wording';
import { type DocumentSubject, documentStamp, ownersIn, textAsHeard } from './document-subject';
import type { DocumentBlock, DocumentColumn, PlanDocument } from './plan-document';
import { rowsByTheme } from './rows-by-theme';

const COLUMNS: readonly DocumentColumn[] = [
  { heading: 'What we have committed to', share: 50 },
  { heading: 'Strategies / plans in place to deliver', share: 50 },
];

/** What the directorates do already, by shared outcome and then by directorate, laid out as the council publishes it. */
export function appendixA(subject: DocumentSubject): PlanDocument {
  const { framework, activities } = subject;
  const outcomes = outcomesInOrder(framework);
  const known = new Set(outcomes.map(({ outcome }) => outcome.code));
  const parts = [
    ...outcomes.map(({ outcome, above }) => ({
      title: [...above, outcome].map((one, depth) => outcomeTitle(one, depth, framework)).join(' · '),
      under: activities.filter(({ line }) => line.outcome === outcome.code),
    })),
    { title: inOwnWords(NO_SHARED_OUTCOME, framework), under: activities.filter(({ line }) => !known.has(line.outcome ?? '')) },
  ].filter(({ under }) => under.length > 0);
  const none: DocumentBlock = { kind: 'paragraph', text: 'No current activity was sent.' };
  return {
    name: 'Appendix A',
    title: `Appendix A: ${framework.council} Current Activity to Deliver Health and Wellbeing`,
    stamp: documentStamp(subject, counted(activities.length, 'commitment')),
    blocks: parts.length === 0 ? [none] : parts.flatMap(({ title, under }) => blocksOf(title, under, subject)),
  };
}

/** "Shared outcome 1: Give children … the best start in life"; a code that is no letters with a number behind stands for itself, and so does a priority's: "· 1.1: Healthy weight". */
function outcomeTitle({ code, titles }: Outcome, depth: number, framework: Framework): string {
  const number = numberedCode(code)?.number ?? code;
  return [depth === 0 ? `${inOwnWords('Shared outcome', framework)} ${number}` : code, ...titles.slice(0, 1)].join(': ');
}

function blocksOf(title: string, under: readonly PlanActivity[], { framework }: DocumentSubject): DocumentBlock[] {
  return [
    { kind: 'heading', level: 1, text: title },
    ...ownersIn(
      under.map(({ line }) => line),
      framework,
    ).flatMap((owner): DocumentBlock[] => {
      const own = under.filter(({ line }) => directorateWords(line) === owner).map((one) => ({ ...one, theme: one.line.theme }));
      return [
        { kind: 'heading', level: 2, text: owner },
        {
          kind: 'table',
          columns: COLUMNS,
          rows: rowsByTheme(own, ({ line, lastHeard }) => [textAsHeard(line.commitment, lastHeard), line.strategies]),
        },
      ];
    }),
  ];
}
