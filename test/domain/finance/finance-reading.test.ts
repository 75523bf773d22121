import { readCost } from '../../../src/domain/cost';
import {
  contradictions,
  costTotals,
  type Evidence,
  financeReading,
  type FinanceReading,
  knownVerdicts,
  verdictAfter,
  verdictRead,
} from '../../../src/domain/finance';
import { kent2025 } from '../../../src/domain/framework';
import { textCell } from '../../../src/domain/grid';
import { actionOf } from '../collation/action-of';

const KENT = kent2025();

function readingOf(commitment: string, cost: string, measure = ''): FinanceReading {
  return financeReading({ ...actionOf({ commitment, measure }), cost: readCost(textCell(cost), 'Low/no cost', KENT) }, KENT);
}

const words = (evidence: readonly Evidence[] = []): string[] => evidence.map(({ text }) => text);

test.each([
  ['Run a campaign for £12,000', 'above low cost', ['£12,000']],
  ['Run a campaign for £2,000', 'low cost', ['£2,000']],
  ['Extend the warm hubs with UKSPF money', 'funded', ['UKSPF money']],
  ['Apply for a grant for the garden', 'to be confirmed', ['Apply for a grant']],
  ['Recruit two link workers', 'above low cost', ['Recruit two link workers']],
  ['Recruit two link workers, subject to funding', 'to be confirmed', ['subject to funding']],
  ['Pay for taxis to the clinic', 'to be confirmed', ['Pay for taxis']],
  ['Run the clinic with existing staff', 'no cost', ['with existing staff']],
])('where none was written, %j argues for %s', (commitment, cost, reasons) => {
  const { proposed } = readingOf(commitment, '');
  expect([proposed?.cost, words(proposed?.reasons)]).toEqual([cost, reasons]);
});

test.each([
  ['nothing speaks of money', 'Publish the plan', ''],
  ['a class was written', 'Recruit two link workers', 'No cost'],
  ['to be confirmed was written', 'Recruit two link workers', 'TBC'],
])('no class is proposed where %s', (_, commitment, cost) => {
  expect(readingOf(commitment, cost).proposed).toBeNull();
});

test.each(['-', 'n/a', 'see above'])('%j is no class that was written', (cost) => {
  expect(readingOf('Recruit two link workers', cost).proposed?.cost).toBe('above low cost');
});

test('what claims nothing is never contradicted', () => {
  for (const cost of ['', 'TBC', '?', '£50,000', 'High'])
    expect(readingOf('Recruit two link workers, subject to funding', cost).contradictions).toEqual([]);
});

test.each([
  ['Publish the plan', 'Y', 'Is “Y” meant as no cost or as low cost?'],
  ['Publish the plan', 'No cost', 'Is this done in the existing time of officers, and whose?'],
  ['Publish the plan', '£15k', '£15,000 is above low cost: who has approved it, and which budget pays?'],
  ['Publish the plan', '£5,000', 'What is the £5,000 spent on, and which budget pays it?'],
  ['Hold a fair', '£6k, of which £4k sponsorship', 'Is “sponsorship” agreed, and who pays the rest of the £6,000?'],
  ['Refurbish the hall kitchen', 'Low', 'What does “Refurbish the hall kitchen” cost, and is it in the capital programme?'],
  ['Give 400 parents a £30 book pack', 'Low', '400 times £30 is £12,000: which budget pays for it?'],
])('of %j at %j finance asks: %s', (commitment, cost, question) => {
  expect(readingOf(commitment, cost).question).toBe(question);
});

test('offsets are UTF-16 units of the text as it is, whatever stands before', () => {
  const commitment = '🏃 “Walk ’n’ talk” – recruit a café coordinator\nfor £1 200';
  const { evidence } = readingOf(commitment, 'No cost');
  expect(words(evidence)).toEqual(['recruit a café coordinator', '£1 200']);
  for (const { start, end, text } of evidence) expect(commitment.slice(start, end)).toBe(text);
});

test.each([
  ['the sum of the cell', 'Buy kits for £900', '£800', 800],
  ['the only sum of the row', 'Buy kits for £900', 'Low', 900],
  ['a product', 'Give 40 parents a £30 pack', 'Low', 1200],
  ['nothing for no cost', 'Publish the plan', 'No cost', 0],
  ['not known with several sums', 'Buy kits for £900 and print for £200', 'Low', null],
  ['not known without a sum', 'Publish the plan', 'Low', null],
])('an action costs %s', (_, commitment, cost, pounds) => expect(readingOf(commitment, cost).pounds).toBe(pounds));

