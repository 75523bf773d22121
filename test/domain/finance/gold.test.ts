import { kent2025 } from '../../../src/domain/framework';
import gold from '../../gold/finance.json';
import { financeScore, type LabelledRow } from './finance-score';
import { LABELLED_SENTENCES, LATER_SENTENCES, type LabelledSentence } from './labelled-sentences';

const KENT = kent2025();

const GOLD = gold.rows.map(({ commitment, ledBy, timescale, measure, ...row }) => {
  return { ...row, texts: { commitment, ledBy, timescale, measure } } as LabelledRow;
});

function rowOf({ says, cost, contradicted, marks, silent = [] }: LabelledSentence, index: number): LabelledRow {
  const texts = typeof says === 'string' ? { commitment: says } : says;
  const placed = (text: string): LabelledRow['notCost'][number] => {
    const field = (['commitment', 'ledBy', 'timescale', 'measure'] as const).find((one) => texts[one]?.includes(text) === true);
    if (field === undefined) throw new Error(`"${text}" is in no field of sentence ${String(index)}`);
    return { field, text };
  };
  return {
    id: String(index),
    texts,
    cost,
    costHeading: 'Low/no cost',
    costClass: null,
    contradicted,
    evidence: marks.map((mark) => {
      const [argues = '', text = ''] = mark.split(': ');
      return { ...placed(text), argues: argues as LabelledRow['evidence'][number]['argues'] };
    }),
    notCost: silent.map(placed),
  };
}

describe.each([
  ['the gold rows', GOLD, 40],
  ['the first sentences of our own', LABELLED_SENTENCES.map(rowOf), 76],
  ['the later sentences of our own', LATER_SENTENCES.map(rowOf), 66],
] as const)('%s', (_, rows, count) => {
  const score = financeScore(rows, KENT);

  it('are all there', () => expect(rows).toHaveLength(count));
  it('have the class of cost that the cell says', () => expect(score.wrongClass).toEqual([]));
  it('are contradicted where their words say so', () => expect(score.missedContradictions).toEqual([]));
  it('are contradicted nowhere else', () => expect(score.falseAlarms).toEqual([]));
  it('have no mark on what only looks like money', () => expect(score.markedNotCost).toEqual([]));
  it('have every span marked', () => expect(score.notFound).toEqual([]));
  it('have marks of the labelled kind', () => expect(score.ofOtherKind).toEqual([]));
  it('have at most 15 in 100 marks outside the labels', () => expect(score.outside.length / score.marks).toBeLessThanOrEqual(0.15));
});

it('counts what is wrong: a label that is nowhere in the words, a flag that is not contradicted', () => {
  const row: LabelledRow = {
    id: 'x',
    texts: { commitment: 'Walk and talk, funded by the Home Office' },
    cost: 'No cost',
    costHeading: 'Low/no cost',
    costClass: 'low cost',
    contradicted: false,
    evidence: [{ field: 'commitment', text: 'Walk', argues: 'spend' }],
    notCost: [{ field: 'commitment', text: 'Home Office' }],
  };
  const { wrongClass, falseAlarms, notFound, markedNotCost, outside } = financeScore([row], KENT);
  expect([wrongClass, falseAlarms, notFound, markedNotCost, outside].map(({ length }) => length)).toEqual([1, 1, 1, 1, 1]);
});
