import { CONTRADICTED, type Evidence, NO_VERDICT, openReasons, WORDS_CHANGED } from '../../../src/domain/finance';
import { financeFigures } from '../../../src/domain/figures';
import { kent2025 } from '../../../src/domain/framework';

const VERDICTS = ['agreed', 'query', 'not agreed'];
const AGAINST: Evidence = { field: 'commitment', start: 0, end: 7, text: 'Recruit', kind: 'new-post', pounds: null, against: ['no cost'] };

const said = (verdict: string, settled = true) => ({ verdict, note: '', by: null, date: null, settled });

describe('a row is open for finance', () => {
  it.each<[string, ReturnType<typeof said> | null, readonly Evidence[], readonly string[]]>([
    ['while it has no verdict', null, [], [NO_VERDICT]],
    ['with what contradicts it', null, [AGAINST], [NO_VERDICT, CONTRADICTED]],
    ['on a query', said('query'), [], ['query']],
    ['where it is not agreed', said('not agreed'), [AGAINST], ['not agreed', CONTRADICTED]],
    ['on words that are no verdict', said('ask Jo'), [], ['ask Jo']],
    ['once its words have changed', said('agreed', false), [AGAINST], [WORDS_CHANGED, CONTRADICTED]],
    ['on a query beside other words', said('query', false), [], ['query', WORDS_CHANGED]],
    ['no more once it is agreed', said('Agreed '), [AGAINST], []],
  ])('%s', (_, verdict, contradictions, reasons) => expect(openReasons({ verdict, contradictions }, VERDICTS)).toEqual(reasons));
});

it('counts what is said, and what costs come to as far as it is known', () => {
  const row = (ref: string, cost: 'no cost' | 'low cost', pounds: number | null, verdict: ReturnType<typeof said> | null) => ({
    ...{ ref, directorate: 'GET', directorateText: 'GET', commitment: ref, cost, pounds, verdict, known: null },
    ...{ proposed: null, contradictions: [], question: '?', evidence: [] },
  });
  const rows = [
    row('GET-01', 'low cost', 2_000, said('agreed')),
    row('GET-02', 'low cost', 500, said('agreed', false)),
    row('GET-03', 'low cost', null, said('ask Jo')),
    row('GET-04', 'no cost', 0, null),
  ];
  const { actions, open, byVerdict, actionsByCost, poundsByCost, withoutAmount } = financeFigures(rows, kent2025());
  expect([actions, open]).toEqual([4, 3]);
  expect(byVerdict.lines.map(({ name, figures }) => [name, figures[0]?.now])).toEqual([
    ['No verdict yet', 1],
    ['Agreed', 2],
    ['Query', 0],
    ['Not agreed', 0],
    ['Other words', 1],
    ['Words changed since', 1],
    ['Cost contradicted', 0],
  ]);
  const ofGet = ({ lines }: typeof poundsByCost): unknown => lines.find(({ name }) => name === 'GET')?.figures.map(({ now }) => now);
  expect([actionsByCost, poundsByCost, withoutAmount].map(ofGet)).toEqual([
    [1, 3, 0, 0, 0],
    [0, 2_500, 0, 0, 0],
    [0, 1, 0, 0, 0],
  ]);
});