test('totals add what is known and count what is not', () => {
  const row = (directorate: string, cost: 'low cost' | 'no cost', pounds: number | null) => ({ directorate, cost, pounds });
  expect(
    costTotals([row('GET', 'low cost', 500), row('ASC', 'no cost', 0), row('GET', 'low cost', null), row('GET', 'no cost', 0)]),
  ).toEqual([
    { directorate: 'GET', cost: 'no cost', actions: 1, pounds: 0, withoutAmount: 0 },
    { directorate: 'GET', cost: 'low cost', actions: 2, pounds: 500, withoutAmount: 1 },
    { directorate: 'ASC', cost: 'no cost', actions: 1, pounds: 0, withoutAmount: 0 },
  ]);
});

describe('a verdict', () => {
  const cell = { verdict: 'query', note: '', by: null, date: null };
  const agreed = { ...cell, verdict: 'agreed' };
  const run = (words: string, found: string): Parameters<typeof knownVerdicts>[2] => ({ wordsBefore: () => words, found });
  const given = knownVerdicts(new Map([['GET-01', cell]]), [], run('words of spring', '2026-03-09'));
  const changed = knownVerdicts(new Map([['GET-01', agreed]]), given, run('words of summer', '2026-06-01'));
  const found = { ...cell, found: '2026-03-09' };

  test('saw the words that stood beside it when it was first read, and keeps them while it stays as it is', () => {
    expect(given).toEqual([{ ref: 'GET-01', ...found, seen: 'words of spring', history: [] }]);
    expect(knownVerdicts(new Map([['GET-01', cell]]), given, run('words of summer', '2026-06-01'))).toEqual(given);
  });

  test('that was changed saw the words of now, and keeps what was said before', () => {
    expect(changed).toEqual([{ ref: 'GET-01', ...agreed, seen: 'words of summer', found: '2026-06-01', history: [found] }]);
  });

  test('that was taken out does not stand and leaves its history, also once another is given', () => {
    const emptied = knownVerdicts(new Map(), changed, run('', '2026-09-01'));
    expect(verdictRead(emptied[0], '')).toBeNull();
    expect(knownVerdicts(new Map(), emptied, run('', '2026-12-01'))).toEqual(emptied);
    const [again] = knownVerdicts(new Map([['GET-01', cell]]), emptied, run('words of winter', '2026-12-01'));
    expect(again).toMatchObject({ verdict: 'query', found: '2026-12-01', history: [found, { ...agreed, found: '2026-06-01' }] });
  });

  test('that was recorded between two runs is found by the second', () => {
    const recorded = verdictAfter(given[0], 'GET-01', agreed, { seen: 'words of May', found: '' });
    if (recorded === undefined) throw new Error('no verdict');
    expect(knownVerdicts(new Map([['GET-01', agreed]]), [recorded], run('words of June', '2026-06-01'))).toEqual([
      { ...recorded, seen: 'words of May', found: '2026-06-01' },
    ]);
  });

  test('is settled while the words are those that it saw', () => {
    const isSettled = (now: string): boolean | undefined => verdictRead(given[0], now)?.settled;
    expect([isSettled('words of spring'), isSettled('words of summer')]).toEqual([true, false]);
  });
});

it('reads the evidence of an action once, for its findings and for finance', () => {
  const action = { ...actionOf({ commitment: 'Recruit two link workers' }), cost: readCost(textCell('No cost'), 'Low/no cost', KENT) };
  const [found] = contradictions(action, KENT);
  const reading = financeReading(action, KENT);
  expect(found?.text).toBe('Recruit two link workers');
  expect(reading.contradictions[0]).toBe(found);
  expect(financeReading(action, KENT).evidence).toBe(reading.evidence);
  // Under another framework, or of another row, they are read anew.
  expect(financeReading(action, { ...KENT, lowCostUpTo: 1 }).evidence).not.toBe(reading.evidence);
  expect(financeReading({ ...action }, KENT).evidence).not.toBe(reading.evidence);
});
